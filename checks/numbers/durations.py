"""Stretches of time that say when, not how much: "in the last two years", "six months ago"."""

from __future__ import annotations

from typing import Final

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import word_set
from checks.numbers.tokens import Tokens

_LONG: Final = frozenset({"year", "month", "week"})
_OF_TIME: Final = frozenset({"period", "low", "high", "anniversary", "average", "window", "read"})
_BEFORE_VERB: Final = frozenset("and to will would can could may might should not".split())
_ALWAYS_OPEN: Final = {("day", "week"), ("hour", "day"), ("day", "year"), ("week", "year")}


def is_period(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number belongs to a period, and so is no claim."""
    if amount.unit_kind != "time":
        return False
    before = tokens.words[amount.first - 1]
    return (
        _names_past_or_future(tokens, amount)
        or before in {"during", "throughout", "across"}
        or (before == "in" and amount.unit in _LONG)
        or _is_known_stretch(tokens, amount)
        or _is_working_time(tokens, amount)
        or _is_opening_hours(tokens, amount)
    )


def is_rate_base(tokens: Tokens, amount: Amount) -> bool:
    """Whether a number is what another is set against: "per 1,000 people", "every 79 seconds"."""
    before = tokens.words[amount.first - 1]
    return before == "per" or (before == "every" and amount.unit_kind != "share")


def _names_past_or_future(tokens: Tokens, amount: Amount) -> bool:
    before, after = tokens.words[amount.first - 1], tokens.words[amount.after]
    if before in word_set("period_words"):
        return before != "last" or tokens.words[amount.first - 2] not in _BEFORE_VERB
    opens = amount.first == 0 or before in {",", "just", "only", "came", "comes"}
    return after in word_set("ago") | _OF_TIME or (opens and after in {"before", "after"})


def _is_known_stretch(tokens: Tokens, amount: Amount) -> bool:
    """ "over the 12 months to March", "in the space of 18 months", "in each of the two years"."""
    before, earlier = tokens.words[amount.first - 1], tokens.words[amount.first - 2]
    if before in {"the", "these", "those"} and tokens.words[amount.last] != "-":
        if tokens.words[amount.after] == "since":  # how long ago it was is told, and can be checked
            return False
        bounded = tokens.words[amount.after] in word_set("period_bounds")
        return bounded or (amount.unit in _LONG and earlier in word_set("period_before"))
    return before == "of" and earlier in {"space", "course", "period"}


def _is_working_time(tokens: Tokens, amount: Amount) -> bool:
    """ "a 12-hour shift", "a four-day week": how long it is by rule, not how long it took."""
    hyphen = tokens.words[amount.last] == "-"
    return hyphen and tokens.words[amount.after] in word_set("working_times")


def _is_opening_hours(tokens: Tokens, amount: Amount) -> bool:
    """ "24 hours a day", "seven days a week"."""
    rate = tokens.words[amount.after] in {"a", "per"}
    return rate and (amount.unit, tokens.words[amount.after + 1]) in _ALWAYS_OPEN
