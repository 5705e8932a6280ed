"""Prefect's surroundings: its settings before it is imported, and its server after a crash.

Without PREFECT_API_URL Prefect starts a server of its own for each process that runs a flow. A
flow that is killed outright leaves that server behind, so every server we start carries its owner
in its environment: a mark made before the process exists leaves no moment in which a kill could
go unrecorded. The mark is read from /proc, so elsewhere than on Linux nothing is ever found.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from warehouse.errors import UsageError

OWNER = "TALLYCHECK_SERVER_OWNER"
SERVER = b"prefect.server.api.server:create_app"
PROC = Path("/proc")
PATIENCE = 5.0


def prepare(home: Path) -> None:
    """Set what Prefect reads when it is imported; what the user has set stays as it is."""
    ours = {
        "PREFECT_HOME": str(home / "prefect"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        # Twenty seconds, the default, are too few for several starts on a busy machine.
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        # Errors reach the caller as exceptions; a second telling as a traceback helps nobody.
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
    }
    for name, value in ours.items():
        os.environ.setdefault(name, value)
    os.environ[OWNER] = str(Owner(pid=os.getpid(), started=_start_of(os.getpid()), home=str(home)))


def ask_for_server() -> None:
    """Where the user has named a server of their own, see that it answers; else UsageError."""
    address = os.environ.get("PREFECT_API_URL", "")
    if not address:
        return
    place = f"{address.rstrip('/')}/health"
    try:
        with urlopen(place, timeout=PATIENCE) as answer:  # noqa: S310 - the user's own setting
            answer.read()
    except (OSError, ValueError, HTTPException) as error:
        raise UsageError(
            f"PREFECT_API_URL: expected a Prefect server at {address}, seen {error}"
        ) from error


@dataclass(frozen=True, slots=True)
class Owner:
    """The process that started a server. `started` is in clock ticks since the machine's start:
    a process id comes round again, an id with its start does not.
    """

    pid: int
    started: str
    home: str

    def __str__(self) -> str:
        return f"{self.pid} {self.started} {self.home}"

    @property
    def is_alive(self) -> bool:
        return bool(self.started) and _start_of(self.pid) == self.started


def leftovers(home: Path) -> list[int]:
    """Ids of the servers that runs in this home left behind, because they were killed."""
    return [pid for pid, owner in _servers() if owner.home == str(home) and not owner.is_alive]


def end_leftovers(home: Path) -> list[int]:
    """End the servers left behind in this home; returns their ids."""
    found = leftovers(home)
    _signal(found, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while (left := [pid for pid in found if _is_server(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    _signal(left, signal.SIGKILL)
    return found


def _servers() -> Iterator[tuple[int, Owner]]:
    for entry in sorted(PROC.glob("[0-9]*")):
        pid = int(entry.name)
        if _is_server(pid) and (owner := _owner_of(pid)):
            yield pid, owner


def _is_server(pid: int) -> bool:
    return SERVER in _read(PROC / str(pid) / "cmdline")


def _owner_of(pid: int) -> Owner | None:
    mark = f"{OWNER}=".encode()
    for entry in _read(PROC / str(pid) / "environ").split(b"\0"):
        if entry.startswith(mark):
            owner, started, home = os.fsdecode(entry.removeprefix(mark)).split(" ", 2)
            return Owner(pid=int(owner), started=started, home=home)
    return None


def _start_of(pid: int) -> str:
    """Field 22 of /proc/PID/stat, counted after the name, which may hold anything; "" if gone."""
    stat = _read(PROC / str(pid) / "stat")
    after_name = stat[stat.rfind(b")") + 1 :].split()
    # State Z is a process that has ended and waits for its parent to notice.
    return "" if not after_name or after_name[0] == b"Z" else after_name[19].decode()


def _read(path: Path) -> bytes:
    """The file's bytes; none when the process has ended or belongs to another user."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue  # it has ended since we looked
