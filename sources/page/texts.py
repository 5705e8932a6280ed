"""How much text every element holds, and what the short ones say: measured once, bottom up.

The questions by which a page is cut look at every element's text; asked of the tree itself, a few
thousand nested elements would be read over and over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sources.page.markup import (
    BLOCKS,
    HEADINGS,
    LINE_BREAK,
    TAG_EDGE,
    Element,
    clean,
    fold,
    tag_of,
)

SHORT: Final = 400
NO_HEADING: Final = 9
BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Text:
    """What an element holds: characters outside links and within, the words where they are few
    (with marks where lines break and tags meet), the highest rank of a heading in it.
    """

    prose: int
    linked: int
    marked: str | None
    level: int

    @property
    def is_empty(self) -> bool:
        return self.prose == 0 and self.linked == 0

    @property
    def is_all_link(self) -> bool:
        return self.linked > 0 and self.prose <= 3  # noqa: PLR2004

    @property
    def words(self) -> str | None:
        """The text as one line, or None where it is long."""
        return None if self.marked is None else fold(self.marked.replace(LINE_BREAK, " "))


Texts = dict[Element, Text]


def measure(root: Element) -> Texts:
    """The text of every element below the root and of the root."""
    texts: Texts = {}
    for element in reversed(list(root.iter())):
        texts[element] = _measured(element, texts)
    return texts


def _measured(element: Element, texts: Texts) -> Text:
    own = BLANKS.sub(" ", clean(element.text))
    parts, size = [own], len(own)
    prose, linked = len(own.strip()), 0
    level = HEADINGS.get(tag_of(element), NO_HEADING)
    for child in element:
        inner = texts[child]
        tail = BLANKS.sub(" ", clean(child.tail))
        prose += inner.prose + len(tail.strip())
        linked += inner.linked
        level = min(level, inner.level)
        size += SHORT + 1 if inner.marked is None else len(inner.marked) + len(tail) + 2
        if size <= SHORT and inner.marked is not None:
            edge = LINE_BREAK if child.tag in BLOCKS or child.tag == "br" else TAG_EDGE
            parts += (edge, inner.marked, edge, tail)
    if element.tag == "a":
        prose, linked = 0, prose + linked
    marked = "".join(parts) if size <= SHORT else None
    return Text(prose=prose, linked=linked, marked=marked, level=level)
