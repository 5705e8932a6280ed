"""`doctor`: what a run needs, looked at without changing anything."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from flows.engine import leftovers
from flows.settings import Settings, load_settings
from flows.terminal import emit, shown
from sources.registry import load_forces
from warehouse.errors import BusyError, TallycheckError
from warehouse.publish import CURRENT, FOLDER, open_edition
from warehouse.store import FILE_NAME, Store

FREE_BYTES = 1_000_000_000
# As in pyproject.toml: Prefect 3.8 runs no flow beside a newer FastAPI.
NEEDED = {"prefect": ((3, 8), (4,)), "fastapi": ((0, 139), (0, 151)), "duckdb": ((2,), (3,))}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, and what was seen."""

    what: str
    is_well: bool
    seen: str


def show_health() -> bool:
    """Print all findings; True when nothing is amiss."""
    findings = list(examine(load_settings()))
    for finding in findings:
        emit(shown(f"{'ok' if finding.is_well else 'BAD'} {finding.what}: {finding.seen}"))
    return all(finding.is_well for finding in findings)


def examine(settings: Settings) -> Iterator[Finding]:
    """All findings, the machine's first."""
    yield Finding("python", sys.version_info >= (3, 11), platform.python_version())
    yield from (_version(name, *bounds) for name, bounds in NEEDED.items())
    yield _home(settings.home)
    yield _disk(settings.home)
    yield _tried("forces", lambda: f"{len(load_forces(settings.forces))} known")
    yield _tried("warehouse", lambda: _warehouse(settings.home))
    yield _tried("edition", lambda: _edition(settings.home))
    yield _servers(settings.home)


def _version(name: str, least: tuple[int, ...], below: tuple[int, ...]) -> Finding:
    seen = version(name)
    numbers = tuple(int(part) for part in seen.split(".")[:2] if part.isdecimal())
    needs = f"{_dotted(least)} or newer, below {_dotted(below)}"
    is_well = least <= numbers < below
    return Finding(name, is_well, seen if is_well else f"{seen}, needs {needs}")


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


def _home(home: Path) -> Finding:
    folder = _existing(home)
    is_well = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    state = "writable" if is_well else f"cannot write to {folder}"
    return Finding("home", is_well, f"{home}, {state}")


def _existing(path: Path) -> Path:
    """The path, or the nearest folder above it that is there."""
    return next(one for one in (path, *path.parents) if one.exists())


def _disk(home: Path) -> Finding:
    free = shutil.disk_usage(_existing(home)).free
    return Finding("disk", free >= FREE_BYTES, f"{free / 1e9:,.1f} GB free")


def _tried(what: str, look: Callable[[], str]) -> Finding:
    try:
        seen, is_well = look(), True
    except TallycheckError as error:
        seen, is_well = str(error), False
    return Finding(what, is_well, seen)


def _warehouse(home: Path) -> str:
    if not (home / FILE_NAME).exists():
        return "none yet"
    try:
        with Store.open(home) as store:
            return ", ".join(f"{rows:,} {name}" for name, rows in store.counts().items())
    except BusyError:
        return "in use by a run"


def _edition(home: Path) -> str:
    if not (home / FOLDER / CURRENT).exists():
        return "none yet"
    with open_edition(home) as edition:
        edition.verify()
        return f"{edition.edition.version}, published {edition.edition.published_at:%Y-%m-%d %H:%M}"


def _servers(home: Path) -> Finding:
    left = leftovers(home)
    processes = ", ".join(map(str, left))
    seen = f"left behind by a killed run: process {processes}; the next run ends it"
    return Finding("prefect server", not left, seen if left else "none left behind")
