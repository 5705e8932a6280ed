"""Wordings of days, months and seasons, each with the days it means."""

from __future__ import annotations

from datetime import date, timedelta

from checks.calendar.calendars import (
    after,
    full_year,
    month_number,
    month_span,
    month_start,
    season_span,
)
from checks.calendar.period_readings import Reading, Words, named, open_reading, year_or_latest


def months_between(words: Words, published: date | None) -> Reading | None:
    """ "April 24 to March 25", "between June and August 2024", "3 May to 9 June"."""
    first, last = month_number(words["month"]), month_number(words["month2"])
    end_year = year_or_latest(words["year2"], last, published)
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
    year = year_or_latest(words["year"], month, published)
    if year is None:
        return open_reading("point")
    start, end = date(year, month, int(words["day"])), date(year, month, int(words["day2"]))
    return named((start, after(end))) if start <= end else None


def month(words: Words, published: date | None) -> Reading:
    """ "in July 2023", "in March": the whole month, the latest one where no year is given."""
    number = month_number(words["month"])
    year = _year(words, number, published)
    return named(month_span(year, number)) if year else open_reading("point")


def _year(words: Words, number: int, published: date | None) -> int | None:
    """The year named, the one of "June last year", else that of the latest such month."""
    if not words["rel"] or published is None:
        return year_or_latest(words["year"], number, published)
    return published.year - (words["rel"].lower() == "last")


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
    year = _year(words, number, published)
    if year is None:
        return open_reading("point")
    found = month_start(year, number + 1) - timedelta(days=1)
    if words["day"]:
        found = date(year, number, int(words["day"]))
    if published and not (words["year"] or words["rel"]) and found > published:
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
