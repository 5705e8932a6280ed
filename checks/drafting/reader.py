"""One walk through a document: its sentences to drafts of claims, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from checks.drafting.clauses import Range, claim_ranges, clauses, trim
from checks.drafting.dating import Number, PeriodReader
from checks.drafting.drafts import INSPECTORS, Draft
from checks.drafting.findings import finding_type, is_marked
from checks.drafting.relevance import is_context, is_method
from checks.drafting.subjects import SubjectReader, main_subject
from checks.forces import Gazetteer
from checks.grades import GradeMention, find_grades, report_cycle, settled_area
from checks.measures import measure_of
from checks.measuring.thresholds import is_standard
from checks.periods import FoundPeriod, find_periods
from checks.quantities import find_quantities
from checks.sentences import Sentence, sentences
from checks.speakers import voices
from checks.speech.voices import Stretch, Voice, voice_at
from checks.stances import stance_of
from warehouse.records import (
    ClaimKind,
    Document,
    FindingType,
    Grade,
    Period,
    Quantity,
)

_KIND_OF_UNIT: Final[dict[str, ClaimKind]] = {
    "GBP": "monetary",
    "EUR": "monetary",
    "USD": "monetary",
    "percent": "percent",
    "pp": "percent",
    "ratio": "percent",
}
_SILENT_BLOCKS: Final = frozenset({"heading", "caption", "image"})
MIN_FINDING_WORDS: Final = 5
"""A clause of fewer words says too little to stand as a finding of its own."""
_SEVERAL: Final = 2


@dataclass(slots=True)
class DocumentReader:
    """One walk through one document, in reading order."""

    document: Document
    gazetteer: Gazetteer
    subject: str = field(init=False)
    cycle: str = field(init=False)
    subjects: SubjectReader = field(init=False)
    periods: PeriodReader = field(default_factory=PeriodReader)
    before: Sentence | None = None

    def __post_init__(self) -> None:
        document = self.document
        self.subject = main_subject(document, self.gazetteer)
        self.cycle = report_cycle(document.title, document.url, document.published_on)
        named = {m.force for m in self.gazetteer.mentions(document.text)}
        self.subjects = SubjectReader(
            gazetteer=self.gazetteer, main=self.subject, named=tuple(sorted(named))
        )

    def drafts(self) -> Iterator[Draft]:
        parts = sentences(self.document)
        spoken = voices(self.document, parts, self.gazetteer, self.subject)
        for sentence, stretches in zip(parts, spoken, strict=True):
            self.subjects.read(sentence)
            self.periods.enter(sentence.block_index)
            if sentence.block.kind in _SILENT_BLOCKS:
                continue
            if sentence.block.kind == "cell":
                yield from self._cell(sentence, stretches)
                continue
            dated = find_periods(sentence.text, self.document.published_on)
            marked = list(self._marked(sentence, stretches, dated))
            yield from marked
            yield from self._worded(sentence, stretches, dated, marked)
            self.periods.remember(dated)
            self.subjects.settle(sentence)
            self.before = sentence

    def _cell(self, sentence: Sentence, stretches: Sequence[Stretch]) -> Iterator[Draft]:
        """Figures of a table's cell, read with the words that head its row and column."""
        label = sentence.block.label
        if not label:
            return
        published = self.document.published_on
        dated = find_periods(sentence.text, published)
        heads = [] if dated else find_periods(label, published)
        for draft in self._marked(sentence, stretches, dated):
            says = draft.measure != "other" or len(sentence.text.split()) >= MIN_FINDING_WORDS
            if draft.quantity and says:
                period = heads[0].period if heads else draft.period
                yield replace(draft, period=period, sentence=f"{label}: {sentence.text}")

    def _marked(
        self, sentence: Sentence, stretches: Sequence[Stretch], dated: Sequence[FoundPeriod]
    ) -> Iterator[Draft]:
        """Claims that a number or a grade marks."""
        text = sentence.text
        grades = find_grades(text, cycle=self.cycle)
        quantities = self._quantities(sentence, stretches, dated)
        marks: list[GradeMention | Quantity] = sorted(
            [*grades, *(q for q, _ in quantities)], key=lambda m: (m.start, m.end)
        )
        measures = {id(q): measure for q, measure in quantities}
        joined = {
            i for i, m in enumerate(marks) if isinstance(m, Quantity) and m.role is not None and i
        }
        ranges = claim_ranges(text, [(m.start, m.end) for m in marks], joined)
        beside = [(q.start, q.end) for q, _ in quantities]
        for mark, clause in zip(marks, ranges, strict=True):
            voice = voice_at(stretches, mark.start)
            if isinstance(mark, Quantity):
                number = Number(
                    at=(mark.start, mark.end), beside=beside, is_change=mark.direction is not None
                )
                yield self._draft(
                    sentence,
                    clause,
                    voice,
                    kind=_kind_of(mark),
                    quantity=mark,
                    measure=measures[id(mark)],
                    period=self.periods.period_of(text, dated, clause, number),
                )
            else:
                grade = self._grade(mark, sentence)
                voice = _grader(voice, self.document)
                yield self._draft(
                    sentence, clause, voice, kind="grade", grade=grade, measure="grade"
                )

    def _grade(self, mention: GradeMention, sentence: Sentence) -> Grade:
        section = sentence.block.section[-1] if sentence.block.section else ""
        area = settled_area(mention, section, self.cycle)
        area = area or settled_area(mention, self.document.title, self.cycle)
        return Grade(
            level=mention.level,
            area=area,
            scheme=mention.scheme,
            cycle=self.cycle,
            negated=mention.negated,
        )

    def _quantities(
        self, sentence: Sentence, stretches: Sequence[Stretch], dated: Sequence[FoundPeriod]
    ) -> list[tuple[Quantity, str]]:
        text = sentence.text
        section = sentence.block.section[-1] if sentence.block.section else ""
        heading = sentence.block.label or section
        spans = [(f.start, f.end) for f in dated]
        same_block = self.before and self.before.block_index == sentence.block_index
        before = self.before.text if self.before and same_block else ""
        read: list[tuple[Quantity, str]] = []
        for quantity in find_quantities(text):
            measure = measure_of(text, quantity, heading=heading, before=before)
            if quantity.role == "to" and measure == "other" and read:
                measure = read[-1][1]
            read.append((quantity, measure))
        return [
            (quantity, measure)
            for quantity, measure in read
            if not is_context(text, quantity, voice_at(stretches, quantity.start), measure, spans)
        ]

    def _worded(
        self,
        sentence: Sentence,
        stretches: Sequence[Stretch],
        dated: Sequence[FoundPeriod],
        marked: Sequence[Draft],
    ) -> Iterator[Draft]:
        """Findings, boasts and answers in words alone."""
        text = sentence.text
        under_mark = is_marked(sentence.block.section) and self.document.kind == "report"
        kind = finding_type(sentence.block.section) if under_mark else None
        taken = [(d.start - sentence.start, d.end - sentence.start) for d in marked]
        if any(is_standard(text, quantity) for quantity in find_quantities(text)):
            return
        free = [c for c in clauses(text) if not any(a < c[1] and c[0] < b for a, b in taken)]
        telling = [c for c in free if self._tells(text[slice(*c)], kind, under_mark=under_mark)]
        if not marked and len(telling) < _SEVERAL:
            whole = trim(text, 0, len(text))
            telling = [whole] if self._tells(text, kind, under_mark=under_mark) else telling
        for start, end in telling:
            voice = voice_at(stretches, (start + end) // 2)
            period = dated[0].period if dated else None
            yield self._draft(sentence, (start, end), voice, kind="qualitative", period=period)

    def _tells(self, words: str, kind: FindingType | None, *, under_mark: bool) -> bool:
        """Whether words without a figure say enough to be a finding, a boast or an answer."""
        if len(words.split()) < MIN_FINDING_WORDS or is_method(words):
            return False
        return under_mark or stance_of(words, kind) != "neutral"

    def _draft(
        self,
        sentence: Sentence,
        clause: Range,
        voice: Voice,
        *,
        kind: ClaimKind,
        quantity: Quantity | None = None,
        grade: Grade | None = None,
        measure: str = "",
        period: Period | None = None,
    ) -> Draft:
        return Draft(
            block=sentence.block,
            start=sentence.start + clause[0],
            end=sentence.start + clause[1],
            sentence=sentence.text,
            voice=voice,
            subject=self.subjects.subject(sentence, *clause, voice),
            kind=kind,
            quantity=quantity,
            grade=grade,
            measure=measure,
            period=period,
        )


def _grader(voice: Voice, document: Document) -> Voice:
    """A paper that gives a grade in its own words reports the inspectors' grade."""
    own_words = document.kind == "article" and voice.claimant_id == "publisher"
    return replace(INSPECTORS, attribution="reported") if own_words else voice


def _kind_of(quantity: Quantity) -> ClaimKind:
    if quantity.per:
        return "rate"
    return _KIND_OF_UNIT.get(quantity.unit, "count")
