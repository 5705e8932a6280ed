"""Lines in the order in which they are read: columns one after the other, rows of tables whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Final

from sources.page.words import is_grade
from sources.pdf.grids import NEXT_ROW
from sources.pdf.lines import Line, Segment, only

FEWEST: Final = 3
"""Lines that each side of a gutter must have."""
FULL: Final = 0.6
NARROWEST: Final = 13
"""Width, in sizes, that a column of text has at least; one of a table may be narrower."""
SHORT: Final = 0.7
INDENT: Final = 2.5
MOST_GUTTERS: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Gutter:
    """The blank between two columns, and the edges of the text on both sides."""

    left: float
    start: float
    end: float
    right: float

    def holds(self, segment: Segment) -> bool:
        return segment.left < self.middle < segment.right

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    def is_before(self, segment: Segment) -> bool:
        return segment.right <= self.middle


def in_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The columns of a page, in the order in which they are read; each from top to bottom.

    A column of the whole width stands for what lies above, between and below the others.
    """
    for gutter in _gutters(lines):
        parts = _parts(lines, gutter)
        if any(is_set for is_set, _ in parts):
            return [column for part in parts for column in _columns(*part, gutter)]
    return [list(lines)] if lines else []


def _columns(is_set: bool, lines: list[Line], gutter: Gutter) -> list[list[Line]]:  # noqa: FBT001
    if not is_set:
        return in_order(lines) if len(lines) >= FEWEST else [lines]
    before, after = _sides(lines, gutter)
    return [*in_order(before), *in_order(after)]


def _sides(lines: Sequence[Line], gutter: Gutter) -> tuple[list[Line], list[Line]]:
    split = [
        (
            only(line, [one for one in line.segments if gutter.is_before(one)]),
            only(line, [one for one in line.segments if not gutter.is_before(one)]),
        )
        for line in lines
    ]
    return (
        [before for before, _ in split if before.segments],
        [after for _, after in split if after.segments],
    )


def _gutters(lines: Sequence[Line]) -> list[Gutter]:
    """The gaps between segments, those that most lines share first."""
    left = min((line.segments[0].left for line in lines), default=0.0)
    right = max((line.segments[-1].right for line in lines), default=0.0)
    found: dict[int, Gutter] = {}
    counts: dict[int, int] = {}
    for line in lines:
        for before, after in zip(line.segments, line.segments[1:], strict=False):
            key = round(after.left / 3)
            end = after.left
            start = max(before.right, found[key].start if key in found else before.right)
            found[key] = Gutter(left=left, start=min(start, end), end=end, right=right)
            counts[key] = counts.get(key, 0) + 1
    best = sorted(found, key=lambda key: (-counts[key], key))[:MOST_GUTTERS]
    return [found[key] for key in best]


def _parts(lines: Sequence[Line], gutter: Gutter) -> list[tuple[bool, list[Line]]]:
    """The lines cut where they cross the gutter or form a table; True: set in columns."""
    table = _rows_of_tables(lines, gutter)
    free: list[bool] = []
    for number, line in enumerate(lines):
        crosses = number in table or any(map(gutter.holds, line.segments))
        ends_head = number > 0 and not free[-1] and _is_one_head(lines[number - 1], line, gutter)
        free.append(not crosses and not ends_head)
    groups = groupby(zip(free, lines, strict=True), key=lambda pair: pair[0])
    parts = [(is_free, [line for _, line in pairs]) for is_free, pairs in groups]
    return _merged([(free and _is_set(part, gutter), part) for free, part in parts])


def _is_one_head(above: Line, line: Line, gutter: Gutter) -> bool:
    """Whether the line ends a heading that crosses the gutter on the line above."""
    is_alike = abs(above.size - line.size) < 1 and any(map(gutter.holds, above.segments))
    is_near = above.base - line.base < NEXT_ROW * line.size
    return is_alike and is_near and len(line.segments) == 1 and line.segments[0].is_bold


def _merged(parts: list[tuple[bool, list[Line]]]) -> list[tuple[bool, list[Line]]]:
    groups = groupby(parts, key=lambda part: part[0])
    return [(is_set, [line for _, part in each for line in part]) for is_set, each in groups]


def _is_set(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Whether both sides are text that fills its column."""
    before, after = _sides(lines, gutter)
    if min(len(before), len(after)) < FEWEST:
        return False
    return _fill(before, gutter.start - gutter.left) and _fill(after, gutter.right - gutter.end)


def _fill(lines: Sequence[Line], width: float) -> bool:
    spans = [line.segments[-1].right - line.segments[0].left for line in lines]
    usual = median(line.size for line in lines)
    return width >= NARROWEST * usual and median(spans) >= FULL * width


def _rows_of_tables(lines: Sequence[Line], gutter: Gutter) -> set[int]:
    """Numbers of lines that belong to a run of at least two rows across the gutter."""
    rows = [_is_row(line, gutter) for line in lines]
    found: set[int] = set()
    for number, is_row in enumerate(rows):
        beside = [*rows[max(number - 1, 0) : number], *rows[number + 1 : number + 2]]
        above = lines[number - 1] if number - 1 in found else None
        if (is_row and any(beside)) or (above and _runs_on(above, lines[number])):
            found.add(number)
    return found


def _runs_on(row: Line, line: Line) -> bool:
    """Whether the line is what did not fit on a line of the cells above it."""
    is_near = row.base - line.base < NEXT_ROW * line.size
    return is_near and all(segment.text[0].islower() for segment in line.segments)


def _is_row(line: Line, gutter: Gutter) -> bool:
    """Whether the left side does not fill its column, and the right one neither, or begins late."""
    before = [one for one in line.segments if gutter.is_before(one)]
    after = [one for one in line.segments if not gutter.is_before(one)]
    if not before or not after:
        return False
    if is_grade(after[-1].text):
        return True
    widths = (gutter.start - gutter.left, gutter.right - gutter.end)
    spans = (before[-1].right - before[0].left, after[-1].right - after[0].left)
    is_off = after[0].left - gutter.end > INDENT * after[0].size
    return spans[0] < SHORT * widths[0] and (is_off or spans[1] < SHORT * widths[1])
