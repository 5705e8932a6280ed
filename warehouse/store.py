"""The warehouse: every record saved once, whoever saves it how often.

One process writes, behind one lock. A claim that must be judged is `pending` from the transaction
that made it so until the transaction that saves its checks: a killed run loses no work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from warehouse import pending
from warehouse.candidates import candidates_query
from warehouse.errors import WarehouseError
from warehouse.lock import WarehouseLock
from warehouse.migrate import connect, migrate, migrations, open_file, storage_errors
from warehouse.reader import Reader
from warehouse.records import Check, Claim, Document, Fetch, Notice, Run, Snapshot
from warehouse.rows import R
from warehouse.watching import Alert, Edit, ListingPage, Visit
from warehouse.writer import merge, stage

FILE_NAME: Final = "warehouse.duckdb"


class Store(Reader):
    """The one writer."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        path: Path | None = None,
        lock: WarehouseLock | None = None,
    ) -> None:
        super().__init__(connection, path)
        self._lock = lock
        self._depth = 0

    @classmethod
    def open(cls, home: Path) -> Store:
        """The warehouse of a home folder, made if it is not there.

        BusyError when another process writes; SchemaError for a file of a newer version;
        WarehouseError for one that is no sound DuckDB file.
        """
        home.mkdir(parents=True, exist_ok=True)
        lock = WarehouseLock(home)
        lock.take()
        try:
            path = home / FILE_NAME
            return cls(open_file(path), path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def in_memory(cls) -> Store:
        """An empty warehouse without a file, for one check."""
        connection = connect(None)
        migrate(connection, "memory", migrations())
        return cls(connection)

    def close(self) -> None:
        """Ends the connection, then the lock."""
        super().close()
        if self._lock:
            self._lock.release()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All saves inside are kept together or not at all; one inside another joins it."""
        self._depth += 1
        try:
            if self._depth > 1:
                yield
            else:
                with storage_errors(self.path), self._begun():
                    yield
        finally:
            self._depth -= 1

    @contextmanager
    def _begun(self) -> Iterator[None]:
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def checkpoint(self) -> None:
        """Moves all that is committed into the main file, so that it can be copied."""
        if self._depth:
            raise WarehouseError("checkpoint: expected no open transaction, seen one")
        with storage_errors(self.path):
            self._connection.execute("checkpoint")

    def save_snapshots(self, snapshots: Sequence[Snapshot]) -> None:
        """Adds the snapshots whose address and bytes are not there yet."""
        self._save(Snapshot, snapshots)

    def save_documents(self, documents: Sequence[Document]) -> None:
        """Adds the documents or replaces their text; save their claims in the same transaction."""
        self._save(Document, documents)

    def save_fetches(self, fetches: Sequence[Fetch]) -> None:
        self._save(Fetch, fetches)

    def save_listings(self, pages: Sequence[ListingPage]) -> None:
        """Adds the pages of lists or replaces what was known of them."""
        self._save(ListingPage, pages)

    def save_visits(self, visits: Sequence[Visit]) -> None:
        self._save(Visit, visits)

    def save_edits(self, edits: Sequence[Edit]) -> None:
        """Adds what pages changed, and the notices that tell of it; both stay."""
        with self.transaction():
            self._save(Edit, edits)
            self._save(Notice, [edit.notice() for edit in edits])

    def save_alerts(self, alerts: Sequence[Alert]) -> None:
        self._save(Alert, alerts)

    def save_run(self, run: Run) -> None:
        """Adds the run's line or replaces it."""
        self._save(Run, [run])

    def save_claims(self, documents: Sequence[str], claims: Sequence[Claim]) -> None:
        """Replaces all claims of these documents and marks what must be judged for it.

        Claims that are gone take their checks and notices along. Pending become: new and changed
        claims, and every claim that has, or had, a new, changed or vanished finding among its
        candidates. The same claims again change nothing.
        """
        _owned("claims", documents, {claim.document for claim in claims})
        with self.transaction():
            self._known_documents(documents)
            stage(self._connection, Claim, claims)
            pending.replace_claims(self._connection)

    def save_checks(self, claim_ids: Sequence[str], checks: Sequence[Check]) -> None:
        """Replaces the checks of these claims, which are then no longer pending."""
        _owned("checks", claim_ids, {check.claim for check in checks})
        with self.transaction():
            self._known_claims(checks)
            stage(self._connection, Check, checks)
            self._ask(claim_ids)
            self._connection.execute(
                "delete from checks where claim in (from asked)"
                " and case_key not in (select case_key from incoming)"
            )
            merge(self._connection, Check)
            self._connection.execute("delete from pending where claim in (from asked)")

    def save_notices(self, documents: Sequence[str], notices: Sequence[Notice]) -> None:
        """Replaces the notices of these documents, but for those of edits, which stay."""
        _owned("notices", documents, {notice.document for notice in notices})
        with self.transaction():
            self._known_documents(documents)
            stage(self._connection, Notice, notices)
            self._connection.execute(
                "delete from notices where document in (from asked) and kind <> 'edited'"
                " and id not in (select id from incoming)"
            )
            merge(self._connection, Notice)

    def pending(self) -> list[str]:
        """Ids of the claims to judge, by document and place in it."""
        return self._ids(
            "select claims.id from claims join pending on pending.claim = claims.id"
            " order by document_url, span_start, id"
        )

    def to_judge(self) -> list[str]:
        """Ids of all claims of the documents that have a pending one, in the same order.

        A document is judged as a whole, because one finding flags it once.
        """
        return self._ids(
            "select claims.id from claims semi join judged using (id) where document in"
            " (select document from claims join pending on pending.claim = claims.id)"
            " order by document_url, span_start, claims.id"
        )

    def mark_all_pending(self) -> None:
        """Everything is to be judged again, as after a change of rules."""
        with self.transaction():
            self._connection.execute("insert or ignore into pending from judged")

    def candidates(self, claim_ids: Sequence[str]) -> dict[str, list[str]]:
        """Ids of the findings that may be set beside each claim, own force first.

        Every claim that was asked for has an entry, in that order; findings that are not judged
        have an empty one.
        """
        found: dict[str, list[str]] = {claim: [] for claim in claim_ids}
        with self.transaction():
            self._ask(claim_ids)
            pending.probe(self._connection, "from asked", "select id from claims")
            for row in self._rows(candidates_query()):
                found[row["claim"]].append(row["finding"])
        return found

    def _save(self, kind: type[R], records: Sequence[R]) -> None:
        with self.transaction():
            stage(self._connection, kind, records)
            merge(self._connection, kind)

    def _known_documents(self, documents: Sequence[str]) -> None:
        """Leaves the documents' ids in `asked`."""
        self._ask(documents)
        _none_missing("document", self._ids("from asked anti join documents using (id)"))

    def _known_claims(self, checks: Iterable[Check]) -> None:
        named = {id_ for check in checks for id_ in (check.claim, check.finding) if id_}
        self._ask(named)
        _none_missing("claim", self._ids("from asked anti join claims using (id)"))


def _owned(what: str, owners: Sequence[str], named: set[str]) -> None:
    """Refuses a record of an owner that is not to be replaced: it would never be removed."""
    strange = sorted(named.difference(owners))
    if strange:
        raise WarehouseError(
            f"{what}: expected those of {len(owners)} named ids, seen {strange[0]}"
        )


def _none_missing(what: str, missing: Sequence[str]) -> None:
    if missing:
        raise WarehouseError(
            f"{what} {missing[0]}: expected to be saved before what refers to it, seen no such row"
        )
