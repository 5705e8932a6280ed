"""The order of findings that share keys with a claim: what was given, then how like the words are.

The words are not read for numbers or measures here, so that a hundred thousand claims take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from checks.ranking.ranked import Ranked
from checks.ranking.statements import Statement
from checks.ranking.traits import UNREAD, Traits
from checks.ranking.voices import (
    OVERLAPPING,
    UNKNOWN,
    WIDER,
    force_voice,
    measure_voice,
    period_voice,
    said,
    unit_voice,
    value_voice,
)
from warehouse.records import Reason

KEY_WEIGHTS: Final = {"force": 3.0, "measure": 3.0, "unit": 1.0, "value": 2.0, "period": 4.0}
"""What each given trait counts; the value orders, but a wrong one must not hide the finding."""
SILENCE: Final = {"unknown": UNKNOWN, "wider": WIDER, "overlapping": OVERLAPPING}
"""The scores of `voices` that are no matter of equal or not, for who weighs without them."""
LIKENESS: Final = 2.0
_TOTAL: Final = LIKENESS + sum(KEY_WEIGHTS.values())


class KeyedOrder:
    """Two lists of statements whose words have been sorted once."""

    def __init__(self, claims: Sequence[Statement], findings: Sequence[Statement]) -> None:
        self._claims, self._findings = claims, findings
        self._said = [_sorted(claim.words) for claim in claims]
        self._found = [_sorted(finding.words) for finding in findings]

    def best(
        self, claim: int, findings: Sequence[int], scores: Sequence[float], top: int
    ) -> list[Ranked]:
        """The `top` of some findings, each with the sum of its keys' weights, best first."""
        choices = [self._found[place] for place in findings]
        likeness = process.cdist([self._said[claim]], choices, scorer=fuzz.ratio)[0].tolist()
        order = [
            (-score - LIKENESS * alike / 100, place)
            for place, score, alike in zip(findings, scores, likeness, strict=True)
        ]
        order.sort()
        return [Ranked(place, round(-score / _TOTAL, 6)) for score, place in order[:top]]

    def reasons(self, claim: int, finding: int) -> tuple[Reason, ...]:
        """What spoke for a pair or against it."""
        one = Traits(self._claims[claim], UNREAD)
        other = Traits(self._findings[finding], UNREAD)
        voices = (force_voice, measure_voice, unit_voice, value_voice, period_voice)
        spoken = (voice(one, other) for voice in voices)
        alike = fuzz.ratio(self._said[claim], self._found[finding]) / 100
        return (
            *(reason for reason in spoken if reason),
            said("likeness", alike, "the words, sorted, letter by letter"),
        )


def _sorted(text: str) -> str:
    return " ".join(sorted(set(text.casefold().split())))
