"""Okapi BM25 over lists of words, by bm25s."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

K1: Final = 1.2
B: Final = 0.75
_PLACES: Final = 6
_LEAST: Final = 1e-6


class WordIndex:
    """Texts to be found by the words they share, rare ones first."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        from bm25s import BM25  # noqa: PLC0415 - brings numpy: only a search waits for it

        self._index: Any = None
        if any(texts):
            self._index = BM25(method="lucene", k1=K1, b=B)
            self._index.index([list(words) for words in texts], show_progress=False)

    def best(
        self, words: Sequence[str], count: int, among: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """The `count` texts that share most, each with its score over the best of all texts.

        Places of `texts` come best first, those of equal scores in their order; texts that share
        no word are left out. `among` narrows the choice to some places.
        """
        known = [word for word in words if self._index and word in self._index.vocab_dict]
        if not known:
            return []
        scores = self._index.get_scores(known).round(_PLACES)
        top = float(scores.max())
        if among is not None:
            scores = scores.take(among)
        chosen = (scores >= _floor(scores, count)).nonzero()[0].tolist()
        found = [
            (place if among is None else among[place], float(scores[place]) / top)
            for place in chosen
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))[:count]


def _floor(scores: Any, count: int) -> float:
    """The score of the last of the best `count`: a sort of all scores would take too long."""
    if count >= len(scores):
        return _LEAST
    copy = scores.copy()
    copy.partition(len(copy) - count)
    return max(float(copy[len(copy) - count]), _LEAST)
