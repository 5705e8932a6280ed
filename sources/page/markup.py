"""HTML text to an element tree, and the few questions that everything else asks of elements.

The tree is lxml's: its parser takes milliseconds and stops at 256 nested elements, so nothing
built on it can be made to recurse without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from lxml import etree, html

from sources.decode import whole_characters
from warehouse.errors import ParseError

Element = html.HtmlElement

MAX_TAGS: Final = 150_000
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
ROLES: Final = {
    "table": "table", "grid": "table", "row": "tr", "cell": "td", "gridcell": "td",
    "columnheader": "th", "rowheader": "th", "list": "ul", "listitem": "li", "main": "main",
    "article": "article", "navigation": "nav", "complementary": "aside", "contentinfo": "footer",
    "banner": "header", "search": "nav", "menu": "nav", "menubar": "nav", "toolbar": "nav",
    "dialog": "dialog", "alertdialog": "dialog",
}  # fmt: skip
# A role that merely restates or weakens a tag must not hide what the tag says.
KEEP_TAG: Final = frozenset({*HEADINGS, "table", "tr", "td", "th", "li", "dl", "dt", "dd", "body"})
BLOCKS: Final = frozenset(
    "html body main article section aside header footer nav div p ul ol li dl dt dd table thead "
    "tbody tfoot tr td th caption figure figcaption blockquote pre address details summary "
    "fieldset form legend hr h1 h2 h3 h4 h5 h6 center hgroup dialog menu".split()
)
LINE_BREAK: Final = "\ue000"
TAG_EDGE: Final = "\ue001"
# Controls, soft hyphen, zero-width space and joiner, byte order mark; and our own two marks.
# Half of a surrogate pair comes out of JSON-LD that was cut within an emoji: it has no UTF-8.
UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u2060\ufeff\ue000\ue001\ud800-\udfff]+"
)
GLUED: Final = re.compile(f"(?<=[a-z]){TAG_EDGE}+(?=[A-Z][a-z])")


def parse(markup: str, place: str) -> Element:
    """The root element; ParseError for a page that is empty, too large or nested too deep."""
    if markup.count("<") > MAX_TAGS:
        raise ParseError(place, f"at most {MAX_TAGS} tags", str(markup.count("<")))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # As bytes in a named encoding: given text, lxml refuses pages with an XML declaration.
    body = whole_characters(markup).encode("utf-8")
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise ParseError(place, "an HTML page", str(error) or "nothing") from error
    for entry in parser.error_log:
        if "depth" in entry.message:
            raise ParseError(place, "at most 256 nested elements", "more")
    return root


def tag_of(element: Element) -> str:
    """The element's tag, or the tag that its ARIA role says it stands for."""
    tag = str(element.tag)
    role = element.get("role")
    if role is None or tag in KEEP_TAG:
        return tag
    if role == "heading":
        level = element.get("aria-level", "2")
        return f"h{level}" if f"h{level}" in HEADINGS else "h6"
    return ROLES.get(role, tag)


def drop(elements: list[Element]) -> None:
    """Remove elements from their tree; the text after each stays."""
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def clean(text: str | None) -> str:
    """The text without control, zero-width and half characters, whitespace as it was."""
    if text is None:
        return ""
    return text if text.isascii() and text.isprintable() else UNSEEN.sub("", text)


def fold(text: str) -> str:
    """Every run of whitespace, no-break spaces included, as one space; the ends stripped.

    Tags join without a space, or a number in two tags would break: only where a small letter
    would run into a capitalised word (a badge beside a name) is one put in.
    """
    if TAG_EDGE in text:
        text = GLUED.sub(" ", text).replace(TAG_EDGE, "")
    return " ".join(text.split())


def pieces_of_text(element: Element) -> Iterator[str]:
    """Text below the element in order, with marks where lines break and tags meet."""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if inner is not element:
                yield LINE_BREAK if inner.tag in BLOCKS or inner.tag == "br" else TAG_EDGE
            yield clean(inner.text)
        elif inner is not element:
            yield LINE_BREAK if inner.tag in BLOCKS else TAG_EDGE
            yield clean(inner.tail)


def iter_lines(element: Element) -> Iterator[str]:
    """The element's lines of text as shown, folded, none empty; read no further than asked."""
    parts: list[str] = []
    for part in chain(pieces_of_text(element), (LINE_BREAK,)):
        if part != LINE_BREAK:
            parts.append(part)
        else:
            if line := fold("".join(parts)):
                yield line
            parts.clear()


def text_of(element: Element) -> str:
    """All text below the element as one line."""
    return fold("".join(pieces_of_text(element)).replace(LINE_BREAK, " "))


def alt_of(element: Element) -> str:
    """Words of an image's alternative text, or "" where it has none."""
    text = fold(clean(element.get("alt")))
    is_file = text.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"))
    return "" if is_file or sum(map(str.isalpha, text)) < 3 else text  # noqa: PLR2004


def words_or_image(element: Element) -> str:
    """Text of the element, or the alternative text of the images that stand for it."""
    return text_of(element) or fold(" ".join(alt_of(image) for image in element.iter("img")))
