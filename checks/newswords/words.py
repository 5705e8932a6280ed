"""The names of NewsQuant by kind; the table `newsquant.csv` beside this module.

code      unit of a Quantity         prefix    currency before its number
symbol    unit as abbreviated        word      unit in words, plural endings left out
per       base of a rate             singular  irregular plural and its singular
name      what a number belongs to by name
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from checks.numbers.lexicon import rows

_ENDINGS: Final = ("sses", "xes", "ches", "shes")


@cache
def names(kind: str) -> Mapping[str, str]:
    """Names by what is written, of one kind."""
    found = rows("newswords/newsquant.csv")
    return {row["written"]: row["name"] for row in found if row["kind"] == kind}


@cache
def names_by_words(kind: str) -> Mapping[str, str]:
    """Names by bare words, of one kind."""
    return {
        " ".join(bare(word) for word in re.split("[ -]", written)): name
        for written, name in names(kind).items()
    }


def bare(word: str) -> str:
    """A word in lower case without a stop or a plain plural ending, as the table is looked up."""
    return word.lower().rstrip(".").removesuffix("s")


def longest_first(kind: str) -> str:
    """A pattern for what is written, of one kind."""
    written = sorted(names(kind), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in written)


def singular(noun: str) -> str:
    """The singular of a plural noun; any other word as it is."""
    word = noun.lower()
    if word in names("singular"):
        return names("singular")[word]
    if word.endswith("ies"):
        return noun[:-3] + "y"
    if word.endswith(_ENDINGS):
        return noun[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return noun[:-1] if plural else noun
