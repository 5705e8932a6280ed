"""Lines that form a table: found by what stands over what, read by the rules for HTML tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Final

from lxml import etree, html

from sources.page.markup import Element
from sources.pdf.lines import Line, Segment

NEXT_ROW: Final = 1.6
"""Distance, in sizes, from which a line opens a row of its own."""
SAME_ROW: Final = 0.9
PADDED: Final = 1.25
"""How much more than the usual distance of two lines shows that a row begins."""
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
    """The lines of each row: more blank lies between two rows than between two lines of a cell."""
    gaps = [above.base - below.base for above, below in pairwise(lines)]
    usual = min((gap for gap in gaps if gap > SAME_ROW * lines[0].size), default=0.0)
    is_padded = max(gaps, default=0.0) > PADDED * usual
    rows = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if gap > (PADDED * usual if is_padded else SAME_ROW * line.size) and _opens_row(line):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _opens_row(line: Line) -> bool:
    """Whether any cell begins anew; lines that all run on belong to the row above."""
    return any(not segment.text[0].islower() for segment in line.segments)
