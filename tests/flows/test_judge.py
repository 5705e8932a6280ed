"""`tallycheck judge`: pairs of texts in, verdicts out, and what is said of lines that are none."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.cli import main
from tests.flows.processes import environment
from warehouse.records import Verdict, vocabulary

Run = Callable[..., tuple[int, str, str]]

PAIR: dict[str, Any] = {
    "id": "a",
    "claim": {
        "text": "We closed 70 county lines in 2023/24.",
        "force": "Wychmere Police",
        "published": "2024-09-01",
    },
    "finding": {
        "text": "The force closed 31 county lines in 2023/24.",
        "force": "Wychmere Police",
        "period": "2023-04-01/2024-03-31",
        "published": "2024-08-01",
        "kind": "number",
    },
}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """`tallycheck judge` within this process: exit status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("flows.cli.signal.signal", lambda *_: None)  # the tests keep their own

    def run(*words: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tallycheck", "judge", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = capfd.readouterr()
        return int(leaving.value.code or 0), out, err

    return run


def line(**more: Any) -> bytes:
    """The pair as a line, with fields of a side changed by `claim__force="..."`."""
    pair = json.loads(json.dumps(PAIR))
    for name, value in more.items():
        side, _, field = name.partition("__")
        if field:
            pair[side][field] = value
        else:
            pair[side] = value
    return json.dumps(pair).encode() + b"\n"


def test_each_pair_has_a_label_a_rule_and_a_reason(run: Run) -> None:
    status, out, err = run("-", stdin=line())
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "id": "a",
        "label": "contradicted",
        "rule": "8-twofold-gap",
        "why": (
            "Step 8: the nearer ends of the ranges are a factor of 2 or more apart; the claim "
            "gives 68.6 to 71.4 (county lines closed), from 1 April 2023 to 31 March 2024; the "
            "finding gives 30.38 to 31.62 (county lines closed), from 1 April 2023 to 31 March "
            "2024."
        ),
    }


def test_pairs_come_back_under_their_ids_in_the_order_given(run: Run) -> None:
    Path("in.jsonl").write_bytes(line(id="z") + b"\n" + line(id=3) + line(id="b"))
    assert run("in.jsonl", "--out", "out.jsonl") == (0, "", "")
    rows = [json.loads(row) for row in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["z", 3, "b"]
    assert run("in.jsonl")[1] == Path("out.jsonl").read_text("utf-8")


def test_what_a_judge_may_not_see_changes_nothing(run: Run) -> None:
    _, plain, _ = run("-", stdin=line())
    told = {"label": "consistent", "trap": "none", "reason": "equal", "also_accept": ["tension"]}
    assert run("-", stdin=line(**told))[1] == plain


@pytest.mark.parametrize(
    "changed",
    [
        {"claim__force": None},
        {"finding__force": None},
        {"finding__period": None, "finding__kind": None},
        {"claim__published": None, "finding__published": None},
        {"finding__period": ""},
        {"claim__force": "Q7", "finding__force": "Q7"},
    ],
)
def test_what_is_unknown_and_who_is_unknown_is_no_error(run: Run, changed: dict[str, Any]) -> None:
    status, out, err = run("-", stdin=line(**changed))
    assert (status, err) == (0, "")
    assert json.loads(out)["label"] == "contradicted"


def test_two_names_are_two_forces(run: Run) -> None:
    _, out, _ = run("-", stdin=line(finding__force="Orme Police"))
    assert json.loads(out)["label"] == "scope_mismatch"


def test_a_side_without_words_has_a_label_too(run: Run) -> None:
    _, out, _ = run("-", stdin=line(claim={}, finding={}))
    assert json.loads(out)["label"] in vocabulary(Verdict)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"{bad", "expected JSON, seen"),
        (b'{"id": 1, "claim": {}}', "seen no 'finding'"),
        (b'{"claim": {}, "finding": {}}', "seen no 'id'"),
        (line(claim="words"), "expected claim to be an object, seen text"),
        (line(claim__text=5), "expected claim.text to be text, seen a number"),
        (line(claim__published="May 2024"), "expected claim.published to be a day like 2024-05-31"),
        (line(finding__published=20240801), "expected finding.published to be text"),
        (line(finding__period="2024"), "finding.period to be START/END, both included, or one day"),
        (line(finding__period="2024-03-31/2023-04-01"), "seen '2024-03-31/2023-04-01'"),
        (line(finding__kind="rumour"), "finding.kind to be number, grade or narrative"),
    ],
)
def test_a_malformed_line_is_named_and_nothing_is_written(
    run: Run, written: bytes, told: str
) -> None:
    Path("in.jsonl").write_bytes(line(id="first") + written.rstrip(b"\n") + b"\n")
    status, out, err = run("in.jsonl", "--out", "out.jsonl")
    assert (status, out) == (2, "")
    assert err.startswith("tallycheck: in.jsonl, line 2: expected ")
    assert told in err
    assert not Path("out.jsonl").exists()


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    status, _, err = run("nowhere.jsonl")
    assert status == 2
    assert "nowhere.jsonl: expected a file of JSON lines, seen nothing" in err


def test_hostile_words_cost_no_more_than_their_length(run: Run) -> None:
    words = ["not any " * 3000, "in the the " * 3000, "A’s " * 3000, "met our " * 3000 + "target"]
    for text in words:
        started = time.perf_counter()
        assert run("-", stdin=line(claim__text=text, finding__text=text))[0] == 0
        assert time.perf_counter() - started < 10


@pytest.mark.slow
def test_a_page_of_pairs_takes_seconds_and_needs_no_orchestrator(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['tallycheck', 'judge', '-']\n"
        "from flows.cli import main\n"
        "try: main()\n"
        "finally: assert 'prefect' not in sys.modules and 'duckdb' not in sys.modules"
    )
    lines = b"".join(line(id=number) for number in range(40))
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=lines,
        env=environment(tmp_path),
        capture_output=True,
        check=True,
    )
    assert time.perf_counter() - started < 6
    assert done.stdout.count(b"\n") == 40
