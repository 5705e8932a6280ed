"""The vocabulary tables beside the code, each read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from checks.numbers.tokens import Phrase

_PRECISE = Context(prec=28)


def rows(table: str) -> list[dict[str, str]]:
    """Rows of a table of this room by its file name, cells as text."""
    text = files("checks").joinpath(table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def exact(cell: str) -> Decimal:
    """`12`, `0.01` or `2/3` as a Decimal; thirds and the like to 28 digits."""
    part = Fraction(cell)
    return _PRECISE.divide(Decimal(part.numerator), Decimal(part.denominator))


@cache
def number_words(*kinds: str) -> Mapping[str, Decimal]:
    """Words of `numbers.csv` of the named kinds with their values."""
    return {
        row["word"]: exact(row["value"])
        for row in rows("numbers/numbers.csv")
        if row["kind"] in kinds
    }


class UnitWords(NamedTuple):
    """A row of `units.csv`. `factor` turns the number into `unit`; `glued` words need no space."""

    words: Phrase
    unit: str
    factor: Decimal
    kind: str
    glued: bool


@cache
def units() -> Mapping[str, tuple[UnitWords, ...]]:
    """Units by the first of their words, longest first."""
    found = [
        UnitWords(
            tuple(row["words"].split()),
            row["unit"],
            exact(row["factor"]),
            row["kind"],
            row["glued"] == "yes",
        )
        for row in rows("numbers/units.csv")
    ]
    found.sort(key=lambda entry: -len(entry.words))
    firsts = sorted({entry.words[0] for entry in found})
    return {first: tuple(e for e in found if e.words[0] == first) for first in firsts}


@cache
def comparators(position: str) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    """Phrases of a position of `comparators.csv`, longest first.

    Keyed by the word that touches the number: the last one before it, the first one after it.
    """
    edge = 0 if position == "after" else -1
    found = [
        (tuple(row["words"].split()), row["comparator"])
        for row in rows("numbers/comparators.csv")
        if row["position"] == position
    ]
    found.sort(key=lambda entry: -len(entry[0]))
    keys = sorted({entry[0][edge] for entry in found})
    return {key: tuple(entry for entry in found if entry[0][edge] == key) for key in keys}


@cache
def word_set(*names: str) -> frozenset[str]:
    """The words of one or more sets of `word_sets.csv`."""
    return frozenset(
        word
        for row in rows("numbers/word_sets.csv")
        if row["set"] in names
        for word in row["words"].split()
    )
