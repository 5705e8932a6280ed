"""Newsquest's local papers (The Westmorland Gazette, Bury Times, Lancashire Telegraph ...).

Publisher: the paper, from its JSON-LD. Licence: all rights reserved. Quirks: an address is
`/news/<8-digit id>.<slug>/` on the paper's own host, and the id grows with time over all papers;
JSON-LD NewsArticle has headline, date and sometimes the whole text; the first words of a text
are in capitals; "Read more" teasers stand between paragraphs.
"""

from __future__ import annotations

from sources.page.links import links_on
from sources.sites.article import parse
from sources.source import Source

ADDRESS = r"/[0-9]{7,9}\.[a-z0-9][a-z0-9_-]*/?$"


def links(index: str, url: str) -> list[str]:
    return links_on(index, url, path=ADDRESS)


SOURCE = Source(
    name="newsquest",
    kind="article",
    publisher="",
    licence="all rights reserved",
    links=links,
    parse=parse,
    path=ADDRESS,
)
