"""Words, numbers and signs of a folded text: what the grammars of this room read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial, wraps
from typing import Final, NamedTuple

from checks.numbers.expressions import Amount
from checks.numbers.folding import VULGAR

# Digits struck through, groups of three behind a foreign sign ("12'345", "12_345") or with letters
# among them ("18,O00") stay whole: they have no value, and their parts must not get one.
_STRUCK: Final = "\u0335-\u0338"
LETTERS_LIKE_DIGITS: Final = "OoОоΟοlI"
_GROUP: Final = rf"['_][0-9]{{3}}(?![0-9])|,[0-9{LETTERS_LIKE_DIGITS}]{{3}}(?!\w)"
# Digits, a word or a sign. A possessive "'s" is a token of its own, so that "year's" is a year.
_TOKEN: Final = re.compile(
    rf"[0-9][0-9{_STRUCK}]*(?:[.,][0-9]+|{_GROUP})*|[{VULGAR}]"
    rf"|[^\W\d_{VULGAR}]+(?:'(?!s\b)[^\W\d_]+)*|[^\w\s]|_"
)
Phrase = tuple[str, ...]
STOPS: Final = frozenset({".", "!", "?", ";"})


class Token(NamedTuple):
    """A run of the text. `kind` is digits, word or sign; `glued` if no space stands before it."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool


class Tokens:
    """The tokens of one text, and their lower-case words once more in a row for quick matching.

    A token is made when it is first asked for: most rules look at the words alone, and most words
    stand far from any number. The row ends in empty words, so that a rule that looks past either
    end needs no test: an index just below nought is one of them too. `digits` are the places of the
    numbers in digits; `known` holds what a rule found at a token, for the next rule that asks.
    """

    __slots__ = ("_starts", "_texts", "digits", "known", "made", "words")

    def __init__(self, texts: list[str], starts: list[int]) -> None:
        self._texts, self._starts = texts, starts
        self.words = [*map(str.lower, texts), *_PADDING]
        self.digits = {at for at, text in enumerate(texts) if "0" <= text[0] <= "9"}
        self.made: list[Token | None] = [None] * len(texts)
        self.known: dict[tuple[Rule, int], Amount | None] = {}

    def __len__(self) -> int:
        return len(self.made)

    def __getitem__(self, index: int) -> Token:
        found = self.made[index]
        if found is None:
            found = self.made[index] = self._make(index)
        return found

    def _make(self, index: int) -> Token:
        text, start = self._texts[index], self._starts[index]
        kind = "digits" if index in self.digits else "word" if text[0].isalnum() else "sign"
        last = self._starts[index - 1] + len(self._texts[index - 1]) if index else -1
        return _token((kind, text, self.words[index], start, start + len(text), start == last))


_PADDING: Final = ("",) * 48  # more than any rule looks back or ahead
Rule = Callable[[Tokens, int], Amount | None]
# As `Token._make`, at a quarter of its cost.
_token: Final = partial(tuple.__new__, Token)
_EDGE: Final = Token("edge", "", "", 0, 0, glued=False)


def read_once(rule: Rule) -> Rule:
    """The rule, applied once at each token of a text however many other rules ask for it."""

    @wraps(rule)
    def recall(tokens: Tokens, index: int) -> Amount | None:
        key = (rule, index)
        known = tokens.known
        if key not in known:
            known[key] = rule(tokens, index)
        return known[key]

    return recall


def tokenize(text: str) -> Tokens:
    """Tokens of a folded text in order; offsets are of that text."""
    texts: list[str] = _TOKEN.findall(text)
    starts, end = [], 0
    for found in texts:  # between two tokens stand spaces only: quicker than match objects
        start = text.find(found, end)
        starts.append(start)
        end = start + len(found)
    return Tokens(texts, starts)


def token(tokens: Tokens, index: int) -> Token:
    """The token at an index, an empty one beyond either end."""
    made = tokens.made
    return made[index] or tokens[index] if 0 <= index < len(made) else _EDGE


def glued(tokens: Tokens, index: int) -> bool:
    """Whether a token follows the one before it without a space."""
    return token(tokens, index).glued


def match_phrase(tokens: Tokens, index: int, phrase: Phrase) -> bool:
    """Whether the lower-case words from an index on are the phrase."""
    return index >= 0 and tuple(tokens.words[index : index + len(phrase)]) == phrase
