"""A change told by its two ends: "fell from 820 to 410", "60 in 2022/23 and 95 in 2023/24"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from checks.measuring.thresholds import is_standard
from checks.periods import FoundPeriod, find_periods
from checks.quantities import find_quantities
from warehouse.records import Quantity

_YEAR_BEFORE: Final = re.compile(
    r"[^.;]{0,24}\b(?:the )?(?:year before|previous year|year earlier|preceding year|last year)\b"
)
_BARE: Final = re.compile(r"(?: (?:in|during|for|the|a|by|at|on|from|to|last|this)\b|[,.;:)]|$)")
_EARLIER: Final = date.min


class TwoEnds(NamedTuple):
    """Two values of one count. `is_named`: "from" and "to" name them, so they say nothing else."""

    start: Quantity
    end: Quantity
    is_named: bool

    def includes(self, quantity: Quantity) -> bool:
        """Whether a quantity of the sentence is one whose words tell the change."""
        if self.is_named:
            return quantity.role is not None
        return (quantity.start, quantity.end) == (self.end.start, self.end.end)


@lru_cache(maxsize=4096)
def two_ends(sentence: str) -> TwoEnds | None:
    """The two ends of the one change of a sentence; None where it tells none or several."""
    found = find_quantities(sentence)
    if len(found) < 2:  # noqa: PLR2004 - a change has two ends
        return None
    return _named(sentence, found) or _dated(sentence, found)


def _named(sentence: str, found: Sequence[Quantity]) -> TwoEnds | None:
    starts = [q for q in found if q.role == "from"]
    ends = [q for q in found if q.role == "to"]
    if len(starts) != 1 or len(ends) != 1 or not _one_unit(sentence, starts[0], ends[0]):
        return None
    return TwoEnds(starts[0], ends[0], is_named=True)


def _one_unit(sentence: str, one: Quantity, other: Quantity) -> bool:
    """Whether both have one unit, or one is bare and so has the other's."""
    if one.unit == other.unit:
        return True
    later = max(one, other, key=lambda q: q.start)
    return later.unit == "count" and _is_bare(sentence, later)


def _dated(sentence: str, found: Sequence[Quantity]) -> TwoEnds | None:
    """Two figures of one count, each with a time of its own."""
    plain = [q for q in found if q.role is None and not q.direction]
    plain = [q for q in plain if q.low is not None and not is_standard(sentence, q)]
    if len(plain) != 2 or not _is_bare(sentence, plain[1]):  # noqa: PLR2004 - two ends
        return None
    if not _one_unit(sentence, *plain):
        return None
    periods = find_periods(sentence, None)
    first = _time(sentence, periods, plain[0].end, plain[1].start)
    second = _time(sentence, periods, plain[1].end, len(sentence))
    if first is None or second is None or first == second:
        return None
    start, end = (plain[0], plain[1]) if first < second else (plain[1], plain[0])
    return TwoEnds(start, end, is_named=False)


def _is_bare(sentence: str, quantity: Quantity) -> bool:
    """Whether no noun follows, so that the number counts what the number before it counts."""
    return _BARE.match(sentence, quantity.end) is not None


def _time(sentence: str, periods: Sequence[FoundPeriod], start: int, end: int) -> date | None:
    """When the period named in a stretch begins; the year before begins before any other."""
    if _YEAR_BEFORE.match(sentence[start:end].casefold()):
        return _EARLIER
    named = [f.period for f in periods if start <= f.start < end and f.period.start]
    return named[0].start if named else None
