"""What decisions come to: a ruling stands, or its case returns with the old ruling beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.warehouse import samples
from warehouse.records import Check, Claim, Decision, Entry, Passage, Shown
from warehouse.standing import (
    CaseState,
    Standing,
    cases_returned,
    in_force,
    standing,
    standings,
)

CLAIM, FINDING, OTHER = samples.claim(), samples.finding(), samples.finding(words="90 arrests")


def entries(*decisions: Decision) -> list[Entry]:
    return [samples.entry(seq, decision) for seq, decision in enumerate(decisions, start=1)]


def ruled(ruling: str = "upheld", fingerprint: str = "f") -> Decision:
    return samples.decision(evidence=samples.shown(fingerprint=fingerprint), ruling=ruling)


NOTED = samples.decision("note", note="Asked the press office.")
REOPENED = samples.decision("reopen", note="The force has answered.")


def undone(about: int) -> Decision:
    return samples.decision("undo", about=about)


@pytest.mark.parametrize(
    ("decisions", "state", "word"),
    [
        ([], "undecided", None),
        ([NOTED], "undecided", None),
        ([ruled()], "decided", "upheld"),
        ([ruled("cannot_tell"), NOTED], "decided", "cannot_tell"),
        ([ruled("cannot_tell"), ruled()], "decided", "upheld"),
        ([ruled(fingerprint="old")], "returned", "upheld"),
        ([ruled(fingerprint="old"), ruled("cannot_tell")], "decided", "cannot_tell"),
        ([ruled(), undone(1)], "undone", None),
        ([ruled("cannot_tell"), ruled(), undone(2)], "decided", "cannot_tell"),
        ([ruled(), undone(1), undone(2)], "decided", "upheld"),
        ([ruled(), undone(1), undone(2), undone(3)], "undone", None),
        ([ruled(), undone(1), ruled("cannot_tell")], "decided", "cannot_tell"),
        ([NOTED, undone(1)], "undecided", None),
        ([ruled(), REOPENED], "reopened", "upheld"),
        ([ruled(), REOPENED, NOTED], "reopened", "upheld"),
        ([ruled(), REOPENED, ruled("cannot_tell")], "decided", "cannot_tell"),
        ([ruled(), REOPENED, undone(2)], "decided", "upheld"),
        ([ruled(fingerprint="old"), REOPENED], "reopened", "upheld"),
    ],
)
def test_a_case_is_what_its_entries_make_it(
    decisions: Sequence[Decision], state: CaseState, word: str | None
) -> None:
    found = standing(entries(*decisions), "f")
    assert (found.state, found.word, found.last) == (state, word, len(decisions))


def test_a_ruling_carries_its_own_signatures_only() -> None:
    signed = samples.decision("signature", about=1, ruling="upheld", by="Second checker")
    again = samples.decision("signature", about=3, ruling="cannot_tell", by="Third checker")
    found = standing(entries(ruled(), signed, ruled(), again), "f")
    assert [entry.seq for entry in found.signatures] == [4]


def test_corrections_are_told_unless_taken_back() -> None:
    first = samples.decision("correction", corrects="value", correction="3300000 GBP")
    second = samples.decision("correction", corrects="speaker", correction="other")
    found = standing(entries(first, second, undone(1)), "f")
    assert [entry.seq for entry in found.corrections] == [2]


def test_an_undo_that_was_undone_takes_nothing_back() -> None:
    assert [one.seq for one in in_force(entries(NOTED, undone(1), undone(2)))] == [1, 3]


def checks(*pairs: tuple[Claim, Claim | None], fingerprint: str = "f") -> list[Check]:
    return [
        samples.check(one, other, "overstated", fingerprint=fingerprint) for one, other in pairs
    ]


def found(decision: Decision, now: list[Check]) -> list[Standing]:
    claims = {CLAIM.id: CLAIM, EDITED.id: EDITED, ELSEWHERE.id: ELSEWHERE}
    return list(standings(entries(decision), now, claims).values())


EDITED = samples.claim(words="130 arrests")
ELSEWHERE = samples.claim(samples.ARTICLE)
HELD = samples.decision(evidence=samples.shown(CLAIM, FINDING))
ALONE = samples.decision(evidence=samples.shown(CLAIM))


@pytest.mark.parametrize(
    ("decision", "now", "states"),
    [
        (HELD, checks((CLAIM, FINDING)), ["decided"]),
        (HELD, checks((CLAIM, FINDING), fingerprint="g"), ["returned"]),
        # The claim is held against another finding, or for the first time against any.
        (HELD, checks((CLAIM, OTHER)), ["returned"]),
        (HELD, checks((CLAIM, None)), ["returned"]),
        (ALONE, checks((CLAIM, FINDING)), ["returned"]),
        # A second finding beside the first is a case of its own.
        (HELD, checks((CLAIM, FINDING), (CLAIM, OTHER)), ["decided", "undecided"]),
        # The page says other words about the same finding.
        (HELD, checks((EDITED, FINDING)), ["returned"]),
        (HELD, checks((EDITED, OTHER)), ["undecided"]),
        (ALONE, checks((EDITED, None)), ["undecided"]),
        # Another page has nothing to do with it.
        (HELD, checks((ELSEWHERE, FINDING)), ["undecided"]),
    ],
)
def test_a_ruling_stands_or_its_case_returns(
    decision: Decision, now: list[Check], states: list[CaseState]
) -> None:
    cases = found(decision, now)
    assert [case.state for case in cases] == states
    assert all((case.word == "upheld") == (case.state != "undecided") for case in cases)


def test_what_was_taken_back_does_not_return() -> None:
    history = entries(HELD, samples.decision("undo", HELD.shown, about=1))
    (case,) = standings(history, checks((CLAIM, OTHER)), {CLAIM.id: CLAIM}).values()
    assert case.state == "undecided"


def test_the_newest_of_several_old_rulings_returns() -> None:
    history = entries(
        HELD, samples.decision(evidence=samples.shown(CLAIM, OTHER), ruling="cannot_tell")
    )
    (case,) = standings(history, checks((CLAIM, None)), {CLAIM.id: CLAIM}).values()
    assert (case.state, case.word) == ("returned", "cannot_tell")


def test_only_returned_cases_are_listed_and_in_the_order_of_the_checks() -> None:
    now = [*checks((CLAIM, FINDING)), *checks((CLAIM, OTHER), fingerprint="g")]
    history = entries(samples.decision(evidence=samples.shown(CLAIM, OTHER)), HELD)
    returned = cases_returned(history, now, {CLAIM.id: CLAIM})
    assert [(check, case.word) for check, case in returned] == [(now[1], "upheld")]


def test_a_case_key_is_the_same_for_what_was_shown_and_for_the_check() -> None:
    (check,) = checks((CLAIM, FINDING))
    assert HELD.case == check.case_key
    alone = Shown(
        claim=Passage(claim=CLAIM.id, words="", url="", snapshot=""),
        finding=None,
        verdict="no_evidence",
        fingerprint="",
        rules_version="",
        edition="",
    )
    assert alone.case == samples.check(CLAIM, None).case_key
