"""Fetch what is new at the watched sources and judge it: one task a source, none stops another."""

from __future__ import annotations

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ThreadPoolTaskRunner

from flows.summary import RunSummary
from flows.verify import judge_claims
from flows.visiting import AT_ONCE, Round
from sources.source import Source
from warehouse.watching import Visit


@flow(
    name="refresh",
    validate_parameters=False,
    task_runner=ThreadPoolTaskRunner(max_workers=AT_ONCE),  # type: ignore[arg-type]
)
def refresh(visits: Round) -> RunSummary:
    """Visit every source, judge what is new, publish what came of it."""
    visits.begin()
    futures = [(source, visit_source.submit(visits, source)) for source in visits.sources]
    done = []
    for source, future in futures:
        answer: Visit | Exception = future.result(raise_on_failure=False)
        done.append(answer if isinstance(answer, Visit) else visits.failed(source, answer))
    for claims in visits.work.claims_to_judge():
        judge_claims(visits.work, claims)
    return visits.publish(done)


@task(cache_policy=NO_CACHE)
def visit_source(visits: Round, source: Source) -> Visit:
    """Visit one source."""
    return visits.visit(source)
