"""Wordings that name one end of a stretch: a deadline, months or a week up to a day, a feast."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from checks.calendar.calendars import after, month_number, month_start, months_from, year_span
from checks.calendar.day_forms import day as read_day
from checks.calendar.day_forms import month as read_month
from checks.calendar.period_readings import Reading, Words, named, open_reading, year_or_latest

_CHRISTMAS: Final = (12, 25)


def deadline(words: Words, published: date | None) -> Reading | None:
    """ "by 31 March 2027": a day to come ends what is promised; one that is past dates it."""
    if words["month"]:
        read = read_day if words["day"] or words["the_end"] else read_month
        start, end, basis = read(words, published)
    else:
        year = int(words["year"])
        start, end = year_span(year) if not words["year2"] else _financial(year)
        start, basis = end - timedelta(days=1), "point"
    if published and end and start and start > published:
        return None, end, "unspecified"
    return start, end, basis


def _financial(year: int) -> tuple[date, date]:
    return date(year, 4, 1), date(year + 1, 4, 1)


def months_to(words: Words, published: date | None, months: int) -> Reading | None:
    """ "the six months to September 2024", "the quarter ending 30 June"."""
    month = month_number(words["month"])
    year = year_or_latest(words["year"], month, published)
    if year is None:
        return open_reading("unspecified")
    end = month_start(year, month + 1)
    if words["day"]:
        end = after(date(year, month, int(words["day"])))
    return named((months_from(end, -months), end))


def week(words: Words, published: date | None) -> Reading:
    """ "the week ending 9 June 2024", "the week beginning 3 June"."""
    start, end, _ = read_day(words, published)
    if start is None or end is None:
        return open_reading("point")
    if words["ends"]:
        return end - timedelta(days=7), end, "point"
    return start, start + timedelta(days=7), "point"


def month_first(words: Words, published: date | None) -> Reading:
    """ "at the start of April 2024", "at the beginning of 2024": its first day."""
    if not words["month"]:
        first = date(int(words["year"]), 1, 1)
        return first, after(first), "point"
    number = month_number(words["month"])
    year = year_or_latest(words["year"], number, published)
    if year is None:
        return open_reading("point")
    return date(year, number, 1), date(year, number, 2), "point"


def since_feast(words: Words, published: date | None) -> Reading:
    """ "since Easter", "since Christmas": from the latest one to the day of publication."""
    if published is None:
        return open_reading("cumulative")
    years = (published.year, published.year - 1)
    of_year = easter if words["feast"].lower() == "easter" else _christmas
    return next(d for d in map(of_year, years) if d <= published), after(published), "cumulative"


def _christmas(year: int) -> date:
    return date(year, *_CHRISTMAS)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    moon_shift = (century + 8) // 25
    moon_leap = (century - moon_shift + 1) // 3
    epact = (19 * golden + century - century // 4 - moon_leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
