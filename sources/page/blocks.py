"""The cut of a page to pieces of text in reading order, each with the headings it stands under."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from sources.page.content import Content
from sources.page.markup import (
    BLOCKS,
    HEADINGS,
    LINE_BREAK,
    TAG_EDGE,
    Element,
    alt_of,
    clean,
    fold,
    tag_of,
    text_of,
    words_or_image,
)
from sources.page.pairs import Pair, pair_of
from sources.page.pieces import Piece
from sources.page.tables import is_layout, read_table
from sources.page.texts import Texts
from sources.page.words import is_finding, is_grade, is_sentence, split_finding
from warehouse.records import BlockKind

BOXES: Final = frozenset(
    "div section aside article details li dd td fieldset blockquote main header".split()
)
OUTLINE: Final = BOXES - {"div", "header"}
PAIRED: Final = frozenset({"p", "li", "div", "a", "span"})
DEEPEST: Final = 6


@dataclass(slots=True, kw_only=True)
class Box:
    """An open box: the headings and the number of pieces when it opened, and what came since."""

    element: Element
    path: list[tuple[int, str]]
    pieces: int
    has_heading: bool = False
    has_finding: bool = False


@dataclass(slots=True)
class Walk:
    """State of one walk over the cut."""

    texts: Texts
    pieces: list[Piece] = field(default_factory=list)
    path: list[tuple[int, str]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    kinds: list[BlockKind] = field(default_factory=lambda: ["paragraph"])
    terms: list[str] = field(default_factory=list)
    label: str | None = None

    def add(self, kind: BlockKind, text: str, label: str | None = None) -> None:
        if text:
            section = tuple(words for _, words in self.path)
            self.pieces.append(Piece(kind=kind, text=text, section=section, label=label))

    def flush(self) -> None:
        """Close the running text: one piece a line, a line that runs on joined to the last."""
        lines: list[str] = []
        for line in map(fold, "".join(self.buffer).split(LINE_BREAK)):
            if line and lines and line[0].islower():
                lines[-1] += " " + line
            elif line:
                lines.append(line)
        self.buffer.clear()
        for line in lines:
            self.add_line(line)

    def add_line(self, line: str) -> None:
        """A line of running text; a finding's heading may be a line or the start of one."""
        if self.kinds[-1] != "paragraph":
            self.add(self.kinds[-1], line, self.label)
        elif is_finding(line):
            self.head(line, DEEPEST)
        elif found := split_finding(line):
            outside = list(self.path)
            self.head(found[0], DEEPEST)
            self.add("paragraph", found[1])
            self.path = outside
        else:
            self.add("paragraph", line, self.label)

    def head(self, text: str, level: int) -> None:
        """A heading: it ends those of its level and deeper; a finding's, only within its box."""
        box = self.boxes[-1] if self.boxes else None
        kept = len(box.path) if box is not None and is_finding(text) else 0
        while len(self.path) > kept and self.path[-1][0] >= level:
            self.path.pop()
        section = tuple(words for _, words in self.path)
        self.pieces.append(Piece(kind="heading", text=text, section=section, level=level))
        self.path.append((level, text))
        if box is not None:
            box.has_heading = True
            box.has_finding = box.has_finding or is_finding(text)

    def open(self, element: Element) -> None:
        self.boxes.append(Box(element=element, path=list(self.path), pieces=len(self.pieces)))

    def close(self) -> None:
        """Leave a box: what it headed ends with it, unless it only wraps a heading."""
        box = self.boxes.pop()
        if not box.has_heading:
            return
        inside = [piece for piece in self.pieces[box.pieces :] if piece.kind != "heading"]
        if inside and _ends_its_headings(box, inside):
            self.path = box.path
        elif self.boxes:
            outer = self.boxes[-1]
            outer.has_heading = True
            outer.has_finding = outer.has_finding or box.has_finding

    def add_pair(self, pair: Pair) -> None:
        grade: BlockKind = "image" if pair.is_image else "cell"
        parts: list[tuple[BlockKind, str, str | None]] = [
            ("cell", pair.label, None),
            (grade, pair.grade, pair.label),
        ]
        for kind, text, label in reversed(parts) if pair.grade_first else parts:
            self.add(kind, text, label)


def _ends_its_headings(box: Box, inside: list[Piece]) -> bool:
    if box.has_finding or tag_of(box.element) in OUTLINE:
        return True
    # A div around a heading and its badge or date is the head of what follows it.
    return any(is_sentence(piece.text) for piece in inside)


def pieces_of(content: Content) -> list[Piece]:
    """The pieces that follow the title (all, where there is none), in reading order."""
    walk = Walk(content.texts)
    events = etree.iterwalk(content.body, events=("start", "end"))
    started = content.title is None
    for event, element in events:
        if not started:
            if element is content.title:
                started = event == "end"
                events.skip_subtree()
            if started:
                walk.buffer.append(clean(element.tail))
        elif event == "end":
            _end(walk, element, is_body=element is content.body)
        elif _start(walk, element):
            events.skip_subtree()
    walk.flush()
    return walk.pieces


def _start(walk: Walk, element: Element) -> bool:
    """Take in an element's start; True when its whole content is taken in."""
    tag = tag_of(element)
    if tag in BLOCKS:
        walk.flush()
    else:
        walk.buffer.append(LINE_BREAK if tag == "br" else TAG_EDGE)
    if tag in HEADINGS or tag in {"summary", "legend"}:
        return _heading(walk, element, HEADINGS.get(tag, DEEPEST))
    if tag == "table" and not is_layout(element):
        for kind, text, label in read_table(element):
            walk.add(kind, text, label)
        return True
    if tag == "img":
        return _image(walk, element)
    if tag in PAIRED and (pair := pair_of(element, walk.texts)):
        walk.flush()
        walk.add_pair(pair)
        return True
    if tag in BOXES:
        walk.open(element)
    _enter_list(walk, element, tag)
    walk.buffer.append(clean(element.text))
    return False


def _end(walk: Walk, element: Element, *, is_body: bool) -> None:
    tag = tag_of(element)
    taken = tag in HEADINGS or tag in {"summary", "legend", "img"}
    if tag in BLOCKS and not taken:
        walk.flush()
        _leave_list(walk, tag)
    elif tag not in BLOCKS:
        walk.buffer.append(TAG_EDGE)
    if walk.boxes and walk.boxes[-1].element is element:
        walk.close()
    if not is_body:
        walk.buffer.append(clean(element.tail))


KIND_OF: Final[dict[str, BlockKind]] = {
    "li": "item",
    "dt": "cell",
    "dd": "cell",
    "figcaption": "caption",
}


def _enter_list(walk: Walk, element: Element, tag: str) -> None:
    if tag in KIND_OF:
        walk.kinds.append(KIND_OF[tag])
    if tag == "dd":
        walk.label = ", ".join(term for term in walk.terms if term) or None
    elif tag == "dt":
        if walk.label is not None:
            walk.label = None
            walk.terms.clear()
        walk.terms.append(words_or_image(element))


def _leave_list(walk: Walk, tag: str) -> None:
    # A list around the title was never entered.
    if tag in KIND_OF and len(walk.kinds) > 1:
        walk.kinds.pop()
    if tag == "dl":
        walk.label = None
        walk.terms.clear()


def _heading(walk: Walk, element: Element, level: int) -> bool:
    pair = pair_of(element, walk.texts)
    text = pair.label if pair else text_of(element)
    if text:
        walk.head(text, level)
    if pair:
        walk.add("image" if pair.is_image else "paragraph", pair.grade)
    else:
        for image in element.iter("img"):
            walk.add("image", alt_of(image))
    return True


def _image(walk: Walk, element: Element) -> bool:
    alt = alt_of(element)
    linked = any(up.tag == "a" for up in element.iterancestors())
    if alt and (is_grade(alt) or not linked):
        walk.add("image", alt, walk.label)
    return True
