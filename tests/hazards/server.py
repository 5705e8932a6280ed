"""Loopback listeners that answer byte by byte as a hazard says, and write down what they are asked.

Every hazard has a listener of its own, so each is a site with its own robots.txt; all of them, and
the trap that nobody may reach, share one host name, as cookies know it.
"""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Self

HTML = "text/html; charset=utf-8"
LONGEST = 45.0
MARGIN = 0.05


class OverError(Exception):
    """The tests are over, or the exchange has lasted long enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came; header names in lower case."""

    path: str
    headers: tuple[tuple[str, str], ...]
    at: float

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")


class Exchange:
    """One connection, its request read, its answer still to be given.

    `turn` counts the requests for this path from 0. `elsewhere` is another origin that may be
    reached, `trap` one that may not.
    """

    def __init__(self, sock: socket.socket, site: Site, asked: Asked, turn: int) -> None:
        self.sock, self.site, self.asked, self.turn = sock, site, asked, turn
        self.path = asked.path
        self._ends_at = time.monotonic() + LONGEST

    @property
    def elsewhere(self) -> str:
        return self.site.web.elsewhere

    @property
    def trap(self) -> str:
        return self.site.web.trap

    def raw(self, data: bytes) -> None:
        if self.site.web.is_over.is_set() or time.monotonic() > self._ends_at:
            raise OverError
        self.site.first_byte = self.site.first_byte or time.monotonic()
        self.sock.sendall(data)

    def wait(self, seconds: float) -> None:
        if self.site.web.is_over.wait(seconds):
            raise OverError

    def hold(self) -> None:
        """Say nothing until the other side gives up."""
        self.sock.settimeout(LONGEST)
        self.sock.recv(1)

    def head(self, *lines: str, status: int | str = 200) -> None:
        text = "\r\n".join((f"HTTP/1.1 {status} Said", *lines, "Connection: close", "", ""))
        self.raw(text.encode())

    def send(
        self, body: bytes | str, *lines: str, status: int = 200, media: str | None = HTML
    ) -> None:
        body = body.encode() if isinstance(body, str) else body
        typed = (f"Content-Type: {media}",) if media is not None else ()
        self.head(*typed, *lines, f"Content-Length: {len(body)}", status=status)
        self.raw(body)

    def reset(self) -> None:
        """Break the connection off, so that the other side reads an error and not an end."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def keep_away(self, seconds: float) -> None:
        """From now on every request within these seconds is one too soon."""
        self.site.closed_until = time.monotonic() + seconds


Answer = Callable[[Exchange], None]


def no_rules(exchange: Exchange) -> None:
    exchange.send("User-agent: *\nDisallow:\n", media="text/plain")


@dataclass(slots=True, kw_only=True)
class Site:
    """A listener. `first_byte` is when it first sent one, `too_soon` what came too early."""

    web: Web
    answer: Answer
    robots: Answer = no_rules
    scheme: str = "http"
    listener: socket.socket = field(
        default_factory=lambda: socket.create_server(("127.0.0.1", 0), backlog=64)
    )
    asked: list[Asked] = field(default_factory=list)
    too_soon: list[str] = field(default_factory=list)
    first_byte: float = 0.0
    closed_until: float = 0.0
    _turns: Counter[str] = field(default_factory=Counter)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    @property
    def origin(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def accept(self) -> None:
        while not self.web.is_over.is_set():
            try:
                sock, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with sock, suppress(OSError, OverError):
            sock.settimeout(LONGEST)
            if self.scheme == "https":
                # No certificate would be trusted here; the answer is to the greeting itself.
                asked = Asked(path="", headers=(), at=time.monotonic())
                self.answer(Exchange(sock, self, asked, 0))
                return
            asked = _request(sock)
            if asked.at < self.closed_until - MARGIN:
                self.too_soon.append(asked.path)
            turn, self._turns[asked.path] = self._turns[asked.path], self._turns[asked.path] + 1
            self.asked.append(asked)
            answer = self.robots if asked.path == "/robots.txt" else self.answer
            answer(Exchange(sock, self, asked, turn))


def _request(sock: socket.socket) -> Asked:
    with sock.makefile("rb") as stream:
        first = stream.readline(70_000).decode("latin-1").split()
        headers = []
        while line := stream.readline(70_000).decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers.append((name.lower(), value.strip()))
    if not first[1:]:
        raise OverError
    return Asked(path=first[1], headers=tuple(headers), at=time.monotonic())


@dataclass(slots=True)
class Web:
    """All listeners. The trap answers like any page: what counts is that it was asked."""

    sites: list[Site] = field(default_factory=list)
    trap: str = ""
    elsewhere: str = ""
    is_over: threading.Event = field(default_factory=threading.Event)

    def site(self, answer: Answer, robots: Answer = no_rules, scheme: str = "http") -> Site:
        """Open a listener."""
        site = Site(web=self, answer=answer, robots=robots, scheme=scheme)
        self.sites.append(site)
        threading.Thread(target=site.accept, daemon=True).start()
        return site

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.is_over.set()
        for site in self.sites:
            with suppress(OSError):
                # Closing alone does not wake the thread that waits in accept().
                site.listener.shutdown(socket.SHUT_RDWR)
            site.listener.close()


@contextmanager
def serving(trapped: Answer, elsewhere: Answer) -> Iterator[tuple[Web, Site]]:
    """The web with its trap, which is given back too, and a second origin that may be reached."""
    with Web() as web:
        trap = web.site(trapped)
        web.trap, web.elsewhere = trap.origin, web.site(elsewhere).origin
        yield web, trap
