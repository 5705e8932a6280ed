"""Which findings may be set beside a claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.warehouse.samples import (
    ARTICLE,
    REPORT,
    STATEMENT,
    claim,
    count,
    finding,
    graded,
    said,
)
from warehouse.candidates import CANDIDATES_PER_CLAIM
from warehouse.records import Claim, Period, document_id
from warehouse.store import Store

AREA = "serious_organised_crime"
LONG_AGO = Period(
    start=date(1999, 1, 1), end=date(2000, 1, 1), basis="calendar_year", text="in 1999"
)


def pairs(store: Store, *claims: Claim) -> dict[str, list[str]]:
    store.save_claims([document_id(url) for url in (STATEMENT, REPORT, ARTICLE)], claims)
    return store.candidates([one.id for one in claims])


JOINED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("the same measure", {}, {}),
    ("the same measure with another value", {}, {"quantity": count("9000")}),
    ("the same measure in another unit", {}, {"quantity": count("12", "percent")}),
    ("the same measure in another year", {},
     {"period": LONG_AGO}),
    ("the same measure of a district", {"scope": "district"}, {}),
    ("the same matter, a figure and words", {"topic": "fraud"}, said("fraud")),
    ("the same matter, no measure known", {"topic": "fraud", "measure": "other"}, said("fraud")),
    ("the same unit, no measure known", {"measure": "other"}, {"measure": "charges"}),
    ("the same unit, no measure on either side", {"measure": "other"}, {"measure": "other"}),
    ("another measure that ended on the same day", {"period": LONG_AGO},
     {"measure": "charges", "period": LONG_AGO}),
    ("words and words of another matter", said("fraud"), said("burglary")),
    ("the same area's grade", graded(AREA), graded(AREA, "inadequate")),
    ("a boast and a grade", said(), graded(AREA)),
    ("a denial of a grade and any grade", graded("", "inadequate", negated=True), graded(AREA)),
    ("a grade and a denial for all areas", graded(AREA), graded("", "inadequate", negated=True)),
    ("a grade and a count of grades", graded(AREA),
     {"measure": "areas_graded_good", "finding_type": "graded_judgment"}),
    ("a claim without a force", {"subject": ""}, {}),
    ("a finding without a force", {}, {"subject": ""}),
    ("a figure for the region", {}, {"subject": "rocuwm", "scope": "region"}),
    ("a figure for the nation", {}, {"subject": "", "scope": "national"}),
]  # fmt: skip
APART: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("another force's figure", {}, {"subject": "lancashire"}),
    ("another force's grade", graded(AREA), graded(AREA, subject="lancashire")),
    ("another force's matter", {"topic": "fraud"}, said("fraud", subject="lancashire")),
    ("a boast and another force's grade", said(), graded(AREA, subject="lancashire")),
    ("another measure", {}, {"measure": "charges"}),
    ("another area's grade", graded(AREA), graded("investigating_crime")),
    ("no measure, another unit", {"measure": "other"}, {"quantity": count("12", "percent")}),
    ("no measure, another force", {"measure": "other"}, {"subject": "lancashire"}),
    (
        "nothing known on either side",
        {"measure": "", "subject": ""},
        {"measure": "", "subject": ""},
    ),
    ("no force, another unit", {"subject": ""}, {"quantity": count("12", "percent")}),
    ("another measure of the region", {}, {"measure": "charges", "scope": "region"}),
]


@pytest.mark.parametrize(("case", "ours", "theirs"), JOINED, ids=[case for case, _, _ in JOINED])
def test_a_claim_meets(
    store: Store, case: str, ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    mine, other = claim(**ours), finding(**theirs)
    assert pairs(store, mine, other)[mine.id] == [other.id], case


@pytest.mark.parametrize(("case", "ours", "theirs"), APART, ids=[case for case, _, _ in APART])
def test_a_claim_does_not_meet(
    store: Store, case: str, ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    mine, other = claim(**ours), finding(**theirs)
    assert pairs(store, mine, other)[mine.id] == [], case


def test_a_papers_account_of_a_finding_is_held_against_reports_only(store: Store) -> None:
    account, other_account = finding(ARTICLE), finding(ARTICLE, "101 arrests")
    found = pairs(store, account, other_account, finding())
    assert found[account.id] == found[other_account.id] == [finding().id]


def test_a_forces_claim_is_held_against_accounts_in_papers_too(store: Store) -> None:
    assert pairs(store, claim(), finding(ARTICLE))[claim().id] == [finding(ARTICLE).id]


def test_a_reports_own_finding_is_held_against_nothing(store: Store) -> None:
    found = pairs(store, finding(), finding(words="101 arrests"))
    assert found == {finding().id: [], finding(words="101 arrests").id: []}


def test_one_forces_claim_is_no_evidence_for_another_claim(store: Store) -> None:
    assert pairs(store, claim(), claim(ARTICLE))[claim().id] == []


@pytest.mark.parametrize(
    ("fields", "met"),
    [
        ({}, True),
        ({"measure": "charges"}, True),
        ({"quantity": count("2", "GBP"), "kind": "monetary"}, False),
        ({"claimant": "other"}, False),
        (said(), False),
    ],
)
def test_a_title_is_held_against_the_same_speakers_body(
    store: Store, fields: dict[str, Any], met: bool
) -> None:
    title = claim(words="40 county lines", measure="county_lines_closed")
    assert title.span.end <= len("Force closes 40 county lines")
    body = claim(words="41 lines", **{"measure": "county_lines_closed", **fields})
    found = pairs(store, title, body)
    assert found == {title.id: [body.id] if met else [], body.id: []}


def test_own_force_comes_first_then_the_own_document_then_by_id(store: Store) -> None:
    mine = claim(ARTICLE)
    regional = [finding(words=f"{n} arrests", scope="region", subject="rocuwm") for n in (5, 6)]
    beside, away = finding(ARTICLE, "99 arrests"), [finding(), finding(words="98 arrests")]
    found = pairs(store, mine, *regional, beside, *away)[mine.id]
    assert found == [
        beside.id,
        *sorted(one.id for one in away),
        *sorted(one.id for one in regional),
    ]


def test_the_weakest_keys_go_first_when_there_are_too_many(store: Store) -> None:
    mine = claim(topic="fraud")
    near = [finding(ordinal=n) for n in range(CANDIDATES_PER_CLAIM - 1)]
    far = [finding(words="fraud", ordinal=n, **said("fraud")) for n in range(20)]
    found = pairs(store, mine, *near, *far)[mine.id]
    assert len(found) == CANDIDATES_PER_CLAIM
    assert {one.id for one in near} < set(found)


def test_every_claim_asked_for_has_an_entry_in_that_order(store: Store) -> None:
    pairs(store, claim(), finding())
    assert list(store.candidates(["b", claim().id, "a"])) == ["b", claim().id, "a"]
