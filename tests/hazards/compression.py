"""Content encodings: bombs, cut streams, and encodings that nobody asked for."""

from __future__ import annotations

import gzip
import zlib
from typing import Final

from tests.hazards.server import HTML, Answer, Exchange
from tests.hazards.table import (
    BLOCKED,
    BROKEN,
    CAREFUL,
    DOUBTED,
    GOOD,
    OK,
    REJECTED,
    Hazard,
    html,
    sends,
)

PAGE: Final = html().encode()
PACKED: Final = gzip.compress(PAGE, mtime=0)
MEBIBYTE: Final = 1 << 20
BOMB_SIZE: Final = 600
TYPE: Final = f"Content-Type: {HTML}"
# An empty stored block in brotli and a frame header of zstd: enough to be neither gzip nor text.
BROTLI: Final = b"\x0b\x02\x80hello\x03"
ZSTD: Final = b"\x28\xb5\x2f\xfd\x04\x58" + bytes(range(64))


def _bomb(exchange: Exchange, blank: bytes = b" ") -> None:
    """A gzip stream of 600 MiB; each block stands for itself, so one is packed and sent often."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    opening = packer.compress(html()[:60].encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(blank * MEBIBYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    exchange.raw(opening)
    for _ in range(BOMB_SIZE):
        exchange.raw(block)


def _explodes(*lines: str, status: int = 200) -> Answer:
    def answer(exchange: Exchange) -> None:
        exchange.head(TYPE, "Content-Encoding: gzip", *lines, status=status)
        _bomb(exchange)

    return answer


def _redirect_explodes(exchange: Exchange) -> None:
    if exchange.path == "/after":
        GOOD(exchange)
        return
    exchange.head("Location: /after", "Content-Encoding: gzip", status=302)
    _bomb(exchange)


def _robots_explode(exchange: Exchange) -> None:
    exchange.head("Content-Type: text/plain", "Content-Encoding: gzip")
    _bomb(exchange, blank=b"\n")


def _endless(exchange: Exchange) -> None:
    exchange.head(TYPE)
    exchange.raw(html()[:60].encode())
    while True:
        exchange.raw(b"<p>And more of it. " * 4096)


def _announced(exchange: Exchange) -> None:
    exchange.head(TYPE, f"Content-Length: {2 << 30}")
    exchange.raw(PAGE)
    exchange.hold()


def _twice_packed_bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    blocks = [packer.compress(bytes(MEBIBYTE)) for _ in range(40)]
    return gzip.compress(b"".join([*blocks, packer.flush()]), mtime=0)


def _encoded(body: bytes, encoding: str) -> Answer:
    return sends(body, f"Content-Encoding: {encoding}")


CASES: Final = (
    ("gzip-bomb", _explodes(), REJECTED, "600 MiB out of 600 kB"),
    ("gzip-bomb-in-error-page", _explodes(status=404), REJECTED, "nobody needs to read an error"),
    ("gzip-bomb-in-redirect", _redirect_explodes, OK, "requests reads what stands in a redirect"),
    ("gzip-in-gzip-bomb", _encoded(_twice_packed_bomb(), "gzip, gzip"), REJECTED, "bomb in a bomb"),
    ("six-encodings", _encoded(PACKED, ", ".join(["gzip"] * 6)), BROKEN, "a chain without end"),
    ("gzip-cut", _encoded(PACKED[: len(PACKED) * 3 // 5], "gzip"), REJECTED, "passes as whole"),
    ("gzip-without-trailer", _encoded(PACKED[:-8], "gzip"), REJECTED, "nothing vouches for it"),
    (
        "gzip-checksum-wrong",
        _encoded(PACKED[:-8] + b"\0\1\2\3" + PACKED[-4:], "gzip"),
        REJECTED,
        "the bytes are not those that were packed",
    ),
    (
        "gzip-bit-flipped",
        _encoded(PACKED[:60] + bytes([PACKED[60] ^ 0x10]) + PACKED[61:], "gzip"),
        REJECTED,
        "damaged on the way",
    ),
    ("gzip-and-noise", _encoded(PACKED + b"\xff" * 400, "gzip"), CAREFUL, "bytes after the end"),
    ("gzip-said-plain-sent", _encoded(PAGE, "gzip"), REJECTED, "a label for another body"),
    ("gzip-not-said", sends(PACKED), CAREFUL, "packed bytes read as text"),
    ("gzip-in-capitals", _encoded(PACKED, "GZIP"), OK, "a name has no case"),
    ("identity-said", _encoded(PAGE, "identity"), OK, "no encoding is one too"),
    ("brotli-unasked", _encoded(BROTLI, "br"), REJECTED, "decoded or not, as is installed"),
    ("zstd-unasked", _encoded(ZSTD, "zstd"), REJECTED, "passes undecoded, without a word"),
    ("deflate-unasked", _encoded(zlib.compress(PAGE), "deflate"), REJECTED, "two formats, a name"),
    ("encoding-unknown", _encoded(PAGE, "rot13"), REJECTED, "nobody can read it"),
    ("endless-body", _endless, REJECTED, "no length, no end"),
    ("two-gibibytes-announced", _announced, REJECTED, "believed, it fills the disk"),
    (
        "thirty-megabytes",
        sends(html("And more of it. " * 1_900_000)),
        REJECTED,
        "over what a page may weigh",
    ),
)

HAZARDS: Final = (
    *(
        Hazard(name=name, answer=answer, outcomes=outcomes, why=why)
        for name, answer, outcomes, why in CASES
    ),
    Hazard(
        name="robots-a-bomb",
        answer=GOOD,
        robots=_robots_explode,
        outcomes=OK | BLOCKED | DOUBTED,
        why="the rules are read before the page, with as little trust",
    ),
)
