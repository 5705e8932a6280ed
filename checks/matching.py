"""Findings of a claim in order of likeness, each place with reasons a person can read.

Attributes come first and words second; the value takes no part, or the contradictions would be
lost. What rapidfuzz finds alike is a proposal: `verdicts` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from checks.judging.comparability import is_known, matters, same_family, topics_of
from checks.judging.evidence import is_evidence
from checks.judging.explaining import plain
from checks.judging.pair_periods import period_relation
from checks.judging.stems import content_words
from checks.judging.timespans import WORDS, Relation
from checks.ranking.finder import Finder
from checks.ranking.keyed import KEY_WEIGHTS, SILENCE, KeyedOrder
from checks.ranking.ranked import Ranked
from checks.ranking.shelves import Shelves
from checks.ranking.statements import Statement
from checks.topics import related_topics
from warehouse.records import Claim, Match, Reason

__all__ = [
    "KEY_WEIGHTS",
    "SILENCE",
    "Finder",
    "KeyedOrder",
    "Ranked",
    "Shelves",
    "Statement",
    "rank",
]

WEIGHTS: Final = {
    "body": 0.30,
    "measure": 0.25,
    "grade": 0.25,
    "matter": 0.20,
    "period": 0.20,
    "unit": 0.10,
    "stance": 0.10,
    "words": 0.15,
}
_PERIODS: Final[dict[Relation, float]] = {
    "equal": 1.0,
    "assumed": 0.8,
    "unknown": 0.5,
    "straddles": 0.4,
    "inside": 0.4,
    "contains": 0.4,
    "part_year": 0.4,
    "other_base": 0.3,
    "cumulative": 0.3,
    "other_year": 0.2,
    "after_cutoff": 0.1,
    "stale": 0.0,
}


def rank(claim: Claim, findings: Sequence[Claim], top: int = 12) -> list[Match]:
    """The `top` findings most like the claim, best first; equal scores by finding id.

    A finding given twice counts once; one that cannot bear on the claim (`evidence`) not at all.
    """
    distinct = {finding.id: finding for finding in findings if is_evidence(claim, finding)}
    own = claim.id
    matches = [_match(claim, own, finding, known) for known, finding in distinct.items()]
    return sorted(matches, key=lambda match: (-match.score, match.finding))[:top]


def _match(claim: Claim, claim_id: str, finding: Claim, finding_id: str) -> Match:
    """One pair with the voices that speak for and against it; ids are digests, made once."""
    reasons = tuple(
        reason
        for reason in (
            _body(claim, finding),
            _measure(claim, finding),
            _grade(claim, finding),
            _matter(claim, finding),
            _period(claim, finding),
            _unit(claim, finding),
            _stance(claim, finding),
            _words(claim, finding),
        )
        if reason is not None
    )
    # Over all weights that could speak of such a pair: what is unknown neither helps nor hurts.
    total = sum(WEIGHTS[reason.name] for reason in reasons)
    score = sum(WEIGHTS[reason.name] * reason.score for reason in reasons) / total
    return Match(claim=claim_id, finding=finding_id, score=round(score, 6), reasons=reasons)


def _body(claim: Claim, finding: Claim) -> Reason:
    if not claim.subject or not finding.subject:
        return _said("body", 0.3, "one side names no force")
    if claim.subject != finding.subject:
        wider = finding.scope in {"region", "national"}
        return _said("body", 0.2 if wider else 0.0, f"{claim.subject}, not {finding.subject}")
    if claim.scope != finding.scope:
        detail = f"{claim.subject}, but {claim.scope} and {finding.scope}"
        return _said("body", 0.7, detail)
    return _said("body", 1.0, f"both are about {claim.subject}")


def _measure(claim: Claim, finding: Claim) -> Reason | None:
    if claim.quantity is None or not is_known(claim.measure):
        return None
    one, other = plain(claim.measure), plain(finding.measure)
    if claim.measure == finding.measure:
        return _said("measure", 1.0, f"both count {one}")
    if same_family(claim, finding):
        return _said("measure", 0.5, f"{one} and {other} are of one family")
    if finding.quantity is None:
        # Words about the matter may still bear on the figure: neither for nor against.
        return _said("measure", 0.4, f"{one} beside words")
    return _said("measure", 0.0, f"{one}, not {other or 'a known measure'}")


def _grade(claim: Claim, finding: Claim) -> Reason | None:
    if claim.grade is None:
        return None
    if finding.grade is None:
        return _said("grade", 0.2, "a grade beside words or figures")
    one, other = plain(claim.grade.area), plain(finding.grade.area)
    if claim.grade.area != finding.grade.area:
        return _said("grade", 0.0, f"graded for {one or 'no area'}, not for {other or 'no area'}")
    cycles = bool(claim.grade.cycle and finding.grade.cycle)
    if cycles and claim.grade.cycle != finding.grade.cycle:
        return _said("grade", 0.6, f"both graded for {one}, in different inspections")
    return _said("grade", 1.0, f"both graded for {one or 'no area'}")


def _matter(claim: Claim, finding: Claim) -> Reason | None:
    one, other = topics_of(claim), topics_of(finding)
    shared = one & other
    if shared:
        return _said("matter", 1.0 if matters(shared) else 0.6, f"both about {_named(shared)}")
    if not matters(one) or not matters(other):
        return None
    if any(related_topics(a, b) for a in matters(one) for b in matters(other)):
        return _said("matter", 0.6, f"{_named(one)} and {_named(other)} belong together")
    return _said("matter", 0.0, f"{_named(one)}, not {_named(other)}")


def _period(claim: Claim, finding: Claim) -> Reason:
    found = period_relation(claim, finding)
    return _said("period", _PERIODS[found], WORDS[found])


def _unit(claim: Claim, finding: Claim) -> Reason | None:
    if claim.quantity is None or finding.quantity is None:
        return None
    one, other = claim.quantity.unit, finding.quantity.unit
    same = one == other
    return _said("unit", float(same), f"both in {one}" if same else f"{one}, not {other}")


def _stance(claim: Claim, finding: Claim) -> Reason | None:
    """A boast in words is answered by praise, criticism or a grade sooner than by a bare figure."""
    if claim.kind != "qualitative" or claim.stance == "neutral":
        return None
    judges = finding.grade is not None or finding.stance != "neutral"
    detail = "both judge" if judges else "a judgment beside what judges nothing"
    return _said("stance", 1.0 if judges else 0.0, detail)


def _words(claim: Claim, finding: Claim) -> Reason:
    one, other = _sorted_words(claim.span.exact), _sorted_words(finding.span.exact)
    score = (fuzz.token_set_ratio(one, other) + fuzz.ratio(one, other)) / 200
    shared = " ".join(sorted(set(one.split()) & set(other.split())))
    return _said("words", round(score, 6), f"in common: {shared or 'nothing'}")


def _said(name: str, score: float, detail: str) -> Reason:
    return Reason(name=name, score=score, detail=detail)


@lru_cache(maxsize=16_384)
def _sorted_words(text: str) -> str:
    return " ".join(sorted(content_words(text)))


def _named(found: frozenset[str]) -> str:
    return ", ".join(sorted(plain(topic) for topic in found))
