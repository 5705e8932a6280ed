"""Whether two texts that were put together are about one matter, and count one thing.

Nobody pairs a claim with a finding at random: what the words leave open is read as the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from checks.judging.comparability import is_known, matters
from checks.judging.counted import SHARES, counts_differ, same_thing
from checks.judging.stems import content_words, overlap, stem
from checks.measures import family_of
from checks.tables import read_table, words_of
from checks.topics import crimes_in, related_topics, topics_in
from warehouse.records import Claim

_ALIKE: Final = 0.4
# Words of comparing and counting: they say nothing of what is counted.
_IDLE: Final = content_words(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half "
    "third quarter percentage point points rate rates number rose fell risen fallen rise fall down "
    "increase increased decrease decreased drop dropped climbed doubled tripled halved average "
    "across england wales led result resulted area whole since calendar financial end between "
    "nearly almost roughly around least fewer overall every not none came went january february "
    "march april june july august september october november december day week hour"
)
_MUCH_ALIKE: Final = 0.5
_FEW: Final = 2
_MANY: Final = 3


def one_matter(claim: Claim, finding: Claim) -> bool:
    """Step 1: a measure, a topic, or words in common; two kinds of crime never are one."""
    crimes, other_crimes = (crimes_in(topics_in(side.context)) for side in (claim, finding))
    if crimes and other_crimes and not crimes & other_crimes and not _related(crimes, other_crimes):
        return False
    if is_known(claim.measure) and claim.measure == finding.measure:
        return True
    one, other = matters(topics_in(claim.context)), matters(topics_in(finding.context))
    if one and other and _related(one, other):
        return True
    shared = len(concepts_of(claim) & concepts_of(finding))
    return shared >= (_MANY if one and other else 1)


def one_count(claim: Claim, finding: Claim) -> bool:
    """Step 4: whether two figures count one thing, as far as words and measures tell."""
    if counts_differ(claim, finding):
        return False
    one, other = concepts_of(claim), concepts_of(finding)
    shared, alike = len(one & other), overlap(one, other)
    if claim.quantity is None or finding.quantity is None:
        return shared >= 1
    if is_known(claim.measure) and is_known(finding.measure):
        if _level_of(claim.measure) == _level_of(finding.measure):
            return shared >= 1
        if family_of(claim.measure) != family_of(finding.measure) and alike < _MUCH_ALIKE:
            return False
        return same_thing(claim, finding) and shared >= _FEW and alike >= _ALIKE
    if same_thing(claim, finding) or _one_noun(claim, finding):
        return shared >= _FEW
    return alike >= _ALIKE and shared >= _FEW and not _two_nouns(claim, finding)


def concepts_of(claim: Claim) -> frozenset[str]:
    """What a statement speaks of, without the name of its own body."""
    return concepts(claim.context) - content_words(claim.subject)


def concepts(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning, one for all words that are used for one thing."""
    return frozenset(_synonyms().get(word, word) for word in content_words(text) if word not in _IDLE)


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(related_topics(a, b) for a in one for b in other)


def _one_noun(claim: Claim, finding: Claim) -> bool:
    one, other = (_noun(side) for side in (claim, finding))
    return bool(one & other)


def _two_nouns(claim: Claim, finding: Claim) -> bool:
    """Whether both counts name what they count, in words that never meet."""
    if claim.quantity and claim.quantity.unit in SHARES:
        return False
    one, other = (_noun(side) for side in (claim, finding))
    return bool(one and other) and not one & other and not same_thing(claim, finding)


def _noun(claim: Claim) -> frozenset[str]:
    return concepts(claim.quantity.noun) if claim.quantity else frozenset()


def _level_of(measure: str) -> str:
    """The level that a measure of change is of."""
    level = measure.removesuffix("_change").removeprefix("recorded_").removesuffix("_recorded")
    return level.removesuffix("_share")


@cache
def _synonyms() -> Mapping[str, str]:
    return {
        stem(word): f"={words[0]}"
        for row in read_table("pairing/synonyms.csv")
        for words in [words_of(row["words"])]
        for word in words
    }
