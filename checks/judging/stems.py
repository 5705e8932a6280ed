"""The words that two statements are compared by: no numbers, no function words, one form each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from checks.phrases import fold

_TOKEN: Final = re.compile(r"[a-z]+")
_ENDINGS: Final = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "ly",
)
_SHORTEST_STEM: Final = 4
# Function words, and words that every statement about a force holds.
IDLE: Final = frozenset(
    "a about above after all also an and any are as at be been before being between both but by "
    "can could did do does down during each for from had has have having he her here hers him his "
    "how if in into is it its itself just may me might more most much must my no nor not of off on "
    "once only or other our ours out over own per she should so some such than that the their "
    "theirs them then there these they this those through to too under until up upon us very was "
    "we were what when where which while who whom whose why will with would you your yours "
    "police force forces constabulary officer officers inspector inspectors inspection report "
    "said says say told spokesman spokeswoman year years month months last total number figure "
    "percent cent million thousand worth made make found".split()
)


@lru_cache(maxsize=16_384)
def content_words(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(
        stem(word) for word in _TOKEN.findall(fold(text)) if len(word) > 1 and word not in IDLE
    )


def stem(word: str) -> str:
    """A word without its ending, so that "seized", "seizing" and "seizes" meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)].rstrip("ey")
    return word.rstrip("ey") if len(word) >= _SHORTEST_STEM else word


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the shorter side's words that stand on the other side, 0 to 1."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def names_in(text: str, names: frozenset[str]) -> frozenset[str]:
    """Which of some single words the text holds, whatever their case."""
    return names & frozenset(_TOKEN.findall(fold(text)))
