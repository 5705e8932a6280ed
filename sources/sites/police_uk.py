"""Force websites: the platform that most forces share, and the others, which read alike.

Publisher: the force, by its domain in `forces.csv`; one source a force. Licence: the force's own
unless a page says otherwise. Quirks: the same cookie, error and beta notices open every page;
listings show `Published: 09:10 18/10/2023` (day first) and name each page twice, by its picture
and by its title; `<area>` in `/news/<area>/news/` is not always the force's id, so that the
registry holds the whole address.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sources.page.links import links_on
from sources.pages import Page, document_of, publisher_of
from sources.registry import domains_of
from sources.source import Source
from warehouse.records import Document, Force

ANY_FORCE = "police.uk"
PAGES = r"/news(?:room)?/(?:[^/]+/)*[^/]*-[^/]*/?$"


def links(index: str, url: str) -> list[str]:
    """Pages one or more steps below a news address."""
    return links_on(index, url, path=PAGES, words=2)


def parse(page: Page, source: Source) -> Document:
    publisher = source.publisher or publisher_of(page)
    return document_of(page, source=source.name, kind=source.kind, publisher=publisher)


def sources_of(forces: Sequence[Force]) -> list[Source]:
    """One source for each force that has a domain, and one for any other under police.uk."""
    make = partial(
        Source,
        kind="statement",
        licence="the force's own",
        links=links,
        parse=parse,
        pages=PAGES,
        fresh_days=60,
    )
    own = [
        make(
            name=f"police_uk:{force.id}",
            publisher=force.name,
            places=domains_of(force),
            index=force.news_url,
        )
        for force in forces
        if domains_of(force)
    ]
    return [*own, make(name="police_uk", publisher="", places=(ANY_FORCE,))]
