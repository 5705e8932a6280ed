"""One page of a source, fetched and read for whoever wants to see how: nothing is kept of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.fetching import client_for
from flows.inputs import ADDRESS
from flows.reading import decode_warnings, failure
from flows.settings import Settings
from sources.discovery.reading import read_listing
from sources.fetch import Fetched, Hop, Trail
from sources.registry import load_forces
from sources.source import Source, read_document, source_for, sources_for
from warehouse.errors import SourceError, UsageError
from warehouse.records import Document, Force, Outcome

LISTING: Final = "a listing with links to documents"
DOCUMENT: Final = "a page with a title, text of its own, a publisher and a day"
SHOWN_LINKS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What came of one page. `saw` holds what the parser read, by name, as far as it got."""

    source: str
    url: str
    agent: str
    outcome: Outcome
    reason: str
    expected: str
    attempts: int
    seconds: float
    hops: tuple[Hop, ...]
    fetched: Fetched | None = None
    saw: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def probe(what: str, settings: Settings) -> Probe:
    """Fetch the page that a source's name or an address stands for, and read it.

    UsageError: no source has that name, or the one that has it lists its pages nowhere.
    """
    forces = load_forces(settings.forces)
    url, source = _page_of(what, forces)
    client, trail = client_for(settings, forces), Trail()
    began = time.monotonic()
    fetched: Fetched | None = None
    saw: dict[str, str] = {}
    doubts: tuple[str, ...] = ()
    outcome: Outcome
    try:
        fetched = client.get(url, trail=trail)
        saw, doubts = _seen(source, url, fetched, forces)
        outcome, reason = _outcome(fetched)
    except SourceError as error:
        outcome, reason = failure(error), str(error)
    return Probe(
        source=source.name,
        url=url,
        agent=client.user_agent,
        outcome=outcome,
        reason=reason,
        expected=LISTING if url == source.index else DOCUMENT,
        attempts=trail.attempts,
        seconds=round(time.monotonic() - began, 3),
        hops=tuple(trail.hops),
        fetched=fetched,
        saw=saw,
        warnings=doubts,
    )


def _page_of(what: str, forces: Sequence[Force]) -> tuple[str, Source]:
    if what.lower().startswith(ADDRESS):
        return what, source_for(what, None, forces)
    known = sources_for(forces)
    named = [one for one in known if what in {one.name, one.name.partition(":")[2]}]
    if not named:
        names = ", ".join(one.name for one in known if ":" not in one.name)
        raise UsageError(f"{what}: expected an address, a force or one of {names}, seen neither")
    if not named[0].index:
        raise UsageError(f"{what}: expected a source with a listing, seen one without; give a page")
    return named[0].index, named[0]


def _seen(
    source: Source, url: str, fetched: Fetched, forces: Sequence[Force]
) -> tuple[dict[str, str], tuple[str, ...]]:
    if url == source.index:
        return _listing_seen(source, fetched), ()
    document = read_document(fetched.snapshot, fetched.body, forces=forces)
    return _document_seen(document), document.warnings


def _listing_seen(source: Source, fetched: Fetched) -> dict[str, str]:
    listing = read_listing(source, fetched.snapshot, fetched.body)
    links = [entry.url for entry in listing.entries]
    seen = {
        "form": listing.form,
        "links": str(len(links)),
        "first links": "\n".join(links[:SHOWN_LINKS]),
        "further pages": "\n".join(listing.more[:SHOWN_LINKS]),
        "feeds": "\n".join(listing.feeds),
    }
    return {name: words for name, words in seen.items() if words}


def _document_seen(document: Document) -> dict[str, str]:
    return {
        "kind": document.kind,
        "title": document.title or "none",
        "publisher": document.publisher or "none",
        "published": str(document.published_on or "no day"),
        "text": f"{len(document.text):,} characters in {len(document.blocks):,} blocks",
        "opens": document.text.partition("\n")[2][:120] or document.text[:120],
    }


def _outcome(fetched: Fetched) -> tuple[Outcome, str]:
    doubts = (*fetched.warnings, *decode_warnings(fetched))
    if doubts:
        return "flagged", "; ".join(doubts)
    return ("retry_then_ok" if fetched.attempts > 1 else "ok"), ""
