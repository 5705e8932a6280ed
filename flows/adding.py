"""`sources add`: a site is tried before it is watched, and what was seen of it is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args
from urllib.parse import urlsplit

from flows.fetching import client_for
from flows.inputs import ADDRESS
from flows.settings import Settings, load_settings
from flows.terminal import answer
from flows.watching import Added, load_added, save_added, watched
from sources.discovery.listing import Listing
from sources.discovery.reading import read_listing
from sources.fetch import Client
from sources.registry import load_forces
from sources.source import Source, read_document, source_for
from warehouse.errors import SourceError, UsageError
from warehouse.records import Document, DocumentKind

TRIED = 3
"""Documents that are tried, so that one odd page does not speak for a site."""


def add_source(url: str, *, name: str | None, kind: str, publisher: str) -> None:
    """Watch the site from now on. UsageError for a wrong call, SourceError for a site unread."""
    settings = load_settings()
    added = _asked_for(url, name, kind, publisher)
    _refuse_known(added, settings)
    forces = load_forces(settings.forces)
    client = client_for(settings, forces)
    base = source_for(url, None, forces)
    source = replace(base, name=added.name, kind=added.kind, index=url)
    listing = _listing(client, source, url)
    doors = tuple(feed for feed in listing.feeds if _is_read(client, source, feed))
    document = _document(client, source, listing, settings)
    added = replace(added, doors=doors, pages=_pages(listing))
    save_added(settings.home, [*load_added(settings.home), added])
    answer(f"Watched from now on as {added.name}, read by the parser {base.name}.")
    answer(f"{url}: a {listing.form} that names {len(listing.entries)} documents")
    for door in doors:
        answer(f"also read: {door}")
    day = document.published_on or "no day"
    answer(f"Read to try: “{document.title}” ({document.url}), {day}, {document.publisher}")
    answer(f"Next: tallycheck refresh {added.name}")


def _asked_for(url: str, name: str | None, kind: str, publisher: str) -> Added:
    if not url.lower().startswith(ADDRESS) or not urlsplit(url).hostname:
        raise UsageError(f"{url}: expected an http(s) address, seen none")
    if kind not in get_args(DocumentKind):
        raise UsageError(f"--kind: expected statement, report or article, seen {kind!r}")
    host = (urlsplit(url).netloc).removeprefix("www.")
    return Added(name=name or host, url=url, kind=cast("DocumentKind", kind), publisher=publisher)


def _refuse_known(added: Added, settings: Settings) -> None:
    for source in watched(settings):
        if added.name == source.name or added.url == source.index:
            raise UsageError(
                f"{added.url}: expected a site that is not watched yet, seen {source.name}"
            )


def _listing(client: Client, source: Source, url: str) -> Listing:
    fetched = client.get(url)
    listing = read_listing(source, fetched.snapshot, fetched.body)
    if listing.entries:
        return listing
    for feed in listing.feeds:
        fetched = client.get(feed)
        named = read_listing(source, fetched.snapshot, fetched.body)
        if named.entries:
            return replace(named, feeds=listing.feeds)
    raise UsageError(f"{url}: expected a list that names documents, seen an empty one")


def _pages(listing: Listing) -> str:
    """A pattern of the one folder of all listed documents: a sitemap names other pages too."""
    folders = {urlsplit(entry.url).path.split("/")[1] for entry in listing.entries}
    deep = all(urlsplit(entry.url).path.strip("/").count("/") for entry in listing.entries)
    return f"^/{re.escape(folders.pop())}/.+" if len(folders) == 1 and deep else ""


def _is_read(client: Client, source: Source, feed: str) -> bool:
    """Whether a feed that the site announces is there and names documents."""
    try:
        fetched = client.get(feed)
        return bool(read_listing(source, fetched.snapshot, fetched.body).entries)
    except SourceError as error:
        answer(f"left out: {error}")
        return False


def _document(client: Client, source: Source, listing: Listing, settings: Settings) -> Document:
    """The first of a few documents that can be read; the last failure where none can."""
    forces = load_forces(settings.forces)
    failure: SourceError | None = None
    for entry in listing.entries[:TRIED]:
        try:
            fetched = client.get(source.served_at(entry.url))
            return read_document(fetched.snapshot, fetched.body, forces=forces, kind=source.kind)
        except SourceError as error:
            failure = error
    assert failure is not None  # noqa: S101 - the listing names at least one document
    raise failure
