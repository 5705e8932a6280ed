"""Quantities of a British text: every number, what it says of what, and whether it says anything.

A grammar of our own over tokens; the vocabulary stands in the tables beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from checks.numbers.amounts import amount_at
from checks.numbers.comparators import qualified
from checks.numbers.durations import is_period, is_rate_base
from checks.numbers.expressions import Amount, no_claim
from checks.numbers.folding import Folded, fold
from checks.numbers.labels import label_at
from checks.numbers.lexicon import number_words
from checks.numbers.moments import moment_at
from checks.numbers.nothing import every_at, nothing_at
from checks.numbers.nouns import noun_of
from checks.numbers.pairs import paired
from checks.numbers.parts import ratio_at
from checks.numbers.tokens import Token, low, tokenize
from warehouse.records import Quantity

_SIGNS: Final = frozenset({"£", "€", "$"})
_ARTICLES: Final = frozenset({"a", "an"})
_QUANTIFIERS: Final = frozenset({"no", "none", "not", "without", "any", "every", "all"})
_OTHERS: Final = frozenset({"several", "many", "gbp", "eur", "usd"})
_AFTER_ARTICLE: Final = frozenset(
    "few couple good hour mile year month week day minute kilo tonne".split()
)
_ABSURD: Final = Decimal(10) ** 24
_PLACES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRead:
    """A number of a text; `why_not` says what it is where it is no claim."""

    quantity: Quantity
    claim: bool
    why_not: str = ""


def find_quantities(text: str) -> list[Quantity]:
    """The quantities that a sentence or paragraph asserts, in order; offsets are of `text`."""
    return [number.quantity for number in read_numbers(text) if number.claim]


def read_numbers(text: str) -> list[NumberRead]:
    """Every number of a text in order, claims and others."""
    if not _may_hold_numbers().search(text):
        return []
    folded = fold(text)
    tokens = tokenize(folded.text)
    amounts = [_judged(tokens, amount) for amount in _amounts(tokens)]
    claims = paired(tokens, [amount for amount in amounts if not amount.why_not])
    others = [amount for amount in amounts if amount.why_not]
    ordered = sorted([*claims, *others], key=lambda amount: amount.first)
    return _numbers(text, folded, tokens, ordered)


@cache
def _starters() -> frozenset[str]:
    kinds = "unit teen ten dozen fraction vague change verb times fold ordinal vulgar"
    return frozenset(number_words(*kinds.split())) | _ARTICLES | _QUANTIFIERS | _OTHERS | _SIGNS


@cache
def _after_article() -> frozenset[str]:
    kinds = "unit teen hundred scale dozen fraction"
    return frozenset(number_words(*kinds.split())) | _AFTER_ARTICLE


@cache
def _may_hold_numbers() -> re.Pattern[str]:
    """The gate: a digit or a number word somewhere, so that most sentences cost one search."""
    common = {"a", "an", "not", "without", "many"}
    words = "|".join(sorted(_starters() - common - _SIGNS, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\d|[½-¾⅐-⅞]|\b(?:{words}|hundred|thousand|million|dozen|figure|single|fold)",
        re.IGNORECASE,
    )


def _amounts(tokens: Sequence[Token]) -> Iterator[Amount]:
    index, starters = 0, _starters()
    while index < len(tokens):
        here = tokens[index]
        found = None
        if here.kind == "digits" or here.low in starters:
            found = _read_at(tokens, index)
        if found is not None:
            yield found
        index = found.after if found else index + 1


def _read_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """The number at a token: shares first ("one in five"), then what is no claim, then amounts."""
    here = tokens[index].low
    if here in _ARTICLES and low(tokens, index + 1) not in _after_article():
        return None
    if here in _QUANTIFIERS:
        return nothing_at(tokens, index) or every_at(tokens, index)
    ratio = ratio_at(tokens, index)
    if ratio is not None:
        return ratio
    return moment_at(tokens, index) or label_at(tokens, index) or amount_at(tokens, index)


def _judged(tokens: Sequence[Token], amount: Amount) -> Amount:
    if amount.why_not:
        return amount
    why = "rate base" if is_rate_base(tokens, amount) else ""
    why = why or ("period" if is_period(tokens, amount) else "")
    if why:
        return replace(no_claim(amount.first, amount.last, why), after=amount.after)
    return qualified(tokens, amount)


def _numbers(
    text: str, folded: Folded, tokens: Sequence[Token], amounts: Sequence[Amount]
) -> list[NumberRead]:
    """The amounts as records; a count that names nothing counts what the last one counted."""
    found: list[NumberRead] = []
    noun = ""
    for amount in amounts:
        named = "" if amount.why_not else noun_of(tokens, amount, folded.text)
        if not amount.why_not and amount.unit in {"", "count"}:
            named = noun = named or noun
        start, end = folded.span(tokens[amount.first].start, tokens[amount.last - 1].end)
        quantity = _quantity(amount, text[start:end], start, named)
        found.append(
            NumberRead(quantity=quantity, claim=not amount.why_not, why_not=amount.why_not)
        )
    return found


def _quantity(amount: Amount, words: str, start: int, noun: str) -> Quantity:
    # A value that no column could hold is a slip or a trap: kept as printed.
    readable = all(v is None or abs(v) < _ABSURD for v in (amount.low, amount.high))
    return Quantity(
        text=words,
        start=start,
        end=start + len(words),
        low=_tidy(amount.low) if readable else None,
        high=_tidy(amount.high) if readable else None,
        unit=amount.unit or "count",
        comparator=amount.comparator,
        noun=noun,
        qualifier=amount.qualifier,
        direction=amount.direction,
        role=amount.role,
        per=amount.per,
        vague=amount.vague,
        ambiguous=amount.ambiguous or not readable,
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """6800000.0 as 6800000, so that equal values look equal; a third to twelve places."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return Decimal(int(value))
    rounded = round(value, _PLACES)
    return value if value == rounded else rounded
