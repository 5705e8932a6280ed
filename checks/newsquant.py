"""Quantities as the benchmark NewsQuant writes them: its names of units, its slot of change.

The grammar of `quantities` knows British police prose. World news pays in ringgit, measures
horsepower and counts ages and stretches of time; the words for those stand in `newswords`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from checks.newswords.currencies import Respelled, respell
from checks.newswords.units import next_word, rate_base, unit_of, written_unit
from checks.newswords.words import longest_first
from checks.numbers.cardinals import cardinal_at
from checks.numbers.folding import fold
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.tokens import tokenize
from checks.quantities import NumberRead, read_numbers
from warehouse.records import Quantity

_CHANGES: Final = {">=": ">", "<=": "<", "range": "="}
# Words for few or none that the benchmark does not annotate.
_FEW: Final = frozenset(
    {"several", "a few", "a good few", "a couple", "a handful", "no one", "no-one", "nobody"}
)
_NOTHING: Final = frozenset({"no", "none", "not", "without", "every", "all", "any", "neither"})
_MINUS: Final = re.compile(r"(?:\bminus\s?|(?:^|(?<=[\s(]))[-−–])[£€$]?$", re.IGNORECASE)
_DIGITS: Final = re.compile(r"[0-9][0-9.,]*")
_BEFORE_FROM: Final = re.compile(r"([A-Za-z]+) from (?:[a-z]+ ){0,2}$")
_MOVED: Final = frozenset({"up", "down", "go", "goes", "going", "went", "gone", "move", "moved"})
_AGE: Final = "year of age"
_RELATIVE: Final = frozenset({"-", "count", "percentage"})
_ORDER: Final = 10
_MINUS_REACH: Final = 12
_NAME_REACH: Final = 12
_FROM_REACH: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsNumber:
    """A quantity of a text, `low` and `high` as the text writes them.

    `unit` is a British singular ("pound sterling", "mile per hour"), the counted noun phrase in
    the singular, or "-"; `change` one of = ~ > < up down.
    """

    text: str
    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    change: str


def read_news_numbers(text: str) -> list[NewsNumber]:
    """Every quantity of a text in order; ages and periods are among them, dates and names not."""
    plain = respell(text)
    found = [_quantity(plain.text, number) for number in read_numbers(plain.text)]
    kept = [one for one in found if one and not _is_passed_over(plain.text, one)]
    return _completed([_named(text, plain, one) for one in _spreads(plain.text, kept)])


def _quantity(text: str, number: NumberRead) -> Quantity | None:
    """A claim, an age, a period or "5kW" as a quantity; None for what names, dates or orders."""
    if number.claim:
        return number.quantity
    if number.why_not in {"age", "period"}:
        return _stretch(number)
    return _measured(text, number) if number.why_not in {"name", "time", "size"} else None


def _stretch(number: NumberRead) -> Quantity | None:
    """ "17", "three or four", "15 year-old" with their values; "in his 30s" has none."""
    words = number.quantity.text
    values = _values(words)
    if not values or (words[:1].isdigit() and words.endswith("s")):
        return None
    unit = _AGE if number.why_not == "age" else "count"
    return replace(number.quantity, low=values[0], high=values[-1], unit=unit)


def _values(words: str) -> list[Decimal]:
    """What the cardinals of a few words are worth, in order."""
    tokens, found, index = tokenize(fold(words).text), [], 0
    while index < len(tokens):
        amount = cardinal_at(tokens, index)
        if amount is not None and amount.low is not None:
            found.append(amount.low)
        index = amount.last if amount else index + 1
    return found


def _measured(text: str, number: NumberRead) -> Quantity | None:
    """ "510bhp", "at 7.15 shekels": no name and no time where a unit follows that is known here."""
    quantity = number.quantity
    digits = _DIGITS.match(quantity.text)
    if digits is None or (number.why_not == "time" and "." not in digits[0]):
        return None
    end = quantity.start + digits.end()
    values = _values(digits[0])
    if not values or not written_unit(text, end)[0]:
        return None
    return replace(quantity, text=digits[0], end=end, low=values[0], high=values[0])


def _is_passed_over(text: str, quantity: Quantity) -> bool:
    """What the benchmark does not annotate: "no arrests", "doubled", "twice", "the FTSE 100"."""
    words = quantity.text.lower()
    unsaid = words in _FEW or words.split()[0] in _NOTHING
    verbal = unsaid or words in number_words("change", "verb", "times")
    before = text[max(quantity.start - _NAME_REACH, 0) : quantity.start]
    return verbal or quantity.low is None or bool(_named_by().search(before))


@cache
def _named_by() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{longest_first('name')})[\s-]{{1,2}}$", re.IGNORECASE)


def _spreads(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with "priced from £5 to £9" as one: nothing moved, so it is a range."""
    found: list[Quantity] = []
    for quantity in quantities:
        if found and _is_spread(text, found[-1], quantity):
            found[-1] = replace(
                quantity, text=text[found[-1].start : quantity.end], start=found[-1].start,
                low=found[-1].low, comparator="range",
            )  # fmt: skip
        else:
            found.append(quantity)
    return found


def _is_spread(text: str, first: Quantity, second: Quantity) -> bool:
    if (first.role, second.role) != ("from", "to") or first.unit != second.unit:
        return False
    if first.low is None or second.low is None or first.low >= second.low:
        return False
    before = _BEFORE_FROM.search(text[max(first.start - _FROM_REACH, 0) : first.start])
    moves = _MOVED | word_set("change_up") | word_set("change_down")
    still = before is None or before[1].lower() not in moves
    return still and text[first.end : second.start].strip() == "to"


def _named(text: str, plain: Respelled, quantity: Quantity) -> NewsNumber:
    """The quantity under its name, with the words of the text itself, its currency among them."""
    unit, end = _unit(plain, quantity)
    low, high = _ends(plain.text, quantity, unit)
    base = rate_base(plain.text, end)
    start = plain.starts.get(quantity.start, quantity.start)
    return NewsNumber(
        text=text[start : quantity.end],
        start=start,
        end=quantity.end,
        low=low,
        high=high,
        unit=f"{unit} per {base}" if base else unit,
        change=_change(plain.text, quantity),
    )


def _completed(numbers: Sequence[NewsNumber]) -> list[NewsNumber]:
    """A bare decimal is in the one unit of all numbers before it: "from 2.5 points to 4.1"."""
    found: list[NewsNumber] = []
    for number in numbers:
        before = {earlier.unit for earlier in found}
        bare = number.unit == "-" and "." in number.text
        if bare and len(before) == 1 and not before & _RELATIVE:
            number = replace(number, unit=before.pop())  # noqa: PLW2901 - as completed
        found.append(number)
    return found


def _unit(plain: Respelled, quantity: Quantity) -> tuple[str, int]:
    named = plain.currencies.get(quantity.start) or (_AGE if quantity.unit == _AGE else "")
    return (named, quantity.end) if named else unit_of(plain.text, quantity)


def _ends(text: str, quantity: Quantity, unit: str) -> tuple[Decimal, Decimal]:
    """Both ends as the benchmark has them: pence as pence, a vague number to ten times its size."""
    low, high = quantity.low or Decimal(0), quantity.high or Decimal(0)
    if unit == "penny" and quantity.unit == "GBP":
        low, high = low * 100, high * 100
    if quantity.vague:
        high = min(high, low * _ORDER)
    before = text[max(quantity.start - _MINUS_REACH, 0) : quantity.start]
    return (-high, -low) if _MINUS.search(before) else (low, high)


def _change(text: str, quantity: Quantity) -> str:
    """One slot for bound and direction; a noun of change ("a 4 per cent fall") fills neither."""
    moved = word_set("more_up") | word_set("more_down")
    if quantity.direction and next_word(text, quantity.end) not in moved:
        return quantity.direction
    if quantity.vague and quantity.comparator == "~":
        return "="
    return _CHANGES.get(quantity.comparator, quantity.comparator)
