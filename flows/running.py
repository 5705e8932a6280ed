"""Flows from the command line: alone in their home, Prefect made ready, no server left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.alone import alone
from flows.engine import ask_for_server, end_leftovers, prepare
from flows.summary import Move, RunSummary
from flows.terminal import say
from flows.visiting import Round
from flows.work import Work
from warehouse.store import Store


def run_verify(work: Work) -> RunSummary:
    """The verify flow, with the work's inputs."""
    with _ready(work.home):
        from flows.verify import verify  # noqa: PLC0415 - Prefect reads its settings on import

        return verify(work)


def run_refresh(visits: Round) -> RunSummary:
    """The refresh flow."""
    with _ready(visits.work.home):
        from flows.refresh import refresh  # noqa: PLC0415 - Prefect reads its settings on import

        return refresh(visits)


def run_recheck(work: Work) -> tuple[RunSummary, list[Move]]:
    """The recheck flow."""
    with _ready(work.home):
        from flows.recheck import recheck  # noqa: PLC0415 - Prefect reads its settings on import

        return recheck(work)


@contextmanager
def _ready(home: Path) -> Iterator[None]:
    ask_for_server()
    with alone(home):
        # Before Prefect takes its seconds: is the warehouse free, sound and not newer than we are?
        Store.open(home).close()
        for process in end_leftovers(home):
            say(f"Ended the Prefect server that a killed run left behind (process {process}).")
        prepare(home)
        yield
