"""How far the words of a sentence stand from a number: the nearer, the likelier they belong to it.

Going forward, a comma, an `and` or another number soon ends what a number is about; going back,
they matter less, because coordinated objects share their verb ("seized cash, cars and 40 guns").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from checks.measuring.wordings import Found, Word

_LIGHT: Final = frozenset(
    "a an the of in on at to by for from with our its their his her this that total more less fewer"
    " than over under least some about around nearly almost roughly approximately up estimated"
    " worth value valued totalling suspected was were is are had has have been being as such no"
    " million billion m k bn per cent percent since then also now later so far".split()
)
_JOINS: Final = frozenset({"and", "or", "plus"})
_TURNS: Final = frozenset(
    "but while whereas which who where when although we they he she i".split()
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}(?:/[0-9]{2,4})?")
_STRONG: Final = re.compile(r"[;:.!?—–]")
_CALL_NUMBERS: Final = frozenset({"999", "101"})
_ADJUNCTS: Final = frozenset({"by", "from"})
_AGES: Final = re.compile(r",? aged [^,.;]{2,40}(?:,|$)")
_NEAR_AGES: Final = 90
_STRANGE: Final = 20.0
"""Cost of a word of an aside: it never belongs to the number before."""
_LIGHT_COST: Final = 0.3
_YEAR_COST: Final = 0.5
BACK_COST: Final = 1.0
"""Added to what stands before the number: English mostly names the counted thing after it."""


class _Costs(NamedTuple):
    """Price of stepping over a comma, a joining word, a turn, a number, strong punctuation."""

    comma: float
    join: float
    turn: float
    number: float
    strong: float


_FORWARD: Final = _Costs(comma=2.5, join=4.0, turn=4.0, number=8.0, strong=6.0)
_BACK: Final = _Costs(comma=1.5, join=1.5, turn=3.0, number=2.5, strong=5.0)


class Reach:
    """Cost of going from the number at `start` to `end` of the text to each of its words."""

    def __init__(self, text: str, words: Sequence[Word], start: int, end: int) -> None:
        self.first = next((i for i, word in enumerate(words) if word.end > start), len(words))
        inside = (i for i in range(self.first, len(words)) if words[i].start < end)
        self.last = max(inside, default=self.first - 1)
        self._costs = _forward(text, words, self.last) | _backward(text, words, self.first)

    def cost(self, found: Found) -> float:
        """Cost of the nearest word of what was found; 0 where it overlaps the number."""
        if found.first > self.last:
            return self._costs[found.first]
        if found.last < self.first:
            return self._costs[found.last]
        return 0.0

    def follows(self, found: Found) -> bool:
        return found.first > self.last


def _forward(text: str, words: Sequence[Word], last: int) -> dict[int, float]:
    costs: dict[int, float] = {}
    total = 0.0
    aside = _aside(text, words, last)
    for index in range(last + 1, len(words)):
        if index in aside:
            costs[index] = total + _STRANGE
            continue
        gap = text[words[index - 1].end : words[index].start] if index else ""
        total += _gap_cost(gap, _FORWARD) + _word_cost(words[index].text, _FORWARD)
        costs[index] = total
    return costs


def _aside(text: str, words: Sequence[Word], last: int) -> range:
    """The words of ", aged between 19 and 44," right behind what is counted: no step at all."""
    if last < 0 or last >= len(words):
        return range(0)
    match = _AGES.search(text, words[last].end, words[last].end + _NEAR_AGES)
    if match is None:
        return range(0)
    inside = [i for i, word in enumerate(words) if match.start() <= word.start < match.end()]
    return range(inside[0], inside[-1] + 1)


def _backward(text: str, words: Sequence[Word], first: int) -> dict[int, float]:
    costs: dict[int, float] = {}
    total = BACK_COST
    for index in range(first - 1, -1, -1):
        after = words[index + 1].start if index + 1 < len(words) else len(text)
        total += _gap_cost(text[words[index].end : after], _BACK)
        adjunct = index > 0 and words[index - 1].text in _ADJUNCTS
        total += _LIGHT_COST if adjunct else _word_cost(words[index].text, _BACK)
        costs[index] = total
    return costs


def _gap_cost(gap: str, costs: _Costs) -> float:
    if _STRONG.search(gap):
        return costs.strong
    return costs.comma if "," in gap else 0.0


def _word_cost(word: str, costs: _Costs) -> float:
    if word in _LIGHT:
        return _LIGHT_COST
    if word in _JOINS:
        return costs.join
    if word in _TURNS:
        return costs.turn
    if word[0].isdigit() and word not in _CALL_NUMBERS:
        return _YEAR_COST if _YEAR.fullmatch(word) else costs.number
    return 1.0
