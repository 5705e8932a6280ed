"""Two texts that somebody put together: every label, from words to verdict.

`text_pairs.jsonl` beside this file holds invented pairs; the name of each says what makes it hard.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from checks.pairs import PairText, judge_pair
from warehouse.records import FLAGS, Period

LINES = Path(__file__).with_name("text_pairs.jsonl").read_text(encoding="utf-8").splitlines()
PAIRS: list[dict[str, Any]] = [json.loads(line) for line in LINES]
APART = [pair for pair in PAIRS if pair["label"] in FLAGS | {"consistent"}]

YEAR = Period(
    start=date(2024, 1, 1), end=date(2025, 1, 1), basis="unspecified", text="2024-01-01/2024-12-31"
)


def told(side: dict[str, Any]) -> PairText:
    days = [date.fromisoformat(word) for word in side.get("period", "").split("/") if word]
    period = (
        Period(start=days[0], end=days[-1] + timedelta(days=1), basis="unspecified", text="")
        if days
        else None
    )
    return PairText(
        text=side["text"],
        force=side["force"],
        published_on=date.fromisoformat(side["published"]),
        period=period,
        kind=side.get("kind", ""),
    )


def said(text: str, **more: Any) -> PairText:
    facts: dict[str, Any] = {"force": "Calderside Police", "published_on": date(2025, 2, 1)} | more
    return PairText(text=text, **facts)


def found(text: str, **more: Any) -> PairText:
    facts: dict[str, Any] = {"published_on": date(2025, 1, 10), "period": YEAR, "kind": "number"}
    return said(text, **(facts | more))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["id"] for pair in PAIRS])
def test_each_pair_of_texts_has_its_verdict(pair: dict[str, Any]) -> None:
    judgment = judge_pair(told(pair["claim"]), told(pair["finding"]))
    assert judgment.verdict == pair["label"], judgment.why


@pytest.mark.parametrize("pair", APART, ids=[pair["id"] for pair in APART])
def test_another_force_is_never_compared(pair: dict[str, Any]) -> None:
    claim, finding = told(pair["claim"]), told(pair["finding"])
    own = claim.force.split()[0]
    other = replace(finding, force="Vale of Orme Police", text=finding.text.replace(own, "Orme"))
    assert judge_pair(claim, other).verdict in {"scope_mismatch", "unit_mismatch", "unrelated"}


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["id"] for pair in PAIRS])
def test_a_name_is_a_key_and_no_more(pair: dict[str, Any]) -> None:
    name = pair["claim"]["force"].split()[0]
    renamed = json.loads(json.dumps(pair).replace(name, "Zedmarsh"))
    judgment = judge_pair(told(renamed["claim"]), told(renamed["finding"]))
    assert judgment.verdict == pair["label"], judgment.why


def mixed() -> Iterator[tuple[PairText, PairText]]:
    """Each claim beside findings of other pairs, as if all were of one force and time."""
    for place, pair in enumerate(PAIRS):
        for step in (11, 37, 71):
            claim, finding = (
                told(pair["claim"]),
                told(PAIRS[(place + step) % len(PAIRS)]["finding"]),
            )
            day = finding.published_on
            yield replace(claim, force=finding.force, published_on=day), finding


def test_texts_that_have_nothing_to_do_with_each_other_are_seldom_flagged() -> None:
    verdicts = [judge_pair(claim, finding).verdict for claim, finding in mixed()]
    assert sum(verdict in FLAGS for verdict in verdicts) <= len(verdicts) * 0.03
    assert verdicts.count("unrelated") >= len(verdicts) * 0.85


def test_what_is_unknown_is_not_unequal() -> None:
    claim = said("We made 40 arrests for arson.", force="", published_on=None)
    finding = found("The force made 40 arrests for arson.", period=None)
    assert judge_pair(claim, finding).verdict == "consistent"


def test_no_words_have_nothing_in_common() -> None:
    assert judge_pair(said(""), found("")).verdict == "unrelated"


@pytest.mark.parametrize(
    ("claim", "finding", "verdict"),
    [
        # Of several figures the one on the same count decides.
        (
            "We bought nine vans and solved 300 burglaries in 2024.",
            "In 2024 the force solved 140 burglaries with 1,200 detectives.",
            "contradicted",
        ),
        (
            "We arrested 80 people and seized £90,000 in cash in 2024.",
            "The force seized £91,000 in cash in 2024.",
            "consistent",
        ),
        # Two years' values are a change, and each its own year's level.
        (
            "Arson has doubled.",
            "The force recorded 215 arsons in 2023 and 430 in 2024.",
            "consistent",
        ),
        (
            "In 2024 there were 430 arsons.",
            "There were 200 arsons in 2023 and 430 in 2024.",
            "consistent",
        ),
        (
            "In 2024 there were 200 arsons.",
            "There were 200 arsons in 2023 and 430 in 2024.",
            "contradicted",
        ),
    ],
)
def test_the_figures_that_belong_together_are_compared(
    claim: str, finding: str, verdict: str
) -> None:
    judgment = judge_pair(said(claim), found(finding))
    assert judgment.verdict == verdict, judgment.why


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Across England and Wales 9 per cent of arsons were solved in 2024.", "scope_mismatch"),
        ("In Calderside 9 per cent of arsons were solved in 2024.", "contradicted"),
        ("In Nether Calder 9 per cent of arsons were solved in 2024.", "scope_mismatch"),
        ("In the city 9 per cent of arsons were solved in 2024.", "scope_mismatch"),
        ("Together with Orme Police we solved 9 per cent of arsons in 2024.", "scope_mismatch"),
        ("All 43 forces solved 9 per cent of arsons in 2024.", "scope_mismatch"),
    ],
)
def test_the_words_widen_and_narrow_the_field(claim: str, verdict: str) -> None:
    judgment = judge_pair(said(claim), found("The force solved 4 percent of arsons in 2024."))
    assert judgment.verdict == verdict, judgment.why


def test_a_national_finding_may_be_about_one_force() -> None:
    finding = found(
        "In Calderside 4 percent of arsons were solved in 2024.", force="England and Wales"
    )
    claim = said("We solved 4 per cent of arsons in 2024.")
    assert judge_pair(claim, finding).verdict == "consistent"
