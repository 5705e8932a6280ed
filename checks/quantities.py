"""Quantities of a British text: every number, what it says of what, and whether it says anything.

A grammar of our own over tokens; the vocabulary stands in the tables beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Final

from checks.numbers.amounts import amount_at
from checks.numbers.comparators import qualified
from checks.numbers.durations import is_period, is_rate_base
from checks.numbers.expressions import Amount, no_claim
from checks.numbers.folding import VULGAR, Folded, fold
from checks.numbers.labels import label_at
from checks.numbers.lexicon import number_words
from checks.numbers.moments import moment_at
from checks.numbers.nothing import every_at, nothing_at
from checks.numbers.nouns import noun_of
from checks.numbers.pairs import paired
from checks.numbers.parts import ratio_at
from checks.numbers.rates import with_rates_carried
from checks.numbers.sizes import is_description
from checks.numbers.tokens import Tokens, tokenize
from warehouse.records import Quantity

_SIGNS: Final = frozenset({"£", "€", "$"})
_ARTICLES: Final = frozenset({"a", "an"})
_QUANTIFIERS: Final = frozenset(
    {"no", "none", "nobody", "neither", "not", "without", "any", "every", "all"}
)
_OTHERS: Final = frozenset({"several", "many", "gbp", "eur", "usd"})
_AFTER_ARTICLE: Final = frozenset(
    "few couple handful cool good hour mile year month week day minute kilo tonne".split()
)
_ABSURD: Final = Decimal(10) ** 24
_PLACES: Final = 12
_ROUNDED_BELOW: Final = Decimal(10) ** 15
_FIRST: Final = attrgetter("first")
_DIGIT: Final = re.compile(f"[0-9{VULGAR}]")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRead:
    """A number of a text; `why_not` says what it is where it is no claim."""

    quantity: Quantity
    claim: bool
    why_not: str = ""


def find_quantities(text: str) -> list[Quantity]:
    """The quantities that a sentence or paragraph asserts, in order; offsets are of `text`."""
    folded = fold(text)
    if not _may_hold_number(folded.text):
        return []
    tokens = tokenize(folded.text)
    claims, _ = _claims_and_others(tokens)
    return [quantity for quantity, _ in _recorded(text, folded, tokens, claims)]


def read_numbers(text: str) -> list[NumberRead]:
    """Every number of a text in order, claims and others."""
    folded = fold(text)
    if not _may_hold_number(folded.text):
        return []
    tokens = tokenize(folded.text)
    claims, others = _claims_and_others(tokens)
    recorded = _recorded(text, folded, tokens, sorted(claims + others, key=_FIRST))
    return [
        NumberRead(quantity=quantity, claim=not why_not, why_not=why_not)
        for quantity, why_not in recorded
    ]


def _claims_and_others(tokens: Tokens) -> tuple[list[Amount], list[Amount]]:
    amounts = [_judged(tokens, amount) for amount in _amounts(tokens)]
    claims = paired(tokens, [amount for amount in amounts if not amount.why_not])
    if any(claim.per for claim in claims):
        claims = with_rates_carried(tokens, claims)
    return claims, [amount for amount in amounts if amount.why_not]


@cache
def _starters() -> frozenset[str]:
    kinds = "unit teen ten dozen fraction vague change verb times fold ordinal vulgar"
    return frozenset(number_words(*kinds.split())) | _ARTICLES | _QUANTIFIERS | _OTHERS | _SIGNS


@cache
def _after_article() -> frozenset[str]:
    kinds = "unit teen hundred scale dozen fraction"
    return frozenset(number_words(*kinds.split())) | _AFTER_ARTICLE


@cache
def _telling() -> frozenset[str]:
    """Words without one of which, and without a digit, a text holds no number."""
    common = {"a", "an", "not", "without", "many"}
    return (
        (_starters() - common)
        | frozenset(number_words("hundred", "scale"))
        | {"single", "few", "couple", "handful"}
    )


def _may_hold_number(text: str) -> bool:
    """The gate: most sentences hold no number, and learn it here at the cost of two searches."""
    digit = _DIGIT.search(text) is not None
    return digit or not _telling().isdisjoint(_WORD.findall(text.lower()))


def _amounts(tokens: Tokens) -> Iterator[Amount]:
    starters, after = _starters(), 0
    for index in range(len(tokens)):
        word = tokens.words[index]
        if index < after or (word not in starters and index not in tokens.digits):
            continue
        found = _read_at(tokens, index)
        if found is not None:
            yield found
            after = found.after


def _read_at(tokens: Tokens, index: int) -> Amount | None:
    """The number at a token: shares first ("one in five"), then what is no claim, then amounts."""
    here = tokens.words[index]
    if here in _ARTICLES and tokens.words[index + 1] not in _after_article():
        return None
    if here in _QUANTIFIERS:
        return nothing_at(tokens, index) or every_at(tokens, index)
    if here in _SIGNS:
        return amount_at(tokens, index)
    return (
        ratio_at(tokens, index)
        or moment_at(tokens, index)
        or label_at(tokens, index)
        or amount_at(tokens, index)
    )


def _judged(tokens: Tokens, amount: Amount) -> Amount:
    if amount.why_not:
        return amount
    why = "rate base" if is_rate_base(tokens, amount) else ""
    why = why or ("period" if is_period(tokens, amount) else "")
    if amount.unit_kind == "size" and is_description(tokens, amount):
        why = "size"
    if why:
        return no_claim(amount.first, amount.last, why)._replace(after=amount.after)
    return qualified(tokens, amount)


def _recorded(
    text: str, folded: Folded, tokens: Tokens, amounts: Sequence[Amount]
) -> Iterator[tuple[Quantity, str]]:
    """The amounts as records, each with why it is no claim.

    A count that names nothing counts what the last one counted.
    """
    noun = ""
    for amount in amounts:
        named = "" if amount.why_not else noun_of(tokens, amount, folded.text, noun)
        if not amount.why_not and amount.unit in {"", "count"}:
            named = noun = named or noun
        start, end = folded.span(tokens[amount.first].start, tokens[amount.last - 1].end)
        yield _quantity(amount, text[start:end], start, named), amount.why_not


def _quantity(amount: Amount, words: str, start: int, noun: str) -> Quantity:
    low_end, high_end = _ends(amount)
    return Quantity(
        text=words,
        start=start,
        end=start + len(words),
        low=low_end,
        high=high_end,
        unit=amount.unit or "count",
        comparator=amount.comparator,
        noun=noun,
        qualifier=amount.qualifier,
        direction=amount.direction,
        role=amount.role,
        per=amount.per,
        vague=amount.vague,
        ambiguous=amount.ambiguous or (low_end is None and amount.low is not None),
    )


def _ends(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Both ends, or neither: a value that no column could hold is a slip or a trap."""
    start, end = amount.low, amount.high
    if start is None or end is None or max(abs(start), abs(end)) >= _ABSURD:
        return None, None
    tidy = _tidy(start)
    return tidy, tidy if end is start else _tidy(end)


def _tidy(value: Decimal) -> Decimal:
    """6800000.0 as 6800000, so that equal values look equal; a third to twelve places."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    if abs(value) >= _ROUNDED_BELOW:  # places would be lost that a Decimal does not have
        return value
    rounded = round(value, _PLACES)
    return value if value == rounded else rounded
