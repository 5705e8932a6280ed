"""Files that are whole or absent: written beside their place, flushed to disk, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import IO


@contextmanager
def arriving(path: Path) -> Iterator[Path]:
    """A temporary path in the folder of `path` that takes its place when the block ends well.

    A reader sees the old file or the whole new one; a kill leaves only a file named `*.part`.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        yield part
        sync(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync(path.parent)


@contextmanager
def output(path: Path) -> Iterator[IO[bytes]]:
    """A stream of bytes into a file that is there whole or not at all; a link is followed.

    A device or a pipe is written to as it stands: renaming over `/dev/null` would replace it.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    with arriving(path.resolve()) as part, part.open("wb") as stream:
        yield stream


def sync(path: Path) -> None:
    """Flush a file, or a folder's list of names, to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, durably, in one step; folders on the way are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with arriving(path) as part:
        part.write_bytes(data)
