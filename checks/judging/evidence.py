"""Whose words may be held against whose, before anything is compared."""

from __future__ import annotations

from typing import Final

from checks.judging.comparability import is_known
from warehouse.records import Claim

HEADLINE_REACH: Final = 200
"""A document's headline begins within so many characters of its start."""


def is_evidence(claim: Claim, finding: Claim) -> bool:
    """Whether the finding can bear on the claim at all.

    From another document inspectors' own words count, not a newspaper's account of them, and what
    others told them where it may be the same figure; within one document other speakers count,
    and for a headline the text below it.
    """
    if _same_words(claim, finding):
        return False
    if claim.document == finding.document:
        return not is_own_finding(claim) and _within_document(claim, finding)
    return is_own_finding(finding) or is_told_to_inspectors(claim, finding)


def is_told_to_inspectors(claim: Claim, finding: Claim) -> bool:
    """Whether the finding is another's figure in a report, of the measure that the claim gives.

    It can bear a claim out, or be of another time or body, but nobody is accused with it.
    """
    if "inspectorate" in {claim.claimant, finding.claimant} or claim.document == finding.document:
        return False
    both = claim.quantity is not None and finding.quantity is not None
    return both and claim.measure == finding.measure and is_known(claim.measure)


def _same_words(claim: Claim, finding: Claim) -> bool:
    """Whether the two are one claim: what its id is made of, without the cost of a digest."""
    same_page = claim.document_url == finding.document_url and claim.ordinal == finding.ordinal
    return same_page and claim.span.exact == finding.span.exact


def is_headline(claim: Claim) -> bool:
    """Whether the claim stands in the first line of its document."""
    return claim.span.start < HEADLINE_REACH and not claim.section and "\n" not in claim.span.prefix


def _within_document(claim: Claim, finding: Claim) -> bool:
    speakers = [(side.claimant, side.claimant_id) for side in (claim, finding)]
    if speakers[0] == speakers[1]:
        return is_headline(claim) and finding.span.start > claim.span.end
    return claim.claimant != "inspectorate"


def is_own_finding(claim: Claim) -> bool:
    """Whether inspectors say it themselves."""
    return claim.claimant == "inspectorate" and claim.attribution == "direct"
