"""What a source is, which source an address belongs to, and bytes to a document.

`sites/` is the registry: one module a site or platform, with `SOURCE`, or with `sources_of` where
one parser serves many publishers. docs/add-a-source.md shows how to add one.
"""

from __future__ import annotations

import ipaddress
import pkgutil
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from sources import sites
from sources.decode import decode, whole_characters
from sources.page.plain import read_text
from sources.page.states import refuse_notice
from sources.pages import Page, read_page
from sources.sniff import media_of
from warehouse.errors import NotEvidenceError, UnreadableError
from warehouse.records import Document, DocumentKind, Force, Snapshot

DEFAULT: Final = "article"
PLAIN: Final = "text"
PDF: Final = "pdf"


def as_given(url: str) -> str:
    """The same address."""
    return url


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A site, or a publisher on a platform.

    `places` are hosts with the start of a path ("gov.uk/news"); subdomains belong to them.
    `path` is a pattern by which pages on other hosts are known. `links(html, url)` gives the
    addresses of documents that a listing page names, in its order. `parse` is pure.
    `pages` is a pattern of the paths of documents, by which a sitemap's other pages are left out.
    `index` is the listing that is watched, `doors` are further feeds, sitemaps or searches.
    `served_at` gives the address that serves a document's bytes, where that is another;
    `page_of(json, url)` the HTML that such an answer in JSON stands for.
    A walk of the lists must name at least `least` documents; the newest must be no older than
    `fresh_days`, if that is not 0.
    """

    name: str
    kind: DocumentKind
    publisher: str
    licence: str
    links: Callable[[str, str], list[str]]
    parse: Callable[[Page, Source], Document]
    places: tuple[str, ...] = ()
    path: str = ""
    pages: str = ""
    index: str = ""
    doors: tuple[str, ...] = ()
    canonical: Callable[[str], str] = as_given
    served_at: Callable[[str], str] = as_given
    page_of: Callable[[str, str], str] | None = None
    least: int = 1
    fresh_days: int = 0

    def lists(self, url: str) -> bool:
        """Whether an address has the form of this source's documents, as far as that is known."""
        path = urlsplit(url).path
        return bool(path.strip("/")) and re.search(self.pages or self.path, path) is not None

    def holds(self, url: str) -> int:
        """Length of the place that the address lies in, 0 when it lies in none."""
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        path = re.sub("/{2,}", "/", f"{parts.path}/")
        return max((len(place) for place in self.places if _is_in(place, host, path)), default=0)

    def knows(self, url: str) -> bool:
        """Whether the address has the form of this source's pages, whatever its host."""
        return bool(self.path) and re.search(self.path, urlsplit(url).path) is not None


def _is_in(place: str, host: str, path: str) -> bool:
    domain, _, start = place.partition("/")
    return (host == domain or host.endswith(f".{domain}")) and path.startswith(f"/{start}")


def sources_for(forces: Sequence[Force]) -> tuple[Source, ...]:
    """Every source of the `sites` folder, by module and then in the module's order."""
    return _sources(tuple(forces))


@cache
def _sources(forces: tuple[Force, ...]) -> tuple[Source, ...]:
    found: list[Source] = []
    for name in sorted(module.name for module in pkgutil.iter_modules(sites.__path__)):
        module = import_module(f"{sites.__name__}.{name}")
        found += module.sources_of(forces) if hasattr(module, "sources_of") else [module.SOURCE]
    return tuple(found)


def source_for(
    url: str, kind: DocumentKind | None, forces: Sequence[Force], *, otherwise: str = DEFAULT
) -> Source:
    """The source of an address: by its host, else by its form, else `otherwise`; then `kind`."""
    everything = sources_for(forces)
    best = max(everything, key=lambda source: source.holds(url))
    if not best.holds(url):
        named = [source for source in everything if source.name == otherwise]
        best = next((source for source in everything if source.knows(url)), named[0])
    return best if kind is None else replace(best, kind=kind)


def publisher_at(url: str, forces: Sequence[Force]) -> str:
    """Name of the registered source that the address's host belongs to, "" for none."""
    best = max(sources_for(forces), key=lambda source: source.holds(url))
    return best.name if best.holds(url) else ""


def read_document(
    snapshot: Snapshot,
    body: bytes,
    *,
    forces: Sequence[Force],
    kind: DocumentKind | None = None,
    publisher: str | None = None,
    published: date | None = None,
) -> Document:
    """The document that the bytes hold; pure, so that old snapshots can be read again.

    `kind` overrides what the host says; `publisher` and `published` hold where the page itself
    gives none. UnreadableError for bytes that are no page, ParseError for a page that is no
    article; both say what was expected and seen.
    """
    url = document_url(snapshot.url)
    snapshot, body = _unwrapped(url, snapshot, body, forces)
    media = media_of(body, snapshot.media_type, snapshot.url, snapshot.charset)
    if media.is_pdf:
        document, known = _from_pdf(url, body, snapshot, kind, forces)
        document = _with_what_the_caller_knows(document, known, publisher, published)
        return _storable(document, media.warnings)
    decoded = decode(body, snapshot.charset, snapshot.url)
    if media.is_html:
        page = _page(url, decoded.text, snapshot, media.warnings)
        source = source_for(_own_address(page), kind, forces)
        document = source.parse(page, source)
        known = source.publisher or page.metadata.publisher or page.metadata.site_name
    else:
        refuse_notice(url, decoded.text)
        source = source_for(url, kind, forces)
        document = read_text(url, decoded.text, snapshot=snapshot.id, kind=source.kind)
        known = source.publisher
    document = _with_what_the_caller_knows(document, known, publisher, published)
    return _storable(document, (*media.warnings, *decoded.warnings))


def _unwrapped(
    url: str, snapshot: Snapshot, body: bytes, forces: Sequence[Force]
) -> tuple[Snapshot, bytes]:
    """The page that an interface's answer in JSON stands for; all else as it is."""
    page_of = source_for(url, None, forces).page_of
    if page_of is None or not body.lstrip().startswith(b"{"):
        return snapshot, body
    text = page_of(decode(body, snapshot.charset, snapshot.url).text, url)
    return replace(snapshot, media_type="text/html", charset="utf-8"), text.encode("utf-8")


def _from_pdf(
    url: str, body: bytes, snapshot: Snapshot, kind: DocumentKind | None, forces: Sequence[Force]
) -> tuple[Document, str]:
    """The document of a PDF and its publisher, "" where the address does not tell."""
    from sources.pdf.reading import read_pdf  # noqa: PLC0415 - most runs meet no PDF

    page = read_pdf(url, body, snapshot=snapshot.id)
    source = source_for(url, kind, forces, otherwise=PDF)
    return source.parse(page, source), source.publisher


def _page(url: str, markup: str, snapshot: Snapshot, mislabelled: Sequence[str]) -> Page:
    try:
        return read_page(url, markup, snapshot=snapshot.id)
    except NotEvidenceError as error:
        if not mislabelled or snapshot.media_type.startswith("text/"):
            raise
        # A notice in place of a file is no page that anybody would want kept.
        expected = f"a document of type {snapshot.media_type}"
        raise UnreadableError(url, expected, f"HTML that is {error.seen}") from error


def document_url(url: str) -> str:
    """The address by which a document is known: as given, without query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def _own_address(page: Page) -> str:
    """Where the page says it belongs, if it was read from a file or a server of our own.

    A page of the open web is not asked: it could call itself an inspection report.
    """
    host = urlsplit(page.url).hostname
    return page.metadata.canonical if page.metadata.canonical and is_local(host) else page.url


def is_local(host: str | None) -> bool:
    """No host at all, or a name or address that only this machine or network knows."""
    if host is None or host == "localhost":
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _with_what_the_caller_knows(
    document: Document, known: str, publisher: str | None, published: date | None
) -> Document:
    warnings = list(document.warnings)
    if published and document.published_on and published != document.published_on:
        warnings.append(
            f"given {published} as its day, but the page says {document.published_on}, which holds"
        )
    return replace(
        document,
        publisher=known or publisher or document.publisher,
        published_on=document.published_on or published,
        warnings=tuple(warnings),
    )


def _storable(document: Document, warnings: tuple[str, ...]) -> Document:
    if not document.blocks:
        raise UnreadableError(document.url, "a document with text", "no text")
    return replace(
        document,
        publisher=whole_characters(document.publisher),
        title=whole_characters(document.title),
        text=whole_characters(document.text),
        warnings=tuple(whole_characters(text) for text in (*warnings, *document.warnings)),
    )
