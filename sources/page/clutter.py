"""Clutter under a heading of its own: "Most read", "Share this page", "Comments" and the like."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from lxml import etree

from sources.page.markup import BLOCKS, HEADINGS, Element, tag_of
from sources.page.texts import Text, Texts
from sources.page.words import SENTENCE_END, is_clutter, is_discussion, is_other_pages, is_sentence

LABELLED: Final = frozenset({*HEADINGS, "p", "div", "strong", "b", "span", "summary", "legend"})
BOXES: Final = frozenset({"div", "section", "aside", "article", "details", "li", "ul"})
LISTS: Final = frozenset({"ul", "ol", "menu"})
PROSE: Final = frozenset({"p", "blockquote", "table"})
HALF: Final = 0.5
TEASERS: Final = 0.4
BELOW_HEADINGS: Final = 7


def labelled_clutter(body: Element, holders: AbstractSet[Element], texts: Texts) -> list[Element]:
    """Elements to drop: what stands under clutter's headings. `holders` lead to the title."""
    doomed: dict[Element, None] = {}
    most = texts[body].prose * HALF
    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        if element in doomed:
            walk.skip_subtree()
        elif element not in holders and _is_label(element, texts):
            doomed.update(dict.fromkeys(_under(element, texts, most, holders)))
    return list(doomed)


def _is_label(element: Element, texts: Texts) -> bool:
    if tag_of(element) not in LABELLED:
        return False
    words = texts[element].words
    if not words or not is_clutter(words):
        return False
    # Bold words within a paragraph are no heading.
    parent = element.getparent()
    return element.tag in BLOCKS or parent is None or texts[parent].words == words


def _under(
    label: Element, texts: Texts, most: float, holders: AbstractSet[Element]
) -> Iterator[Element]:
    """What a clutter heading stands over: the box it opens, or the siblings that follow it."""
    words = texts[label].words or ""
    level = HEADINGS.get(tag_of(label), BELOW_HEADINGS)
    top = label
    while (parent := top.getparent()) in texts and texts[parent].words == words:
        top = parent
    if parent in texts and parent not in holders and _is_box_of(top, parent, level, texts, most):
        yield parent
        return
    yield top
    teasers = list(_until_heading(top, level, texts)) if is_other_pages(words) else []
    if teasers and sum(texts[teaser].prose for teaser in teasers) <= most * TEASERS:
        yield from teasers
    else:
        yield from _followers(top, level, texts, is_discussion=is_discussion(words))


def _until_heading(label: Element, level: int, texts: Texts) -> Iterator[Element]:
    """All siblings up to the next heading of that rank; none under words that are no heading."""
    if level == BELOW_HEADINGS:
        return
    for sibling in label.itersiblings():
        if texts[sibling].level <= level:
            return
        yield sibling


def _is_box_of(top: Element, box: Element, level: int, texts: Texts, most: float) -> bool:
    """Whether a label opens the box, and the box holds nothing but what the label names."""
    if box.tag not in BOXES or (box.text or "").strip() or texts[box].prose > most:
        return False
    if any(not texts[sibling].is_empty for sibling in top.itersiblings(preceding=True)):
        return False
    ranks = (sibling for sibling in top.itersiblings() if texts[sibling].level <= level)
    return all(texts[sibling].is_all_link for sibling in ranks)


def _followers(
    label: Element, level: int, texts: Texts, *, is_discussion: bool
) -> Iterator[Element]:
    """Siblings up to the next heading of that rank or, but for readers' comments, to prose.

    Words in a paragraph of their own (no heading) stand over a list or over links only.
    """
    below_heading = False
    for sibling in label.itersiblings():
        text, is_heading = texts[sibling], tag_of(sibling) in HEADINGS
        links = text.is_all_link or text.is_empty or sibling.tag in LISTS
        if level == BELOW_HEADINGS and not links and not is_discussion:
            return
        if text.level <= level and (is_heading or not is_discussion):
            return
        below_heading = below_heading or is_heading
        prose = sibling.tag in PROSE and not links and _says_something(text)
        if prose and not (is_discussion or below_heading):
            return
        yield sibling


def _says_something(text: Text) -> bool:
    words = text.words
    return words is None or is_sentence(words) or SENTENCE_END.search(words) is not None
