"""Sums of money whose digits cannot be trusted: "£l8,000", "£(5) million", "£1O,000".

They are kept whole as printed, without a value: their parts must not become figures of their own.
"""

from __future__ import annotations

from typing import Final

from checks.numbers.expressions import Amount, point
from checks.numbers.lexicon import number_words
from checks.numbers.tokens import LETTERS_LIKE_DIGITS, Tokens, glued

_MAGNITUDES: Final = 2
_GROUP: Final = 3


def misprinted_sum_at(tokens: Tokens, index: int) -> Amount | None:
    """The doubtful sum whose sign stands at a token, from its sign to its magnitude, or None."""
    at = index + 1
    if not glued(tokens, at):
        return None
    if tokens.words[at] == "(":
        return _bracketed(tokens, at)
    first = at
    if at not in tokens.digits:
        if not _is_like_digits(tokens, at):
            return None
        at += 1
    if not _is_digits(tokens, at):
        return None
    end = _past_digits(tokens, at + 1)
    return _doubtful(tokens, first, end) if first != at or end != at + 1 else None


def _bracketed(tokens: Tokens, at: int) -> Amount | None:
    """Digits between brackets, as an account prints a loss."""
    if not _is_digits(tokens, at + 1):
        return None
    closing = _past_magnitudes(tokens, at + 2)
    return _doubtful(tokens, at, closing + 1) if tokens.words[closing] == ")" else None


def _past_digits(tokens: Tokens, at: int) -> int:
    """Past a stroke and more digits, or letters grown into the number and the group behind them."""
    if tokens.words[at] == "/" and glued(tokens, at) and _is_digits(tokens, at + 1):
        return at + 2
    return at + 3 if _is_like_digits(tokens, at) and _is_group(tokens, at + 1) else at


def _is_group(tokens: Tokens, at: int) -> bool:
    """Whether a sign and three digits go on with the number: ",000"."""
    if tokens.words[at] not in {",", "."} or not glued(tokens, at):
        return False
    return _is_digits(tokens, at + 1) and len(tokens.words[at + 1]) == _GROUP


def _doubtful(tokens: Tokens, first: int, last: int) -> Amount:
    return point(first, _past_magnitudes(tokens, last), None)


def _past_magnitudes(tokens: Tokens, at: int) -> int:
    scales, suffixes = number_words("scale", "hundred"), number_words("suffix")
    for _ in range(_MAGNITUDES):
        word = tokens.words[at]
        at += word in scales or (word in suffixes and glued(tokens, at))
    return at


def _is_digits(tokens: Tokens, at: int) -> bool:
    return at in tokens.digits and glued(tokens, at)


def _is_like_digits(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return bool(word) and glued(tokens, at) and set(tokens[at].text) <= set(LETTERS_LIKE_DIGITS)
