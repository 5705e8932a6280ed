"""`tallycheck match`: claims and findings in JSON lines, ranked findings out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.flows.conftest import Run

Row = dict[str, Any]

CLAIM = {"id": "c", "text": "Wychmere Police closed 70 county lines in 2023/24."}
FINDINGS: list[Row] = [
    {"id": "lines", "text": "The force closed 31 county lines.", "force": "Wychmere Police"},
    {"id": "cells", "text": "Custody held 90 children overnight.", "force": "Wychmere Police"},
    {"id": "twin-b", "text": "Cars were stolen from the yard.", "force": "Wychmere Police"},
    {"id": "twin-a", "text": "Cars were stolen from the yard.", "force": "Wychmere Police"},
    {"id": "else", "text": "A farm lost its tractors.", "force": "Haddon Police"},
]


def written(path: Path, rows: Sequence[Row]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def ranked(run: Run, folder: Path, claims: Sequence[Row], findings: Sequence[Row]) -> list[Row]:
    files = written(folder / "claims.jsonl", claims), written(folder / "findings.jsonl", findings)
    status, out, err = run("match", "--claims", files[0], "--findings", files[1])
    assert status == 0, err
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def orders() -> Iterator[list[Row]]:
    turned = (FINDINGS[at:] + FINDINGS[:at] for at in range(len(FINDINGS)))
    return iter([*turned, FINDINGS[::-1]])


@pytest.mark.parametrize("force", [{}, {"force": "Wychmere Police"}], ids=["bare", "keyed"])
def test_the_order_of_the_findings_does_not_matter(
    run: Run, tmp_path: Path, orders: Iterator[list[Row]], force: Row
) -> None:
    seen = [ranked(run, tmp_path, [{**CLAIM, **force}], findings) for findings in orders]
    assert seen[0][0]["ranked"][0] == "lines"
    assert all(rows == seen[0] for rows in seen)
    twins = [name for name in seen[0][0]["ranked"] if name.startswith("twin")]
    assert twins == sorted(twins)


def test_a_claim_with_candidates_of_its_own_is_ranked_among_these_alone(
    run: Run, tmp_path: Path
) -> None:
    own = [{"id": "x", "text": "A farm lost its tractors."}, {"id": "y", "text": "70 lines closed"}]
    (row,) = ranked(run, tmp_path, [{**CLAIM, "candidates": own}], FINDINGS)
    assert row["ranked"] == ["y"]


def test_a_line_that_is_no_claim_is_named_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    claims = written(tmp_path / "claims.jsonl", [CLAIM, {"id": "d"}])
    findings = written(tmp_path / "findings.jsonl", FINDINGS)
    out_file = tmp_path / "out.jsonl"
    status, out, err = run("match", "--claims", claims, "--findings", findings, "--out", out_file)
    assert status == 2
    assert "claims.jsonl" in err
    assert "2" in err
    assert out == ""
    assert not out_file.exists()
