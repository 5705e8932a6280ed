"""The figures of a sentence with what each counts, some by the figure that was read before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from checks.drafting.clauses import Range
from checks.drafting.relevance import is_context
from checks.measures import OTHER, measure_of
from checks.measuring.changes import is_change
from checks.measuring.counted import names_its_noun
from checks.measuring.measure_rules import KINDS
from checks.quantities import find_quantities
from checks.sentences import Sentence
from checks.speech.voices import Stretch, voice_at
from warehouse.records import Period, Quantity

_LABELLED: Final = 60
"""Letters of a cell that are no sentence: its label says what it counts."""
# "The figure was ...", "I make it ...", "it stood at ...": the number of before, another value.
_SAME_FIGURE: Final = re.compile(
    r"\b(?:the|that|this|its|their|our|his|her|my)(?: [a-z]+)? (?:figure|number|rate|share|total"
    r"|proportion|percentage|estimate|tally|average|level|amount|sum|forecast|performance)\b"
    r"|\b(?:it|that|this) (?:was|is|had been|has been|stood|stands|had risen|had fallen|has risen"
    r"|has fallen|rose|fell|reached|had since|has since)\b"
    r"|\b(?:make|makes|made|put|puts|have it|had put|has put) (?:it|that|this|the figure)\b",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"\b(?:now|since|today|currently|has|have|will)\b", re.IGNORECASE)
_LOOK_BACK: Final = 90
_TIMES: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, what it counts, and whether that is told only by the figure before."""

    quantity: Quantity
    measure: str
    is_told_before: bool = False


@dataclass(slots=True)
class FigureReader:
    """Follows a document in reading order and remembers what was counted last."""

    before: Sentence | None = None
    last: Figure | None = None
    period: Period | None = None
    """Of the figure read last."""

    def read(
        self, sentence: Sentence, stretches: Sequence[Stretch], spans: Sequence[Range]
    ) -> list[Figure]:
        """The numbers that claim something, in order; `spans` are the words of its periods."""
        near = self.before is not None and self.before.block.section == sentence.block.section
        if not near or sentence.block.kind == "item":
            self.last = None
        figures: list[Figure] = []
        for each in find_quantities(sentence.text):
            quantity = _as_level(sentence.text, each)
            figures.append(self._figure(sentence, quantity, figures))
        return [
            figure
            for place, figure in enumerate(figures)
            if not _only_limits(figure.quantity, figures[place + 1 : place + 2])
            and not is_context(
                sentence.text,
                figure.quantity,
                voice_at(stretches, figure.quantity.start),
                figure.measure,
                spans,
            )
        ]

    def remember(
        self, sentence: Sentence, figures: Sequence[Figure], period: Period | None
    ) -> None:
        """Note a sentence that has been read, its figures and the period of the last."""
        self.before = sentence
        self.last = figures[-1] if figures and figures[-1].measure != OTHER else None
        self.period = period

    def period_before(self, text: str, figure: Figure) -> Period | None:
        """The period of the figure before, where this one is only another value of it."""
        if not figure.is_told_before or self.period is None or _NOW.search(text):
            return None
        return replace(self.period, inherited=True)

    def _figure(self, sentence: Sentence, quantity: Quantity, before: Sequence[Figure]) -> Figure:
        measure = self._measure(sentence, quantity)
        if measure != OTHER:
            return Figure(quantity=quantity, measure=measure)
        if quantity.role == "to" and before:
            return Figure(quantity=quantity, measure=before[-1].measure)
        last = before[-1] if before else self.last
        if last and last.measure != OTHER and _takes_up(sentence.text, quantity, last.quantity):
            return Figure(quantity=quantity, measure=last.measure, is_told_before=True)
        return Figure(quantity=quantity, measure=OTHER)

    def _measure(self, sentence: Sentence, quantity: Quantity) -> str:
        text, block = sentence.text, sentence.block
        if block.kind == "cell" and block.label and len(text) <= _LABELLED:
            # "91%" under "999 calls answered": the label is what a noun is in a sentence.
            text = f"{text} {block.label}"
        same_block = self.before and self.before.block_index == sentence.block_index
        before = self.before.text if self.before and same_block else ""
        heading = block.label or (block.section[-1] if block.section else "")
        return measure_of(text, quantity, heading=heading, before=before)


def _as_level(text: str, quantity: Quantity) -> Quantity:
    """Without its direction where the words around it say a level: "picked up 91 per cent"."""
    if quantity.direction is None or quantity.role or is_change(text, quantity):
        return quantity
    return replace(quantity, direction=None)


def _only_limits(quantity: Quantity, following: Sequence[Figure]) -> bool:
    """Whether "no phone has waited more than nine months" claims the months, not a zero."""
    return quantity.high == 0 and any(f.quantity.unit in _TIMES for f in following)


def _takes_up(text: str, quantity: Quantity, last: Quantity) -> bool:
    """Whether the number is another value of what was counted last."""
    kinds = [KINDS.get(q.unit, "") for q in (quantity, last)]
    if not kinds[0] or kinds[0] != kinds[1] or quantity.direction is not None:
        return False
    if kinds[0] == "count" and (names_its_noun(text, quantity) or quantity.text.isalpha()):
        return False
    before = text[max(0, quantity.start - _LOOK_BACK) : quantity.start]
    is_bare = kinds[0] == "count" and not text[quantity.end :].strip(" .,;’”\"'")
    return is_bare or _SAME_FIGURE.search(before) is not None
