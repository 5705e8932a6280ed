"""Which findings may be set beside which claims: the query, and its two uses."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

CANDIDATES_PER_CLAIM: Final = 150
"""More findings than this are never ranked for one claim; the weakest keys go first."""


@cache
def pairs_query() -> str:
    """Pairs of `probe_claims` and `probe_findings`: claim, finding, and what orders them."""
    return (resources.files("warehouse") / "candidates.sql").read_text("utf-8")


def candidates_query() -> str:
    """The pairs that are kept for a claim, own subject first, then own document, then by id."""
    return f"""
with pair as ({pairs_query()})
select claim, finding from pair
qualify row_number() over (
  partition by claim
  order by own_subject desc, key, own_document desc, days_apart, finding
) <= {CANDIDATES_PER_CLAIM}
order by claim, own_subject desc, own_document desc, finding
"""  # noqa: S608 - both texts are this package's own


def affected_query() -> str:
    """Claims of `probe_claims` that have a candidate among `probe_findings`."""
    return f"select distinct claim as id from ({pairs_query()})"  # noqa: S608 - our own text
