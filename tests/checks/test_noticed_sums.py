"""Changes, sums and headlines that a document's own figures contradict."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from checks.notices import find_notices
from tests.checks.factory import claim, number
from warehouse.records import Claim, Notice

HEADLINE = "Officers take £2m of drugs off the streets"


def change(stated: Claim, before: int, after: int, words: str = "in one sentence") -> list[Claim]:
    ends: list[tuple[int, Literal["from", "to"]]] = [(before, "from"), (after, "to")]
    figures = [
        replace(claim(words, quantity=number(value, role=role)), ordinal=place)
        for place, (value, role) in enumerate(ends, 1)
    ]
    return [replace(stated, span=figures[0].span), *figures]


def kinds(claims: list[Claim]) -> list[str]:
    return [notice.kind for notice in find_notices(claims)]


def percent(value: int, direction: Literal["up", "down"] | None = "up") -> Claim:
    return claim("in one sentence", quantity=number(value, "percent", direction=direction))


def test_a_rise_that_its_own_figures_do_not_make_is_noticed() -> None:
    stated = percent(40)
    (notice,) = find_notices(change(stated, 523, 624))
    assert notice.kind == "arithmetic"
    assert notice.document == stated.document
    assert "523" in notice.why
    assert "19.1 to 19.5 per cent up" in notice.why


@pytest.mark.parametrize(
    ("value", "direction", "before", "after", "noticed"),
    [
        (19, "up", 523, 624, False),
        (20, "up", 523, 624, False),
        (30, "up", 523, 624, True),
        (19, "down", 523, 624, True),
        (12, "down", 1000, 880, False),
        (12, "down", 1000, 920, True),
        (100, "up", 40, 80, False),
        (50, "down", 80, 40, False),
        (50, "up", 0, 40, False),
        (50, None, 10, 80, False),
    ],
    ids=[
        "right",
        "rounded up",
        "wrong",
        "the wrong way",
        "a fall that is right",
        "a fall that is wrong",
        "twice as many",
        "half as many",
        "nothing before",
        "a share, not a change",
    ],
)
def test_a_change_is_worked_out_from_what_it_lies_between(
    value: int,
    direction: Literal["up", "down"] | None,
    before: int,
    after: int,
    noticed: bool,
) -> None:
    assert bool(kinds(change(percent(value, direction), before, after))) is noticed


def test_doubled_need_not_be_exactly_twice_but_is_not_half_as_much_again() -> None:
    doubled = claim("in one sentence", quantity=number(2, "multiple", direction="up"))
    assert kinds(change(doubled, 103, 199)) == []
    assert kinds(change(doubled, 100, 150)) == ["arithmetic"]


def test_two_changes_in_a_sentence_are_not_told_apart_and_not_noticed() -> None:
    claims = change(percent(40), 523, 624)
    other = replace(percent(5), span=claims[0].span, ordinal=9)
    assert kinds([*claims, other]) == []


def listed(*counts: int, whole: int = 120) -> list[Claim]:
    words, start = f"The force made {whole} arrests", 400
    claims = [claim(words, quantity=number(whole), start=start)]
    start += len(words) + 2
    for place, count in enumerate(counts):
        part = claim(f"{count} for theft", quantity=number(count), start=start)
        prefix = f"{whole} arrests: " if not place else ", "
        claims.append(replace(part, span=replace(part.span, prefix=prefix)))
        start = part.span.end + 2
    return claims


@pytest.mark.parametrize(
    ("counts", "noticed"),
    [((80, 60), True), ((80, 40), False), ((80, 20), False), ((150,), False)],
    ids=["more than the whole", "the whole", "not all of it", "a single part"],
)
def test_parts_may_come_to_less_than_their_whole_but_not_to_more(
    counts: tuple[int, ...], noticed: bool
) -> None:
    assert bool(kinds(listed(*counts))) is noticed


def article(headline: int, *below: int, measure: str = "drugs_seized_value") -> list[Notice]:
    title = claim(HEADLINE, quantity=number(headline, "GBP"), measure=measure, start=0)
    body = [
        claim(
            f"It seized drugs worth £{value} in the year.",
            quantity=number(value, "GBP"),
            measure="drugs_seized_value",
            start=100 * place,
        )
        for place, value in enumerate(below, 1)
    ]
    return find_notices([title, *body])


@pytest.mark.parametrize(
    ("below", "noticed"),
    [
        ((1_200_000,), True),
        ((2_000_000,), False),
        ((1_200_000, 2_010_000), False),
        ((1_200_000, 800_000), False),
        ((), False),
    ],
    ids=["another figure", "the same", "one of two", "the sum of two", "none below"],
)
def test_a_headline_is_held_against_its_own_text(below: tuple[int, ...], noticed: bool) -> None:
    found = article(2_000_000, *below)
    assert [notice.kind for notice in found] == ["headline"] * noticed


def test_a_headline_of_another_measure_is_no_headline_of_these_figures() -> None:
    assert article(2_000_000, 1_200_000, measure="cash_seized") == []
