"""One HTTP exchange with one checked address, bounded in time and in size whatever is served.

requests does the speaking; what it does by default and we cannot use is turned off here: the
environment's proxies and netrc, cookies, redirects (whose bodies it would decompress without
limit), transparent decoding (which takes a cut gzip stream for a whole page).
"""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Final, Self

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

from sources.client.failures import TooSlowError, failed_exchange, plainly
from sources.client.policy import Target
from sources.page.bodies import CHUNK, Bounds, Gunzip, Plain
from warehouse.errors import RefusedError, UnreadableError

CONNECT_TIMEOUT: Final = 5.0
READ_TIMEOUT: Final = 10.0
# A server that says nothing at all meets the read timeout, one that trickles meets the watch.
BEFORE_WATCH: Final = 0.9
# ValueError: what a chunk of negative size makes of the standard library's reader.
NETWORK_ERRORS: Final = (
    requests.RequestException, urllib3.exceptions.HTTPError, http.client.HTTPException, OSError,
    ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Status, headers (lower-case names) and the body as its encoding says, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Watch:
    """Shuts the exchange's sockets down when its time is over: no read timeout ends a trickle."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.fired = seconds, False
        self._twins: list[socket.socket] = []
        self._timer = threading.Timer(max(0.0, seconds), self._fire)
        self._timer.daemon = True

    def add(self, opened: socket.socket) -> None:
        """Watch a connection; its twin stays ours when TLS takes over the socket itself."""
        self._twins.append(opened.dup())

    def _fire(self) -> None:
        self.fired = True
        for twin in self._twins:
            with suppress(OSError):
                twin.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for twin in self._twins:
            twin.close()


class _Http(HTTPConnection):
    def __init__(self, *args: Any, watch: Watch, **options: Any) -> None:
        super().__init__(*args, **options)
        self._watch = watch

    def _new_conn(self) -> socket.socket:
        opened = super()._new_conn()
        self._watch.add(opened)
        return opened


class _Https(HTTPSConnection):
    def __init__(self, *args: Any, watch: Watch, **options: Any) -> None:
        super().__init__(*args, **options)
        self._watch = watch

    def _new_conn(self) -> socket.socket:
        opened = super()._new_conn()
        self._watch.add(opened)
        return opened


class _HttpPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Https


class _Pinned(HTTPAdapter):
    """Connects to the address that was checked, whatever the name means by now."""

    def __init__(self, target: Target, address: str, watch: Watch) -> None:
        super().__init__()
        self._pool: urllib3.HTTPConnectionPool
        if target.scheme == "http":
            self._pool = _HttpPool(address, target.port, watch=watch)
        else:
            self._pool = _HttpsPool(address, target.port, server_hostname=target.host, watch=watch)

    def get_connection_with_tls_context(self, *_: Any, **__: Any) -> urllib3.HTTPConnectionPool:
        return self._pool

    def close(self) -> None:
        self._pool.close()
        super().close()


class _Session(requests.Session):
    """Follows nothing: a redirect is for the client to check, and its body for nobody to read."""

    def get_redirect_target(self, resp: requests.Response) -> None:  # noqa: ARG002
        return None


@contextmanager
def _session(target: Target, address: str, watch: Watch) -> Iterator[requests.Session]:
    with _Session() as session:
        session.trust_env = False
        session.headers.clear()
        session.mount(f"{target.scheme}://", _Pinned(target, address, watch))
        yield session


def exchange(
    target: Target,
    headers: Mapping[str, str],
    *,
    seconds: float,
    limit: int,
    turn: int = 0,
    cut_at: int | None = None,
) -> Response:
    """GET the target; `turn` chooses among its addresses, `cut_at` ends a body there unharmed.

    UnreachableError where the network or a timeout failed; UnreadableError where an answer came
    that is no whole page: too large, too slow, cut short, in an encoding that was not asked for.
    """
    address = target.addresses[turn % len(target.addresses)]
    asked = {
        **headers,
        "Host": target.host_header,
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    with Watch(seconds) as watch, _session(target, address, watch) as session:
        try:
            request = session.prepare_request(requests.Request("GET", target.url, headers=asked))
        except (requests.RequestException, UnicodeError) as error:
            raise RefusedError(target.url, "a web address", str(error)) from error
        try:
            with session.send(
                request,
                stream=True,
                timeout=(CONNECT_TIMEOUT, min(READ_TIMEOUT, seconds * BEFORE_WATCH)),
                allow_redirects=False,
            ) as answer:
                return _read(target.url, answer, watch, limit, cut_at)
        except NETWORK_ERRORS as error:
            _refuse_late(target.url, watch)
            raise failed_exchange(target.url, error) from error


def _read(
    url: str, answer: requests.Response, watch: Watch, limit: int, cut_at: int | None
) -> Response:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    status = answer.status_code
    # Nobody reads what comes with any other status, so nothing of it is let in.
    body = b""
    if status == http.client.OK:
        body = _body(url, answer, headers, watch, Bounds(limit, cut_at))
    return Response(status=status, headers=headers, body=body)


def _body(
    url: str, answer: requests.Response, headers: Mapping[str, str], watch: Watch, bounds: Bounds
) -> bytes:
    encoding = headers.get("content-encoding", "").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip"}:
        raise UnreadableError(url, "a page plain or in gzip, as asked", f"encoding {encoding!r}")
    if bounds.cut_at is None:
        _refuse_large(url, headers.get("content-length", ""), bounds.limit)
    reader = Gunzip(url, bounds) if "gzip" in encoding else Plain(url, bounds)
    try:
        for chunk in answer.raw.stream(CHUNK, decode_content=False):
            reader.feed(chunk)
            if reader.is_cut:
                return reader.whole()
    except NETWORK_ERRORS as error:
        _refuse_late(url, watch)
        raise UnreadableError(url, "a whole page", f"one cut short: {plainly(error)}") from error
    _refuse_late(url, watch)
    return reader.whole()


def _refuse_large(url: str, declared: str, limit: int) -> None:
    if declared.isascii() and declared.isdigit() and int(declared[:18]) > limit:
        raise UnreadableError(url, f"at most {limit} bytes", f"{declared[:18]} announced")


def _refuse_late(url: str, watch: Watch) -> None:
    if watch.fired:
        raise TooSlowError(url, f"the whole page within {watch.seconds:.1f} s", "a part of it")
