"""Places in an order: "the second highest rate", "no force is faster", "ranked third"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_ORDINAL: Final = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,2}(?:st|nd|rd|th))"
)
_RANK: Final = re.compile(
    rf"\b(?:({_ORDINAL})[- ])?"
    r"(highest|lowest|best|worst|fastest|slowest|quickest|most|fewest|largest|smallest|biggest"
    r"|shortest|longest|safest|top|bottom|(?:lower|better|higher|faster) than (?:any|every)"
    r" other)\b"
    r"(?! (?:of (?:the|our|its|their|these|all)(?! (?:[a-z]+ )?(?:forces|areas|counties|units))"
    r"|people|cases|victims|officers|areas|recent|priority|priorities|speed|likely|serious"
    r"|vulnerable|important|part|need|risk|harm|harmful)\b)"
)
# "No force spends less", "no other area has fewer": the least of all.
_NO_OTHER: Final = re.compile(
    r"\bno (?:other )?(?:police )?(?:force|area|county|constabulary|unit|region)\b[^.;]{0,60}?"
    r"\b(more|less|fewer|lower|higher|better|worse|faster|slower|quicker|longer|shorter)\b"
)
_PLACED: Final = re.compile(
    r"\b(?:rank(?:ed|s|ing)?|placed|came|finished|sits?|stands?|was|is|were|are)(?: in)? (?:the )?"
    rf"(first|last|{_ORDINAL})(?: (?:place|position))?"
    r"(?= (?:out )?(?:of|in|for|among|nationally)\b|[.,])"
)
_SUPERLATIVES: Final = {
    "more": "highest", "higher": "highest", "less": "lowest", "fewer": "lowest", "lower": "lowest",
    "better": "best", "worse": "worst", "faster": "fastest", "quicker": "fastest",
    "slower": "slowest", "longer": "longest", "shorter": "shortest",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: 1 is the very highest, lowest and so on, as the word says."""

    place: int
    word: str


def rank_of(text: str) -> Rank | None:
    """The place in an order that the words claim: "second highest" is the second highest."""
    folded = text.casefold()
    other = _NO_OTHER.search(folded)
    if other:
        return Rank(1, _SUPERLATIVES[other.group(1)])
    found = _RANK.search(folded)
    if found:
        word = found.group(2).split()[0]
        return Rank(_place(found.group(1) or "first"), _SUPERLATIVES.get(word, word))
    placed = _PLACED.search(folded)
    if placed is None:
        return None
    return Rank(1, "worst") if placed.group(1) == "last" else Rank(_place(placed.group(1)), "best")


def _place(ordinal: str) -> int:
    return _ORDINALS.get(ordinal) or int(ordinal[:-2])
