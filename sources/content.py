"""Where a page's own text is: its title element and the element around its text, clutter gone.

Found by what elements mean, by where they stand and by words. Words in class names and ids are
only a hint, are never needed, and never take away the bulk of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sources.markup import BLOCKS, HEADINGS, Element, drop, lines_of, short_text, tag_of, text_of
from sources.words import is_clutter, is_discussion, is_finding, is_grade, is_sentence

LANDMARKS: Final = frozenset({"nav", "footer", "header", "aside", "dialog", "form", "figcaption"})
ENOUGH: Final = {"article": 0.25, "main": 0.4}
OF_THE_PAGE: Final = 0.6
HINTS: Final = frozenset(
    "related comment comments cookie cookies consent share sharing social advert adverts "
    "advertisement ad ads promo promoted newsletter breadcrumb breadcrumbs teaser teasers "
    "recommended trending caption sidebar skip skiplink skiplinks footer navigation".split()
)
HINTED_TAGS: Final = frozenset({"div", "section", "ul", "ol", "p", "span", "aside", "a"})
HINT_SPLIT: Final = re.compile(r"[^a-z]+")
LABELLED: Final = frozenset({*HEADINGS, "p", "div", "strong", "b", "span", "summary", "legend"})
BOXES: Final = frozenset({"div", "section", "aside", "article", "details", "li", "ul"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The element that holds the text, and the title in it (None where the page has none)."""

    body: Element
    title: Element | None


def cut(root: Element, title: Element | None) -> Content:
    """The text's element around the title; what is no text is dropped from the tree."""
    found = root.find("body")
    page = root if found is None else found
    _drop_where(page, lambda element: _is_landmark(element, title))
    body = _around(title, page) if title is not None else _richest(page)
    _drop_hinted(body, title)
    _drop_where(body, lambda element: _is_teaser(element, body, title))
    _drop_labelled_clutter(body, title)
    _drop_where(body, lambda element: _is_list_of_links(element) or _is_lone_link(element))
    return Content(body=body, title=title)


def find_title(root: Element, titles: list[str], site_name: str) -> Element | None:
    """The heading that is the page's title: as metadata call it, else the likeliest h1."""
    headings = [
        (element, text_of(element)) for element in root.iter() if tag_of(element) in HEADINGS
    ]
    named = [item for item in headings if item[1]]
    first = [element for element, text in named if tag_of(element) == "h1"]
    first = [e for e in first if text_of(e).lower() != site_name] or first
    called = [e for e in first if _is_called(text_of(e), titles)]
    inside = [e for e in first if any(tag_of(up) in ENOUGH for up in e.iterancestors())]
    unnamed = [e for e, text in named if len(text) > 15 and text.lower() in titles]  # noqa: PLR2004
    return next(iter([*called, *unnamed, *inside, *first]), None)


def _is_called(heading: str, titles: list[str]) -> bool:
    return any(title.startswith(heading.lower()) for title in titles) and len(heading) > 3  # noqa: PLR2004


def _holds(element: Element, title: Element | None) -> bool:
    return title is not None and (
        element is title or any(up is element for up in title.iterancestors())
    )


def _drop_where(root: Element, unwanted: Callable[[Element], bool]) -> None:
    drop([element for element in root.iter() if element is not root and unwanted(element)])


def _is_landmark(element: Element, title: Element | None) -> bool:
    tag = tag_of(element)
    if tag not in LANDMARKS or _holds(element, title):
        return False
    if tag == "figcaption":
        return next(element.getparent().iter("table", "blockquote"), None) is None  # type: ignore[union-attr]
    if tag in {"footer", "header"} and any(
        up.tag == "blockquote" for up in element.iterancestors()
    ):
        return False
    if tag == "header" and any(
        tag_of(up) in {"article", "section"} for up in element.iterancestors()
    ):
        return False
    return tag != "aside" or not _opens_finding(element)


def _opens_finding(element: Element) -> bool:
    return any(is_finding(line) for line in lines_of(element)[:2])


def _prose(root: Element) -> dict[Element, int]:
    """Characters of text outside links, for every element."""
    sizes: dict[Element, int] = {}
    for element in reversed(list(root.iter())):
        own = 0 if element.tag == "a" else len((element.text or "").strip())
        below = 0 if element.tag == "a" else sum(sizes[child] for child in element)
        tails = sum(len((child.tail or "").strip()) for child in element)
        sizes[element] = own + below + tails
    return sizes


def _around(title: Element, page: Element) -> Element:
    """The smallest element around the title that holds the text rather than a part of it."""
    sizes = _prose(page)
    whole = max(1, sizes.get(page, 0) - sizes.get(title, 0))
    for element in title.iterancestors():
        share = (sizes.get(element, 0) - sizes.get(title, 0)) / whole
        if share >= ENOUGH.get(tag_of(element), OF_THE_PAGE):
            return element
        if element is page:
            break
    return page


def _richest(page: Element) -> Element:
    sizes = _prose(page)
    candidates = [element for element in page.iter() if tag_of(element) in ENOUGH]
    return max(candidates, key=lambda element: sizes[element], default=page)


def _drop_hinted(body: Element, title: Element | None) -> None:
    sizes = _prose(body)
    bulk = max(sizes.values(), default=0) * 0.3
    _drop_where(
        body,
        lambda element: (
            element.tag in HINTED_TAGS
            and _has_hint(element)
            and sizes[element] <= bulk
            and not _holds(element, title)
            and not _opens_finding(element)
        ),
    )


def _has_hint(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return not HINTS.isdisjoint(HINT_SPLIT.split(names.lower()))


def _is_teaser(element: Element, body: Element, title: Element | None) -> bool:
    """An article inside the text whose own heading is a link: a card for another page."""
    if tag_of(element) != "article" or element is body or _holds(element, title):
        return False
    heading = next((e for e in element.iter() if tag_of(e) in HEADINGS), None)
    return heading is not None and _is_all_link(heading)


def _is_all_link(element: Element) -> bool:
    """Whether the element lies in a link or has no text outside its links."""
    if element.getparent() is not None and any(up.tag == "a" for up in element.iterancestors()):
        return True
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return linked > 0 and linked >= len(text_of(element)) - 3


def _is_list_of_links(element: Element) -> bool:
    if element.tag not in {"ul", "ol", "menu"} or next(element.iter("table"), None) is not None:
        return False
    items = [item for item in element.iter("li") if short_text(item) != ""]
    if not items or not all(_is_all_link(item) for item in items):
        return False
    return not any(is_grade(words) for words in _words_about(element, items))


def _is_lone_link(element: Element) -> bool:
    """A paragraph that is a link and no sentence: a teaser or a button."""
    if element.tag != "p" or not _is_all_link(element):
        return False
    text = text_of(element)
    return bool(text) and not (is_sentence(text) or is_grade(text) or is_finding(text))


def _words_about(element: Element, items: list[Element]) -> Iterator[str]:
    """What could show that a list of links is a list of grades: its lead-in, its items' ends."""
    before = element.getprevious()
    if before is not None:
        yield short_text(before) or ""
    for item in items:
        yield from re.split(r"[:–—-] ?", short_text(item) or "")


def _drop_labelled_clutter(body: Element, title: Element | None) -> None:
    half = _prose(body)[body] / 2
    for label in list(body.iter()):
        if tag_of(label) not in LABELLED or label is body or label.getparent() is None:
            continue
        text = short_text(label, 100)
        if text and is_clutter(text) and not _holds(label, title) and not _is_within_prose(label):
            drop(list(_under(label, text, half)))


def _is_within_prose(label: Element) -> bool:
    parent = label.getparent()
    inline = label.tag not in BLOCKS
    return inline and parent is not None and text_of(parent) != text_of(label)


def _under(label: Element, text: str, most: float) -> Iterator[Element]:
    """What a clutter heading stands over: the box it opens, or the siblings that follow it."""
    level = HEADINGS.get(tag_of(label), 7)
    top = label
    while (parent := top.getparent()) is not None and short_text(parent, 100) == text:
        top = parent
    if parent is not None and _is_box_under(parent, label, level, text, most):
        yield parent
        return
    yield top
    yield from _followers(top, level, discussion=is_discussion(text))


def _is_box_under(parent: Element, label: Element, level: int, text: str, most: float) -> bool:
    """Whether the label opens a box that holds nothing but what the label names."""
    if parent.tag not in BOXES or next(iter(lines_of(parent)), "") != text:
        return False
    others = [e for e in parent.iter() if HEADINGS.get(tag_of(e), 9) <= level and e is not label]
    return all(_is_all_link(e) for e in others) and _prose(parent)[parent] <= most


def _followers(label: Element, level: int, *, discussion: bool) -> Iterator[Element]:
    """Siblings up to the next heading of that level or, but for readers' comments, to prose."""
    deeper = False
    for sibling in label.itersiblings():
        levels = [HEADINGS[tag_of(e)] for e in sibling.iter() if tag_of(e) in HEADINGS]
        if min(levels, default=9) <= level and not (discussion and tag_of(sibling) not in HEADINGS):
            return
        deeper = deeper or tag_of(sibling) in HEADINGS
        prose = sibling.tag in {"p", "blockquote", "table"} and is_sentence(text_of(sibling))
        if prose and not (discussion or deeper):
            return
        yield sibling
