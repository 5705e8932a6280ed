"""The whole story: what is published, what the inspectors found, and where the two disagree.

Two passes, so that the order of documents never matters: every document is read before any claim
is judged. A task is a part of the inputs or of the claims, never a sentence. Take the decorators
away and working Python remains; the tests do so.
"""

from __future__ import annotations

from collections.abc import Sequence

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.inputs import Input
from flows.summary import RunSummary
from flows.work import Work


@flow(name="verify", validate_parameters=False)
def verify(work: Work) -> RunSummary:
    """Read the inputs, hold their claims against the findings, publish what came of it."""
    work.begin()
    for inputs in work.inputs():
        read_inputs(work, inputs)  # sources: address or file -> Snapshot -> Document -> Claims
    for claims in work.claims_to_judge():  # new claims and all findings, all claims and new ones
        judge_claims(work, claims)  # warehouse finds candidates, checks ranks and judges them
    return publish_edition(work)  # counts in, read, skipped and why; an edition for the readers


@task(cache_policy=NO_CACHE)
def read_inputs(work: Work, inputs: Sequence[Input]) -> None:
    """Read one part of the inputs."""
    work.read(inputs)


@task(cache_policy=NO_CACHE)
def judge_claims(work: Work, claims: Sequence[str]) -> None:
    """Judge one part of the claims, given by id."""
    work.judge(claims)


@task(cache_policy=NO_CACHE)
def publish_edition(work: Work) -> RunSummary:
    """Close the run and publish."""
    return work.publish()
