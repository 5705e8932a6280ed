"""The exported tables: where their rows come from, names and types of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Final, Literal

import pyarrow as pa

from warehouse.decided import decision_row, ruling_row
from warehouse.export import check_row, claim_row, document_row, notice_row, run_row
from warehouse.formats import Format, Row, write_rows
from warehouse.reader import Reader
from warehouse.records import Entry
from warehouse.standing import standings

Table = Literal["claims", "checks", "notices", "runs", "documents"]
"""The tables of an edition."""

_COLUMNS: Final[dict[Table | Literal["decisions"], str]] = {
    "claims": "id document_url link document_title publisher published kind quote"
    " value_low:number value_high:number unit comparator qualifier noun direction per"
    " vague:flag ambiguous:flag measure measure_detail topic period:period claimant claimant_id"
    " attribution subject scope stance grade grade_denied area grade_cycle finding_type"
    " section:texts page:whole span_start:whole span_end:whole prefix suffix",
    "checks": "claim_id finding_id verdict flag:flag rule why claim_quote claim_document_url"
    " claim_link finding_quote finding_document_url finding_link score:share reasons:reasons"
    " rules_version case_key case_state ruling ruled_by ruled_at",
    "notices": "id kind document_url claim_id quote detail why",
    "decisions": "seq:whole at by what ruling reason note about:whole corrects correction case_key"
    " verdict fingerprint rules_version edition claim_id claim_quote claim_document_url"
    " claim_snapshot finding_id finding_quote finding_document_url finding_snapshot previous hash",
    "runs": "id flow started_at finished_at inputs:whole read:whole skipped:whole claims:whole"
    " checks:whole flags:whole status detail",
    "documents": "id url source kind publisher title published snapshot warnings:texts text",
}
_TYPES: Final = {
    "": pa.string(),
    "number": pa.decimal128(38, 12),
    "whole": pa.int64(),
    "share": pa.float64(),
    "flag": pa.bool_(),
    "texts": pa.list_(pa.string()),
    "period": pa.struct([(name, pa.string()) for name in ("start", "end", "text", "basis")]),
    "reasons": pa.list_(
        pa.struct([("name", pa.string()), ("score", pa.float64()), ("detail", pa.string())])
    ),
}


def schema(table: Table | Literal["decisions"]) -> pa.Schema:
    """Names and Arrow types of an exported table's columns, in order."""
    parted = (column.partition(":") for column in _COLUMNS[table].split())
    return pa.schema([(name, _TYPES[kind]) for name, _, kind in parted])


def export(
    reader: Reader,
    table: Table,
    form: Format,
    out: Path | IO[bytes],
    *,
    shared_name: Callable[[str], str] = str,
    entries: Iterable[Entry] = (),
) -> int:
    """Writes a whole table in its fixed order and returns the number of rows.

    `entries` are the ledger's: `checks` say what they come to.
    `shared_name` gives the name under which other programs know a measure; our own stays beside
    it as `measure_detail`.
    """
    rows = check_rows(reader, entries) if table == "checks" else _ROWS[table](reader)
    for row in rows if table == "claims" else ():
        row["measure"] = shared_name(row["measure"]) if row["measure"] else None
    write_rows(rows, form, out, schema=schema(table))
    return len(rows)


def export_decisions(entries: Iterable[Entry], form: Format, out: Path | IO[bytes]) -> None:
    """Writes the whole ledger; it needs no edition, and outlives them all."""
    rows = [decision_row(entry) for entry in entries]
    write_rows(rows, form, out, schema=schema("decisions"))


def claim_rows(reader: Reader) -> list[Row]:
    documents = {document.id: document for document in reader.documents()}
    return [claim_row(claim, documents[claim.document]) for claim in reader.claims()]


def check_rows(reader: Reader, entries: Iterable[Entry] = ()) -> list[Row]:
    """Rows of all pairs but the unrelated ones."""
    claims = {claim.id: claim for claim in reader.claims()}
    checks = [check for check in reader.checks() if check.verdict != "unrelated"]
    ruled = standings(entries, checks, claims)
    return [
        check_row(check, claims[check.claim], claims[check.finding] if check.finding else None)
        | ruling_row(ruled[check.case_key])
        for check in checks
    ]


def notice_rows(reader: Reader) -> list[Row]:
    documents = {document.id: document for document in reader.documents()}
    claims = {claim.id: claim for claim in reader.claims()}
    return [
        notice_row(
            notice, documents[notice.document], claims[notice.claim] if notice.claim else None
        )
        for notice in reader.notices()
    ]


def document_rows(reader: Reader) -> list[Row]:
    return [document_row(document) for document in reader.documents()]


def run_rows(reader: Reader) -> list[Row]:
    return [run_row(run) for run in reader.runs()]


_ROWS: Final[dict[Table, Callable[[Reader], list[Row]]]] = {
    "claims": claim_rows,
    "checks": check_rows,
    "notices": notice_rows,
    "runs": run_rows,
    "documents": document_rows,
}
