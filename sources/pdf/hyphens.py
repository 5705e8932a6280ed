"""Words that a line's end has cut in two.

A hyphen there may be the printer's or the word's own. It goes only where letters stand on both
sides and the word without it is the likelier one; "2023-" over "24" and "10-" over "year" keep it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

SOFT: Final = "\u00ad"
CUT: Final = re.compile("([A-Za-z]+)[-\u2010\u00ad]$")
OPENS: Final = re.compile("[a-z]+(?:[-\u2010][a-z]+)*")
WORD: Final = re.compile("[a-z]+(?:[-\u2010][a-z]+)*")
# First parts that English writes with a hyphen more often than without.
PREFIXES: Final = frozenset(
    "self well non cross high low long short full part half multi co ex all so on off in out up "
    "first second third mid pre post anti non semi one two three four five six seven eight nine "
    "ten large small fast slow hard soft face front back follow non state year month week day "
    "force police crime victim risk evidence data child domestic under over re vice".split()
)


def words_in(lines: Sequence[str]) -> frozenset[str]:
    """The words, in lower case, that the lines hold whole: not at their end before a hyphen."""
    found: set[str] = set()
    for line in lines:
        found.update(WORD.findall(CUT.sub("", line).lower().replace("\u2010", "-")))
    return frozenset(found)


def join(before: str, after: str, known: Collection[str]) -> str:
    """Two lines of a paragraph as one; `known` are the words of the whole document."""
    if not before or not after:
        return before or after
    if before.endswith(SOFT) and after[0].islower():
        return before.rstrip(SOFT) + after
    if before[-1] not in "-\u2010\u00ad" or not (len(before) > 1 and before[-2].isalnum()):
        return f"{before} {after}"
    left, right = CUT.search(before), OPENS.match(after)
    if left and right and _is_one_word(left[1].lower(), right[0], known):
        return before[:-1] + after
    # "2023-" over "24", "well-" over "being", "Stoke-" over "on-Trent": nothing stands between.
    return before + after


def _is_one_word(left: str, right: str, known: Collection[str]) -> bool:
    first = right.replace("\u2010", "-").split("-")[0]
    if f"{left}-{right}" in known or f"{left}-{first}" in known:
        return False
    if left + first in known:
        return True
    # Two whole words are a compound; "re" and "im" stand alone nowhere.
    return left not in PREFIXES and not (left in known and first in known)
