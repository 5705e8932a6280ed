"""What a statement offers for comparison as a number: a level, a change, or all or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from checks.judging.ranges import (
    EXACT_SHARE,
    HUNDRED,
    ZERO,
    Range,
    change_range,
    kind_of_unit,
    range_of,
)
from checks.quantities import find_quantities
from warehouse.records import Claim, Quantity

Direction = Literal["up", "down"]
SHARES: Final = frozenset({"percent", "ratio"})

_ALL: Final = re.compile(
    r"\b(?:every|all|each|always|everyone|everybody|without exception|without fail|in full|fully"
    r"|100%)\b"
)
_NONE: Final = re.compile(
    r"\b(?:not one|not a single|none|nobody|no one|never|zero"
    r"|no (?:child|victim|caller|call|case|crime|suspect|offender|detainee|emergency))\b"
)
_NOT_ALL: Final = re.compile(
    r"\b(?:all in all|first of all|above all|after all|at all|all the time|not all|not every"
    r"|almost all"
    r"|nearly all|not always|every (?:day|week|month|year|time)|all (?:over|across|around|round)"
    r"|all areas?|none the less|never been)\b"
)
_RANK: Final = re.compile(
    r"\b(?:(second|third|fourth|fifth|sixth|[0-9]{1,2}(?:st|nd|rd|th))[- ])?"
    r"(highest|lowest|best|worst|fastest|slowest|most|fewest|largest|smallest)\b"
    r"(?! (?:of (?:the|our|its|their|these|all)|people|cases|victims|officers|areas|recent)"
    r"\b)"
)
_ORDINALS: Final = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


@dataclass(frozen=True, slots=True)
class Reading:
    """A comparable number. A change is its size, with a direction; `extreme` marks all or none."""

    kind: Literal["level", "change"]
    unit: str
    range: Range
    direction: Direction | None = None
    extreme: Literal["all", "none"] | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: 1 is the very highest, lowest and so on, as the word says."""

    place: int
    word: str


@lru_cache(maxsize=16_384)
def readings(claim: Claim) -> tuple[Reading, ...]:
    """Every number that the statement gives, best first; empty when it gives none."""
    quantity = claim.quantity
    if quantity is None:
        extreme = _extreme_in_words(claim.span.exact)
        return (extreme,) if extreme else ()
    if quantity.role:
        pair = _from_to(claim)
        if pair:
            return _of_from_to(*pair, in_points="percentage point" in claim.context.casefold())
    stated = range_of(quantity)
    return (_of_quantity(quantity, stated),) if stated else ()


def rank_of(text: str) -> Rank | None:
    """The place in an order that the words claim: "second highest" is the second highest."""
    found = _RANK.search(text.casefold())
    if found is None:
        return None
    ordinal = found.group(1)
    place = _ORDINALS.get(ordinal) or int(ordinal[:-2]) if ordinal else 1
    return Rank(place, found.group(2))


def _of_quantity(quantity: Quantity, stated: Range) -> Reading:
    if quantity.unit == "multiple":
        direction: Direction = "up" if stated.low >= 1 else "down"
        return Reading("change", "percent", change_range(stated), direction)
    unit = kind_of_unit(quantity.unit)[0]
    unit = f"{unit} a {quantity.per}" if quantity.per else unit
    if quantity.direction:
        return Reading("change", unit, stated, quantity.direction)
    return Reading("level", unit, stated, extreme=_extreme_of(unit, stated))


def _extreme_of(unit: str, stated: Range) -> Literal["all", "none"] | None:
    if stated.high == ZERO:
        return "none"
    return "all" if unit == "percent" and stated.low == HUNDRED else None


def _extreme_in_words(text: str) -> Reading | None:
    words = _NOT_ALL.sub(" ", text.casefold())
    if _NONE.search(words):
        return Reading("level", "percent", Range(ZERO, ZERO), extreme="none")
    if _ALL.search(words):
        return Reading("level", "percent", Range(HUNDRED, HUNDRED), extreme="all")
    return None


def _from_to(claim: Claim) -> tuple[Quantity, Quantity] | None:
    """The two ends of "fell from 820 to 410" in the claim's sentence, if it has just one such."""
    found = find_quantities(claim.context)
    starts = [q for q in found if q.role == "from"]
    ends = [q for q in found if q.role == "to"]
    if len(starts) == len(ends) == 1 and starts[0].unit == ends[0].unit:
        return starts[0], ends[0]
    return None


def _of_from_to(start: Quantity, end: Quantity, *, in_points: bool) -> tuple[Reading, ...]:
    """The change in per cent, for shares also in points, and the level reached.

    Words that name the points themselves (`in_points`) leave no change in per cent.
    """
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
    for one in claim:
        for other in finding:
            if (one.kind, one.unit) == (other.kind, other.unit):
                return one, other
    return None
