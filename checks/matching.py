"""Findings of a claim in order of likeness, each place with reasons a person can read.

Attributes come first and words second; the value takes no part, or the contradictions would be
lost. What rapidfuzz finds alike is a proposal: `verdicts` decides.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

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


class _Voice(NamedTuple):
    """What speaks for or against a pair; a detail that is slow to tell is told of the best only."""

    name: str
    score: float
    detail: str | Callable[[], str]

    def reason(self) -> Reason:
        detail = self.detail if isinstance(self.detail, str) else self.detail()
        return Reason(name=self.name, score=self.score, detail=detail)


_SAME_WORDS: Final = _Voice("words", 1.0, "")


def rank(claim: Claim, findings: Sequence[Claim], top: int = 12) -> list[Match]:
    """The `top` findings most like the claim, best first; equal scores by finding id.

    A finding given twice counts once; one that cannot bear on the claim (`evidence`) not at all.
    """
    distinct = {finding.id: finding for finding in findings if is_evidence(claim, finding)}
    heard = {known: _attributes(claim, finding) for known, finding in distinct.items()}
    bounds = {known: _score([*voices, _SAME_WORDS]) for known, voices in heard.items()}
    best: list[tuple[float, str]] = []
    for known in sorted(bounds, key=lambda known: (-bounds[known], known)):
        # Words are slow to compare: not those of a finding that no words could bring to the top.
        if len(best) >= top and bounds[known] < -best[top - 1][0]:
            break
        heard[known].append(_words(claim, distinct[known]))
        insort(best, (-_score(heard[known]), known))
    own = claim.id
    return [
        Match(
            claim=own,
            finding=known,
            score=-score,
            reasons=tuple(voice.reason() for voice in heard[known]),
        )
        for score, known in best[:top]
    ]


def _attributes(claim: Claim, finding: Claim) -> list[_Voice]:
    """All voices but that of the words."""
    voices = (
        _body(claim, finding),
        _measure(claim, finding),
        _grade(claim, finding),
        _matter(claim, finding),
        _period(claim, finding),
        _unit(claim, finding),
        _stance(claim, finding),
    )
    return [voice for voice in voices if voice is not None]


def _score(voices: Sequence[_Voice]) -> float:
    """Over all weights that could speak of such a pair: what is unknown neither helps nor hurts."""
    total = reached = 0.0
    for voice in voices:
        weight = WEIGHTS[voice.name]
        total += weight
        reached += weight * voice.score
    return round(reached / total, 6)


def _body(claim: Claim, finding: Claim) -> _Voice:
    if not claim.subject or not finding.subject:
        return _Voice("body", 0.3, "one side names no force")
    if claim.subject != finding.subject:
        wider = finding.scope in {"region", "national"}
        return _Voice("body", 0.2 if wider else 0.0, f"{claim.subject}, not {finding.subject}")
    if claim.scope != finding.scope:
        detail = f"{claim.subject}, but {claim.scope} and {finding.scope}"
        return _Voice("body", 0.7, detail)
    return _Voice("body", 1.0, f"both are about {claim.subject}")


def _measure(claim: Claim, finding: Claim) -> _Voice | None:
    if claim.quantity is None or not is_known(claim.measure):
        return None
    one, other = plain(claim.measure), plain(finding.measure)
    if claim.measure == finding.measure:
        return _Voice("measure", 1.0, f"both count {one}")
    if same_family(claim, finding):
        return _Voice("measure", 0.5, f"{one} and {other} are of one family")
    if finding.quantity is None:
        # Words about the matter may still bear on the figure: neither for nor against.
        return _Voice("measure", 0.4, f"{one} beside words")
    return _Voice("measure", 0.0, f"{one}, not {other or 'a known measure'}")


def _grade(claim: Claim, finding: Claim) -> _Voice | None:
    if claim.grade is None:
        return None
    if finding.grade is None:
        return _Voice("grade", 0.2, "a grade beside words or figures")
    one, other = plain(claim.grade.area), plain(finding.grade.area)
    if claim.grade.area != finding.grade.area:
        return _Voice("grade", 0.0, f"graded for {one or 'no area'}, not for {other or 'no area'}")
    cycles = bool(claim.grade.cycle and finding.grade.cycle)
    if cycles and claim.grade.cycle != finding.grade.cycle:
        return _Voice("grade", 0.6, f"both graded for {one}, in different inspections")
    return _Voice("grade", 1.0, f"both graded for {one or 'no area'}")


def _matter(claim: Claim, finding: Claim) -> _Voice | None:
    return _common_matter(topics_of(claim), topics_of(finding))


@lru_cache(maxsize=16_384)
def _common_matter(one: frozenset[str], other: frozenset[str]) -> _Voice | None:
    shared = one & other
    if shared:
        score = 1.0 if matters(shared) else 0.6
        return _Voice("matter", score, lambda: f"both about {_named(shared)}")
    if not matters(one) or not matters(other):
        return None
    if any(related_topics(a, b) for a in matters(one) for b in matters(other)):
        return _Voice("matter", 0.6, lambda: f"{_named(one)} and {_named(other)} belong together")
    return _Voice("matter", 0.0, lambda: f"{_named(one)}, not {_named(other)}")


def _period(claim: Claim, finding: Claim) -> _Voice:
    found = period_relation(claim, finding)
    return _Voice("period", _PERIODS[found], WORDS[found])


def _unit(claim: Claim, finding: Claim) -> _Voice | None:
    if claim.quantity is None or finding.quantity is None:
        return None
    one, other = claim.quantity.unit, finding.quantity.unit
    same = one == other
    return _Voice("unit", float(same), f"both in {one}" if same else f"{one}, not {other}")


def _stance(claim: Claim, finding: Claim) -> _Voice | None:
    """A boast in words is answered by praise, criticism or a grade sooner than by a bare figure."""
    if claim.kind != "qualitative" or claim.stance == "neutral":
        return None
    judges = finding.grade is not None or finding.stance != "neutral"
    detail = "both judge" if judges else "a judgment beside what judges nothing"
    return _Voice("stance", 1.0 if judges else 0.0, detail)


def _words(claim: Claim, finding: Claim) -> _Voice:
    one, other = _sorted_words(claim.span.exact), _sorted_words(finding.span.exact)
    score = (fuzz.token_set_ratio(one, other) + fuzz.ratio(one, other)) / 200
    return _Voice("words", round(score, 6), lambda: f"in common: {_shared(one, other)}")


def _shared(one: str, other: str) -> str:
    return " ".join(sorted(set(one.split()) & set(other.split()))) or "nothing"


@lru_cache(maxsize=16_384)
def _sorted_words(text: str) -> str:
    return " ".join(sorted(content_words(text)))


def _named(found: frozenset[str]) -> str:
    return ", ".join(sorted(plain(topic) for topic in found))
