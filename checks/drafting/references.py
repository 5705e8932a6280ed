"""Periods that lean on what was said before ("that year", "the year before") brought to days."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from checks.calendar.calendars import (
    Span,
    basis_of,
    financial_span,
    financial_year_of,
    months_from,
)
from checks.periods import FoundPeriod
from warehouse.records import Period

_KEPT: Final = 8
"""Periods of a document that later words are likely to point back to."""
_LENGTHS: Final[dict[str, tuple[int, int]]] = {
    "year": (300, 400),
    "month": (27, 32),
    "quarter": (85, 95),
    "week": (6, 8),
    "day": (1, 1),
    "date": (1, 1),
}
"""Days that a period must last to be meant by "that year", "that month" ..."""
_OPENING: Final = 4
_UNIT: Final = re.compile(
    r"\b(?P<twelve>12|twelve) months|\b(?P<unit>year|month|quarter|week|day|date)s?\b"
    r"|\byear[\s-]on[\s-]year",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\b(?:(?P<digits>[2-9])|(?P<word>two|three|four|five)) years\b")
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}
_MONEY_YEAR: Final = re.compile(
    r"\b(?:budgets?|precept|council tax|overspen\w+|underspen\w+|break even|funding settlement"
    r"|grants?|reserves|deficit|shortfall|medium[- ]term)\b",
    re.IGNORECASE,
)
_VISITED: Final = re.compile(
    r"\b(?:visit(?:ed|s)?|inspect(?:ed|ions?)|fieldwork|(?:inspectors|we) (?:came|called"
    r"|were in))\b",
    re.IGNORECASE,
)
# "In a report in May", "figures published last month": the words date what was said.
_SAID_BEFORE: Final = re.compile(
    r"(?:\b(?:an?|the|its|their|our|his|her|this|that|inspection|latest|previous|annual)"
    r" (?:[a-z]+ )?(?:report|review|letter|statement|article|inspection)"
    r"|\b(?:published|announced|unveiled|revealed|said|wrote|speaking|launched|introduced|set up)"
    r"|\btold [^.;,]{1,40})(?: (?:out|dated|earlier|back|online|here))? $",
    re.IGNORECASE,
)
_DATES_SAYING: Final = frozenset(
    "month day numeric_day relative_month last_year calendar_year season deadline".split()
)
_SAID_AFTER: Final = re.compile(
    r",? (?:the|this|our|[A-Z][\w’']+)(?: [A-Z][\w’']+){0,4}"
    r" (?:reported|revealed|told readers|covered|wrote)\b"
)


@dataclass(slots=True)
class Timeline:
    """The periods that a document has stated so far, latest last, and when it was inspected."""

    stated: deque[Period] = field(default_factory=lambda: deque(maxlen=_KEPT))
    in_block: list[Period] = field(default_factory=list)
    visit: Period | None = None

    def enter_block(self) -> None:
        """Note that the next sentence stands in a paragraph of its own."""
        self.in_block = []

    def settled(self, text: str, found: Sequence[FoundPeriod]) -> list[FoundPeriod]:
        """The periods of a sentence with their days, less those that date what was said."""
        kept = [f for f in found if not dates_the_saying(text, f)]
        out: list[FoundPeriod] = []
        for each in kept:
            own = [f.period for f in out if is_span(f.period)]
            period = self._period(text, each, own, kept)
            out.append(replace(each, period=period))
        return out

    def note(self, text: str, settled: Iterable[FoundPeriod]) -> None:
        """Remember the periods of a sentence that has been read."""
        spans = [f.period for f in settled if is_span(f.period) and not is_today(f)]
        self.stated.extend(spans)
        self.in_block += spans
        points = [p for p in spans if p.basis == "point"]
        if points and _VISITED.search(text):
            self.visit = points[0]

    def _period(
        self, text: str, found: FoundPeriod, own: Sequence[Period], beside: Sequence[FoundPeriod]
    ) -> Period:
        period, known = found.period, [*self.stated, *own]
        if found.kind == "same":
            return _lent(period, _same(period.text, known))
        if found.kind == "before":
            # "The year before, it was ..." opens a sentence; elsewhere the year stands near.
            near = known if found.start < _OPENING else [*self.in_block, *own]
            return _lent(period, _before(period.text, near, own))
        if found.kind == "inspection" and period.start is None:
            return _lent(period, self.visit)
        if period.basis == "comparison" and period.start is None:
            return _base(period, [f.period for f in beside], known)
        if found.kind in {"this_year", "last_year"} and _MONEY_YEAR.search(text):
            return _of_budget(period)
        return period


def is_span(period: Period) -> bool:
    """Whether the words fix days that others can point to; a base year of a change does not."""
    return period.start is not None and period.end is not None and period.basis != "comparison"


def is_today(found: FoundPeriod) -> bool:
    """Whether the words are "today": the present, not a day that others point to."""
    return found.period.text.casefold() == "today"


def dates_the_saying(text: str, found: FoundPeriod) -> bool:
    """Whether the words date a report or what somebody said, not what is counted."""
    if found.kind not in _DATES_SAYING:
        return False
    if found.start == 0 and _SAID_AFTER.match(text, found.end):
        return True
    before = text[max(0, found.start - 60) : found.start]
    return _SAID_BEFORE.search(before) is not None


def shifted(period: Period, months: int) -> Period:
    """The same span some months on (or back), with its own words."""
    if period.start is None or period.end is None:
        return period
    start, end = months_from(period.start, months), months_from(period.end, months)
    return replace(period, start=start, end=end)


def _lent(words: Period, days: Period | None) -> Period:
    """The words with another period's days."""
    return words if days is None else replace(days, text=words.text, inherited=True)


def _same(words: str, known: Sequence[Period]) -> Period | None:
    several = _NUMBER.search(words.lower())
    if several:
        wanted = int(several["digits"] or _NUMBERS[several["word"]])
        return _union([p for p in known if _lasts(p, "year")][-wanted:], wanted)
    unit = _unit(words)
    fitting = [p for p in known if not unit or _lasts(p, unit)] or list(known)
    return fitting[-1] if fitting else None


def _before(words: str, known: Sequence[Period], own: Sequence[Period]) -> Period | None:
    """The span before the latest fitting one; a day or month moves only within its sentence."""
    unit = _unit(words) or "year"
    base = next((p for p in reversed(known) if _lasts(p, unit)), None)
    if base is None and own and unit == "year":
        base = own[-1]
    months = {"month": 1, "quarter": 3}.get(unit, 12)
    return shifted(base, -months) if base else None


def _base(period: Period, beside: Sequence[Period], known: Sequence[Period]) -> Period:
    """A change "on the year before" starts with the year before the one it is told of."""
    own = [p for p in (*beside, *reversed(known)) if is_span(p) and _lasts(p, "year")]
    if not own:
        return period
    return replace(period, start=shifted(own[0], -12).start)


def _union(years: Sequence[Period], wanted: int) -> Period | None:
    starts = [p.start for p in years if p.start]
    ends = [p.end for p in years if p.end]
    if len(set(starts)) != wanted:
        return None
    return replace(years[-1], start=min(starts), end=max(ends), basis="unspecified")


def _unit(words: str) -> str:
    match = _UNIT.search(words)
    if match is None:
        return ""
    return "year" if match["twelve"] else (match["unit"] or "year").lower()


def _lasts(period: Period, unit: str) -> bool:
    if period.start is None or period.end is None:
        return False
    low, high = _LENGTHS[unit]
    return timedelta(low) <= period.end - period.start <= timedelta(high)


def _of_budget(period: Period) -> Period:
    """Money is planned by financial years: "this year" of a budget is a whole one."""
    if period.start is None or period.end is None:
        return replace(period, basis="financial_year")
    year = financial_year_of(period.last_day or period.start)
    span: Span = financial_span(year)
    return replace(period, start=span[0], end=span[1], basis=basis_of(span))
