"""Records for the warehouse's tests. Forces are real ids; addresses and figures are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from warehouse.records import (
    Act,
    Block,
    Check,
    Claim,
    Decision,
    Document,
    DocumentKind,
    Entry,
    Fetch,
    Grade,
    Notice,
    Passage,
    Quantity,
    Run,
    Shown,
    Snapshot,
    Verdict,
    document_id,
    span_of,
)

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
STATEMENT = "https://force.example/news/a-year-of-work"
REPORT = "https://inspectors.example/reports/force"
ARTICLE = "https://paper.example/force-inspected"
TITLE = "Force closes 40 county lines"


def document(url: str = STATEMENT, kind: DocumentKind = "statement", **fields: Any) -> Document:
    body = "Officers made 120 arrests. Officers made 120 arrests."
    text = f"{TITLE}\n{body}"
    blocks = (
        Block(start=0, end=len(TITLE), kind="title", level=1),
        Block(start=len(TITLE) + 1, end=len(text), kind="paragraph", section=(TITLE,)),
    )
    values: dict[str, Any] = {
        "source": "test",
        "snapshot": "no snapshot",
        "publisher": "A publisher",
        "title": TITLE,
        "text": text,
        "blocks": blocks,
        "published_on": date(2024, 5, 1),
    }
    return Document(url=url, kind=kind, **{**values, **fields})


def claim(
    url: str = STATEMENT, words: str = "120 arrests", ordinal: int = 0, **fields: Any
) -> Claim:
    """A force's count of arrests, unless the fields say otherwise."""
    text = f"{TITLE}\nOfficers made {words}."
    at = text.index(words)
    values: dict[str, Any] = {
        "span": span_of(text, at, at + len(words)),
        "kind": "count",
        "claimant": "force",
        "claimant_id": "cumbria",
        "attribution": "direct",
        "subject": "cumbria",
        "scope": "force",
        "measure": "arrests",
        "topic": "",
        "stance": "neutral",
        "context": f"Officers made {words}.",
        "quantity": count("120", noun="arrests"),
    }
    values.update(fields)
    return Claim(document=document_id(url), document_url=url, ordinal=ordinal, **values)


def finding(
    url: str = REPORT, words: str = "100 arrests", ordinal: int = 0, **fields: Any
) -> Claim:
    """The inspectorate's count of the same force's arrests, unless the fields say otherwise."""
    values = {"claimant": "inspectorate", "claimant_id": "hmicfrs", "finding_type": "narrative"}
    return claim(url, words, ordinal, **{**values, **fields})


def graded(
    area: str, level: str = "good", *, negated: bool = False, **fields: Any
) -> dict[str, Any]:
    """Fields of a claim about a grade."""
    grade = Grade(level=level, area=area, negated=negated)  # type: ignore[arg-type]
    return {"kind": "grade", "measure": "", "quantity": None, "grade": grade, **fields}


def said(topic: str = "", **fields: Any) -> dict[str, Any]:
    """Fields of a claim in words."""
    return {"kind": "qualitative", "measure": "", "quantity": None, "topic": topic, **fields}


def count(number: str, unit: str = "count", **fields: Any) -> Quantity:
    value = Decimal(number)
    values = {"text": number, "start": 0, "end": len(number), "low": value, "high": value}
    return Quantity(unit=unit, **{**values, **fields})


def check(
    of: Claim, against: Claim | None, verdict: Verdict = "consistent", **fields: Any
) -> Check:
    values: dict[str, Any] = {"rule": "value", "why": "Both say it.", "rules_version": "1"}
    values |= {"fingerprint": "f", "score": 0.5, **fields}
    return Check(claim=of.id, finding=against.id if against else None, verdict=verdict, **values)


def notice(url: str, of: Claim | None = None, detail: str = "40 of 30") -> Notice:
    return Notice(
        kind="arithmetic",
        document=document_id(url),
        claim=of.id if of else None,
        detail=detail,
        why="The parts exceed the total.",
    )


def snapshot(url: str = STATEMENT, **fields: Any) -> Snapshot:
    values: dict[str, Any] = {
        "final_url": url,
        "fetched_at": NOON,
        "status": 200,
        "media_type": "text/html",
        "sha256": "a" * 64,
        "size": 10,
    }
    return Snapshot(url=url, **{**values, **fields})


def fetch(run: str = "r1", name: str = "a.html") -> Fetch:
    return Fetch(
        run=run,
        input=name,
        url=STATEMENT,
        outcome="ok",
        reason="",
        attempts=1,
        seconds=0.25,
        at=NOON,
        document=document_id(STATEMENT),
    )


def run(name: str = "r1", **fields: Any) -> Run:
    return Run(id=name, flow="verify", started_at=NOON, **fields)


def shown(of: Claim | None = None, against: Claim | None = None, **fields: Any) -> Shown:
    """What a person sees of a check of the two."""
    values: dict[str, Any] = {"verdict": "overstated", "fingerprint": "f", "rules_version": "1"}
    values.update(edition="000001", finding=passage(against) if against else None)
    return Shown(claim=passage(of or claim()), **{**values, **fields})


def passage(of: Claim) -> Passage:
    return Passage(claim=of.id, words=of.span.exact, url=of.document_url, snapshot="s")


def decision(what: Act = "ruling", evidence: Shown | None = None, **fields: Any) -> Decision:
    """A decision that upholds, or another act, of the first checker."""
    values: dict[str, Any] = {"by": "First checker", "at": NOON}
    values |= {"ruling": "upheld"} if what == "ruling" else {}
    return Decision(what=what, shown=evidence or shown(), **{**values, **fields})


def entry(seq: int, of: Decision | None = None) -> Entry:
    """An entry for what looks at no chain."""
    return Entry(seq=seq, previous=f"hash {seq - 1}", hash=f"hash {seq}", decision=of or decision())
