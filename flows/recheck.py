"""Judge everything again, without the network, and say which verdicts moved."""

from __future__ import annotations

from prefect import flow

from flows.summary import Move, RunSummary, moves
from flows.verify import judge_claims, publish_edition
from flows.work import Work


@flow(name="recheck", validate_parameters=False)
def recheck(work: Work) -> tuple[RunSummary, list[Move]]:
    """Judge all claims anew and compare the verdicts with those that stood."""
    work.begin()
    before = work.verdicts()
    work.judge_again()
    for claims in work.claims_to_judge():
        judge_claims(work, claims)
    return publish_edition(work), moves(before, work.verdicts())
