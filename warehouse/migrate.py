"""Opens a database file and brings its tables to this version's form, one numbered step a time.

Steps are `schema/NNNN_name.sql`. A step that was applied never changes: its digest is kept in the
file, and a difference is an error. A file with steps that this version does not know is newer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import duckdb

from warehouse.durable import sync
from warehouse.errors import BusyError, SchemaError, WarehouseError

_STEP_NAME = re.compile(r"([0-9]{4})_[a-z0-9_]+\.sql")
_CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    # Files stay readable by DuckDB 1.5.
    "storage_compatibility_version": "v1.5.0",
    # Nothing is fetched or loaded behind our back, and no Python variable is read as a table.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One numbered step."""

    version: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.sql.encode("utf-8")).hexdigest()


@cache
def migrations() -> tuple[Migration, ...]:
    """The steps of this version, by number from 1 without a gap."""
    folder = resources.files("warehouse") / "schema"
    names = sorted(item.name for item in folder.iterdir() if _STEP_NAME.fullmatch(item.name))
    steps = tuple(
        Migration(version=int(name[:4]), name=name, sql=(folder / name).read_text("utf-8"))
        for name in names
    )
    if [step.version for step in steps] != list(range(1, len(steps) + 1)):
        raise SchemaError(f"{folder}: expected migrations 0001, 0002 ... in a row, seen {names}")
    return steps


def latest() -> int:
    """Number of the newest schema that this version knows."""
    return migrations()[-1].version


def connect(path: Path | None, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to an existing or new file, or to memory for None. Its clock is UTC."""
    with storage_errors(path):
        config = dict(_CONFIG)
        connection = duckdb.connect(path or ":memory:", read_only=read_only, config=config)
        connection.execute("set TimeZone = 'UTC'")
        return connection


@contextmanager
def storage_errors(path: Path | None) -> Iterator[None]:
    """Turns what DuckDB says about a file that it cannot use into our own errors."""
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.SerializationException) as error:
        seen = " ".join(str(error).split())
        if "Could not set lock" in seen:
            raise BusyError(
                f"{path}: expected no other program to hold it, seen: {seen}"
            ) from error
        raise WarehouseError(f"{path}: expected a sound DuckDB file, seen: {seen}") from error


def open_file(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the warehouse at `path`, made or brought up to date first."""
    if not path.exists():
        _create(path)
    connection = connect(path)
    try:
        with storage_errors(path):
            migrate(connection, str(path), migrations())
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path) -> None:
    """Builds the file under another name, so that a kill leaves none or a whole one."""
    part = path.with_name(f".{path.name}.part")
    for leftover in (part, part.with_name(f"{part.name}.wal")):
        leftover.unlink(missing_ok=True)
    with storage_errors(path):
        connection = connect(part)
        try:
            migrate(connection, str(path), migrations())
            connection.execute("checkpoint")
        finally:
            connection.close()
    sync(part)
    part.replace(path)
    sync(path.parent)


def migrate(connection: duckdb.DuckDBPyConnection, place: str, steps: Sequence[Migration]) -> None:
    """Applies the steps that the database lacks, each with its record in one transaction."""
    done = applied(connection, place)
    _compare(place, done, steps)
    for step in steps[len(done) :]:
        connection.begin()
        try:
            connection.execute(step.sql)
            connection.execute(
                "insert into schema_migrations values (?, ?, ?, ?)",
                [step.version, step.name, step.sha256, datetime.now(UTC)],
            )
            connection.commit()
        except BaseException:
            connection.rollback()
            raise


def applied(connection: duckdb.DuckDBPyConnection, place: str) -> list[tuple[int, str, str]]:
    """Version, name and digest of each applied step; SchemaError for somebody else's tables."""
    rows = connection.execute("select table_name from duckdb_tables()").fetchall()
    tables = {row[0] for row in rows}
    if tables and "schema_migrations" not in tables:
        raise SchemaError(
            f"{place}: expected a Tallycheck warehouse, seen tables {', '.join(sorted(tables))}"
        )
    if not tables:
        return []
    query = "select version, name, sha256 from schema_migrations order by version"
    return [(int(row[0]), str(row[1]), str(row[2])) for row in connection.execute(query).fetchall()]


def _compare(place: str, done: list[tuple[int, str, str]], steps: Sequence[Migration]) -> None:
    newest = steps[-1].version if steps else 0
    if done and done[-1][0] > newest:
        raise SchemaError(
            f"{place}: expected schema version {newest} or older, seen version {done[-1][0]};"
            " it was written by a newer Tallycheck"
        )
    for (version, name, sha256), step in zip(done, steps, strict=False):
        if (version, sha256) != (step.version, step.sha256):
            raise SchemaError(
                f"{place}: expected migration {step.name} with digest {step.sha256[:12]},"
                f" seen {name} with digest {sha256[:12]}; an applied migration was changed"
            )
