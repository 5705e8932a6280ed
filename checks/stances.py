"""Whether words praise, criticise or accept: the vocabulary of `stances.csv`, with negation.

Phrases are read longest first, so "no longer a concern" (neutral) hides "concern" (criticism).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from checks.phrases import Phrase, Phrases
from checks.tables import read_table, words_of
from warehouse.records import FindingType, Level, Stance

CRITICAL_FINDINGS: Final[frozenset[FindingType]] = frozenset(
    {"cause_of_concern", "area_for_improvement", "recommendation"}
)
PRAISING_FINDINGS: Final[frozenset[FindingType]] = frozenset(
    {"innovative_practice", "promising_practice"}
)
STANCE_OF_LEVEL: Final[dict[Level, Stance]] = {
    "outstanding": "praise",
    "good": "praise",
    "adequate": "neutral",
    "requires_improvement": "criticism",
    "inadequate": "criticism",
}

# A word or two may stand between: "not always good", "never been effective".
_NEGATED: Final = re.compile(
    r"\b(?:not(?! only\b| just\b)|never|nor|hardly|scarcely|isn't|aren't|wasn't|weren't|far from"
    r"|without|neither|no(?! doubt\b)(?: [a-z]+)?)(?: [a-z]+){0,2} $"
)
_CONTRAST: Final = re.compile(r"\b(?:but|however|although|though|yet|despite|nevertheless)\b")
_LOOK_BACK: Final = 40


@dataclass(frozen=True, slots=True)
class Tone:
    """How often the words take each stance; `boasts` counts open self-praise.

    `is_cleared` says that what is named is over: "no longer a cause of concern".
    """

    boasts: int
    praises: int
    criticisms: int
    acceptances: int
    is_cleared: bool


def stance_of(
    text: str, finding_type: FindingType | None = None, level: Level | None = None
) -> Stance:
    """The stance of a statement. A grade has that of its level; under a cause of concern, an area
    for improvement or a recommendation only plain praise is no criticism.
    """
    if level is not None:
        return STANCE_OF_LEVEL[level]
    tone = tone_of(text)
    if finding_type in CRITICAL_FINDINGS:
        praised = tone.boasts > 0 and tone.criticisms == 0
        return "praise" if praised else "neutral" if tone.is_cleared else "criticism"
    stance = _of_words(text, tone)
    if finding_type in PRAISING_FINDINGS and stance == "neutral":
        return "praise"
    return stance


def is_open_boast(text: str) -> bool:
    """Whether the words praise in so many words: proud, success, excellent, the highest."""
    tone = tone_of(text)
    return tone.boasts > 0 and not tone.acceptances


@lru_cache(maxsize=16_384)
def tone_of(text: str) -> Tone:
    """What the words of a text weigh, negation considered."""
    readings = [_reading(text, phrase) for phrase in _phrases().find(text)]
    is_cleared = "neutral cleared" in readings
    return Tone(
        boasts=readings.count("praise strong"),
        praises=sum(reading.startswith("praise") for reading in readings),
        criticisms=0 if is_cleared else readings.count("criticism"),
        acceptances=readings.count("acceptance"),
        is_cleared=is_cleared,
    )


def _of_words(text: str, tone: Tone) -> Stance:
    if tone.acceptances:
        return "acceptance"
    if tone.praises and tone.criticisms:
        return _of_last_part(text)
    if tone.criticisms:
        return "criticism"
    return "praise" if tone.praises else "neutral"


def _of_last_part(text: str) -> Stance:
    """After "but" stands what the sentence is for; without a contrast, criticism weighs more."""
    parts = _CONTRAST.split(text)
    if len(parts) > 1 and parts[-1].strip():
        last = tone_of(parts[-1])
        if last.praises and not last.criticisms:
            return "praise"
    return "criticism"


def _reading(text: str, phrase: Phrase) -> str:
    before = text[max(0, phrase.start - _LOOK_BACK) : phrase.start].replace("’", "'").lower()
    negated = _NEGATED.search(before) is not None
    if phrase.label.startswith("praise") and negated:
        return "criticism"
    if phrase.label == "criticism" and negated:
        return "praise weak"
    return phrase.label


@cache
def _phrases() -> Phrases:
    return Phrases(
        (words, f"{row['stance']} {row['weight']}".strip())
        for row in read_table("stances.csv")
        for words in words_of(row["words"])
    )
