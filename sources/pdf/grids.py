"""Lines that form a table: found by what stands over what, read by the rules for HTML tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from lxml import etree, html

from sources.page.markup import Element
from sources.pdf.lines import Line, Segment

NEXT_ROW: Final = 1.6
"""Distance, in sizes, from which a line opens a row of its own."""
SAME_ROW: Final = 0.9
MOST_ROWS: Final = 400

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Lines of a table and the horizontal extents of its columns."""

    lines: tuple[Line, ...]
    columns: tuple[Interval, ...]


def grid_at(lines: Sequence[Line]) -> Grid | None:
    """The table that begins with the first of the lines, None where that is no row of a table."""
    if len(lines[0].segments) < 2:  # noqa: PLR2004
        return None
    columns = _extents((), lines[0])
    taken = 1
    for number, line in enumerate(lines[1:MOST_ROWS], 1):
        wider = _extents(columns, line)
        if len(wider) < 2 or not _goes_on(lines, number):  # noqa: PLR2004
            break
        columns, taken = wider, number + 1
    rows = sum(len(line.segments) > 1 for line in lines[:taken])
    return Grid(lines=tuple(lines[:taken]), columns=columns) if rows > 1 else None


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether the line is a row, or words of a cell that a row above or below it holds."""
    line = lines[number]
    if len(line.segments) > 1:
        return True
    if lines[number - 1].base - line.base < NEXT_ROW * line.size:
        return True
    below = lines[number + 1] if number + 1 < len(lines) else None
    return below is not None and line.base - below.base < SAME_ROW * line.size


def _extents(columns: Sequence[Interval], line: Line) -> tuple[Interval, ...]:
    """The columns, widened by the line's segments; those that now touch are one."""
    merged: list[Interval] = []
    for left, right in sorted([*columns, *((one.left, one.right) for one in line.segments)]):
        if merged and left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return tuple(merged)


def table_of(grid: Grid, join: Callable[[str, str], str]) -> Element:
    """The table as markup, for `sources.page.tables`; bold cells are its headings."""
    table = html.Element("table")
    for row in _rows(grid.lines):
        element = etree.SubElement(table, "tr")
        for extent in grid.columns:
            held = [one for line in row for one in line.segments if _lies_in(one, extent)]
            is_heading = bool(held) and all(one.is_bold for one in held)
            cell = etree.SubElement(element, "th" if is_heading else "td")
            cell.text = reduce(join, (one.text for one in held), "")
    return table


def _lies_in(segment: Segment, extent: Interval) -> bool:
    return extent[0] <= (segment.left + segment.right) / 2 <= extent[1]


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        if rows and not _opens_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _opens_row(row: Sequence[Line], line: Line) -> bool:
    distance = row[-1].base - line.base
    if distance > NEXT_ROW * line.size:
        return True
    return len(line.segments) > 1 and distance > SAME_ROW * line.size
