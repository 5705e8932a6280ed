"""Bytes of an export: numbers exact, formulas harmless, files whole."""

from __future__ import annotations

import csv
import io
import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from tests.warehouse import samples
from tests.warehouse.samples import STATEMENT, claim, count, document
from tests.warehouse.test_store import save_everything
from warehouse.errors import WarehouseError
from warehouse.export import write_rows
from warehouse.formats import Format, json_text
from warehouse.records import document_id
from warehouse.store import Store
from warehouse.tables import Table, export, schema

FORMATS: tuple[Format, ...] = ("jsonl", "csv", "parquet")
TABLES: tuple[Table, ...] = ("claims", "checks", "notices", "runs")


def written(rows: list[dict[str, Any]], form: Format) -> bytes:
    out = io.BytesIO()
    write_rows(rows, form, out)
    return out.getvalue()


def exported(store: Store, table: Table, form: Format) -> bytes:
    out = io.BytesIO()
    export(store, table, form, out)
    return out.getvalue()


def cells(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8"), newline="")))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("3300000", "3300000"),
        ("3.3E+6", "3300000"),
        ("71.5", "71.5"),
        ("71.500000", "71.5"),
        ("0.1", "0.1"),
        ("-10", "-10"),
        ("12345678901234567890.123456", "12345678901234567890.123456"),
        ("0", "0"),
    ],
)
def test_a_number_is_written_digit_for_digit(number: str, text: str) -> None:
    assert json_text({"n": Decimal(number)}) == f'{{"n": {text}}}'
    assert written([{"n": Decimal(number)}], "csv") == f"n\r\n{text}\r\n".encode()


def test_a_json_line_is_one_line_that_any_reader_understands() -> None:
    row = {"a": 'say "£6.4m"\n\u2028', "b": None, "c": True, "d": {"e": [1, 0.5, ("x",)]}}
    text = written([row, row], "jsonl")
    assert text.count(b"\n") == 2
    assert [json.loads(line) for line in text.split(b"\n")[:-1]] == [
        {**row, "d": {"e": [1, 0.5, ["x"]]}}
    ] * 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    (row,) = cells(written([{"quote": f"{start}1+1", "value": Decimal(-10)}], "csv"))
    assert row == {"quote": f"'{start}1+1", "value": "-10"}


def test_csv_keeps_commas_quotes_and_line_breaks_in_their_cell() -> None:
    text = 'one, "two"\r\nthree'
    (row,) = cells(written([{"quote": text, "page": None, "flag": False}], "csv"))
    assert row == {"quote": text, "page": "", "flag": "false"}


def test_nested_values_are_json_in_csv() -> None:
    (row,) = cells(written([{"section": ["a", "b"], "period": {"start": None}}], "csv"))
    assert json.loads(row["section"]) == ["a", "b"]
    assert json.loads(row["period"]) == {"start": None}


def test_parquet_keeps_types_and_exact_numbers(store: Store) -> None:
    amount = claim(quantity=count("3300000.01", "GBP"), section=("Drugs", "Cash"))
    store.save_claims([document_id(STATEMENT)], [amount])
    table = parquet.read_table(io.BytesIO(exported(store, "claims", "parquet")))
    assert table.schema.equals(schema("claims"))
    (row,) = table.to_pylist()
    assert row["value_low"] == Decimal("3300000.01")
    assert row["section"] == ["Drugs", "Cash"]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_table_without_rows_still_has_its_columns(table: Table, form: Format) -> None:
    with Store.in_memory() as empty:
        text = exported(empty, table, form)
    if form == "jsonl":
        assert text == b""
    elif form == "csv":
        assert text.decode().strip().split(",") == schema(table).names
    else:
        assert parquet.read_table(io.BytesIO(text)).schema.equals(schema(table))


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_has_the_same_bytes_whatever_the_order_of_saving(form: Format) -> None:
    claims = [claim(ordinal=n) for n in range(8)]
    pages = [document(), document(samples.REPORT, "report")]
    texts = []
    for order in (1, -1):
        with Store.in_memory() as store:
            store.save_documents(pages[::order])
            store.save_claims([document_id(STATEMENT)], claims[::order])
            texts.append(exported(store, "claims", form))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_has_the_bytes_of_the_stream(tmp_path: Path, store: Store, form: Format) -> None:
    save_everything(store)
    assert export(store, "checks", form, tmp_path / "out") == 2
    assert (tmp_path / "out").read_bytes() == exported(store, "checks", form)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="JSON"):
        write_rows([{"score": float("nan")}], "jsonl", out)
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_rows([{"id": "a"}], "jsonl", pipe)
        assert os.read(reader, 100) == b'{"id": "a"}\n'
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_link_keeps_pointing_at_the_file_that_is_written(tmp_path: Path) -> None:
    file, link = tmp_path / "rows.jsonl", tmp_path / "latest"
    link.symlink_to(file)
    write_rows([{"id": "a"}], "jsonl", link)
    assert link.is_symlink()
    assert file.read_bytes() == b'{"id": "a"}\n'


def test_a_stream_stays_open_for_its_owner() -> None:
    out = io.BytesIO()
    for form in FORMATS:
        write_rows([{"a": "b"}], form, out)
    assert not out.closed


def test_a_missing_folder_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="expected its folder to exist"):
        write_rows([], "csv", tmp_path / "nowhere" / "out.csv")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(WarehouseError, match="expected jsonl, csv or parquet, seen 'xml'"):
        write_rows([], "xml", io.BytesIO())  # type: ignore[arg-type]
