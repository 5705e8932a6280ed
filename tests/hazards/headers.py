"""Headers that are huge, many, broken, or that would lead elsewhere."""

from __future__ import annotations

from typing import Final

from tests.hazards.server import HTML, Answer, Exchange
from tests.hazards.table import (
    BROKEN,
    CAREFUL,
    FLAGGED,
    OK,
    REJECTED,
    Hazard,
    html,
    sends,
)

PAGE: Final = html().encode()
COOKIES: Final = tuple(f"Set-Cookie: c{number}={'x' * 300}; Path=/" for number in range(90))


def _with_lines(lines: bytes) -> Answer:
    """The good page, with these bytes among its headers."""

    def answer(exchange: Exchange) -> None:
        exchange.raw(b"HTTP/1.1 200 OK\r\n" + lines)
        exchange.raw(b"\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(PAGE) + PAGE)

    return answer


def _endless_header(exchange: Exchange) -> None:
    exchange.raw(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        exchange.raw(b"a" * 65_536)


def _endless_headers(exchange: Exchange) -> None:
    exchange.raw(b"HTTP/1.1 200 OK\r\n")
    while True:
        exchange.raw(b"X-Many: a\r\n" * 1000)


def _leads_to_trap(exchange: Exchange) -> None:
    exchange.send(
        html(),
        f"Link: <{exchange.trap}/a.css>; rel=preload",
        f'Alt-Svc: http/1.1="{exchange.trap.removeprefix("http://")}"',
        f"Content-Location: {exchange.trap}/secret",
        f'Report-To: {{"endpoints":[{{"url":"{exchange.trap}"}}]}}',
    )


TYPE: Final = f"Content-Type: {HTML}".encode()
CASES: Final = (
    ("one-endless-header", _endless_header, BROKEN, "a line of any length"),
    ("endless-headers", _endless_headers, BROKEN, "any number of lines"),
    (
        "header-of-a-megabyte",
        _with_lines(TYPE + b"\r\nX-Long: " + b"a" * (1 << 20)),
        BROKEN,
        "a line too long",
    ),
    (
        "ten-thousand-headers",
        _with_lines(TYPE + b"\r\nX-Many: a" * 10_000),
        BROKEN,
        "too many lines",
    ),
    ("ninety-cookies", sends(html(), *COOKIES), OK, "nothing of it is kept"),
    ("header-without-colon", _with_lines(TYPE + b"\r\nnonsense"), CAREFUL, "the parser stops"),
    ("header-folded", _with_lines(TYPE + b"\r\nX-Old: a\r\n b"), OK, "an old way to break lines"),
    ("header-with-nul", _with_lines(TYPE + b"\r\nX-Nul: a\0b"), CAREFUL | BROKEN, "a C string"),
    ("header-with-high-bytes", _with_lines(TYPE + b"\r\nX-\xff: \xfe\xed"), CAREFUL, "no ASCII"),
    ("header-ends-in-lf", _with_lines(TYPE + b"\nX-Lf: a"), CAREFUL, "lines without CR"),
    (
        "header-with-terminal-escape",
        _with_lines(TYPE + b'\r\nETag: "\x1b[2J\x1b]0;owned\x07"'),
        CAREFUL | BROKEN,
        "a log that is shown on a terminal",
    ),
    ("no-media-type", sends(html(), media=None), OK, "the bytes say what they are"),
    ("media-type-empty", sends(html(), media=""), OK, "the same"),
    ("media-type-garbage", sends(html(), media=';;="/'), CAREFUL, "a label that none can read"),
    ("media-type-long", sends(html(), media="text/" + "h" * 40_000), CAREFUL, "a column's worth"),
    (
        "two-media-types",
        sends(html(), "Content-Type: application/pdf"),
        CAREFUL,
        "which of them holds is anybody's guess",
    ),
    (
        "a-picture-by-its-label",
        sends(html(), media="image/png"),
        CAREFUL,
        "the label says a picture, the bytes a page",
    ),
    (
        "attachment",
        sends(html(), 'Content-Disposition: attachment; filename="../../a.html"'),
        OK,
        "a path that leads out of the folder",
    ),
    ("headers-that-lead-to-the-trap", _leads_to_trap, OK, "browsers would go there"),
    (
        "etag-with-line-break",
        _with_lines(TYPE + b'\r\nETag: "a\rX-Injected: 1"'),
        CAREFUL | BROKEN | FLAGGED,
        "sent back next time, it is a header of its own",
    ),
    (
        "etag-of-sixty-kilobytes",
        sends(html(), f'ETag: "{"e" * 60_000}"'),
        CAREFUL,
        "sent back next time, our own request is too long",
    ),
    (
        "vary-and-age-nonsense",
        sends(html(), "Vary: *", "Age: -1", "Date: yesterday", "Expires: 0"),
        OK,
        "caching is not ours",
    ),
    (
        "upgrade-to-another-protocol",
        sends("", "Upgrade: h2c", "Connection: Upgrade", status=101),
        REJECTED | BROKEN,
        "another protocol from here on",
    ),
)
TWICE: Final = frozenset({"etag-with-line-break", "etag-of-sixty-kilobytes"})

HAZARDS: Final = tuple(
    Hazard(
        name=name,
        answer=answer,
        outcomes=outcomes | {"not_modified"} if name in TWICE else outcomes,
        why=why,
        runs=2 if name in TWICE else 1,
    )
    for name, answer, outcomes, why in CASES
)
