"""The one lock that keeps two writers apart.

`flock` belongs to the open file: the system drops it when the process ends, however it ends. So
the file itself may stay behind, and a lock left by a killed process blocks nobody.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from warehouse.errors import BusyError

LOCK_NAME = "warehouse.lock"


class WarehouseLock:
    """The lock of one home folder, held from `take` to `release`."""

    def __init__(self, home: Path) -> None:
        self.path = home / LOCK_NAME
        self._descriptor: int | None = None

    def take(self) -> None:
        """Hold the lock or raise BusyError at once; nobody waits."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
            os.close(descriptor)
            raise BusyError(
                f"{self.path}: expected no other writer, seen process {holder or 'unknown'};"
                " wait until it ends"
            ) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
