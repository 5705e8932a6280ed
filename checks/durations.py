"""Stretches of time that say when, not how much: "in the last two years", "six months ago"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checks.expressions import Amount
from checks.lexicon import word_set
from checks.tokens import Token, low

_LONG: Final = frozenset({"year", "month", "week"})
_OF_TIME: Final = frozenset({"period", "low", "high", "anniversary", "average", "window"})
_ALWAYS_OPEN: Final = {("day", "week"), ("hour", "day"), ("day", "year"), ("week", "year")}


def is_period(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a number belongs to a period or to the base of a rate, and so is no claim."""
    before = low(tokens, amount.first - 1)
    if before == "per" or (before == "every" and amount.unit_kind == "time"):
        return True
    if amount.unit_kind != "time":
        return False
    return (
        _names_past_or_future(tokens, amount)
        or before in {"during", "throughout", "across"}
        or (before == "in" and amount.unit in _LONG)
        or _is_span_of_sum(tokens, amount)
        or _is_opening_hours(tokens, amount)
    )


def _names_past_or_future(tokens: Sequence[Token], amount: Amount) -> bool:
    before, at = low(tokens, amount.first - 1), amount.after
    if before in word_set("period_words"):
        return True
    return low(tokens, at) in word_set("ago") | _OF_TIME


def _is_span_of_sum(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "saved £4m over three years", unlike "waited over three years"."""
    if low(tokens, amount.first - 1) != "over" or amount.unit not in _LONG | {"day"}:
        return False
    return low(tokens, amount.first - 2) not in word_set("duration_verbs")


def _is_opening_hours(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "24 hours a day", "seven days a week"."""
    rate = low(tokens, amount.after) in {"a", "per"}
    return rate and (amount.unit, low(tokens, amount.after + 1)) in _ALWAYS_OPEN
