"""The two ends of a range as one amount: "£2-3m", "between 10 and 15", "thirty, maybe forty"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import word_set
from checks.numbers.tokens import Rule, Tokens, glued, token

_SIGNS: Final = frozenset({"£", "€", "$"})
_DASHES: Final = frozenset({"-", "–"})
_JOINTS: Final = _DASHES | {"and", "to", "or", ","}
_THOUSAND: Final = Decimal(1000)


def range_of(tokens: Tokens, start: Amount, single: Rule) -> Amount | None:
    """The range that a number opens, None if it opens none; `single` reads its other end.

    A range that falls, or whose first end may have lost its thousands, is kept whole without value.
    """
    at = start.after
    if tokens.words[at] not in _JOINTS or start.low is None or start.vague:
        return None
    second = _second(tokens, start)
    if second is None or start.unit in {"ratio", "multiple"}:
        return None
    end = single(tokens, second)
    if end is None or end.low is None or end.vague or end.why_not or end.noun:
        return None
    changes = _changes_by(tokens, start) and (start.unit or not end.unit)
    if changes or _is_aside(tokens, start, end):
        return None
    if start.unit != end.unit and start.unit and (end.unit or not _inherits(tokens, start)):
        return None
    return _spanning(tokens, start, end)


def _second(tokens: Tokens, start: Amount) -> int | None:
    """Where the other end of a range would begin; None where the words join none."""
    at = start.after
    if tokens.words[at] == ",":
        return at + 2 if tokens.words[at + 1] in word_set("perhaps") else None
    if not _joins(tokens, start, at):
        return None
    return at + 2 if tokens.words[at + 1] in word_set("perhaps") else at + 1


def _joins(tokens: Tokens, start: Amount, at: int) -> bool:
    word, before = tokens.words[at], tokens.words[start.first - 1]
    earlier = tokens.words[start.first - 2]
    if word == "and":
        return before == "between" or (earlier == "between" and before in {"about", "around"})
    if word in _DASHES:
        tight = glued(tokens, at) and glued(tokens, at + 1)
        digits = at + 1 in tokens.digits and not start.unit
        return tight or digits or (start.unit_kind == "money" and tokens.words[at + 1] in _SIGNS)
    if word == "to":
        return before != "from" or earlier in word_set("ranging")
    return word == "or"


def _is_aside(tokens: Tokens, start: Amount, end: Amount) -> bool:
    """ "we held 25 - 40 were released": a dash apart joins numbers only before a unit."""
    at = start.after
    apart = tokens.words[at] in _DASHES and not (glued(tokens, at) and glued(tokens, at + 1))
    return apart and not start.unit and end.unit_kind not in {"time", "size", "share"}


def _inherits(tokens: Tokens, start: Amount) -> bool:
    """Whether the second number may take the unit of the first: not in "14 per cent to 731"."""
    return tokens.words[start.after] != "to" or start.unit_kind == "money"


def _changes_by(tokens: Tokens, start: Amount) -> bool:
    """ "rose by 14 to 731" is a change and a level; "rose by 5 to 10 per cent" is a range."""
    if tokens.words[start.after] != "to":
        return False
    before, earlier = tokens.words[start.first - 1], tokens.words[start.first - 2]
    changes = word_set("change_up", "change_down")
    return before in changes or (before in {"by", "of"} and earlier in changes)


def _spanning(tokens: Tokens, start: Amount, end: Amount) -> Amount | None:
    if start.low is None or end.high is None or end.low is None:
        return None
    factor = Decimal(1)
    if start.scale == 1 and end.scale != 1 and start.low < end.low / end.scale:
        factor = end.scale
    whole = end._replace(first=start.first, low=start.low * factor, unit=end.unit or start.unit,
        unit_kind=end.unit_kind or start.unit_kind, comparator="range",
    )  # fmt: skip
    rises = start.low * factor < end.high
    if _is_tight(tokens, start.after, end.after) and (
        not rises or (factor == 1 and _may_lack_thousands(tokens, start.low, end))
    ):
        return _doubtful(whole) if rises or whole.unit_kind == "money" else None
    return whole if rises else None


def _is_tight(tokens: Tokens, at: int, after: int) -> bool:
    """ "£5m-£3m", unlike "£5m - £3m of it in cash"."""
    dashed = tokens.words[at] in _DASHES and glued(tokens, at) and glued(tokens, at + 1)
    return dashed and tokens.words[after] != "of"


def _may_lack_thousands(tokens: Tokens, start: Decimal, end: Amount) -> bool:
    """ "10-15,000" may be 10,000 to 15,000; "500-1,000" cannot, "£10-£15,000" repeats the sign."""
    if end.low is None or end.low % _THOUSAND or start * _THOUSAND >= end.low:
        return False
    return "," in token(tokens, end.last - 1).text and token(tokens, end.first).low not in _SIGNS


def _doubtful(amount: Amount) -> Amount:
    return amount._replace(low=None, high=None, ambiguous=True)
