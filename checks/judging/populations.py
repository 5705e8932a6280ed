"""Whom or what a figure is narrowed to: a place, an operation, a team, a crime, a group."""

from __future__ import annotations

import re
from typing import Final

from checks.judging.comparability import topics_of, topics_of_words
from checks.judging.stems import IDLE
from checks.phrases import fold
from checks.topics import crimes_in, matter_of, topic_of_measure, topics_in
from warehouse.records import Claim

# Words that narrow who or what is counted, by the group that they all name.
_GROUPS: Final = {
    "women": "women girls woman female females",
    "men": "men male males boys",
    "children": "child children juvenile juveniles teenager teenagers youngster youngsters "
    "schoolchildren under-18s minors",
    "adults": "adult adults pensioner pensioners elderly older",
    "minorities": "ethnic black asian minority",
    "white": "white",
    "rural": "rural",
    "urban": "urban",
    "repeat": "repeat repeated prolific",
    "fatal": "fatal",
    "armed": "armed",
    "violent": "violent",
    "students": "student students",
    "homes": "home homes house houses household households householder householders residential "
    "domestic dwelling dwellings",
    "businesses": "business businesses commercial retail",
    "nights": "overnight night nights nightly weekend weekends",
    "serious": "serious",
    "priority": "priority",
    "national": "national nationwide",
    "regional": "regional",
    "neighbouring": "neighbouring",
    "crypto": "crypto",
    "volunteers": "volunteer volunteers special specials",
    "high risk": "high-risk high-harm",
}
_GROUP_OF: Final = {word: name for name, words in _GROUPS.items() for word in words.split()}
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z0-9]+)?")
# In these the narrowing word narrows nothing.
_NAMES_OF_ALL: Final = re.compile(
    r"serious(?: and|,)? organised crime|serious and organised|(?:children|men|women) and adults?"
    r"|adults? and (?:children|young people)|men,? women,? and children|men and women"
    r"|women and men|young and old|old and young|domestic (?:abuse|violence|incident)"
    r"|national crime agency|home (?:office|secretary)|missing from home"
    r"|high street|business (?:plan|case)|in-house"
)
_OPERATION: Final = re.compile(r"\b[Oo]peration ([A-Z][a-z]+)")
_PLACE: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Aa]round|[Nn]ear|[Tt]hroughout|[Ww]ithin)"
    r" (?:the )?([A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_NO_PLACE: Final = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday operation summer autumn winter spring "
    "christmas easter his her their our its all total force police court crown".split()
)
_CLAUSE: Final = re.compile(r"[,;] and |[,;] | and (?=the |its |it |they |we |our )")
_NUMBER: Final = re.compile(r"[0-9]")
_TEAM: Final = re.compile(r"\b(?:team|teams|unit|units|squad|squads|force)\b")


def population_gap(claim: Claim, finding: Claim) -> str:
    """What one side is narrowed to and the other is not, in words; "" when nothing is.

    Places, operations, teams, kinds of crime and groups of people. A team whose own work is what
    the other side is about stands for the force, and two names of one thing narrow nothing.
    """
    if (claim.document, claim.claimant_id) == (finding.document, finding.claimant_id):
        # A headline drops what its own text spells out.
        return ""
    narrowed = (
        _operations(claim.context) ^ _operations(finding.context)
        | _teams(claim, finding) ^ _teams(finding, claim)
        | _groups(claim.span.exact) ^ _groups(finding.span.exact)
        | _crimes_differ(claim, finding)
        | _places(claim) ^ _places(finding)
    )
    return ", ".join(sorted(word.replace("_", " ") for word in narrowed))


def _groups(text: str) -> frozenset[str]:
    words = _WORD.findall(_NAMES_OF_ALL.sub(" ", text.casefold()))
    return frozenset(_GROUP_OF[word] for word in words if word in _GROUP_OF)


def _places(claim: Claim) -> frozenset[str]:
    """Places that the words name, or that open their sentence; months and the force's own name
    are none.
    """
    own = _NO_PLACE | set(fold(claim.subject).split())
    opening = claim.context[: claim.context.find(",") + 1]
    named = (
        name.casefold() for text in (claim.span.exact, opening) for name in _PLACE.findall(text)
    )
    return frozenset(name for name in named if name.split()[0] not in own)


def _crimes_differ(claim: Claim, finding: Claim) -> frozenset[str]:
    own = topic_of_measure(claim.measure)
    if own:
        return _crimes_beside(claim, own) ^ _crimes_beside(finding, own)
    exact, other_exact = crimes_in(topics_of_words(claim)), crimes_in(topics_of_words(finding))
    if exact and exact == other_exact:
        return frozenset()
    return crimes_in(topics_in(_clauses(claim))) ^ crimes_in(topics_in(_clauses(finding)))


def _clauses(claim: Claim) -> str:
    """The sentence without the clauses that give a number of their own."""
    own = claim.span.exact
    parts = _CLAUSE.split(claim.context.replace(own, " "))
    return " ".join([own, *(part for part in parts if not _NUMBER.search(part))])


def _crimes_beside(claim: Claim, own: str) -> frozenset[str]:
    """The crimes that the words name besides the one that is measured, by whatever name."""
    named = crimes_in(topics_of_words(claim)) - {own}
    noun = crimes_in(topics_in(claim.quantity.noun)) if claim.quantity else frozenset()
    is_its_name = bool(crimes_in(frozenset({own}))) and own not in noun
    return named - noun if is_its_name else named


def _operations(text: str) -> frozenset[str]:
    return frozenset(f"operation {name.lower()}" for name in _OPERATION.findall(text))


def _teams(side: Claim, other: Claim) -> frozenset[str]:
    """Teams that the words name, less those that do the work that the other side speaks of.

    A team goes by its field of work where it has one: the SOC team is the organised crime team.
    """
    folded = fold(side.span.exact)
    found: set[str] = set()
    for team in _TEAM.finditer(folded):
        named = _just_before(folded[: team.start()].replace("task", " "))
        label = " ".join([*named, team.group().rstrip("s")])
        is_force = team.group() == "force" and not folded[: team.start()].endswith("task ")
        if named and not is_force and not _does_that_work(label, other):
            found |= {f"{topic} team" for topic in topics_in(label)} or {label}
    return frozenset(found)


def _just_before(text: str) -> list[str]:
    """Up to three words that end the text, back to the first that names nothing: "the", "our"."""
    last = text.split()[-3:]
    idle = [at for at, word in enumerate(last) if not word.isalpha() or word in IDLE]
    return last[idle[-1] + 1 :] if idle else last


def _does_that_work(team: str, other: Claim) -> bool:
    named = topics_in(team)
    about = topics_of(other)
    return any(topic in about or matter_of(topic) in about for topic in named)
