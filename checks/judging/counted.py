"""What a figure counts and what was done with it, sorted by `counted.csv`.

Classes of one facet exclude each other: a victim is no offence, money frozen is not money seized.
`_COMPATIBLE` has the few that may be one thing under two names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from checks.judging.deadlines import thresholds_differ
from checks.judging.stems import names_in
from checks.measuring.wordings import Wordings, words_in
from checks.tables import read_table, words_of
from warehouse.records import Claim

THING: Final = "thing"
MONEY: Final = frozenset({"GBP", "EUR", "USD"})
SHARES: Final = frozenset({"percent", "ratio", "pp", "multiple"})
_OF_MONEY: Final = frozenset({"money", "stock"})
_OF_BOTH: Final = frozenset({"grant"})
_OF_COUNTS: Final = frozenset({"headcount", "queue", "movement"})
_COMPATIBLE: Final = tuple(
    frozenset(classes.split())
    for classes in (
        "person suspect arrest charge conviction sentence",
        "person victim",
        "person child",
        "person detainee",
        "person caller",
        "person officer",
        "person staff",
        "person death",
        "person ticket",
        "person application",
        "child victim",
        "suspect detainee",
        "offence report",
        "incident report",
        "offence case",
        "weapon blade",
        "weapon gun",
        "household offence",
        "hearing case",
        "complaint case",
        "complaint report incident",
    )
)
_PHRASE_ENDS: Final = re.compile(
    r"[.,;:()–—]| (?:of|in|to|for|about|against|over|into|without|because|with|within|inside|by|at"
    r"|from|on|and|or|who|whom|that|which|were|was|are|is|had|have|has|been|during|last|this|each"
    r"|every|per|than|through|after|before|worth|did|do|we|it|[a-z]+ed)\b"
)
_REACH: Final = 60
_RATE: Final = re.compile(
    r"\b(?:for every|per|in every|out of every|to every) (?:1,000|1000|10,000|100,000|thousand|head"
    r"|million|officer|resident|day|week|month|shift)\b|\brate per\b|\bcrime rate\b"
)
_STATISTIC: Final = {"average": "mean", "mean": "mean", "median": "median", "typical": "median"}


def counts_differ(claim: Claim, finding: Claim) -> bool:
    """Whether the words say that two figures count different things."""
    if thresholds_differ(claim, finding) or statistics_differ(claim, finding):
        return True
    if claim.quantity and finding.quantity and is_rate(claim) != is_rate(finding):
        return True
    one, other = facets_of(claim), facets_of(finding)
    return any(not compatible(one[facet], other[facet]) for facet in one.keys() & other.keys())


def statistics_differ(claim: Claim, finding: Claim) -> bool:
    """Whether one side is a mean and the other a median."""
    one, other = (
        {_STATISTIC[word] for word in names_in(side.context, frozenset(_STATISTIC))}
        for side in (claim, finding)
    )
    return bool(one and other) and not one & other


def same_thing(claim: Claim, finding: Claim) -> bool:
    """Whether the nouns of two figures are of classes that may be one."""
    one, other = thing_of(claim), thing_of(finding)
    return bool(one and other) and compatible(frozenset({one}), frozenset({other}))


def compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether classes of one facet may be of one thing."""
    if one & other:
        return True
    return any({a, b} <= group for a in one for b in other for group in _COMPATIBLE)


@lru_cache(maxsize=16_384)
def facets_of(claim: Claim) -> Mapping[str, frozenset[str]]:
    """The classes that a figure's words name, by facet; a facet without any is missing."""
    found: dict[str, set[str]] = {}
    for place in _wordings().find([word.text for word in words_in(claim.span.exact)]):
        for facet, name in _classes()[place.wording]:
            if _may_speak(facet, claim):
                found.setdefault(facet, set()).add(name)
    thing = thing_of(claim)
    if thing:
        found[THING] = {thing}
    return {facet: frozenset(names) for facet, names in found.items()}


def thing_of(claim: Claim) -> str:
    """The class of what is counted, by the last word of its noun that has one; "" if unknown."""
    if claim.quantity is None or claim.quantity.unit in MONEY:
        return ""
    return _last_thing(_words_after(claim)) or _last_thing(claim.quantity.noun.split(" of ")[0])


def _words_after(claim: Claim) -> str:
    """The noun phrase right after the number; "" where the sentence is not at hand."""
    quantity = claim.quantity
    if quantity is None or claim.context[quantity.start : quantity.end] != quantity.text:
        return ""
    return _PHRASE_ENDS.split(claim.context[quantity.end : quantity.end + _REACH], maxsplit=1)[0]


def _last_thing(noun: str) -> str:
    found = [
        (place.last, -place.first, name)
        for place in _wordings().find([_singular(word.text) for word in words_in(noun)])
        for facet, name in _classes()[place.wording]
        if facet == THING
    ]
    return max(found)[2] if found else ""


def is_rate(claim: Claim) -> bool:
    """Whether a count is per so many people or per day."""
    quantity = claim.quantity
    if quantity is None or quantity.unit in SHARES:
        return False
    return (
        quantity.per not in {None, "year"} or _RATE.search(claim.span.exact.casefold()) is not None
    )


def _may_speak(facet: str, claim: Claim) -> bool:
    """Whether the facet sorts figures of this unit: "seized" tells nothing of a count of guns."""
    if facet == THING:
        return False
    unit = claim.quantity.unit if claim.quantity else ""
    if facet in _OF_BOTH:
        return True
    if facet in _OF_MONEY:
        return unit in MONEY
    if facet in _OF_COUNTS:
        return unit in {"count", ""}
    return unit not in MONEY


def _singular(word: str) -> str:
    known = _classes()
    if word in known:
        return word
    endings = (ending for ending in ("s", "es") if word.removesuffix(ending) in known)
    ending = next(endings, "")
    return word.removesuffix(ending) if ending else word


@cache
def _classes() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("judging/counted.csv"):
        for words in words_of(row["words"]):
            found.setdefault(words, []).append((row["facet"], row["class"]))
    return {words: tuple(classes) for words, classes in found.items()}


@cache
def _wordings() -> Wordings:
    return Wordings(_classes())
