"""The rule table for two texts that somebody put together: `judging.rules` with some rows changed.

Which body speaks is known, one matter and one count are taken for granted where nothing speaks
against them, and an undated figure is of the finding's time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from checks.judging import rules
from checks.judging.comparability import same_body
from checks.judging.explaining import plain
from checks.judging.figure_rules import is_counter_example, rank_ruling
from checks.judging.grade_rules import is_grade_pair
from checks.judging.places import place_gap
from checks.judging.ranks import rank_of
from checks.judging.readings import comparable, readings
from checks.judging.rules import RULES, Decide, Rule
from checks.judging.ruling import Ruling
from checks.pairing.agreement import one_count, one_matter
from warehouse.records import Claim


def other_matter(claim: Claim, finding: Claim) -> Ruling | None:
    if is_grade_pair(claim, finding) or one_matter(claim, finding):
        return None
    return Ruling("unrelated", "the two are about different matters")


def counts_something_else(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 4. A target met or missed, and a counter-example, are no counts."""
    said, found = readings(claim), readings(finding)
    if not (said and found) or is_counter_example(claim, finding):
        return None
    if rank_of(claim.span.exact) and rank_of(finding.span.exact):
        return None
    pair = comparable(said, found)
    if pair and pair[0].kind == "standard":
        return None
    if not one_count(claim, finding):
        return Ruling(
            "unit_mismatch", f"{_counted(claim)} and {_counted(finding)} are not one count"
        )
    if pair is None:
        return Ruling("unit_mismatch", "the figures have different units, or one is a change")
    return None


def another_rank(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 8. One matter is one order, unless one is the region's and the other the country's."""
    one, other = (_field(side.context) for side in (claim, finding))
    if rank_of(claim.span.exact) and rank_of(finding.span.exact) and one and other and one != other:
        return Ruling("scope_mismatch", f"one rank is among {one}, the other among {other}")
    return rank_ruling(claim, finding, same_order=True)


def _field(text: str) -> str:
    """Among whom a rank is one; "" where the words do not say."""
    folded = text.casefold()
    return next((name for name, words in _FIELDS if words.search(folded)), "")


def boast(claim: Claim, finding: Claim) -> Ruling | None:
    return rules.boast(claim, finding) if _of_one_place(claim, finding) else None


def agreement(claim: Claim, finding: Claim) -> Ruling | None:
    return rules.agreement(claim, finding) if _of_one_place(claim, finding) else None


def other_population(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 5; words without a figure are narrowed by a place."""
    gap = place_gap(claim, finding)
    if gap:
        return Ruling("scope_mismatch", f"only one side is narrowed to: {gap}")
    return rules.other_population(claim, finding)


def _of_one_place(claim: Claim, finding: Claim) -> bool:
    return same_body(claim, finding) and not place_gap(claim, finding)


def _counted(claim: Claim) -> str:
    if claim.quantity and claim.quantity.noun:
        return f"“{claim.quantity.noun}”"
    return plain(claim.measure) if claim.measure not in {"", "other"} else "the count"


_FIELDS: Final = (
    ("similar forces", re.compile(r"\b(?:similar|comparable|peer|family of|group of)\b|\bpeers\b")),
    ("the region", re.compile(r"\bregion(?:al|ally)?\b|\bneighbour\w*")),
    (
        "the country",
        re.compile(r"\b(?:country|england|britain|uk|national|nationally|43 forces|nation)\b"),
    ),
)
_CHANGED: Final[Mapping[str, Decide]] = {
    "1-other-matter": other_matter,
    "3-boast-beside-criticism": boast,
    "3b-words-agree": agreement,
    "4-counts-something-else": counts_something_else,
    "5-other-population": other_population,
    "8-another-rank": another_rank,
}
_LEFT_OUT: Final = frozenset({"1-unknown-body", "6-moved-on", "6-undated-part"})

PAIR_RULES: Final[tuple[Rule, ...]] = tuple(
    Rule(rule.name, _CHANGED.get(rule.name, rule.decide))
    for rule in RULES
    if rule.name not in _LEFT_OUT
)

FIGURE_RULES: Final[tuple[Rule, ...]] = tuple(
    rule for rule in PAIR_RULES if not rule.name.startswith("3")
)
"""Where both sides have something to compare, words do not decide."""
