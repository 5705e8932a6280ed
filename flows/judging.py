"""One claim against its candidates: ranked, then judged. The rules are those of `checks`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from checks.judging.restraint import restrain
from checks.matching import rank
from checks.notices import find_notices
from checks.verdicts import judge_claim
from warehouse.records import Check, Claim, Notice


def judge_all(
    claims: Sequence[Claim], candidates: Mapping[str, Sequence[str]], findings: Mapping[str, Claim]
) -> list[Check]:
    """The checks of the claims; `candidates` gives the ids of what each may be held against.

    Claims of one document must come together, or one boast could be flagged twice.
    """
    checks = [
        check
        for claim in claims
        for check in judge(claim, [findings[one] for one in candidates.get(claim.id, ())])
    ]
    return restrain(checks, {claim.id: claim for claim in claims})


def judge(claim: Claim, findings: Sequence[Claim]) -> list[Check]:
    """The checks of one claim; one with the verdict no_evidence when nothing bears on it."""
    by_id = {finding.id: finding for finding in findings}
    ranked = [(match, by_id[match.finding]) for match in rank(claim, findings)]
    return judge_claim(claim, ranked)


def notices_of(documents: Collection[str], claims: Sequence[Claim]) -> list[Notice]:
    """What is odd about these documents; `claims` are theirs and the findings beside them."""
    return [notice for notice in find_notices(claims) if notice.document in documents]
