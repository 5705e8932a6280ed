"""A sentence with several claims cut so that each claim has its own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

_SEPARATOR: Final = re.compile(
    r"[,;:]\s+(?:and|but|while|with|plus|although|though|whereas|as well as)\s+"
    r"|\s+(?:and|but|while|plus|although|as well as)\s+|[,;:]\s+|\s+[–—-]\s+"
)
_TURN: Final = re.compile(
    r"[,;]\s+(?:but|although|though|whereas|while|and|because)\s+|\s+(?:but|although)\s+"
    r"|;\s+|\s+[–—]\s+"
    r"|\s+and\s+(?:that\s+)?"
    r"(?=(?:the force|there|we|it|they|he|she|has|have|had|is|are|was|were)\s)"
)
_VERB: Final = re.compile(
    r"(?:[a-z]{2,}(?:ed|ing)|has|have|had|is|are|was|were|made|took|found|gave|brought|put|shut"
    r"|led|sent|rose|fell|cut|we|it|they|he|she|there)\b",
    re.IGNORECASE,
)
_EDGES: Final = " \t\n\u00a0,;:–—“‘"
_JOINTS: Final = frozenset({"and", "but", "while", "with", "plus", "although", "that"})
_THAT: Final = "that "
Range = tuple[int, int]


def claim_ranges(text: str, marks: Sequence[Range], joined: Collection[int] = ()) -> list[Range]:
    """For each mark (a number or a grade, in order) the half-open range of words that claims it.

    A range never runs over the end of a clause. `joined` holds the indexes of marks that share
    the words of the mark before them, as the second number of "from 150 to 180" does.
    """
    cuts = {start for start, _ in clauses(text)}
    for index in range(1, len(marks)):
        between = (marks[index - 1][1], marks[index][0])
        if index in joined:
            cuts -= {cut for cut in cuts if between[0] <= cut <= between[1]}
        elif not any(between[0] <= cut <= between[1] for cut in cuts):
            cut = _cut(text, *between)
            cuts |= {cut} if cut is not None else set()
    starts = sorted(cuts | {0})
    ends = [*starts[1:], len(text)]
    owner = [max(i for i, start in enumerate(starts) if start <= mark[0]) for mark in marks]
    return [trim(text, starts[i], ends[i]) for i in owner]


def _cut(text: str, start: int, end: int) -> int | None:
    separators = list(_SEPARATOR.finditer(text, start, end))
    if not separators:
        return None
    # Cut where a new verb or subject begins; failing that, as near to the number as can be.
    for separator in separators:
        if _VERB.match(text, separator.end()):
            return separator.end()
    return separators[-1].end()


def clauses(text: str) -> list[Range]:
    """The clauses of a sentence that could each be a finding or boast of their own."""
    cuts = [0, *(m.end() for m in _TURN.finditer(text))]
    ends = [*cuts[1:], len(text)]
    return [trim(text, start, end) for start, end in zip(cuts, ends, strict=True)]


def trim(text: str, start: int, end: int) -> Range:
    """The range without the spaces, joints and lone quotation marks at its ends."""
    kept = text[start:end].rstrip(_EDGES)
    while kept.rpartition(" ")[2].casefold() in _JOINTS:
        kept = kept.rpartition(" ")[0].rstrip(_EDGES)
    lead = len(kept) - len(kept.lstrip(_EDGES + "\"'"))
    if kept[lead : lead + len(_THAT)].casefold() == _THAT:
        lead += len(_THAT)
    kept = kept[lead:]
    if kept.endswith(("”", '"')) and not any(mark in kept[:-1] for mark in '“”"'):
        kept = kept[:-1].rstrip(",")
    return start + lead, start + lead + len(kept)
