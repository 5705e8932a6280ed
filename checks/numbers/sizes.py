"""Measures that describe a body or a thing and assert nothing: "5ft 10in tall", "9mm pistol"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import word_set
from checks.numbers.tokens import Tokens, glued, token

_TALLEST: Final = {"foot": Decimal(7), "m": Decimal("2.3")}
_FEET: Final = frozenset({"ft", "foot", "feet"})
_INCHES: Final = frozenset({"in", "ins", "inch", "inches"})
_SMALL: Final = frozenset({"inch", "mm", "cm"})


def is_description(tokens: Tokens, amount: Amount) -> bool:
    """Whether a measure is a person's height or the make of a thing."""
    if amount.unit in _TALLEST:
        return _is_height(tokens, amount)
    if amount.unit == "inch" and tokens.words[amount.first - 1] in _FEET:
        return _is_body(tokens, amount.after)
    return amount.unit in _SMALL and _is_make(tokens, amount)


def _is_height(tokens: Tokens, amount: Amount) -> bool:
    """ "5ft 10in", "6ft tall", "1.8m tall"; not "a 6ft tall fence", "a 6ft drop"."""
    if amount.low is None or amount.low > _TALLEST[amount.unit]:
        return False
    at = amount.after
    if amount.unit == "foot" and at in tokens.digits:
        return tokens.words[at + 1] in _INCHES and _is_body(tokens, at + 2)
    at += tokens.words[at] == "-"
    return tokens.words[at] == "tall" and _is_body(tokens, at)


def _is_body(tokens: Tokens, at: int) -> bool:
    """Whether what follows feet and inches says no more of a thing than that it is tall."""
    if tokens.words[at] in word_set("dimensions"):
        return False
    after = token(tokens, at + 1 if tokens.words[at] == "tall" else at)
    return after.kind != "word" or after.low in word_set("stop_words", "person_nouns")


def _is_make(tokens: Tokens, amount: Amount) -> bool:
    """ "a 55-inch television", "9mm pistol"; "8 inches of rain", "12mm deep" measure."""
    at = amount.after
    joined = tokens.words[amount.first + 1] == "-" or glued(tokens, amount.last - 1)
    noun = token(tokens, at)
    if not joined or noun.kind != "word" or amount.low != amount.high:
        return False
    return noun.low not in word_set("stop_words", "dimensions", "verbs")
