"""Any news page that no other source knows.

Publisher: as the page's own metadata name it, else its host. Licence: as a rule all rights
reserved; keep the address, the figures and a short quotation. Quirks: pages differ in everything;
a paywalled text is read from JSON-LD where it is given whole there.
"""

from __future__ import annotations

from sources.page.links import links_on
from sources.pages import Page, document_of, publisher_of, with_body_of_metadata
from sources.source import Source
from warehouse.records import Document

PAGES = "/.*[a-z0-9]-[a-z0-9].*"


def links(index: str, url: str) -> list[str]:
    """Links whose text is long enough for a headline."""
    return links_on(index, url, path=PAGES, words=4)


def parse(page: Page, source: Source) -> Document:
    whole = with_body_of_metadata(page)
    publisher = source.publisher or publisher_of(page)
    return document_of(whole, source=source.name, kind=source.kind, publisher=publisher)


SOURCE = Source(
    name="article",
    kind="article",
    publisher="",
    licence="all rights reserved",
    links=links,
    parse=parse,
    pages=PAGES,
)
