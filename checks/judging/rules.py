"""The rule table of the verdicts, read top to bottom: the first rule that speaks decides.

The steps and their order are those of `docs/verdicts.md`. Here stand the steps about words and
bodies; `grade_rules` and `figure_rules` hold what the rows about grades and figures ask.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from checks.judging import figure_rules as figures
from checks.judging.comparability import same_body, same_matter
from checks.judging.explaining import plain
from checks.judging.grade_rules import covers_area, grades_agree, is_grade_pair, other_inspection
from checks.judging.populations import population_gap, samples_differ
from checks.judging.readings import readings
from checks.judging.ruling import Ruling
from checks.judging.tension import Weight, boast_beside_criticism, words_agree
from warehouse.records import Claim, Verdict

Decide = Callable[[Claim, Claim], Ruling | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: its step and name, and what decides. `decide` is silent with None."""

    name: str
    decide: Decide


def other_matter(claim: Claim, finding: Claim) -> Ruling | None:
    if is_grade_pair(claim, finding) or same_matter(claim, finding):
        return None
    return Ruling("unrelated", "the two are about different matters")


def unknown_body(claim: Claim, finding: Claim) -> Ruling | None:
    if claim.subject and finding.subject:
        return None
    return Ruling("unrelated", "one side does not say whose performance it is about")


def grade_other_body(claim: Claim, finding: Claim) -> Ruling | None:
    if not is_grade_pair(claim, finding) or claim.subject == finding.subject:
        return None
    return Ruling(
        "scope_mismatch", f"the grades are of {plain(claim.subject)} and {plain(finding.subject)}"
    )


def grade_other_area(claim: Claim, finding: Claim) -> Ruling | None:
    if not is_grade_pair(claim, finding) or covers_area(claim, finding):
        return None
    return Ruling("unrelated", "the grades answer different questions")


def grade_other_inspection(claim: Claim, finding: Claim) -> Ruling | None:
    if not is_grade_pair(claim, finding):
        return None
    why = other_inspection(claim, finding)
    return Ruling("period_mismatch", why) if why else None


def grades(claim: Claim, finding: Claim) -> Ruling | None:
    if not is_grade_pair(claim, finding):
        return None
    if grades_agree(claim, finding):
        return Ruling("consistent", "what is said of the grade fits the grade")
    return Ruling("grade_contradiction", "body, question and inspection are one, the grade is not")


def boast(claim: Claim, finding: Claim) -> Ruling | None:
    weight = boast_beside_criticism(claim, finding)
    why = "the claim boasts of what the finding criticises, and no figure is on both sides"
    return _of_words("tension", why, weight)


def agreement(claim: Claim, finding: Claim) -> Ruling | None:
    weight = words_agree(claim, finding)
    why = "both praise, or the claim repeats or accepts the criticism"
    return _of_words("consistent", why, weight)


def _of_words(verdict: Verdict, why: str, weight: Weight | None) -> Ruling | None:
    return Ruling(verdict, f"{why} ({weight.about})", weight.value) if weight else None


def other_body(claim: Claim, finding: Claim) -> Ruling | None:
    if same_body(claim, finding):
        return None
    one = f"{plain(claim.subject)} ({claim.scope})"
    other = f"{plain(finding.subject)} ({finding.scope})"
    return Ruling("scope_mismatch", f"the claim is about {one}, the finding about {other}")


def other_population(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 5 within one body: an operation, team, crime or group that only one side speaks of."""
    if not (readings(claim) and readings(finding)):
        return None
    gap = population_gap(claim, finding)
    return Ruling("scope_mismatch", f"only one side is narrowed to: {gap}") if gap else None


def other_sample(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 5 again, once nothing else tells two figures apart: two samples never collide."""
    if not samples_differ(claim, finding):
        return None
    return Ruling("scope_mismatch", "an audit of one's own is held against cases others drew")


RULES: Final[tuple[Rule, ...]] = (
    Rule("1-other-matter", other_matter),
    Rule("1-unknown-body", unknown_body),
    Rule("2-grade-other-body", grade_other_body),
    Rule("2-grade-other-area", grade_other_area),
    Rule("2-grade-other-inspection", grade_other_inspection),
    Rule("2-grades", grades),
    Rule("3-boast-beside-criticism", boast),
    Rule("3b-words-agree", agreement),
    Rule("4-counts-something-else", figures.counts_something_else),
    Rule("5-other-body", other_body),
    Rule("5-other-population", other_population),
    Rule("6-other-period", figures.other_period),
    Rule("6-moved-on", figures.moved_on),
    Rule("6-undated-part", figures.undated_part),
    Rule("7-nothing-in-common", figures.nothing_in_common),
    Rule("7-ranges-meet", figures.ranges_meet),
    Rule("7-other-sample", other_sample),
    Rule("8-opposite-directions", figures.opposite_directions),
    Rule("8-exception-to-all", figures.exception_to_all),
    Rule("8-another-rank", figures.another_rank),
    Rule("8-twofold-gap", figures.twofold_gap),
    Rule("9-more-or-less", figures.more_or_less),
)
