"""Words of a sentence with their places, and the wordings of a vocabulary found among them.

A wording is words with one space between; a word that ends in `*` stands for all that begin so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[0-9](?:[0-9.,/]*[0-9])?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE: Final = ("'s", "’s")
_SPLIT_PREFIXES: Final = frozenset({"anti", "re", "counter", "non", "multi", "crypto", "co"})
STEM_MIN: Final = 3
"""Fewest letters that may stand before a `*`: it is what prefixes are looked up by."""


class Word(NamedTuple):
    """A word in lower case, its possessive ending dropped, and its offsets in the text."""

    text: str
    start: int
    end: int


class Found(NamedTuple):
    """A wording that stands at the words `first` to `last`, both included."""

    wording: str
    first: int
    last: int


@lru_cache(maxsize=512)
def words_in(text: str) -> tuple[Word, ...]:
    """Words and numbers of the text; `anti-social` is one word, `non-emergency` too."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'").removesuffix("'s")
        previous = words[-1] if words else None
        if previous and previous.text in _SPLIT_PREFIXES and _hyphen(text, previous, match.start()):
            words[-1] = Word(previous.text + word, previous.start, match.end())
        else:
            words.append(Word(word, match.start(), match.end()))
    return tuple(words)


def _hyphen(text: str, word: Word, start: int) -> bool:
    return text[word.end : start] in {"-", "‐", "‑"}


class Wordings:
    """A vocabulary of wordings; `find` tells where each of them stands among words."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._exact: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for wording in sorted(set(wordings)):
            parts = tuple(wording.split())
            if parts[0].endswith("*"):
                self._stems[parts[0][:STEM_MIN]].append(parts)
            else:
                self._exact[parts[0]].append(parts)

    def find(self, words: Sequence[str]) -> list[Found]:
        """Every wording at every place, overlapping ones too, in order of place."""
        found: list[Found] = []
        for first, word in enumerate(words):
            candidates = self._exact.get(word, ()), self._stems.get(word[:STEM_MIN], ())
            found += [
                Found(" ".join(parts), first, first + len(parts) - 1)
                for group in candidates
                for parts in group
                if _stands(parts, words, first)
            ]
        return found


def _stands(parts: tuple[str, ...], words: Sequence[str], first: int) -> bool:
    if first + len(parts) > len(words):
        return False
    for place, part in enumerate(parts, first):
        if words[place] != part and not (part[-1] == "*" and words[place].startswith(part[:-1])):
            return False
    return True
