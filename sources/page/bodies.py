"""Bodies of answers, taken in piece by piece: bounded by what comes out, whole or refused."""

from __future__ import annotations

import zlib
from typing import Final

from warehouse.errors import UnreadableError

CHUNK: Final = 1 << 16
GZIP: Final = 16 + zlib.MAX_WBITS


class Plain:
    """Collects a body up to a limit."""

    def __init__(self, url: str, limit: int) -> None:
        self.url, self.limit, self.parts, self.size = url, limit, list[bytes](), 0

    def keep(self, part: bytes) -> None:
        self.size += len(part)
        if self.size > self.limit:
            raise UnreadableError(self.url, f"at most {self.limit} bytes", "more")
        self.parts.append(part)

    def feed(self, chunk: bytes) -> None:
        self.keep(chunk)

    def whole(self) -> bytes:
        return b"".join(self.parts)


class Gunzip(Plain):
    """The same for a gzip stream: bounded by what comes out, and refused unless it ends."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(url, limit)
        self.stream = zlib.decompressobj(GZIP)

    def feed(self, chunk: bytes) -> None:
        if self.stream.eof:
            raise UnreadableError(self.url, "a whole gzip stream", "bytes after its end")
        try:
            while chunk and not self.stream.eof:
                self.keep(self.stream.decompress(chunk, CHUNK))
                chunk = self.stream.unconsumed_tail
        except zlib.error as error:
            raise UnreadableError(self.url, "a gzip stream", str(error)) from error

    def whole(self) -> bytes:
        while not self.stream.eof and (part := self.stream.decompress(b"", CHUNK)):
            self.keep(part)
        if not self.stream.eof or self.stream.unused_data:
            seen = "bytes after its end" if self.stream.eof else "one that stops before its end"
            raise UnreadableError(self.url, "a whole gzip stream", seen)
        return super().whole()
