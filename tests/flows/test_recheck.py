"""Judging all again: no page is fetched, and only what moved is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flows.inputs import Input
from flows.settings import Settings
from flows.summary import Move, moves
from flows.work import Work
from tests.flows.conftest import Story, undecorated
from warehouse.store import Store


@pytest.fixture
def recheck(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return undecorated(monkeypatch, tmp_path_factory, "recheck")


def test_rules_that_did_not_change_move_no_verdict(
    story: Story, recheck: Any, settings: Settings, inputs: list[Input]
) -> None:
    first = story(Work("ingest", settings, inputs))
    summary, moved = recheck(Work("recheck", settings))
    assert moved == []
    assert summary.verdicts == first.verdicts
    assert (summary.run.status, summary.run.inputs) == ("done", 0)


def test_a_verdict_of_older_rules_moves(
    story: Story, recheck: Any, settings: Settings, inputs: list[Input]
) -> None:
    story(Work("ingest", settings, inputs))
    with Store.open(settings.home) as store:
        (found,) = [check for check in store.checks() if check.verdict == "grade_contradiction"]
        store.save_checks([found.claim], [replace(found, verdict="tension")])
    _, moved = recheck(Work("recheck", settings))
    assert moved == [
        Move(
            claim=found.claim, finding=found.finding, before="tension", after="grade_contradiction"
        )
    ]


def test_a_pair_that_comes_or_goes_has_moved() -> None:
    before, after = {("c", None): "no_evidence"}, {("c", "f"): "tension"}
    assert moves(before, after) == [  # type: ignore[arg-type]
        Move(claim="c", finding=None, before="no_evidence", after=None),
        Move(claim="c", finding="f", before=None, after="tension"),
    ]
