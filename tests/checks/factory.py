"""Claims and findings for tests, built by hand: only what a test is about need be named."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, TypedDict, Unpack

from checks.stances import stance_of
from checks.topics import topic_of
from warehouse.records import (
    Attribution,
    Basis,
    Claim,
    Claimant,
    ClaimKind,
    Comparator,
    FindingType,
    Grade,
    Level,
    Period,
    Quantity,
    Scope,
    Span,
    Stance,
    digest,
)

STATEMENT_DAY = date(2024, 6, 20)
REPORT_DAY = date(2024, 5, 2)
STATEMENT = "https://www.example.police.uk/news/figures"
REPORT = "https://hmicfrs.example/reports/force"


class Told(TypedDict, total=False):
    """What a test may say of a claim; the rest is filled in as the extraction would."""

    claimant: Claimant
    attribution: Attribution
    subject: str
    scope: Scope
    measure: str
    topic: str
    stance: Stance
    quantity: Quantity | None
    grade: Grade | None
    period: Period | None
    finding_type: FindingType | None
    section: tuple[str, ...]
    context: str
    url: str
    start: int
    published_on: date | None


class More(TypedDict, total=False):
    """The rarer attributes of a quantity."""

    direction: Literal["up", "down"] | None
    role: Literal["from", "to"] | None
    per: str | None
    vague: bool


def claim(words: str, **told: Unpack[Told]) -> Claim:
    """A statement by a force in its own release, with a stance and topic read from its words."""
    quantity, grade = told.get("quantity"), told.get("grade")
    area = grade.area if grade else ""
    level = grade.level if grade else None
    url = told.get("url", STATEMENT)
    start = told.get("start", 400)
    claimant = told.get("claimant", "force")
    measure = told.get("measure", "")
    finding_type = told.get("finding_type")
    return Claim(
        document=digest("document", url),
        document_url=url,
        span=Span(start=start, end=start + len(words), exact=words, prefix="\n"),
        ordinal=0,
        kind=_kind(quantity, grade),
        claimant=claimant,
        claimant_id="hmicfrs" if claimant == "inspectorate" else claimant,
        attribution=told.get("attribution", "direct"),
        subject=told.get("subject", "borsetshire"),
        scope=told.get("scope", "force"),
        measure=measure,
        topic=told.get("topic", topic_of(words, measure, area)),
        stance=told.get("stance", stance_of(words, finding_type, level)),
        context=told.get("context", words),
        quantity=quantity,
        grade=grade,
        period=told.get("period"),
        finding_type=finding_type,
        section=told.get("section", ()),
        published_on=told.get("published_on", STATEMENT_DAY),
    )


def finding(words: str, **told: Unpack[Told]) -> Claim:
    """The same words by inspectors in their report."""
    report: Told = {
        "claimant": "inspectorate",
        "url": REPORT,
        "published_on": REPORT_DAY,
        "finding_type": "graded_judgment" if told.get("grade") else "narrative",
    }
    return claim(words, **(report | told))


def number(
    value: str | int,
    unit: str = "count",
    comparator: Comparator = "=",
    *,
    text: str = "",
    noun: str = "",
    qualifier: str = "",
    **more: Unpack[More],
) -> Quantity:
    """A quantity of one value, or of two as "2..3"."""
    low, _, high = str(value).partition("..")
    written = text or str(value)
    return Quantity(
        text=written,
        start=0,
        end=len(written),
        low=Decimal(low),
        high=Decimal(high or low),
        unit=unit,
        comparator="range" if high and not more.get("vague") else comparator,
        noun=noun,
        qualifier=qualifier,
        direction=more.get("direction"),
        role=more.get("role"),
        per=more.get("per"),
        vague=more.get("vague", False),
    )


def year(first: int, basis: Basis = "calendar_year", text: str = "") -> Period:
    """Calendar year `first`, or the financial year that begins in it."""
    month = 4 if basis == "financial_year" else 1
    start, end = date(first, month, 1), date(first + 1, month, 1)
    return Period(start=start, end=end, basis=basis, text=text or str(first))


def financial(first: int) -> Period:
    return year(first, "financial_year", f"{first}/{(first + 1) % 100:02}")


def day(when: date) -> Period:
    return Period(start=when, end=when + timedelta(days=1), basis="point", text=when.isoformat())


def graded(level: Level, area: str, *, cycle: str = "", negated: bool = False) -> Grade:
    return Grade(level=level, area=area, cycle=cycle, negated=negated)


def _kind(quantity: Quantity | None, grade: Grade | None) -> ClaimKind:
    if grade:
        return "grade"
    if quantity is None:
        return "qualitative"
    if quantity.unit in {"GBP", "EUR", "USD"}:
        return "monetary"
    return "percent" if quantity.unit in {"percent", "pp", "ratio"} else "count"
