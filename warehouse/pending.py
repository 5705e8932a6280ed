"""Replacing the claims of some documents, and what that makes pending.

Reads two tables that the store has filled: `asked` (ids of the documents) and `incoming` (their
claims now). Leaves nothing behind but temporary tables.
"""

from __future__ import annotations

from typing import Final

import duckdb

from warehouse.candidates import affected_query
from warehouse.records import Claim
from warehouse.writer import merge

_VANISHED: Final = """
create or replace temp table vanished as
select id from claims where document in (from asked) and id not in (select id from incoming)
"""
_MOVED: Final = """
create or replace temp table moved as
select incoming.id from incoming left join claims on claims.id = incoming.id
where claims.id is null or claims is distinct from incoming
"""
_STIRRED: Final = "from moved union all from vanished"
_STIRRED_ROWS: Final = f"select id from claims where id in ({_STIRRED})"  # noqa: S608 - our own
_EVERY: Final = "select id from claims"
_CLEAR: Final = """
delete from checks where claim in (from vanished) or finding in (from vanished);
delete from notices where claim in (from vanished);
delete from pending where claim in (from vanished);
delete from claims where id in (from vanished);
"""
_CHECKED: Final = """
insert into reopened select claim from checks where finding in (from probe_findings)
"""
_MARK: Final = """
insert or ignore into pending
from judged where id in (from moved union all from reopened);
delete from checks where claim not in (from judged);
delete from pending where claim not in (from judged);
"""


def replace_claims(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the claims of the documents in `asked` those of `incoming`; for one transaction."""
    connection.execute(_VANISHED)
    connection.execute(_MOVED)
    if not _any(connection, _STIRRED):
        return
    connection.execute("create or replace temp table reopened (id varchar)")
    # A finding that goes or changes reopens by its old keys, one that comes by its new ones.
    _reopen(connection)
    connection.execute(_CLEAR)
    merge(connection, Claim)
    _reopen(connection)
    connection.execute(_MARK)


def _reopen(connection: duckdb.DuckDBPyConnection) -> None:
    """Adds to `reopened` the claims that are, or could be, checked against a stirred finding."""
    probe(connection, _EVERY, _STIRRED_ROWS)
    if _any(connection, "from probe_findings"):
        connection.execute(f"insert into reopened {affected_query()}")
        connection.execute(_CHECKED)


def _any(connection: duckdb.DuckDBPyConnection, query: str) -> bool:
    return connection.execute(f"{query} limit 1").fetchone() is not None


def probe(connection: duckdb.DuckDBPyConnection, claims: str, findings: str) -> None:
    """Sets the two sides that `candidates.sql` pairs: queries for the ids of each."""
    connection.execute(f"create or replace temp table probe_claims as {claims}")
    connection.execute(f"create or replace temp table probe_findings as {findings}")
