"""The command line: every verb's help, every sort of wrong use, and its exit status."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from flows.alone import alone
from flows.inputs import Input
from flows.settings import Settings
from flows.work import Work
from tests.flows.conftest import Run, Story
from tests.flows.processes import FORCES, MANIFEST, SAMPLES, environment, python
from warehouse.store import FILE_NAME, Store

REPORT, STATEMENT = SAMPLES / "report.html", SAMPLES / "statement.html"
FENMARCH = "https://www.fenmarch.police.example/news/our-answer-to-the-inspectors/"
VERBS = [
    "check",
    "demo",
    "doctor",
    "export",
    "extract",
    "ingest",
    "recheck",
    "sources",
    "sources list",
]


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_every_verb_has_help(run: Run, verb: str) -> None:
    status, out, _ = run(*verb.split(), "--help")
    assert status == 0
    assert "Usage: tallycheck" in out


def test_help_answers_at_once(tmp_path: Path) -> None:
    started = time.monotonic()
    words = [sys.executable, "-m", "flows.cli", "--help"]
    subprocess.run(words, env=environment(tmp_path), check=True, capture_output=True)
    assert time.monotonic() - started < 3  # alone it takes half a second


@pytest.mark.parametrize("words", [["check", str(STATEMENT)], ["export", "claims"], ["doctor"]])
def test_verbs_that_read_never_wait_for_prefect(words: list[str], tmp_path: Path) -> None:
    code = f"""
import contextlib, io, sys
from flows.cli import main
sys.argv = ["tallycheck", *{words!r}]
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    main()
print("prefect" in sys.modules, "prefect.server" in sys.modules)
"""
    assert python(code, tmp_path) == "False False\n"


def test_the_version_is_told(run: Run) -> None:
    assert run("--version")[:2] == (0, "tallycheck 0.1.0\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ingest"], "expected an INPUT or --manifest FILE, seen neither"),
        (["ingest", "gone.html"], "gone.html: expected a file, a folder or an http(s) address"),
        (["ingest", "--manifest", "gone.json"], "gone.json: expected a manifest to read"),
        (["check", "gone.html"], "gone.html: expected a file"),
        (["check", str(SAMPLES)], "expected one document to check, seen a folder"),
        (["check", str(STATEMENT), "--against", "gone.html"], "gone.html: expected a file"),
        (["check", str(STATEMENT), "--published", "10/11/2023"], "--published: expected a date"),
        (["check", str(STATEMENT), "--kind", "rumour"], "--kind: expected a kind out of"),
        (["check", str(STATEMENT), "--url", "fenmarch"], "--url: expected an http(s) address"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(run: Run, words: list[str], told: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert err.startswith("tallycheck: ")
    assert told in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [["guess"], ["export", "rumours"], ["ingest", "--fast"]])
def test_an_unknown_word_is_status_2(run: Run, words: list[str]) -> None:
    assert run(*words)[0] == 2


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("empty.html", b"", "no bytes"),
        ("blank.txt", b" \n\t\n", "blanks only"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200), "a PNG image"),
        ("noise.html", bytes(range(256)) * 4, "binary data"),
        ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\n", "a PDF"),
        ("letter.docx", b"PK\x03\x04" + bytes(100), "a zip archive or Office document"),
        ("data.json", b'{"claims": []}', "application/json"),
        ("large.html", b"<html>" + b" " * 25_000_000, "expected at most 25 MB"),
        ("odd.html", b"\xef\xbb\xbf<html><p>cost \xa3</p>", "as its byte order mark says"),
        ("menu.html", b"<html><title>News</title><nav><a href='/'>Home</a></nav></html>", ""),
    ],
)
def test_what_is_no_document_is_one_sentence_and_status_1(
    run: Run, tmp_path: Path, name: str, body: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(body)
    status, out, err = run("check", tmp_path / name)
    assert (status, out) == (1, "")
    assert name in err
    assert "expected" in err
    assert "seen" in err
    assert told in err
    assert err.count("\n") == 1


def test_export_before_any_edition_says_what_to_do(run: Run) -> None:
    status, out, err = run("export", "claims")
    assert (status, out) == (1, "")
    assert "tallycheck ingest" in err


def test_a_busy_home_is_one_sentence_and_status_1(run: Run, settings: Settings) -> None:
    with alone(settings.home):
        status, out, err = run("ingest", "--manifest", MANIFEST)
    assert (status, out) == (1, "")
    assert "expected no other run" in err


def test_a_locked_warehouse_is_one_sentence_and_status_1(run: Run, settings: Settings) -> None:
    with Store.open(settings.home):
        status, out, err = run("ingest", "--manifest", MANIFEST)
    assert (status, out) == (1, "")
    assert "expected no other writer" in err
    assert err.count("\n") == 1


def test_a_warehouse_of_a_newer_version_is_left_as_it_is(run: Run, settings: Settings) -> None:
    Store.open(settings.home).close()
    file = settings.home / FILE_NAME
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "insert into schema_migrations (version, name, sha256, applied_at)"
            " values (9999, '9999_later.sql', 'x', now())"
        )
    before = file.read_bytes()
    status, out, err = run("ingest", "--manifest", MANIFEST)
    assert (status, out) == (1, "")
    assert "9999" in err
    assert err.count("\n") == 1
    assert file.read_bytes() == before


def test_a_broken_row_of_forces_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "mine.csv"
    broken.write_text(FORCES.read_text("utf-8") + "only,three,cells\n", "utf-8")
    monkeypatch.setenv("TALLYCHECK_FORCES", str(broken))
    status, _, err = run("ingest", "--manifest", MANIFEST)
    assert status == 2
    assert "mine.csv, line 3" in err


def test_a_prefect_server_that_does_not_answer_is_wrong_use(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}/api"
    monkeypatch.setenv("PREFECT_API_URL", address)
    status, out, err = run("ingest", "--manifest", MANIFEST)
    assert (status, out) == (2, "")
    assert f"PREFECT_API_URL: expected a Prefect server at {address}" in err


def test_check_prints_json_for_programs(run: Run) -> None:
    status, out, _ = run("check", STATEMENT, "--against", REPORT, "--url", FENMARCH, "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["document"] == FENMARCH
    (cash,) = [claim for claim in answer["claims"] if "£3.4m" in claim["quote"]]
    assert (cash["value_low"], cash["comparator"]) == (3_400_000, ">")
    (check,) = cash["checks"]
    assert check["verdict"] == "overstated"
    assert check["finding"]["value_low"] == 1_900_000


def test_a_flag_is_status_3_only_where_that_is_asked_for(run: Run) -> None:
    words = ["check", STATEMENT, "--against", REPORT, "--url", FENMARCH]
    assert run(*words)[0] == 0
    assert run(*words, "--fail-on-flag")[0] == 3
    assert run("check", STATEMENT, "--fail-on-flag")[0] == 0


def test_what_is_piped_in_is_checked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO("Fenmarch Police seized £2m in cash in 2023.".encode()))
    monkeypatch.setattr(sys, "stdin", pipe)
    status, out, _ = run(
        "check", "-", "--published", "2024-01-31", "--publisher", "Fenmarch Police"
    )
    assert status == 0
    shown = " ".join(out.split())
    assert "= 2,000,000 GBP" in shown
    assert "from 1 January 2023 to 31 December 2023; calendar year: “in 2023”" in shown


@pytest.mark.parametrize("table", ["claims", "checks", "notices", "runs", "documents"])
@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_every_table_is_exported_in_every_form(
    run: Run, story: Story, settings: Settings, inputs: list[Input], table: str, form: str
) -> None:
    story(Work("ingest", settings, inputs))
    out = settings.home / "out"
    assert run("export", table, "--format", form, "--out", out) == (0, "", "")
    assert out.stat().st_size or table == "notices"


def test_sources_are_listed_with_the_forces_that_were_added(run: Run) -> None:
    status, out, _ = run("sources", "list")
    assert status == 0
    for word in ("hmicfrs", "newsquest", "article", "text", "fenmarch", "Open Government"):
        assert word in out


def test_a_home_that_is_in_order_is_well(run: Run, settings: Settings) -> None:
    status, out, _ = run("doctor")
    assert status == 0
    assert "BAD" not in out
    assert not settings.home.exists()


def test_a_damaged_edition_is_what_the_doctor_names(
    run: Run, story: Story, settings: Settings, inputs: list[Input]
) -> None:
    summary = story(Work("ingest", settings, inputs))
    with (settings.home / "editions" / summary.edition.file).open("ab") as file:
        file.write(b"x")
    status, out, _ = run("doctor")
    assert status == 1
    assert "BAD edition" in out
