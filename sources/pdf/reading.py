"""A PDF to what every site's parser starts from, as `sources.pages` does it for HTML.

pypdf gives the operations of each page; what follows is geometry: lines, columns, paragraphs and
tables by where text stands, headings by its size and weight.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, LimitReachedError

from sources.page.blocks import DEEPEST, Walk
from sources.page.dates import Line as DatedLine
from sources.page.dates import published_on
from sources.page.markup import clean, fold
from sources.page.metadata import Metadata
from sources.page.pairs import Pair
from sources.page.pieces import Piece
from sources.page.tables import read_table
from sources.page.words import is_finding, is_sentence
from sources.pages import NEAR, Page, own_text
from sources.pdf.columns import in_order
from sources.pdf.hyphens import words_in
from sources.pdf.lines import Line, lines_of, without_running_lines
from sources.pdf.paragraphs import Paragraph, Part, Rated, Table, parts_of
from sources.pdf.runs import runs_of
from warehouse.errors import ParseError, UnreadableError

EXPECTED: Final = "a PDF with text"
# Its warnings are about the file's build; what cannot be read is said by our own errors.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MOST_PAGES: Final = 1000
LONGEST_HEADING: Final = 160
LARGER: Final = 1.1
PANEL: Final = 3.0
"""Points by which a finding's heading must stand in for its box to be known by that."""


def read_pdf(url: str, body: bytes, *, snapshot: str = "") -> Page:
    """Read a PDF's bytes; UnreadableError where they are locked, broken, too large or hold no text.

    Each piece has its page. Pieces before the title (the cover's other lines) are left out.
    """
    lines, called = _opened(url, body)
    pages = without_running_lines(lines)
    known = words_in([one.text for page in pages for line in page for one in line.segments])
    parts = parts_of([column for page in pages for column in in_order(page)], known)
    if not parts:
        raise UnreadableError(url, EXPECTED, f"{len(lines)} pages without any (a scan?)")
    title, rest, before = _titled(parts, called)
    pieces = _pieces(rest)
    kept = own_text(pieces, title)
    if not kept:
        raise ParseError(url, "a document with text below its title", f"{title!r} and no text")
    around = [DatedLine(text=text) for text in _around(before, pieces)]
    day, doubts = published_on(around, (), title)
    return Page(
        url=url,
        snapshot=snapshot,
        title=title,
        pieces=tuple(kept),
        metadata=Metadata(title=called),
        published_on=day,
        warnings=doubts,
    )


def _opened(url: str, body: bytes) -> tuple[list[list[Line]], str]:
    """The lines of every page, and what the file calls itself."""
    try:
        return _lines_and_title(url, PdfReader(BytesIO(body)))
    except (UnreadableError, MemoryError):
        raise
    except FileNotDecryptedError as error:
        raise UnreadableError(url, EXPECTED, "a PDF locked with a password") from error
    except LimitReachedError as error:
        raise UnreadableError(url, EXPECTED, f"a PDF past every measure: {error}") from error
    except Exception as error:
        # A broken file makes pypdf stumble anywhere: over a key, a type, its own recursion.
        seen = f"a broken PDF ({type(error).__name__}: {str(error)[:120]})"
        raise UnreadableError(url, EXPECTED, seen) from error


def _lines_and_title(url: str, reader: PdfReader) -> tuple[list[list[Line]], str]:
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise UnreadableError(url, f"a PDF of at most {MOST_PAGES} pages", f"{count} pages")
    named = reader.metadata.title if reader.metadata else None
    pages = [lines_of(runs_of(page), number) for number, page in enumerate(reader.pages, 1)]
    return pages, fold(clean(str(named or "")))


def _titled(parts: Sequence[Part], called: str) -> tuple[str, Sequence[Part], Sequence[Part]]:
    """Title, what follows it and what stands before it; the title is the first page's largest."""
    first = [part for part in parts if isinstance(part, Paragraph) and part.page == parts[0].page]
    largest = max((part.size for part in first), default=0.0)
    if largest <= LARGER * _body_size(parts):
        return called, parts, ()
    number = next(
        number
        for number, part in enumerate(parts)
        if isinstance(part, Paragraph) and part.size == largest
    )
    return _text_of(parts[number]), parts[number + 1 :], parts[:number]


def _text_of(part: Part) -> str:
    return part.text if isinstance(part, Paragraph) else ""


def _around(before: Iterable[Part], pieces: Sequence[Piece]) -> Iterator[str]:
    """The lines in which a day of publication is looked for, the likeliest first."""
    yield from (piece.text for piece in pieces[:NEAR])
    yield from (text for part in before if (text := _text_of(part)))
    yield from (piece.text for piece in pieces[-NEAR:])


def _body_size(parts: Sequence[Part]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for part in parts:
        if isinstance(part, Paragraph):
            sizes[part.size] += len(part.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The size of running text, and the level of each size in which headings are set."""

    body: float
    levels: dict[float, int]


def _pieces(parts: Sequence[Part]) -> list[Piece]:
    """The parts as pieces, with the headings above each and its page."""
    headings = _headings(parts)
    walk = Walk(texts={})
    panel: float | None = None
    for part in parts:
        first = len(walk.pieces)
        if isinstance(part, Paragraph):
            panel = _add(walk, part, headings, panel)
        elif isinstance(part, Table):
            for kind, text, label in read_table(part.element):
                walk.add(kind, text, label)
        else:
            walk.add_pair(_pair(part))
        walk.pieces[first:] = [replace(piece, page=part.page) for piece in walk.pieces[first:]]
    return walk.pieces


def _pair(part: Rated) -> Pair:
    return Pair(label=part.label, grade=part.grade, is_image=False, grade_first=False)


def _headings(parts: Sequence[Part]) -> Headings:
    """The largest headings are of level 2, below the title."""
    body = _body_size(parts)
    heads = (part for part in parts if isinstance(part, Paragraph) and _is_head(part, body))
    sizes = sorted({part.size for part in heads}, reverse=True)
    return Headings(
        body=body, levels={size: min(level, DEEPEST) for level, size in enumerate(sizes, 2)}
    )


def _is_head(part: Paragraph, body: float) -> bool:
    if part.is_item or len(part.text) > LONGEST_HEADING:
        return False
    if is_finding(part.text):
        return True
    is_prose = is_sentence(part.text) and part.text.endswith((".", ",", ";"))
    return not is_prose and (part.size > LARGER * body or (part.is_bold and part.size >= body))


def _add(walk: Walk, part: Paragraph, headings: Headings, panel: float | None) -> float | None:
    """Add a paragraph; returns the indent of the box of a finding that it stands in."""
    if panel is not None and part.indent < panel - PANEL:
        while walk.path and is_finding(walk.path[-1][1]):
            walk.path.pop()
        panel = None
    is_first = bool(walk.pieces) and is_finding(walk.pieces[-1].text)
    # What stands bold under a finding's heading is the finding itself.
    if _is_head(part, headings.body) and not (is_first and part.size <= LARGER * headings.body):
        is_panel = is_finding(part.text)
        walk.head(part.text, DEEPEST if is_panel else headings.levels[part.size])
        return part.indent if is_panel and part.indent > PANEL else None
    if part.is_item:
        walk.add("item", part.text)
    else:
        walk.add_line(part.text)
    return panel
