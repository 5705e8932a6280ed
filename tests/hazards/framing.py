"""Bodies that are shorter, longer or otherwise framed than their headers say."""

from __future__ import annotations

from typing import Final

from tests.hazards.server import HTML, Answer, Exchange
from tests.hazards.table import (
    BROKEN,
    CAREFUL,
    DECOY,
    FLAGGED,
    GAVE_UP,
    GOOD,
    OK,
    REJECTED,
    RETRIED,
    Hazard,
    html,
    in_turn,
    sends,
)

PAGE: Final = html().encode()
TYPE: Final = f"Content-Type: {HTML}"
CHUNKED: Final = "Transfer-Encoding: chunked"
AT_POUND: Final = PAGE.index("£18".encode()) + len("£18".encode())
LENGTH: Final = f"Content-Length: {len(PAGE)}"


def _headed(body: bytes, *lines: str, status: int | str = 200) -> Answer:
    def answer(exchange: Exchange) -> None:
        exchange.head(TYPE, *lines, status=status)
        exchange.raw(body)

    return answer


def _chunk(part: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(part), part)


def _reset_midway(exchange: Exchange) -> None:
    exchange.head(TYPE, LENGTH)
    exchange.raw(PAGE[:AT_POUND])
    exchange.wait(0.2)
    exchange.reset()


def _reset(exchange: Exchange) -> None:
    exchange.reset()


def _nothing(_exchange: Exchange) -> None:
    """The connection is closed without a word."""


def _without_headers(exchange: Exchange) -> None:
    exchange.raw(PAGE)


def _desync(exchange: Exchange) -> None:
    second = html(DECOY).encode()
    exchange.head(TYPE, LENGTH)
    exchange.raw(PAGE + b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(second) + second)


CASES: Final = (
    ("short-body", (PAGE[:AT_POUND], LENGTH), REJECTED, "the body ends inside the number"),
    ("chunks-cut", (_chunk(PAGE[:AT_POUND]), CHUNKED), REJECTED, "no last chunk: a part passes"),
    (
        "chunk-cut-inside",
        (b"%x\r\n" % len(PAGE) + PAGE[:AT_POUND], CHUNKED),
        REJECTED,
        "a chunk ends before its size",
    ),
    ("chunk-size-no-number", (b"pounds\r\n" + PAGE, CHUNKED), BROKEN, "a size that is a word"),
    ("chunk-size-negative", (b"-5\r\n" + PAGE, CHUNKED), BROKEN, "a size below nothing"),
    (
        "chunk-size-huge",
        (b"FFFFFFFFFFFFFFF0\r\n" + PAGE, CHUNKED),
        BROKEN,
        "a size for which nobody has memory",
    ),
    (
        "chunk-size-line-endless",
        (b"0" * 200_000 + b"\r\n" + PAGE, CHUNKED),
        BROKEN,
        "a size that takes a line of 200 kB",
    ),
    (
        "length-too-small",
        (PAGE, f"Content-Length: {AT_POUND}"),
        FLAGGED,
        "the rest is not read: the page ends at a lower amount",
    ),
    (
        "two-lengths",
        (PAGE, LENGTH, f"Content-Length: {AT_POUND}"),
        BROKEN | FLAGGED,
        "the page is as long as the reader cares to believe",
    ),
    ("length-negative", (PAGE, "Content-Length: -5"), CAREFUL, "no length at all"),
    ("length-a-word", (PAGE, "Content-Length: some"), CAREFUL, "no length at all"),
    (
        "length-of-a-thousand-digits",
        (PAGE, f"Content-Length: 1{'0' * 1000}"),
        BROKEN,
        "more than is there, and more than an int of the system holds",
    ),
    (
        "length-and-chunks",
        (_chunk(PAGE) + b"0\r\n\r\n", CHUNKED, f"Content-Length: {AT_POUND}"),
        CAREFUL,
        "two framings: the smuggler's way",
    ),
    ("cut-and-closed", (PAGE[:AT_POUND],), FLAGGED, "without a length, the end is the end"),
    (
        "trailers",
        (_chunk(PAGE) + b"0\r\nX-Sum: 5\r\nSet-Cookie: a=b\r\n\r\n", CHUNKED),
        OK,
        "headers after the body",
    ),
)

HAZARDS: Final = (
    *(
        Hazard(name=name, answer=_headed(*parts), outcomes=outcomes, why=why)
        for name, parts, outcomes, why in CASES
    ),
    Hazard(
        name="reset-midway",
        answer=_reset_midway,
        outcomes=BROKEN,
        why="the connection breaks inside the number",
    ),
    Hazard(name="reset-at-once", answer=_reset, outcomes=GAVE_UP, why="no answer, ever", most=4),
    Hazard(name="closed-at-once", answer=_nothing, outcomes=GAVE_UP, why="no answer, ever", most=4),
    Hazard(
        name="first-connection-dropped",
        answer=in_turn(_reset, GOOD),
        outcomes=RETRIED,
        why="a load balancer that wakes up",
        most=2,
    ),
    Hazard(
        name="no-status-line",
        answer=_without_headers,
        outcomes=BROKEN,
        why="HTTP 0.9, or no HTTP at all",
    ),
    Hazard(
        name="second-answer-behind-the-first",
        answer=_desync,
        outcomes=OK,
        why="a kept connection would take it for the answer to the next question",
    ),
    Hazard(name="empty-200", answer=sends(b""), outcomes=REJECTED, why="a page of no bytes"),
    Hazard(name="blank-200", answer=sends(b" \r\n\t" * 50), outcomes=REJECTED, why="blanks only"),
    Hazard(
        name="nothing-to-read-in-it",
        answer=sends("<!doctype html><html><body></body></html>"),
        outcomes=REJECTED | FLAGGED,
        why="markup without a word",
    ),
)
