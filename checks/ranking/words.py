"""The words that statements are searched by: one form for each word, one for each number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from checks.judging.stems import IDLE, stem
from checks.numbers.lexicon import number_words as values_of
from checks.phrases import fold
from checks.quantities import find_quantities
from warehouse.records import Quantity

PIECE: Final = 4
"""Letters of a piece of a word; a shorter word is one piece."""
_ADDRESS: Final = re.compile(r"\b(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_JOINED: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_NUMBER: Final = "="
"""Begins a number's word: no word of a text begins so."""
_POINT: Final = " point "
_NOUGHT: Final = ("nought", "oh", "zero")
_PER_CENT: Final = Decimal(100)


def plain(text: str) -> str:
    """The text without web addresses, with #WordsLikeThis parted and spoken decimals in digits."""
    shown = _JOINED.sub(" ", _ADDRESS.sub(" ", text))
    return _spoken().sub(_digits, shown) if _POINT in shown else shown


@cache
def _spoken() -> re.Pattern[str]:
    """Decimals as they are said: "six point four", "twenty-one point oh five"."""
    single = "|".join(sorted({*values_of("unit"), *_NOUGHT}))
    small = "|".join(sorted(values_of("unit", "teen")))
    tens = "|".join(sorted(values_of("ten")))
    whole = rf"(?P<tens>{tens})(?:[- ](?P<one>{single}))?|(?P<small>{small}|nought)"
    return re.compile(
        rf"\b(?:{whole}) point (?P<places>(?:{single})(?: (?:{single})){{0,3}})\b", re.IGNORECASE
    )


def _digits(match: re.Match[str]) -> str:
    values = {**values_of("unit", "teen", "ten"), **dict.fromkeys(_NOUGHT, Decimal(0))}
    parts = (match[name] for name in ("tens", "one", "small") if match[name])
    whole = sum(int(values[part.lower()]) for part in parts)
    places = "".join(str(int(values[word])) for word in match["places"].lower().split())
    return f"{whole}.{places}"


@lru_cache(maxsize=16_384)
def search_words(text: str) -> tuple[str, ...]:
    """The words that carry meaning, in order, without their case; endings are kept.

    Numbers are words of their own: £6.4m, 6,400,000 and "six point four million" are one.
    """
    shown, reached = plain(text), 0
    found: list[str] = []
    for quantity in find_quantities(shown):
        numbers = number_words(quantity)
        if numbers and quantity.start >= reached:
            found += bare_words(shown[reached : quantity.start])
            found += numbers
            reached = quantity.end
    return (*found, *bare_words(shown[reached:]))


def bare_words(text: str) -> list[str]:
    """The words that carry meaning, numbers as they are printed."""
    folded = _THOUSANDS.sub("", fold(text))
    bare = (word.partition("'")[0] for word in _WORD.findall(folded))
    return [word for word in bare if len(word) > 1 and word not in IDLE]


def number_words(quantity: Quantity) -> tuple[str, ...]:
    """One word for each end of the quantity; none for one that cannot be read."""
    ends = dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None)
    share = quantity.unit == "ratio"
    return tuple(_number_word(end * _PER_CENT if share else end) for end in ends)


def stems(words: Sequence[str]) -> list[str]:
    """The words without their endings."""
    return [word if word.startswith(_NUMBER) else _stem(word) for word in words]


_stem = lru_cache(maxsize=65_536)(stem)


def pieces(words: Sequence[str]) -> list[str]:
    """The runs of letters that the words are made of: "forfeited" and "forfeiture" share most."""
    return [piece for word in words for piece in _pieces(word)]


def _pieces(word: str) -> Iterator[str]:
    if word.startswith(_NUMBER):
        yield word
        return
    framed = f"_{word}_"
    for start in range(max(1, len(framed) - PIECE + 1)):
        yield framed[start : start + PIECE]


def _number_word(value: Decimal) -> str:
    """The value written out; a share to the places that a text would print."""
    rounded = round(value, 2)
    whole = rounded == rounded.to_integral_value()
    return f"{_NUMBER}{int(rounded)}" if whole else f"{_NUMBER}{rounded.normalize():f}"
