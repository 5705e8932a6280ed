"""Deciding from the shell, and what becomes of a decision when the machine judges again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.deciding import PREFIX, case_named, returned_cases
from flows.inputs import Input
from flows.settings import Settings
from flows.work import Work
from tests.flows.conftest import Run, Story, undecorated
from tests.flows.processes import python
from tests.postgres import Server
from tests.warehouse import samples
from warehouse.decisions import Ledger
from warehouse.errors import UsageError
from warehouse.publish import open_edition, publish
from warehouse.records import Check
from warehouse.store import Store

WORDS = ("upheld", "--by", "First checker")


@pytest.fixture
def flag(story: Story, settings: Settings, inputs: list[Input]) -> Check:
    """A check of the published samples that asks for a person."""
    story(Work("ingest", settings, inputs))
    with open_edition(settings.home) as edition:
        return next(check for check in edition.checks() if check.verdict == "overstated")


@pytest.fixture
def judge_otherwise(flag: Check, settings: Settings) -> Callable[..., None]:
    """Publishes an edition in which the flag's fields are others, as after a change of rules."""

    def change(**fields: Any) -> None:
        with Store.open(settings.home) as store:
            beside = [check for check in store.checks() if check.claim == flag.claim]
            others = [check for check in beside if check.case_key != flag.case_key]
            store.save_checks([flag.claim], [*others, replace(flag, **fields)])
            publish(settings.home, store)

    return change


def exported(run: Run, table: str) -> list[dict[str, Any]]:
    status, out, _ = run("export", table)
    assert status == 0
    return [json.loads(line) for line in out.splitlines()]


def exported_case(run: Run, flag: Check) -> tuple[str, str | None, str | None]:
    (row,) = [row for row in exported(run, "checks") if row["case_key"] == flag.case_key]
    return row["case_state"], row["ruling"], row["ruled_by"]


def test_a_decision_is_entered_with_the_evidence_that_was_shown(
    run: Run, flag: Check, settings: Settings
) -> None:
    status, out, err = run("decide", flag.case_key, *WORDS, "--note", "Both pages read.", "--json")
    assert (status, err) == (0, "")
    entry = json.loads(out)
    assert (entry["seq"], entry["what"], entry["ruling"]) == (1, "ruling", "upheld")
    assert (entry["by"], entry["note"]) == ("First checker", "Both pages read.")
    assert (entry["case_key"], entry["verdict"]) == (flag.case_key, "overstated")
    assert (entry["fingerprint"], entry["edition"]) == (flag.fingerprint, "000001")
    with open_edition(settings.home) as edition:
        (claim,) = edition.claims([flag.claim])
        snapshots = {snapshot.id for snapshot in edition.snapshots()}
    assert (entry["claim_id"], entry["claim_quote"]) == (claim.id, claim.span.exact)
    assert entry["claim_document_url"] == claim.document_url
    assert {entry["claim_snapshot"], entry["finding_snapshot"]} <= snapshots
    assert exported(run, "decisions") == [entry]


def test_the_beginning_of_a_key_is_enough_and_the_answer_names_the_case(
    run: Run, flag: Check
) -> None:
    status, out, _ = run("decide", flag.case_key[:PREFIX], *WORDS)
    assert status == 0
    assert out.startswith("Entry 1: upheld by First checker")
    assert flag.case_key in out


def test_a_second_ruling_shows_the_first_and_takes_its_place(run: Run, flag: Check) -> None:
    run("decide", flag.case_key, *WORDS)
    status, out, _ = run(
        "decide", flag.case_key, "no-issue", "--reason", "fair-paraphrase", "--by", " Second   one "
    )
    assert status == 0
    assert "no issue (fair paraphrase) by Second one" in out
    assert "decided: upheld by First checker" in out
    assert exported_case(run, flag) == ("decided", "no_issue", "Second one")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["upheld", "--by", ""], "by: expected a name, seen ''"),
        (["upheld", "--by", " \t"], "by: expected a name"),
        (["upheld", "--by", "First\x1b[2J"], "by: expected characters that can be seen"),
        (["upheld", "--by", "x" * 100_000], "by: expected at most 100 characters"),
        (["true", "--by", "A checker"], "ruling: expected one of awaiting_reply, cannot_tell, con"),
        (["no_issue", "--by", "A checker"], "reason: expected one with the ruling no_issue"),
        (["no_issue", "--by", "A checker", "--reason", "bored"], "reason: expected one of fair_"),
        (["upheld", "--by", "A checker", "--reason", "known"], "seen known with upheld"),
        (["upheld", "--by", "A checker", "--note", "\u202e"], "note: expected plain text"),
        (["upheld", "--by", "A checker", "--note", "x" * 5_000], "note: expected at most 4,000"),
    ],
)
def test_words_that_no_ledger_should_keep_are_status_2(
    run: Run, flag: Check, settings: Settings, words: list[str], told: str
) -> None:
    status, out, err = run("decide", flag.case_key, *words)
    assert (status, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert len(err) < 400
    assert not (settings.home / "decisions.sqlite").exists()


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("0" * 20, "expected a case of edition 000001, seen none that begins so"),
        ("no key", "expected at least 8 characters of a case key"),
        ("", "expected at least 8 characters"),
        ("%%%%%%%%%", "seen none that begins so"),
    ],
)
def test_a_case_that_is_not_there_is_status_2(run: Run, flag: Check, key: str, told: str) -> None:
    assert flag.is_flag
    status, out, err = run("decide", key, *WORDS)
    assert (status, out) == (2, "")
    assert told in err


def test_a_beginning_that_several_cases_share_names_them() -> None:
    one = samples.check(samples.claim(), None, "no_evidence")
    with pytest.raises(UsageError, match=f"seen 2: {one.case_key}, {one.case_key}"):
        case_named(one.case_key[:PREFIX], [one, one], "000001")


def test_without_an_edition_there_is_nothing_to_decide(run: Run) -> None:
    status, _, err = run("decide", "0" * 20, *WORDS)
    assert status == 1
    assert "tallycheck ingest" in err


def test_a_ruling_stands_while_what_was_shown_stands(
    run: Run, flag: Check, judge_otherwise: Callable[..., None], settings: Settings
) -> None:
    run("decide", flag.case_key, *WORDS)
    judge_otherwise(rules_version="2", why="In other words.", rule="10-other", score=0.1)
    assert exported_case(run, flag) == ("decided", "upheld", "First checker")
    assert returned_cases(settings) == []


def test_a_case_returns_with_the_old_ruling_beside_it_once_something_else_is_shown(
    run: Run, flag: Check, judge_otherwise: Callable[..., None], settings: Settings
) -> None:
    run("decide", flag.case_key, *WORDS)
    judge_otherwise(verdict="contradicted", fingerprint="another")
    assert exported_case(run, flag) == ("returned", "upheld", "First checker")
    ((check, standing),) = returned_cases(settings)
    assert (check.case_key, standing.word) == (flag.case_key, "upheld")
    _, out, _ = run("decide", flag.case_key, "cannot_tell", "--by", "Second checker")
    assert "returned: upheld by First checker" in out
    assert exported_case(run, flag) == ("decided", "cannot_tell", "Second checker")


def test_recheck_says_which_rulings_stand_no_more(
    run: Run,
    flag: Check,
    judge_otherwise: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    plain = undecorated(monkeypatch, tmp_path_factory, "recheck")
    monkeypatch.setattr("flows.cli_write.run_recheck", plain)
    judge_otherwise(verdict="contradicted", fingerprint="another")
    run("decide", flag.case_key, *WORDS)
    status, out, _ = run("recheck")
    assert status == 0
    _, _, told = out.partition("Rulings that stand no more")
    words = " ".join(told.split())
    assert flag.case_key in words
    assert "contradicted overstated upheld by First checker" in words


def test_a_sound_ledger_is_status_0(run: Run, flag: Check) -> None:
    assert run("ledger", "verify")[0] == 0
    _, out, _ = run("decide", flag.case_key, *WORDS, "--json")
    status, told, _ = run("ledger", "verify")
    assert status == 0
    assert "1 sound entry" in told
    assert json.loads(out)["hash"] in told


def test_a_bad_entry_is_named_and_status_1(run: Run, flag: Check, settings: Settings) -> None:
    for note in ("one", "two"):
        run("decide", flag.case_key, *WORDS, "--note", note)
    head = settings.home / "ledger.head"
    head.write_text(head.read_text("ascii").replace('"count": 2', '"count": 3'), "ascii")
    status, out, _ = run("ledger", "verify")
    assert status == 1
    assert "BAD entry 3: is gone" in out
    status, out, _ = run("ledger", "verify", "--json")
    answer = json.loads(out)
    assert (status, answer["sound"], answer["first_bad"], answer["entries"]) == (1, False, 3, 2)
    status, _, err = run("decide", flag.case_key, *WORDS)
    assert status == 1
    assert "entry 3: is gone" in err


def test_a_lost_head_is_kept_anew_only_when_asked(
    run: Run, flag: Check, settings: Settings
) -> None:
    for note in ("one", "two"):
        run("decide", flag.case_key, *WORDS, "--note", note)
    (settings.home / "ledger.head").unlink()
    assert run("ledger", "verify")[0] == 1
    assert run("ledger", "verify", "--keep-head")[0] == 0
    assert run("ledger", "verify")[0] == 0
    assert run("ledger", "verify", "--keep-head")[0] == 1


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_decisions_are_exported_in_every_form_even_without_an_edition(
    run: Run, settings: Settings, form: str
) -> None:
    with Ledger(settings.home) as ledger:
        ledger.append(samples.decision("note", note="=HYPERLINK(0)"))
    out = settings.home / "out"
    assert run("export", "decisions", "--format", form, "--out", out) == (0, "", "")
    if form == "csv":
        (row,) = csv.DictReader(out.read_text("utf-8").splitlines())
        assert row["note"] == "'=HYPERLINK(0)"
    assert out.stat().st_size


def test_decisions_go_to_a_server_where_one_is_set(
    run: Run, flag: Check, settings: Settings, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALLYCHECK_LEDGER", server.new_database())
    assert run("decide", flag.case_key, *WORDS)[0] == 0
    assert exported_case(run, flag) == ("decided", "upheld", "First checker")
    assert run("ledger", "verify")[0] == 0
    assert not (settings.home / "decisions.sqlite").exists()
    assert [path.name.startswith("ledger-") for path in settings.home.glob("*.head")] == [True]


def test_a_wrong_address_is_status_2_and_its_password_is_not_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALLYCHECK_LEDGER", "mysql://checker:geheim@host/decisions")
    status, out, err = run("ledger", "verify")
    assert (status, out) == (2, "")
    assert "TALLYCHECK_LEDGER: expected postgresql://" in err
    assert "geheim" not in err


@pytest.mark.parametrize("verb", ["decide", "ledger", "ledger verify"])
def test_the_verbs_of_the_ledger_have_help(run: Run, verb: str) -> None:
    status, out, _ = run(*verb.split(), "--help")
    assert status == 0
    assert "Usage: tallycheck" in out


def test_other_verbs_do_not_wait_for_the_ledgers_library(tmp_path: Path) -> None:
    code = """
import contextlib, io, sys
from flows.cli import main
sys.argv = ["tallycheck", "export", "claims"]
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    main()
print("sqlalchemy" in sys.modules)
"""
    assert python(code, tmp_path) == "False\n"
