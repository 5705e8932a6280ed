"""Numbers that say when or how old, and so assert nothing: ages, clock times, dates, years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.enumerations import row_end
from checks.numbers.expressions import Amount, digits_value, no_claim
from checks.numbers.lexicon import word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Token, glued, low, match_phrase, token

_RANGE: Final = frozenset({"-", "–", "to", "and", "or"})
_AGE_SPANS: Final = frozenset("year years yr yrs month months week weeks day days yearold".split())
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_YEAR_END: Final = re.compile("(?:(?:19|20)?[0-9]{2})")
_DOTTED_DATE: Final = re.compile(r"[0-3]?[0-9]\.[01]?[0-9]\.(?:20)?[0-9]{2}")
_CLOCK: Final = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_MILITARY: Final = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]")
_DATE_PARTS: Final = frozenset({1, 2, 4})
_OLDEST: Final = 130
_YOUNG: Final = 25
_BE: Final = frozenset({"is", "was", "are", "were", "be", "being"})
_LAST_DAY: Final = 31


def moment_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """The age, time or date whose number stands at a token, or None."""
    last = _number_end(tokens, index)
    if last is None:
        return None
    for why, rule in (("age", _age), ("time", _time), ("date", _date), ("date", _year)):
        end = rule(tokens, index, last)
        if end is not None:
            return no_claim(index, end, why)
    return None


def _number_end(tokens: Sequence[Token], index: int) -> int | None:
    """One past the cardinal at a token, magnitudes left aside."""
    if token(tokens, index).kind == "digits":
        return index + 1
    number = cardinal_at(tokens, index) if token(tokens, index).kind == "word" else None
    return number.last if number and not number.vague else None


def _pair_end(tokens: Sequence[Token], last: int) -> int | None:
    """One past the second number of "18 to 24", "8-9", "2 and 3", given the end of the first."""
    if low(tokens, last) not in _RANGE:
        return None
    return _number_end(tokens, last + 1)


def _age(tokens: Sequence[Token], index: int, last: int) -> int | None:
    pair = _pair_end(tokens, last)
    ends = [last] if pair is None else [last, pair]
    for end in ends:
        old = _old_end(tokens, end)
        if old is not None:
            return old
    if _age_stands_before(tokens, index):
        return row_end(tokens, ends[-1])
    if token(tokens, index).kind == "digits" and _whole_under(tokens, index, _OLDEST):
        return _bare_age(tokens, index)
    return None


def _old_end(tokens: Sequence[Token], end: int) -> int | None:
    """One past "-year-old", " years of age", "yo" after a number."""
    at = end + 1 if low(tokens, end) == "-" else end
    if low(tokens, at) == "yo" and glued(tokens, at):
        return at + 1
    if low(tokens, at) not in _AGE_SPANS:
        return None
    if match_phrase(tokens, at + 1, ("of", "age")):
        return at + 3
    at = at + 2 if low(tokens, at + 1) == "-" else at + 1
    return at + 1 if low(tokens, at) in {"old", "olds"} else None


def _age_stands_before(tokens: Sequence[Token], index: int) -> bool:
    """ "aged 17", "aged between 14", "the age of 18", "as young as 12", "older than 60"."""
    before, earlier = low(tokens, index - 1), low(tokens, index - 2)
    ages = word_set("age_before")
    if before in ages:
        return True
    if before in word_set("age_between") and earlier in ages:
        return True
    return (earlier, before) in {
        ("age", "of"), ("ages", "of"), ("ages", "between"), ("young", "as"), ("old", "as"),
        ("older", "than"), ("younger", "than"),
    }  # fmt: skip


def _whole_under(tokens: Sequence[Token], index: int, limit: int) -> bool:
    value = digits_value(tokens[index].text)
    return value is not None and value == int(value) and value <= limit


def _bare_age(tokens: Sequence[Token], index: int) -> int | None:
    """ "Name Surname, 34, of", "a man, 45.", "Name Surname (34)", "in his 30s", "under-18s"."""
    if token(tokens, index + 1).text == "s" and glued(tokens, index + 1):
        return index + 2
    before, after = low(tokens, index - 1), low(tokens, index + 1)
    owner, earlier = token(tokens, index - 2), token(tokens, index - 3)
    named = owner.text.istitle() and earlier.text.istitle() and owner.kind == "word"
    person = owner.low in word_set("person_nouns")
    if before == "," and glued(tokens, index - 1):
        enclosed = after == "," and owner.kind == "word" and not is_plural(tokens, index - 2)
        ends = person and after in {"", ".", "and", "who", ";"}
        closes = enclosed or ends or (owner.text.istitle() and after in {"of", "from"})
        return index + 1 if closes and owner.low not in word_set("month_names") else None
    if before == "(" and after == ")" and (named or person):
        return index + 1
    minor = before == "under" and _whole_under(tokens, index, _YOUNG) and owner.low in _BE
    if minor or (before in {"under", "over"} and owner.low in word_set("person_plurals")):
        return None if _noun_after(tokens, index + 1) or after in {"%", "per"} else index + 1
    return None


def _time(tokens: Sequence[Token], index: int, last: int) -> int | None:
    end = _clock_end(tokens, index, last)
    if end is not None:
        return end
    pair = _pair_end(tokens, last)
    if pair is None or low(tokens, last) == "or":
        return None
    return _half_day_end(tokens, pair)


def _clock_end(tokens: Sequence[Token], index: int, last: int) -> int | None:
    if low(tokens, last) == "o'clock":
        return last + 1
    if low(tokens, index - 1) in {"past", "to"} and low(tokens, index - 2) in {"half", "quarter"}:
        return last
    if tokens[index].kind != "digits":
        return None
    if low(tokens, last) == ":" and glued(tokens, last) and glued(tokens, last + 1):
        return _half_day_end(tokens, last + 2) or last + 2
    if low(tokens, index - 1) in {"at", "until", "till"} and _CLOCK.fullmatch(tokens[index].text):
        return _half_day_end(tokens, last) or last
    return _half_day_end(tokens, last) or _military_end(tokens, index, last)


def _half_day_end(tokens: Sequence[Token], at: int) -> int | None:
    """One past "am", "p.m.", "noon" after a clock time that ends at a token."""
    if low(tokens, at) in {"am", "pm", "noon", "midnight"}:
        return at + 1
    if low(tokens, at) in {"a", "p"} and match_phrase(tokens, at + 1, (".", "m")):
        return at + 3
    return None


def _military_end(tokens: Sequence[Token], index: int, last: int) -> int | None:
    """ "0930hrs", "1500 hours"; "1,500 hours of unpaid work" is a quantity."""
    if not _MILITARY.fullmatch(tokens[index].text):
        return None
    if low(tokens, last) in {"hrs", "hours", "hr"} and low(tokens, last + 1) != "of":
        return last + 1
    return None


def _date(tokens: Sequence[Token], index: int, last: int) -> int | None:
    here = tokens[index]
    if here.kind != "digits":
        return None
    if low(tokens, last) in {"/", "-", "–"} and glued(tokens, last) and glued(tokens, last + 1):
        joined = _joined_date_end(tokens, index, last)
        if joined is not None:
            return joined
    if _DOTTED_DATE.fullmatch(here.text):
        return last
    day_end = _ordinal_end(tokens, last)
    if _whole_under(tokens, index, _LAST_DAY):
        return _day_end(tokens, index, day_end)
    if low(tokens, index + 1) == "s" and glued(tokens, index + 1) and _is_year(here.text):
        return last + 1
    return None


def _ordinal_end(tokens: Sequence[Token], last: int) -> int:
    suffix = low(tokens, last) in {"st", "nd", "rd", "th"} and glued(tokens, last)
    return last + 1 if suffix else last


def _joined_date_end(tokens: Sequence[Token], index: int, last: int) -> int | None:
    """ "07/08/2023", "2023/24", "2023-24", "2023-11-10": one past the last part."""
    first, second = tokens[index].text, token(tokens, last + 1)
    if second.kind != "digits" or not (first.isdigit() and second.text.isdigit()):
        return None
    third = token(tokens, last + 3)
    if low(tokens, last + 2) == low(tokens, last) and third.kind == "digits" and third.glued:
        parts = (first, second.text, third.text)
        return last + 4 if all(len(part) in _DATE_PARTS for part in parts) else None
    years = _is_year(first) and _YEAR_END.fullmatch(second.text)
    return last + 2 if years else None


def _day_end(tokens: Sequence[Token], index: int, end: int) -> int | None:
    """A day of a month: "7 August 2024", "the 21st", "May 10", "3 to 5 June", "Friday 12"."""
    at = end + 1 if low(tokens, end) == "of" else end
    if _is_month(tokens, at):
        return at + 2 if _is_year(token(tokens, at + 1).text) else at + 1
    pair = _pair_end(tokens, end)
    if pair is not None and token(tokens, end + 1).kind == "digits":
        pair = _ordinal_end(tokens, pair)
        if _is_month(tokens, pair):
            return pair + 1
    if end > index + 1 and low(tokens, index - 1) in {"the", "on"} and not _noun_after(tokens, end):
        return end
    month = index - 2 if low(tokens, index - 1) == "." and glued(tokens, index - 1) else index - 1
    if not (_is_month(tokens, month) or low(tokens, month) in word_set("weekdays")):
        return None
    year = end + 1 if low(tokens, end) == "," else end
    if _is_year(token(tokens, year).text) and not is_plural(tokens, year + 1):
        return year + 1
    return None if is_plural(tokens, end) or _noun_after(tokens, end) else end


def _noun_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether a lower-case word follows that may be what is counted."""
    after = token(tokens, at)
    return after.kind == "word" and after.text.islower() and after.low not in word_set("stop_words")


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    found = token(tokens, at)
    return found.low in word_set("month_names") and found.text[:1].isupper()


def _is_year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None


def _year(tokens: Sequence[Token], index: int, last: int) -> int | None:
    """A bare year; "recorded 1984 offences" and "more than 2000" are counts."""
    if not _is_year(tokens[index].text) or low(tokens, last) in {"%", "per"}:
        return None
    before = low(tokens, index - 1)
    strong = before in word_set("year_strong") or _is_month(tokens, index - 1)
    counted = (is_plural(tokens, last) and not strong) or before in {"than", "least", "topped"}
    return None if counted else last
