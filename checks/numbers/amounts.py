"""A whole number expression: currency, magnitude, unit, and the two ends of a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.expressions import Amount, point, vague
from checks.numbers.lexicon import number_words, units, word_set
from checks.numbers.multiples import multiple_at
from checks.numbers.nothing import every_at, nothing_at
from checks.numbers.parts import fraction_at, part_at, ratio_at
from checks.numbers.tokens import Token, glued, low, match_phrase, token

_SIGNS: Final = {"£": "GBP", "€": "EUR", "$": "USD"}
_CODES: Final = {"gbp": "GBP", "eur": "EUR", "usd": "USD"}
_DASHES: Final = frozenset({"-", "–"})
_NEARBY: Final = 20
_NOT_FEET: Final = frozenset({"patrol", "patrols", "officers", "pursuit", "chase", "beat"})


def amount_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """The number expression that begins at a token, with its unit and range, or None."""
    found = _single_at(tokens, index)
    if found is None or found.why_not:
        return found
    return _range_of(tokens, found) or found


def _single_at(tokens: Sequence[Token], index: int) -> Amount | None:
    here = token(tokens, index)
    if here.low in _SIGNS or here.low in _CODES:
        return _money(tokens, index)
    if here.kind == "sign":
        return None
    found = (
        ratio_at(tokens, index)
        or multiple_at(tokens, index)
        or nothing_at(tokens, index)
        or every_at(tokens, index)
        or _figures(tokens, index)
        or _part_of_unit(tokens, index)
        or _unit_and_half(tokens, index)
    )
    if found is not None:
        return found
    number, part = cardinal_at(tokens, index), part_at(tokens, index)
    if part is not None and (number is None or number.last <= part.last):
        return part
    return _with_unit(tokens, number) if number else None


def _money(tokens: Sequence[Token], index: int) -> Amount | None:
    """A sum behind its currency sign: "£6.4m", "€ 7,500", "£3 million", "GBP 40"."""
    here = tokens[index]
    following = token(tokens, index + 1)
    if following.kind != "digits" and following.low not in number_words("vulgar"):
        return None
    number = cardinal_at(tokens, index + 1)
    if number is None:
        return None
    number = _spaced_magnitude(tokens, number)
    unit = _SIGNS.get(here.low) or _CODES[here.low]
    low_end = None if _is_doubtful_sum(tokens, number) else number.low
    return replace(
        number,
        first=index,
        low=low_end,
        high=low_end,
        unit=unit,
        unit_kind="money",
        ambiguous=low_end is None,
        after=_past_currency_word(tokens, number.last),
    )


def _spaced_magnitude(tokens: Sequence[Token], number: Amount) -> Amount:
    """ "£6.4 m": a letter apart is a magnitude only behind a currency sign."""
    word = token(tokens, number.last)
    factor = number_words("suffix").get(word.low)
    if factor is None or number.scale != 1 or glued(tokens, number.last) or number.low is None:
        return number
    return point(number.first, number.last + 1, number.low * factor, scale=factor)


def _is_doubtful_sum(tokens: Sequence[Token], number: Amount) -> bool:
    """A sum of money has two decimals or a magnitude: "£10.4" may have lost its "m"."""
    pence = tokens[number.last - 1].text.partition(".")[2]
    return number.scale == 1 and len(pence) not in {0, 2}


def _past_currency_word(tokens: Sequence[Token], at: int) -> int:
    entry = next((e for e in units().get(low(tokens, at), ()) if e.kind == "money"), None)
    return at + 1 if entry else at


def _with_unit(tokens: Sequence[Token], number: Amount) -> Amount:
    """The number with the unit that follows it; only a time unit stays outside the span."""
    at = number.last
    if number.vague and low(tokens, at) == "of":
        at += 1
    if low(tokens, at) == "-":
        at += 1
    metres = _metres(tokens, number)
    if metres is not None:
        return metres
    for entry in units().get(low(tokens, at), ()):
        end = at + len(entry.words)
        if all(low(tokens, at + n) == word for n, word in enumerate(entry.words)):
            if (entry.glued and not glued(tokens, at)) or _is_no_unit(tokens, at, end):
                continue
            return _in_unit(number, entry.unit, entry.factor, entry.kind, end)
    return _points(tokens, number) or number


def _in_unit(number: Amount, unit: str, factor: Decimal, kind: str, end: int) -> Amount:
    low_end = None if number.low is None else number.low * factor
    high_end = None if number.high is None else number.high * factor
    last = number.last if kind == "time" else end
    return replace(
        number, low=low_end, high=high_end, unit=unit, unit_kind=kind, last=last, after=end
    )


def _is_no_unit(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "12 foot patrols"; "two pound-shop thefts"."""
    return low(tokens, at) == "foot" and low(tokens, end) in _NOT_FEET


def _metres(tokens: Sequence[Token], number: Amount) -> Amount | None:
    """ "a 2m high fence" is of two metres, "2m people" of two million."""
    letter = token(tokens, number.last - 1)
    if letter.text != "m" or not letter.glued or number.low is None:
        return None
    if low(tokens, number.last) not in word_set("metre_after"):
        return None
    metres = number.low / number.scale
    return replace(number, low=metres, high=metres, unit="m", unit_kind="size", scale=Decimal(1))


def _points(tokens: Sequence[Token], number: Amount) -> Amount | None:
    """ "fell four points" are percentage points where the sentence speaks of per cent."""
    if low(tokens, number.last) not in {"point", "points"} or number.vague:
        return None
    nearby = tokens[max(number.first - _NEARBY, 0) : number.last + _NEARBY]
    if not any(item.low in {"%", "cent", "percent", "percentage"} for item in nearby):
        return None
    return _in_unit(number, "pp", Decimal(1), "share", number.last + 1)


def _unit_and_half(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "an hour and a half"."""
    if low(tokens, index) not in {"a", "an"}:
        return None
    if not match_phrase(tokens, index + 2, ("and", "a", "half")):
        return None
    unit = _with_unit(tokens, point(index, index + 1, Decimal("1.5")))
    return replace(unit, last=index + 5, after=index + 5) if unit.unit else None


def _part_of_unit(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "half an hour", "three-quarters of a mile", "a half-hour"."""
    part = fraction_at(tokens, index)
    if part is None:
        return None
    at = part.last
    if low(tokens, at) == "of":
        at += 1
    if low(tokens, at) not in {"a", "an", "-"}:
        return None
    unit = _with_unit(tokens, replace(part, last=at + 1))
    if unit.unit_kind not in {"time", "size"}:
        return None
    return replace(unit, last=part.last) if unit.unit_kind == "time" else unit


def _figures(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "a six-figure sum", "seven-figure": that many digits before the point, in pounds."""
    first = index
    if low(tokens, index) in {"a", "an"}:
        index += 1
    size = number_words("unit", "teen").get(low(tokens, index))
    at = index + 2 if low(tokens, index + 1) == "-" else index + 1
    if size is None or low(tokens, at) not in {"figure", "figures"}:
        return None
    end = at + 2 if low(tokens, at + 1) in word_set("sum_words") else at + 1
    ten = Decimal(10)
    found = vague(first, end, ten ** (int(size) - 1), ten ** int(size) - 1)
    return replace(found, unit="GBP", unit_kind="money")


def _range_of(tokens: Sequence[Token], start: Amount) -> Amount | None:
    """The range that a number opens: "£2-3m", "between 10 and 15", "five or six", "10 to 15"."""
    if start.low is None or start.vague or start.unit in {"ratio", "multiple"}:
        return None
    at = start.after
    if not _joins_range(tokens, start, at):
        return None
    end = _single_at(tokens, at + 1)
    if end is None or end.low is None or end.vague or end.why_not or end.noun:
        return None
    if _changes_by(tokens, start) and (start.unit or not end.unit):
        return None
    if start.unit != end.unit and start.unit and (end.unit or not _inherits(tokens, start)):
        return None
    return _spanning(start, end)


def _inherits(tokens: Sequence[Token], start: Amount) -> bool:
    """Whether the second number may take the unit of the first: not in "14 per cent to 731"."""
    return low(tokens, start.after) != "to" or start.unit_kind == "money"


def _joins_range(tokens: Sequence[Token], start: Amount, at: int) -> bool:
    word, before = low(tokens, at), low(tokens, start.first - 1)
    earlier = low(tokens, start.first - 2)
    if word == "and":
        return before == "between" or (earlier == "between" and before in {"about", "around"})
    if word in _DASHES:
        tight = glued(tokens, at) and glued(tokens, at + 1)
        return tight or (start.unit_kind == "money" and low(tokens, at + 1) in _SIGNS)
    if word == "to":
        return before != "from" or earlier in word_set("ranging")
    return word == "or"


def _changes_by(tokens: Sequence[Token], start: Amount) -> bool:
    """ "rose by 14 to 731" is a change and a level; "rose by 5 to 10 per cent" is a range."""
    if low(tokens, start.after) != "to":
        return False
    before, earlier = low(tokens, start.first - 1), low(tokens, start.first - 2)
    changes = word_set("change_up") | word_set("change_down")
    return before in changes or (before in {"by", "of"} and earlier in changes)


def _spanning(start: Amount, end: Amount) -> Amount | None:
    if start.low is None or end.high is None or end.low is None:
        return None
    factor = Decimal(1)
    if start.scale == 1 and end.scale != 1 and start.low < end.low / end.scale:
        factor = end.scale
    if start.low * factor >= end.high:
        return None
    return replace(
        end, first=start.first, low=start.low * factor, unit=end.unit or start.unit,
        unit_kind=end.unit_kind or start.unit_kind, comparator="range",
    )  # fmt: skip
