"""Through a source's lists to the addresses of its documents: deep, and then only what is new."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from flows.reading import WHOLE_EVERY
from sources.client.policy import origin_of
from sources.discovery.listing import is_one_site
from sources.discovery.reading import read_listing
from sources.fetch import NOT_MODIFIED, Client
from sources.source import Source
from warehouse.errors import ParseError, RefusedError, SourceError
from warehouse.watching import ListingPage

MOST_PAGES: Final = 1_000


@dataclass(slots=True)
class Walk:
    """What a walk found: addresses in the lists' order, its pages, and what could not be read."""

    addresses: dict[str, None] = field(default_factory=dict)
    pages: list[ListingPage] = field(default_factory=list)
    problems: list[SourceError] = field(default_factory=list)


def walk(
    client: Client,
    source: Source,
    *,
    known: Collection[str] = (),
    kept: Mapping[str, ListingPage] | None = None,
    deep: bool = True,
) -> Walk:
    """The documents that the source's lists name.

    A list is followed to its end when `deep`, else to the first page without an address that is
    not `known`. `kept` are the pages as last read. SourceError when its own index cannot be read;
    what else cannot be read is told in `problems`.
    """
    found = Walk()
    doors = deque([source.index, *source.doors])
    seen = set(doors)
    while doors and len(found.pages) < MOST_PAGES:
        url = doors.popleft()
        try:
            page = _page(client, source, url, (kept or {}).get(url))
        except SourceError as error:
            if url == source.index:
                raise
            found.problems.append(error)
            continue
        if url == source.index:
            doors.extend(_beside(client, source, page, seen))
        found.pages.append(page)
        news = [address for address in page.entries if address not in known]
        found.addresses.update(dict.fromkeys(page.entries))
        if deep or news or page.form == "sitemap":
            doors.extend(further for further in page.more if not _noted(further, seen))
    if doors:
        expected = f"lists of at most {MOST_PAGES:,} pages"
        found.problems.append(ParseError(source.index, expected, f"{len(doors):,} more"))
    return found


def _beside(client: Client, source: Source, page: ListingPage, seen: set[str]) -> list[str]:
    """Feeds that the index announces, and sitemaps that robots.txt names, of the same site."""
    named = [*page.feeds, *client.robots.sitemaps(origin_of(source.index))]
    same = [url for url in named if is_one_site(url, source.index)]
    return [url for url in same if not _noted(url, seen)]


def _noted(url: str, seen: set[str]) -> bool:
    if url in seen:
        return True
    seen.add(url)
    return False


def _page(client: Client, source: Source, url: str, kept: ListingPage | None) -> ListingPage:
    """The page as served now, or as kept where the server says that it has not changed."""
    now = datetime.now(UTC)
    if kept and now - kept.read_at < WHOLE_EVERY:
        fetched = client.get(url, etag=kept.etag, last_modified=kept.last_modified)
    else:
        fetched = client.get(url)
    if kept and fetched.snapshot.status == NOT_MODIFIED:
        return kept
    if fetched.warnings:
        raise RefusedError(url, "the list itself", "; ".join(fetched.warnings))
    listing = read_listing(source, fetched.snapshot, fetched.body)
    return ListingPage(
        url=url,
        source=source.name,
        form=listing.form,
        etag=fetched.snapshot.etag,
        last_modified=fetched.snapshot.last_modified,
        read_at=now,
        entries=tuple(entry.url for entry in listing.entries),
        more=listing.more,
        feeds=listing.feeds,
    )
