"""Plain text to a document: pasted statements, and articles kept as text."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import Final

from sources.page.markup import clean, fold
from sources.page.pieces import Piece, assemble
from sources.page.words import SENTENCE_END
from warehouse.records import Document, DocumentKind

TITLE_LENGTH: Final = 140
WRAPPED: Final = 55
BULLET: Final = re.compile(r"(?:[•▪◦‣·*]|[-–]) +")
MARKED_HEADING: Final = re.compile(r"(#{1,6}) +")


def read_text(
    url: str, text: str, *, snapshot: str, kind: DocumentKind, source: str = "text"
) -> Document:
    """Paragraphs set apart by blank lines, else one a line; hard-wrapped lines are joined.

    The first line is the title only where it looks like one: short and no sentence. Publisher
    and day are for the caller to say.
    """
    paragraphs = _paragraphs(text)
    title, rest = "", paragraphs
    if len(paragraphs) > 1 and _is_title(paragraphs[0]):
        title, rest = MARKED_HEADING.sub("", paragraphs[0]), paragraphs[1:]
    whole, blocks = assemble(title, _pieces(rest))
    return Document(
        url=url,
        source=source,
        kind=kind,
        snapshot=snapshot,
        publisher="",
        title=title,
        text=whole,
        blocks=blocks,
    )


def _paragraphs(text: str) -> list[str]:
    lines = [fold(clean(line)) for line in text.splitlines()]
    groups = [list(group) for filled, group in groupby(lines, bool) if filled]
    return [paragraph for group in groups for paragraph in _joined(group)]


def _joined(lines: list[str]) -> list[str]:
    """Lines of one group: joined where all but the last run to the margin."""
    paragraphs = lines[:1]
    longest = max(map(len, lines))
    for last, line in pairwise(lines):
        runs_on = WRAPPED <= longest <= 2 * WRAPPED and len(last) > 0.75 * longest
        if (runs_on or line[0].islower()) and not BULLET.match(line):
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs


def _is_title(line: str) -> bool:
    if MARKED_HEADING.match(line):
        return True
    return len(line) <= TITLE_LENGTH and not SENTENCE_END.search(line) and not BULLET.match(line)


def _pieces(paragraphs: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    path: list[tuple[int, str]] = []
    for line in paragraphs:
        section = tuple(words for _, words in path)
        if marked := MARKED_HEADING.match(line):
            level, words = len(marked[1]), line[marked.end() :]
            path = [(other, text) for other, text in path if other < level]
            section = tuple(text for _, text in path)
            pieces.append(Piece(kind="heading", text=words, section=section, level=level))
            path.append((level, words))
        elif bullet := BULLET.match(line):
            pieces.append(Piece(kind="item", text=line[bullet.end() :], section=section))
        else:
            pieces.append(Piece(kind="paragraph", text=line, section=section))
    return [piece for piece in pieces if piece.text]
