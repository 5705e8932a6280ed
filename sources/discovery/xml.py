"""RSS, RDF, Atom and sitemaps (sitemaps.org), by element names whatever their namespaces.

Entities are never expanded and nothing is loaded from elsewhere; a broken file gives what can be
read of it, as feeds are often written by hand.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from lxml import etree

from sources.discovery.listing import Entry, Listing, absolute
from sources.sniff import MAX_BYTES
from warehouse.errors import ParseError, UnreadableError

MOST_ENTRIES: Final = 50_000
"""As many addresses as a sitemap may hold by its standard."""
GZIP: Final = b"\x1f\x8b"
_ROOTS: Final = {"rss": "feed", "RDF": "feed", "feed": "feed"}
_MAPS: Final = {"urlset", "sitemapindex"}
_DAYS: Final = ("pubDate", "published", "date", "updated", "lastmod")
_OPENINGS: Final = (b"<?xml", b"<rss", b"<feed", b"<rdf:RDF", b"<urlset", b"<sitemapindex")


def is_xml_listing(body: bytes) -> bool:
    """Whether the bytes open as a feed or a sitemap, packed or not."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"<html" in start.lower():
        return False
    return body.startswith(GZIP) or start.startswith(_OPENINGS)


def read_xml(body: bytes, url: str) -> Listing:
    """The listing that a feed or sitemap is; ParseError for any other XML."""
    root = _root(unpacked(body, url), url)
    name = _name(root)
    if name in _MAPS:
        return _sitemap(root, url)
    if name in _ROOTS:
        entries = [_entry(item, url) for item in root.iter() if _name(item) in {"item", "entry"}]
        more = [_href(link, url) for link in root if _is_next(link)]
        return Listing(form="feed", entries=_named(entries), more=tuple(filter(None, more)))
    raise ParseError(url, "a feed or a sitemap", f"XML whose root is {name or 'nothing'}")


def unpacked(body: bytes, url: str) -> bytes:
    """The bytes of a gzip file, bounded; other bytes as they are."""
    if not body.startswith(GZIP):
        return body
    unpacking = zlib.decompressobj(wbits=31)
    try:
        whole = unpacking.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise UnreadableError(url, "a whole gzip file", str(error)) from error
    if unpacking.unconsumed_tail:
        raise UnreadableError(url, f"at most {MAX_BYTES:,} bytes", "more when unpacked")
    return whole


def _root(body: bytes, url: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ParseError(url, "a feed or a sitemap", f"broken XML ({error})"[:200]) from error
    if root is None:
        raise ParseError(url, "a feed or a sitemap", "XML without a root")
    return root


def _sitemap(root: etree._Element, url: str) -> Listing:
    entries, more = [], []
    for item in root.iter():
        if _name(item) == "url":
            entries.append(_entry(item, url))
        elif _name(item) == "sitemap":
            more.append(absolute(url, _text_of(item, "loc")))
    return Listing(form="sitemap", entries=_named(entries), more=tuple(filter(None, more)))


def _entry(item: etree._Element, url: str) -> Entry | None:
    places = [_text_of(item, "loc"), *_links(item), _permalink(item)]
    place = next((found for found in (absolute(url, p) for p in places if p) if found), "")
    days = (_day(_text_of(item, name)) for name in _DAYS)
    return Entry(url=place, day=next(filter(None, days), None)) if place else None


def _links(item: etree._Element) -> Iterator[str]:
    """The entry's own page: RSS writes it as text, Atom as an attribute."""
    for child in item:
        if _name(child) == "link" and (child.get("rel") or "alternate") == "alternate":
            yield (child.get("href") or child.text or "").strip()


def _permalink(item: etree._Element) -> str:
    """A guid is an address unless it says otherwise."""
    for child in item:
        if _name(child) == "guid" and child.get("isPermaLink", "true").lower() == "true":
            text = (child.text or "").strip()
            return text if text.startswith(("http://", "https://")) else ""
    return ""


def _is_next(link: etree._Element) -> bool:
    return _name(link) == "link" and link.get("rel") == "next"


def _href(link: etree._Element, url: str) -> str:
    return absolute(url, link.get("href") or "")


def _named(entries: list[Entry | None]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for entry in filter(None, entries):
        found.setdefault(entry.url, entry)
    return tuple(found.values())[:MOST_ENTRIES]


def _name(element: etree._Element) -> str:
    """The name without its namespace; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text_of(item: etree._Element, name: str) -> str:
    return next(((child.text or "").strip() for child in item if _name(child) == name), "")


def _day(words: str) -> date | None:
    """The day of an RFC 822 or ISO 8601 time, as its own zone has it."""
    if not words:
        return None
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (TypeError, ValueError):
        return None
