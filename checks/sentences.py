"""A document's blocks cut into sentences, and sentences into clauses, with offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from warehouse.records import Block, Document

# A full stop after one of these ends no sentence.
ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof st rev hon no nos approx dept det supt insp ch sgt sgts con cons pc pcs dc "
    "ds di dci dcs acc dcc cc jan feb mar apr jun jul aug sep sept oct nov dec vs etc eg ie p pp "
    "para paras fig figs vol inc ltd co e.g i.e a.m p.m".split()
)
_PROSE: Final = frozenset({"paragraph", "item", "cell"})
_SPACE: Final = re.compile(r"\s*")
# The rules look from every figure over its whole sentence, so its length must have a bound.
_LONGEST: Final = 1200
_PIECE: Final = 250
_DIGITS: Final = re.compile("[0-9]+")
_STOP = re.compile("[.!?…]+[\"'”’)\\]]*(?=\\s+[\"'“‘(\\[]*(?:[^\\W_a-z]|[£$€0-9]))")
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“‘]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document; `start` and `end` are offsets in the document's text."""

    start: int
    end: int
    text: str
    block: Block
    block_index: int


def sentences(document: Document) -> list[Sentence]:
    """Every sentence of the document, in reading order. Titles and headings are one each."""
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        words = document.words(block)
        for start, end in _bounds(words, whole=block.kind not in _PROSE):
            found.append(
                Sentence(
                    start=block.start + start,
                    end=block.start + end,
                    text=words[start:end],
                    block=block,
                    block_index=index,
                )
            )
    return found


def _bounds(words: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the sentences; what no writer would call one is cut for its length."""
    for begin, end in _stops(words, whole=whole):
        yield from [(begin, end)] if end - begin <= _LONGEST else _pieces(words, begin, end)


def _pieces(words: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end:
        room = min(begin + _PIECE, end)
        cut = end if room == end else words.rfind(" ", begin, room) + 1 or _within(words, room, end)
        # Of a number without end nobody reads more than its start.
        yield begin, min(cut, begin + _LONGEST)
        begin = _past_space(words, cut)


def _within(words: str, room: int, end: int) -> int:
    """Where to cut what has no space: behind a run of digits, half of which is another number."""
    digits = _DIGITS.match(words, room, end)
    return digits.end() if digits and words[room - 1].isdigit() else room


def _stops(words: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    begin = 0
    if not whole:
        for stop in _STOP.finditer(words):
            if _ends_sentence(words, begin, stop):
                yield begin, stop.end()
                begin = _past_space(words, stop.end())
    if words[begin:].strip():
        yield begin, len(words)


def _past_space(words: str, at: int) -> int:
    match = _SPACE.match(words, at)
    return match.end() if match else at


def _ends_sentence(words: str, begin: int, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or len(stop.group()) > 1:
        # “Is it enough?” she said: the mark ends the quotation, a capital starts the next sentence.
        return True
    # The longest abbreviation has four letters: a short look back keeps this linear.
    before = _WORD_BEFORE.search(words[max(begin, stop.start() - 24) : stop.start()])
    word = before.group() if before else ""
    initial = len(word) == 1 and word.isupper() and word != "I"
    after = _past_space(words, stop.end())
    numbered = word.casefold() in {"no", "nos"} and not words[after : after + 1].isdigit()
    return numbered or not (initial or word.casefold() in ABBREVIATIONS)
