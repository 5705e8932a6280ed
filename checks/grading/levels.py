"""The grades that inspectors give, and their words."""

from __future__ import annotations

import re
from typing import Final

from warehouse.records import Level

LEVELS: Final[tuple[Level, ...]] = (
    "outstanding",
    "good",
    "adequate",
    "requires_improvement",
    "inadequate",
)
"""Best first."""
LEVEL_WORDS: Final = re.compile(
    r"\b(?:(?P<requires_improvement>requir(?:es?|ed|ing)[ \xa0-]improvement)"
    r"|(?P<outstanding>outstanding)|(?P<good>good)|(?P<inadequate>inadequate)"
    r"|(?P<adequate>adequate))\b",
    re.IGNORECASE,
)
_GRADE_ONLY: Final = re.compile(
    r"(?:(?:our |overall |the |current )?(?:judge?ment|graded?|rating|rated)"
    r"(?: is| as| of)?[ :–—-]{0,3})?" + LEVEL_WORDS.pattern,
    re.IGNORECASE,
)
_EDGES: Final = " \t\n.:;,–—-\"'‘’“”()"
_LONGEST: Final = 60


def criticises(level: Level) -> bool:
    """Whether the grade says that the work is not good enough."""
    return level in {"requires_improvement", "inadequate"}


def level_of(match: re.Match[str]) -> Level:
    """The level that a match of `LEVEL_WORDS` names."""
    return next(level for level in LEVELS if match.group(level))


def only_level(text: str) -> Level | None:
    """The level if the text is nothing but a grade: "Good", "Graded: requires improvement"."""
    if len(text) > _LONGEST:
        return None
    match = _GRADE_ONLY.fullmatch(text.strip(_EDGES))
    return level_of(match) if match else None
