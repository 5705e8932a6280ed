"""Servers that take their time: no read timeout ends a trickle, only a limit on the whole."""

from __future__ import annotations

from typing import Final

from tests.hazards.server import HTML, Answer, Exchange
from tests.hazards.table import BLOCKED, BROKEN, GAVE_UP, GOOD, REJECTED, Hazard, html

PAGE: Final = html().encode()
TYPE: Final = f"Content-Type: {HTML}"
PAUSE: Final = 0.4


def _drip(exchange: Exchange, data: bytes, pause: float = PAUSE) -> None:
    for place in range(len(data)):
        exchange.raw(data[place : place + 1])
        exchange.wait(pause)


def _body_drips(exchange: Exchange) -> None:
    exchange.head(TYPE, f"Content-Length: {len(PAGE)}")
    _drip(exchange, PAGE)


def _header_drips(exchange: Exchange) -> None:
    _drip(exchange, b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 500)


def _headers_drip(exchange: Exchange) -> None:
    exchange.raw(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        exchange.raw(b"X-%d: a\r\n" % number)
        exchange.wait(PAUSE)


def _chunks_drip(exchange: Exchange) -> None:
    exchange.head(TYPE, "Transfer-Encoding: chunked")
    for place in range(len(PAGE)):
        exchange.raw(b"1\r\n%c\r\n" % PAGE[place])
        exchange.wait(PAUSE)


def _floods(line: bytes) -> Answer:
    def answer(exchange: Exchange) -> None:
        while True:
            exchange.raw(line + b"\r\n\r\n")
            exchange.wait(0.01)

    return answer


def _silent(exchange: Exchange) -> None:
    exchange.hold()


def _stalls(exchange: Exchange) -> None:
    exchange.head(TYPE, f"Content-Length: {len(PAGE)}")
    exchange.raw(PAGE[:-40])
    exchange.hold()


def _slow_chain(exchange: Exchange) -> None:
    exchange.wait(4.0)
    exchange.send("", f"Location: /hop{len(exchange.site.paths)}", status=302)


def _slow_refusals(exchange: Exchange) -> None:
    exchange.wait(8.0)
    exchange.send("busy", status=503)


def _robots_drip(exchange: Exchange) -> None:
    exchange.head("Content-Type: text/plain")
    _drip(exchange, b"User-agent: *\nDisallow:\n" * 20)


CASES: Final = (
    ("body-drips", _body_drips, REJECTED, "a byte at a time for minutes"),
    ("header-line-drips", _header_drips, BROKEN, "no answer begins, and no timeout fires"),
    ("header-lines-drip", _headers_drip, BROKEN, "a header a moment"),
    ("chunks-drip", _chunks_drip, REJECTED, "a chunk of one byte at a time"),
    ("continue-flood", _floods(b"HTTP/1.1 100 Continue"), BROKEN, "told to go on, for ever"),
    ("silent", _silent, BROKEN, "taken up and not spoken to"),
    ("stalls-before-the-end", _stalls, BROKEN, "all but the last 40 bytes"),
    ("slow-redirects", _slow_chain, BROKEN, "each hop is in time, all together are not"),
    ("slow-refusals", _slow_refusals, GAVE_UP, "each try is in time, all together are not"),
)

HAZARDS: Final = (
    *(
        Hazard(name=name, answer=answer, outcomes=outcomes, why=why, is_slow=True)
        for name, answer, outcomes, why in CASES
    ),
    Hazard(
        name="hints-flood",
        answer=_floods(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload"),
        outcomes=BROKEN,
        why="hints, for ever",
        is_slow=True,
    ),
    Hazard(
        name="robots-drip",
        answer=GOOD,
        robots=_robots_drip,
        outcomes=BLOCKED,
        why="rules that cannot be read in time allow nothing",
        is_slow=True,
        most=0,
    ),
    Hazard(
        name="handshake-silent",
        answer=_silent,
        scheme="https",
        outcomes=BLOCKED | BROKEN,
        why="TLS that never begins",
        is_slow=True,
    ),
)
