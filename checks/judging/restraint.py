"""Keeping one document from being flagged over and over for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checks.verdicts import no_evidence
from warehouse.records import Check, Claim


def restrain(checks: Iterable[Check], claims: Mapping[str, Claim]) -> list[Check]:
    """The checks, with one tension in words for each document and finding: the best matched.

    A release that is proud in every paragraph stands against its grade once. `claims` holds the
    claims of the checks by id. A claim that loses its only check has no evidence instead.
    """
    given = list(checks)
    best: dict[tuple[str, str | None], Check] = {}
    for check in sorted(given, key=lambda c: (-c.score, claims[c.claim].span.start, c.claim)):
        if _is_worded(check, claims[check.claim]):
            best.setdefault((claims[check.claim].document, check.finding), check)
    kept = [c for c in given if not _is_worded(c, claims[c.claim]) or c in best.values()]
    silenced = [c for c in given if c.claim not in {k.claim for k in kept}]
    first = {c.claim: c for c in reversed(silenced)}
    return kept + [no_evidence(claims[claim_id]) for claim_id in first]


def _is_worded(check: Check, claim: Claim) -> bool:
    return check.verdict == "tension" and claim.quantity is None and claim.grade is None
