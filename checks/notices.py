"""Oddities beside the verdicts: what each maker of `noticing` sees, in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from checks.noticing.arithmetic import wrong_sums
from checks.noticing.headline import unsupported_headlines
from checks.noticing.questioned import questioned_counts
from checks.noticing.unread import ambiguous_numbers
from warehouse.records import Claim, Notice

_MAKERS: Final[tuple[Callable[[Sequence[Claim]], list[Notice]], ...]] = (
    ambiguous_numbers,
    wrong_sums,
    unsupported_headlines,
    questioned_counts,
)


def find_notices(claims: Sequence[Claim]) -> list[Notice]:
    """The notices that a set of claims and findings gives, in order of claim and detail.

    Put together what may bear on each other: the claims of one force, of whatever documents.
    """
    found = [notice for make in _MAKERS for notice in make(claims)]
    return sorted(found, key=lambda notice: (notice.document, notice.claim or "", notice.detail))
