"""What must be judged: each claim once more when, and only when, its evidence moves."""

from __future__ import annotations

import itertools

import pytest

from tests.warehouse.samples import (
    ARTICLE,
    REPORT,
    STATEMENT,
    check,
    claim,
    document,
    finding,
    graded,
    said,
)
from warehouse.records import Claim, document_id
from warehouse.store import Store

SAYS, FOUND, TOLD = (document_id(url) for url in (STATEMENT, REPORT, ARTICLE))
ARRESTS = claim()
DRUGS = claim(words="drugs worth £2m", measure="drugs_seized_value")
THERE = claim(words="90 arrests", subject="lancashire")


@pytest.fixture
def settled(store: Store) -> Store:
    """Three claims of a statement, all judged, against no findings yet."""
    store.save_claims([SAYS], [ARRESTS, DRUGS, THERE])
    settle(store)
    return store


def settle(store: Store) -> None:
    pairs = store.candidates(store.pending())
    known = {one.id: one for one in store.claims()}
    for id_, found in pairs.items():
        checks = [check(known[id_], known[other]) for other in found]
        store.save_checks([id_], checks or [check(known[id_], None, "no_evidence")])
    assert store.pending() == []


def test_a_new_claim_is_pending_until_its_checks_are_saved(store: Store) -> None:
    store.save_claims([SAYS], [ARRESTS])
    assert store.pending() == [ARRESTS.id]
    store.save_checks([ARRESTS.id], [])
    assert store.pending() == []


def test_a_reports_own_finding_is_never_pending(store: Store) -> None:
    store.save_claims([FOUND], [finding()])
    assert store.pending() == []


def test_a_papers_account_of_a_finding_is_pending(store: Store) -> None:
    store.save_claims([TOLD], [finding(ARTICLE)])
    assert store.pending() == [finding(ARTICLE).id]


def test_a_new_finding_reopens_exactly_the_claims_it_concerns(settled: Store) -> None:
    settled.save_claims([FOUND], [finding()])
    assert settled.pending() == [ARRESTS.id]


def test_a_document_is_judged_whole_when_one_of_its_claims_is_pending(settled: Store) -> None:
    assert settled.to_judge() == []
    settled.save_claims([FOUND], [finding()])
    assert set(settled.to_judge()) == {ARRESTS.id, DRUGS.id, THERE.id}


def test_a_changed_finding_reopens_the_claims_of_its_old_and_new_keys(settled: Store) -> None:
    settled.save_claims([FOUND], [finding()])
    settle(settled)
    settled.save_claims([FOUND], [finding(measure="drugs_seized_value")])
    assert set(settled.pending()) == {ARRESTS.id, DRUGS.id}


def test_a_finding_that_is_gone_reopens_its_claims_and_drops_their_checks(settled: Store) -> None:
    settled.save_claims([FOUND], [finding()])
    settle(settled)
    settled.save_claims([FOUND], [])
    assert settled.pending() == [ARRESTS.id]
    assert all(one.finding is None for one in settled.checks())


def test_the_same_findings_again_reopen_nothing(settled: Store) -> None:
    settled.save_claims([FOUND], [finding()])
    settle(settled)
    settled.save_claims([FOUND], [finding()])
    assert settled.pending() == []


def test_a_changed_claim_is_judged_again_and_its_neighbours_are_not(settled: Store) -> None:
    settled.save_claims([SAYS], [ARRESTS, claim(words="drugs worth £2m", topic="drugs"), THERE])
    assert settled.pending() == [DRUGS.id]


def test_another_kind_of_document_reopens_its_claims(settled: Store) -> None:
    settled.save_documents([document(STATEMENT, "article")])
    settled.save_claims([SAYS], [ARRESTS, DRUGS, THERE])
    assert set(settled.pending()) == {ARRESTS.id, DRUGS.id, THERE.id}


def test_a_claim_that_is_no_longer_judged_loses_its_checks(settled: Store) -> None:
    settled.save_documents([document(STATEMENT, "report")])
    taken_back = [finding(STATEMENT, "120 arrests"), DRUGS, THERE]
    assert taken_back[0].id == ARRESTS.id
    settled.save_claims([SAYS], taken_back)
    assert ARRESTS.id not in settled.pending()
    assert ARRESTS.id not in {one.claim for one in settled.checks()}


def test_marking_all_reopens_every_judged_claim_and_no_finding(settled: Store) -> None:
    settled.save_claims([FOUND], [finding()])
    settle(settled)
    settled.mark_all_pending()
    assert set(settled.pending()) == {ARRESTS.id, DRUGS.id, THERE.id}


BATCHES: dict[str, list[Claim]] = {
    SAYS: [ARRESTS, DRUGS, THERE, claim(words="We are proud of our work", **said())],
    FOUND: [finding(), finding(words="a good grade", **graded("investigating_crime"))],
    TOLD: [
        finding(ARTICLE, "110 arrests"),
        claim(ARTICLE, "good, it said", **graded("investigating_crime")),
    ],
}


def outcome(order: tuple[str, ...], *, at_once: bool) -> list[tuple[str, str | None]]:
    """Pairs that are checked in the end when the documents come in this order."""
    with Store.in_memory() as store:
        store.save_documents([document(), document(REPORT, "report"), document(ARTICLE, "article")])
        for id_ in order:
            store.save_claims([id_], BATCHES[id_])
            if not at_once:
                settle(store)
        settle(store)
        return [(one.claim, one.finding) for one in store.checks()]


def test_the_order_of_documents_does_not_matter() -> None:
    outcomes = [outcome(order, at_once=False) for order in itertools.permutations(BATCHES)]
    outcomes.append(outcome(tuple(BATCHES), at_once=True))
    assert len(outcomes[0]) > 5
    assert all(one == outcomes[0] for one in outcomes)


def test_pending_claims_come_by_document_and_place(store: Store) -> None:
    store.save_claims([TOLD, SAYS], [claim(ARTICLE), DRUGS, ARRESTS])
    ordered = [one.id for one in store.claims()]
    assert store.pending() == ordered
