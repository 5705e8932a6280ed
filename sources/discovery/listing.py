"""What a page that names documents says: their addresses, and where the list goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urljoin, urlsplit, urlunsplit

Form = Literal["feed", "sitemap", "page", "search"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document that a listing names; `day` is the day that the listing gives it, if any."""

    url: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a list. `more` are further pages of it; `feeds` are what a page announces."""

    form: Form
    entries: tuple[Entry, ...]
    more: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


def absolute(base: str, href: str) -> str:
    """The web address that a reference means, without fragment; "" for one that is none."""
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))


def is_one_site(one: str, other: str) -> bool:
    """Whether two addresses lie on one host, "www." aside, and one port."""
    return _site(one) == _site(other)


def _site(url: str) -> tuple[str, int | None]:
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www."), parts.port
