"""Tables to labelled cells: which heading each cell belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sources.page.markup import HEADINGS, Element, alt_of, iter_lines, tag_of, text_of
from sources.page.words import is_grade, is_label, is_sentence
from warehouse.records import BlockKind

MAX_SPAN: Final = 60
MAX_COLUMNS: Final = 100
MAX_HEAD_ROWS: Final = 5
TICKS: Final = frozenset("✓ ✔ ✅ ☑ ● • ■ x yes y tick ticked".split())
LAYOUT_PROSE: Final = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell at its first row and column; `lines` its text, or the words of its images."""

    row: int
    column: int
    is_heading: bool
    lines: tuple[str, ...]
    kind: BlockKind

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Every place of a table (a spanning cell stands at each place it covers) and its head rows."""

    places: dict[tuple[int, int], Cell]
    width: int
    heads: tuple[int, ...]

    def row(self, number: int) -> list[Cell]:
        found = (self.places.get((number, column)) for column in range(self.width))
        return list(dict.fromkeys(cell for cell in found if cell is not None))

    def above(self, cell: Cell) -> str:
        """The words over the cell, from the lowest head row above it that has any."""
        for row in reversed([head for head in self.heads if head < cell.row]):
            head = self.places.get((row, cell.column))
            if head is not None and head.text:
                return head.text
        return ""

    def beside(self, cell: Cell) -> str:
        """The words that head the cell's row: the last th to its left, else the first cell.

        A first cell that is prose heads nothing: such a row sets statements side by side.
        """
        left = [other for other in self.row(cell.row) if other.column < cell.column]
        first = [other for other in left[:1] if not is_sentence(other.text)]
        named = [other for other in left if other.is_heading and other.text] or first
        return named[-1].text if named else ""

    def named(self, cell: Cell) -> str:
        """What a grade in this cell is about: the names to its left, and, where its row holds
        several grades, the heading of its column.
        """
        row = self.row(cell.row)
        names = [other.text for other in row if other.column < cell.column and is_label(other.text)]
        grades = sum(is_grade(other.text) for other in row)
        if grades > 1 or not names:
            names.append(self.above(cell))
        return ", ".join(name for name in names if name)

    def ticked(self, cell: Cell) -> str | None:
        """The grade in whose column this row holds its only mark."""
        marks = [other for other in self.row(cell.row) if other is not cell and other.lines]
        if len(marks) != 1 or marks[0].text.lower() not in TICKS:
            return None
        grade = self.above(marks[0])
        return grade if is_grade(grade) else None


def is_layout(table: Element) -> bool:
    """Whether the table is only a way to place things on the page."""
    if table.get("role") in {"presentation", "none"}:
        return True
    if next(table.iterdescendants("table", *HEADINGS), None) is not None:
        return True
    cells = [element for element in table.iter() if tag_of(element) in {"td", "th"}]
    return len(cells) == 1 or any(len(text_of(cell)) > LAYOUT_PROSE for cell in cells)


def read_table(table: Element) -> Iterator[tuple[BlockKind, str, str | None]]:
    """(kind, text, label) for the caption and every line of every cell, in reading order.

    Where columns or rows are headed by grades, an area's label is its grade; a grade's label is
    the heading of its row or, where that is none, of its column; any other cell has both.
    """
    for caption in table.iter("caption"):
        yield from (("caption", line, None) for line in iter_lines(caption))
    grid = _grid([element for element in table.iter() if tag_of(element) == "tr"])
    for place, cell in grid.places.items():
        if place == (cell.row, cell.column):
            label = _label(grid, cell)
            yield from ((cell.kind, line, label) for line in cell.lines)


def _grid(rows: list[Element]) -> Grid:
    places: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(rows):
        column = 0
        for element in row:
            while (number, column) in places:
                column += 1
            if tag_of(element) in {"td", "th"} and column < MAX_COLUMNS:
                height = min(_span(element, "rowspan"), len(rows) - number)
                _place(places, _cell(element, number, column), height, _span(element, "colspan"))
    width = 1 + max((column for _, column in places), default=0)
    heads = _head_rows(rows, places)
    return Grid(places=dict(sorted(places.items())), width=width, heads=heads)


def _place(places: dict[tuple[int, int], Cell], cell: Cell, height: int, width: int) -> None:
    for row in range(cell.row, cell.row + height):
        for column in range(cell.column, min(cell.column + width, MAX_COLUMNS)):
            places.setdefault((row, column), cell)


def _span(element: Element, name: str) -> int:
    value = (element.get(name) or "").strip()
    asked = int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 1  # noqa: PLR2004
    return min(max(asked, 1), MAX_SPAN)


def _cell(element: Element, row: int, column: int) -> Cell:
    lines = tuple(iter_lines(element))
    images = tuple(alt for image in element.iter("img") if (alt := alt_of(image)))
    return Cell(
        row=row,
        column=column,
        is_heading=tag_of(element) == "th",
        lines=lines or images,
        kind="cell" if lines or not images else "image",
    )


def _head_rows(rows: list[Element], places: dict[tuple[int, int], Cell]) -> tuple[int, ...]:
    top = rows[:MAX_HEAD_ROWS]
    marked = [
        n for n, row in enumerate(top) if any(up.tag == "thead" for up in row.iterancestors())
    ]
    if marked or len(rows) == 1:
        return tuple(marked)
    first = [cell for (row, _), cell in places.items() if row == 0]
    second = [cell for (row, _), cell in places.items() if row == 1]
    if all(cell.is_heading or not cell.lines for cell in first):
        return (0,)
    grades = sum(is_grade(cell.text) for cell in first)
    is_head = grades > 1 or (not any(map(_is_value, first)) and any(map(_is_value, second[1:])))
    # Two plain columns of names and grades have no head row, only a first row.
    return (0,) if is_head and len(first) > 1 else ()


def _is_value(cell: Cell) -> bool:
    return is_grade(cell.text) or any(map(str.isdigit, cell.text))


def _label(grid: Grid, cell: Cell) -> str | None:
    if cell.row in grid.heads or not cell.lines:
        return None
    if is_grade(cell.text):
        return grid.named(cell) or None
    above, beside = grid.above(cell), grid.beside(cell)
    if is_grade(above):
        return above
    if is_grade(beside):
        return beside
    if cell.column == 0 or cell.is_heading:
        return grid.ticked(cell) or (above if above and is_sentence(cell.text) else None)
    return ", ".join(words for words in (beside, above) if words) or None
