"""Thousands set off by a space: kept whole, and read only where the groups leave no doubt."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount, point
from checks.numbers.lexicon import word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Tokens, token

_SIGNS: Final = frozenset({"£", "€", "$"})
_SPACED_GROUP: Final = re.compile("[0-9]{3}")
_MOST_GROUPS: Final = 4
_SHORT: Final = re.compile("[1-9][0-9]{0,2}")


def with_lost_thousands(tokens: Tokens, number: Amount) -> Amount:
    """ "5, 000" and "£4 500" are slips for thousands or two numbers: kept whole, not repaired.

    "£1 234 567" leaves no doubt.
    """
    if number.last in tokens.digits:
        return _spaced_thousands(tokens, number)
    if tokens.words[number.last] != "," or number.last + 1 not in tokens.digits:
        return number
    group = token(tokens, number.last + 1)
    if group.glued:
        return number
    sum_ = tokens.words[number.first - 1] in _SIGNS and _is_group(tokens, number.last + 1)
    lost = group.text == "000" or (sum_ and not is_plural(tokens, number.last + 2))
    return point(number.first, number.last + 2, None) if lost else number


def _spaced_thousands(tokens: Tokens, number: Amount) -> Amount:
    """A number and the groups of three that follow it behind plain spaces."""
    if not _SHORT.fullmatch(tokens[number.first].text):
        return number
    last = number.last
    while last < number.last + _MOST_GROUPS and _is_group(tokens, last):
        last += 1
    if last == number.last:
        return number
    text = "".join(tokens[at].text for at in range(number.first, last))
    return point(number.first, last, Decimal(text) if last > number.last + 1 else None)


def _is_group(tokens: Tokens, at: int) -> bool:
    text = token(tokens, at).text
    return _SPACED_GROUP.fullmatch(text) is not None and text not in word_set("phone_numbers")
