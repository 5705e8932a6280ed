"""An element that sets a grade beside the name of an area: "Custody **Good**", badge or image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sources.page.markup import HEADINGS, Element, alt_of, clean, fold, tag_of, text_of
from sources.page.texts import Texts
from sources.page.words import DASHES, has_grade, is_grade, is_label

MOST_CHILDREN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Text of a child element or image, or the loose text between them."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The area's words and the grade's, and how the page writes the grade."""

    label: str
    grade: str
    is_image: bool
    grade_first: bool


def pair_of(element: Element, texts: Texts) -> Pair | None:
    """The pair that the element consists of, or None when it is anything else."""
    text = texts[element]
    if not 0 < len(element) <= MOST_CHILDREN or text.marked is None:
        return None
    if not (has_grade(text.marked) or next(element.iter("img"), None) is not None):
        return None
    if any(tag_of(below) in HEADINGS for below in element.iterdescendants()):
        return None
    parts = _parts(element)
    if len(parts) != 2 or is_grade(parts[0].text) == is_grade(parts[1].text):  # noqa: PLR2004
        return None
    grade_first = is_grade(parts[0].text)
    grade, name = parts if grade_first else (parts[1], parts[0])
    if not _belong_together(name, grade, grade_first=grade_first):
        return None
    label = name.text.strip(DASHES)
    return Pair(
        label=label, grade=grade.text, is_image=grade.kind == "image", grade_first=grade_first
    )


def _belong_together(name: Part, grade: Part, *, grade_first: bool) -> bool:
    if not is_label(name.text.strip(DASHES)) or grade.kind == "loose":
        return False
    if grade.kind == "image":
        return True
    # "<b>Good</b> at custody" and "rated <b>good</b>" are running text.
    return name.kind != "loose" or (not grade_first and grade.text[0].isupper())


def _parts(element: Element) -> list[Part]:
    parts = [Part(text=fold(clean(element.text)), kind="loose")]
    for child in element:
        if child.tag == "img":
            parts.append(Part(text=alt_of(child), kind="image"))
        else:
            parts.append(_from_child(child))
        parts.append(Part(text=fold(clean(child.tail)), kind="loose"))
    return [part for part in parts if part.text.strip(DASHES)]


def _from_child(child: Element) -> Part:
    text = text_of(child)
    if text:
        return Part(text=text, kind="element")
    alts = [alt for image in child.iter("img") if (alt := alt_of(image))]
    return Part(text=" ".join(alts), kind="image")
