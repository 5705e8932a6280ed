"""Words, numbers and signs of a folded text: what the grammars of this room read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Final, NamedTuple

from checks.numbers.expressions import Amount
from checks.numbers.folding import VULGAR

# A possessive "'s" is a token of its own, so that "year's" is a year.
_TOKEN: Final = re.compile(
    r"(?P<digits>[0-9]+(?:[.,][0-9]+)*)"
    rf"|(?P<word>[{VULGAR}]|[^\W\d_{VULGAR}]+(?:'(?!s\b)[^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_)"
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


class Tokens(list[Token]):
    """The tokens of one text, and their lower-case words once more in a row for quick matching.

    The row ends in empty words, so that a rule that looks past either end needs no test: an index
    just below nought is one of them too. `known` holds what a rule found at a token, for the next
    rule that asks.
    """

    __slots__ = ("known", "words")

    def __init__(self, found: Iterable[Token]) -> None:
        super().__init__(found)
        self.words = [*[here.low for here in self], *_PADDING]
        self.known: dict[tuple[Rule, int], Amount | None] = {}


_PADDING: Final = ("",) * 48  # more than any rule looks back or ahead
Rule = Callable[[Tokens, int], Amount | None]
# As `Token._make`, at a quarter of its cost: this is called for every word of a number's sentence.
_token: Final = partial(tuple.__new__, Token)
_EDGE: Final = Token("edge", "", "", 0, 0, glued=False)


def read_once(rule: Rule) -> Rule:
    """The rule, applied once at each token of a text however many other rules ask for it."""

    @wraps(rule)
    def recall(tokens: Tokens, index: int) -> Amount | None:
        key = (rule, index)
        if key not in tokens.known:
            tokens.known[key] = rule(tokens, index)
        return tokens.known[key]

    return recall


def tokenize(text: str) -> Tokens:
    """Tokens of a folded text in order; offsets are of that text."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        words = match[0]
        found.append(_token((match.lastgroup, words, words.lower(), start, end, start == last)))
        last = end
    return Tokens(found)


def token(tokens: Tokens, index: int) -> Token:
    """The token at an index, an empty one beyond either end."""
    try:
        return tokens[index] if index >= 0 else _EDGE
    except IndexError:
        return _EDGE


def low(tokens: Tokens, index: int) -> str:
    """Lower-case words at an index, empty beyond either end."""
    try:
        return tokens.words[index]
    except IndexError:
        return ""


def glued(tokens: Tokens, index: int) -> bool:
    """Whether a token follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index].glued


def match_phrase(tokens: Tokens, index: int, phrase: Phrase) -> bool:
    """Whether the lower-case words from an index on are the phrase."""
    return index >= 0 and tuple(tokens.words[index : index + len(phrase)]) == phrase
