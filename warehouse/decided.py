"""What people decided, as rows for other programs."""

from __future__ import annotations

from warehouse.formats import Row
from warehouse.records import Entry, Passage
from warehouse.standing import Standing


def ruling_row(standing: Standing) -> Row:
    """What people decided about a check: more fields of its row. Only of a `decided` case does the
    ruling stand; of one that returned or was reopened it is the old one.
    """
    decision = standing.ruling.decision if standing.ruling else None
    return {
        "case_state": standing.state,
        "ruling": decision.ruling if decision else None,
        "ruled_by": decision.by if decision else None,
        "ruled_at": decision.at.isoformat() if decision else None,
    }


def decision_row(entry: Entry) -> Row:
    """One entry of the ledger as a row of `decisions`, with the evidence that was shown."""
    decision = entry.decision
    shown = decision.shown
    return {
        "seq": entry.seq,
        "at": decision.at.isoformat(),
        "by": decision.by,
        "what": decision.what,
        "ruling": decision.ruling,
        "reason": decision.reason,
        "note": decision.note or None,
        "about": decision.about,
        "corrects": decision.corrects,
        "correction": decision.correction or None,
        "case_key": decision.case,
        "verdict": shown.verdict,
        "fingerprint": shown.fingerprint,
        "rules_version": shown.rules_version,
        "edition": shown.edition,
        **_passage("claim", shown.claim),
        **_passage("finding", shown.finding),
        "previous": entry.previous or None,
        "hash": entry.hash,
    }


def _passage(side: str, passage: Passage | None) -> Row:
    return {
        f"{side}_id": passage.claim if passage else None,
        f"{side}_quote": passage.words if passage else None,
        f"{side}_document_url": passage.url if passage else None,
        f"{side}_snapshot": passage.snapshot if passage else None,
    }
