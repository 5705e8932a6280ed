"""Rows for other programs: the fields that `bench/score_corpus.py` reads, and more.

Values are as stated, but a fall has a negative sign; days are ISO and inclusive; what is unknown
is None. Numbers stay `Decimal` until `formats` writes them.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from warehouse.formats import Row, write_rows
from warehouse.records import Check, Claim, Document, Notice, Period, Quantity, Run

__all__ = [
    "check_row",
    "claim_row",
    "deep_link",
    "document_row",
    "notice_row",
    "run_row",
    "write_rows",
]

_UNITS: Final = {
    "pp": "percentage_points",
    "multiple": "times",
    "tonne": "tonnes",
    "litre": "litres",
    "second": "seconds",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
_MEASURED: Final = frozenset(
    {"gbp", "eur", "usd", "pound", "pounds", "euro", "euros", "dollar", "dollars", "pence"}
    | {"percent", "pp", "point", "points", "ratio", "proportion", "fraction", "times", "multiple"}
    | {"kg", "kilo", "kilos", "gram", "grams", "tonne", "tonnes", "litre", "litres", "mph", "mile"}
    | {"miles", "km", "x", "g", "fold", "factor", "number", "none"}
    | {word for pair in _UNITS.items() for word in pair}
)
"""Words that another program would read as a unit of its own, not as a thing that is counted."""
_PHRASE_END: Final = re.compile(
    r"\s(?:of|in|on|at|by|for|from|with|without|to|who|which|that|under|over|during|across)\s"
)
_WORD: Final = re.compile(r"[a-z]+")


_LONGEST_FRAGMENT: Final = 200


def deep_link(claim: Claim) -> str:
    """An address that opens the document at the claim: a PDF at its page, a web page at the words
    (a text fragment, which browsers that know none ignore).
    """
    if claim.page is not None:
        return f"{claim.document_url}#page={claim.page}"
    words = claim.span.exact.split()
    ends = [" ".join(words)]
    if len(ends[0]) > _LONGEST_FRAGMENT:
        ends = [" ".join(words[:5]), " ".join(words[-5:])]
    # A hyphen is part of the syntax there; a half of a character has no bytes to be encoded.
    coded = (quote(end, safe="", errors="replace").replace("-", "%2D") for end in ends)
    return f"{claim.document_url}#:~:text={','.join(coded)}"


def claim_row(claim: Claim, document: Document) -> Row:
    """One claim or finding of the document as a row of `claims`."""
    return {
        "id": claim.id,
        "document_url": claim.document_url,
        "link": deep_link(claim),
        "document_title": document.title,
        "publisher": document.publisher,
        "published": _day(claim.published_on),
        "kind": claim.kind,
        "quote": claim.span.exact,
        **_quantity(claim.quantity),
        "measure": claim.measure or None,
        "measure_detail": claim.measure or None,
        "topic": claim.topic or None,
        "period": _period(claim.period),
        "claimant": claim.claimant,
        "claimant_id": claim.claimant_id or None,
        "attribution": claim.attribution,
        "subject": claim.subject or None,
        "scope": "force" if claim.scope in {"site", "district"} else claim.scope,
        "stance": claim.stance,
        **_grade(claim),
        "finding_type": claim.finding_type,
        "section": list(claim.section),
        "page": claim.page,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "prefix": claim.span.prefix,
        "suffix": claim.span.suffix,
    }


def check_row(check: Check, claim: Claim, finding: Claim | None) -> Row:
    """One pair as a row of `checks`; `finding` is None where the check has none."""
    return {
        "claim_id": check.claim,
        "finding_id": check.finding,
        "verdict": check.verdict,
        "flag": check.is_flag,
        "rule": check.rule,
        "why": check.why,
        "claim_quote": claim.span.exact,
        "claim_document_url": claim.document_url,
        "claim_link": deep_link(claim),
        "finding_quote": finding.span.exact if finding else None,
        "finding_document_url": finding.document_url if finding else None,
        "finding_link": deep_link(finding) if finding else None,
        "score": check.score,
        "reasons": [asdict(reason) for reason in check.reasons],
        "rules_version": check.rules_version,
        "case_key": check.case_key,
    }


def notice_row(notice: Notice, document: Document, claim: Claim | None) -> Row:
    """One notice as a row of `notices`; `claim` is None where it is about the whole document."""
    return {
        "id": notice.id,
        "kind": notice.kind,
        "document_url": document.url,
        "claim_id": notice.claim,
        "quote": claim.span.exact if claim else None,
        "detail": notice.detail,
        "why": notice.why,
    }


def document_row(document: Document) -> Row:
    """One document as a row of `documents`, with its whole text."""
    return {
        "id": document.id,
        "url": document.url,
        "source": document.source,
        "kind": document.kind,
        "publisher": document.publisher,
        "title": document.title,
        "published": _day(document.published_on),
        "snapshot": document.snapshot,
        "warnings": list(document.warnings),
        "text": document.text,
    }


def run_row(run: Run) -> Row:
    """One run as a row of `runs`; instants in ISO form."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(run).items()
    }


def _quantity(quantity: Quantity | None) -> Row:
    low, high = _signed(quantity) if quantity else (None, None)
    return {
        "value_low": low,
        "value_high": high,
        "unit": _unit(quantity) if quantity else None,
        "comparator": quantity.comparator if quantity else None,
        "qualifier": (quantity.qualifier or None) if quantity else None,
        "noun": (quantity.noun or None) if quantity else None,
        "direction": quantity.direction if quantity else None,
        "per": quantity.per if quantity else None,
        "vague": quantity.vague if quantity else None,
        "ambiguous": quantity.ambiguous if quantity else None,
    }


def _signed(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Bounds as stated; negative, and in order, for a fall. Half as many is a multiple, no fall."""
    low, high = quantity.low, quantity.high
    falls = quantity.direction == "down" and quantity.unit != "multiple"
    if not falls or low is None or high is None:
        return low, high
    return -high, -low


def _unit(quantity: Quantity) -> str:
    unit = _counted(quantity.noun) if quantity.unit == "count" else quantity.unit
    unit = _UNITS.get(unit, unit)
    return f"{unit}_per_{quantity.per}" if quantity.per else unit


def _counted(noun: str) -> str:
    """The head of a noun phrase, the thing that is counted; `count` when no word is sure."""
    words = _WORD.findall(_PHRASE_END.split(noun.casefold(), maxsplit=1)[0])
    return words[-1] if words and words[-1] not in _MEASURED else "count"


def _grade(claim: Claim) -> Row:
    """A grade that is denied is no grade of its area: it stands in a field of its own."""
    grade = claim.grade
    given = grade.level if grade and not grade.negated else None
    denied = grade.level if grade and grade.negated else None
    return {
        "grade": given,
        "grade_denied": denied,
        "area": (grade.area or None) if grade else None,
        "grade_cycle": (grade.cycle or None) if grade else None,
    }


def _period(period: Period | None) -> Row | None:
    if period is None:
        return None
    return {
        "start": _day(period.start),
        "end": _day(period.last_day),
        "text": period.text,
        "basis": period.basis,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
