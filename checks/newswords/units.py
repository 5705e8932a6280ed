"""What a number is measured in, read from the words around it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from checks.newswords.words import bare, longest_first, names, names_by_words, singular
from checks.numbers.plurals import is_plural_word
from warehouse.records import Quantity

_WORD: Final = re.compile(r"[\s-]?([A-Za-z][A-Za-z.]*)")
_RATE: Final = re.compile(r"\s?(?:/|(?:an?|per|each|every)(?=\s))", re.IGNORECASE)
_NO_RATE: Final = re.compile(r"\s(?:ago|later|earlier|before)\b", re.IGNORECASE)
_PLACE: Final = re.compile(r"(?<=[0-9.])(?=[A-Za-z%])|(?<=[\s-])(?=[A-Za-z])")
_BY_SIGN: Final = re.compile(r"[£€$]|[A-Z]{3} ?[0-9]")
_LINKS: Final = frozenset({"of", "the", "a", "an", "and", "or", "in", "to"})
_NOUN_REACH: Final = 16
_LONGEST: Final = 4


def unit_of(text: str, quantity: Quantity) -> tuple[str, int]:
    """The name of a quantity's unit, and the offset behind the words that gave it.

    For a count the noun phrase in the singular, "-" where nothing is named.
    """
    if quantity.unit in {"ratio", "multiple"}:
        noun, end = _counted(text, quantity)
        return (f"% {noun}" if quantity.unit == "ratio" else "count"), end
    for at in [*_places(text, quantity), quantity.end]:
        name, end = written_unit(text, at)
        if name and end >= quantity.end:
            return name, end
    known = names("code").get(quantity.unit)
    return (known, quantity.end) if known else _counted(text, quantity)


def written_unit(text: str, at: int) -> tuple[str, int]:
    """The name of the longest unit that is written from an offset on, and its end; "" if none."""
    symbol = _symbols().match(text, at)
    if symbol:
        return names("symbol")[symbol[1]], symbol.end()
    return _named("word", text, at)


def rate_base(text: str, end: int) -> str:
    """What a number is per where that follows its unit: "a month", "/hour", "per barrel"; or ""."""
    joined = _RATE.match(text, end)
    if joined is None:
        return ""
    name, last = _named("per", text, joined.end())
    return "" if _NO_RATE.match(text, last) else name


def next_word(text: str, at: int) -> str:
    """The word that follows an offset, in lower case; "" if something else does."""
    found = _WORD.match(text, at)
    return found[1].lower().rstrip(".") if found else ""


def _places(text: str, quantity: Quantity) -> list[int]:
    """Where within its span a number's unit may begin; none for a count or behind a currency."""
    if quantity.unit == "count" or _BY_SIGN.match(quantity.text):
        return []
    return [found.start() for found in _PLACE.finditer(text, quantity.start, quantity.end)]


@cache
def _symbols() -> re.Pattern[str]:
    return re.compile(rf"[\s-]?({longest_first('symbol')})(?![A-Za-z0-9]|\.[A-Za-z])")


def _named(kind: str, text: str, at: int) -> tuple[str, int]:
    """The longest run of words from an offset on that a kind of the table knows, and its end."""
    known, words, best = names_by_words(kind), "", ("", at)
    found = _WORD.match(text, at)
    for _ in range(_LONGEST):
        if found is None:
            break
        words = f"{words} {bare(found[1])}".strip()
        if words in known:
            best = known[words], found.start(1) + len(found[1].rstrip("."))
        found = _WORD.match(text, found.end())
    return best


def _counted(text: str, quantity: Quantity) -> tuple[str, int]:
    """The noun phrase behind the number in the singular, "-" for none, and its end."""
    noun = quantity.noun
    at = text.find(noun, quantity.end) if noun else -1
    if not quantity.end <= at <= quantity.end + _NOUN_REACH:
        return "-", quantity.end
    head, _, rest = noun.partition(" of ")
    words = _to_plural(head.split())
    words = [*words[:-1], singular(words[-1]), *rest.split()]
    kept = [word for word in words if word.lower() not in _LINKS]
    return " ".join(kept) or "-", at + len(noun)


def _to_plural(words: list[str]) -> list[str]:
    """Without what follows the last plural: "profile slots available"."""
    plurals = [at for at, word in enumerate(words) if is_plural_word(word.lower())]
    return words[: plurals[-1] + 1] if plurals else words
