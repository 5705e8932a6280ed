"""The addresses of documents that a listing page names."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from sources.page.hiding import drop_hidden
from sources.page.markup import parse, text_of


def links_on(markup: str, url: str, *, path: str, words: int = 1) -> list[str]:
    """Addresses on the listing's own site whose path matches, in page order, each once.

    `words` is the least number of words of the link's text: a listing names a document twice, by
    picture and by title, and its menus by one word. Query and fragment are dropped.
    """
    root = parse(markup, url)
    drop_hidden(root)
    pattern = re.compile(path)
    found: dict[str, None] = {}
    for link in root.iter("a"):
        target = _target(url, link.get("href") or "")
        if target and pattern.search(urlsplit(target).path) and len(text_of(link).split()) >= words:
            found.setdefault(target)
    return [target for target in found if target != _target(url, url)]


def _target(base: str, href: str) -> str:
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        same_site = _site(parts.hostname) == _site(urlsplit(base).hostname)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not same_site:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")
