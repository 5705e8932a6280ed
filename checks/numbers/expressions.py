"""A number expression on its way to becoming a quantity, and its value in digits."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from warehouse.records import Comparator

_WELL_FORMED: Final = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_LONGEST: Final = 18
_UNSCALED: Final = Decimal(1)


class Amount(NamedTuple):
    """A number expression over tokens `first` to before `last`; reading goes on at `after`.

    `unit` is "" while no words have named one. `low` and `high` are None for a number that is
    doubtful or no claim. `scale` is the last magnitude written. A tuple: the rules make many.
    """

    first: int
    last: int
    after: int
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    unit_kind: str = ""
    comparator: Comparator = "="
    qualifier: str = ""
    direction: Literal["up", "down"] | None = None
    role: Literal["from", "to"] | None = None
    per: str | None = None
    noun: str = ""
    vague: bool = False
    ambiguous: bool = False
    scale: Decimal = _UNSCALED
    why_not: str = ""


def point(first: int, last: int, value: Decimal | None, *, scale: Decimal = _UNSCALED) -> Amount:
    """An amount of one value; None makes it ambiguous."""
    return Amount(first, last, last, value, value, ambiguous=value is None, scale=scale)


def vague(first: int, last: int, low_end: Decimal, high_end: Decimal) -> Amount:
    """An amount that only gives an order of magnitude."""
    return Amount(
        first=first,
        last=last,
        after=last,
        low=low_end,
        high=high_end,
        comparator="~",
        vague=True,
    )


def digits_value(text: str) -> Decimal | None:
    """The value of a number in British notation; None for a form that could mean two things."""
    return _digits_value(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1024)  # a dozen rules ask about the same digits
def _digits_value(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "")) if _WELL_FORMED.fullmatch(text) else None


def no_claim(first: int, last: int, why: str) -> Amount:
    """A number that is recognised and asserts nothing; `why` names what it is instead."""
    return Amount(first=first, last=last, after=last, low=None, high=None, why_not=why)
