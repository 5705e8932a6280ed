"""A document to its claims: every figure, grade and finding that somebody asserts in it.

Pure: the same document and registry give the same claims, whatever the day or the order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from checks.drafting.drafts import Draft, grid_drafts
from checks.drafting.findings import finding_type
from checks.drafting.reader import DocumentReader
from checks.drafting.subjects import scope_of
from checks.forces import Gazetteer
from checks.stances import stance_of
from checks.topics import topic_of
from warehouse.records import Claim, Document, FindingType, Period, span_of

RECENT: Final = timedelta(days=100)
"""A year named by a page that ended no longer before it is what "the past 12 months" are."""


def extract(document: Document, gazetteer: Gazetteer) -> list[Claim]:
    """The claims and findings of one document, in reading order, with their ids settled."""
    reader = DocumentReader(document=document, gazetteer=gazetteer)
    drafts = list(reader.drafts())
    drafts += grid_drafts(document, gazetteer, reader.subject, reader.cycle, drafts)
    claims = [_claim(document, draft, gazetteer) for draft in drafts]
    return _numbered(_titles_dated(_year_named(claims), document))


def _claim(document: Document, draft: Draft, gazetteer: Gazetteer) -> Claim:
    words = document.text[draft.start : draft.end]
    kind = _finding_type(document, draft)
    area = draft.grade.area if draft.grade else ""
    level = draft.grade.level if draft.grade else None
    return Claim(
        document=document.id,
        document_url=document.url,
        span=span_of(document.text, draft.start, draft.end),
        ordinal=0,
        kind=draft.kind,
        claimant=draft.voice.claimant,
        claimant_id=draft.voice.claimant_id,
        attribution=draft.voice.attribution,
        subject=draft.subject,
        scope=scope_of(words, draft.subject, gazetteer),
        measure=draft.measure,
        topic=topic_of(words, draft.measure, area),
        stance=stance_of(words, kind, level),
        context=draft.sentence,
        quantity=draft.quantity,
        grade=draft.grade,
        period=draft.period,
        finding_type=kind,
        section=draft.block.section,
        page=draft.block.page,
        published_on=document.published_on,
    )


def _finding_type(document: Document, draft: Draft) -> FindingType | None:
    if draft.voice.claimant != "inspectorate":
        return None
    if draft.kind == "grade":
        return "graded_judgment"
    return finding_type(draft.block.section) if document.kind == "report" else "narrative"


def _year_named(claims: Sequence[Claim]) -> list[Claim]:
    """ "The past 12 months" is the twelve months that the page names, if it names them once."""
    named = {
        (c.period.start, c.period.end): c.period
        for c in claims
        if c.period and _is_recent_year(c.period, c.published_on)
    }
    if len(named) != 1:
        return list(claims)
    (year,) = named.values()

    def settled(claim: Claim) -> Claim:
        if claim.period is None or claim.period.basis != "rolling_year":
            return claim
        if claim.period.last_day != claim.published_on:  # "the year to September" names its end
            return claim
        period = replace(claim.period, start=year.start, end=year.end, basis=year.basis)
        return replace(claim, period=period)

    return [settled(claim) for claim in claims]


def _is_recent_year(period: Period, published_on: date | None) -> bool:
    if not (period.start and period.end and published_on) or period.basis == "rolling_year":
        return False
    whole = period.end - period.start in {timedelta(days=365), timedelta(days=366)}
    return whole and timedelta() <= published_on - period.end < RECENT


def _titles_dated(claims: Sequence[Claim], document: Document) -> list[Claim]:
    """A title's figure takes its period from the body's figure of the same measure."""
    titles = {block.start for block in document.blocks if block.kind == "title"}
    ends = {block.end for block in document.blocks if block.kind == "title"}
    if not titles:
        return list(claims)
    first, last = min(titles), max(ends)
    body = [c for c in claims if c.span.start >= last and c.quantity and c.period]

    def dated(claim: Claim) -> Claim:
        if not (first <= claim.span.start < last and claim.quantity) or claim.period:
            return claim
        same = (c for c in body if c.measure == claim.measure and _unit(c) == _unit(claim))
        near = next(same, None) or next((c for c in body if _unit(c) == _unit(claim)), None)
        if near is None or near.period is None:
            return claim
        return replace(claim, period=replace(near.period, inherited=True))

    return [dated(claim) for claim in claims]


def _unit(claim: Claim) -> str:
    return claim.quantity.unit if claim.quantity else ""


def _numbered(claims: Sequence[Claim]) -> list[Claim]:
    """Claims in reading order; those of equal words told apart by their ordinal."""
    seen: Counter[str] = Counter()
    out: list[Claim] = []
    for claim in sorted(claims, key=_reading_order):
        out.append(replace(claim, ordinal=seen[claim.span.exact]))
        seen[claim.span.exact] += 1
    return out


def _reading_order(claim: Claim) -> tuple[int, int, int, str]:
    at = claim.quantity.start if claim.quantity else 0
    return claim.span.start, at, claim.span.end, claim.kind
