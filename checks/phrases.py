"""Vocabulary found in text: whole words, longest first, whatever the case or the hyphens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

# Each maps one character to one, so that offsets keep.
_FOLD: Final = str.maketrans(
    {"’": "'", "‘": "'", "-": " ", "‐": " ", "‑": " ", "–": " ", "\n": " "}
)
_ENDINGS: Final = ("", "s", "es")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a vocabulary at `start` to `end` of the text, and what they stand for."""

    start: int
    end: int
    words: str
    label: str


def fold(text: str) -> str:
    """The form in which words are compared; as long as the text itself."""
    lowered = text.translate(_FOLD).replace("\xa0", " ").lower()
    return lowered if len(lowered) == len(text) else text.translate(_FOLD)


class Phrases:
    """A vocabulary of (words, label); `find` tells where it stands in a text."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        labels = {fold(words): label for words, label in entries}
        self._entries = sorted(labels.items())
        self._automaton = AhoCorasick(
            [words for words, _ in self._entries], matchkind=MatchKind.Standard
        )

    def find(self, text: str) -> list[Phrase]:
        """Phrases that do not overlap, in order of text; of two that start alike the longer."""
        found = sorted(self._whole_words(fold(text)), key=lambda p: (p.start, -p.end))
        kept: list[Phrase] = []
        for phrase in found:
            if not kept or phrase.start >= kept[-1].end:
                kept.append(phrase)
        return kept

    def _whole_words(self, folded: str) -> Iterator[Phrase]:
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if _inside_word(folded, start - 1):
                continue
            words, label = self._entries[index]
            for ending in _ENDINGS:
                stop = end + len(ending)
                if folded.startswith(ending, end) and not _inside_word(folded, stop):
                    yield Phrase(start, stop, words, label)
                    break


def _inside_word(text: str, index: int) -> bool:
    return 0 <= index < len(text) and text[index].isalnum()
