"""Numbers that say when or how old, and so assert nothing: ages, clock times, dates, years."""

from __future__ import annotations

import re
from typing import Final

from checks.numbers.ages import age_end
from checks.numbers.dates import date_end, year_end
from checks.numbers.enumerations import number_end, pair_end
from checks.numbers.expressions import Amount, no_claim
from checks.numbers.lexicon import units
from checks.numbers.tokens import Tokens, glued, match_phrase

_CLOCK: Final = re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")
_MILITARY: Final = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]")


def moment_at(tokens: Tokens, index: int) -> Amount | None:
    """The age, time or date whose number stands at a token, or None."""
    last = number_end(tokens, index)
    if last is None:
        return None
    for why, rule in _RULES:
        end = rule(tokens, index, last)
        if end is not None:
            return no_claim(index, end, why)
    return None


def _time(tokens: Tokens, index: int, last: int) -> int | None:
    end = _clock_end(tokens, index, last)
    if end is not None:
        return end
    pair = pair_end(tokens, last)
    if pair is None or tokens.words[last] == "or":
        return None
    return _half_day_end(tokens, pair)


def _clock_end(tokens: Tokens, index: int, last: int) -> int | None:
    hour = _spoken_hour_end(tokens, index, last)
    if hour is not None or index not in tokens.digits:
        return hour
    if tokens.words[last] == ":" and glued(tokens, last) and glued(tokens, last + 1):
        return _half_day_end(tokens, last + 2) or last + 2
    half_day = _half_day_end(tokens, last)
    if half_day is not None:
        return half_day
    named = tokens.words[index - 1] in {"at", "until", "till"} and tokens.words[last] not in units()
    if named and _CLOCK.fullmatch(tokens[index].text):
        return last
    return _military_end(tokens, index, last)


def _spoken_hour_end(tokens: Tokens, index: int, last: int) -> int | None:
    """ "nine o'clock", "half past three"."""
    if tokens.words[last] == "o'clock":
        return last + 1
    past = tokens.words[index - 1] in {"past", "to"}
    return last if past and tokens.words[index - 2] in {"half", "quarter"} else None


def _half_day_end(tokens: Tokens, at: int) -> int | None:
    """One past "am", "p.m.", "noon" after a clock time that ends at a token."""
    if tokens.words[at] in {"am", "pm", "noon", "midnight"}:
        return at + 1
    if tokens.words[at] in {"a", "p"} and match_phrase(tokens, at + 1, (".", "m")):
        return at + 3
    return None


def _military_end(tokens: Tokens, index: int, last: int) -> int | None:
    """ "0930hrs", "1500 hours"; "1,500 hours of unpaid work" is a quantity."""
    if not _MILITARY.fullmatch(tokens[index].text):
        return None
    if tokens.words[last] in {"hrs", "hours", "hr"} and tokens.words[last + 1] != "of":
        return last + 1
    return None


_RULES: Final = (("age", age_end), ("time", _time), ("date", date_end), ("date", year_end))
