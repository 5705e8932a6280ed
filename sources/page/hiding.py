"""What a page holds and no reader sees: by its tags, its attributes, its styles.

Of a page's own style sheet only plain rules for one class or id are read, and only those that no
other rule takes back: a tab that is hidden until it is chosen is there to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from sources.page.markup import Element, drop

# Not "head": the parser leaves elements there that it does not know, "main" among them.
NEVER_SHOWN: Final = frozenset(
    "script style noscript template iframe object embed svg math canvas audio video map "
    "select option button input textarea datalist meta link base title".split()
)
STYLE_SHEET: Final = 500_000
COMMENT: Final = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
BRACE: Final = re.compile(r"[{}]")
ONE_NAME: Final = re.compile(r"(?:[a-z][a-z0-9]{0,9})?([.#])([A-Za-z0-9_-]{1,99})")
NAME: Final = re.compile(r"[.#]([A-Za-z0-9_-]{1,99})")
NOTHING: Final = re.compile(r"0(?:\.0*)?(?:px|em|rem|pt|%)?")
FAR_OUT: Final = re.compile(r"-[0-9]{3,9}(?:\.[0-9]*)?(?:px|em|rem|pt|%|vw)")
EDGES: Final = ("left", "right", "top", "bottom", "text-indent", "margin-left")

Declarations = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HiddenNames:
    """Classes and ids that the page's own style sheet hides."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


def drop_hidden(root: Element) -> None:
    """Take everything that no reader sees out of the tree."""
    names = _hidden_names(root)
    walk = etree.iterwalk(root, events=("start",))
    hidden = []
    for _, element in walk:
        if not _is_shown(element, names):
            hidden.append(element)
            walk.skip_subtree()
    drop(hidden)


def _is_shown(element: Element, names: HiddenNames) -> bool:
    """Whether a browser would show it, as far as its own tag and attributes say."""
    if element.tag in NEVER_SHOWN or element.get("aria-hidden") == "true":
        return False
    if element.get("hidden") not in (None, "until-found"):
        return False
    if element.tag == "dialog" and element.get("open") is None:
        return False
    if names.classes and not names.classes.isdisjoint((element.get("class") or "").split()):
        return False
    if names.ids and element.get("id") in names.ids:
        return False
    style = element.get("style")
    return style is None or not _conceals(_declarations(style))


def _declarations(text: str) -> Declarations:
    pairs = (part.partition(":") for part in "".join(text.lower().split()).split(";"))
    return {name: value.removesuffix("!important") for name, _, value in pairs}


def _conceals(style: Declarations) -> bool:
    """Whether an element's own style keeps it from being seen."""
    if _hides(style) or NOTHING.fullmatch(style.get("opacity", "")):
        return True
    color = style.get("color", "")
    if color == "transparent" or (color and color == _background(style)):
        return True
    if any(FAR_OUT.fullmatch(style.get(edge, "")) for edge in EDGES):
        return True
    height = style.get("height") or style.get("max-height") or ""
    return NOTHING.fullmatch(height) is not None and style.get("overflow") == "hidden"


def _hides(style: Declarations) -> bool:
    """Whether the style hides for good; what merely fades in or slides in is not meant."""
    if style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}:
        return True
    return NOTHING.fullmatch(style.get("font-size", "")) is not None


def _background(style: Declarations) -> str:
    return style.get("background-color") or style.get("background") or ""


def _hidden_names(root: Element) -> HiddenNames:
    hidden: set[tuple[str, str]] = set()
    shown: set[str] = set()
    for sheet in root.iter("style"):
        for selectors, style, is_plain in _rules((sheet.text or "")[:STYLE_SHEET]):
            if not _hides(style):
                if style.keys() & {"display", "visibility", "font-size"}:
                    shown.update(NAME.findall(selectors))
            elif is_plain:
                names = map(ONE_NAME.fullmatch, map(str.strip, selectors.split(",")))
                hidden.update((name[1], name[2]) for name in names if name)
    kept = {(mark, name) for mark, name in hidden if name not in shown}
    return HiddenNames(
        classes=frozenset(name for mark, name in kept if mark == "."),
        ids=frozenset(name for mark, name in kept if mark == "#"),
    )


def _rules(sheet: str) -> Iterator[tuple[str, Declarations, bool]]:
    """Selectors and style of each rule, and whether it holds on every screen."""
    depth, head, start = 0, "", 0
    text = COMMENT.sub(" ", sheet)
    for brace in BRACE.finditer(text):
        between = text[start : brace.start()]
        start = brace.end()
        if brace[0] == "{":
            depth, head = depth + 1, between.rpartition(";")[2].strip()
        else:
            if head:
                yield head, _declarations(between), depth == 1
            depth, head = max(0, depth - 1), ""
