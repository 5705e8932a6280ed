"""An HTML page to what every site's parser starts from: title, pieces of text, dates, metadata."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from sources.page.blocks import pieces_of
from sources.page.content import cut, find_title
from sources.page.dates import Line, is_date_line, published_on, without_date
from sources.page.hiding import drop_hidden
from sources.page.markup import (
    BLOCKS,
    TAG_EDGE,
    Element,
    clean,
    fold,
    parse,
    text_of,
)
from sources.page.metadata import Metadata, read_metadata
from sources.page.pieces import Piece, assemble
from sources.page.states import build_of, refuse_what_is_no_article
from sources.page.words import BYLINE, is_not_content, is_sentence
from warehouse.records import Document, DocumentKind

META_LINES: Final = 6
NEAR: Final = 12
TITLE_END: Final = re.compile(r"\s[|–—-]\s[^|–—-]{1,80}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read. `title` is the heading shown (or what metadata call the page)."""

    url: str
    snapshot: str
    title: str
    pieces: tuple[Piece, ...]
    metadata: Metadata
    published_on: date | None
    warnings: tuple[str, ...] = ()


def read_page(url: str, markup: str, *, snapshot: str = "") -> Page:
    """Read a page's markup; ParseError where it holds no article, NotEvidenceError where it
    holds a wall or an error page instead, RefusedError where it holds a challenge.
    """
    root = parse(markup, url)
    metadata, build = read_metadata(root), build_of(root, markup)
    drop_hidden(root)
    titles = (metadata.headline, metadata.title)
    heading = find_title(
        root, [text.lower() for text in titles if text], metadata.site_name.lower()
    )
    before, after = _lines_around(root, heading)
    content = cut(root, heading)
    title = text_of(heading) if heading is not None else metadata.headline
    title = title or TITLE_END.sub("", metadata.title)
    walked = pieces_of(content)
    pieces = own_text(walked, title)
    shown = [one.text for one in (walked or (*after, *before))]
    refuse_what_is_no_article(url, title, pieces, shown, metadata, build)
    around = [*after, *reversed(before), *(Line(text=piece.text) for piece in walked[-NEAR:])]
    day, doubts = published_on(around, metadata.published, title)
    warnings = (*metadata.warnings, *doubts)
    return Page(
        url=url,
        snapshot=snapshot,
        title=title,
        pieces=tuple(pieces),
        metadata=metadata,
        published_on=day,
        warnings=warnings,
    )


def own_text(pieces: list[Piece], title: str) -> list[Piece]:
    """The pieces without the lines that belong to the site: byline, date, teasers, notices."""
    kept: list[Piece] = []
    prose = False
    for piece in pieces:
        prose = prose or is_sentence(piece.text)
        is_head = not prose and len(kept) < META_LINES
        if not _is_site_line(piece, title, is_head=is_head):
            kept.append(piece)
    return kept


def _is_site_line(piece: Piece, title: str, *, is_head: bool) -> bool:
    if piece.kind in {"cell", "image"}:
        # A tick or a dash; or the name of a date, or the date, in a list of facts at the top.
        return not any(map(str.isalnum, piece.text)) or (is_head and not without_date(piece.text))
    if sum(map(str.isalnum, piece.text)) < 2:  # noqa: PLR2004
        return True
    if is_head and (piece.text == title or BYLINE.fullmatch(without_date(piece.text))):
        return True
    if (is_head or piece.kind == "paragraph") and is_date_line(piece.text):
        return True
    return is_not_content(piece.text)


def _lines_around(root: Element, title: Element | None) -> tuple[list[Line], list[Line]]:
    """The nearest lines before and after the title, everything shown included."""
    before: deque[Line] = deque(maxlen=NEAR)
    after: list[Line] = []
    for line, is_after in _lines(root, title):
        (after if is_after else before).append(line)
        if len(after) == NEAR:
            break
    return list(before), after


def _lines(root: Element, title: Element | None) -> Iterator[tuple[Line, bool]]:
    """Lines in order, with the times in them, and whether they follow the title."""
    parts: list[str] = []
    times: list[str] = []
    is_after = title is None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in BLOCKS or element.tag == "br":
            if text := fold("".join(parts)):
                yield Line(text=text, times=tuple(times)), is_after
            parts.clear()
            times.clear()
        if element is title:
            is_after = event == "end"
        if event == "start" and element.tag == "time":
            times += filter(None, [element.get("datetime")])
        parts.append(TAG_EDGE + clean(element.text if event == "start" else element.tail))


def document_of(  # a record's builder
    page: Page, *, source: str, kind: DocumentKind, publisher: str, warnings: Iterable[str] = ()
) -> Document:
    """The page as a document of this source."""
    text, blocks = assemble(page.title, page.pieces)
    return Document(
        url=page.url,
        source=source,
        kind=kind,
        snapshot=page.snapshot,
        publisher=publisher,
        title=page.title,
        text=text,
        blocks=blocks,
        published_on=page.published_on,
        warnings=(*page.warnings, *warnings),
    )


def publisher_of(page: Page) -> str:
    """The publisher that the page names, else its host."""
    named = page.metadata.publisher or page.metadata.site_name
    return named or (urlsplit(page.url).hostname or "").removeprefix("www.")


def with_body_of_metadata(page: Page) -> Page:
    """The page, its text from JSON-LD where the page itself shows less than half of that.

    Papers that hide the rest of a story from readers without an account often give it there.
    """
    lines = [line for line in page.metadata.article_body.split("\n") if line]
    shown = sum(len(piece.text) for piece in page.pieces)
    if sum(map(len, lines)) <= 2 * shown:
        return replace(page, warnings=(*page.warnings, *_missing(page, lines)))
    pieces = tuple(Piece(kind="paragraph", text=line) for line in lines if not is_not_content(line))
    warning = "the page shows less than half of the text; the whole is from its JSON-LD"
    return replace(page, pieces=pieces, warnings=(*page.warnings, warning))


def _missing(page: Page, lines: list[str]) -> list[str]:
    """A warning for a paragraph with figures that JSON-LD has and the page does not show."""
    shown = " ".join(piece.text for piece in page.pieces)
    lost = [line for line in lines if line not in shown and any(map(str.isdigit, line))]
    lost = [line for line in lost if not is_not_content(line) and line not in page.title]
    return [f"only JSON-LD has this text with figures: {line[:80]!r}" for line in lost[:1]]
