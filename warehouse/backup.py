"""A home in one file and back: every file with its digest, checked before anything is replaced."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final

from warehouse.decisions import LOCK_NAME
from warehouse.durable import arriving, sync
from warehouse.errors import UsageError, WarehouseError
from warehouse.ledger.head import turn
from warehouse.store import FILE_NAME

MANIFEST: Final = "MANIFEST.json"
LEDGER: Final = "decisions.sqlite"
FORMAT: Final = 1
_PIECE: Final = 1 << 20
_LEFT: Final = frozenset({"editions", "prefect", "demo"})
"""Folders that are made anew from the rest, or belong to Prefect."""


def back_up(home: Path, out: Path) -> int:
    """Write all that a home cannot make anew to `out`; returns the number of files.

    The caller holds the home's run lock, and has moved the warehouse into its main file.
    WarehouseError where the home holds no warehouse.
    """
    if not (home / FILE_NAME).is_file():
        raise WarehouseError(f"{home}: expected a warehouse, seen none")
    out = out.resolve()
    with arriving(out) as part, TemporaryDirectory(dir=out.parent) as scratch:
        files = {**dict(_files(home)), **_ledger(home, Path(scratch))}
        sums = {name: _sha256(path) for name, path in sorted(files.items())}
        with tarfile.open(part, "w") as tar:
            manifest = json.dumps({"format": FORMAT, "files": sums}, indent=1).encode()
            described = tarfile.TarInfo(MANIFEST)
            described.size = len(manifest)
            tar.addfile(described, io.BytesIO(manifest))
            for name in sums:
                tar.add(files[name], arcname=name, recursive=False)
    return len(sums)


def _ledger(home: Path, scratch: Path) -> dict[str, Path]:
    """Copies of the ledger and its head as of one moment, whoever decides meanwhile."""
    copies = {}
    with turn(home / LOCK_NAME):
        if (home / LEDGER).is_file():
            copies[LEDGER] = scratch / LEDGER
            _copied(home / LEDGER, scratch / LEDGER)
        for head in home.glob("ledger*.head"):
            copies[head.name] = scratch / head.name
            shutil.copyfile(head, scratch / head.name)
    return copies


def _files(home: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        is_ours = name.parts[0] not in _LEFT and not any(p.startswith(".") for p in name.parts)
        passing = path.suffix in {".lock", ".wal"} or path.name.endswith(("-wal", "-shm"))
        if path.is_file() and not path.is_symlink() and is_ours and not passing:
            yield name.as_posix(), path


def _copied(ledger: Path, to: Path) -> None:
    with closing(sqlite3.connect(ledger)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


def restore(backup: Path, home: Path) -> int:
    """Fill an empty home from a backup; returns the number of files.

    UsageError for a home that holds something. WarehouseError for a file that is no whole backup;
    the home is then as it was.
    """
    if home.exists() and any(home.iterdir()):
        raise UsageError(f"{home}: expected an empty home or none, seen files in it")
    place = home.with_name(f".{home.name}.restoring")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    try:
        number = _unpacked(backup, place)
        if home.exists():
            home.rmdir()
        place.replace(home)
        sync(home.parent)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return number


def _unpacked(backup: Path, place: Path) -> int:
    try:
        with tarfile.open(backup, "r:") as tar:
            sums = _sums(backup, tar)
            for member in tar:
                _taken(backup, tar, member, sums, place)
    except (OSError, tarfile.TarError) as error:
        raise WarehouseError(f"{backup}: expected a backup, seen {error}") from error
    missing = sorted(name for name in sums if not (place / name).is_file())
    if missing:
        raise WarehouseError(f"{backup}: expected {missing[0]}, seen a backup without it")
    return len(sums)


def _sums(backup: Path, tar: tarfile.TarFile) -> dict[str, str]:
    first = tar.next()
    file = tar.extractfile(first) if first and first.name == MANIFEST else None
    try:
        manifest: Any = json.loads(file.read()) if file else None
        if manifest["format"] != FORMAT:
            raise WarehouseError(
                f"{backup}: expected format {FORMAT}, seen {manifest['format']!r:.20}"
            )
        return {str(name): str(value) for name, value in manifest["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise WarehouseError(f"{backup}: expected {MANIFEST} first, seen {error!r}") from error


def _taken(
    backup: Path,
    tar: tarfile.TarFile,
    member: tarfile.TarInfo,
    sums: dict[str, str],
    place: Path,
) -> None:
    """Write one file that the manifest names and that has its digest; no other thing is taken."""
    if member.name == MANIFEST:
        return
    name = PurePosixPath(member.name)
    source = tar.extractfile(member) if member.isreg() else None
    if source is None or member.name not in sums or name.is_absolute() or ".." in name.parts:
        raise WarehouseError(f"{backup}: expected files of its manifest, seen {member.name!r:.80}")
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        shutil.copyfileobj(source, target, _PIECE)
    sync(path)
    if _sha256(path) != sums[member.name]:
        raise WarehouseError(f"{backup}: expected {member.name} as it was, seen other bytes")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
