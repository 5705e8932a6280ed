"""One run at a time in a home, from its first fetch to its edition.

The warehouse has a lock of its own, held only while it is open; between two commits of a run it
is free, and a second run that slipped in there would make the first one fail.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from warehouse.errors import BusyError, UsageError

LOCK_NAME: Final = "run.lock"


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Hold the home's run lock, or BusyError at once. The system drops it with the process."""
    path = home / LOCK_NAME
    try:
        home.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="ascii")
    except OSError as error:
        raise UsageError(f"{home}: expected a folder to write to, seen {error.strerror}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            holder = file.read(32).strip() or "unknown"
            raise BusyError(f"{path}: expected no other run, seen process {holder}") from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
