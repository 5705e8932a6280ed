"""What a statement offers for comparison as a number: a level, a change, or all or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from checks.judging.attainment import attainment_of
from checks.judging.movements import movement_of
from checks.judging.ranges import (
    EXACT_SHARE,
    HUNDRED,
    ZERO,
    Range,
    change_range,
    kind_of_unit,
    range_of,
)
from checks.judging.two_ends import TwoEnds, two_ends
from checks.judging.universals import universal_of
from warehouse.records import Claim, Quantity

Direction = Literal["up", "down"]
SHARES: Final = frozenset({"percent", "ratio"})
ANY_UNIT: Final = "any"
HALF: Final = Decimal(50)

_POINTS: Final = re.compile(r"points?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A comparable number. A change is its size, with a direction; `extreme` marks all or none.

    A change told without its size is of `ANY_UNIT`; a standard met is 1 and one missed 0.
    """

    kind: Literal["level", "change", "standard"]
    unit: str
    range: Range
    direction: Direction | None = None
    extreme: Literal["all", "none"] | None = None


@lru_cache(maxsize=16_384)
def readings(claim: Claim) -> tuple[Reading, ...]:
    """Every number that the statement gives, best first; empty when it gives none."""
    quantity = claim.quantity
    if quantity is None:
        return _in_words(claim.span.exact)
    ends = two_ends(claim.context)
    if ends and ends.includes(quantity):
        return _of_ends(ends, in_points="percentage point" in claim.context.casefold())
    stated = range_of(quantity)
    return (_of_quantity(quantity, stated),) if stated else ()


def _in_words(text: str) -> tuple[Reading, ...]:
    """What words without a number give: all or none, a standard met or missed, a rise or fall."""
    found = [_universal(text)]
    attained = attainment_of(text)
    if attained:
        value = Decimal(int(attained == "met"))
        found.insert(0, Reading("standard", "", Range(value, value)))
    direction = movement_of(text)
    if direction:
        found.append(Reading("change", ANY_UNIT, Range(ZERO, None), direction))
    return tuple(reading for reading in found if reading)


def _of_quantity(quantity: Quantity, stated: Range) -> Reading:
    if quantity.unit == "multiple":
        direction: Direction = "up" if stated.low >= 1 else "down"
        return Reading("change", "percent", change_range(stated), direction)
    unit = kind_of_unit(quantity.unit)[0]
    # "Up four points" is said of shares.
    unit = "pp" if quantity.direction and _POINTS.fullmatch(quantity.noun) else unit
    # A figure of so many a year is the year's figure.
    unit = f"{unit} a {quantity.per}" if quantity.per not in {None, "year"} else unit
    if quantity.direction:
        return Reading("change", unit, stated, quantity.direction)
    return Reading("level", unit, stated, extreme=_extreme_of(unit, stated))


def _extreme_of(unit: str, stated: Range) -> Literal["all", "none"] | None:
    if stated.high == ZERO:
        return "none"
    return "all" if unit == "percent" and stated.low == HUNDRED else None


def _universal(text: str) -> Reading | None:
    named = universal_of(text)
    if named == "none":
        return Reading("level", "percent", Range(ZERO, ZERO), extreme="none")
    if named == "all":
        return Reading("level", "percent", Range(HUNDRED, HUNDRED), extreme="all")
    most = Range(HALF, HUNDRED, low_open=True)
    return Reading("level", "percent", most) if named else None


def _of_ends(ends: TwoEnds, *, in_points: bool) -> tuple[Reading, ...]:
    """The change in per cent, for shares also in points, and the level reached.

    Words that name the points themselves (`in_points`) leave no change in per cent.
    """
    start, end = ends.start, ends.end
    if start.low is None or end.low is None or start.low == ZERO:
        return ()
    change = (end.low - start.low) / start.low * HUNDRED
    direction: Direction = "up" if change >= ZERO else "down"
    size = abs(change)
    found = [] if in_points else [Reading("change", "percent", _near(size), direction)]
    if start.unit in SHARES:
        points = abs(end.low - start.low) * kind_of_unit(start.unit)[1]
        found.insert(0, Reading("change", "pp", _near(points), direction))
    reached = range_of(end)
    return (*found, _of_quantity(end, reached)) if reached else tuple(found)


def _near(size: Decimal) -> Range:
    return Range(size * (1 - EXACT_SHARE), size * (1 + EXACT_SHARE))


def comparable(
    claim: Sequence[Reading], finding: Sequence[Reading]
) -> tuple[Reading, Reading] | None:
    """The first two numbers of the same kind and unit."""
    pairs = ((one, other) for one in claim for other in finding)
    return next(((one, other) for one, other in pairs if _alike(one, other)), None)


def _alike(one: Reading, other: Reading) -> bool:
    if one.kind != other.kind:
        return False
    if one.unit == other.unit:
        return True
    # None of them is none in any unit; a rise without its size is a rise.
    none = one.extreme == "none" or other.extreme == "none"
    counted = {one.unit, other.unit} <= {"percent", "count"}
    return (none and counted) or ANY_UNIT in {one.unit, other.unit}
