"""A column's lines to paragraphs, and what runs on from one column or page to the next."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from statistics import median
from typing import Final

from sources.page.markup import Element
from sources.page.words import SENTENCE_END, is_grade, is_label
from sources.pdf.grids import grid_at, table_of
from sources.pdf.hyphens import join
from sources.pdf.lines import Line, Segment

BULLET: Final = re.compile("[•▪◦‣·●■○\uf0b7\uf0a7\u2043*–—-]")
LEADERS: Final = re.compile(r"(?:[.…] ?){4,}[0-9ivx]{0,5}$")
SAME_SIZE: Final = 0.08
SPACED: Final = 1.3
"""How much wider than others the blank above a paragraph's first line is."""
LINE: Final = 1.6
SLACK: Final = 1.5
SHORT: Final = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Text of one size. `indent` is its distance from its column's left edge, in points."""

    text: str
    size: float
    is_bold: bool
    indent: float
    page: int
    is_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as markup and the page on which it begins."""

    element: Element
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A line that sets a grade apart from the name of what is graded."""

    label: str
    grade: str
    page: int


Part = Paragraph | Table | Rated


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a line is measured by: the edges of its column and the usual distance of two lines."""

    left: float
    right: float
    leading: float
    size: float

    def room_after(self, segment: Segment) -> float:
        """Points left on the segment's line, in a box as far from both edges as it stands in."""
        return self.right - (segment.left - self.left) - segment.right


def parts_of(columns: Sequence[Sequence[Line]], known: Collection[str]) -> list[Part]:
    """The parts of columns in reading order; `known` are the words of the whole document."""
    parts: list[Part] = []
    for lines in columns:
        for number, part in enumerate(_of_column(lines, known)):
            joined = _joined(parts[-1], part, known) if number == 0 and parts else None
            if joined is None:
                parts.append(part)
            else:
                parts[-1] = joined
    return parts


def _joined(last: Part, part: Part, known: Collection[str]) -> Part | None:
    """The paragraph at a column's end with that at the next one's top, if it runs on there."""
    if not isinstance(last, Paragraph) or not isinstance(part, Paragraph) or part.is_item:
        return None
    runs_on = _is_alike(last, part) and not last.is_bold and not SENTENCE_END.search(last.text)
    return replace(last, text=join(last.text, part.text, known)) if runs_on else None


def _is_alike(one: Paragraph | Segment, other: Paragraph | Segment) -> bool:
    sizes = abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size)
    return sizes and one.is_bold == other.is_bold


def _of_column(lines: Sequence[Line], known: Collection[str]) -> Iterator[Part]:
    lines = [line for line in map(_with_bullet, lines) if not LEADERS.search(_text(line))]
    if not lines:
        return
    column = _measure(lines)
    number = 0
    while number < len(lines):
        if grid := grid_at(lines[number:]):
            yield Table(
                element=table_of(grid, partial(join, known=known)), page=_page(lines[number])
            )
            number += len(grid.lines)
        elif rated := _rated(lines[number]):
            yield rated
            number += 1
        else:
            taken = _length(lines[number:], column)
            yield _paragraph(lines[number : number + taken], column, known)
            number += taken


def _measure(lines: Sequence[Line]) -> Column:
    gaps = [
        above.base - below.base
        for above, below in pairwise(lines)
        if 0 < above.base - below.base < LINE * max(above.size, below.size)
    ]
    return Column(
        left=min(line.segments[0].left for line in lines),
        right=max(line.segments[-1].right for line in lines),
        leading=median(gaps) if gaps else 0.0,
        size=median(line.size for line in lines),
    )


def _with_bullet(line: Line) -> Line:
    """The line, its bullet one segment with the words after it."""
    if len(line.segments) < 2 or not BULLET.fullmatch(line.segments[0].text):  # noqa: PLR2004
        return line
    bullet, words, *others = line.segments
    joined = replace(words, text=f"{bullet.text} {words.text}", left=bullet.left)
    return replace(line, segments=(joined, *others))


def _rated(line: Line) -> Rated | None:
    if len(line.segments) != 2:  # noqa: PLR2004
        return None
    name, grade = (segment.text for segment in line.segments)
    if not is_grade(grade) or not is_label(name):
        return None
    return Rated(label=name, grade=grade, page=_page(line))


def _page(line: Line) -> int:
    return line.segments[0].page


def _text(line: Line) -> str:
    return " ".join(segment.text for segment in line.segments)


def _length(lines: Sequence[Line], column: Column) -> int:
    """How many of the lines the first paragraph has."""
    for number in range(1, len(lines)):
        is_second = number == 1
        if _opens(lines[number - 1], lines[number], column, is_second=is_second):
            return number
        if len(lines[number].segments) > 1 and (grid_at(lines[number:]) or _rated(lines[number])):
            return number
    return len(lines)


def _opens(above: Line, line: Line, column: Column, *, is_second: bool) -> bool:
    """Whether the line begins another paragraph than the one above it."""
    last, first = above.segments[-1], line.segments[0]
    if _is_set_otherwise(last, first, column) or _is_spaced(above, line, column):
        return True
    if _is_bulleted(first.text) or _would_have_fitted(last, first, column):
        return True
    indent = first.left - above.segments[0].left
    if indent < -first.size and not is_second:
        return True
    ended = SENTENCE_END.search(last.text) is not None
    return ended and (not _is_full(last, column) or indent > first.size)


def _is_full(segment: Segment, column: Column) -> bool:
    return segment.right - column.left >= SHORT * (column.right - column.left)


def _is_set_otherwise(last: Segment, first: Segment, column: Column) -> bool:
    """Whether the size changes, or the weight where no bold phrase can just run on."""
    if abs(last.size - first.size) > SAME_SIZE * max(last.size, first.size):
        return True
    ended = SENTENCE_END.search(last.text) is not None
    return last.is_bold != first.is_bold and (ended or not _is_full(last, column))


def _is_spaced(above: Line, line: Line, column: Column) -> bool:
    """Whether more blank lies between the lines than between those of a paragraph."""
    last, first = above.segments[-1], line.segments[0]
    usual = column.leading if last.size < LINE * column.leading else last.size * SPACED
    distance = above.base - line.base
    return distance > max(SPACED * usual, LINE * first.size) or distance < 0


def _is_bulleted(text: str) -> bool:
    return len(text) > 1 and text[1] == " " and BULLET.match(text) is not None


def _would_have_fitted(last: Segment, first: Segment, column: Column) -> bool:
    """Whether a line of running text ended before its edge although the next word had room."""
    if first.text[0].islower() or first.is_bold or first.size > column.size * (1 + SAME_SIZE):
        return False
    word = first.text.split(maxsplit=1)[0]
    width = first.width * len(word) / len(first.text)
    return column.room_after(last) > width + SLACK * first.size


def _paragraph(lines: Sequence[Line], column: Column, known: Collection[str]) -> Paragraph:
    text = ""
    for line in lines:
        text = join(text, _text(line), known)
    first = lines[0].segments[0]
    is_item = _is_bulleted(text)
    return Paragraph(
        text=text[2:] if is_item else text,
        size=first.size,
        is_bold=all(one.is_bold for line in lines for one in line.segments),
        indent=min(line.segments[0].left for line in lines) - column.left,
        page=first.page,
        is_item=is_item,
    )
