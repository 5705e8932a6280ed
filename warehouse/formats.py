"""Rows to bytes: JSON lines, CSV and Parquet, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Final, Literal

import pyarrow as pa
from pyarrow import parquet

from warehouse.durable import output
from warehouse.errors import WarehouseError
from warehouse.rows import plain

Format = Literal["jsonl", "csv", "parquet"]
Row = dict[str, Any]

# The last four are the full-width forms of the first.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_rows(
    rows: Sequence[Row], form: Format, out: Path | IO[bytes], *, schema: pa.Schema | None = None
) -> None:
    """Writes the rows to a file, whole or not at all, to a device, or to a stream of bytes.

    All rows have the same fields; `schema` (Arrow) gives their names and types, which a table
    without rows cannot tell. In CSV, a nested value is JSON text, an unknown one an empty cell,
    and text that a spreadsheet would take for a formula has a "'" before it. In Parquet, nested
    values keep their types.
    """
    if not isinstance(out, Path):
        _write(rows, form, out, schema)
        return
    if not out.parent.is_dir():
        raise WarehouseError(f"{out}: expected its folder to exist, seen none")
    with output(out) as stream:
        _write(rows, form, stream, schema)


_PLAIN: Final = frozenset({str, int})
"""Lists of these alone go to the encoder whole, which is much quicker."""


def json_text(value: Any) -> str:
    """Compact JSON in which a Decimal is a number written out, digit for digit."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(k)}: {json_text(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple) and not _PLAIN.issuperset(map(type, value)):
        return "[" + ", ".join(json_text(item) for item in value) + "]"
    return str(plain(value)) if isinstance(value, Decimal) else _quoted(value)


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write(rows: Sequence[Row], form: Format, out: IO[bytes], schema: pa.Schema | None) -> None:
    names = list(schema.names) if schema else list(rows[0]) if rows else []
    if form == "jsonl":
        out.writelines(f"{json_text(row)}\n".encode() for row in rows)
    elif form == "csv":
        _write_csv(rows, names, out)
    elif form == "parquet":
        parquet.write_table(pa.Table.from_pylist(list(rows), schema=schema), out)
    else:
        raise WarehouseError(f"format: expected jsonl, csv or parquet, seen {form!r}")


def _write_csv(rows: Sequence[Row], names: list[str], out: IO[bytes]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    text.detach()  # flushes, and leaves the stream to its owner


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return json_text(value)
