"""Headlines whose figure the text below them does not bear out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checks.judging.comparability import is_known
from checks.judging.explaining import short
from checks.judging.ranges import Range, range_of
from warehouse.records import Claim, Notice


def unsupported_headlines(claims: Sequence[Claim]) -> list[Notice]:
    """A notice for each headline figure that no figure of the same measure below it meets."""
    return [
        _notice(headline, apart)
        for headline in claims
        if _is_headline(headline) and (apart := _apart(headline, claims))
    ]


def _is_headline(claim: Claim) -> bool:
    """A figure in the words that a document begins with, on a line of their own."""
    return (
        claim.span.start == 0
        and not claim.span.exact.rstrip().endswith(".")
        and claim.quantity is not None
        and is_known(claim.measure)
    )


def _apart(headline: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The figures below it, if there are any and none is what the headline says, nor their sum."""
    said = range_of(headline.quantity) if headline.quantity else None
    below = [claim for claim in claims if _is_of_the_same(headline, claim)]
    given = [found for claim in below if claim.quantity and (found := range_of(claim.quantity))]
    if said is None or not given or any(said.meets(found) for found in given):
        return []
    return [] if said.meets(_together(given)) else below


def _together(ranges: Sequence[Range]) -> Range:
    highs = [found.high for found in ranges if found.high is not None]
    high = sum(highs, Decimal(0)) if len(highs) == len(ranges) else None
    return Range(sum((found.low for found in ranges), Decimal(0)), high)


def _is_of_the_same(headline: Claim, claim: Claim) -> bool:
    same = (
        claim.document == headline.document
        and claim.id != headline.id
        and claim.measure == headline.measure
        and claim.subject == headline.subject
    )
    if not same or claim.quantity is None or headline.quantity is None:
        return False
    return _kind(claim) == _kind(headline) and claim.quantity.role != "from"


def _kind(claim: Claim) -> tuple[str, str | None, str | None]:
    quantity = claim.quantity
    return (quantity.unit, quantity.direction, quantity.per) if quantity else ("", None, None)


def _notice(headline: Claim, below: Sequence[Claim]) -> Notice:
    said = headline.quantity.text if headline.quantity else ""
    told = ", ".join(f"“{claim.quantity.text}”" for claim in below if claim.quantity)
    return Notice(
        kind="headline",
        document=headline.document,
        claim=headline.id,
        detail=f"The headline “{short(headline.span.exact)}” says {said}, the text {told}.",
        why="No figure of the same measure in the text, nor their sum, is what the headline says.",
    )
