"""Grades that a report's page shows outside its prose: grids, lists, badges, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from checks.grading.areas import area_of, scheme_of
from checks.grading.levels import LEVEL_WORDS, level_of, only_level
from warehouse.records import Block, Document, Level

_PAIR: Final = re.compile(r"\s*(?::|\s[–—-])\s+")
_LONGEST_PAIR: Final = 160
_NO_GRADE_UNDER: Final = re.compile(
    r"\b(?:previous|earlier|last) (?:grades?|judge?ments?|inspection|peel)"
    r"|\bwhat (?:the|our) grades|\bhow we grade",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridGrade:
    """A grade shown at `block`. `subject_words` is the heading or row that names who has it.

    `subject_words` is "" where the words name an area; then the report's own force is meant.
    """

    level: Level
    area: str
    subject_words: str
    block: Block
    scheme: str = ""


def grid_grades(document: Document, cycle: str = "") -> list[GridGrade]:
    """Grades of tables, definition lists, badges and pictures, in order of the page."""
    title_area = area_of(document.title, cycle)
    found: list[GridGrade] = []
    for block in document.blocks:
        if block.kind == "title" or any(_NO_GRADE_UNDER.search(h) for h in block.section):
            continue
        for level, names in _shown(document.words(block), block):
            found.append(_grade(block, level, names, title_area, cycle))
    return found


def _shown(words: str, block: Block) -> Iterator[tuple[Level, tuple[str, ...]]]:
    """The level that a block shows, and the names beside or above it, nearest first."""
    own = only_level(words)
    beside = only_level(block.label) if block.label else None
    above = only_level(block.section[-1]) if block.section else None
    if own:
        yield own, _names(block)
    elif beside:
        yield beside, (words,)
    elif above and block.kind in {"item", "cell", "paragraph"} and len(words) <= _LONGEST_PAIR:
        yield from ((above, (words,)) for _ in [words] if area_of(words))
    else:
        yield from _written_pair(words)


def _names(block: Block) -> tuple[str, ...]:
    headings = tuple(reversed(block.section))
    return (block.label, *headings) if block.label else headings


def _written_pair(words: str) -> Iterator[tuple[Level, tuple[str, ...]]]:
    """Of "Vetting: good" or "Good – vetting" the level and the name."""
    if len(words) > _LONGEST_PAIR or not LEVEL_WORDS.search(words):
        return
    parts = _PAIR.split(words)
    if len(parts) != 2:  # noqa: PLR2004 - a pair
        return
    for name, grade in (parts, parts[::-1]):
        match = LEVEL_WORDS.fullmatch(grade.strip(" .;,'‘’“”"))
        if match and area_of(name):
            yield level_of(match), (name,)
            return


def _grade(
    block: Block, level: Level, names: tuple[str, ...], title_area: str, cycle: str
) -> GridGrade:
    areas = [area_of(name, cycle) for name in names]
    area = next((found for found in areas if found), "")
    nearest = names[0] if names else ""
    subject_words = "" if areas and areas[0] else nearest
    area = area or title_area
    return GridGrade(
        level=level,
        area=area,
        subject_words=subject_words,
        block=block,
        scheme=scheme_of(area, cycle, level),
    )
