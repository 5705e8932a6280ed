"""Editions: read-only copies of the warehouse for everybody who only reads.

`editions/CURRENT` names the newest whole copy. It is replaced last and in one step, so a kill at
any moment leaves the edition before. Each copy has a name of its own: DuckDB hands a process that
opens a replaced file under an old name the old content.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from warehouse.durable import arriving, write_whole
from warehouse.errors import EditionError, SchemaError, WarehouseError
from warehouse.migrate import connect, latest
from warehouse.reader import Reader
from warehouse.records import Edition
from warehouse.store import Store

FOLDER: Final = "editions"
CURRENT: Final = "CURRENT"
KEPT: Final = 3


class EditionReader(Reader):
    """One published edition, read-only."""

    def __init__(self, folder: Path, edition: Edition) -> None:
        self.file = folder / edition.file
        super().__init__(connect(self.file, read_only=True), self.file)
        self.edition = edition

    def verify(self) -> None:
        """Reads the whole file: EditionError unless its digest is the manifest's."""
        _expect(self.edition, "SHA-256", self.edition.sha256, _sha256(self.file))


def publish(home: Path, store: Store) -> Edition:
    """Copies what `store` has committed to a new edition and makes it the current one."""
    if store.path is None:
        raise WarehouseError("publish: expected a warehouse in a file, seen one in memory")
    store.checkpoint()
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob(".*.part*"):
        leftover.unlink()
    version = f"{_newest(folder) + 1:06}"
    file = folder / f"{version}.duckdb"
    with arriving(file) as part:
        shutil.copyfile(store.path, part)
        edition = _described(part, version, file.name)
    size = file.stat().st_size
    write_whole(folder / CURRENT, _manifest(edition, size))
    _prune(folder)
    return edition


def open_edition(home: Path) -> EditionReader:
    """The current edition; EditionError when there is none, or when it is not its manifest's.

    Reads size and row counts, not every byte: `EditionReader.verify` does that.
    """
    folder = home / FOLDER
    edition, size = _current(folder)
    try:
        seen = (folder / edition.file).stat().st_size
    except FileNotFoundError as error:
        again, _ = _current(folder)
        if again != edition:  # published and pruned while we looked
            return open_edition(home)
        raise EditionError(f"{folder / edition.file}: expected an edition, seen no file") from error
    _expect(edition, "size in bytes", size, seen)
    reader = EditionReader(folder, edition)
    try:
        _same_schema(reader, edition)
        _expect(edition, "row counts", edition.counts, reader.counts())
    except BaseException:
        reader.close()
        raise
    return reader


def _described(part: Path, version: str, file: str) -> Edition:
    """The manifest of a copy, told from the copy itself."""
    with Reader(connect(part, read_only=True), part) as copy:
        counts = copy.counts()
    return Edition(
        version=version,
        file=file,
        sha256=_sha256(part),
        schema_version=latest(),
        published_at=datetime.now(UTC),
        counts=counts,
    )


def _manifest(edition: Edition, size: int) -> bytes:
    row = {**asdict(edition), "published_at": edition.published_at.isoformat(), "size": size}
    return (json.dumps(row, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _current(folder: Path) -> tuple[Edition, int]:
    path = folder / CURRENT
    try:
        row = json.loads(path.read_bytes())
        size = int(row.pop("size"))
        return Edition(**{**row, "published_at": datetime.fromisoformat(row["published_at"])}), size
    except FileNotFoundError as error:
        raise EditionError(
            f"{path}: expected a published edition, seen none;"
            " run `tallycheck ingest` or `tallycheck demo` first"
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EditionError(f"{path}: expected an edition's manifest, seen {error!r}") from error


def _same_schema(reader: EditionReader, edition: Edition) -> None:
    if edition.schema_version != latest():
        raise SchemaError(
            f"{reader.file}: expected schema version {latest()},"
            f" seen {edition.schema_version}; publish again with this version of Tallycheck"
        )


def _expect(edition: Edition, what: str, expected: object, seen: object) -> None:
    if expected != seen:
        raise EditionError(f"{edition.file}: expected {what} {expected}, seen {seen}")


def _versions(folder: Path) -> list[tuple[int, Path]]:
    files = (file for file in folder.glob("*.duckdb") if file.stem.isdecimal())
    return sorted((int(file.stem), file) for file in files)


def _newest(folder: Path) -> int:
    return max((version for version, _ in _versions(folder)), default=0)


def _prune(folder: Path) -> None:
    for _, file in _versions(folder)[:-KEPT]:
        file.unlink()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
