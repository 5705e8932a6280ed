"""Runs of text to lines, and each line to the segments that wide gaps set apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sources.page.markup import clean, fold
from sources.page.words import is_grade
from sources.pdf.pen import Run

SAME_BASE: Final = 0.4
"""How far, in sizes, two runs of a line may lie apart vertically."""
WORD_GAP: Final = 0.15
WIDE_GAP: Final = 1.2
CHUNK_GAP: Final = 0.35
FIGURE: Final = re.compile(r"(?:^|\s)[£$€]?[0-9][0-9.,]*(?:%|[a-z]{1,2}|-[0-9]{2,4})?$")
OPENS_FIGURE: Final = re.compile("[£$€]?[0-9]")
RAISED: Final = 0.2
SMALL: Final = 0.8
LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
MARK: Final = re.compile(r"[0-9*†‡,\s]{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words on one line without a wide gap; points from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool
    page: int

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Segments that stand side by side, from left to right."""

    segments: tuple[Segment, ...]

    @property
    def base(self) -> float:
        return self.segments[0].base

    @property
    def size(self) -> float:
        return max(segment.size for segment in self.segments)


def lines_of(runs: Iterable[Run], page: int) -> list[Line]:
    """The lines of a page from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        row = rows[-1] if rows else []
        if row and row[0].base - run.base <= SAME_BASE * max(row[0].size, run.size):
            row.append(run)
        else:
            rows.append([run])
    found = [_line(sorted(row, key=lambda run: run.left), page) for row in rows]
    return [line for line in found if line.segments]


def _line(row: Sequence[Run], page: int) -> Line:
    parts: list[list[Run]] = []
    for chunk in _chunks(row):
        if parts and not _is_apart(parts[-1], chunk):
            parts[-1] += chunk
        else:
            parts.append(chunk)
    segments = (_segment(_without_marks(part), page) for part in parts)
    return Line(segments=tuple(segment for segment in segments if segment.text))


def _chunks(row: Sequence[Run]) -> list[list[Run]]:
    """The runs cut at each gap that is wider than a space."""
    chunks: list[list[Run]] = [[row[0]]]
    for before, run in pairwise(row):
        # Bold is often drawn twice, a hair apart.
        if run.text == before.text and abs(run.left - before.left) < WORD_GAP * run.size:
            continue
        if run.left - before.right > CHUNK_GAP * max(run.size, before.size):
            chunks.append([])
        chunks[-1].append(run)
    return chunks


def _is_apart(part: Sequence[Run], chunk: Sequence[Run]) -> bool:
    """Whether a wide gap lies between, or a narrower one beside a grade or between two figures,
    as in the columns of a table that stand close together.
    """
    if chunk[0].left - part[-1].right > WIDE_GAP * max(chunk[0].size, part[-1].size):
        return True
    before, after = _segment(part, 0).text, _segment(chunk, 0).text
    if after[:1].isupper() and (is_grade(before) or is_grade(after)):
        return True
    return FIGURE.search(before) is not None and OPENS_FIGURE.match(after) is not None


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _without_marks(part: list[Run]) -> list[Run]:
    """The runs without raised numbers of footnotes, which would join the figure before them."""
    largest = max(part, key=lambda run: run.size)
    kept = [
        run
        for run in part
        if not (
            run.size < SMALL * largest.size
            and run.base > largest.base + RAISED * largest.size
            and MARK.fullmatch(run.text)
        )
    ]
    return kept or part


def _segment(part: Sequence[Run], page: int) -> Segment:
    words = [part[0].text]
    for before, run in pairwise(part):
        gap = run.left - before.right
        words.append(" " + run.text if gap > WORD_GAP * run.size else run.text)
    weights: Counter[tuple[float, bool]] = Counter()
    for run in part:
        weights[round(run.size, 1), run.is_bold] += len(run.text.strip())
    size, is_bold = max(weights, key=lambda key: (weights[key], key))
    return Segment(
        text=fold(clean(LIGATURE.sub(_letters, "".join(words)))),
        left=part[0].left,
        right=part[-1].right,
        base=max(part, key=lambda run: run.size).base,
        size=size,
        is_bold=is_bold and all(run.is_bold for run in part if run.text.strip()),
        page=page,
    )


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without running heads, running feet and page numbers.

    Those are lines at an edge that stand at one height on several pages, but for the page's number.
    """
    edges = [[*page[:EDGE], *page[-EDGE:]] for page in pages]
    seen = Counter(key for lines in edges for key in {key for line in lines for key in _keys(line)})
    needed = max(2, len(pages) // 4)
    dropped = {
        line
        for lines in edges
        for line in lines
        if _is_number(line) or any(seen[key] >= needed for key in _keys(line))
    }
    return [[line for line in page if line not in dropped] for page in pages]


EDGE: Final = 3
NUMBER: Final = re.compile("[0-9]{1,4}")
PAGE_NUMBER: Final = re.compile(r"(?:page )?[0-9]{1,4}(?: (?:of|/) [0-9]{1,4})?", re.IGNORECASE)


def _keys(line: Line) -> set[tuple[str, int, int]]:
    """A line's words, height and size, the words also with either number as its distance from
    the page's: "Page 3 of 20" recurs as "Page 4 of 20".
    """
    words = " ".join(segment.text for segment in line.segments)
    found = list(NUMBER.finditer(words))
    forms = [words] + [
        f"{words[: match.start()]}#{int(match[0]) - line.segments[0].page}{words[match.end() :]}"
        for match in (*found[:1], *found[-1:])
    ]
    return {(form, round(line.base / 4), round(line.size)) for form in forms}


def _is_number(line: Line) -> bool:
    return len(line.segments) == 1 and PAGE_NUMBER.fullmatch(line.segments[0].text) is not None


def only(line: Line, segments: Iterable[Segment]) -> Line:
    """The line with these of its segments."""
    return replace(line, segments=tuple(segments))
