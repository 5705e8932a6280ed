"""Whether two statements are about one thing: matter, body, what is counted, among whom.

Every doubt is answered against comparing: a figure held against another thing's figure would
accuse a force of a contradiction that is not one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from checks.measures import family_of
from checks.phrases import fold
from checks.stems import IDLE, content_words, names_in, overlap
from checks.topics import (
    crimes_in,
    is_aspect,
    matter_of,
    related_topics,
    topic_of_area,
    topic_of_measure,
    topics_in,
)
from warehouse.records import Claim

ALIKE: Final = 0.5
"""Share of words that two statements without a known measure must have in common."""
ALIKE_UNIVERSAL: Final = 0.75
"""The same where "every" is all that stands for a number."""
NEXT_SENTENCE: Final = 240
"""Characters within which "them" speaks of what was said just before."""

# Measures that say nothing without their object: money is spent on something.
_OBJECT_IN_WORDS: Final = frozenset(
    "spending funding_received savings damage_cost officers_trained officers_deployed "
    "warrants_executed protective_orders penalties_issued dispersals offences_recorded "
    "sentence_length public_confidence incidents_attended vacancies recommendations".split()
)
# Words that narrow who or what is counted.
_NARROWING: Final = frozenset(
    "women girls woman female men boys male child children juvenile juveniles teenagers adults "
    "ethnic black asian white rural urban repeat fatal armed violent student home homes "
    "residential business businesses commercial dwelling overnight weekend night serious "
    "national regional neighbouring crypto volunteer special".split()
)
_OPERATION: Final = re.compile(r"\b[Oo]peration ([A-Z][a-z]+)")
_TEAM: Final = re.compile(r"\b(?:team|teams|unit|units|squad|squads|force)\b")
_BACKWARD: Final = re.compile(r"\b(?:them|these|those|they|it|this|that)\b")
_STATISTIC: Final = {"average": "mean", "mean": "mean", "median": "median", "typical": "median"}


@lru_cache(maxsize=16_384)
def topics_of(claim: Claim) -> frozenset[str]:
    """What the statement is about: by its area or measure, else by the nearest words that tell."""
    if claim.grade and claim.grade.area:
        return frozenset({topic_of_area(claim.grade.area)} - {""})
    known = topic_of_measure(claim.measure)
    if known:
        return frozenset({known})
    aspects: frozenset[str] = frozenset()
    for words in (claim.span.exact, claim.context, " ".join(claim.section)):
        found = topics_in(words)
        if any(not is_aspect(topic) for topic in found):
            return found | aspects
        aspects |= found
    return aspects | frozenset({claim.topic} - {""})


def matters(found: frozenset[str]) -> frozenset[str]:
    """The topics of a statement without the aspects that every matter has."""
    return frozenset(topic for topic in found if not is_aspect(topic))


def same_matter(claim: Claim, finding: Claim) -> bool:
    """Step 1: whether the two are about one matter at all."""
    if is_known(claim.measure) and claim.measure == finding.measure:
        return True
    one, other = topics_of(claim), topics_of(finding)
    if _other_crimes(one, other):
        return False
    real, real_other = matters(one), matters(other)
    if real and real_other:
        return any(related_topics(a, b) for a in real for b in real_other)
    if one & other or speaks_back(finding, claim):
        return True
    if claim.quantity is None and not real and _is_of_report(claim, finding):
        return True
    shared = _said(claim) & _said(finding)
    return len(shared) > 1 and overlap(_said(claim), _said(finding)) >= ALIKE


def _is_of_report(claim: Claim, finding: Claim) -> bool:
    """Whether words about the report as such meet what it graded or, accepted, what it asks."""
    about_report = finding.grade is not None and "inspection" in topics_of(claim)
    return about_report or (claim.stance == "acceptance" and finding.stance == "criticism")


def speaks_back(finding: Claim, claim: Claim) -> bool:
    """Whether the finding follows the claim and takes it up with a pronoun ("called them ...")."""
    if finding.document != claim.document or matters(topics_of_words(finding)):
        return False
    near = 0 <= finding.span.start - claim.span.end <= NEXT_SENTENCE
    return near and bool(_BACKWARD.search(fold(finding.span.exact)))


def topics_of_words(claim: Claim) -> frozenset[str]:
    """What the exact words name, whatever stands around them."""
    return topics_in(claim.span.exact)


def same_body(claim: Claim, finding: Claim) -> bool:
    """Step 5: the same force or body, at the same width."""
    return claim.subject == finding.subject != "" and claim.scope == finding.scope


def same_count(claim: Claim, finding: Claim) -> bool:
    """Step 4: whether the same thing is counted: by its measure, else by its noun and words."""
    if _statistics_differ(claim, finding):
        return False
    shared = overlap(_said(claim), _said(finding))
    if claim.quantity is None or finding.quantity is None:
        return shared >= ALIKE_UNIVERSAL and len(_said(claim) & _said(finding)) > 2
    alike = shared >= ALIKE
    if is_known(claim.measure) and is_known(finding.measure):
        return claim.measure == finding.measure and (
            claim.measure not in _OBJECT_IN_WORDS or alike
        )
    return alike and len(_said(claim) & _said(finding)) > 1 and _same_noun(claim, finding)


def same_family(claim: Claim, finding: Claim) -> bool:
    """Whether two known measures are of one family, such as cash seized and assets seized."""
    both = is_known(claim.measure) and is_known(finding.measure)
    return both and family_of(claim.measure) == family_of(finding.measure)


def is_known(measure: str) -> bool:
    return measure not in {"", "other", "grade"}


def population_gap(claim: Claim, finding: Claim) -> str:
    """What one side is narrowed to and the other is not, in words; "" when nothing is.

    Operations, teams, kinds of crime and groups of people. A team whose own work is what the
    other side is about stands for the force.
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
    )
    return ", ".join(sorted(word.replace("_", " ") for word in narrowed))


def _said(claim: Claim) -> frozenset[str]:
    return content_words(claim.span.exact)


def _other_crimes(one: frozenset[str], other: frozenset[str]) -> bool:
    crimes, other_crimes = crimes_in(one), crimes_in(other)
    return bool(crimes and other_crimes) and not crimes & other_crimes


def _crimes_differ(claim: Claim, finding: Claim) -> frozenset[str]:
    exact, other_exact = crimes_in(topics_of_words(claim)), crimes_in(topics_of_words(finding))
    if topic_of_measure(claim.measure):
        return exact ^ other_exact
    if exact and exact == other_exact:
        return frozenset()
    return crimes_in(topics_in(claim.context)) ^ crimes_in(topics_in(finding.context))


def _same_noun(claim: Claim, finding: Claim) -> bool:
    nouns = [
        content_words(side.quantity.noun) if side.quantity else frozenset()
        for side in (claim, finding)
    ]
    if not all(nouns):
        # Money and universal claims need not name what is counted.
        return True
    return nouns[0] <= nouns[1] or nouns[1] <= nouns[0]


def _statistics_differ(claim: Claim, finding: Claim) -> bool:
    one, other = (
        {_STATISTIC[word] for word in names_in(side.context, frozenset(_STATISTIC))}
        for side in (claim, finding)
    )
    return bool(one and other) and not one & other


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
