"""Any PDF at an address that belongs to no other source, or kept as a file.

Licence: that of whoever wrote it. Quirks: a PDF knows no headings, paragraphs or tables, only where
text stands and how large, so these are told by geometry (`sources/pdf/`). It tells no publisher
that could be trusted, and its kind is for the caller to say: a force's own annual report must not
count as the inspectors' words. The day is taken from a line such as "Published on", never from the
file's date of making.
"""

from __future__ import annotations

from sources.page.links import links_on
from sources.pages import Page, document_of
from sources.source import PDF, Source
from warehouse.records import Document


def links(index: str, url: str) -> list[str]:
    return links_on(index, url, path=r"\.pdf$")


def parse(page: Page, source: Source) -> Document:
    return document_of(page, source=source.name, kind=source.kind, publisher=source.publisher)


SOURCE = Source(
    name=PDF,
    kind="article",
    publisher="",
    licence="the author's",
    links=links,
    parse=parse,
)
