"""The order of findings that share keys with a claim: what was given, then how like the words are.

Words are read for numbers and measures only where a finding came with neither, so that a hundred
thousand claims take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from checks.ranking.ranked import Ranked
from checks.ranking.statements import Statement
from checks.ranking.traits import UNREAD, Traits, traits_of
from checks.ranking.voices import (
    OVERLAPPING,
    UNKNOWN,
    WIDER,
    Voice,
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
_VOICES: Final[dict[str, Voice]] = {
    "force": force_voice,
    "measure": measure_voice,
    "unit": unit_voice,
    "value": value_voice,
    "period": period_voice,
}
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

    def keyed_sum(self, claim: int, finding: int) -> float:
        """The sum of the weights for a pair that shares no key: that of `pairs_by_keys`."""
        heard = {reason.name: reason.score for reason in self._heard(claim, finding)}
        return sum(weight * heard.get(name, UNKNOWN) for name, weight in KEY_WEIGHTS.items())

    def reasons(self, claim: int, finding: int) -> tuple[Reason, ...]:
        """What spoke for a pair or against it."""
        alike = fuzz.ratio(self._said[claim], self._found[finding]) / 100
        return (
            *self._heard(claim, finding),
            said("likeness", alike, "the words, sorted, letter by letter"),
        )

    def _heard(self, claim: int, finding: int) -> list[Reason]:
        one = Traits(self._claims[claim], UNREAD)
        against = self._findings[finding]
        other = Traits(against, UNREAD) if against.is_keyed else traits_of(against)
        spoken = (voice(one, other) for voice in _VOICES.values())
        return [reason for reason in spoken if reason]


def _sorted(text: str) -> str:
    return " ".join(sorted(set(text.casefold().split())))
