"""The ledger of decisions: what people decided about cases. Entries are only ever added.

Each entry is chained to the one before by its hash, and number and hash of the last are kept in a
file of their own, written after the commit and before anybody is told: an entry that was
acknowledged cannot be cut off unseen. A kill between the two leaves the head one entry behind; the
next append takes it along.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection

from warehouse.errors import LedgerError, StaleError
from warehouse.ledger.acts import require_possible, require_whole
from warehouse.ledger.chain import Fault, Head, Line, entry_of, line_after, walk
from warehouse.ledger.database import Database, add, hash_at, last_of, lines_of
from warehouse.ledger.head import read_head, turn, write_head
from warehouse.records import Decision, Entry

LOCK_NAME: Final = "ledger.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What `verify` saw: the last sound entry, the head kept apart, and the first fault."""

    sound: Head
    kept: Head | None
    fault: Fault | None


class Ledger:
    """The ledger of one home. Several may be open at once, in any processes and threads."""

    def __init__(self, home: Path, address: str | None = None) -> None:
        """`address` is a PostgreSQL server's; without one the entries lie in the home.

        UsageError for an address of another kind. Nothing is read, made or asked yet.
        """
        self._database = Database(home, address)
        self._head = home / self._database.head_name
        self._lock = home / LOCK_NAME

    @property
    def place(self) -> str:
        """Where the entries lie, without a password."""
        return self._database.place

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def append(self, decision: Decision, *, seen: int | None = None) -> Entry:
        """Adds the decision, durably, and returns its entry.

        `seen` is the number of the case's newest entry that the person had before them, 0 for
        none: StaleError when another has been added since. UsageError for a decision that is not
        whole, LedgerError when the chain's end is not the one that was kept.
        """
        require_whole(decision)
        with turn(self._lock):
            kept = self._kept()
            self._database.make()
            with self._database.writing() as connection:
                last = self._end(connection, kept)
                entries = [entry_of(line) for line in lines_of(connection, decision.case)]
                _require_fresh(entries, seen)
                require_possible(decision, entries)
                line = line_after(last, decision)
                add(connection, line)
            write_head(self._head, Head(line.seq, line.hash))
        return entry_of(line)

    def entries(self) -> list[Entry]:
        """All entries, oldest first; LedgerError unless the whole chain is sound."""
        lines: list[Line] = []
        fault = self._read(lines).fault
        if fault:
            raise LedgerError(f"{self.place}: {fault}; see `tallycheck ledger verify`")
        return [entry_of(line) for line in lines]

    def case(self, key: str) -> list[Entry]:
        """The entries of one case, oldest first. Each is sound in itself; the chain is not read."""
        return [entry_of(line) for line in self._database.lines(key)]

    def verify(self) -> Verification:
        """Reads every entry against its hash, its neighbours and the head kept apart.

        LedgerError where the database can no longer be read as one.
        """
        damage = self._database.damage()
        if damage:
            raise LedgerError(f"{self.place}: expected a sound database, seen {damage}")
        return self._read([])

    def keep_head(self) -> Head:
        """Keeps the head of a sound chain in a home that has none: a further host of a server, or
        a home whose file was lost. LedgerError where one is kept already, or the chain has a fault.
        """
        with turn(self._lock):
            if read_head(self._head):
                raise LedgerError(f"{self._head}: expected no head to be kept yet, seen one")
            sound, fault = walk(self._database.lines(), None)
            if fault:
                raise LedgerError(f"{self.place}: {fault}")
            write_head(self._head, sound)
        return sound

    def _kept(self) -> Head:
        """The head kept apart, for whoever will write; none is fine before the first entry."""
        kept = read_head(self._head) or Head()
        if kept.count and not self._database.is_made():
            raise LedgerError(f"{self.place}: expected {kept.count} entries, seen no ledger")
        return kept

    def _end(self, connection: Connection, kept: Head) -> Head:
        """The last entry, if the chain reaches the kept head and goes on from there as it may."""
        last = last_of(connection)
        found = hash_at(connection, kept.count) if kept.count else ""
        if found != kept.hash:
            raise LedgerError(
                f"{self.place}: expected entry {kept.count} as {self._head.name} names it,"
                f" seen {'another' if found else 'none'}; see `tallycheck ledger verify`"
            )
        fault = self._beyond(last, kept)
        if fault:
            raise LedgerError(f"{self.place}: {fault}; see `tallycheck ledger verify`")
        return last

    def _read(self, lines: list[Line]) -> Verification:
        """Walks the chain and leaves its rows in `lines`. Waits for no writer: the chain must reach
        the head of before, and may reach the one of after.
        """
        before = read_head(self._head)
        lines += self._database.lines()
        sound, fault = walk(lines, before)
        after = read_head(self._head)
        fault = fault or self._beyond(sound, after or Head())
        return Verification(sound=sound, kept=after, fault=fault)

    def _beyond(self, last: Head, kept: Head) -> Fault | None:
        """The entry that no writer of this home can have left behind the head's back.

        Other hosts add to a server's ledger; in a file of our own one kill leaves one entry.
        """
        is_foreign = self._database.file is None and kept.count > 0
        if is_foreign or last.count <= kept.count + 1:
            return None
        where = f"{self._head.name} names {kept.count or 'none'}"
        return Fault(
            kept.count + 1, f"is not known to this home: {where}, and there are {last.count}"
        )


def _require_fresh(entries: list[Entry], seen: int | None) -> None:
    newest = entries[-1] if entries else None
    if seen is None or seen == (newest.seq if newest else 0):
        return
    told = (
        f"entry {newest.seq}, a {newest.decision.what} by {newest.decision.by!r}"
        if newest
        else "none"
    )
    raise StaleError(f"expected entry {seen} to be the newest of this case, seen {told}")
