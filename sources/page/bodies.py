"""Bodies of answers, taken in piece by piece: bounded by what comes out, whole or refused."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final

from warehouse.errors import UnreadableError

CHUNK: Final = 1 << 16
GZIP: Final = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes that may come out at most: more than `limit` is an error, more than `cut_at` is left
    out.
    """

    limit: int
    cut_at: int | None = None


class Plain:
    """Collects a body within bounds."""

    def __init__(self, url: str, bounds: Bounds) -> None:
        self.url, self.bounds, self.parts, self.size = url, bounds, list[bytes](), 0

    @property
    def is_cut(self) -> bool:
        """Whether the rest of the body is of no interest."""
        return self.bounds.cut_at is not None and self.size > self.bounds.cut_at

    def keep(self, part: bytes) -> None:
        self.size += len(part)
        if self.bounds.cut_at is None and self.size > self.bounds.limit:
            raise UnreadableError(self.url, f"at most {self.bounds.limit} bytes", "more")
        self.parts.append(part)

    def feed(self, chunk: bytes) -> None:
        self.keep(chunk)

    def whole(self) -> bytes:
        return b"".join(self.parts)[: self.bounds.cut_at]


class Gunzip(Plain):
    """The same for a gzip stream: bounded by what comes out, and refused unless it ends."""

    def __init__(self, url: str, bounds: Bounds) -> None:
        super().__init__(url, bounds)
        self.stream = zlib.decompressobj(GZIP)

    def feed(self, chunk: bytes) -> None:
        if self.stream.eof:
            raise UnreadableError(self.url, "a whole gzip stream", "bytes after its end")
        try:
            while chunk and not self.stream.eof:
                if self.is_cut:
                    return
                self.keep(self.stream.decompress(chunk, CHUNK))
                chunk = self.stream.unconsumed_tail
        except zlib.error as error:
            raise UnreadableError(self.url, "a gzip stream", str(error)) from error

    def whole(self) -> bytes:
        if self.is_cut:
            return super().whole()
        while not self.stream.eof and (part := self.stream.decompress(b"", CHUNK)):
            self.keep(part)
        if not self.stream.eof or self.stream.unused_data:
            seen = "bytes after its end" if self.stream.eof else "one that stops before its end"
            raise UnreadableError(self.url, "a whole gzip stream", seen)
        return super().whole()
