"""Bulk writes: records to Arrow, Arrow to the temporary table `incoming`, one MERGE from there.

Table names in the statements come from `rows.TABLES`, never from outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import duckdb

from warehouse.errors import WarehouseError
from warehouse.records import Claim, Snapshot
from warehouse.rows import KEYS, TABLES, R, arrow_tables, columns

_AS_IS: Final = "from arriving"
_WITH_DOCUMENT: Final = """
select arriving.*, documents.kind as document_kind, coalesce(list_bool_or(
  list_transform(documents.blocks, lambda b: b.kind = 'title'
    and b."start" <= arriving.span_start and arriving.span_end <= b."end")), false) as in_title
from arriving join documents on documents.id = arriving.document
"""


def key_of(kind: type) -> tuple[str, ...]:
    """The columns of a table's primary key."""
    return KEYS.get(kind, ("id",))


def stage(connection: duckdb.DuckDBPyConnection, kind: type[R], records: Sequence[R]) -> None:
    """Fills `incoming`, a temporary twin of the record's table.

    Equal records become one; two that differ under one key are a WarehouseError.
    """
    connection.execute(f"create or replace temp table incoming as from {TABLES[kind]} limit 0")
    names = ", ".join(f'"{name}"' for name in dict.fromkeys((*key_of(kind), *columns(kind))))
    schema = connection.sql(f"select {names} from incoming").to_arrow_table().schema  # noqa: S608
    source = _WITH_DOCUMENT if kind is Claim else _AS_IS
    for arrow in arrow_tables(records, schema):
        connection.register("arriving", arrow)
        connection.execute(f"insert into incoming by name {source}")
        connection.unregister("arriving")
    _make_unique(connection, kind)


def _make_unique(connection: duckdb.DuckDBPyConnection, kind: type) -> None:
    connection.execute("create or replace temp table incoming as select distinct * from incoming")
    key = ", ".join(f'"{name}"' for name in key_of(kind))
    twins = f"select {key} from incoming group by {key} having count(*) > 1 order by all limit 1"  # noqa: S608
    twin = connection.execute(twins).fetchone()
    if twin:
        raise WarehouseError(
            f"{TABLES[kind]}: expected one record under {key}, seen two that differ: {twin}"
        )


def merge(connection: duckdb.DuckDBPyConnection, kind: type) -> None:
    """Brings the rows of `incoming` into the record's table; equal rows are left alone.

    A snapshot is never updated: the first fetch of the same bytes stands.
    """
    key = " and ".join(f'kept."{name}" = incoming."{name}"' for name in key_of(kind))
    update = (
        "" if kind is Snapshot else "when matched and kept is distinct from incoming then update"
    )
    try:
        connection.execute(
            f"merge into {TABLES[kind]} as kept using incoming on {key}"
            f" {update} when not matched then insert"
        )
    except duckdb.ConstraintException as error:
        seen = " ".join(str(error).split())
        raise WarehouseError(
            f"{TABLES[kind]}: expected rows within the schema's rules, seen: {seen}"
        ) from error
