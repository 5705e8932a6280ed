"""The period of a change, and of the two ends of a "from A to B"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from checks.calendar.calendars import basis_of, months_from
from checks.drafting.references import is_span, is_today, shifted
from checks.periods import FoundPeriod
from warehouse.records import Period, Quantity

_RELATIVE: Final = frozenset({"percent", "ratio", "pp"})
_SHARES: Final = frozenset({"percent", "ratio"})
_STRETCHES: Final = frozenset({"years_between", "financial_years_between", "since"})
_TWO_YEARS: Final = timedelta(700)
_ADJACENT: Final = 3
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def of_change(found: FoundPeriod, quantity: Quantity) -> Period | None:
    """The period as this number means it.

    "Down 14 per cent between 2022 and 2023" and "since 2022" name the year that a change starts
    from. Of "from 900 to 700 over those two years" each number is of its own year. A share of
    "today" is what is usual, and has no day.
    """
    period = found.period
    if is_today(found) and quantity.unit in _SHARES:
        return None
    if quantity.role is not None:
        return _of_end(found, quantity)
    if found.kind in _STRETCHES and _is_relative(quantity) and _YEAR.search(period.text):
        return replace(period, end=None, basis="comparison") if period.start else period
    return period


def _is_relative(quantity: Quantity) -> bool:
    changes = quantity.direction is not None and quantity.unit in _RELATIVE
    return changes or quantity.unit == "multiple"


def _of_end(found: FoundPeriod, quantity: Quantity) -> Period:
    """The year that a number of "from A to B" is of: A of the first or the one before, B the last.

    Words right after the number ("900 in 2022") are its own.
    """
    period = found.period
    is_first = quantity.role == "from"
    if not is_span(period) or period.start is None or period.end is None:
        return period
    if period.basis == "cumulative":
        return period
    if period.end - period.start < _TWO_YEARS:
        whole = period.end == months_from(period.start, 12)
        is_own = 0 <= found.start - quantity.end <= _ADJACENT
        if is_own or not (is_first and whole):
            return period
        return replace(shifted(period, -12), inherited=True)
    first = period.start, months_from(period.start, 12)
    last = months_from(period.end, -12), period.end
    start, end = first if is_first else last
    return replace(period, start=start, end=end, basis=basis_of((start, end)))
