"""What a statement offers for comparison as a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.judging.ranges import Range
from checks.judging.ranks import Rank, rank_of
from checks.judging.readings import Reading, comparable, readings
from tests.checks.factory import claim, number


def test_a_level_and_a_change_are_two_kinds() -> None:
    level = readings(claim("18 per cent", quantity=number(18, "percent")))
    change = readings(claim("up 18 per cent", quantity=number(18, "percent", direction="up")))
    assert [level[0].kind, change[0].kind] == ["level", "change"]
    assert comparable(level, change) is None


def test_doubled_is_a_rise_of_a_hundred_per_cent() -> None:
    (reading,) = readings(claim("doubled", quantity=number(2, "multiple")))
    assert reading == Reading("change", "percent", Range(Decimal(98), Decimal(102)), "up")


def test_from_and_to_give_the_change_and_the_level_reached() -> None:
    words = "The queue fell from 820 to 410 in a year."
    found = readings(claim(words, quantity=number(410, role="to")))
    assert [(r.kind, r.unit, r.direction) for r in found] == [
        ("change", "percent", "down"),
        ("level", "count", None),
    ]
    assert found[0].range == Range(Decimal(49), Decimal(51))


def test_shares_from_and_to_give_points_and_named_points_leave_out_the_per_cent() -> None:
    words = "The share rose from 9 per cent to 12 per cent."
    named = "The share rose from 9 per cent to 12 per cent, three percentage points."
    end = number(12, "percent", role="to")
    units = [
        [(r.kind, r.unit) for r in readings(claim(said, quantity=end))] for said in (words, named)
    ]
    assert units[0] == [("change", "pp"), ("change", "percent"), ("level", "percent")]
    assert units[1] == [("change", "pp"), ("level", "percent")]


@pytest.mark.parametrize(
    ("words", "extreme"),
    [
        ("Every caller was answered.", "all"),
        ("All of our cars carry one.", "all"),
        ("Not a single caller was left waiting.", "none"),
        ("Officers patrol every day.", None),
        ("Almost all callers were answered.", None),
        ("We are good in all areas.", None),
        ("First of all, thank you.", None),
    ],
)
def test_all_and_none_are_numbers_where_they_count(words: str, extreme: str | None) -> None:
    found = readings(claim(words))
    assert (found[0].extreme if found else None) == extreme


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("the highest rate of all", Rank(1, "highest")),
        ("the second-lowest rate", Rank(2, "lowest")),
        ("the 12th best of 43", Rank(12, "best")),
        ("most of the officers", None),
        ("a high rate", None),
    ],
)
def test_ranks_are_read_with_their_place(words: str, rank: Rank | None) -> None:
    assert rank_of(words) == rank
