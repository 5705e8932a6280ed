"""What a page says of itself to machines, by JSON-LD and meta elements: never trusted alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sources.page.markup import Element, clean, fold

MAX_JSON: Final = 2_000_000
ARTICLES: Final = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "Article", "BlogPosting",
    "Report", "LiveBlogPosting", "SpecialAnnouncement", "WebPage",
)  # fmt: skip
PUBLISHED_NAMES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "publishdate", "pubdate",
    "publication_date", "date", "parsely-pub-date", "sailthru.date", "govuk:first-published-at",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Texts as the page gives them, "" where it gives none; `published` best first."""

    title: str = ""
    headline: str = ""
    site_name: str = ""
    publisher: str = ""
    canonical: str = ""
    article_body: str = ""
    published: tuple[str, ...] = ()
    refresh: str = ""
    warnings: tuple[str, ...] = ()


def read_metadata(root: Element) -> Metadata:
    """The head's story of the page; of several JSON-LD nodes the most article-like is read."""
    nodes, warnings = _nodes(root)
    metas = _metas(root)
    node = _article(nodes)
    return Metadata(
        title=fold(clean(root.findtext(".//title"))),
        headline=_text(node.get("headline")) or metas.get("og:title", ""),
        site_name=metas.get("og:site_name", ""),
        publisher=_publisher(node, nodes),
        canonical=_canonical(root) or metas.get("og:url", ""),
        article_body=_body(node.get("articleBody")),
        published=tuple(_published(node, nodes, metas, root)),
        refresh=metas.get("refresh", ""),
        warnings=warnings,
    )


def _metas(root: Element) -> dict[str, str]:
    """Contents of meta elements by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        name = name or meta.get("http-equiv") or ""
        metas.setdefault(name.strip().lower(), fold(clean(meta.get("content"))))
    return metas


def _canonical(root: Element) -> str:
    links = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    return links[0].strip() if links else ""


def _nodes(root: Element) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    nodes, warnings = [], []
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            nodes += list(_flat(_parsed(script.text or "")))
        except (ValueError, RecursionError) as error:
            warnings.append(f"JSON-LD could not be read: {type(error).__name__}")
    return nodes, tuple(warnings)


def _parsed(text: str) -> Any:
    if len(text) > MAX_JSON:
        raise ValueError(f"{len(text)} characters")
    return json.loads(text, strict=False)


def _flat(value: Any) -> Iterator[dict[str, Any]]:
    """Nodes of lists and graphs; what a node refers to is not followed."""
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        yield value
        if "@graph" in value:
            yield from _flat(value["@graph"])


def _article(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    for kind in ARTICLES:
        for node in nodes:
            if kind in _list(node.get("@type")):
                return node
    return {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return fold(clean(value)) if isinstance(value, str) else ""


def _body(value: Any) -> str:
    """The article's text, a line a paragraph."""
    if not isinstance(value, str):
        return ""
    lines = (fold(clean(line)) for line in value.splitlines())
    return "\n".join(line for line in lines if line)


def _publisher(node: dict[str, Any], nodes: list[dict[str, Any]]) -> str:
    for value in _list(node.get("publisher")):
        if isinstance(value, str):
            return _text(value)
        if isinstance(value, dict):
            named = _text(value.get("name"))
            same = (n for n in nodes if n.get("@id") and n.get("@id") == value.get("@id"))
            return named or next((_text(n.get("name")) for n in same), "")
    return ""


def _published(
    node: dict[str, Any], nodes: list[dict[str, Any]], metas: dict[str, str], root: Element
) -> Iterator[str]:
    stated: list[str] = [metas.get(PUBLISHED_NAMES[0], "")]
    stated += [_text(n.get("datePublished")) for n in (node, *nodes)]
    stated += [metas.get(name, "") for name in PUBLISHED_NAMES[1:]]
    stated += list(_marked(root.iter("time", "span", "meta")))
    yield from dict.fromkeys(text for text in stated if text)


def _marked(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        if (element.get("itemprop") or "").lower() == "datepublished":
            yield fold(clean(element.get("datetime") or element.get("content") or element.text))
