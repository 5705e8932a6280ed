"""A stated quantity as the range of values that its words allow.

The table is that of `docs/verdicts.md`. A range is worked out for a comparison and never stored:
what is kept is the number as stated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from warehouse.records import Quantity

ZERO: Final = Decimal(0)
HUNDRED: Final = Decimal(100)
EXACT_SHARE: Final = Decimal("0.02")
ABOUT_SHARE: Final = Decimal("0.1")
FRACTION_POINTS: Final = Decimal(2)

MAGNITUDES: Final = {
    "k": Decimal(10) ** 3,
    "thousand": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "mln": Decimal(10) ** 6,
    "million": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "p": Decimal("0.01"),
    "pence": Decimal("0.01"),
}
# (least, most, most excluded): an order of magnitude says no more than that.
VAGUE: Final[dict[str, tuple[Decimal, Decimal | None, bool]]] = {
    "dozens": (Decimal(24), None, False),
    "scores": (Decimal(40), None, False),
    "hundreds": (Decimal(200), Decimal(1000), True),
    "thousands": (Decimal(2000), Decimal(1_000_000), True),
    "millions": (Decimal(2_000_000), None, False),
    "tens of thousands": (Decimal(20_000), Decimal(1_000_000), True),
    "hundreds of thousands": (Decimal(200_000), Decimal(1_000_000), True),
}
# Multiples of one unit that the tables of the two sides write differently.
SAME_KIND: Final = {
    "tonne": ("kg", Decimal(1000)),
    "ratio": ("percent", HUNDRED),
    "minute": ("second", Decimal(60)),
    "hour": ("second", Decimal(3600)),
    "week": ("day", Decimal(7)),
    "year": ("month", Decimal(12)),
}

_NEARLY: Final = re.compile(r"\b(?:nearly|almost|just under|just short of|close to|approaching)\b")
_ABOUT: Final = re.compile(r"\b(?:about|around|some|roughly|approximately|circa|or so)\b|[~≈]")
_MOST: Final = re.compile(r"\b(?:most|the majority|a majority|more than half|over half)\b")
_WRITTEN: Final = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?\s*([A-Za-z]+)?")


@dataclass(frozen=True, slots=True)
class Range:
    """Values from `low` to `high`, both included unless open; `high` None is without end."""

    low: Decimal
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Range) -> bool:
        return not self.above(other) and not other.above(self)

    def above(self, other: Range) -> bool:
        """Whether this range lies wholly above the other."""
        if other.high is None:
            return False
        touch = self.low == other.high and (self.low_open or other.high_open)
        return self.low > other.high or touch

    def scaled(self, factor: Decimal) -> Range:
        high = None if self.high is None else self.high * factor
        return Range(self.low * factor, high, self.low_open, self.high_open)


def gap_is_twofold(one: Range, other: Range) -> bool:
    """Whether the nearer ends of two ranges that do not meet are a factor of 2 or more apart."""
    lower, upper = (one, other) if other.above(one) else (other, one)
    return lower.high is not None and upper.low >= 2 * lower.high


def kind_of_unit(unit: str) -> tuple[str, Decimal]:
    """The unit that values are compared in, and how many of it one of `unit` is."""
    return SAME_KIND.get(unit, (unit, Decimal(1)))


def range_of(quantity: Quantity) -> Range | None:
    """What the words of a quantity allow, in the unit of `kind_of_unit`; None if unreadable.

    A multiple stays a multiple here (doubled is 2): the change that it means is `change_range`.
    """
    if quantity.ambiguous or (quantity.low is None and quantity.high is None):
        return None
    unit, factor = kind_of_unit(quantity.unit)
    stated = _vague(quantity) if quantity.vague else _stated(quantity, factor)
    widened = stated.scaled(factor)
    if unit == "percent" and widened.high is not None and widened.low <= HUNDRED < widened.high:
        # A share has no more than all of it; a rise may.
        return widened if quantity.direction else Range(widened.low, HUNDRED, widened.low_open)
    return widened


def change_range(multiple: Range) -> Range:
    """The size of the change, in per cent, that a multiple means: doubled +100, halved 50 down."""
    one = Decimal(1)
    if multiple.low >= one or multiple.high is None:
        high = None if multiple.high is None else (multiple.high - one) * HUNDRED
        return Range((multiple.low - one) * HUNDRED, high)
    return Range(max(ZERO, one - multiple.high) * HUNDRED, (one - multiple.low) * HUNDRED)


def _stated(quantity: Quantity, factor: Decimal) -> Range:
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    if low is None or high is None:
        raise ValueError(f"a quantity without a value has no range: {quantity.text!r}")
    words = f"{quantity.qualifier} {quantity.text}".casefold()
    if quantity.comparator == "range" or low != high:
        return Range(low, high)
    if _MOST.search(words) and quantity.unit in {"percent", "ratio"}:
        return Range(low, HUNDRED / factor, low_open=True)
    if _NEARLY.search(words):
        return _nearly(high, quantity)
    if quantity.comparator in {">", ">="}:
        return Range(low, None)
    if quantity.comparator in {"<", "<="}:
        return Range(ZERO, high)
    return _around(low, _margin(quantity, low, about=quantity.comparator == "~"))


def _nearly(value: Decimal, quantity: Quantity) -> Range:
    if quantity.unit == "multiple":
        # Nearly doubled: most of the change, not most of the multiple.
        return Range(1 + (value - 1) * Decimal("0.9"), value)
    return Range(value * Decimal("0.9"), value)


def _around(value: Decimal, margin: Decimal) -> Range:
    return Range(max(ZERO, value - margin) if value >= ZERO else value - margin, value + margin)


def _margin(quantity: Quantity, value: Decimal, *, about: bool) -> Decimal:
    size = abs(value)
    about = about or bool(_ABOUT.search(quantity.qualifier.casefold()))
    if quantity.unit == "multiple":
        size = abs(value - 1)
    if quantity.unit == "ratio":
        points = FRACTION_POINTS / HUNDRED
        return max(points, size * ABOUT_SHARE) if about else points
    if about:
        return size * ABOUT_SHARE
    if value == ZERO or (quantity.unit == "percent" and value == HUNDRED):
        return ZERO
    return max(size * EXACT_SHARE, written_step(quantity.text) / 2)


def written_step(text: str) -> Decimal:
    """One unit of the last written decimal: 0.1m for "£3.3m"; 0 where none is written."""
    written = _WRITTEN.search(text)
    if written is None or written.group(1) is None:
        return ZERO
    magnitude = MAGNITUDES.get((written.group(2) or "").casefold(), Decimal(1))
    return magnitude * Decimal(1).scaleb(-len(written.group(1)))


def _vague(quantity: Quantity) -> Range:
    words = quantity.text.casefold()
    named = [key for key in VAGUE if key in words]
    if named:
        low, high, is_open = VAGUE[max(named, key=lambda key: (len(key), key))]
        return Range(low, high, high_open=is_open)
    if _MOST.search(words):
        return Range(quantity.low or ZERO, quantity.high, low_open=True)
    return Range(quantity.low or ZERO, quantity.high)
