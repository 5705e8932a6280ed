"""Plain text: pasted, or kept as a file. Publisher, day and kind are for the caller to say.

Licence: that of whoever wrote it. Quirks: a title only where the first line is short and no
sentence; paragraphs by blank lines, or one a line.
"""

from __future__ import annotations

from sources.pages import Page, document_of
from sources.source import PLAIN, Source
from warehouse.records import Document


def links(index: str, url: str) -> list[str]:  # noqa: ARG001
    """None: text lists no pages."""
    return []


def parse(page: Page, source: Source) -> Document:
    return document_of(page, source=source.name, kind=source.kind, publisher=source.publisher)


SOURCE = Source(
    name=PLAIN,
    kind="article",
    publisher="",
    licence="the author's",
    links=links,
    parse=parse,
)
