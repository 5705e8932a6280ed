"""Whether two texts that were put together are about one matter, and count one thing.

Nobody pairs a claim with a finding at random: what the words leave open is read as the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from checks.judging.comparability import is_known, matters, same_family
from checks.judging.counted import SHARES, counts_differ, same_thing
from checks.judging.stems import content_words, overlap, stem
from checks.judging.universals import universal_of
from checks.measures import family_of
from checks.tables import read_table, words_of
from checks.topics import crimes_in, related_topics, topics_in
from warehouse.records import Claim

_ALIKE: Final = 0.3
# Words of comparing and counting: they say nothing of what is counted.
_IDLE: Final = content_words(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half "
    "third quarter percentage point points rate rates number rose fell risen fallen rise fall down "
    "increase increased decrease decreased drop dropped climbed doubled tripled halved average "
    "across england wales led result resulted area whole since calendar financial end between "
    "nearly almost roughly around least fewer overall every not none came went january february "
    "march april june july august september october november december day week hour new"
)
_LINES: Final = {
    "999": re.compile(r"\b999s?\b|(?<!non-)(?<!non )(?<!non)\bemergency calls?\b"),
    "101": re.compile(r"\b101\b|\bnon[- ]?emergency\b"),
}
_BROAD_FAMILIES: Final = frozenset({"money", "grades", "ratio", ""})
# Acts of any trade: to have one of them in common is not to speak of one matter.
_ACTS: Final = (
    "attend find start leave help tell spend answer examine train finish record offer queue "
    "improve review work use hold visit staff report year team deal month"
)
_FEW: Final = 2
_MANY: Final = 3


def one_matter(claim: Claim, finding: Claim) -> bool:
    """Step 1: a measure, a topic, or words in common; two kinds of crime never are one."""
    if _exclude(claim.context, finding.context):
        return False
    if claim.measure == finding.measure and is_known(claim.measure):
        return True
    if same_family(claim, finding) and family_of(claim.measure) not in _BROAD_FAMILIES:
        return True
    one, other = (matters(topics_in(side.context)) for side in (claim, finding))
    if one and other and _related(one, other):
        return True
    shared = concepts_of(claim) & concepts_of(finding)
    if one and other:
        return len(shared) >= _MANY
    return len(shared) >= _FEW or bool(shared - _of_any_matter())


def _exclude(text: str, other_text: str) -> bool:
    """Two kinds of crime, or the two lines that people call."""
    lines, other_lines = _lines(text), _lines(other_text)
    if lines and other_lines and not lines & other_lines:
        return True
    crimes, other_crimes = crimes_in(topics_in(text)), crimes_in(topics_in(other_text))
    return bool(crimes and other_crimes) and not _related(crimes, other_crimes)


def _lines(text: str) -> frozenset[str]:
    """Which of the two lines the words name, 999 or 101."""
    folded = text.casefold()
    return frozenset(name for name, words in _LINES.items() if words.search(folded))


def one_count(claim: Claim, finding: Claim) -> bool:
    """Step 4: whether two figures count one thing, as far as words and measures tell."""
    if counts_differ(claim, finding):
        return False
    alike = overlap(concepts_of(claim), concepts_of(finding))
    if is_known(claim.measure) and is_known(finding.measure):
        same = _level_of(claim.measure) == _level_of(finding.measure)
        return same or same_family(claim, finding) or alike >= _ALIKE
    if _two_acts(claim, finding):
        return False
    return alike >= _ALIKE or not _two_nouns(claim, finding)


def _two_acts(claim: Claim, finding: Claim) -> bool:
    """Whether two figures of one group share no word but the group's: visited, and satisfied."""
    if claim.quantity is None and universal_of(claim.span.exact) is None:
        return False  # a rise or fall names no act
    group = _noun(claim) | _noun(finding)
    one, other = concepts_of(claim) - group, concepts_of(finding) - group
    return bool(one and other) and not one & other


def concepts_of(claim: Claim) -> frozenset[str]:
    """What a statement speaks of, without the name of its own body."""
    return concepts(claim.context) - content_words(claim.subject)


def concepts(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning, one for all words that are used for one thing."""
    return frozenset(
        _synonyms().get(word, word) for word in content_words(text) if word not in _IDLE
    )


@cache
def _of_any_matter() -> frozenset[str]:
    return concepts(_ACTS)


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(related_topics(a, b) for a in one for b in other)


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
