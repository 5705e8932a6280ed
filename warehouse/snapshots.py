"""Bytes as served, kept in files named by their digest.

A file is on disk before any row names it: a kill between the two leaves bytes that nobody names,
never a row without its bytes.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from warehouse.durable import write_whole
from warehouse.errors import WarehouseError

_DIGEST = re.compile(r"[0-9a-f]{64}")


class SnapshotStore:
    """The folder `snapshots/` of a home, two characters of the digest a sub-folder."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "snapshots"

    def path(self, sha256: str) -> Path:
        """Where the bytes with this digest lie, or would lie."""
        if not _DIGEST.fullmatch(sha256):
            raise WarehouseError(f"snapshot: expected a SHA-256 in hex, seen {sha256!r}")
        return self.folder / sha256[:2] / sha256

    def put(self, body: bytes) -> str:
        """Keep the bytes and return their SHA-256 in hex. A damaged copy is written anew."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self.path(sha256)
        if not (path.is_file() and path.read_bytes() == body):
            write_whole(path, body)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with this digest; WarehouseError when they are missing or damaged."""
        path = self.path(sha256)
        try:
            body = path.read_bytes()
        except FileNotFoundError as error:
            raise WarehouseError(f"{path}: expected a snapshot's bytes, seen no file") from error
        seen = hashlib.sha256(body).hexdigest()
        if seen != sha256:
            raise WarehouseError(f"{path}: expected bytes with that SHA-256, seen {seen}")
        return body
