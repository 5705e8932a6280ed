"""Whom or what a figure is narrowed to: a place, an operation, a team, a crime, a group."""

from __future__ import annotations

import re
from typing import Final

from checks.comparability import topics_of, topics_of_words
from checks.phrases import fold
from checks.stems import IDLE, names_in
from checks.topics import crimes_in, matter_of, topic_of_measure, topics_in
from warehouse.records import Claim

# Words that narrow who or what is counted.
_NARROWING: Final = frozenset(
    "women girls woman female men boys male child children juvenile juveniles teenagers adults "
    "ethnic black asian white rural urban repeat fatal armed violent student home homes "
    "residential business businesses commercial dwelling overnight weekend night serious "
    "national regional neighbouring crypto volunteer special".split()
)
_OPERATION: Final = re.compile(r"\b[Oo]peration ([A-Z][a-z]+)")
_PLACE: Final = re.compile(r"\b(?:in|at|across|around|near) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_NO_PLACE: Final = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday operation summer christmas".split()
)
_TEAM: Final = re.compile(r"\b(?:team|teams|unit|units|squad|squads|force)\b")


def population_gap(claim: Claim, finding: Claim) -> str:
    """What one side is narrowed to and the other is not, in words; "" when nothing is.

    Places, operations, teams, kinds of crime and groups of people. A team whose own work is what
    the other side is about stands for the force.
    """
    if (claim.document, claim.claimant_id) == (finding.document, finding.claimant_id):
        # A headline drops what its own text spells out.
        return ""
    crimes = _crimes_differ(claim, finding)
    narrowed = (
        _operations(claim.context) ^ _operations(finding.context)
        | _teams(claim, finding) ^ _teams(finding, claim)
        | names_in(claim.span.exact, _NARROWING) ^ names_in(finding.span.exact, _NARROWING)
        | crimes
        | _places(claim) ^ _places(finding)
    )
    return ", ".join(sorted(word.replace("_", " ") for word in narrowed))


def _places(claim: Claim) -> frozenset[str]:
    """Places that the words name; months and the force's own name are none."""
    own = _NO_PLACE | set(fold(claim.subject).split())
    named = (name.casefold() for name in _PLACE.findall(claim.span.exact))
    return frozenset(name for name in named if name.split()[0] not in own)


def _crimes_differ(claim: Claim, finding: Claim) -> frozenset[str]:
    exact, other_exact = crimes_in(topics_of_words(claim)), crimes_in(topics_of_words(finding))
    if topic_of_measure(claim.measure):
        return exact ^ other_exact
    if exact and exact == other_exact:
        return frozenset()
    return crimes_in(topics_in(claim.context)) ^ crimes_in(topics_in(finding.context))


def _operations(text: str) -> frozenset[str]:
    return frozenset(f"operation {name.lower()}" for name in _OPERATION.findall(text))


def _teams(side: Claim, other: Claim) -> frozenset[str]:
    """Teams that the words name, less those that do the work that the other side speaks of."""
    folded = fold(side.span.exact)
    found: set[str] = set()
    for team in _TEAM.finditer(folded):
        before = folded[: team.start()].replace("task", " ").split()[-2:]
        named = [word for word in before if word.isalpha() and word not in IDLE]
        label = " ".join([*named, team.group().rstrip("s")])
        is_force = team.group() == "force" and not folded[: team.start()].endswith("task ")
        if named and not is_force and not _does_that_work(label, other):
            found.add(label)
    return frozenset(found)


def _does_that_work(team: str, other: Claim) -> bool:
    named = topics_in(team)
    about = topics_of(other)
    return any(topic in about or matter_of(topic) in about for topic in named)
