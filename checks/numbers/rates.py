"""What a number is a rate of: "£3.2m a year", "40 calls every week", "71 per 1,000 people"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.expressions import Amount, point
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.tokens import STOPS, Tokens, token

_REACH: Final = 8
_WORDS: Final = frozenset({"a", "an", "per", "each", "every", "-"})
_ENDS: Final = STOPS | {""} | frozenset(", in during over for after within to since from".split())
_PERIODS: Final = frozenset(
    {"year", "month", "week", "day", "hour", "quarter", "night", "minute", "decade"}
)
_ADVERB_PERIODS: Final = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour", "nightly": "night",
}  # fmt: skip
_HEADS: Final = frozenset({"head", "person", "victim", "household", "officer", "crime", "case"})
_COMPARED: Final = frozenset({"compared", "comparison", "compares", "comparing"})


def rate_of(tokens: Tokens, amount: Amount) -> str | None:
    """The period or the base of a rate; a base of many with its number: "1,000 population"."""
    reach = tokens.words[amount.after : amount.after + _REACH]
    for at, word in enumerate(reach, amount.after):
        if word == "for" and tokens.words[at + 1] == "every":
            return _base(tokens, at + 2)
        if word in _ENDS or at in tokens.digits:
            return None
        if word in _ADVERB_PERIODS:
            return _ADVERB_PERIODS[word]
        rate = _named(tokens, at, amount) if word in _WORDS else None
        if rate:
            return rate
    return None


def with_rates_carried(tokens: Tokens, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, a rate kept for what is set against it: "71 per 1,000 people, against 83"."""
    found: list[Amount] = []
    for amount in amounts:
        last = found[-1] if found else None
        carried = last and last.per and not amount.per and _is_set_against(tokens, last, amount)
        found.append(amount._replace(per=last.per) if last and carried else amount)
    return found


def _named(tokens: Tokens, at: int, amount: Amount) -> str | None:
    """What "a", "per" or "every" at a token makes a rate of, if it does."""
    following = tokens.words[at + 1]
    following = tokens.words[at + 2] if following == "-" else following
    if following in _PERIODS and _is_rate(tokens, at, amount):
        return following
    if tokens.words[at] == "per" and following in _HEADS:
        return "person" if following == "head" else following
    return _base(tokens, at + 1) if tokens.words[at] in {"per", "every"} else None


def _base(tokens: Tokens, at: int) -> str | None:
    """ "1,000 population" of "per 1,000 of the population" and "per thousand population"."""
    bare = number_words("scale", "hundred").get(tokens.words[at])
    number = cardinal_at(tokens, at) if bare is None else point(at, at + 1, bare)
    if number is None or number.low is None or number.vague:
        return None
    end = number.last
    while tokens.words[end] in word_set("noun_of") or tokens.words[end] == "of":
        end += 1
    noun = token(tokens, end)
    if noun.kind != "word" or noun.low in word_set("stop_words", "time_units"):
        return None
    return f"{number.low:,f} {noun.low}"


def _is_rate(tokens: Tokens, at: int, amount: Amount) -> bool:
    """ "12 months a year later" and "11 days each-way" are no rates; time units seldom have one."""
    if tokens.words[at] == "-":
        return tokens.words[at + 1] in {"a", "per"} and tokens.words[at + 2] == "-"
    if tokens.words[at] in {"a", "an"}:
        measured = tokens.words[at - 1] in word_set("before_a_year")
        if measured or tokens.words[at + 1] == "quarter":
            return False
    late = tokens.words[at + 2] in {"ago", "later", "earlier", "old", "-", "before"}
    return not late and (amount.unit_kind != "time" or tokens.words[at] != "each")


def _is_set_against(tokens: Tokens, last: Amount, amount: Amount) -> bool:
    """Whether a bare number of the same unit is held up to the one before it."""
    if amount.unit != last.unit or amount.noun or STOPS & set(_between(tokens, last, amount)):
        return False
    before, earlier = tokens.words[amount.first - 1], tokens.words[amount.first - 2]
    compared = before in {"against", "versus"} or (
        before in {"with", "to"} and earlier in _COMPARED
    )
    after = tokens.words[amount.after]
    return compared and (not after.isalpha() or after in word_set("stop_words"))


def _between(tokens: Tokens, last: Amount, amount: Amount) -> list[str]:
    return tokens.words[last.after : amount.first]
