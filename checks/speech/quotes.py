"""Quotation marks: straight, single and double made one kind, and what stands inside them."""

from __future__ import annotations

import re
from typing import Final

OPEN: Final = "“"
CLOSE: Final = "”"
# A single mark opens a quotation at the start of a word and closes it after a stop or comma;
# elsewhere it is an apostrophe or sets off two or three words ("graded ‘good’").
_SINGLE_OPEN: Final = re.compile(r"(?:^|(?<=[\s(—–]))[‘'](?=[^\W_])")
_SINGLE_CLOSE: Final = re.compile(r"(?<=[.,!?…])[’'](?=\s|$)")
_SET_OFF: Final = re.compile(r"[^\W_][’'](?=[\s,.;:]|$)")
_STRAIGHT_OPEN: Final = re.compile(r"(?:^|(?<=[\s(—–‘]))\"(?=\S)")


def one_kind(text: str) -> str:
    """The text, of the same length, with every quotation between “ and ”."""
    doubled = _STRAIGHT_OPEN.sub(OPEN, text).replace('"', CLOSE) if '"' in text else text
    if OPEN in doubled or CLOSE in doubled:
        return doubled
    first = _SINGLE_OPEN.search(doubled)
    closes = [m.start() for m in _SINGLE_CLOSE.finditer(doubled)]
    if first and closes and closes[-1] > first.start():
        inside = [c for c in closes if c > first.start()]
        return _replaced(doubled, [first.start()], inside[:1])
    if first and not first.start() and not closes and not _SET_OFF.search(doubled):
        return _replaced(doubled, [0], [])  # runs on into the next sentence
    ends_here = closes and first is None and len(doubled.rstrip()) == closes[-1] + 1
    return _replaced(doubled, [], closes[-1:]) if ends_here else doubled


def _replaced(text: str, opens: list[int], closes: list[int]) -> str:
    letters = list(text)
    for at in opens:
        letters[at] = OPEN
    for at in closes:
        letters[at] = CLOSE
    return "".join(letters)


def opens(text: str) -> bool:
    return text.lstrip().startswith(OPEN)


def still_open(text: str, *, open_before: bool) -> bool:
    """Whether a quotation is open at the end of the text."""
    last = max(text.rfind(OPEN), text.rfind(CLOSE))
    return open_before if last < 0 else text[last] == OPEN


def end_of_first(text: str) -> int:
    """Where the first quotation closes; the text's length if it does not."""
    at = text.find(CLOSE)
    return at + 1 if at >= 0 else len(text)


def unquoted(text: str) -> list[tuple[int, int]]:
    """The ranges outside quotations; a text that closes one first begins inside it."""
    marks = list(re.finditer(f"[{OPEN}{CLOSE}]", text))
    begin = -1 if marks and marks[0].group() == CLOSE else 0
    out: list[tuple[int, int]] = []
    for mark in marks:
        if mark.group() == OPEN and begin >= 0:
            out.append((begin, mark.start()))
        begin = mark.end() if mark.group() == CLOSE else -1
    return [*out, (begin, len(text))] if begin >= 0 else out
