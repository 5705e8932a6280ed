"""Numbers that stand on a page in a form with more than one reading."""

from __future__ import annotations

from collections.abc import Sequence

from checks.judging.explaining import short
from warehouse.records import Claim, Notice


def ambiguous_numbers(claims: Sequence[Claim]) -> list[Notice]:
    """A notice for each claim whose number cannot be read as printed, whoever asserts it."""
    return [_notice(claim) for claim in claims if claim.quantity and claim.quantity.ambiguous]


def _notice(claim: Claim) -> Notice:
    printed = claim.quantity.text if claim.quantity else ""
    return Notice(
        kind="ambiguous_number",
        document=claim.document,
        claim=claim.id,
        detail=f"“{short(printed)}” in “{short(claim.span.exact)}” has more than one reading.",
        why=(
            "A separator or a magnitude seems to be missing or misplaced; the number is kept as "
            "printed and is held against nothing until a person reads it."
        ),
    )
