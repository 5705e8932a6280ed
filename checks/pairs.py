"""One claim beside one finding, both given as texts: which verdict, by which rule, and why.

Where `verdicts.judge_claim` looks for what bears on a claim among all findings, here somebody has
put the two together, and what the words leave open is read in favour of comparing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from checks.judging.grade_rules import is_grade_pair
from checks.judging.ranks import rank_of
from checks.judging.readings import readings
from checks.judging.timespans import is_stated
from checks.pairing.bodies import gazetteer_of
from checks.pairing.grading import same_question
from checks.pairing.pair_rules import FIGURE_RULES, PAIR_RULES
from checks.pairing.texts import PairSide, PairText, read_claim, read_finding
from checks.verdicts import Judgment, judge
from warehouse.records import Claim, Period, Verdict

__all__ = ["PairText", "judge_pair"]

_TELLING: Final[tuple[Verdict, ...]] = (
    "contradicted",
    "grade_contradiction",
    "overstated",
    "understated",
    "consistent",
    "tension",
    "period_mismatch",
    "scope_mismatch",
    "unit_mismatch",
    "unrelated",
)
"""Of several figures the one that collides is told, then one that agrees, then the nearest."""


def judge_pair(claim: PairText, finding: PairText) -> Judgment:
    """The verdict on two texts; grades decide before figures, and figures before words."""
    claim, finding = _completed(claim, finding)
    gazetteer = gazetteer_of((claim.force, finding.force), (claim.text, finding.text))
    said = read_claim(claim, gazetteer, of_grade=finding.kind == "grade")
    found = read_finding(finding, gazetteer)
    grades = [
        (same_question(a, b), b) for a in said.marked for b in found.marked if is_grade_pair(a, b)
    ]
    if grades:
        return min((judge(a, b, PAIR_RULES) for a, b in grades), key=_telling)
    figures, other_figures = _figures(said), _figures(found)
    if figures and other_figures:
        judged = (_of_figure(figure, other_figures, finding.period) for figure in figures)
        return min(judged, key=_telling)
    return judge(said.whole, found.whole, PAIR_RULES)


def _completed(claim: PairText, finding: PairText) -> tuple[PairText, PairText]:
    """The two with what is unknown of one taken from the other: unknown is not unequal."""
    force = claim.force or finding.force
    last = finding.period.last_day if finding.period else None
    found_on = finding.published_on or last or claim.published_on
    said_on = claim.published_on or found_on
    return (
        replace(claim, force=force, published_on=said_on),
        replace(finding, force=finding.force or force, published_on=found_on),
    )


def _figures(side: PairSide) -> list[Claim]:
    """What a side gives to compare: its numbers, and what its words say of none, all or a rise."""
    numbers = [claim for claim in side.marked if claim.quantity]
    kinds = {reading.kind for claim in numbers for reading in readings(claim)}
    in_words = {reading.kind for reading in readings(side.whole)}
    if not numbers:
        return [side.whole] if in_words or rank_of(side.whole.span.exact) else []
    return [*numbers, side.whole] if in_words - kinds - {"level"} else numbers


def _of_figure(said: Claim, found: Sequence[Claim], given: Period | None) -> Judgment:
    """The verdict on one figure of the claim: a figure that bears it out settles it."""
    dated = [one for finding in found for one in _dated(finding, given, said)]
    judged = [judge(said, one, FIGURE_RULES) for one in dated or found]
    return min(judged, key=lambda one: (one.verdict != "consistent", _telling(one)))


def _dated(finding: Claim, given: Period | None, said: Claim) -> Iterator[Claim]:
    """The finding with the time that its words give, and with the one it was given with.

    A figure of another time than the given one ("60 in 2022/23 and 95 in 2023/24") is held
    against a claim of that time only.
    """
    own = finding.period
    if given is None or own is None or not (own.start and own.end):
        yield replace(finding, period=given or own)
        return
    apart = own.start >= (given.end or own.end) or (given.start or own.start) >= own.end
    if not apart:
        yield finding
        yield replace(finding, period=given)
    elif is_stated(said.period):
        yield finding


def _telling(judgment: Judgment) -> int:
    return _TELLING.index(judgment.verdict)
