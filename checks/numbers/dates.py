"""Dates: "7 August 2024", "Sept 20-24", "07/08/2023", "2023/24", "the 21st", bare years."""

from __future__ import annotations

import re
from typing import Final

from checks.numbers.enumerations import is_whole_under, pair_end
from checks.numbers.lexicon import word_set
from checks.numbers.plurals import is_plural, noun_follows
from checks.numbers.tokens import Tokens, glued, token

_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_YEAR_DIGITS: Final = 4
_YEAR_END: Final = re.compile("(?:(?:19|20)?[0-9]{2})")
_DOTTED_DATE: Final = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:20)?[0-9]{2}")
_BEFORE_DATE: Final = frozenset(
    {"on", "the", "between", "from", "since", "until", "till", "before"}
)
_DATE_PARTS: Final = frozenset({1, 2, 4})
_LAST_DAY: Final = 31


def date_end(tokens: Tokens, index: int, last: int) -> int | None:
    if index not in tokens.digits:
        return None
    if tokens.words[last] in {"/", "-", "–"} and glued(tokens, last) and glued(tokens, last + 1):
        joined = _joined_date_end(tokens, index, last)
        if joined is not None:
            return joined
    if _DOTTED_DATE.fullmatch(tokens.words[index]):
        return last
    day_end = _ordinal_end(tokens, last)
    if is_whole_under(tokens, index, _LAST_DAY):
        return _day_end(tokens, index, day_end)
    if (
        tokens.words[index + 1] == "s"
        and glued(tokens, index + 1)
        and _is_year(tokens.words[index])
    ):
        return last + 1
    return None


def _ordinal_end(tokens: Tokens, last: int) -> int:
    suffix = tokens.words[last] in {"st", "nd", "rd", "th"} and glued(tokens, last)
    return last + 1 if suffix else last


def _joined_date_end(tokens: Tokens, index: int, last: int) -> int | None:
    """ "07/08/2023", "2023/24", "2023-24", "2023-11-10": one past the last part."""
    first, second = tokens[index].text, token(tokens, last + 1)
    if second.kind != "digits" or not (first.isdigit() and second.text.isdigit()):
        return None
    third = token(tokens, last + 3)
    if tokens.words[last + 2] == tokens.words[last] and third.kind == "digits" and third.glued:
        parts = (first, second.text, third.text)
        return last + 4 if all(len(part) in _DATE_PARTS for part in parts) else None
    years = _is_year(first) and _YEAR_END.fullmatch(second.text)
    return last + 2 if years else None


def _day_end(tokens: Tokens, index: int, end: int) -> int | None:
    """A day of a month: "7 August 2024", "the 21st", "May 10", "3 to 5 June", "Friday 12"."""
    at = end + 1 if tokens.words[end] == "of" else end
    if _is_month(tokens, at):
        return at + 2 if _is_year(token(tokens, at + 1).text) else at + 1
    pair = pair_end(tokens, end)
    if pair is not None and end + 1 in tokens.digits:
        pair = _ordinal_end(tokens, pair)
        if _is_month(tokens, pair):
            return pair + 1
    if (
        end > index + 1
        and tokens.words[index - 1] in {"the", "on"}
        and not noun_follows(tokens, end)
    ):
        return end
    return _day_after_month(tokens, index, end)


def _day_after_month(tokens: Tokens, index: int, end: int) -> int | None:
    """ "May 10", "March 9 2018", "Sept. 20-24"; "In May 20 officers" and "May 12, 2000 people"."""
    dotted = tokens.words[index - 1] == "." and glued(tokens, index - 1)
    month = index - 2 if dotted else index - 1
    if not (_is_month(tokens, month) or tokens.words[month] in word_set("weekdays")):
        return None
    if _is_year(token(tokens, end).text):
        return end + 1
    year = end + 1
    if tokens.words[end] == "," and _is_year(token(tokens, year).text):
        return end if is_plural(tokens, year + 1) else year + 1
    dotted = dotted or tokens.words[month - 1] in _BEFORE_DATE
    last = _second_day_end(tokens, end) or end
    counted = is_plural(tokens, last) or noun_follows(tokens, last)
    return last if dotted or not counted else None


def _second_day_end(tokens: Tokens, end: int) -> int | None:
    """One past the second day of "Sept 20-24" and "May 3 to 5"; None where it may be a count."""
    pair = pair_end(tokens, end)
    if pair is None or not is_whole_under(tokens, end + 1, _LAST_DAY):
        return None
    counts = is_plural(tokens, pair) or noun_follows(tokens, pair)
    return None if counts and tokens.words[end] not in {"-", "–"} else _ordinal_end(tokens, pair)


def _is_month(tokens: Tokens, at: int) -> bool:
    found = token(tokens, at)
    return found.low in word_set("month_names") and found.text[:1].isupper()


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_DIGITS and _YEAR.fullmatch(text) is not None


def year_end(tokens: Tokens, index: int, last: int) -> int | None:
    """A bare year; "recorded 1984 offences" and "more than 2000" are counts."""
    if not _is_year(tokens.words[index]) or tokens.words[last] in {"%", "per"}:
        return None
    before = tokens.words[index - 1]
    strong = before in word_set("year_strong") or _is_month(tokens, index - 1)
    bound = before in {"than", "least", "topped"}
    if bound and tokens.words[index - 3] in {"until", "till", "before", "since"}:
        return last
    counted = bound or (is_plural(tokens, last) and not strong)
    return None if counted else last
