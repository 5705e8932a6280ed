"""Boasts that rest on a count whose recording inspectors question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from checks.judging.comparability import matters, topics_of
from checks.judging.explaining import plain, short
from checks.judging.ranks import rank_of
from checks.judging.tension import is_current
from checks.measures import family_of
from warehouse.records import Claim, Notice

# What a count is made by; a finding that names it questions every figure that rests on it.
_KEEPING: Final = re.compile(
    r"\b(?:records?|recorded|recording|counts|counted|counting|logs?|logged|logging|database"
    r"|data quality|quality of (?:its |the |their )?data|data entry|categoris(?:e|es|ed|ing|ation)"
    r"|double[- ]count(?:s|ed|ing)?|inaccurate (?:data|figures)|unreliable (?:data|figures))\b"
)
# "On record" and its kin keep no count.
_NOT_KEEPING: Final = re.compile(
    r"\b(?:criminal records?|track records?|on record|record (?:high|low|number|level|year))\b"
)


def questioned_counts(claims: Sequence[Claim]) -> list[Notice]:
    """A notice for each boast by number or rank whose count a finding beside it criticises."""
    questioning = [claim for claim in claims if _questions_a_count(claim)]
    return [
        notice
        for claim in claims
        if _rests_on_a_count(claim)
        for notice in _questioned(claim, questioning)
    ]


def _questioned(claim: Claim, findings: Iterable[Claim]) -> list[Notice]:
    """At most one a claim: the nearest finding, that of the same document before others."""
    near = sorted(
        (finding for finding in findings if _bears_on(claim, finding)),
        key=lambda f: (f.document != claim.document, f.document_url, f.span.start, f.id),
    )
    return [_notice(claim, finding) for finding in near[:1]]


def _rests_on_a_count(claim: Claim) -> bool:
    """A force's praise of itself by a number or a rank."""
    counted = claim.quantity is not None or rank_of(claim.span.exact) is not None
    return claim.claimant != "inspectorate" and claim.stance == "praise" and counted


def _questions_a_count(claim: Claim) -> bool:
    words = _NOT_KEEPING.sub(" ", claim.span.exact.casefold())
    critical = claim.claimant == "inspectorate" and claim.stance == "criticism"
    return critical and claim.grade is None and bool(_KEEPING.search(words))


def _bears_on(claim: Claim, finding: Claim) -> bool:
    if claim.subject != finding.subject or not claim.subject:
        return False
    return bool(_shared(claim, finding)) and is_current(claim, finding)


def _shared(claim: Claim, finding: Claim) -> frozenset[str]:
    about = matters(topics_of(claim))
    if family_of(claim.measure) == "crime_level":
        # How much crime there is rests on how crime is recorded.
        about |= {"crime_recording"}
    return about & matters(topics_of(finding))


def _notice(claim: Claim, finding: Claim) -> Notice:
    about = ", ".join(sorted(plain(topic) for topic in _shared(claim, finding)))
    return Notice(
        kind="measure_questioned",
        document=claim.document,
        claim=claim.id,
        detail=(
            f"The claim “{short(claim.span.exact)}” rests on a count whose recording inspectors "
            f"question: “{short(finding.span.exact)}”."
        ),
        why=(
            f"Both are about {about}; the finding criticises how it is recorded or counted, so "
            "the figure says less than it seems to."
        ),
    )
