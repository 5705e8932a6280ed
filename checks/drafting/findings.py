"""What kind of finding a passage of a report is, told by the headings above it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from warehouse.records import FindingType

# Within one heading the first row that fits decides.
_WORDS: Final[tuple[tuple[str, FindingType], ...]] = (
    (r"\bcauses? of concern\b", "cause_of_concern"),
    (r"\bareas? for improvement\b|\bAFIs?\b", "area_for_improvement"),
    (r"\brecommendations?\b", "recommendation"),
    (r"\binnovative practices?\b", "innovative_practice"),
    (r"\bpromising practices?\b|\bpositive practices?\b", "promising_practice"),
)
_MARKS: Final = tuple((re.compile(words, re.IGNORECASE), kind) for words, kind in _WORDS)
# "Progress since the cause of concern of 2018" is a section of narrative, not a cause of concern.
_PAST: Final = re.compile(
    r"\b(?:progress|previous|earlier|since|closed|discharged)\b", re.IGNORECASE
)


@lru_cache(maxsize=256)
def finding_type(section: tuple[str, ...]) -> FindingType:
    """The kind of finding that stands under a path of headings, innermost last."""
    for heading in reversed(section):
        if _PAST.search(heading):
            continue
        for pattern, kind in _MARKS:
            if pattern.search(heading):
                return kind
    return "narrative"


def is_marked(section: tuple[str, ...]) -> bool:
    """Whether the passage stands under a heading that marks findings."""
    return finding_type(section) != "narrative"
