"""The unit that follows a number: "14 per cent", "8.2kg", "half an hour", "four more years"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount, point
from checks.numbers.lexicon import units, word_set
from checks.numbers.parts import fraction_at
from checks.numbers.tokens import Tokens, glued, match_phrase, token

_NEARBY: Final = 20
_SHARES: Final = frozenset({"%", "cent", "percent", "percentage"})
_NOT_FEET: Final = frozenset({"patrol", "patrols", "officers", "pursuit", "chase", "beat"})


def with_unit(tokens: Tokens, number: Amount) -> Amount:
    """The number with the unit that follows it; only a time unit stays outside the span."""
    at = number.last
    if number.vague and tokens.words[at] == "of":
        at += 1
    if tokens.words[at] == "-":
        at += 1
    if tokens.words[at] in word_set("before_unit") and tokens.words[at + 1] in word_set(
        "time_units"
    ):
        at += 1
    metres = _metres(tokens, number)
    if metres is not None:
        return metres
    for entry in units().get(tokens.words[at], ()):
        end = at + len(entry.words)
        if match_phrase(tokens, at, entry.words):
            if (entry.glued and not glued(tokens, at)) or _is_no_unit(tokens, at, end):
                continue
            return _in_unit(number, entry.unit, entry.factor, entry.kind, end)
    return _points(tokens, number) or number


def _in_unit(number: Amount, unit: str, factor: Decimal, kind: str, end: int) -> Amount:
    low_end = None if number.low is None else number.low * factor
    high_end = None if number.high is None else number.high * factor
    last = number.last if kind == "time" else end
    return number._replace(low=low_end, high=high_end, unit=unit, unit_kind=kind, last=last,
        after=end, scale=max(number.scale, factor),
    )  # fmt: skip


def _is_no_unit(tokens: Tokens, at: int, end: int) -> bool:
    """ "12 foot patrols"; "two pound-shop thefts"."""
    return tokens.words[at] == "foot" and tokens.words[end] in _NOT_FEET


def _metres(tokens: Tokens, number: Amount) -> Amount | None:
    """ "a 2m high fence" is of two metres, "2m people" of two million."""
    letter = token(tokens, number.last - 1)
    if letter.text != "m" or not letter.glued or number.low is None:
        return None
    if tokens.words[number.last] not in word_set("metre_after"):
        return None
    metres = number.low / number.scale
    return number._replace(low=metres, high=metres, unit="m", unit_kind="size", scale=Decimal(1))


def _points(tokens: Tokens, number: Amount) -> Amount | None:
    """ "fell four points" are percentage points where the sentence speaks of per cent."""
    if tokens.words[number.last] not in {"point", "points"} or number.vague:
        return None
    nearby = tokens.words[max(number.first - _NEARBY, 0) : number.last + _NEARBY]
    if _SHARES.isdisjoint(nearby):
        return None
    return _in_unit(number, "pp", Decimal(1), "share", number.last + 1)


def unit_and_half(tokens: Tokens, index: int) -> Amount | None:
    """ "an hour and a half"."""
    if tokens.words[index] not in {"a", "an"}:
        return None
    if not match_phrase(tokens, index + 2, ("and", "a", "half")):
        return None
    unit = with_unit(tokens, point(index, index + 1, Decimal("1.5")))
    return unit._replace(last=index + 5, after=index + 5) if unit.unit else None


def part_of_unit(tokens: Tokens, index: int) -> Amount | None:
    """ "half an hour", "three-quarters of a mile", "a half-hour"."""
    part = fraction_at(tokens, index)
    if part is None:
        return None
    at = part.last
    if tokens.words[at] == "of":
        at += 1
    if tokens.words[at] not in {"a", "an", "-"}:
        return None
    unit = with_unit(tokens, part._replace(last=at + 1))
    if unit.unit_kind not in {"time", "size"}:
        return None
    return unit._replace(last=part.last) if unit.unit_kind == "time" else unit
