"""The sentence under a check: both ranges, both periods, both measures, for a reader of news."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from checks.judging.ranges import Range
from checks.judging.readings import Reading, comparable, readings
from warehouse.records import Claim

_LEVELS: Final = {"requires_improvement": "requires improvement"}
_SYMBOLS: Final = {"GBP": "£", "EUR": "€", "USD": "$"}
_SUFFIXES: Final = {"percent": " per cent", "pp": " percentage points", "count": ""}
_QUOTE_LENGTH: Final = 160


def both_sides(claim: Claim, finding: Claim) -> str:
    """What is claimed and what was found, one after the other: what was compared, if anything."""
    pair = comparable(readings(claim), readings(finding)) or (None, None)
    return f"the claim gives {side(claim, pair[0])}; the finding gives {side(finding, pair[1])}"


def side(claim: Claim, compared: Reading | None = None) -> str:
    """One statement as figure, measure and period; words alone are quoted beside the check."""
    found = (compared,) if compared else readings(claim)
    if claim.grade:
        denied = "not " if claim.grade.negated else ""
        level = _LEVELS.get(claim.grade.level, claim.grade.level)
        what = f"{denied}{level} for {plain(claim.grade.area) or 'no named area'}"
    elif claim.quantity and found:
        what = f"{reading_words(found[0])} ({plain(claim.measure) or 'no known measure'})"
    else:
        what = "words without a figure"
    return f"{what}, {period_words(claim)}"


def reading_words(reading: Reading) -> str:
    """A range in words, with its direction if it is a change."""
    words = range_words(reading.range, reading.unit)
    if reading.kind == "change":
        return f"a {'rise' if reading.direction == 'up' else 'fall'} of {words}"
    return words


def range_words(found: Range, unit: str) -> str:
    """A range with its unit: "£3,234,000 to £3,366,000", or "650 or more" without an end."""
    sign = _SYMBOLS.get(unit, "")
    suffix = "" if sign else _SUFFIXES.get(unit, f" {unit}")
    low = f"{sign}{number(found.low)}"
    if found.high is None:
        return f"{low}{suffix} or more"
    if found.low == found.high:
        return f"{low}{suffix}"
    under = "under " if found.high_open else ""
    return f"{low} to {under}{sign}{number(found.high)}{suffix}"


def number(value: Decimal) -> str:
    """A number with thousands set apart and no idle zeros."""
    rounded = round(value, 2)
    return f"{rounded:,f}".rstrip("0").rstrip(".") if rounded % 1 else f"{rounded:,.0f}"


def period_words(claim: Claim) -> str:
    """The period in days, else the day the words were published."""
    period = claim.period
    if period is None or (period.start is None and period.end is None):
        day = f" (published {day_words(claim.published_on)})" if claim.published_on else ""
        return f"no period stated{day}"
    if period.start and period.last_day:
        if period.start == period.last_day:
            return f"on {day_words(period.start)}"
        return f"from {day_words(period.start)} to {day_words(period.last_day)}"
    if period.start:
        return f"since {day_words(period.start)}"
    return f"until {day_words(period.last_day)}"


def day_words(day: date | None) -> str:
    """A day in English whatever the locale, "31 March 2024" for one."""
    if day is None:
        return "an unknown day"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain(name: str) -> str:
    """A name of a table as words."""
    return name.replace("_", " ")


def short(text: str) -> str:
    """Words for a sentence about them, cut where they are long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE_LENGTH else f"{flat[: _QUOTE_LENGTH - 1].rstrip()}…"


_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
