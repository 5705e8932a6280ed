"""Where a redirect may lead: to the same publisher, or to one that we know."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

from warehouse.errors import RefusedError

PublisherAt = Callable[[str], str]
"""The name of the publisher that an address belongs to, "" for one that is not registered."""

UNKNOWN: Final[PublisherAt] = lambda _url: ""  # noqa: E731 - a value of the type above


def follow(asked: str, place: str, publisher_at: PublisherAt) -> str:
    """A doubt about a redirect from the address asked for, "" for none; RefusedError where it
    leads to a stranger.
    """
    if registrable(_host(asked)) == registrable(_host(place)):
        return ""
    found = publisher_at(place)
    if not found:
        expected = f"a redirect within {registrable(_host(asked))} or to a registered publisher"
        raise RefusedError(asked, expected, f"one to {place[:200]}")
    same = found == publisher_at(asked)
    return "" if same else f"redirected to another publisher: {place[:200]}"


def registrable(host: str) -> str:
    """The part of a host's name that somebody registered; an address, or a name that is itself a
    public suffix, stands for itself alone.
    """
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return _suffixes().privatesuffix(host) or host


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".").lower()


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
