"""Every example of docs/verdicts.md is read and judged by the code that the page describes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from checks.judging.explaining import reading_words
from checks.judging.readings import readings
from checks.judging.rules import RULES
from checks.judging.timespans import Side, relation
from checks.pairing.bodies import gazetteer_of
from checks.pairing.texts import PairSide, PairText, read_claim, read_finding
from checks.periods import find_periods
from checks.quantities import find_quantities
from checks.verdicts import judge
from tests.checks.factory import claim
from warehouse.records import Claim

PAGE = (Path(__file__).parents[2] / "docs" / "verdicts.md").read_text(encoding="utf-8")
FORCE = "Borsetshire Police"
SAID, FOUND = date(2024, 6, 20), date(2024, 5, 2)
FACTS = re.compile(r"\(([^)]*)\) ")


def table(heading: str) -> list[list[str]]:
    """The cells of the rows below a heading."""
    part = PAGE.partition(f"## {heading}")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


EXAMPLES = table("The rules")
RANGES = table("Ranges")
PERIODS = table("Periods")


def told(cell: str, force: str, day: date) -> PairText:
    """A cell as a text; brackets before it hold another force or day, or nobody."""
    facts = FACTS.match(cell)
    words = facts.group(1) if facts else ""
    if re.fullmatch(r"[0-9-]{10}", words):
        day = date.fromisoformat(words)
    elif words:
        force = "" if words == "nobody" else words
    return PairText(text=FACTS.sub("", cell, count=1), force=force, published_on=day)


def first(side: PairSide) -> Claim:
    """What an example is about: its first figure or grade, else all its words."""
    return side.marked[0] if side.marked else side.whole


def sides(said: str, found: str) -> tuple[Claim, Claim]:
    statement, report = told(said, FORCE, SAID), told(found, FORCE, FOUND)
    gazetteer = gazetteer_of((statement.force, report.force), ())
    read = read_claim(statement, gazetteer, of_grade=False), read_finding(report, gazetteer)
    return first(read[0]), first(read[1])


@pytest.mark.parametrize("row", EXAMPLES, ids=[f"{row[0]} {row[4]}" for row in EXAMPLES])
def test_the_rule_speaks_of_its_example(row: list[str]) -> None:
    rule, _, said, found, verdict = row
    judgment = judge(*sides(said, found))
    assert (f"`{judgment.rule}`", judgment.verdict) == (rule, verdict), judgment.why


def test_every_rule_has_an_example_in_its_order() -> None:
    named = dict.fromkeys(row[0].strip("`") for row in EXAMPLES)
    assert list(named) == [rule.name for rule in RULES]


@pytest.mark.parametrize("row", RANGES, ids=[row[0] for row in RANGES])
def test_a_range_is_read_as_the_page_says(row: list[str]) -> None:
    _, _, words, range_words = row
    figure = claim(words, quantity=find_quantities(words)[-1])
    assert reading_words(readings(figure)[0]) == range_words


@pytest.mark.parametrize("row", PERIODS, ids=[f"{row[0]}, {row[1]}" for row in PERIODS])
def test_two_periods_lie_as_the_page_says(row: list[str]) -> None:
    said, found, expected = row
    one, other = find_periods(said, SAID)[0].period, find_periods(found, FOUND)[0].period
    assert relation(Side(one, SAID), Side(other, FOUND)) == expected
