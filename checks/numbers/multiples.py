"""How many times: "doubled", "halved", "twice as many", "three times the rate", "fourfold"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from checks.numbers.cardinals import cardinal_at
from checks.numbers.expressions import Amount, point
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.tokens import Tokens, glued, token

_AFTER_NUMBER: Final = frozenset({"fold", "-", "times", "x"})


def multiple_at(tokens: Tokens, index: int) -> Amount | None:
    """The multiple, or the number of times something happened, that begins at a token."""
    number = cardinal_at(tokens, index)
    if number is not None:
        follows = tokens.words[number.last] in _AFTER_NUMBER
        return (_fold(tokens, index) or _times(tokens, index)) if follows else None
    return (
        _half_as(tokens, index)
        or _change(tokens, index)
        or _double(tokens, index)
        or _twice(tokens, index)
        or _fold(tokens, index)
    )


def _half_as(tokens: Tokens, index: int) -> Amount | None:
    """ "half as many"."""
    if tokens.words[index] != "half" or tokens.words[index + 1] != "as":
        return None
    return _multiple(index, index + 1, number_words("fraction")["half"])


def _multiple(
    first: int, last: int, value: Decimal, direction: Literal["up", "down"] | None = None
) -> Amount:
    found = point(first, last, value)
    return found._replace(unit="multiple", unit_kind="share", direction=direction)


def _sense(value: Decimal) -> Literal["up", "down"]:
    return "up" if value > 1 else "down"


def _change(tokens: Tokens, index: int) -> Amount | None:
    """ "doubled", "has halved"; "doubled down" is something else."""
    value = number_words("change").get(tokens.words[index])
    if value is None or tokens.words[index + 1] in {"down", "up", "as", "over", "back"}:
        return None
    return _multiple(index, index + 1, value, _sense(value))


def _double(tokens: Tokens, index: int) -> Amount | None:
    """ "double the number", "will treble", "more than double"; not "a double murder"."""
    value = number_words("verb").get(tokens.words[index])
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if (
        value is None
        or after in word_set("double_not")
        or (after == "-" and glued(tokens, index + 1))
    ):
        return None
    if before in word_set("modals"):
        return _multiple(index, index + 1, value, _sense(value))
    if before in word_set("double_before"):
        return _multiple(index, index + 1, value)
    return _multiple(index, index + 1, value) if after in word_set("double_after") else None


def _twice(tokens: Tokens, index: int) -> Amount | None:
    """ "twice as many" is a multiple, "arrested twice" a count of times."""
    value = number_words("times").get(tokens.words[index])
    if value is None or tokens.words[index - 1] in {"or", "think", "thought"}:
        return None
    named = tokens.words[index + 1] == "as" and not token(tokens, index + 2).text.islower()
    if tokens.words[index + 1] in word_set("multiple_after") and not named:
        return _multiple(index, index + 1, value)
    if tokens.words[index + 1] == "-":
        return None
    return point(index, index + 1, value)._replace(unit="count", noun="times")


def _fold(tokens: Tokens, index: int) -> Amount | None:
    """ "fourfold", "four-fold", "10-fold"."""
    value = number_words("fold").get(tokens.words[index])
    if value is not None:
        return _multiple(index, index + 1, value)
    number = cardinal_at(tokens, index)
    if number is None or number.low is None or number.vague:
        return None
    at = number.last + 1 if tokens.words[number.last] == "-" else number.last
    return _multiple(index, at + 1, number.low) if tokens.words[at] == "fold" else None


def _times(tokens: Tokens, index: int) -> Amount | None:
    """ "three times as many", "3x more"; "called five times" counts times."""
    number = cardinal_at(tokens, index)
    if number is None or number.low is None:
        return None
    at = number.last
    if (
        tokens.words[at] == "x"
        and glued(tokens, at)
        and tokens.words[at + 1] in word_set("multiple_after")
    ):
        return _multiple(index, at + 1, number.low)
    if tokens.words[at] != "times":
        return None
    if tokens.words[at + 1] in word_set("multiple_after") and not number.vague:
        return _multiple(index, at + 1, number.low)
    return number._replace(unit="count", noun="times", after=at + 1)
