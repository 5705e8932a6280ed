"""GOV.UK: official statistics, above all the Home Office's, through its content interface.

Publisher: the organisation that the answer names. Licence: Open Government Licence v3.0 except
where otherwise stated. Quirks: `/api/content/<path>` gives any page as JSON (title, description,
first_published_at, details.body as HTML, parts of a guide as details.parts); a page is known by its
own address, never by the interface's; the search interface refuses unknown parameters with 422.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from sources.page.links import links_on
from sources.pages import Page, document_of, publisher_of
from sources.source import Source
from warehouse.errors import ParseError
from warehouse.records import Document

HOST: Final = "www.gov.uk"
PAGES: Final = r"^/government/(?:statistics|publications|statistical-data-sets|news|speeches)/."
SEARCH: Final = (
    f"https://{HOST}/api/search.json?q=police&count=100&order=-public_timestamp"
    "&filter_organisations=home-office&fields=link,title,public_timestamp"
    "&filter_content_store_document_type="
)
EXPECTED: Final = "an answer of the content interface with title and details.body"


def served_at(url: str) -> str:
    """Where the content interface gives the page at an address of its host."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/api/content{parts.path}", query="", fragment=""))


def page_of(answer: str, url: str) -> str:
    """The page that an answer of the content interface stands for, as HTML.

    ParseError for an answer that is no page with a text.
    """
    try:
        content: Any = json.loads(answer)
        title, body = str(content["title"]), _body(content["details"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ParseError(url, EXPECTED, f"{type(error).__name__}: {error}") from error
    if not body.strip():
        raise ParseError(url, EXPECTED, f"a {content.get('document_type', 'page')} without a text")
    day = escape(str(content.get("first_published_at") or ""), quote=True)
    publisher = escape(_publisher(content), quote=True)
    address = escape(str(content.get("web_url") or url), quote=True)
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>'
        f'<meta property="article:published_time" content="{day}">'
        f'<meta property="og:site_name" content="{publisher}">'
        f'<link rel="canonical" href="{address}"></head><body><main><article>'
        f"<h1>{escape(title)}</h1><p>{escape(str(content.get('description') or ''))}</p>"
        f"{body}</article></main></body></html>"
    )


def _body(details: dict[str, Any]) -> str:
    """The text as HTML: one body, the same body in several forms, or the parts of a guide."""
    body = details.get("body", "")
    if isinstance(body, list):
        forms = {str(one["content_type"]): str(one["content"]) for one in body}
        body = forms.get("text/html", "")
    parts = [
        f"<h2>{escape(str(part['title']))}</h2>{_body(part)}" for part in details.get("parts", ())
    ]
    return f"{body}{''.join(parts)}"


def _publisher(content: dict[str, Any]) -> str:
    organisations = content.get("links", {}).get("organisations", [])
    return ", ".join(str(one["title"]) for one in organisations) or "GOV.UK"


def links(index: str, url: str) -> list[str]:
    return links_on(index, url, path=PAGES, words=2)


def parse(page: Page, source: Source) -> Document:
    return document_of(page, source=source.name, kind=source.kind, publisher=publisher_of(page))


SOURCE = Source(
    name="govuk",
    kind="article",
    publisher="",
    licence="Open Government Licence v3.0",
    links=links,
    parse=parse,
    places=(HOST,),
    pages=PAGES,
    index=f"{SEARCH}official_statistics",
    doors=(f"{SEARCH}national_statistics", f"{SEARCH}accredited_official_statistics"),
    served_at=served_at,
    page_of=page_of,
)
