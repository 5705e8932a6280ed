"""Where a page's own text is: its title element and the element around its text, clutter gone.

Found by what elements mean, by where they stand and by words. Words in class names and ids are
only a hint, are never needed, and never take away the bulk of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sources.page.clutter import labelled_clutter
from sources.page.markup import (
    HEADINGS,
    LINE_BREAK,
    TAG_EDGE,
    Element,
    drop,
    iter_lines,
    tag_of,
    text_of,
)
from sources.page.texts import Texts, measure
from sources.page.words import is_finding, is_grade, is_sentence

LANDMARKS: Final = frozenset({"nav", "footer", "header", "aside", "dialog", "form", "figcaption"})
ENOUGH: Final = {"article": 0.4, "main": 0.4}
OF_THE_PAGE: Final = 0.6
BULK: Final = 0.3
HINTS: Final = frozenset(
    "related comment comments cookie cookies consent share sharing social advert adverts "
    "advertisement ad ads promo promoted newsletter breadcrumb breadcrumbs teaser teasers "
    "recommended trending caption sidebar skip skiplink skiplinks footer navigation".split()
)
HINTED_TAGS: Final = frozenset({"div", "section", "ul", "ol", "p", "span", "aside", "a"})
HINT_SPLIT: Final = re.compile(r"[^a-z]+")
ITEM_PARTS: Final = re.compile(f"[:–—{LINE_BREAK}{TAG_EDGE}-] ?")
LONG_ENOUGH: Final = 15
MOST_HEADINGS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The element that holds the text, the title in it (None where the page has none), and
    what every element holds.
    """

    body: Element
    title: Element | None
    texts: Texts


def cut(root: Element, title: Element | None) -> Content:
    """The text's element around the title; what is no text is dropped from the tree."""
    found = root.find("body")
    page = root if found is None else found
    holders = set() if title is None else {title, *title.iterancestors()}
    _drop_where(page, lambda element: element not in holders and _is_landmark(element))
    texts = measure(root)
    body = _richest(root, texts) if title is None else _around(title, root, texts)
    _drop_where(body, lambda element: element not in holders and _is_aside(element, texts, body))
    drop(labelled_clutter(body, holders | {body}, texts))
    _drop_where(body, lambda element: _is_list_of_links(element, texts))
    _drop_where(body, lambda element: _is_lone_link(element, texts))
    return Content(body=body, title=title, texts=texts)


def find_title(root: Element, titles: list[str], site_name: str) -> Element | None:
    """The heading that is the page's title: as metadata call it, else the likeliest h1.

    `titles` and `site_name` in lower case.
    """
    heads = islice((e for e in root.iter() if tag_of(e) in HEADINGS), MOST_HEADINGS)
    headings = [(element, text_of(element).lower()) for element in heads]
    headings = [(element, text) for element, text in headings if text]
    first = [(e, text) for e, text in headings if tag_of(e) == "h1"]
    first = [(e, text) for e, text in first if text != site_name] or first
    called = [e for e, text in first if _is_called(text, titles)]
    lower = [e for e, text in headings if len(text) > LONG_ENOUGH and text in titles]
    inside = [e for e, _ in first if any(tag_of(up) in ENOUGH for up in e.iterancestors())]
    return next(iter([*called, *lower, *inside, *(e for e, _ in first)]), None)


def _is_called(heading: str, titles: list[str]) -> bool:
    return len(heading) > 3 and any(title.startswith(heading) for title in titles)  # noqa: PLR2004


def _drop_where(root: Element, unwanted: Callable[[Element], bool]) -> None:
    drop([element for element in root.iter() if element is not root and unwanted(element)])


def _is_landmark(element: Element) -> bool:
    """Whether the element's meaning says that it is no text: navigation, footer, form, caption."""
    tag = tag_of(element)
    if tag not in LANDMARKS:
        return False
    around = {tag_of(up) for up in element.iterancestors()}
    if tag == "figcaption":
        parent = element.getparent()
        return parent is None or next(parent.iter("table", "blockquote"), None) is None
    if tag in {"header", "footer"} and "blockquote" in around:
        return False
    if tag == "header" and not around.isdisjoint({"article", "section"}):
        return False
    return tag != "aside" or not _opens_finding(element)


def _opens_finding(element: Element) -> bool:
    return any(is_finding(line) for line in islice(iter_lines(element), 2))


def _around(title: Element, page: Element, texts: Texts) -> Element:
    """The smallest element around the title that holds the text rather than a part of it."""
    whole = max(1, _prose(page, texts) - _prose(title, texts))
    for element in title.iterancestors():
        share = (_prose(element, texts) - _prose(title, texts)) / whole
        if element is page or share >= ENOUGH.get(tag_of(element), OF_THE_PAGE):
            break
    return element


def _prose(element: Element, texts: Texts) -> int:
    return texts[element].prose if element in texts else 0


def _richest(page: Element, texts: Texts) -> Element:
    candidates = [element for element in page.iter() if tag_of(element) in ENOUGH]
    return max(candidates, key=lambda element: texts[element].prose, default=page)


def _is_aside(element: Element, texts: Texts, body: Element) -> bool:
    """Whether an element inside the text belongs to another page or to the site."""
    if tag_of(element) == "article" and _is_teaser(element, texts):
        return True
    if element.tag not in HINTED_TAGS or not _has_hint(element):
        return False
    return _prose(element, texts) <= BULK * _prose(body, texts) and not _opens_finding(element)


def _is_teaser(article: Element, texts: Texts) -> bool:
    """Whether the article's own heading is a link: a card for another page."""
    heading = next((e for e in article.iter() if tag_of(e) in HEADINGS), None)
    return heading is not None and _is_linked(heading, texts)


def _is_linked(element: Element, texts: Texts) -> bool:
    """Whether the element lies in a link or has no text outside its links."""
    return texts[element].is_all_link or any(up.tag == "a" for up in element.iterancestors())


def _has_hint(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return not HINTS.isdisjoint(HINT_SPLIT.split(names.lower()))


def _is_list_of_links(element: Element, texts: Texts) -> bool:
    if element.tag not in {"ul", "ol", "menu"} or not texts[element].is_all_link:
        return False
    return not any(is_grade(words) for words in _words_about(element, texts))


def _words_about(element: Element, texts: Texts) -> list[str]:
    """What could show that a list of links is a list of grades: its lead-in, its items' ends."""
    before = element.getprevious()
    lead = "" if before is None or before not in texts else texts[before].words or ""
    items = (texts[item].marked or "" for item in element.iterchildren("li"))
    return [lead, *(part for item in items for part in ITEM_PARTS.split(item))]


def _is_lone_link(element: Element, texts: Texts) -> bool:
    """Whether a paragraph is a link and no sentence: a teaser or a button."""
    if element.tag != "p" or not texts[element].is_all_link:
        return False
    text = texts[element].words
    return text is not None and not (is_sentence(text) or is_grade(text) or is_finding(text))
