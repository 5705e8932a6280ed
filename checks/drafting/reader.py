"""One walk through a document: its sentences to drafts of claims, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from checks.drafting.clauses import Range, claim_ranges, clauses, trim
from checks.drafting.dating import Number, PeriodReader
from checks.drafting.drafts import INSPECTORS, Draft
from checks.drafting.figures import Figure, FigureReader
from checks.drafting.findings import finding_type, is_marked
from checks.drafting.subjects import SubjectReader, main_subject
from checks.drafting.telling import MIN_WORDS, tells
from checks.forces import Gazetteer
from checks.grades import GradeMention, find_grades, report_cycle, settled_area
from checks.measuring.thresholds import is_standard
from checks.periods import FoundPeriod, find_periods
from checks.quantities import find_quantities
from checks.sentences import Sentence, sentences
from checks.speakers import voices
from checks.speech.voices import Stretch, Voice, voice_at
from warehouse.records import (
    ClaimKind,
    Document,
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
_SEVERAL: Final = 2


@dataclass(slots=True)
class DocumentReader:
    """One walk through one document, in reading order."""

    document: Document
    gazetteer: Gazetteer
    subject: str = field(init=False)
    cycle: str = field(init=False)
    subjects: SubjectReader = field(init=False)
    periods: PeriodReader = field(init=False)
    figures: FigureReader = field(default_factory=FigureReader)

    def __post_init__(self) -> None:
        document = self.document
        self.subject = main_subject(document, self.gazetteer)
        self.cycle = report_cycle(document.title, document.url, document.published_on)
        self.periods = PeriodReader(title=document.title, published_on=document.published_on)
        named = {m.force for m in self.gazetteer.mentions(document.text)}
        self.subjects = SubjectReader(
            gazetteer=self.gazetteer, main=self.subject, named=tuple(sorted(named))
        )

    def drafts(self) -> Iterator[Draft]:
        parts = sentences(self.document)
        spoken = voices(self.document, parts, self.gazetteer, self.subject)
        for sentence, stretches in zip(parts, spoken, strict=True):
            self.subjects.read(sentence)
            self.periods.enter(sentence)
            if sentence.block.kind in _SILENT_BLOCKS:
                continue
            if sentence.block.kind == "cell":
                yield from self._cell(sentence, stretches)
                continue
            dated = self.periods.read(sentence.text)
            marked = list(self._marked(sentence, stretches, dated))
            yield from marked
            yield from self._worded(sentence, stretches, dated, marked)
            self.periods.remember(sentence.text, dated, stretches[-1].voice.claimant_id)
            self.subjects.settle(sentence)

    def _cell(self, sentence: Sentence, stretches: Sequence[Stretch]) -> Iterator[Draft]:
        """What a table's cell says, read with the words that head its row and column."""
        label = sentence.block.label
        if not label:
            return
        dated = self.periods.read(sentence.text)
        heads = [] if dated else find_periods(label, self.document.published_on)
        is_prose = len(sentence.text.split()) >= MIN_WORDS
        marked = list(self._marked(sentence, stretches, dated))
        for draft in marked:
            if draft.quantity and (is_prose or draft.measure != "other"):
                period = heads[0].period if heads else draft.period
                yield replace(draft, period=period, sentence=f"{label}: {sentence.text}")
        if is_prose:
            yield from self._worded(sentence, stretches, dated, marked)
        self.periods.remember(sentence.text, dated, stretches[-1].voice.claimant_id)

    def _marked(
        self, sentence: Sentence, stretches: Sequence[Stretch], dated: Sequence[FoundPeriod]
    ) -> Iterator[Draft]:
        """Claims that a number or a grade marks."""
        text = sentence.text
        grades = find_grades(text, cycle=self.cycle, on=self.document.published_on)
        figures = self.figures.read(sentence, stretches, [(f.start, f.end) for f in dated])
        marks: list[GradeMention | Figure] = sorted([*grades, *figures], key=_place)
        joined = {i for i, m in enumerate(marks) if isinstance(m, Figure) and m.quantity.role and i}
        ranges = claim_ranges(text, [_place(m) for m in marks], joined)
        beside = [_place(figure) for figure in figures]
        period: Period | None = None
        for mark, clause in zip(marks, ranges, strict=True):
            voice = voice_at(stretches, _place(mark)[0])
            if isinstance(mark, Figure):
                number = Number(quantity=mark.quantity, beside=beside)
                period = self.periods.period_of(text, dated, clause, number, voice)
                period = period or self.figures.period_before(text, mark)
                yield self._figure(sentence, clause, voice, mark, period)
            else:
                voice = _grader(voice, self.document)
                grade = self._grade(mark, sentence)
                yield self._draft(
                    sentence, clause, voice, kind="grade", grade=grade, measure="grade"
                )
        self.figures.remember(sentence, figures, period)

    def _figure(
        self,
        sentence: Sentence,
        clause: Range,
        voice: Voice,
        figure: Figure,
        period: Period | None,
    ) -> Draft:
        return self._draft(
            sentence,
            clause,
            voice,
            kind=_kind_of(figure.quantity),
            quantity=figure.quantity,
            measure=figure.measure,
            period=period,
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

        def is_telling(clause: Range) -> bool:
            speaks = _speaks(voice_at(stretches, sum(clause) // 2))
            return tells(text[slice(*clause)], kind, under_mark=under_mark, speaks=speaks)

        free = [c for c in clauses(text) if not any(a < c[1] and c[0] < b for a, b in taken)]
        telling = [clause for clause in free if is_telling(clause)]
        if not marked and len(telling) < _SEVERAL:
            whole = trim(text, 0, len(text))
            telling = [whole] if is_telling(whole) else telling
        if telling and any(is_standard(text, quantity) for quantity in find_quantities(text)):
            return
        for start, end in telling:
            voice = voice_at(stretches, (start + end) // 2)
            period = dated[0].period if dated else None
            yield self._draft(sentence, (start, end), voice, kind="qualitative", period=period)

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


def _place(mark: GradeMention | Figure) -> Range:
    at = mark.quantity if isinstance(mark, Figure) else mark
    return at.start, at.end


def _speaks(voice: Voice) -> bool:
    """Whether somebody says the words, rather than the page that they stand on."""
    return voice.quoted or (voice.attribution != "direct" and voice.claimant != "inspectorate")


def _grader(voice: Voice, document: Document) -> Voice:
    """A paper that gives a grade in its own words reports the inspectors' grade."""
    own_words = document.kind == "article" and voice.claimant_id == "publisher"
    return replace(INSPECTORS, attribution="reported") if own_words else voice


def _kind_of(quantity: Quantity) -> ClaimKind:
    if quantity.per:
        return "rate"
    return _KIND_OF_UNIT.get(quantity.unit, "count")
