"""Where numbers end that stand alone, in pairs ("18 to 24") and in rows ("sections 2, 3 and 5")."""

from __future__ import annotations

from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.expressions import digits_value
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Tokens, glued, token

_CONNECTORS: Final = frozenset({"-", "–", "to", "and", "or", "&", ",", "/"})
_RANGE: Final = frozenset({"-", "–", "to", "and", "or"})


def row_end(tokens: Tokens, end: int) -> int:
    """One past the last of the digits that go on after a first number ends at a token."""
    while tokens.words[end] == "(" and glued(tokens, end) and tokens.words[end + 2] == ")":
        end += 3
    while tokens.words[end] in _CONNECTORS:
        at = end + 2 if tokens.words[end] == "," and tokens.words[end + 1] == "and" else end + 1
        share = tokens.words[at + 1] in {"%", "per", "percent"}
        if at not in tokens.digits or share or is_plural(tokens, at + 1):
            break
        end = at + 1
    return end


def number_end(tokens: Tokens, index: int) -> int | None:
    """One past the cardinal at a token, magnitudes left aside."""
    if index in tokens.digits:
        return index + 1
    number = cardinal_at(tokens, index) if token(tokens, index).kind == "word" else None
    return number.last if number and not number.vague else None


def pair_end(tokens: Tokens, last: int) -> int | None:
    """One past the second number of "18 to 24", "8-9", "2 and 3", given the end of the first."""
    if tokens.words[last] not in _RANGE:
        return None
    hanging = tokens.words[last] == "-" and tokens.words[last + 1] in {"to", "and", "or"}
    return number_end(tokens, last + 2 if hanging else last + 1)


def is_whole_under(tokens: Tokens, index: int, limit: int) -> bool:
    value = digits_value(tokens.words[index])
    return value is not None and value <= limit and value == int(value)
