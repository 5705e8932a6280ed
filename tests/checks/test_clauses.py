"""Sentences with several claims, cut so that each has its own words."""

from __future__ import annotations

import re

import pytest

from checks.drafting.clauses import claim_ranges, clauses


def ranges(text: str, joined: tuple[int, ...] = ()) -> list[str]:
    marks = [(m.start(), m.end()) for m in re.finditer(r"£?[0-9][0-9,.]*[mk]?", text)]
    return [text[start:end] for start, end in claim_ranges(text, marks, joined)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The team made 40 arrests.", ["The team made 40 arrests."]),
        (
            "The team made 40 arrests, seized £2m and shut 9 lines.",
            ["The team made 40 arrests", "seized £2m", "shut 9 lines."],
        ),
        (
            "They held 40 people and 12 cars were taken.",
            ["They held 40 people", "12 cars were taken."],
        ),
        ("“We took £2m,”", ["We took £2m"]),
        ("40 phones 50 laptops", ["40 phones 50 laptops", "40 phones 50 laptops"]),
    ],
)
def test_each_number_keeps_the_words_that_claim_it(text: str, expected: list[str]) -> None:
    assert ranges(text) == expected


def test_the_two_numbers_of_a_pair_share_their_words() -> None:
    text = "Arrests rose from 150, by our count, to 180."
    assert ranges(text, joined=(1,)) == [text, text]


def test_a_turn_in_the_sentence_starts_a_clause() -> None:
    text = "Robbery fell by a tenth, but victims of theft still wait for weeks."
    assert [text[a:b] for a, b in clauses(text)] == [
        "Robbery fell by a tenth",
        "victims of theft still wait for weeks.",
    ]
