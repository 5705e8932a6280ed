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
    """Every sentence of the document, in reading order. Titles, headings and cells are one each."""
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        words = document.words(block)
        for start, end in _bounds(words, whole=block.kind not in {"paragraph", "item"}):
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
    begin = 0
    if not whole:
        for stop in _STOP.finditer(words):
            if _ends_sentence(words, begin, stop):
                yield begin, stop.end()
                begin = stop.end() + _space_after(words, stop.end())
    if words[begin:].strip():
        yield begin, len(words)


def _space_after(words: str, at: int) -> int:
    return len(words) - at - len(words[at:].lstrip())


def _ends_sentence(words: str, begin: int, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or len(stop.group()) > 1:
        # “Is it enough?” she said: the mark ends the quotation, a capital starts the next sentence.
        return True
    # The longest abbreviation has four letters: a short look back keeps this linear.
    before = _WORD_BEFORE.search(words[max(begin, stop.start() - 24) : stop.start()])
    word = before.group() if before else ""
    initial = len(word) == 1 and word.isupper() and word != "I"
    numbered = word.casefold() in {"no", "nos"} and not words[stop.end() :].lstrip()[:1].isdigit()
    return numbered or not (initial or word.casefold() in ABBREVIATIONS)
