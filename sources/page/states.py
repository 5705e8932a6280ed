"""What a page is instead of the one that was asked for: an error, a wall, a stub, a part of it.

A status of 200 is no evidence. These pages are told by their words and their build, and refused by
name, so that none of the figures in their menus and notices becomes a claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urldefrag, urljoin

from sources.page.markup import Element
from sources.page.metadata import Metadata
from sources.page.pieces import Piece
from sources.page.words import (
    is_challenge_page,
    is_consent_request,
    is_error_page,
    is_gone_title,
    is_script_page,
    is_wall_page,
    says_gone,
)
from warehouse.errors import NotEvidenceError, ParseError, RefusedError

EXPECTED: Final = "a page with an article: a title and text of its own"
SHORT_PAGE: Final = 400
LONGEST_NOTICE: Final = 2000
OPENING: Final = 3
SOON: Final = 60
AT_ONCE: Final = 5
TITLE_PARTS: Final = re.compile(r"\s+[|–—·:»-]+\s+|\s*[|»]\s*")
REFRESH: Final = re.compile(r"\s*([0-9]{1,6})[0-9.]*\s*[;,\s]\s*(?:url\s*=\s*)?(.+)", re.IGNORECASE)
STARTS_HTML: Final = re.compile(r"<!doctype\s+html|<html\b", re.IGNORECASE)
ENDS_HTML: Final = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
# Of these every one is closed in a page that is whole; the end of a <p> or <li> may be left out.
CLOSED: Final = re.compile(
    r"<(/?)(?:div|main|article|section|aside|header|footer|nav|table|ul|ol|span|a|strong|em|b|i"
    r"|h[1-6]|script|style|title|blockquote|form|figure|button)(?=[\s>])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What only the markup tells: whether it stops midway, and whether scripts work on it."""

    is_cut: bool
    has_scripts: bool


def build_of(root: Element, markup: str) -> Build:
    """The build of a page; of the whole tree, before what is hidden is dropped from it."""
    scripts = (script.get("type") or "" for script in root.iter("script"))
    return Build(
        is_cut=is_cut(markup),
        has_scripts=any("json" not in kind for kind in scripts),
    )


def is_cut(markup: str) -> bool:
    """Whether an HTML page stops before its end: within a tag, an element or a sentence."""
    if not STARTS_HTML.search(markup[:5000]) or ENDS_HTML.search(markup):
        return False
    if markup.rfind("<") > markup.rfind(">"):
        return True
    still_open = sum(-1 if found[1] else 1 for found in CLOSED.finditer(markup))
    return still_open > 0 or markup.rstrip()[-1:] not in ">.!?"


def refuse_what_is_no_article(
    url: str,
    title: str,
    pieces: Sequence[Piece],
    shown: Sequence[str],
    metadata: Metadata,
    build: Build,
) -> None:
    """NotEvidenceError for what only answers in a page's place, RefusedError for a challenge,
    ParseError for a page without text of its own; `shown` are lines of the site itself.
    """
    texts = [piece.text for piece in pieces if piece.kind != "heading"]
    text = " ".join(texts)
    said = text or " ".join(shown)
    seen = f"{title!r} over {len(text)} characters of text"
    if _sends_elsewhere(url, metadata.refresh):
        what = "a page that only sends its reader elsewhere"
        raise NotEvidenceError(url, EXPECTED, f"{what}: {seen}")
    openings = [title, said, metadata.title] if len(said) < SHORT_PAGE else [title]
    if len(said) < LONGEST_NOTICE and any(map(is_challenge_page, openings)):
        raise RefusedError(url, EXPECTED, f"a challenge to prove that we are a person: {seen}")
    lines = (texts or shown)[:OPENING]
    if what := _notice(openings, said, lines, _titles(title, metadata.title)):
        raise NotEvidenceError(url, EXPECTED, f"{what}: {seen}")
    if build.is_cut:
        raise NotEvidenceError(url, EXPECTED, f"a page that stops before its end: {seen}")
    if not text and build.has_scripts:
        raise NotEvidenceError(url, EXPECTED, f"a page that only a script would fill: {seen}")
    if not text:
        raise ParseError(url, EXPECTED, f"a page: {seen}")


def refuse_notice(url: str, text: str) -> None:
    """The same for plain text: NotEvidenceError where it only says that there is no page."""
    opening = " ".join(text[:SHORT_PAGE].split())
    if len(text) < SHORT_PAGE and (is_error_page(opening) or is_gone_title(opening)):
        raise NotEvidenceError(url, "a document", f"an error message: {opening[:80]!r}")


def _titles(*titles: str) -> list[str]:
    """The titles, and the parts of those that name the site or section as well."""
    return [part for title in titles for part in (title, *TITLE_PARTS.split(title))]


def _notice(openings: Sequence[str], said: str, lines: Sequence[str], titles: Sequence[str]) -> str:
    """What the page is by its titles and first lines, "" for an article."""
    if any(map(is_gone_title, titles)):
        return "an error page"
    if len(said) >= LONGEST_NOTICE:
        return ""
    is_gone = len(said) < 2 * SHORT_PAGE and any(map(says_gone, lines))
    if is_gone or any(map(is_error_page, openings)):
        return "an error page"
    if any(map(is_wall_page, openings)) or is_consent_request(said):
        return "a wall before it"
    is_waiting = len(said) < SHORT_PAGE and is_script_page(said)
    return "a page that only a script would fill" if is_waiting else ""


def _sends_elsewhere(url: str, refresh: str) -> bool:
    """Whether the page has its reader taken away before it can be read, or to another address."""
    found = REFRESH.match(refresh)
    if not found or int(found[1]) > SOON:
        return False
    if int(found[1]) <= AT_ONCE:
        return True
    try:
        place = urldefrag(urljoin(url, found[2].strip(" '\""))).url
    except ValueError:
        return True
    return str(place) != urldefrag(url).url
