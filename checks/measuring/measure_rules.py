"""The rows of `measure_wordings.csv`: each a way of saying a measure, groups spelled out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from checks.measuring.wordings import Wordings
from checks.tables import read_table, words_of

KINDS: Final = {
    "GBP": "money",
    "EUR": "money",
    "USD": "money",
    "count": "count",
    "percent": "share",
    "ratio": "share",
    "pp": "points",
    "multiple": "multiple",
    "kg": "weight",
    "tonne": "weight",
    "second": "time",
    "minute": "time",
    "hour": "time",
    "day": "time",
    "week": "time",
    "month": "time",
    "year": "time",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the wordings table, its groups spelled out."""

    measure: str
    kinds: frozenset[str]
    change: str
    per: str
    counts: frozenset[str]
    next_to: frozenset[str]
    verbs: frozenset[str]
    context: frozenset[str]
    without: frozenset[str]
    names: frozenset[str]
    """`counts` and `next_to` together."""


@cache
def rules_by_kind() -> dict[str, tuple[Rule, ...]]:
    """Rules that may fit a kind of unit, in order of the table."""
    rules = [_rule(row) for row in read_table("measuring/measure_wordings.csv")]
    return {kind: tuple(r for r in rules if kind in r.kinds) for kind in set(KINDS.values())}


def rules_about(kind: str, words: Iterable[str]) -> list[tuple[int, Rule]]:
    """Rules of the kind that name one of the wordings, each with its place, in order of the table.

    A rule that counts nothing is found by its verbs.
    """
    index, rules = _places_by_wording(kind), rules_by_kind()[kind]
    places = {place for word in words for place in index.get(word, ())}
    return [(place, rules[place]) for place in sorted(places)]


@cache
def _places_by_wording(kind: str) -> Mapping[str, tuple[int, ...]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, rule in enumerate(rules_by_kind()[kind]):
        for wording in rule.names or rule.verbs:
            places[wording].append(place)
    return {wording: tuple(found) for wording, found in places.items()}


def _rule(row: dict[str, str]) -> Rule:
    counts = _spelled_out(row["counts"])
    names = [words.removeprefix(">") for words in counts]
    return Rule(
        measure=row["measure"],
        kinds=frozenset(row["kinds"].split()),
        change=row["change"],
        per=row["per"],
        counts=frozenset(words for words in counts if not words.startswith(">")),
        next_to=frozenset(words[1:] for words in counts if words.startswith(">")),
        verbs=frozenset(_spelled_out(row["with"])),
        context=frozenset(_spelled_out(row["context"])),
        without=frozenset(_spelled_out(row["without"])),
        names=frozenset(names),
    )


def _spelled_out(cell: str) -> list[str]:
    return [wording for entry in words_of(cell) for wording in _group(entry)]


def _group(entry: str) -> list[str]:
    mark, at, name = entry.partition("@")
    if not at:
        return [entry]
    return [mark + wording for wording in words_of(_groups()[name])]


@cache
def _groups() -> dict[str, str]:
    return {row["group"]: row["words"] for row in read_table("measuring/word_groups.csv")}


@cache
def vocabulary() -> Wordings:
    rules = {rule for group in rules_by_kind().values() for rule in group}
    return Wordings(
        wording
        for rule in rules
        for part in (rule.counts, rule.next_to, rule.verbs, rule.context, rule.without)
        for wording in part
    )
