"""What both the warehouse and a published edition can tell: every record, in a fixed order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import duckdb
import pyarrow as pa

from warehouse.migrate import storage_errors
from warehouse.records import Check, Claim, Document, Fetch, Notice, Run, Snapshot
from warehouse.rows import R, Row, from_table
from warehouse.watching import Alert, Asked, Edit, ListingPage, Visit

_WAITS = """
select url, max(not_before) as until from fetches where not_before is not null group by url
"""
_ASKED: Final = """
select source, url, max("at") as "at", max("at") filter (status = 200) as served_at,
  coalesce(max("at") filter (document is not null) = max("at"), false) as is_read
from fetches where source is not null group by source, url
"""
_HELD: Final = """
select url from fetches group by url having arg_max(reason, "at") = '{reason}' order by url
"""
_SERVED: Final = """
select url, max("at") as "at" from fetches where status = 200 group by url
"""
_LAST_VISITS: Final = """
from visits qualify row_number() over (partition by source order by finished_at desc) = 1
order by source
"""
_COUNTS: Final = """
select 'checks' as name, count(*) as rows from checks union all
select 'claims', count(*) from claims union all
select 'documents', count(*) from documents union all
select 'fetches', count(*) from fetches union all
select 'notices', count(*) from notices union all
select 'pending', count(*) from pending union all
select 'runs', count(*) from runs union all
select 'snapshots', count(*) from snapshots
order by name
"""
_CHECKS: Final = """
select checks.* from checks
join claims as claim on claim.id = checks.claim
left join claims as finding on finding.id = checks.finding
order by claim.document_url, claim.span_start, claim.id,
  finding.document_url nulls first, finding.span_start, finding.id
"""
_NOTICES: Final = """
select notices.* from notices
join documents on documents.id = notices.document
left join claims on claims.id = notices.claim
order by documents.url, claims.span_start nulls first, notices.id
"""
_FINDINGS: Final = """
from claims
where claimant = 'inspectorate'
  and (subject = '' or subject in (select id from asked) or scope in ('region', 'national'))
order by document_url, span_start, id
"""


class Reader:
    """Loads over one connection. Use as a context manager, and in one thread at a time."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
        self._connection = connection
        self.path = path

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def snapshots(self) -> list[Snapshot]:
        return self._load(Snapshot, "from snapshots order by url, fetched_at, id")

    def documents(self, ids: Iterable[str] | None = None) -> list[Document]:
        """All documents, or those with the ids, by address."""
        if ids is None:
            return self._load(Document, "from documents order by url")
        self._ask(ids)
        return self._load(Document, "from documents semi join asked using (id) order by url")

    def claims(self, ids: Iterable[str] | None = None) -> list[Claim]:
        """All claims and findings, or those with the ids, by document and place in it."""
        if ids is None:
            return self._load(Claim, "from claims order by document_url, span_start, id")
        self._ask(ids)
        query = "from claims semi join asked using (id) order by document_url, span_start, id"
        return self._load(Claim, query)

    def claims_in(self, documents: Iterable[str]) -> list[Claim]:
        """All claims and findings of the documents with these ids, in the order of `claims`."""
        self._ask(documents)
        query = "from claims where document in (from asked) order by document_url, span_start, id"
        return self._load(Claim, query)

    def findings_about(self, subjects: Collection[str]) -> list[Claim]:
        """What the inspectorate says of these forces, of a region, of the nation, or of a force
        that could not be named.
        """
        self._ask(subjects)
        return self._load(Claim, _FINDINGS)

    def checks(self) -> list[Check]:
        """All checks, by the place of the claim, then of the finding."""
        return self._load(Check, _CHECKS)

    def notices(self) -> list[Notice]:
        """All notices, by document and the place of the claim."""
        return self._load(Notice, _NOTICES)

    def fetches(self) -> list[Fetch]:
        return self._load(Fetch, 'from fetches order by "at", run, "input"')

    def waits(self) -> dict[str, datetime]:
        """The latest time before which a server asked not to be asked again, by address."""
        return {row["url"]: row["until"] for row in self._rows(_WAITS)}

    def listings(self) -> list[ListingPage]:
        return self._load(ListingPage, "from listings order by url")

    def visits(self) -> list[Visit]:
        """All visits to watched sources, oldest first."""
        return self._load(Visit, "from visits order by finished_at, source, run")

    def edits(self) -> list[Edit]:
        """All that pages changed, oldest first."""
        return self._load(Edit, "from edits order by seen_at, document, id")

    def alerts(self) -> list[Alert]:
        """All that was told, oldest first."""
        return self._load(Alert, "from alerts order by raised_at, key")

    def last_visits(self) -> list[Visit]:
        """The latest visit to each source, by its name."""
        return self._load(Visit, _LAST_VISITS)

    def asked(self) -> dict[str, dict[str, Asked]]:
        """The documents of each watched source that were ever asked for, by address."""
        found: dict[str, dict[str, Asked]] = {}
        for row in self._rows(_ASKED):
            found.setdefault(row["source"], {})[row["url"]] = Asked(
                at=row["at"], served_at=row["served_at"], is_read=row["is_read"]
            )
        return found

    def served(self) -> dict[str, datetime]:
        """When each address was last served whole."""
        return {row["url"]: row["at"] for row in self._rows(_SERVED)}

    def held(self, reason: str) -> list[str]:
        """The addresses whose latest fetch has this reason."""
        query = _HELD.format(reason=reason.replace("'", "''"))
        return [row["url"] for row in self._rows(query)]

    def runs(self) -> list[Run]:
        return self._load(Run, "from runs order by started_at, id")

    def counts(self) -> dict[str, int]:
        """Number of rows by table."""
        return {row["name"]: row["rows"] for row in self._rows(_COUNTS)}

    def _load(self, kind: type[R], query: str) -> list[R]:
        return from_table(kind, self._table(query))

    def _ids(self, query: str) -> list[str]:
        return [row["id"] for row in self._rows(query)]

    def _rows(self, query: str) -> list[Row]:
        rows: list[Row] = self._table(query).to_pylist()
        return rows

    def _table(self, query: str) -> pa.Table:
        with storage_errors(self.path):
            found: Any = self._connection.sql(query).to_arrow_table()
        return found

    def _ask(self, ids: Iterable[str]) -> None:
        """Makes the ids the table `asked` of the next query."""
        unique = sorted(set(ids))
        self._connection.register("asked", pa.table({"id": pa.array(unique, pa.string())}))
