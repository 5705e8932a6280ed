"""Any page that names documents, read by what it is: a feed, a sitemap, a search answer, HTML."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from sources.decode import decode
from sources.discovery.listing import Entry, Listing, absolute, is_one_site
from sources.discovery.paging import announced_feeds, further_pages
from sources.discovery.xml import is_xml_listing, read_xml
from sources.page.hiding import drop_hidden
from sources.page.markup import parse
from sources.source import Source
from warehouse.errors import ParseError
from warehouse.records import Snapshot

EXPECTED: Final = "a list with links to documents"


def read_listing(source: Source, snapshot: Snapshot, body: bytes) -> Listing:
    """The documents of `source` that a page names, and where the list goes on; pure.

    ParseError where the page is none of the known forms, or an HTML page names no document.
    """
    url = snapshot.final_url
    if is_xml_listing(body):
        return _of_source(source, read_xml(body, url), url)
    text = decode(body, snapshot.charset, url).text
    if text.lstrip().startswith("{"):
        return _of_source(source, _search(text, url), url)
    return _page(source, text, url)


def _page(source: Source, markup: str, url: str) -> Listing:
    entries = tuple(Entry(url=link) for link in source.links(markup, url))
    root = parse(markup, url)
    feeds = announced_feeds(root, url)
    drop_hidden(root)
    more = further_pages(root, url)
    if not entries and not feeds:
        raise ParseError(url, EXPECTED, "none that this source knows")
    return Listing(form="page", entries=entries, more=more, feeds=feeds)


def _of_source(source: Source, listing: Listing, url: str) -> Listing:
    """Only what is a document of the source: a sitemap names every page of a site."""
    kept = {
        source.canonical(entry.url): entry.day
        for entry in listing.entries
        if (is_one_site(entry.url, url) or source.holds(entry.url))
        and (listing.form == "feed" or source.lists(entry.url))
    }
    entries = tuple(Entry(url=address, day=day) for address, day in kept.items())
    more = tuple(page for page in listing.more if is_one_site(page, url))
    return Listing(form=listing.form, entries=entries, more=more)


def _search(text: str, url: str) -> Listing:
    """An answer of the GOV.UK search interface: `results` with links, `total` and `start`."""
    try:
        answer: Any = json.loads(text)
        results, total = answer["results"], int(answer["total"])
        start = int(answer.get("start", 0))
        entries = tuple(_result(row, url) for row in results)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ParseError(url, "a search answer with results and total", repr(error)) from error
    if total and not results and not start:
        raise ParseError(url, f"the first of {total} results", "none")
    following = start + len(results)
    more = (_from(url, following),) if results and following < total else ()
    return Listing(form="search", entries=entries, more=more)


def _result(row: dict[str, Any], url: str) -> Entry:
    day = row.get("public_timestamp")
    return Entry(
        url=absolute(url, row["link"]), day=datetime.fromisoformat(day).date() if day else None
    )


def _from(url: str, start: int) -> str:
    """The same search from another result on."""
    parts = urlsplit(url)
    kept = [(key, value) for key, value in parse_qsl(parts.query) if key != "start"]
    return urlunsplit(parts._replace(query=urlencode([*kept, ("start", str(start))])))
