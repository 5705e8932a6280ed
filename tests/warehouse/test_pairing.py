"""Pairs of statements by equal keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from warehouse.pairing import Found, Weights, pairs_by_keys

WEIGHTS = Weights(
    force=3, measure=3, unit=1, value=2, period=4, unknown=0.5, wider=0.4, overlapping=0.3
)
MOST = sum((3, 3, 1, 2, 4))


@dataclass(frozen=True)
class Side:
    """A count of arrests by one force in 2023, unless a test says otherwise."""

    force: str | None = "borset"
    measure: str | None = "arrests"
    unit: str | None = "people"
    low: float | None = 100
    high: float | None = 100
    start: date | None = date(2023, 1, 1)
    end: date | None = date(2023, 12, 31)
    wide: bool = False

    @property
    def is_keyed(self) -> bool:
        return self.measure is not None or self.low is not None


def pair(claim: Side, *findings: Side, most: int = 40) -> list[tuple[int, float]]:
    """Places and scores of the findings that one claim meets."""
    found = list(pairs_by_keys([claim], findings, most, WEIGHTS))
    return [pair for one in found for pair in zip(one.findings, one.scores, strict=True)]


JOINED = [
    ("all is equal", Side(), Side()),
    ("another value", Side(), Side(low=9000, high=9000)),
    ("another period", Side(), Side(start=date(2011, 1, 1), end=date(2011, 12, 31))),
    ("another measure, in one unit and year", Side(), Side(measure="stops")),
    ("an unknown measure", Side(measure=None), Side()),
    ("an unknown measure found", Side(), Side(measure=None)),
    ("neither measure known", Side(measure=None), Side(measure=None)),
    ("neither measure nor unit known", Side(measure=None, unit=None), Side()),
    ("an unknown unit", Side(unit=None), Side()),
    ("an unknown force", Side(force=None), Side()),
    ("an unknown force found", Side(), Side(force=None)),
    ("an unknown period", Side(start=None, end=None), Side(low=7, high=7)),
    ("no measure and no period, values that meet",
     Side(measure=None, start=None, end=None), Side(low=90, high=110)),
    ("no force and no period, values that meet", Side(force=None, end=None), Side()),
    ("no value", Side(low=None, high=None), Side()),
    ("the nation's", Side(), Side(force="nation", wide=True)),
]  # fmt: skip
APART = [
    ("another force", Side(), Side(force="ambridge")),
    ("another measure and unit", Side(), Side(measure="fines", unit="gbp")),
    ("another measure and year", Side(), Side(measure="stops", end=date(2024, 3, 31))),
    ("no measure, another year", Side(measure=None), Side(end=date(2024, 3, 31))),
    ("no force, another year", Side(force=None), Side(end=date(2024, 3, 31))),
    ("no measure and no period, values apart",
     Side(measure=None, start=None, end=None), Side(low=7, high=7)),
    ("the nation's other measure", Side(), Side(force="nation", measure="stops", wide=True)),
    ("nothing but a force", Side(measure=None, low=None, high=None), Side()),
]  # fmt: skip


@pytest.mark.parametrize(("case", "claim", "finding"), JOINED, ids=[case for case, *_ in JOINED])
def test_a_claim_meets(case: str, claim: Side, finding: Side) -> None:
    assert [place for place, _ in pair(claim, finding)] == [0], case


@pytest.mark.parametrize(("case", "claim", "finding"), APART, ids=[case for case, *_ in APART])
def test_a_claim_does_not_meet(case: str, claim: Side, finding: Side) -> None:
    assert pair(claim, finding) == [], case


def test_no_finding_comes_twice_however_many_keys_it_shares() -> None:
    assert [place for place, _ in pair(Side(), Side(), Side(), Side(force=None))] == [0, 1, 2]


@pytest.mark.parametrize(
    ("finding", "lost"),
    [
        (Side(), 0.0),
        (Side(measure="stops"), 3.0),
        (Side(measure=None), 1.5),
        (Side(unit="calls"), 1 + 2 * 0.5),
        (Side(low=50, high=50), 2 * 0.5),
        (Side(low=200, high=400), 2 * 0.5),
        (Side(low=90, high=400), 0.0),
        (Side(low=0, high=0), 2.0),
        (Side(low=None, high=None), 2 * 0.5),
        (Side(start=None), 4 * 0.5),
        (Side(start=date(2024, 1, 1), end=date(2024, 12, 31)), 4.0),
        (Side(start=date(2022, 1, 1)), 4 * (1 - (0.3 + 0.5 * 365 / 730))),
        (Side(force="nation", wide=True), 3 * 0.6),
    ],
)
def test_what_differs_costs_its_weight_and_what_is_unknown_half(finding: Side, lost: float) -> None:
    ((_, score),) = pair(Side(), finding)
    assert score == pytest.approx(MOST - lost)


def test_only_the_best_are_kept_and_equal_ones_in_their_order() -> None:
    other = Side(low=300, high=300)
    assert [place for place, _ in pair(Side(), other, Side(), other, Side(), most=3)] == [1, 3, 0]


def test_claims_come_in_order_with_their_own_places() -> None:
    alone, elsewhere = Side(force="nowhere"), Side(force="ambridge")
    claims = [elsewhere, alone, Side()]
    found = list(pairs_by_keys(claims, [Side(), elsewhere], 5, WEIGHTS))
    assert [(one.claim, one.findings) for one in found] == [(0, [1]), (2, [0])]
    assert isinstance(found[0], Found)


def test_without_statements_there_are_no_pairs() -> None:
    assert list(pairs_by_keys([], [], 5, WEIGHTS)) == []
    assert list(pairs_by_keys([Side()], [], 5, WEIGHTS)) == []
