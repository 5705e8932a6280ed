"""His Majesty's Inspectorate of Constabulary and Fire & Rescue Services: inspection reports.

Licence: Open Government Licence v3.0 by the notices in the reports; attribute, leave out logos
and third-party material. Quirks: a report may have four addresses (`www.` with `/hmic/` or
`/hmicfrs/`, either with doubled slashes, and today's host); grades stand in tables, lists, image
texts, badges or sentences; findings stand in panels whose headings do not rank with those around
them; "Published on" can be the day on which an old report was put online.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sources.page.links import links_on
from sources.pages import Page, document_of
from sources.source import Source
from warehouse.records import Document

HOST = "hmicfrs.justiceinspectorates.gov.uk"
SHARED_HOST = "justiceinspectorates.gov.uk"
# A name that no host can have (RFC 2606): invented reports, as in the demo, never carry a real one.
SAMPLE_HOST = "hmicfrs.example"
FOLDERS = "peel-reports|peel-assessments|publication-html|publications|news/news-feed"
PAGES = rf"/(?:{FOLDERS})/+[^/]"


def canonical(url: str) -> str:
    """The one address of a report: today's host, https, single slashes, no query."""
    path = re.sub("/{2,}", "/", f"{urlsplit(url).path}/")
    return f"https://{HOST}{re.sub('^/(?:hmicfrs|hmic)(?=/)', '', path)}"


def links(index: str, url: str) -> list[str]:
    found = links_on(index, url, path=PAGES)
    return list(dict.fromkeys(map(canonical, found)))


def parse(page: Page, source: Source) -> Document:
    return document_of(page, source=source.name, kind=source.kind, publisher=source.publisher)


SOURCE = Source(
    name="hmicfrs",
    kind="report",
    publisher="HMICFRS",
    licence="Open Government Licence v3.0",
    links=links,
    parse=parse,
    places=(HOST, f"{SHARED_HOST}/hmic/", f"{SHARED_HOST}/hmicfrs/", SAMPLE_HOST),
    pages=PAGES,
    index=f"https://{HOST}/publications/",
    doors=(f"https://{HOST}/peel-reports/", f"https://{HOST}/news/news-feed/"),
    canonical=canonical,
    fresh_days=120,
)
