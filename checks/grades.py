"""Graded judgments in prose: which level, of which area, and where the words stand.

A level is a grade only where a grading word governs it ("rated", "judgment"), where a force or an
area is said to be it ("is good at preventing crime"), or where it continues such a judgment
("but 'inadequate' for ..."). Everything else is ordinary English and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from checks.grading.areas import FoundArea, alike, area_of, areas_in, scheme_of
from checks.grading.cycles import report_cycle
from checks.grading.grade_areas import LevelPlace, areas_after, areas_before, spans_of
from checks.grading.grade_cues import (
    Cue,
    cue_of,
    is_counted,
    is_denied,
    is_earlier,
    is_hypothetical,
    is_range,
    leads_to_area,
)
from checks.grading.grids import GridGrade, grid_grades
from checks.grading.levels import LEVEL_WORDS, LEVELS, criticises, level_of
from warehouse.records import Level

__all__ = [
    "LEVELS",
    "GradeMention",
    "GridGrade",
    "area_of",
    "criticises",
    "find_grades",
    "grid_grades",
    "report_cycle",
    "settled_area",
]

_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
_BRIDGE: Final = re.compile(r"[\s,]*(?:\b(?:and|but|while|yet|though|or|with|also|then)\b|,|;)")
_NEAR: Final = 60
_WINDOW: Final = 240
_MOST_LEVELS: Final = 40
"""Letters around a level, and levels of one sentence, that are read: pages may be hostile."""
_ALL_AREAS: Final = re.compile(
    r"\b(?:all|every|each)\b[^.;]{0,24}\b(?:areas?|categor(?:y|ies)|questions?|aspects?)\b"
    r"|\bacross the board\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\W{0,3}\b(?:at|in|for|on|when|tackling|with)\b\s(?P<words>[^.,;:()]{3,70})", re.IGNORECASE
)
_NO_AREA: Final = re.compile(
    r"(?:(?:the|an?|its|our|their|this|last|overall|most|second|third|first|new|latest|[0-9]{4}"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|his"
    r"|her|inspections?|reports?|findings?|published|inspectors|today|year|week|month|out|time|row"
    r"|running|regional|national|police|force|by|on|of|and|from|in|hmicfrs|peel|area|areas)\b\s?)"
    r"{1,12}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeMention:
    """A judgment in prose. `start` to `end` are its words in the text that was read.

    `area` is "" when the words name none that is known. `area_words` then holds what they name
    instead, and `everywhere` says that they speak of all areas at once; with neither, the grade
    is of the whole and the report's title tells the area (`settled_area`).
    """

    level: Level
    area: str
    start: int
    end: int
    negated: bool = False
    scheme: str = ""
    area_words: str = ""
    everywhere: bool = False


def find_grades(text: str, *, cycle: str = "", on: date | None = None) -> list[GradeMention]:
    """Judgments in order of the text; `cycle`, or the day, decides what a wording of two areas
    means.

    A count of areas ("no area was graded inadequate"), a grade hoped for and one of an earlier
    inspection are not returned.
    """
    if not LEVEL_WORDS.search(text):
        return []
    known = areas_in(text, cycle, on)
    found: list[GradeMention] = []
    for sentence in _SENTENCE.finditer(text):
        areas = [a for a in known if sentence.start() <= a.start < sentence.end()]
        found += _in_sentence(text, (sentence.start(), sentence.end()), areas, cycle)
    return found


def settled_area(mention: GradeMention, title: str, cycle: str = "") -> str:
    """The mention's area; for a grade of the whole the area that the title names, or ""."""
    if mention.area or mention.area_words or mention.everywhere:
        return mention.area
    return area_of(title, cycle)


def _in_sentence(
    text: str, sentence: tuple[int, int], areas: list[FoundArea], cycle: str
) -> list[GradeMention]:
    start, end = sentence
    matches = list(islice(LEVEL_WORDS.finditer(text, start, end), _MOST_LEVELS))
    if not matches:
        return []
    found: list[GradeMention] = []
    back = start
    for place, match in enumerate(matches):
        ahead = matches[place + 1].start() if place + 1 < len(matches) else end
        before = text[max(start, match.start() - _WINDOW) : match.start()]
        after = text[match.end() : min(end, match.end() + _WINDOW)]
        level = LevelPlace(match, before, after, back, ahead)
        mentions = list(_mentions(text, level, areas, cycle, follows=bool(found)))
        found += mentions
        if mentions:
            back = max(match.end(), *(m.end for m in mentions))
    return found


def _mentions(
    text: str, level: LevelPlace, areas: list[FoundArea], cycle: str, *, follows: bool
) -> Iterator[GradeMention]:
    cue = cue_of(level.before, level.match.group(), level.after)
    named = areas_after(text, level, areas) or areas_before(text, level, areas, cue)
    if not _holds(text, level, cue, named, follows=follows) or _is_no_judgment(level, named):
        return
    name = level_of(level.match)
    negated = is_denied(level.before)
    for area, (start, end) in zip(named, spans_of(level, named), strict=True):
        scheme = scheme_of(area.area, cycle, name)
        yield GradeMention(
            level=name, area=area.area, start=start, end=end, negated=negated, scheme=scheme
        )
    if not named:
        yield _unnamed(level, name, cycle, negated=negated)


def _holds(
    text: str, level: LevelPlace, cue: Cue, named: list[FoundArea], *, follows: bool
) -> bool:
    """Whether the level is a grade at all."""
    if cue in {"graded", "force"}:
        return True
    if follows and (named or cue == "quoted") and _continues(text, level):
        return True
    if cue == "none":
        return bool(named) and _is_said_of(text, level, named)
    return bool(named)


def _continues(text: str, level: LevelPlace) -> bool:
    between = text[level.back : level.match.start()]
    return bool(_BRIDGE.match(between)) and leads_to_area(level.after)


def _is_said_of(text: str, level: LevelPlace, named: list[FoundArea]) -> bool:
    """Whether an area stands at once before "requires improvement" or before ": good"."""
    between = text[named[-1].end : level.match.start()]
    if level.match.group().lower().startswith("requir"):
        return between.isspace() or between in {": ", " – ", " - "}
    return bool(re.fullmatch(r"\s?(?:[:–—-]|was|were|is)\s['\"‘“]", between)) or (
        bool(re.fullmatch(r"\s?[:–—-]\s", between)) and not level.after.strip(" .;,")
    )


def _is_no_judgment(level: LevelPlace, named: list[FoundArea]) -> bool:
    if is_hypothetical(level.before) or is_earlier(level.before, level.up_to_next):
        return True
    if is_range(level.before, level.after):
        return True
    if _is_everywhere(level) or not is_counted(level.before, level.after):
        return False
    return not _lists(level, named)


def _lists(level: LevelPlace, named: list[FoundArea]) -> bool:
    """Whether the counted areas are named after a colon ("two areas inadequate: custody and")."""
    ahead = named[0].start - level.match.end() if named else 0
    return ahead > 0 and any(mark in level.after[:ahead] for mark in ":(–—")


def _is_everywhere(level: LevelPlace) -> bool:
    near = level.before[-_NEAR:]
    return bool(_ALL_AREAS.search(level.up_to_next) or _ALL_AREAS.search(near))


def _unnamed(level: LevelPlace, name: Level, cycle: str, *, negated: bool) -> GradeMention:
    after = level.up_to_next
    everywhere = _is_everywhere(level)
    named = _NAMED.match(after)
    words = named["words"].strip() if named and not everywhere else ""
    if _NO_AREA.fullmatch(words):
        words = ""
    area = alike(words, cycle) if words else ""
    end = level.match.end() + (named.end() if named and words else 0)
    return GradeMention(
        level=name,
        area=area,
        start=level.match.start(),
        end=end,
        negated=negated,
        scheme=scheme_of(area, cycle, name),
        area_words="" if area else words,
        everywhere=everywhere,
    )
