"""Claims in the making: the words, who says them and about whom, before they are settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.forces import Gazetteer
from checks.grading.grids import GridGrade, grid_grades
from checks.speech.voices import Voice
from warehouse.records import (
    INSPECTORATE,
    Block,
    ClaimKind,
    Document,
    Grade,
    Period,
    Quantity,
)

INSPECTORS = Voice(claimant="inspectorate", claimant_id=INSPECTORATE, attribution="direct")


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


def grid_drafts(
    document: Document, gazetteer: Gazetteer, main: str, cycle: str, stated: Sequence[Draft]
) -> list[Draft]:
    """Grades that stand only in a grid, list, badge or picture of a report.

    `main` is the force that the report is about, `stated` what its sentences say.
    """
    if document.kind != "report":
        return []
    known = {(d.subject, d.grade.area, d.grade.level) for d in stated if d.grade}
    out: list[Draft] = []
    for cell in grid_grades(document, cycle):
        draft = _grid_draft(document, cell, _whose(cell, gazetteer) or main, cycle)
        key = (draft.subject, cell.area, cell.level)
        if cell.area and key not in known:
            known.add(key)
            out.append(draft)
    return out


def _whose(cell: GridGrade, gazetteer: Gazetteer) -> str:
    named = (gazetteer.named(words) for words in (cell.subject_words, *cell.block.section[::-1]))
    return next(filter(None, named), "")


def _grid_draft(document: Document, cell: GridGrade, subject: str, cycle: str) -> Draft:
    words = document.words(cell.block)
    return Draft(
        block=cell.block,
        start=cell.block.start,
        end=cell.block.end,
        sentence=f"{cell.block.label}: {words}" if cell.block.label else words,
        voice=INSPECTORS,
        subject=subject,
        kind="grade",
        measure="grade",
        grade=Grade(level=cell.level, area=cell.area, scheme=cell.scheme, cycle=cycle),
    )
