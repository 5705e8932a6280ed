"""What a statement is about: the matters of `topics.csv`.

A topic belongs to a matter, the coarse sorting by which a pair is unrelated, and may have a
broader topic. The matter "any" marks aspects (staffing, training, an inspection as such) that
every matter has: they join two statements only where nothing else keeps them apart.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from checks.phrases import Phrase, Phrases
from checks.tables import read_table, words_of

ANY_MATTER: Final = "any"


@dataclass(frozen=True, slots=True)
class Topic:
    """A row of `topics.csv`."""

    name: str
    matter: str
    broader: str
    is_crime: bool


@cache
def topics() -> dict[str, Topic]:
    """Every topic by name."""
    return {
        row["topic"]: Topic(row["topic"], row["matter"], row["broader"], row["crime"] == "yes")
        for row in read_table("topics.csv")
    }


def topic_of(text: str, measure: str = "", area: str = "") -> str:
    """The topic of a graded area, else of a measure, else of the words; "" when nothing fits."""
    return topic_of_area(area) or topic_of_measure(measure) or _topic_of_words(text)


def topic_of_area(area: str) -> str:
    """The topic of a grade area of `areas.csv`, "" if it has none."""
    return _index("areas").get(area, "")


def topic_of_measure(measure: str) -> str:
    """The topic of a measure that belongs to one; "" for arrests and others that belong to any."""
    return _index("measures").get(measure, "")


@lru_cache(maxsize=16_384)
def topics_in(text: str) -> frozenset[str]:
    """Every topic that the words name, less those that a narrower one among them stands for."""
    named = {phrase.label for phrase in _phrases().find(text)}
    covered = {broader for name in named for broader in ancestors(name)}
    return frozenset(named - covered)


def matter_of(topic: str) -> str:
    """The coarse matter of a topic; "" for no topic, and for an aspect that any matter has."""
    found = topics().get(topic)
    return found.matter if found and found.matter != ANY_MATTER else ""


def is_aspect(topic: str) -> bool:
    """Whether the topic is one that every matter has: staffing, training, an inspection."""
    return topic in topics() and topics()[topic].matter == ANY_MATTER


def crimes_in(named: frozenset[str]) -> frozenset[str]:
    """Those of the topics that are a kind of crime: figures about two of them never compare."""
    return frozenset(name for name in named if name in topics() and topics()[name].is_crime)


def is_broad(topic: str) -> bool:
    """Whether other topics are narrower: a figure is seldom about the whole of such a topic."""
    return topic in {entry.broader for entry in topics().values()}


def ancestors(topic: str) -> tuple[str, ...]:
    """The broader topics above one, nearest first."""
    found = topics().get(topic)
    if found is None or not found.broader:
        return ()
    return (found.broader, *ancestors(found.broader))


def related_topics(one: str, other: str) -> bool:
    """Whether two topics are the same matter, or one is broader than the other."""
    if not one or not other:
        return False
    if one == other or one in ancestors(other) or other in ancestors(one):
        return True
    return matter_of(one) == matter_of(other) != ""


def is_vocabulary(word: str) -> bool:
    """Whether a single word in lower case is one of those that name topics: no name of a place."""
    return word in _single_words()


@cache
def _single_words() -> frozenset[str]:
    cells = (row["words"] for row in read_table("topics.csv"))
    return frozenset(word for cell in cells for words in words_of(cell) for word in words.split())


def _topic_of_words(text: str) -> str:
    """The most specific topic named: not an aspect, not broader than another, longest words."""
    found = _phrases().find(text)
    named = {phrase.label for phrase in found}
    covered = {broader for name in named for broader in ancestors(name)}
    candidates = sorted(named - covered)
    if not candidates:
        return ""
    counts = Counter(phrase.label for phrase in found)
    longest = {name: _longest(found, name) for name in candidates}
    return min(candidates, key=lambda name: (is_aspect(name), -longest[name], -counts[name], name))


def _longest(found: list[Phrase], name: str) -> int:
    return max(len(phrase.words) for phrase in found if phrase.label == name)


@cache
def _phrases() -> Phrases:
    return Phrases(
        (words, row["topic"])
        for row in read_table("topics.csv")
        for words in words_of(row["words"])
    )


@cache
def _index(column: str) -> dict[str, str]:
    return {
        name: row["topic"] for row in read_table("topics.csv") for name in words_of(row[column])
    }
