"""The two texts of a pair as claims, by the extraction that reads whole documents.

A pair comes without its documents: no page around it, and no registry that knows its bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from checks.claims import extract
from checks.forces import Gazetteer
from checks.judging.two_ends import two_ends
from checks.pairing.bodies import key_of, placed
from checks.pairing.grading import loose_grade
from checks.periods import find_periods
from checks.quantities import find_quantities
from checks.stances import stance_of
from checks.topics import topic_of
from warehouse.records import Block, Claim, Document, Period, Span, Stance

_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SCANT: Final = re.compile(r"\b(?:only|just|fewer than half|less than half|as few as|little)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairText:
    """One side of a pair as it is handed over; what is not known is empty or None.

    `period` is what the giver says of a finding's time, beside the words.
    """

    text: str
    force: str = ""
    published_on: date | None = None
    period: Period | None = None
    kind: Literal["", "number", "grade", "narrative"] = ""


@dataclass(frozen=True, slots=True)
class PairSide:
    """A side as claims: its figures and grades, each a claim, and the text as a whole."""

    marked: tuple[Claim, ...]
    whole: Claim


def read_claim(given: PairText, gazetteer: Gazetteer, *, of_grade: bool) -> PairSide:
    """What a force says; `of_grade` when it is to be held against a grade."""
    return _side(given, "statement", gazetteer, of_grade=of_grade)


def read_finding(given: PairText, gazetteer: Gazetteer) -> PairSide:
    """What inspectors found."""
    return _side(given, "report", gazetteer, of_grade=given.kind == "grade")


def _side(
    given: PairText, kind: Literal["statement", "report"], gazetteer: Gazetteer, *, of_grade: bool
) -> PairSide:
    document = _document(given, kind)
    claims = (
        [placed(claim, given.force, gazetteer) for claim in extract(document, gazetteer)]
        if given.text
        else []
    )
    marked = [_settled(claim, given) for claim in claims if claim.quantity or claim.grade]
    marked = _bare_settled(marked)
    whole = _whole(document, given, claims, gazetteer)
    if of_grade and not any(claim.grade for claim in marked):
        grade = loose_grade(given.text, is_graded=given.kind == "grade")
        marked += [replace(whole, kind="grade", grade=grade, measure="grade")] if grade else []
    return PairSide(tuple(marked), whole)


def _settled(claim: Claim, given: PairText) -> Claim:
    """A grade with the time that its words name: "in the report of 2022 we were good"."""
    if claim.grade is None or claim.period:
        return claim
    found = (f.period for f in find_periods(claim.context, given.published_on))
    named = next((period for period in found if _YEAR.search(period.text)), None)
    year = _YEAR.search(claim.context)
    return replace(claim, period=named or (_of_year(year.group()) if year else None))


def _of_year(year: str) -> Period:
    """The calendar year of "our 2023 report"."""
    first = int(year)
    return Period(
        start=date(first, 1, 1), end=date(first + 1, 1, 1), basis="calendar_year", text=year
    )


def _bare_settled(marked: list[Claim]) -> list[Claim]:
    """A bare second number counts what the number before it counts: "60 cases ... and 95"."""
    out: list[Claim] = []
    for claim in marked:
        ends = two_ends(claim.context)
        before = next((one for one in out if one.quantity), None)
        bare = claim.quantity and ends and not ends.is_named and claim.quantity in ends[:2]
        if bare and before and before.quantity and claim.quantity:
            quantity = replace(claim.quantity, noun=before.quantity.noun)
            whole = Span(start=0, end=len(claim.context), exact=claim.context)
            out.append(replace(claim, quantity=quantity, measure=before.measure, span=whole))
        else:
            out.append(claim)
    return out


def _document(given: PairText, kind: Literal["statement", "report"]) -> Document:
    block = Block(start=0, end=len(given.text), kind="paragraph")
    return Document(
        url=f"pair:{kind}",
        source="pair",
        kind=kind,
        snapshot="",
        publisher=given.force if kind == "statement" else "",
        title=given.force,
        text=given.text,
        blocks=(block,),
        published_on=given.published_on,
    )


def _whole(document: Document, given: PairText, claims: list[Claim], gazetteer: Gazetteer) -> Claim:
    """The text as one statement in words."""
    text = given.text
    force = key_of(given.force)
    is_report = document.kind == "report"
    bare = Claim(
        document=document.id,
        document_url=document.url,
        span=Span(start=0, end=len(text), exact=text),
        ordinal=len(claims) + 1,
        kind="qualitative",
        claimant="inspectorate" if is_report else "force",
        claimant_id="hmicfrs" if is_report else force,
        attribution="direct",
        subject=force,
        scope="region" if gazetteer.is_unit(force) else "force",
        measure="",
        topic=topic_of(text),
        stance=_stance(given, is_report=is_report),
        context=text,
        period=given.period,
        finding_type="narrative" if is_report else None,
        published_on=given.published_on,
    )
    if claims:
        bare = replace(bare, subject=claims[0].subject, scope=claims[0].scope)
    stated = next(
        (f.period for f in find_periods(text, given.published_on) if f.period.start), None
    )
    return placed(replace(bare, period=stated or given.period), given.force, gazetteer)


def _stance(given: PairText, *, is_report: bool) -> Stance:
    """What the words weigh; where the vocabulary is silent a force boasts and inspectors find
    fault, or only give a figure.
    """
    grade = loose_grade(given.text, is_graded=True) if given.kind == "grade" else None
    stance = stance_of(given.text, level=grade.level if grade else None)
    if stance != "neutral" or grade:
        return stance
    if is_report:
        return "criticism" if given.kind == "narrative" or _SCANT.search(given.text) else "neutral"
    return "neutral" if find_quantities(given.text) else "praise"
