"""Wordings of years and longer stretches, and the table of all wordings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from checks.calendar import bounded_forms, day_forms
from checks.calendar.calendars import (
    after,
    financial_span,
    financial_year_of,
    full_year,
    month_number,
    month_start,
    months_from,
    year_span,
)
from checks.calendar.period_readings import (
    Builder,
    Reading,
    Words,
    named,
    open_reading,
    year_or_latest,
)
from checks.numbers.lexicon import number_words
from warehouse.records import Basis

_UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
_ORDER: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_YEAR: Final = 12


def count_of(text: str) -> int | None:
    """12 for "12", "twelve" or "couple of"; 1 for no words."""
    text = text.strip(" -").lower()
    if not text:
        return 1
    if text.isdigit():
        return int(text)
    small = {**number_words("unit", "teen", "ten"), "couple of": Decimal(2)}
    parts = [small.get(part) for part in ([text] if text in small else text.split("-"))]
    return None if None in parts else int(sum(part for part in parts if part is not None))


def year_to(words: Words, published: date | None) -> Reading | None:
    """ "the year ending 31 March 2024", "12 months to June"."""
    month = month_number(words["month"])
    year = year_or_latest(words["year"], month, published)
    if year is None:
        return open_reading("rolling_year")
    end = month_start(year, month + 1)
    if words["day"]:
        end = after(date(year, month, int(words["day"])))
    if published and not words["year"] and end > after(published):
        end = months_from(end, -_YEAR)
    return named((months_from(end, -_YEAR), end))


def years_between(words: Words, _published: date | None) -> Reading | None:
    """ "from 2019 to 2022"."""
    start, end = int(words["year"]), int(words["year2"])
    return named((date(start, 1, 1), date(end + 1, 1, 1))) if start < end else None


def financial_year(words: Words, _published: date | None) -> Reading | None:
    """ "2023/24", "FY23/24"; "2019-2022" is no financial year."""
    start, end = full_year(words["year"]), full_year(words["year2"])
    return named(financial_span(start)) if end == start + 1 else None


def relative_financial_year(words: Words, published: date | None) -> Reading:
    """ "this financial year" to the day of publication, "last financial year"."""
    if published is None:
        return open_reading("financial_year")
    year = financial_year_of(published)
    if words["which"].lower() in {"last", "previous"}:
        return named(financial_span(year - 1))
    return named((financial_span(year)[0], after(published)), "financial_year")


def financial_years_between(words: Words, _published: date | None) -> Reading | None:
    """ "between 2021/22 and 2023/24"."""
    first, last = int(words["year"]), int(words["year3"])
    if (full_year(words["year2"]), full_year(words["year4"])) != (first + 1, last + 1):
        return None
    return named((financial_span(first)[0], financial_span(last)[1])) if first < last else None


def months_to(words: Words, published: date | None) -> Reading | None:
    """ "the six months to September 2024", "the quarter ending June"."""
    months = count_of(words["count"]) if words["count"] else _UNIT_MONTHS["quarter"]
    if months is None or not 0 < months <= 10 * _YEAR:
        return None
    return bounded_forms.months_to(words, published, months)


def part_of_year(words: Words, published: date | None) -> Reading | None:
    """ "the first quarter of 2024", "Q3 2023/24", "the first six months of this year"."""
    if not words["year"] and published is None:
        return open_reading("unspecified")
    length = 6 if words["part"] == "half" else 3
    if words["count"]:
        length = count_of(words["count"]) or 0
    order = int(words["quarter"]) if words["quarter"] else _ORDER[words["order"].lower()]
    first = _year_start(words, published)
    step = (order - 1) * length if order > 0 else _YEAR - length
    if not 0 < length <= _YEAR or not 0 <= step <= _YEAR - length:
        return None
    return named((months_from(first, step), months_from(first, step + length)), "unspecified")


def _year_start(words: Words, published: date | None) -> date:
    """First day of the year named, or of this or last year; 1 April of a financial year."""
    if words["year"] or published is None:
        year = int(words["year"])
        return financial_span(year)[0] if words["year2"] else date(year, 1, 1)
    back = words["which"].lower() in {"last", "previous"}
    if words["financial"]:
        return financial_span(financial_year_of(published) - back)[0]
    return date(published.year - back, 1, 1)


def rolling(words: Words, published: date | None) -> Reading | None:
    """ "in the last two years": the same day back then to the day of publication, both included."""
    count, unit = count_of(words["count"]), words["unit"].lower().rstrip("s")
    if count is None or not 0 < count <= 100 * _YEAR:
        return None
    months = _UNIT_MONTHS.get(unit, 0) * count
    basis: Basis = "unspecified"
    if months >= _YEAR:
        basis = "rolling_year" if months == _YEAR else "rolling_years"
    if published is None:
        return open_reading(basis)
    if months > (published.year - 1) * _YEAR - _YEAR:
        return None
    back = published - timedelta(days=_UNIT_DAYS.get(unit, 0) * count)
    return months_from(back, -months), after(published), basis


def this_year(_words: Words, published: date | None) -> Reading:
    if published is None:
        return open_reading("calendar_year")
    return date(published.year, 1, 1), after(published), "calendar_year"


def last_year(_words: Words, published: date | None) -> Reading:
    return named(year_span(published.year - 1)) if published else open_reading("calendar_year")


def calendar_year(words: Words, _published: date | None) -> Reading:
    return named(year_span(int(words["year"])), "unspecified" if words["part"] else "")


def comparison(words: Words, published: date | None) -> Reading:
    """ "than in 2019", "compared with last year": the base is open at its end."""
    if words["year"]:
        year = int(words["year"])
        return (financial_span(year) if words["year2"] else year_span(year))[0], None, "comparison"
    if published is None or not words["last"]:
        return open_reading("comparison")
    return date(published.year - 1, 1, 1), None, "comparison"


def since(words: Words, published: date | None) -> Reading:
    """ "since 2019": from its first day to the day of publication."""
    end = after(published) if published else None
    start = _since_start(words, published)
    if start is None or (end is not None and start >= end):
        return open_reading("cumulative")
    return start, end, "cumulative"


def _since_start(words: Words, published: date | None) -> date | None:
    if words["year_only"]:
        year = int(words["year_only"])
        return (financial_span(year) if words["year2"] else year_span(year))[0]
    if not words["month"]:
        return date(published.year - 1, 1, 1) if published else None
    month = month_number(words["month"])
    year_of_month = year_or_latest(words["year"], month, published)
    if year_of_month is None:
        return None
    return date(year_of_month, month, int(words["day"] or 1))


BUILDERS: Final[Mapping[str, Builder]] = {
    "inspection": day_forms.inspection,
    "year_to": year_to,
    "months_between": day_forms.months_between,
    "days_between": day_forms.days_between,
    "years_between": years_between,
    "months_to": months_to,
    "financial_years_between": financial_years_between,
    "financial_year": financial_year,
    "relative_financial_year": relative_financial_year,
    "part_of_year": part_of_year,
    "comparison": comparison,
    "rolling": rolling,
    "this_year": this_year,
    "last_year": last_year,
    "since": since,
    "since_feast": bounded_forms.since_feast,
    "since_open": lambda _words, _published: open_reading("cumulative"),
    "deadline": bounded_forms.deadline,
    "week": bounded_forms.week,
    "month_first": bounded_forms.month_first,
    "ago": lambda _words, _published: open_reading("unspecified"),
    "year_end": day_forms.year_end,
    "day": day_forms.day,
    "numeric_day": day_forms.numeric_day,
    "month": day_forms.month,
    "relative_month": day_forms.relative_month,
    "season": day_forms.season,
    "first_year": lambda _words, _published: open_reading("unspecified"),
    "before": lambda _words, _published: open_reading("unspecified"),
    "same": lambda _words, _published: open_reading("unspecified"),
    "operation": lambda _words, _published: open_reading("operation"),
    "annual_rate": lambda _words, _published: open_reading("annual_rate"),
    "calendar_year": calendar_year,
}
"""How a row of `periods.csv` is read, by its first cell."""
