"""Findings to be searched by claims: words first, then what is known of both sides.

Two lists of the best by BM25 (whole words, pieces of words) and, where the claim's force is known,
the best of that force, are put in order by all voices together. Each voice gives 0 to 1 and has a
weight: on tweets, articles and pairs alike the sum of scores found more than the sum of inverse
ranks, which forgets how far ahead the first one was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from checks.ranking.index import WordIndex
from checks.ranking.ranked import Ranked
from checks.ranking.statements import Statement
from checks.ranking.traits import Traits, traits_of
from checks.ranking.voices import UNKNOWN, VOICES, said
from checks.ranking.words import pieces, search_words, stems

DEEP: Final = 100
"""Findings that either list puts forward for one claim, or more where more are asked for."""
WORDS, PIECES, LIKENESS = 1.0, 1.0, 0.5
_TOTAL: Final = WORDS + PIECES + LIKENESS + sum(weight for _, weight in VOICES)


class _Shares(NamedTuple):
    words: Mapping[int, float]
    pieces: Mapping[int, float]


class Finder:
    """A list of findings, read and indexed once."""

    def __init__(self, findings: Sequence[Statement]) -> None:
        self._findings = findings
        words = [search_words(finding.words) for finding in findings]
        self._words = WordIndex([stems(each) for each in words])
        self._pieces = WordIndex([pieces(each) for each in words])
        self._of_force: dict[str, list[int]] = defaultdict(list)
        for place, finding in enumerate(findings):
            if finding.force is not None:
                self._of_force[finding.force].append(place)

    def best(self, claim: Statement, top: int) -> list[Ranked]:
        """The `top` findings most like the claim, best first; equal scores in the given order,
        by which also the first of the claim's force are taken: give findings in an order of theirs.
        """
        shares = self._shares(claim, max(top, DEEP))
        read = traits_of(claim)
        found = [self._ranked(read, place, shares) for place in shares.words.keys() | shares.pieces]
        return sorted(found, key=lambda one: (-one.score, one.place))[:top]

    def _shares(self, claim: Statement, deep: int) -> _Shares:
        words = search_words(claim.words)
        own = self._of_force.get(claim.force, ()) if claim.force is not None else ()
        whole, parts = dict.fromkeys(own[:deep], 0.0), dict.fromkeys(own[:deep], 0.0)
        for index, query, found in (
            (self._words, stems(words), whole),
            (self._pieces, pieces(words), parts),
        ):
            found.update(index.best(query, deep))
            found.update(index.best(query, deep, own))
        return _Shares(whole, parts)

    def _ranked(self, claim: Traits, place: int, shares: _Shares) -> Ranked:
        finding = traits_of(self._findings[place])
        words = shares.words.get(place, 0.0), shares.pieces.get(place, 0.0)
        alike = likeness(claim.statement.words, finding.statement.words)
        reasons = [
            said("words", words[0], "rare words in common, over the best of all findings"),
            said("pieces", words[1], "parts of words in common, over the best of all findings"),
            said("likeness", alike, "words in common, over the shorter side"),
        ]
        total = WORDS * words[0] + PIECES * words[1] + LIKENESS * alike
        for voice, weight in VOICES:
            reason = voice(claim, finding)
            total += weight * (UNKNOWN if reason is None else reason.score)
            if reason:
                reasons.append(reason)
        return Ranked(place, round(total / _TOTAL, 6), tuple(reasons))


def likeness(one: str, other: str) -> float:
    """How much the sets of words of two texts have in common, 0 to 1."""
    return fuzz.token_set_ratio(_sorted(one), _sorted(other)) / 100


@lru_cache(maxsize=16_384)
def _sorted(text: str) -> str:
    return " ".join(sorted(set(stems(search_words(text)))))
