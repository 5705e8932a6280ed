"""Graded judgments in prose: which level, of which area, and where the words stand.

A level is a grade only where a grading word governs it ("rated", "judgment"), where a force or an
area is said to be it ("is good at preventing crime"), or where it continues such a judgment
("but 'inadequate' for ..."). Everything else is ordinary English and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from checks.areas import FoundArea, alike, area_of, areas_in, scheme_of
from checks.cycles import report_cycle
from checks.grade_cues import (
    Cue,
    cue_of,
    is_counted,
    is_denied,
    is_earlier,
    is_hypothetical,
    is_range,
    leads_to_area,
)
from checks.grids import Disagreement, GridGrade, Reading, disagreements, grid_grades
from checks.levels import LEVEL_WORDS, LEVELS, criticises, level_of
from warehouse.records import Level

__all__ = [
    "LEVELS",
    "Disagreement",
    "GradeMention",
    "GridGrade",
    "Reading",
    "area_of",
    "criticises",
    "disagreements",
    "find_grades",
    "grid_grades",
    "report_cycle",
    "settled_area",
]

_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
_TURN: Final = re.compile(r";|\b(?:but|while|whereas|although|though|however|yet)\b|\s[–—-]\s")
_TO_FIRST: Final = 9
_FROM_LAST: Final = 7
"""Most words between a level and the area after it, and between the area before it and a level."""
_CHAIN: Final = re.compile(r"[\s,]*(?:(?:and|as|well|for|at|in|both|its|the|how|it)[\s,]+){0,6}")
_BRIDGE: Final = re.compile(r"[\s,]*(?:\b(?:and|but|while|yet|though|or|with|also|then)\b|,|;)")
_ALL_AREAS: Final = re.compile(
    r"\b(?:all|every|each)\b[^.;]{0,24}\b(?:areas?|categor(?:y|ies)|questions?|aspects?)\b"
    r"|\bacross the board\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\W{0,3}\b(?:at|in|for|on|when|tackling|with)\b\s(?P<words>[^.,;:()]{3,70})", re.IGNORECASE
)
_NO_AREA: Final = re.compile(
    r"(?:(?:the|a|an|its|our|their|this|last|all|every|each|overall|most|second|third|first|new|latest"
    r"|[0-9]{4}|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|his|her|inspection|report|findings?|published|inspectors|today|year|week|month)\b"
    r"\s?){1,6}(?:\w+\s?){0,3}",
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


@dataclass(frozen=True, slots=True)
class _Level:
    """A level in a sentence with what stands before it, back to the last grade, and after it."""

    match: re.Match[str]
    before: str
    after: str
    back: int
    ahead: int


def find_grades(text: str, *, cycle: str = "") -> list[GradeMention]:
    """Judgments in order of the text; `cycle` decides what a wording of two areas means.

    A count of areas ("no area was graded inadequate"), a grade hoped for and one of an earlier
    inspection are not returned.
    """
    if not LEVEL_WORDS.search(text):
        return []
    found: list[GradeMention] = []
    for sentence in _SENTENCE.finditer(text):
        found += _in_sentence(text, sentence.start(), sentence.end(), cycle)
    return found


def settled_area(mention: GradeMention, title: str, cycle: str = "") -> str:
    """The mention's area; for a grade of the whole the area that the title names, or ""."""
    if mention.area or mention.area_words or mention.everywhere:
        return mention.area
    return area_of(title, cycle)


def _in_sentence(text: str, start: int, end: int, cycle: str) -> list[GradeMention]:
    matches = list(LEVEL_WORDS.finditer(text, start, end))
    if not matches:
        return []
    areas = [a for a in areas_in(text, cycle) if start <= a.start < end]
    found: list[GradeMention] = []
    back = start
    for place, match in enumerate(matches):
        ahead = matches[place + 1].start() if place + 1 < len(matches) else end
        level = _Level(
            match, text[start : match.start()], text[match.end() : end], back, ahead
        )
        mentions = list(_mentions(text, level, areas, cycle, follows=bool(found)))
        found += mentions
        back = max([match.end(), *(m.end for m in mentions)])
    return found


def _mentions(
    text: str, level: _Level, areas: list[FoundArea], cycle: str, *, follows: bool
) -> Iterator[GradeMention]:
    cue = cue_of(level.before, level.match.group(), level.after)
    named = _areas_after(text, level, areas) or _areas_before(text, level, areas, cue)
    if not _holds(text, level, cue, named, follows=follows) or _is_no_judgment(level, named):
        return
    name = level_of(level.match)
    negated = is_denied(level.before)
    for area, (start, end) in zip(named, _spans(level, named), strict=True):
        scheme = scheme_of(area.area, cycle, name)
        yield GradeMention(
            level=name, area=area.area, start=start, end=end, negated=negated, scheme=scheme
        )
    if not named:
        yield _unnamed(level, name, cycle, negated=negated)


def _holds(
    text: str, level: _Level, cue: Cue, named: list[FoundArea], *, follows: bool
) -> bool:
    """Whether the level is a grade at all."""
    if cue in {"graded", "force"}:
        return True
    if follows and (named or cue == "quoted") and _continues(text, level):
        return True
    if cue == "none":
        return bool(named) and _is_said_of(text, level, named)
    return bool(named)


def _continues(text: str, level: _Level) -> bool:
    between = text[level.back : level.match.start()]
    return bool(_BRIDGE.match(between)) and leads_to_area(level.after)


def _is_said_of(text: str, level: _Level, named: list[FoundArea]) -> bool:
    """Whether an area stands at once before "requires improvement" or before ": good"."""
    between = text[named[-1].end : level.match.start()]
    if level.match.group().lower().startswith("requir"):
        return between.isspace() or between in {": ", " – ", " - "}
    return bool(re.fullmatch(r"\s?(?:[:–—-]|was|were|is)\s['\"‘“]", between)) or (
        bool(re.fullmatch(r"\s?[:–—-]\s", between)) and not level.after.strip(" .;,")
    )


def _is_no_judgment(level: _Level, named: list[FoundArea]) -> bool:
    if is_hypothetical(level.before) or is_earlier(level.before, _up_to(level)):
        return True
    if is_range(level.before, level.after):
        return True
    lists_areas = bool(named) and named[0].start > level.match.end()
    return is_counted(level.before, level.after) and not (
        lists_areas and re.search(r"[:(–—]", level.after[: named[0].start - level.match.end()])
    )


def _up_to(level: _Level) -> str:
    return level.after[: level.ahead - level.match.end()]


def _areas_after(text: str, level: _Level, areas: list[FoundArea]) -> list[FoundArea]:
    """The areas that the words after the level name, until the sentence turns."""
    turn = _TURN.search(text, level.match.end() + 3, level.ahead)
    stop = turn.start() if turn else level.ahead
    ahead = [a for a in areas if level.match.end() <= a.start and a.end <= stop]
    if not ahead or not leads_to_area(level.after) and ":" not in _up_to(level):
        return []
    if len(text[level.match.end() : ahead[0].start].split()) > _TO_FIRST:
        return []
    return _chain(text, ahead)


def _areas_before(
    text: str, level: _Level, areas: list[FoundArea], cue: Cue
) -> list[FoundArea]:
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


def _spans(level: _Level, named: list[FoundArea]) -> list[tuple[int, int]]:
    """Words of each mention; the level's own go with the area that stands nearest to it."""
    spans = [(area.start, area.end) for area in named]
    if named and named[0].start > level.match.start():
        spans[0] = (level.match.start(), named[0].end)
    elif named:
        spans[-1] = (named[-1].start, level.match.end())
    return spans


def _unnamed(level: _Level, name: Level, cycle: str, *, negated: bool) -> GradeMention:
    after = _up_to(level)
    everywhere = bool(_ALL_AREAS.search(after) or _ALL_AREAS.search(level.before[-60:]))
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
