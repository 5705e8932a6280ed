"""Fields of a line of JSON: what is missing or null is unknown, another type is malformed."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache
from typing import Final

from flows.json_lines import Fields, MalformedError, sort_of
from flows.manifest import day_named
from warehouse.errors import UsageError

Days = tuple[date, date]
"""First and last day, both included."""

_PERIOD: Final = "to be START/END, both included, or one day"


def text_in(fields: Fields, name: str) -> str | None:
    """The text under a name; an empty one says nothing, so it is unknown too."""
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise MalformedError(f"{name} to be text", sort_of(value))
    return value or None


def number_in(fields: Fields, name: str) -> float | None:
    value = fields.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MalformedError(f"{name} to be a number", sort_of(value))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if math.isinf(number):
        raise MalformedError(f"{name} to be a number below 1e308", "a larger one")
    return number


def day_in(fields: Fields, name: str) -> date | None:
    words = text_in(fields, name)
    return None if words is None else _day(words, f"{name} to be a day like 2024-05-31", words)


def days_in(fields: Fields, name: str) -> Days | None:
    """The days of `START/END`, or of one day."""
    words = text_in(fields, name)
    if words is None:
        return None
    first, slash, last = words.partition("/")
    expected = f"{name} {_PERIOD}"
    start = _day(first, expected, words)
    end = _day(last, expected, words) if slash else start
    if end < start:
        raise MalformedError(expected, repr(words))
    return start, end


def _day(word: str, expected: str, seen: str) -> date:
    try:
        return _day_named(word)
    except UsageError as error:
        raise MalformedError(expected, repr(seen)) from error


@lru_cache(maxsize=65_536)
def _day_named(word: str) -> date:
    return day_named(word, "")
