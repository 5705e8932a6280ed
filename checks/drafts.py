"""Claims in the making: one walk through a document, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from checks.clauses import Range, claim_ranges, clauses, trim
from checks.dating import Number, PeriodReader
from checks.findings import finding_type, is_marked
from checks.forces import Gazetteer
from checks.grades import GradeMention, find_grades, grid_grades, report_cycle
from checks.measures import measure_of
from checks.periods import FoundPeriod, find_periods
from checks.quantities import find_quantities
from checks.relevance import is_context
from checks.sentences import Sentence, sentences
from checks.speakers import voices
from checks.stances import stance_of
from checks.subjects import SubjectReader, main_subject
from checks.voices import Stretch, Voice, voice_at
from warehouse.records import (
    INSPECTORATE,
    Block,
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
_SILENT_BLOCKS: Final = frozenset({"heading", "cell", "caption", "image"})
MIN_FINDING_WORDS: Final = 5
"""A clause of fewer words says too little to stand as a finding of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before it is settled whose performance it is about."""

    block: Block
    start: int
    end: int
    sentence: str
    voice: Voice
    subject: str
    kind: ClaimKind
    quantity: Quantity | None = None
    grade: Grade | None = None
    measure: str = ""
    period: Period | None = None


@dataclass(slots=True)
class DraftReader:
    """One walk through one document, in reading order."""

    document: Document
    gazetteer: Gazetteer
    subject: str = field(init=False)
    cycle: str = field(init=False)
    subjects: SubjectReader = field(init=False)
    periods: PeriodReader = field(default_factory=PeriodReader)

    def __post_init__(self) -> None:
        document = self.document
        self.subject = main_subject(document, self.gazetteer)
        self.cycle = report_cycle(document.title, document.url, document.published_on)
        self.subjects = SubjectReader(gazetteer=self.gazetteer, main=self.subject)

    def drafts(self) -> Iterator[Draft]:
        parts = sentences(self.document)
        spoken = voices(self.document, parts, self.gazetteer, self.subject)
        for sentence, stretches in zip(parts, spoken, strict=True):
            self.subjects.read(sentence)
            self.periods.enter(sentence.block_index)
            if sentence.block.kind in _SILENT_BLOCKS:
                continue
            dated = find_periods(sentence.text, self.document.published_on)
            marked = list(self._marked(sentence, stretches, dated))
            yield from marked
            yield from self._worded(sentence, stretches, dated, marked)
            self.periods.remember(dated)

    def grid(self, stated: Sequence[Draft]) -> list[Draft]:
        """Grades that stand only in a grid, list, badge or picture of the report."""
        known = {(d.subject, d.grade.area, d.grade.level) for d in stated if d.grade}
        voice = Voice(claimant="inspectorate", claimant_id=INSPECTORATE, attribution="direct")
        out: list[Draft] = []
        for cell in (
            grid_grades(self.document, self.cycle) if self.document.kind == "report" else ()
        ):
            section = self.subjects.section_force(cell.block.section)
            subject = self.gazetteer.named(cell.subject_words) or section or self.subject
            if (subject, cell.area, cell.level) in known or not cell.area:
                continue
            known.add((subject, cell.area, cell.level))
            grade = Grade(level=cell.level, area=cell.area, scheme=cell.scheme, cycle=self.cycle)
            words = self.document.words(cell.block)
            out.append(
                Draft(
                    block=cell.block,
                    start=cell.block.start,
                    end=cell.block.end,
                    sentence=f"{cell.block.label}: {words}" if cell.block.label else words,
                    voice=voice,
                    subject=subject,
                    kind="grade",
                    grade=grade,
                )
            )
        return out

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
                yield self._draft(
                    sentence, clause, voice, kind="grade", grade=self._grade(mark), measure="grade"
                )

    def _grade(self, mention: GradeMention) -> Grade:
        return Grade(
            level=mention.level,
            area=mention.area,
            scheme=mention.scheme,
            cycle=self.cycle,
            negated=mention.negated,
        )

    def _quantities(
        self, sentence: Sentence, stretches: Sequence[Stretch], dated: Sequence[FoundPeriod]
    ) -> list[tuple[Quantity, str]]:
        text = sentence.text
        heading = sentence.block.section[-1] if sentence.block.section else ""
        spans = [(f.start, f.end) for f in dated]
        read = [(q, measure_of(text, q, heading=heading)) for q in find_quantities(text)]
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
        taken = [(d.start - sentence.start, d.end - sentence.start) for d in marked]
        for start, end in clauses(text) if marked else [trim(text, 0, len(text))]:
            words = text[start:end]
            overlaps = any(a < end and start < b for a, b in taken)
            if overlaps or len(words.split()) < MIN_FINDING_WORDS:
                continue
            voice = voice_at(stretches, (start + end) // 2)
            kind = finding_type(sentence.block.section) if under_mark else None
            if under_mark or stance_of(words, kind) != "neutral":
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


def _kind_of(quantity: Quantity) -> ClaimKind:
    if quantity.per:
        return "rate"
    return _KIND_OF_UNIT.get(quantity.unit, "count")
