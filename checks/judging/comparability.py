"""Whether two statements are about one thing: one matter, one body, one count.

Every doubt is answered against comparing: a figure held against another thing's figure would
accuse a force of a contradiction that is not one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from checks.judging.counted import counts_differ
from checks.judging.stems import content_words, overlap
from checks.measures import family_of
from checks.phrases import fold
from checks.topics import (
    crimes_in,
    is_aspect,
    is_broad,
    related_topics,
    topic_of_area,
    topic_of_measure,
    topics_in,
)
from warehouse.records import Claim

ALIKE: Final = 0.5
"""Share of words that two statements without a known measure must have in common."""
ALIKE_UNIVERSAL: Final = 0.75
"""The same where "every" is all that stands for a number, and how many words at least."""
WORDS_UNIVERSAL: Final = 3
NEXT_SENTENCE: Final = 240
"""Characters within which "them" speaks of what was said just before."""

# Measures that say nothing without their object: money is spent on something.
_OBJECT_IN_WORDS: Final = frozenset(
    "spending funding_received savings damage_cost officers_trained officers_deployed "
    "warrants_executed protective_orders penalties_issued dispersals offences_recorded "
    "sentence_length public_confidence incidents_attended vacancies recommendations".split()
)
_CONFUSED: Final = tuple(
    frozenset(families.split())
    for families in (
        "asset_denial asset_investigation asset_recovery victim_money",
        "arrests criminal_justice outcomes",
        "victims fraud crime_level vulnerability safeguarding",
        "crime_recording crime_level",
        "wanted arrests offender_management",
    )
)
"""Families of measures that readers take for one another: seized and recovered, and so on."""
_NOUNS: Final = tuple(
    frozenset(nouns.split())
    for nouns in (
        "people person persons man men woman women adult adults suspect suspects",
        "people suspects offender offenders criminal criminals dealer dealers driver drivers",
        "people person persons detainee detainees",
        "people victim victims child children resident residents caller callers",
        "group groups gang gangs network networks ocg ocgs",
        "phone phones device devices computer computers laptop laptops handset handsets",
        "crime crimes offence offences report reports incident incidents",
        "call calls caller callers contact contacts",
        "job jobs post posts vacancy vacancies role roles position positions",
        "gun guns firearm firearms weapon weapons",
        "knife knives blade blades",
        "officer officers constable constables pc pcs",
        "line lines",
        "case cases file files investigation investigations",
        "burglary burglaries break-in break-ins",
        "search searches",
    )
)
"""Nouns that name one kind of thing; a noun of none of these names only itself."""
_BACKWARD: Final = re.compile(r"\b(?:them|these|those|they|it|this|that)\b")


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


@lru_cache(maxsize=4_096)
def matters(found: frozenset[str]) -> frozenset[str]:
    """The topics of a statement without the aspects that every matter has."""
    return frozenset(topic for topic in found if not is_aspect(topic))


def same_matter(claim: Claim, finding: Claim) -> bool:
    """Step 1: whether the two are about one matter at all."""
    if is_known(claim.measure) and claim.measure == finding.measure:
        return True
    one, other = (topics_of(side) | crimes_in(topics_of_words(side)) for side in (claim, finding))
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
    if counts_differ(claim, finding):
        return False
    shared = overlap(_said(claim), _said(finding))
    if claim.quantity is None or finding.quantity is None:
        enough = len(_said(claim) & _said(finding)) >= WORDS_UNIVERSAL
        return shared >= ALIKE_UNIVERSAL and enough
    alike = shared >= ALIKE
    if is_known(claim.measure) and is_known(finding.measure):
        if claim.measure in _OBJECT_IN_WORDS and not alike:
            return False
        return _level_of(claim.measure) == _level_of(finding.measure)
    return alike and len(_said(claim) & _said(finding)) > 1 and _same_noun(claim, finding)


def may_be_one_count(claim: Claim, finding: Claim) -> bool:
    """Whether the two may count one thing in other words: one narrow topic, unit and noun.

    Enough to tell that they agree or in what they differ, never to tell that one is wrong. Where
    both measures are known they say more.
    """
    one, other = claim.quantity, finding.quantity
    if one is None or other is None or (is_known(claim.measure) and is_known(finding.measure)):
        return False
    if counts_differ(claim, finding):
        return False
    shared = matters(topics_of(claim) & topics_of(finding))
    narrow = any(not is_broad(topic) for topic in shared)
    return narrow and one.per == other.per and _nouns_meet(one.noun, other.noun)


def _nouns_meet(one: str, other: str) -> bool:
    """Whether two nouns may name one thing; money and shares need not name it."""
    heads = [_head(noun) for noun in (one, other)]
    if not all(heads):
        return True
    return heads[0] == heads[1] or any(set(heads) <= group for group in _NOUNS)


def _head(noun: str) -> str:
    """The last word of a noun before any "of": "crimes" of "victim-based crimes of the year"."""
    words = fold(noun).split(" of ")[0].split()
    return words[-1] if words else ""


def confused_families(claim: Claim, finding: Claim) -> bool:
    """Whether two known measures are easily taken for each other, of one family or not."""
    if same_family(claim, finding):
        return True
    families = {family_of(claim.measure), family_of(finding.measure)}
    return any(families <= group for group in _CONFUSED)


def same_family(claim: Claim, finding: Claim) -> bool:
    """Whether two known measures are of one family, such as cash seized and assets seized."""
    both = is_known(claim.measure) and is_known(finding.measure)
    return both and family_of(claim.measure) == family_of(finding.measure)


def is_known(measure: str) -> bool:
    return measure not in {"", "other", "grade"}


def _said(claim: Claim) -> frozenset[str]:
    return content_words(claim.span.exact)


def _other_crimes(one: frozenset[str], other: frozenset[str]) -> bool:
    crimes, other_crimes = crimes_in(one), crimes_in(other)
    return bool(crimes and other_crimes) and not crimes & other_crimes


def _same_noun(claim: Claim, finding: Claim) -> bool:
    nouns = [
        content_words(side.quantity.noun) if side.quantity else frozenset()
        for side in (claim, finding)
    ]
    if not all(nouns):
        # Money and universal claims need not name what is counted.
        return True
    return nouns[0] <= nouns[1] or nouns[1] <= nouns[0]


def _level_of(measure: str) -> str:
    """The level that a measure of change is of: "from 820 to 410" is both."""
    return measure.removesuffix("_change").removeprefix("recorded_").removesuffix("_recorded")
