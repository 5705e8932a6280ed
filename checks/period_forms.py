"""The wordings of a period, each with the days it means. `Reading` is (start, end, basis)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, cast

from checks.calendars import (
    Span,
    after,
    basis_of,
    financial_span,
    financial_year_of,
    full_year,
    latest_month,
    month_number,
    month_span,
    month_start,
    months_from,
    season_span,
    year_span,
)
from checks.lexicon import number_words
from warehouse.records import Basis

Reading = tuple[date | None, date | None, Basis]
Words = Mapping[str, str]
"""What the named parts of a wording hold; "" for a part that is missing."""

Builder = Callable[[Words, "date | None"], "Reading | None"]

_UNIT_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14}
_ORDER: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_YEAR: Final = 12


def named(span: Span, basis: str = "") -> Reading:
    """A reading of two days, its basis told by the span unless given."""
    return span[0], span[1], cast("Basis", basis or basis_of(span))


def open_reading(basis: Basis) -> Reading:
    """A reading whose words say how long or of what sort, but not which days."""
    return None, None, basis


def count_of(text: str) -> int | None:
    """12 for "12", "twelve" or "couple of"; 1 for no words."""
    text = text.strip(" -").lower()
    if not text:
        return 1
    if text.isdigit():
        return int(text)
    small = number_words("unit", "teen", "ten") | {"couple of": Decimal(2)}
    parts = [small.get(part) for part in ([text] if text in small else text.split("-"))]
    return None if None in parts else int(sum(part for part in parts if part is not None))


def year_to(words: Words, published: date | None) -> Reading | None:
    """ "the year ending 31 March 2024", "12 months to June"."""
    month = month_number(words["month"])
    year = _year_or_latest(words["year"], month, published)
    if year is None:
        return open_reading("rolling_year")
    end = month_start(year, month + 1)
    if words["day"]:
        end = after(date(year, month, int(words["day"])))
    if published and not words["year"] and end > after(published):
        end = months_from(end, -_YEAR)
    return named((months_from(end, -_YEAR), end))


def _year_or_latest(text: str, month: int, published: date | None) -> int | None:
    if text:
        return full_year(text)
    return latest_month(month, published) if published else None


def months_between(words: Words, published: date | None) -> Reading | None:
    """ "April 24 to March 25", "between June and August 2024", "3 May to 9 June"."""
    first, last = month_number(words["month"]), month_number(words["month2"])
    end_year = _year_or_latest(words["year2"], last, published)
    if end_year is None:
        return open_reading("unspecified")
    start_year = full_year(words["year"]) if words["year"] else end_year - (first > last)
    start, end = month_start(start_year, first), month_start(end_year, last + 1)
    if words["day"]:
        start = start.replace(day=int(words["day"]))
    if words["day2"]:
        end = after(date(end_year, last, int(words["day2"])))
    return named((start, end)) if start < end else None


def days_between(words: Words, published: date | None) -> Reading | None:
    """ "between 3 and 9 June 2024"."""
    month = month_number(words["month"])
    year = _year_or_latest(words["year"], month, published)
    if year is None:
        return open_reading("point")
    start, end = date(year, month, int(words["day"])), date(year, month, int(words["day2"]))
    return named((start, after(end))) if start <= end else None


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


def part_of_year(words: Words, _published: date | None) -> Reading | None:
    """ "the first quarter of 2024", "Q3 2023/24", "the first six months of 2022"."""
    length = 6 if words["part"] == "half" else 3
    if words["count"]:
        length = count_of(words["count"]) or 0
    order = int(words["quarter"]) if words["quarter"] else _ORDER[words["order"].lower()]
    year = int(words["year"])
    first = financial_span(year)[0] if words["year2"] else date(year, 1, 1)
    step = (order - 1) * length if order > 0 else _YEAR - length
    if not 0 < length <= _YEAR or not 0 <= step <= _YEAR - length:
        return None
    return named((months_from(first, step), months_from(first, step + length)), "unspecified")


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
    year_of_month = _year_or_latest(words["year"], month, published)
    if year_of_month is None:
        return None
    return date(year_of_month, month, int(words["day"] or 1))


def month(words: Words, published: date | None) -> Reading:
    """ "in July 2023", "in March": the whole month, the latest one where no year is given."""
    number = month_number(words["month"])
    year = _year_or_latest(words["year"], number, published)
    return named(month_span(year, number)) if year else open_reading("point")


def relative_month(words: Words, published: date | None) -> Reading:
    """ "last month", "this month", "last week" (Monday to Sunday), "yesterday"."""
    if published is None:
        return open_reading("point")
    which, unit = (words["which"] or words["day_word"]).lower(), (words["unit"] or "day").lower()
    back = which in {"last", "yesterday"}
    if unit == "month":
        span = month_span(published.year, published.month - back)
    elif unit == "week":
        monday = published - timedelta(days=published.weekday() + 7 * back)
        span = monday, monday + timedelta(days=7)
    else:
        span = published - timedelta(days=back), after(published) - timedelta(days=back)
    return span[0], min(span[1], after(published)), "point"


def day(words: Words, published: date | None) -> Reading:
    """ "on 31 January 2022", "at the end of March"."""
    number = month_number(words["month"])
    year = _year_or_latest(words["year"], number, published)
    if year is None:
        return open_reading("point")
    found = month_start(year, number + 1) - timedelta(days=1)
    if words["day"]:
        found = date(year, number, int(words["day"]))
    if published and not words["year"] and found > published:
        found = found.replace(year=year - 1)
    return found, after(found), "point"


def numeric_day(words: Words, _published: date | None) -> Reading:
    """ "05/06/2023" is the fifth of June."""
    found = date(full_year(words["year"]), int(words["month_number"]), int(words["day"]))
    return found, after(found), "point"


def year_end(words: Words, published: date | None) -> Reading:
    """ "at the end of 2022", "at the end of last year"."""
    year = int(words["year"]) if words["year"] else published.year - 1 if published else None
    if year is None:
        return open_reading("point")
    return date(year, 12, 31), date(year + 1, 1, 1), "point"


def season(words: Words, published: date | None) -> Reading:
    """ "the summer of 2024", "last winter": the latest one that had ended, or had begun."""
    name = words["season"].lower()
    if words["year"]:
        return named(season_span(name, int(words["year"])), "unspecified")
    if published is None:
        return open_reading("unspecified")
    over = words["which"].lower() == "last"
    years = (published.year, published.year - 1, published.year - 2)
    begun = [season_span(name, year) for year in years]
    span = next(s for s in begun if (s[1] if over else s[0]) <= published)
    return span[0], min(span[1], after(published)), "unspecified"


def inspection(words: Words, published: date | None) -> Reading:
    """ "at the time of our inspection in March"."""
    return month(words, published) if words["month"] else open_reading("point")


BUILDERS: Final[Mapping[str, Builder]] = {
    "inspection": inspection,
    "year_to": year_to,
    "months_between": months_between,
    "days_between": days_between,
    "years_between": years_between,
    "financial_year": financial_year,
    "relative_financial_year": relative_financial_year,
    "part_of_year": part_of_year,
    "comparison": comparison,
    "rolling": rolling,
    "this_year": this_year,
    "last_year": last_year,
    "since": since,
    "year_end": year_end,
    "day": day,
    "numeric_day": numeric_day,
    "month": month,
    "relative_month": relative_month,
    "season": season,
    "first_year": lambda _words, _published: open_reading("unspecified"),
    "same": lambda _words, _published: open_reading("unspecified"),
    "operation": lambda _words, _published: open_reading("operation"),
    "annual_rate": lambda _words, _published: open_reading("annual_rate"),
    "calendar_year": calendar_year,
}
"""How a row of `periods.csv` is read, by its first cell."""
