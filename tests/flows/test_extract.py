"""`tallycheck extract`: JSON lines in, JSON lines out, and what is said of lines that are none."""

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
from flows.extracting import quantity_rows
from tests.flows.processes import environment

Run = Callable[..., tuple[int, str, str]]

TWO = '{"id": "a", "text": "Officers made 40 arrests."}\n{"id": 7, "text": "Nothing was found."}\n'


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """`tallycheck extract` within this process: exit status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("flows.cli.signal.signal", lambda *_: None)  # the tests keep their own

    def run(*words: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["tallycheck", "extract", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = capfd.readouterr()
        return int(leaving.value.code or 0), out, err

    return run


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.split("\n") if line]


def only(text: str) -> dict[str, Any]:
    """The one number of a text, as the default style writes it."""
    (found,) = quantity_rows(text)
    return found


def test_each_line_comes_back_under_its_id_in_the_order_given(run: Run) -> None:
    Path("in.jsonl").write_text(TWO, encoding="utf-8")
    status, out, err = run("in.jsonl")
    assert (status, err) == (0, "")
    assert rows(out) == [
        {
            "id": "a",
            "quantities": [
                {
                    "text": "40",
                    "start": 14,
                    "end": 16,
                    "value_low": 40,
                    "value_high": 40,
                    "unit": "count",
                    "comparator": "=",
                    "noun": "arrests",
                    "claim": True,
                }
            ],
        },
        {"id": 7, "quantities": []},
    ]


def test_values_are_json_numbers_and_exact(run: Run) -> None:
    line = '{"id": 1, "text": "It cost £6.4m, or £1.25 a head, for a third of homes."}'
    _, out, _ = run("-", stdin=line.encode())
    lows = [part.split(",")[0] for part in out.split('"value_low": ')[1:]]
    assert lows == ["6400000", "1.25", "0.333333333333"]


def test_a_number_that_is_no_claim_says_what_it_is() -> None:
    found = only("The man, aged 34, was there.")
    assert (found["claim"], found["why_not"], found["unit"]) == (False, "age", "none")
    assert found["value_low"] is None


def test_fields_that_say_nothing_are_left_out() -> None:
    assert "direction" not in only("It has 40 users.")
    assert only("Crime fell by 4 per cent.")["direction"] == "down"
    assert only("Dozens of people came.")["vague"] is True


def test_offsets_count_characters_of_the_text_as_given(run: Run) -> None:
    text = "“🚓” took £2m\u00a0away"
    _, out, _ = run("-", stdin=json.dumps({"id": 1, "text": text}).encode())
    (found,) = rows(out)[0]["quantities"]
    assert text[found["start"] : found["end"]] == found["text"] == "£2m"


def test_newsquant_style_has_its_names_and_its_slot(run: Run) -> None:
    line = '{"id": 1, "text": "It paid more than £2m and HK $3m to 40 users."}'
    _, out, _ = run("-", "--style", "newsquant", stdin=line.encode())
    (row,) = rows(out)
    assert [(q["value_low"], q["unit"], q["change"]) for q in row["quantities"]] == [
        (2_000_000, "pound sterling", ">"),
        (3_000_000, "hong kong dollar", "="),
        (40, "user", "="),
    ]


def test_a_pipe_is_read_like_a_file_and_a_file_written_like_a_pipe(run: Run) -> None:
    Path("in.jsonl").write_text(TWO, encoding="utf-8")
    _, piped, _ = run("-", stdin=TWO.encode())
    assert run("in.jsonl", "--out", "out.jsonl") == (0, "", "")
    assert Path("out.jsonl").read_text(encoding="utf-8") == piped


def test_a_file_may_be_written_over_itself(run: Run) -> None:
    Path("in.jsonl").write_text(TWO, encoding="utf-8")
    assert run("in.jsonl", "--out", "in.jsonl") == (0, "", "")
    assert [row["id"] for row in rows(Path("in.jsonl").read_text(encoding="utf-8"))] == ["a", 7]


@pytest.mark.parametrize(
    "written", [b"", b"\n \r\n", b'\xef\xbb\xbf{"id": 1, "text": "x"}', b'{"id":1,"text":""}\r\n']
)
def test_blank_lines_marks_and_other_line_ends_are_no_errors(run: Run, written: bytes) -> None:
    status, out, err = run("-", stdin=written)
    assert (status, err) == (0, "")
    assert all(row == {"id": 1, "quantities": []} for row in rows(out))


def test_separators_within_a_text_end_no_line(run: Run) -> None:
    line = json.dumps({"id": 1, "text": "40 arrests\u2028were made"}, ensure_ascii=False)
    assert run("-", stdin=line.encode())[0] == 0


def test_half_a_surrogate_pair_goes_out_as_it_came_in(run: Run) -> None:
    line = rb'{"id": "\udc00", "text": "\ud83d cost \u00a36m"}'
    status, out, _ = run("-", stdin=line)
    assert status == 0
    (row,) = rows(out)
    assert row["id"] == "\udc00"
    assert row["quantities"][0]["start"] == 7


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{bad", "expected JSON, seen"),
        (b'{"id": NaN, "text": "x"}', "expected JSON, seen NaN"),
        (b'{"id": 1, "text": "x", "more": -Infinity}', "expected JSON, seen -Infinity"),
        (b"[1, 2]", "seen a list"),
        (b'"text"', "seen text"),
        (b'{"text": "x"}', "seen no 'id'"),
        (b'{"id": 1}', "seen no 'text'"),
        (b"{}", "seen no 'id'"),
        (b'{"id": null, "text": "x"}', "expected an id that is text or a whole number, seen null"),
        (b'{"id": true, "text": "x"}', "seen true"),
        (b'{"id": 1.5, "text": "x"}', "seen a number"),
        (b'{"id": 1, "text": null}', "expected a text that is text, seen null"),
        (b'{"id": 1, "text": ["x"]}', "seen a list"),
        (b'{"id": "first", "text": "x"}', "expected each id once, seen 'first' as on line 1"),
        (b'{"id": 1, "text": "caf\xe9"}', "expected UTF-8, seen byte 0xe9"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "seen one that is longer"),
        (b"[" * 100_000, "seen hundreds of nested values"),
    ],
    ids=lambda part: part[:30].decode("latin-1") if isinstance(part, bytes) else None,
)
def test_a_malformed_line_is_named_and_nothing_is_written(run: Run, line: bytes, told: str) -> None:
    Path("in.jsonl").write_bytes(b'{"id": "first", "text": "40 arrests"}\n\n' + line + b"\n")
    status, out, err = run("in.jsonl", "--out", "out.jsonl")
    assert (status, out) == (2, "")
    assert err.startswith("tallycheck: in.jsonl, line 3: expected ")
    assert told in err
    assert err.count("\n") == 1
    assert not Path("out.jsonl").exists()


def test_every_malformed_line_is_named_before_the_sum(run: Run) -> None:
    status, out, err = run("-", stdin=b'{"id": 1}\n{"id": 2, "text": "40 arrests"}\nnonsense\n')
    assert (status, out) == (2, "")
    first, second, last = err.splitlines()
    assert "standard input, line 1:" in first
    assert "standard input, line 3:" in second
    assert last.endswith("seen 2 that are not; nothing was written")


def test_a_thousand_malformed_lines_are_not_a_thousand_messages(run: Run) -> None:
    _, _, err = run("-", stdin=b"nonsense\n" * 1000)
    assert err.count("\n") == 21
    assert "seen 1000 that are not" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone.jsonl"], "gone.jsonl: expected a file of JSON lines, seen nothing"),
        (["."], ".: expected a file of JSON lines, seen a folder"),
        (["-", "--out", "no/folder"], "no/folder: expected a place to write to, seen nothing"),
        (["-", "--out", "."], ".: expected a place to write to, seen a folder"),
    ],
)
def test_a_place_that_cannot_be_used_is_status_2(run: Run, words: list[str], told: str) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_an_unknown_style_is_status_2(run: Run) -> None:
    assert run("-", "--style", "metric")[0] == 2


def test_a_new_process_answers_within_three_seconds_and_without_prefect(tmp_path: Path) -> None:
    code = """
import sys
from flows.cli import main
sys.argv = ["tallycheck", "extract", "-"]
try:
    main()
finally:
    sys.stderr.write(str("prefect" in sys.modules))
"""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=TWO.encode(),
        env=environment(tmp_path),
        check=True,
        capture_output=True,
    )
    assert time.monotonic() - started < 3  # alone it takes half a second
    assert done.stderr == b"False"
    assert len(done.stdout.splitlines()) == 2
    assert list(tmp_path.iterdir()) == []  # no home is made
