"""Where the entries lie: a SQLite file in the home, or a PostgreSQL server by its address."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    URL,
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    func,
    insert,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from warehouse.durable import arriving
from warehouse.errors import LedgerError, UsageError
from warehouse.ledger.chain import Head, Line
from warehouse.ledger.guards import POSTGRESQL, SQLITE

FILE_NAME: Final = "decisions.sqlite"
PATIENCE: Final = 30
"""Seconds that a writer waits for the database."""
_POSTGRES: Final = "postgresql+psycopg"
_TURN: Final = int.from_bytes(hashlib.sha256(b"tallycheck decisions").digest()[:8], signed=True)
"""Key of the advisory lock that keeps the writers of all hosts apart."""

_ENTRIES: Final = Table(
    "decisions",
    MetaData(),
    Column(
        "seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    ),
    Column("case_key", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
    # Unique, so that not even a writer without a lock could fork the chain.
    Column("previous", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False),
)
_LAST: Final = select(_ENTRIES.c.seq, _ENTRIES.c.hash).order_by(_ENTRIES.c.seq.desc()).limit(1)


class Database:
    """The table of entries. `place` names it in messages, without a password; `file` is the
    SQLite file, None with a server; `head_name` is what the home calls the file of its head.
    Nothing is made before the first entry.
    """

    def __init__(self, home: Path, address: str | None) -> None:
        self.file = None if address else home / FILE_NAME
        url = _server(address) if address else URL.create("sqlite", database=str(self.file))
        self.place = f"{_host(url)}/{url.database}" if address else str(self.file)
        self._is_made = False
        self._engine = _server_engine(url) if address else _file_engine(url)
        self.head_name = f"ledger-{_named(url)}.head" if address else "ledger.head"

    def close(self) -> None:
        self._engine.dispose()

    def is_made(self) -> bool:
        """Whether there is a ledger at all."""
        if self.file:
            return self.file.exists()
        if not self._is_made:
            with self._errors(), self._engine.connect() as connection:
                self._is_made = inspect(connection).has_table(_ENTRIES.name)
        return self._is_made

    def make(self) -> None:
        """Makes the ledger where there is none; in one's turn."""
        if self.is_made():
            return
        if self.file:
            self._make_file(self.file)
            return
        with self.writing() as connection:
            if not inspect(connection).has_table(_ENTRIES.name):
                _make_table(connection, POSTGRESQL)

    def _make_file(self, file: Path) -> None:
        """Aside, then renamed: nobody meets a file without its table."""
        with self._errors(), arriving(file) as part:
            engine = _file_engine(URL.create("sqlite", database=str(part)))
            with closing(engine.raw_connection()) as driver:  # within no transaction
                driver.cursor().execute("pragma journal_mode = wal")
            with engine.begin() as connection:
                _make_table(connection, SQLITE)
            engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer overlaps; kept, durably, when the block ends well."""
        with self._errors(), self._engine.execution_options(writes=True).begin() as connection:
            if not self.file:
                connection.exec_driver_sql("set local synchronous_commit = on")
                connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
            yield connection

    def lines(self, case: str | None = None) -> Iterator[Line]:
        """All rows, or those of one case, by number; as they stand at one moment."""
        if not self.is_made():
            return
        with self._errors(), self._engine.connect() as connection:
            if inspect(connection).has_table(_ENTRIES.name):
                yield from lines_of(connection, case)

    def damage(self) -> str | None:
        """What SQLite finds wrong with its file, indexes included; a server looks after its own."""
        if not (self.file and self.is_made()):
            return None
        with self._errors(), self._engine.connect() as connection:
            told: str = connection.exec_driver_sql("pragma integrity_check(1)").scalar_one()
        return None if told == "ok" else told

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """What the database complains of, as our own error in one line."""
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
            raise LedgerError(
                f"{self.place}: expected a ledger of decisions, seen {cause}"
            ) from error


def last_of(connection: Connection) -> Head:
    """Number and hash of the last entry."""
    row = connection.execute(_LAST).first()
    return Head(row.seq, row.hash) if row else Head()


def hash_at(connection: Connection, seq: int) -> str | None:
    """Hash of one entry; None where there is none."""
    found: str | None = connection.scalar(select(_ENTRIES.c.hash).where(_ENTRIES.c.seq == seq))
    return found


def lines_of(connection: Connection, case: str | None) -> Iterator[Line]:
    """The rows within a transaction, by number."""
    query = select(_ENTRIES).order_by(_ENTRIES.c.seq)
    if case is not None:
        query = query.where(_ENTRIES.c.case_key == case)
    options = {"stream_results": True, "yield_per": 1000}
    for row in connection.execute(query, execution_options=options):
        yield Line(row.seq, row.case_key, row.body, row.previous, row.hash)


def add(connection: Connection, line: Line) -> None:
    values = {
        "seq": line.seq,
        "case_key": line.case_key,
        "body": line.body,
        "previous": line.previous,
        "hash": line.hash,
    }
    connection.execute(insert(_ENTRIES).values(values))


def _make_table(connection: Connection, guards: tuple[str, ...]) -> None:
    _ENTRIES.create(connection)
    for statement in guards:
        connection.exec_driver_sql(statement)


def _server(address: str) -> URL:
    """The address of a PostgreSQL server, for its driver. A wrong one is not repeated in the
    message: it may hold a password.
    """
    expected = "TALLYCHECK_LEDGER: expected postgresql://USER@HOST/DATABASE"
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise UsageError(f"{expected}, seen no address") from error
    if url.drivername not in {"postgresql", "postgres", _POSTGRES}:
        raise UsageError(f"{expected}, seen the scheme {url.drivername!r}")
    if not url.database:
        raise UsageError(f"{expected}, seen no name of a database")
    return url.set(drivername=_POSTGRES)


def _named(url: URL) -> str:
    """A name for one database, whoever signs in to it."""
    words = f"{_host(url)}\n{url.port or 5432}\n{url.database}"
    return hashlib.sha256(words.encode()).hexdigest()[:10]


def _host(url: URL) -> str:
    """Host of the server, or folder of its socket."""
    return url.host or str(url.query.get("host", "localhost"))


def _server_engine(url: URL) -> Engine:
    # A stricter isolation would look at the last entry before the lock is given.
    return create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        connect_args={"connect_timeout": PATIENCE},
    )


def _file_engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    return engine


def _leave_transactions_to_us(driver: Any, _record: object) -> None:
    """Keeps Python's own `sqlite3` from beginning transactions late; each commit goes to disk."""
    driver.isolation_level = None
    driver.execute("pragma synchronous = full")


def _begin(connection: Connection) -> None:
    """A writer takes its lock before it reads what it will follow."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("begin immediate" if writes else "begin")
