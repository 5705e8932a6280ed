"""The verbs of speech and of finding, each kind of `speech.csv` by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from checks.tables import read_table, words_of

_WORD: Final = re.compile(r"\w+")
_PASSIVE_BEFORE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got|am)\s+(?:also\s+|again\s+|previously\s+|now\s+|not\s+)?$",
    re.IGNORECASE,
)


@cache
def verbs(kind: str) -> re.Pattern[str]:
    """The verbs of one kind, whole words."""
    longest_first = sorted(_words(kind), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def verbs_in(text: str, kinds: Iterable[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """Where verbs of the kinds stand, kind by kind."""
    words = set(_WORD.findall(text.casefold()))
    for kind in kinds:
        # Most sentences hold no verb of most kinds, and a search for all of them is slow.
        if not words.isdisjoint(_first_words(kind)):
            yield from ((kind, match) for match in verbs(kind).finditer(text))


def is_passive(text: str, verb: int) -> bool:
    """Whether a verb that starts there is a participle behind "was", "have been", "got"."""
    return _PASSIVE_BEFORE.search(text, max(0, verb - 24), verb) is not None


def is_passive_judgment(text: str) -> bool:
    """Whether the text says that somebody "was graded", "has been rated": by inspectors."""
    return any(is_passive(text, match.start()) for match in verbs("passive").finditer(text))


def _words(kind: str) -> set[str]:
    table = read_table("speech/speech.csv")
    return {word for row in table if row["kind"] == kind for word in words_of(row["words"])}


@cache
def _first_words(kind: str) -> frozenset[str]:
    return frozenset(_WORD.findall(word.casefold())[0] for word in _words(kind))
