"""Words, numbers and signs of a folded text: what the grammars of this room read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from checks.numbers.folding import VULGAR

# A possessive "'s" is a token of its own, so that "year's" is a year.
_TOKEN: Final = re.compile(
    r"(?P<digits>[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<word>[{VULGAR}]|[^\W\d_{VULGAR}]+(?:'(?!s\b)[^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_)"
)
STOPS: Final = frozenset({".", "!", "?", ";"})


class Token(NamedTuple):
    """A run of the text. `kind` is digits, word or sign; `glued` if no space stands before it."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool


_EDGE: Final = Token("edge", "", "", 0, 0, glued=False)


def tokenize(text: str) -> list[Token]:
    """Tokens of a folded text in order; offsets are of that text."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        words = match[0]
        found.append(
            Token(match.lastgroup or "sign", words, words.lower(), start, end, glued=start == last)
        )
        last = end
    return found


def token(tokens: Sequence[Token], index: int) -> Token:
    """The token at an index, an empty one beyond either end."""
    return tokens[index] if 0 <= index < len(tokens) else _EDGE


def low(tokens: Sequence[Token], index: int) -> str:
    """Lower-case words at an index, empty beyond either end."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def glued(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index].glued


def match_phrase(tokens: Sequence[Token], index: int, phrase: Sequence[str]) -> bool:
    """Whether the lower-case words from an index on are the phrase."""
    return all(low(tokens, index + step) == part for step, part in enumerate(phrase))
