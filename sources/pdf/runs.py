"""A PDF page's content stream to runs of text: what is shown, where it starts and where it ends.

Follows ISO 32000-1, 9.4: only the operators that place text, and forms shown inside a page. Turned
text (watermarks, labels of axes) and text drawn to be invisible are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject
from pypdf.generic._font import Font

from sources.pdf.pen import IDENTITY, Matrix, Pen, Run, times

AS_BYTES: Final = "bytes"
"""Strings as they stand, for the font to decode."""
DEEPEST_FORM: Final = 8


def runs_of(page: PageObject) -> list[Run]:
    """All runs of a page, in the order in which they are drawn."""
    pen = Pen()
    if page.get_contents() is not None:
        contents = ContentStream(page["/Contents"].get_object(), page.pdf, AS_BYTES)
        _draw(pen, contents, [page.get("/Resources"), *_inherited(page)], 0)
    return pen.runs


def _inherited(page: PageObject) -> Iterator[object]:
    parent, depth = page.get("/Parent"), 0
    while parent is not None and depth < DEEPEST_FORM:
        node = parent.get_object()
        if not isinstance(node, DictionaryObject):
            return
        yield node.get("/Resources")
        parent, depth = node.get("/Parent"), depth + 1


def _named(resources: Sequence[object], kind: str, name: object) -> DictionaryObject | None:
    """The resource of that kind and name, from the first dictionary that has it."""
    for given in resources:
        found: Any = given
        for key in (kind, name):
            found = found.get_object() if hasattr(found, "get_object") else None
            found = found.get(key) if isinstance(found, DictionaryObject) else None
        found = found.get_object() if hasattr(found, "get_object") else None
        if isinstance(found, DictionaryObject):
            return found
    return None


def _draw(pen: Pen, contents: ContentStream, resources: Sequence[object], depth: int) -> None:
    fonts: dict[object, Font | None] = {}
    for operands, operator in contents.operations:
        if operator == b"Tf" and len(operands) > 1:
            name = operands[0]
            if name not in fonts:
                found = _named(resources, "/Font", name)
                fonts[name] = Font.from_font_resource(found) if found is not None else None
            pen.state = replace(pen.state, font=fonts[name], size=_number(operands[1]))
        elif operator == b"Do" and operands and depth < DEEPEST_FORM:
            _form(pen, _named(resources, "/XObject", operands[0]), resources, depth)
        elif (act := ACTS.get(operator)) is not None:
            act(pen, operands)


def _form(pen: Pen, form: DictionaryObject | None, resources: Sequence[object], depth: int) -> None:
    if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
        return
    before, saved = pen.state, pen.saved
    matrix = _matrix(list(form.get("/Matrix", IDENTITY)))
    pen.state, pen.saved = replace(before, ctm=times(matrix, before.ctm)), []
    owner = form.indirect_reference
    contents = ContentStream(form, owner.pdf if owner is not None else None, AS_BYTES)
    _draw(pen, contents, [form.get("/Resources"), *resources], depth + 1)
    pen.state, pen.saved = before, saved


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _matrix(operands: Sequence[object]) -> Matrix:
    if len(operands) != len(IDENTITY):
        return IDENTITY
    a, b, c, d, e, f = map(_number, operands)
    return (a, b, c, d, e, f)


def _save(pen: Pen, _: Sequence[Any]) -> None:
    pen.saved.append(pen.state)


def _restore(pen: Pen, _: Sequence[Any]) -> None:
    if pen.saved:
        pen.state = pen.saved.pop()


def _transform(pen: Pen, operands: Sequence[Any]) -> None:
    pen.state = replace(pen.state, ctm=times(_matrix(operands), pen.state.ctm))


def _begin(pen: Pen, _: Sequence[Any]) -> None:
    pen.line = pen.text = IDENTITY


def _place(pen: Pen, operands: Sequence[Any]) -> None:
    pen.line = pen.text = _matrix(operands)


def _move(pen: Pen, operands: Sequence[Any]) -> None:
    across, up = [*map(_number, operands), 0.0, 0.0][:2]
    pen.move(across, up)


def _move_and_lead(pen: Pen, operands: Sequence[Any]) -> None:
    across, up = [*map(_number, operands), 0.0, 0.0][:2]
    pen.state = replace(pen.state, leading=-up)
    pen.move(across, up)


def _next_line(pen: Pen, _: Sequence[Any]) -> None:
    pen.move(0.0, -pen.state.leading)


def _show(pen: Pen, operands: Sequence[Any]) -> None:
    for part in operands[-1:]:
        for piece in part if isinstance(part, ArrayObject) else [part]:
            if isinstance(piece, bytes):
                pen.show(piece)
            else:
                pen.skip(_number(piece))


def _next_line_and_show(pen: Pen, operands: Sequence[Any]) -> None:
    _next_line(pen, operands)
    _show(pen, operands)


def _sets(name: str, share: float = 1.0) -> Callable[[Pen, Sequence[Any]], None]:
    def act(pen: Pen, operands: Sequence[Any]) -> None:
        change: dict[str, Any] = {name: _number(operands[0]) * share if operands else 0.0}
        pen.state = replace(pen.state, **change)

    return act


ACTS: Final[dict[bytes, Callable[[Pen, Sequence[Any]], None]]] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _transform,
    b"BT": _begin,
    b"Tm": _place,
    b"Td": _move,
    b"TD": _move_and_lead,
    b"T*": _next_line,
    b"Tj": _show,
    b"TJ": _show,
    b"'": _next_line_and_show,
    b'"': _next_line_and_show,
    b"Tc": _sets("between"),
    b"Tw": _sets("between_words"),
    b"Tz": _sets("scale", 0.01),
    b"TL": _sets("leading"),
    b"Ts": _sets("rise"),
    b"Tr": _sets("mode"),
}
