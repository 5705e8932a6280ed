"""Spans of days of the British calendar: half-open, first day to before the last."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from warehouse.records import Basis

Span = tuple[date, date]

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_APRIL: Final = 4
_DECEMBER: Final = 12


def month_number(name: str) -> int:
    """1 for "January" or "jan"; ValueError for another word."""
    return _MONTHS.index(name[:3].lower()) + 1


def after(day: date) -> date:
    """The day after, which ends a half-open span that includes the day."""
    return day + timedelta(days=1)


def month_start(year: int, month: int) -> date:
    """First day of a month; months run on past December and back past January."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def months_from(day: date, months: int) -> date:
    """The same day some months on, or the last of a month that is too short."""
    first = month_start(day.year, day.month + months)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def month_span(year: int, month: int, months: int = 1) -> Span:
    return month_start(year, month), month_start(year, month + months)


def year_span(year: int) -> Span:
    return date(year, 1, 1), date(year + 1, 1, 1)


def financial_span(year: int) -> Span:
    """1 April of a year to 31 March of the next; the tax year of police releases is the same."""
    return date(year, _APRIL, 1), date(year + 1, _APRIL, 1)


def financial_year_of(day: date) -> int:
    """The year in which the financial year of a day began."""
    return day.year if day.month >= _APRIL else day.year - 1


def season_span(name: str, year: int) -> Span:
    """Three months; the winter of a year begins in its December."""
    return month_span(year, _SEASONS[name], 3)


def full_year(text: str) -> int:
    """2024 for "2024" or "24"."""
    return int(text) if len(text) == len("2024") else 2000 + int(text)


def latest_month(month: int, published: date) -> int:
    """The year of the last such month that had begun when something was published."""
    return published.year if month <= published.month else published.year - 1


def basis_of(span: Span) -> Basis:
    """What a span of whole days is: a calendar, financial or other year, a point, none of them."""
    start, end = span
    if months_from(start, 12) == end:
        if (start.month, start.day) == (1, 1):
            return "calendar_year"
        return "financial_year" if (start.month, start.day) == (_APRIL, 1) else "rolling_year"
    return "point" if end <= months_from(start, 1) else "unspecified"
