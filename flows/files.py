"""Bytes that no server sent: files, and what is piped in."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from mimetypes import MimeTypes
from pathlib import Path

from sources.decode import charset_of
from sources.fetch import Fetched
from sources.sniff import MAX_BYTES
from warehouse.errors import UnreadableError
from warehouse.records import Snapshot


def file_bytes(name: str, path: Path) -> bytes:
    """The bytes of a file of bearable size; UnreadableError in all other cases."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise too_large(name, size)
        return path.read_bytes()
    except OSError as error:
        seen = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise UnreadableError(name, "a file to read", seen or str(error)) from error


def too_large(name: str, size: int) -> UnreadableError:
    return UnreadableError(name, f"at most {MAX_BYTES / 1e6:.0f} MB", f"{size / 1e6:,.1f} MB")


def from_bytes(url: str, body: bytes, media_type: str) -> Fetched:
    """Bytes that no server sent, as if one had."""
    charset, why = charset_of(body)
    snapshot = Snapshot(
        url=url,
        final_url=url,
        fetched_at=datetime.now(UTC),
        status=200,
        media_type=media_type,
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
        charset=charset,
        charset_why=why,
    )
    return Fetched(snapshot=snapshot, body=body, attempts=1, warnings=())


def media_type_of(path: Path) -> str:
    """What the file's ending says, "" where it says nothing: then the bytes decide.

    By the table that comes with Python; the system's own differs from machine to machine.
    """
    return MimeTypes().guess_type(path.name)[0] or ""
