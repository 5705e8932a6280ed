"""A claim beside a finding: which verdict, which rule, and why in one sentence.

`judge` follows `docs/verdicts.md` to the letter for one pair. `judge_claim` chooses what a person
should read of all pairs of a claim: the machine never says true or false, and says little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from checks.judging.comparability import confused_families, is_known, may_be_one_count
from checks.judging.evidence import is_evidence, is_own_finding, is_told_to_inspectors
from checks.judging.explaining import both_sides
from checks.judging.grade_rules import is_grade_pair
from checks.judging.pair_periods import period_relation
from checks.judging.populations import population_gap
from checks.judging.readings import readings
from checks.judging.rules import RULES, Rule
from checks.judging.tension import PLAIN, WORTH_TELLING, is_current
from checks.judging.timespans import COMPARABLE
from checks.measures import family_of
from warehouse.records import FLAGS, Check, Claim, Match, Verdict, digest

RULES_VERSION: Final = "2"
MISMATCHES: Final = frozenset({"period_mismatch", "scope_mismatch", "unit_mismatch"})
VALUE_OR_WEIGHT: Final = frozenset({"drugs"})
"""Families whose weight and worth are taken for each other, though their units differ."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """The verdict on one pair, unrelated included; `weight` as in `tension`."""

    verdict: Verdict
    rule: str
    why: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Judged:
    match: Match
    finding: Claim
    judgment: Judgment


def judge(claim: Claim, finding: Claim, rules: Sequence[Rule] = RULES) -> Judgment:
    """The verdict of the first of the rules that speaks."""
    for rule in rules:
        ruling = rule.decide(claim, finding)
        if ruling is not None:
            step = rule.name.split("-", maxsplit=1)[0]
            why = f"Step {step}: {ruling.because}; {both_sides(claim, finding)}."
            return Judgment(ruling.verdict, rule.name, why, ruling.weight)
    raise AssertionError(f"no rule decides claim {claim.id} beside {finding.id}")


def judge_claim(claim: Claim, ranked: Sequence[tuple[Match, Claim]]) -> list[Check]:
    """The checks of one claim, the comparisons first; one of no_evidence when nothing is left.

    `ranked` is best first, as `matching.rank` gives it, each match with its finding.
    """
    judged = [
        _Judged(match, finding, judge(claim, finding))
        for match, finding in ranked
        if is_evidence(claim, finding) and claim.subject == finding.subject != ""
    ]
    kept = _comparisons(judged, claim)
    if not any(_settles(item, claim) for item in kept):
        kept += _in_words(judged)
    kept = kept or _nearest_mismatch(judged, claim)
    return [_check(claim, item) for item in kept] or [no_evidence(claim)]


def _comparisons(judged: Sequence[_Judged], claim: Claim) -> list[_Judged]:
    """Figures and grades that were compared: the best of each document, two at most.

    A claim that one figure of a document bears out is not accused with another figure of it.
    """
    found = [item for item in judged if _is_comparison(item, claim)]
    best: dict[str, _Judged] = {}
    for item in sorted(found, key=_agreement_first):
        best.setdefault(item.finding.document, item)
    # Where the report itself speaks, a paper's account of it adds nothing.
    own_words = [item for item in best.values() if item.finding.attribution == "direct"]
    told = own_words or list(best.values())
    return sorted(told, key=lambda item: (-item.match.score, item.finding.id))[:2]


def _is_comparison(item: _Judged, claim: Claim) -> bool:
    if item.judgment.rule.startswith("3") or item.judgment.verdict in MISMATCHES | {"unrelated"}:
        return False
    if item.judgment.verdict in FLAGS and _accuses_nobody(claim, item.finding):
        return False
    # A grade of an older report stands only where no newer could be missing.
    return not is_grade_pair(claim, item.finding) or is_current(claim, item.finding)


def _accuses_nobody(claim: Claim, finding: Claim) -> bool:
    """Whether an inspector would be held to the report, or somebody to what others told it."""
    return is_own_finding(claim) or is_told_to_inspectors(claim, finding)


def _agreement_first(item: _Judged) -> tuple[bool, float, str]:
    return item.judgment.verdict in FLAGS, -item.match.score, item.finding.id


def _settles(item: _Judged, claim: Claim) -> bool:
    """Whether a comparison leaves words nothing to add: any but a headline with its own text."""
    return item.finding.document != claim.document or item.finding.claimant != claim.claimant


def _in_words(judged: Sequence[_Judged]) -> list[_Judged]:
    """The plainest tension, a second only if both are plain; else the plainest agreement."""
    worded = [
        item
        for item in judged
        if item.judgment.rule.startswith("3") and item.judgment.weight >= WORTH_TELLING
    ]
    worded.sort(key=lambda i: (-i.judgment.weight, -i.match.score, i.finding.id))
    tensions = [item for item in worded if item.judgment.verdict == "tension"]
    if len(tensions) > 1 and tensions[1].judgment.weight >= PLAIN:
        return tensions[:2]
    return tensions[:1] or worded[:1]


def _nearest_mismatch(judged: Sequence[_Judged], claim: Claim) -> list[_Judged]:
    """The one pair that differs in a single respect; others are context, not news."""
    near = [item for item in judged if _differs_in_one(item, claim)]
    near.sort(key=lambda item: (-item.match.score, item.finding.id))
    return near[:1]


def _differs_in_one(item: _Judged, claim: Claim) -> bool:
    finding = item.finding
    if item.judgment.verdict not in MISMATCHES or not (readings(claim) and readings(finding)):
        return False
    if claim.quantity is None or finding.quantity is None:
        return False
    one, other = readings(claim)[0], readings(finding)[0]
    if is_known(claim.measure) and claim.measure == finding.measure:
        return True
    if item.judgment.verdict != "unit_mismatch":
        return may_be_one_count(claim, finding) and one.unit == other.unit
    same_unit = (one.kind, one.unit) == (other.kind, other.unit)
    same_time = period_relation(claim, finding) in COMPARABLE
    told_apart = same_unit or family_of(claim.measure) in VALUE_OR_WEIGHT
    near = confused_families(claim, finding) and not population_gap(claim, finding)
    return near and told_apart and same_time and claim.scope == finding.scope


def _check(claim: Claim, item: _Judged) -> Check:
    judgment = item.judgment
    return Check(
        claim=claim.id,
        finding=item.finding.id,
        verdict=judgment.verdict,
        rule=judgment.rule,
        why=judgment.why,
        rules_version=RULES_VERSION,
        fingerprint=fingerprint(claim, item.finding, judgment.verdict),
        score=item.match.score,
        reasons=item.match.reasons,
    )


def no_evidence(claim: Claim) -> Check:
    """The check of a claim that nothing bears on."""
    return Check(
        claim=claim.id,
        finding=None,
        verdict="no_evidence",
        rule="10-no-evidence",
        why="No finding about this body speaks of what is claimed.",
        rules_version=RULES_VERSION,
        fingerprint=fingerprint(claim, None, "no_evidence"),
    )


def fingerprint(claim: Claim, finding: Claim | None, verdict: Verdict) -> str:
    """What a person sees of a check: a decision holds for as long as this stays the same."""
    shown = [_shown(claim), _shown(finding) if finding else ""]
    return digest("fingerprint", *shown, verdict)


def _shown(claim: Claim) -> str:
    quantity, grade = claim.quantity, claim.grade
    value = (quantity.low, quantity.high, quantity.unit, quantity.comparator) if quantity else ""
    level = (grade.level, grade.area, grade.negated) if grade else ""
    return digest(claim.span.exact, str(value), str(level))
