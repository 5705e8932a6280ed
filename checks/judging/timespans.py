"""How two spans of time lie to each other: the relations that the verdicts are worded in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

from warehouse.records import Period

Relation = Literal[
    "equal",
    "assumed",
    "part_year",
    "inside",
    "contains",
    "straddles",
    "other_year",
    "cumulative",
    "other_base",
    "after_cutoff",
    "stale",
    "unknown",
]

COMPARABLE: Final[frozenset[Relation]] = frozenset({"equal", "assumed"})
FRESH_MONTHS: Final = 24
"""A finding whose period ended longer before a statement says nothing about its present."""

WORDS: Final[dict[Relation, str]] = {
    "equal": "the same period",
    "assumed": "no period of its own, so the finding's is taken",
    "part_year": "a part of the finding's period",
    "inside": "a part of the finding's period",
    "contains": "a longer period than the finding's",
    "straddles": "a period that only overlaps the finding's",
    "other_year": "another period",
    "cumulative": "a total since a date on one side only",
    "other_base": "a change since another year",
    "after_cutoff": "a time after the finding's",
    "stale": "the finding's period ended more than 24 months before the statement",
    "unknown": "a side whose period is not known",
}

_ROLLING: Final = frozenset({"rolling_year", "rolling_years"})
_GRACE: Final = timedelta(days=31)
_YEAR: Final = timedelta(days=360)
# Words for a time that is only fixed by when they were said.
_FLOATING: Final = re.compile(
    r"(?:(?:in|during|since) )?last year|now|currently|at present|presently|at the moment"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side's period and the day its words were published."""

    period: Period | None
    published_on: date | None


@dataclass(frozen=True, slots=True)
class _Days:
    start: date
    end: date


@lru_cache(maxsize=65_536)
def relation(claim: Side, finding: Side) -> Relation:
    """How the claim's period lies to the finding's."""
    if not is_stated(claim.period):
        return _without_period(claim, finding)
    if claim.period is None or finding.period is None or not is_stated(finding.period):
        return "unknown"
    if "comparison" in {claim.period.basis, finding.period.basis}:
        return _bases(claim.period, finding.period)
    one, other = _days(claim), _days(finding)
    if one is None or other is None:
        return "unknown"
    return _apart(claim.period, finding, one, other) or _overlap(one, other)


def is_stated(period: Period | None) -> bool:
    """Whether the words fix a period; "last year" and "now" float with the finding's."""
    if period is None or (period.start is None and period.end is None):
        return False
    return not _floats(period.text)


@lru_cache(maxsize=4_096)
def _floats(words: str) -> bool:
    return _FLOATING.fullmatch(words.casefold().strip()) is not None


def is_fresh(finding: Side, claim: Side) -> bool:
    """Whether the finding's time ended no more than 24 months before the claim was published."""
    end = last_day(finding)
    if end is None or claim.published_on is None:
        return False
    return add_months(end, FRESH_MONTHS) >= claim.published_on


def last_day(side: Side) -> date | None:
    """The last day that the words speak of; without a period the day they were published."""
    period_end = side.period.last_day if side.period else None
    return period_end or side.published_on


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def _without_period(claim: Side, finding: Side) -> Relation:
    end = last_day(finding)
    if end is None or claim.published_on is None:
        return "unknown"
    period_end = finding.period.last_day if finding.period else None
    if period_end and period_end > claim.published_on:
        return "after_cutoff"
    return "assumed" if is_fresh(finding, claim) else "stale"


def _bases(claim: Period, finding: Period) -> Relation:
    if claim.basis != finding.basis:
        return "unknown"
    return "equal" if claim.start == finding.start else "other_base"


def _days(side: Side) -> _Days | None:
    if side.period is None or side.period.start is None:
        return None
    end = side.period.end
    if end is None:
        end = side.published_on + timedelta(days=1) if side.published_on else None
    return _Days(side.period.start, end) if end else None


def _apart(claim: Period, finding: Side, one: _Days, other: _Days) -> Relation | None:
    bases = {claim.basis, finding.period.basis if finding.period else "unspecified"}
    if one == other:
        return "equal"
    if bases <= _ROLLING or bases == {"cumulative"}:
        near = abs(one.start - other.start) <= _GRACE and abs(one.end - other.end) <= _GRACE
        if near and (bases <= _ROLLING or one.start == other.start):
            return "equal"
    if "cumulative" in bases:
        return "cumulative"
    if one.start >= other.end or other.start >= one.end:
        later = finding.published_on is not None and one.start > finding.published_on
        return "after_cutoff" if later else "other_year"
    return None


def _overlap(one: _Days, other: _Days) -> Relation:
    if other.start <= one.start and one.end <= other.end:
        return "part_year" if other.end - other.start >= _YEAR else "inside"
    if one.start <= other.start and other.end <= one.end:
        return "contains"
    return "straddles"
