"""The further pages of a listing, told by rel="next", by words, or by a number in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from sources.discovery.listing import absolute, is_one_site

_NEXT: Final = re.compile(
    r"(?:next|older|more|load more|show more|view more|see more|next page"
    r"|(?:older|more) (?:posts|news|stories|entries|results|articles))\W{0,4}"
)
_NUMBER: Final = re.compile(r"(?:page )?[0-9]{1,4}")
_KEYS: Final = frozenset("page p paged pg start offset from cursor pagenumber currentpage".split())
_STEP: Final = re.compile(r"/(?:page|p)[/-]?[0-9]{1,4}/?$")
_ANNOUNCED: Final = frozenset({"application/rss+xml", "application/atom+xml"})


def further_pages(root: HtmlElement, url: str) -> tuple[str, ...]:
    """Addresses of other pages of the listing at `url`, in page order, each once."""
    found = dict.fromkeys(
        target
        for link in root.iter("a", "link")
        if _leads_on(link) and (target := absolute(url, link.get("href") or ""))
        if is_one_site(target, url) and _is_paged(target, url)
    )
    found.pop(url, None)
    return tuple(found)


def announced_feeds(root: HtmlElement, url: str) -> tuple[str, ...]:
    """Feeds that the page's head names, of its own site."""
    found = (
        absolute(url, link.get("href") or "")
        for link in root.iter("link")
        if "alternate" in (link.get("rel") or "").lower().split()
        and (link.get("type") or "").lower().strip() in _ANNOUNCED
    )
    return tuple(dict.fromkeys(feed for feed in found if feed and is_one_site(feed, url)))


def _leads_on(link: HtmlElement) -> bool:
    if "next" in (link.get("rel") or "").lower().split():
        return True
    if link.tag == "link":
        return False
    return any(_NEXT.fullmatch(words) or _NUMBER.fullmatch(words) for words in _names(link))


def _names(link: HtmlElement) -> Iterator[str]:
    for words in (link.text_content(), link.get("aria-label") or "", link.get("title") or ""):
        yield " ".join(words.split()).casefold()[:80]


def _is_paged(target: str, url: str) -> bool:
    """Whether the address is the listing's own with a number of a page, not some other list's."""
    parts, own = urlsplit(target), urlsplit(url)
    if any(key.casefold() in _KEYS for key, _ in parse_qsl(parts.query)):
        return _stem(parts.path).startswith(_folder(own.path))
    return bool(_STEP.search(parts.path)) and _stem(parts.path) == _stem(own.path)


def _stem(path: str) -> str:
    """The path without the number of a page."""
    return f"{_STEP.sub('', path).rstrip('/')}/"


def _folder(path: str) -> str:
    """The folder of a list: pages of a search may be served by a script beside it."""
    return _stem(path) if path.endswith("/") or _STEP.search(path) else path.rpartition("/")[0]
