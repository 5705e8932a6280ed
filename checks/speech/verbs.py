"""The verbs of speech and of finding, each kind of `speech.csv` by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from checks.tables import read_table, words_of

_WORD: Final = re.compile(r"\w+")


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


def _words(kind: str) -> set[str]:
    table = read_table("speech/speech.csv")
    return {word for row in table if row["kind"] == kind for word in words_of(row["words"])}


@cache
def _first_words(kind: str) -> frozenset[str]:
    return frozenset(_WORD.findall(word.casefold())[0] for word in _words(kind))
