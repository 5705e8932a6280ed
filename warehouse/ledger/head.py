"""The head of the ledger, kept in a file apart from it, and the turn of those who write it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from warehouse.durable import write_whole
from warehouse.errors import BusyError, LedgerError
from warehouse.ledger.chain import Head

PATIENCE: Final = 30.0
"""Seconds to wait for one's turn; an append takes milliseconds."""
_PAUSE: Final = 0.005


def read_head(path: Path) -> Head | None:
    """The head that was kept last; None when none ever was. LedgerError for any other content."""
    data = _content(path)
    if data is None:
        return None
    try:
        fields = json.loads(data)
        head = Head(fields["count"], fields["hash"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _strange(path, data) from error
    if type(head.count) is not int or head.count < 0 or not isinstance(head.hash, str):
        raise _strange(path, data)
    return head


def write_head(path: Path, head: Head) -> None:
    """Keeps the head, durably and in one step. Only in one's turn: an older one must not win."""
    fields = {"count": head.count, "hash": head.hash}
    with _file_errors(path):
        write_whole(path, (json.dumps(fields) + "\n").encode("ascii"))


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """One writer at a time among the processes and threads of this machine; BusyError when
    another holds on for half a minute. A killed writer's turn ends with it.
    """
    with _file_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    latest = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > latest:
                raise BusyError(
                    f"{path}: expected one's turn within {PATIENCE:.0f} s, seen another writer"
                ) from error
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def _file_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerError(
            f"{path}: expected a file to read and write, seen {error.strerror}"
        ) from error


def _content(path: Path) -> bytes | None:
    with _file_errors(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _strange(path: Path, data: bytes) -> LedgerError:
    return LedgerError(f"{path}: expected number and hash of the last entry, seen {data!r:.120}")
