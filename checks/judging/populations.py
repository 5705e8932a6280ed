"""Whom or what a figure is narrowed to: a place, an operation, a team, a crime, a group."""

from __future__ import annotations

import re
from typing import Final

from checks.judging.comparability import topics_of, topics_of_words
from checks.judging.places import places_of
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
    "nights": "overnight night nights nightly",
    "serious": "serious",
    "priority": "priority",
    "national": "national nationwide",
    "regional": "regional",
    "neighbouring": "neighbouring",
    "bikes": "bike bikes bicycle bicycles motorbike motorbikes e-bike e-bikes",
    "crypto": "crypto",
    "cannabis": "cannabis",
    "cocaine": "cocaine",
    "heroin": "heroin",
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
    r"|national (?:[a-z]+ ){0,2}(?:standards?|targets?|average|benchmark|median|rules|guidance)"
)
# A count that leaves something out, or takes in only what is one's own.
_LEFT_OUT: Final = re.compile(
    r"\b(?:leaving (?:out|aside)|leaves? out|left out|exclud(?:ing|es?|ed)|exclusive of|ignoring"
    r"|not (?:counting|including)|does not (?:count|include)|discount(?:ing|s)|apart from"
    r"|aside from|other than|with the exception of|except(?:ing)?(?: for)?|setting aside|minus"
    r"|(?:in|of|on) (?:our|its|their|his|her|the force[’']s) own"
    r"(?! (?:words|account|making|choosing|figures?|data|accord|admission|estimate))"
    r"|once (?:[a-z]+ ){1,3}(?:is|are) (?:taken out|removed|discounted|stripped out))\b"
)
_OWN_AUDIT: Final = re.compile(
    r"\b(?:(?:internal|own)(?: [a-z]+)? (?:audits?|checks?|reviews?|surveys?|sampling|samples?"
    r"|assessments?|analysis|research|dip[- ]?sampl\w+)|self-assess\w+|dip[- ]sampl\w+"
    r"|quality assurance)\b"
)
_SAMPLE: Final = re.compile(
    r"\b(?:our (?:sample|audit|review|case file review|file review|survey)|sample[ds]?|sampling"
    r"|(?:we|inspectors|hmicfrs) (?:reviewed|examined|looked at|assessed|audited|checked|sampled"
    r"|dip[- ]sampled|read|surveyed|studied)|files?|case review|of the [a-z0-9,]+(?: [a-z]+){1,4} "
    r"(?:we|inspectors|they) (?:reviewed|examined|looked at|assessed|audited|checked|read|saw))\b"
)
_OPERATION: Final = re.compile(r"\b[Oo]peration ([A-Z][a-z]+)")
# Work that goes by another name than the team that does it.
_TEAMS_DO: Final = {
    "economic_crime": ("fraud", "victim_money"),
    "organised_crime": ("drugs", "county_lines", "economic_crime", "disruptions"),
    "drugs": ("county_lines", "organised_crime"),
    "neighbourhood_policing": ("antisocial_behaviour", "preventing_crime"),
}
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
        | _left_out(claim) ^ _left_out(finding)
        | _crimes_differ(claim, finding)
        | places_of(claim) ^ places_of(finding)
    )
    return ", ".join(sorted(word.replace("_", " ") for word in narrowed))


def _left_out(claim: Claim) -> frozenset[str]:
    words = _LEFT_OUT.search(claim.span.exact.casefold())
    return frozenset({"what is left after an exception"}) if words else frozenset()


def samples_differ(claim: Claim, finding: Claim) -> bool:
    """Whether one side counted in an audit of its own, the other in cases that it drew itself."""
    one, other = (side.context.casefold() for side in (claim, finding))
    if (claim.document, claim.claimant_id) == (finding.document, finding.claimant_id):
        return False
    return any(
        _OWN_AUDIT.search(a) and not _OWN_AUDIT.search(b) and _SAMPLE.search(b)
        for a, b in ((one, other), (other, one))
    )


def _groups(text: str) -> frozenset[str]:
    words = _WORD.findall(_NAMES_OF_ALL.sub(" ", text.casefold()))
    return frozenset(_GROUP_OF[word] for word in words if word in _GROUP_OF)


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
    about = topics_of(other) | topics_of_words(other)
    named |= frozenset(work for topic in named for work in _TEAMS_DO.get(topic, ()))
    return any(topic in about or matter_of(topic) in about for topic in named)
