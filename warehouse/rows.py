"""Records to rows and back. A part of a record (a span, a quantity) is spread over columns.

The table decides the Arrow types, so a column is described once: in the migration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Context, Decimal
from typing import Any, Final, TypeVar

import pyarrow as pa

from warehouse.errors import WarehouseError
from warehouse.records import (
    Block,
    Check,
    Claim,
    Document,
    Fetch,
    Grade,
    Notice,
    Period,
    Quantity,
    Reason,
    Run,
    Snapshot,
    Span,
    field_names,
)
from warehouse.watching import Alert, Edit, ListingPage, Visit

Row = dict[str, Any]
Record = (
    Snapshot | Document | Claim | Check | Notice | Fetch | Run | ListingPage | Visit | Edit | Alert
)

R = TypeVar("R", bound=Record)

TABLES: Final[dict[type, str]] = {
    Snapshot: "snapshots",
    Document: "documents",
    Claim: "claims",
    Check: "checks",
    Notice: "notices",
    Fetch: "fetches",
    Run: "runs",
    ListingPage: "listings",
    Visit: "visits",
    Edit: "edits",
    Alert: "alerts",
}
KEYS: Final[dict[type, tuple[str, ...]]] = {
    Fetch: ("run", "input"),
    Visit: ("run", "source"),
    ListingPage: ("url",),
    Alert: ("key",),
    Check: ("case_key",),
}
"""Primary keys other than `id`."""
PLACES: Final = 12
"""Decimal places of a stored value; the migration's DECIMAL has as many."""
_WIDE: Final = Context(prec=38)
CHUNK: Final = 10_000
"""Rows converted at a time, so that a large batch is never in memory thrice."""
_PARTS: Final[dict[str, type]] = {
    "span": Span,
    "quantity": Quantity,
    "grade": Grade,
    "period": Period,
}
_LISTED: Final[dict[str, type]] = {"blocks": Block, "reasons": Reason}
_NAMES: Final[dict[type, tuple[str, ...]]] = {
    kind: field_names(kind) for kind in (*TABLES, *_LISTED.values())
}
_CELLS: Final = {
    part: tuple((inner, f"{part}_{inner}") for inner in field_names(kind))
    for part, kind in _PARTS.items()
}
"""Fields of a part of a record, each with its column."""


def to_row(record: Record) -> Row:
    """The columns of a record, with the key that its table adds (`id` or `case_key`)."""
    row = _key(record)
    for name in _NAMES[type(record)]:
        value = getattr(record, name)
        if name in _PARTS:
            row.update(_spread(name, _ending(value) if isinstance(value, Quantity) else value))
        else:
            row[name] = _stored(value)
    return row


def _key(record: Record) -> Row:
    if isinstance(record, Check):
        return {"case_key": record.case_key}
    if isinstance(record, Fetch | Visit | ListingPage | Alert):
        return {}
    return {"id": record.id}


def _spread(name: str, part: Any) -> Row:
    return {column: getattr(part, inner, None) for inner, column in _CELLS[name]}


def _stored(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_struct(item) if isinstance(item, Block | Reason) else item for item in value]
    if isinstance(value, datetime) and value.tzinfo is None:
        raise WarehouseError(f"instant: expected a time zone, seen {value.isoformat()}")
    return value


def _ending(quantity: Quantity) -> Quantity:
    """The quantity with a quotient cut to the places that are kept: one in three never ends.

    Only a ratio is a quotient; every other number was written out and is refused if it is longer.
    """
    low, high = quantity.low, quantity.high
    if quantity.unit != "ratio" or low is None or high is None:
        return quantity
    return replace(quantity, low=_rounded(low), high=_rounded(high))


def _rounded(value: Decimal) -> Decimal:
    small = value.is_finite() and value.adjusted() < PLACES
    return value.quantize(Decimal(1).scaleb(-PLACES), context=_WIDE) if small else value


def _struct(item: Block | Reason) -> Row:
    return {name: getattr(item, name) for name in _NAMES[type(item)]}


def from_table(kind: type[R], table: pa.Table) -> list[R]:
    """The records that `to_row` made the rows of; further columns are left out."""
    names = _NAMES[kind]
    columns = [_column(name, table) for name in names]
    return [kind(**dict(zip(names, cells, strict=True))) for cells in zip(*columns, strict=True)]


def _column(name: str, table: pa.Table) -> list[Any]:
    """A field of every record."""
    if name not in _PARTS:
        return _cells(name, table.column(name))
    inner, columns = zip(*_CELLS[name], strict=True)
    cells = [
        _cells(part, table.column(column)) for part, column in zip(inner, columns, strict=True)
    ]
    return [_part(_PARTS[name], inner, row) for row in zip(*cells, strict=True)]


def _part(kind: type, names: Sequence[str], cells: Sequence[Any]) -> Any:
    # Each part has fields that are never None, so only a part that is absent has no cell at all.
    if all(cell is None for cell in cells):
        return None
    return kind(**dict(zip(names, cells, strict=True)))


def _cells(name: str, column: pa.ChunkedArray) -> list[Any]:
    cells: list[Any] = column.to_pylist()
    if pa.types.is_string(column.type) or pa.types.is_date(column.type):
        return cells
    return [_loaded(name, cell) for cell in cells]


def _loaded(name: str, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return tuple(_item(name, item) for item in value)
    if isinstance(value, Decimal):
        return plain(value)
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _item(name: str, item: Any) -> Any:
    if name not in _LISTED:
        return item
    cells = {key: tuple(cell) if isinstance(cell, list) else cell for key, cell in item.items()}
    return _LISTED[name](**cells)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent and without zeros at the end of its fraction."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def columns(kind: type) -> tuple[str, ...]:
    """The columns that `to_row` fills, but for a key that the table adds."""
    names: list[str] = []
    for name in _NAMES[kind]:
        names += [column for _, column in _CELLS[name]] if name in _PARTS else [name]
    return tuple(names)


def arrow_tables(records: Sequence[R], schema: pa.Schema) -> Iterator[pa.Table]:
    """The records as Arrow tables of at most CHUNK rows, typed as `schema` says."""
    for at in range(0, len(records), CHUNK):
        rows = [to_row(record) for record in records[at : at + CHUNK]]
        try:
            yield pa.Table.from_pylist(rows, schema=schema)
        except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError) as error:
            raise _misfit(rows, schema) from error


def _misfit(rows: Iterable[Row], schema: pa.Schema) -> WarehouseError:
    """Names the first cell that its column cannot hold."""
    for row in rows:
        for column in schema:
            cell = row.get(column.name)
            try:
                pa.array([cell], column.type)
            except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError) as error:
                owner = row.get("document_url") or row.get("url") or row.get("id") or "row"
                return WarehouseError(
                    f"{owner}: expected {column.name} to fit {column.type},"
                    f" seen {cell!r:.200}: {error}"
                )
    return WarehouseError(f"rows: expected columns {schema.names}, seen {rows!r:.200}")
