"""The file's form: numbered steps, comments on every column, clear refusals."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import get_type_hints

import duckdb
import pytest

from tests.warehouse import samples
from warehouse import migrate
from warehouse.errors import SchemaError, WarehouseError
from warehouse.migrate import Migration, applied, connect, latest, migrations
from warehouse.records import (
    Check,
    Claim,
    Document,
    Fetch,
    Grade,
    Notice,
    Period,
    Quantity,
    Run,
    vocabulary,
)
from warehouse.rows import TABLES
from warehouse.store import FILE_NAME, Store


def step(version: int, sql: str) -> Migration:
    return Migration(version=version, name=f"{version:04}_test.sql", sql=sql)


def test_every_table_view_and_column_has_a_comment() -> None:
    with Store.in_memory() as store:
        bare = store._connection.execute(
            "select table_name || '.' || column_name from duckdb_columns() where comment is null"
            " and database_name = current_database() and not internal"
            " union all select table_name from duckdb_tables() where comment is null"
            " union all select view_name from duckdb_views() where comment is null and not internal"
        ).fetchall()
    assert bare == []


@pytest.mark.parametrize(
    ("record", "table", "prefix"),
    [
        (Document, "documents", ""),
        (Claim, "claims", ""),
        (Quantity, "claims", "quantity_"),
        (Grade, "claims", "grade_"),
        (Period, "claims", "period_"),
        (Check, "checks", ""),
        (Notice, "notices", ""),
        (Fetch, "fetches", ""),
        (Run, "runs", ""),
    ],
)
def test_every_word_of_a_vocabulary_is_in_its_columns_check(
    record: type, table: str, prefix: str
) -> None:
    with Store.in_memory() as store:
        rules = store._connection.execute(
            "select string_agg(constraint_text, ' ') from duckdb_constraints()"
            " where table_name = ?",
            [table],
        ).fetchone()
    assert rules
    for name, hint in get_type_hints(record).items():
        words = {word for word in _words(hint) if isinstance(word, str)}
        if words:
            assert f"{prefix}{name}" in rules[0]
            assert {word for word in words if f"'{word}'" not in rules[0]} == set()


def _words(hint: object) -> frozenset[object]:
    words = vocabulary(hint)
    return words | frozenset(word for part in words for word in vocabulary(part))


def test_a_second_opening_applies_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        first = store._connection.execute("from schema_migrations").fetchall()
    with Store.open(tmp_path) as store:
        assert store._connection.execute("from schema_migrations").fetchall() == first
    assert len(first) == latest()


def test_a_newer_file_is_refused_with_both_versions(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store._connection.execute(
            "insert into schema_migrations values (999, '0999_x.sql', 'x', now())"
        )
    with pytest.raises(
        SchemaError, match=f"expected schema version {latest()} or older, seen version 999"
    ):
        Store.open(tmp_path)


def test_a_changed_applied_migration_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store._connection.execute("update schema_migrations set sha256 = 'other' where version = 1")
    with pytest.raises(SchemaError, match=r"0001_spine\.sql.*was changed"):
        Store.open(tmp_path)


def test_a_later_step_is_applied_to_an_old_file_and_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        store.save_run(samples.run())
    later = (*migrations(), step(latest() + 1, "create table further (id integer)"))
    monkeypatch.setattr(migrate, "migrations", lambda: later)
    with Store.open(tmp_path) as store:
        assert store.runs() == [samples.run()]
        assert store._connection.execute("from further").fetchall() == []


def test_a_step_that_fails_leaves_nothing_of_itself() -> None:
    connection = connect(None)
    steps = [
        step(1, migrations()[0].sql),
        step(2, "create table half (id integer); select 1 / 'x'"),
    ]
    with pytest.raises(duckdb.Error):
        migrate.migrate(connection, "memory", steps)
    assert [version for version, _, _ in applied(connection, "memory")] == [1]
    assert (
        connection.execute("select 1 from duckdb_tables() where table_name = 'half'").fetchall()
        == []
    )


def test_steps_that_skip_a_number_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "schema"
    folder.mkdir()
    (folder / "0002_late.sql").write_text("select 1", encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(SchemaError, match="in a row"):
        migrations.__wrapped__()


def test_the_digest_is_of_the_text() -> None:
    assert step(1, "select 1").sha256 != replace(step(1, "select 1"), sql="select 2").sha256


@pytest.mark.parametrize("content", [b"", b"hello, this is no database " * 50])
def test_a_file_that_is_no_database_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(WarehouseError, match="expected a sound DuckDB file, seen") as caught:
        Store.open(tmp_path)
    assert str(tmp_path / FILE_NAME) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_file_is_refused_when_it_is_opened_or_read(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.save_documents([samples.document(f"https://force.example/{n}") for n in range(2000)])
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WarehouseError, match="sound DuckDB file"), Store.open(tmp_path) as store:
        store.documents()


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / FILE_NAME) as other:
        other.execute("create table recipes (id integer)")
    with pytest.raises(SchemaError, match="seen tables recipes"):
        Store.open(tmp_path)
    with duckdb.connect(tmp_path / FILE_NAME) as other:
        assert other.execute("select table_name from duckdb_tables()").fetchall() == [("recipes",)]


def test_a_half_made_file_of_a_killed_start_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / f".{FILE_NAME}.part").write_bytes(b"half")
    with Store.open(tmp_path) as store:
        assert store.runs() == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["warehouse.duckdb", "warehouse.lock"]


def test_every_record_has_a_table() -> None:
    with Store.in_memory() as store:
        names = {
            r[0]
            for r in store._connection.execute("select table_name from duckdb_tables()").fetchall()
        }
    assert set(TABLES.values()) | {"pending", "schema_migrations"} == names
