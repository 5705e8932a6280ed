"""Which areas a grade in a sentence is of: those that follow it, or those that lead to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from checks.grading.areas import FoundArea
from checks.grading.grade_cues import Cue, leads_to_area

_TURN: Final = re.compile(r";|\b(?:but|while|whereas|although|though|however|yet)\b|\s[–—-]\s")
_LED_TO: Final = re.compile(r"^[^,]*\b(?:for|at|in|on)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_TO_FIRST: Final = 9
_FROM_LAST: Final = 8
"""Most words between a level and the area after it, and between the area before it and a level."""
_CHAIN: Final = re.compile(r"[\s,]*(?:(?:and|as|well|for|at|in|both|its|the|how|it)[\s,]+){0,6}")


@dataclass(frozen=True, slots=True)
class LevelPlace:
    """A level in a sentence with what stands before it, back to the last grade, and after it."""

    match: re.Match[str]
    before: str
    after: str
    back: int
    ahead: int

    @property
    def up_to_next(self) -> str:
        """What stands between the level and the next one, or the end of the sentence."""
        return self.after[: self.ahead - self.match.end()]


def areas_after(text: str, level: LevelPlace, areas: list[FoundArea]) -> list[FoundArea]:
    """The areas that the words after the level name, until the sentence turns."""
    turn = _TURN.search(text, level.match.end() + 3, level.ahead)
    stop = turn.start() if turn else level.ahead
    ahead = [a for a in areas if level.match.end() <= a.start and a.end <= stop]
    if not ahead:
        return []
    between = text[level.match.end() : ahead[0].start]
    if not (leads_to_area(level.after) or ":" in between or _LED_TO.search(between)):
        return []
    if len(between.split()) > _TO_FIRST:
        return []
    return _chain(text, ahead)


def areas_before(text: str, level: LevelPlace, areas: list[FoundArea], cue: Cue) -> list[FoundArea]:
    behind = [a for a in areas if level.back <= a.start and a.end <= level.match.start()]
    if not behind or cue == "linked":
        return []
    between = text[behind[-1].end : level.match.start()]
    if len(between.split()) > _FROM_LAST or _TURN.search(between.rstrip(" –—-")):
        return []
    return _chain(text, behind[::-1])[::-1]


def _chain(text: str, areas: list[FoundArea]) -> list[FoundArea]:
    """The first area and those joined to it by commas and "and"."""
    chain = areas[:1]
    for area in areas[1:]:
        low, high = sorted((chain[-1], area), key=lambda a: a.start)
        between = text[low.end : high.start]
        if not _CHAIN.fullmatch(between) or not re.search(r",|\band\b", between):
            break
        chain.append(area)
    return chain


def spans_of(level: LevelPlace, named: list[FoundArea]) -> list[tuple[int, int]]:
    """Words of each mention; the level's own go with the area that stands nearest to it."""
    spans = [(area.start, area.end) for area in named]
    if named and named[0].start > level.match.start():
        spans[0] = (level.match.start(), named[0].end)
    elif named:
        spans[-1] = (named[-1].start, level.match.end())
    return spans
