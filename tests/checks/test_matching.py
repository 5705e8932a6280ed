"""Findings in order of likeness, with reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.matching import rank
from tests.checks.factory import claim, financial, finding, graded, number, year
from warehouse.records import Claim

CASH = claim(
    "Cash worth £2m was seized in 2023/24",
    quantity=number("2000000", "GBP", text="£2m"),
    measure="cash_seized",
    period=financial(2023),
)


def found(
    words: str, value: int, measure: str, first: int = 2023, subject: str = "borsetshire"
) -> Claim:
    return finding(
        words,
        quantity=number(value, "GBP"),
        measure=measure,
        period=financial(first),
        subject=subject,
    )


SAME = found("Suspects lost £1.4m in banknotes", 1_400_000, "cash_seized")
EARLIER = found("Cash worth £2m was seized in 2021/22", 2_000_000, "cash_seized", 2021)
FORFEITED = found("Courts forfeited £2m", 2_000_000, "cash_forfeited")
OVERTIME = found("Overtime cost £2m", 2_000_000, "overtime_cost")
ELSEWHERE = found(
    "Cash worth £2m was seized in 2023/24", 2_000_000, "cash_seized", subject="ambridge"
)
WORDS = finding("The economic crime unit lacks staff.")


def order(said: Claim, findings: list[Claim], top: int = 5) -> list[str]:
    words = {item.id: item.span.exact for item in findings}
    return [words[match.finding] for match in rank(said, findings, top)]


def test_the_measure_the_body_and_the_period_weigh_more_than_equal_words_or_values() -> None:
    ranked = order(CASH, [OVERTIME, ELSEWHERE, FORFEITED, EARLIER, WORDS, SAME], top=6)
    assert ranked[:2] == [SAME.span.exact, EARLIER.span.exact]
    assert ranked.index(WORDS.span.exact) < ranked.index(OVERTIME.span.exact)


def test_the_own_force_stands_ahead_of_region_and_nation() -> None:
    nation = replace(SAME, subject="", scope="national")
    region = replace(SAME, subject="rocuborset", scope="region", ordinal=2)
    ranked = [match.finding for match in rank(CASH, [nation, region, SAME])]
    assert ranked[0] == SAME.id


def test_a_grade_finds_its_own_question_first() -> None:
    said = claim("We are good for custody", grade=graded("good", "custody"))
    findings = [
        finding("It is good at custody.", grade=graded("inadequate", "custody")),
        finding("It is good at investigating crime.", grade=graded("good", "investigating_crime")),
        WORDS,
    ]
    assert order(said, findings)[0] == "It is good at custody."


def test_numbers_are_no_words() -> None:
    other_value = replace(SAME, span=replace(SAME.span, exact="Suspects lost £9.9m in banknotes"))
    scores = [rank(CASH, [item])[0].score for item in (SAME, other_value)]
    assert scores[0] == scores[1]


def test_every_match_gives_its_reasons_in_words() -> None:
    match = rank(CASH, [SAME])[0]
    assert {reason.name for reason in match.reasons} == {
        "body",
        "measure",
        "matter",
        "period",
        "unit",
        "words",
    }
    assert all(0 <= reason.score <= 1 and reason.detail for reason in match.reasons)
    assert 0 < match.score <= 1


def test_the_order_of_findings_does_not_matter_and_ties_fall_by_id() -> None:
    twins = [replace(SAME, ordinal=i) for i in range(4)]
    ids = [match.finding for match in rank(CASH, twins)]
    assert ids == sorted(ids) == [match.finding for match in rank(CASH, twins[::-1])]


def test_only_the_best_are_kept_and_a_finding_counts_once() -> None:
    assert len(rank(CASH, [SAME, SAME, EARLIER, FORFEITED], top=2)) == 2
    assert len(rank(CASH, [SAME, SAME])) == 1


@pytest.mark.parametrize(
    "answer",
    [
        CASH,
        replace(CASH, ordinal=1),
        replace(SAME, attribution="reported"),
    ],
    ids=["itself", "the same speaker", "a newspaper"],
)
def test_what_cannot_bear_on_the_claim_is_not_ranked(answer: Claim) -> None:
    assert rank(CASH, [answer]) == []


def test_inspectors_own_words_answer_to_nobody() -> None:
    assert rank(SAME, [EARLIER, replace(CASH, period=year(2023))]) == []


@pytest.mark.parametrize("top", [1, 2, 3, 5, 8])
def test_what_is_not_compared_word_by_word_could_not_have_been_among_the_best(top: int) -> None:
    words = ("gangs", "cash", "from", "county", "seized", "officers", "trial", "homes")
    findings = [
        found(
            f"Number {at}: {' '.join(words[: at % 9])} worth £{at}m",
            at * 1_000_000,
            ("cash_seized", "cash_forfeited", "overtime_cost")[at % 3],
            2015 + at % 9,
            ("borsetshire", "ambridge")[at % 4 == 0],
        )
        for at in range(1, 60)
    ]
    every = rank(CASH, findings, top=len(findings))
    assert rank(CASH, findings, top=top) == every[:top]
