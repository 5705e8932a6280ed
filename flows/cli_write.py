"""What the writing verbs do: run a flow, tell of it, choose the exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from flows.deciding import returned_cases
from flows.inputs import Input
from flows.reading import Reading
from flows.running import run_recheck, run_verify
from flows.settings import Settings, load_settings
from flows.summary import Progress, RunSummary
from flows.tables import claims_table, flag_blocks, moves_table, returned_table, run_report
from flows.terminal import emit, messages, results, say, shown
from flows.work import Work
from warehouse.formats import json_text
from warehouse.publish import open_edition


def ingest_inputs(inputs: Sequence[Input], *, as_json: bool) -> int:
    """The verb `ingest`; 1 when an input failed."""
    settings = load_settings()
    progress = json_progress() if as_json else plain_progress(len(inputs))
    summary = run_verify(Work("ingest", settings, inputs, progress))
    emit(run_report(summary), messages() if as_json else results())
    if not as_json:
        say(f"Data: {settings.home}. Next: `tallycheck export checks`, or `tallycheck check FILE`.")
    return exit_status(summary)


def keep(inputs: Sequence[Input], settings: Settings) -> None:
    """Ingest what `check` has read, for its option --save."""
    summary = run_verify(Work("check", settings, inputs, plain_progress(len(inputs))))
    emit(run_report(summary), messages())


def recheck_all() -> int:
    """The verb `recheck`."""
    settings = load_settings()
    summary, moved = run_recheck(Work("recheck", settings, (), plain_progress(0)))
    with open_edition(settings.home) as edition:
        claims = {claim.id: claim for claim in edition.claims({move.claim for move in moved})}
    emit(run_report(summary))
    emit(moves_table(moved, claims))
    if returned := returned_cases(settings):
        emit(returned_table(returned))
    return exit_status(summary)


def run_demo() -> int:
    """The verb `demo`: the sample sites through the real client, parsers, flow and warehouse."""
    from flows.demo.server import serve_samples  # noqa: PLC0415 - only the demo serves anything

    settings = load_settings()
    home = settings.home / "demo"
    with serve_samples() as samples:
        inputs = [
            Input(
                name=sample.page,
                url=sample.page,
                served_at=sample.url,
                kind=sample.kind,
                publisher=sample.publisher,
            )
            for sample in samples.inputs
        ]
        settings = settings.model_copy(
            update={
                "home": home,
                "forces": samples.forces,
                "allow_origins": samples.origins,
                "delay": 0.0,
            }
        )
        say("Serving a sample press office, inspectorate and newspaper on this machine ...")
        summary = run_verify(Work("demo", settings, inputs, plain_progress(len(inputs))))
    show_edition(home)
    emit(run_report(summary))
    emit(next_steps(home))
    return exit_status(summary)


def show_edition(home: Path) -> None:
    """The claims with their verdicts, then the flags with both passages."""
    with open_edition(home) as edition:
        emit(claims_table(edition))
        emit(shown("What asks for a person:", "bold"))
        for block in flag_blocks(edition):
            emit(block)
    emit(Text())


def next_steps(home: Path) -> RenderableType:
    """Where the demo's data lies and what to do with it."""
    return Group(
        shown(f"Data: {home} (the warehouse, the pages as served, the published edition)."),
        shown(f"Next: TALLYCHECK_HOME={home} tallycheck export checks --format csv"),
        shown("Or check a page of your own: tallycheck check PAGE --against REPORT"),
    )


def exit_status(summary: RunSummary) -> int:
    """1 when an input failed or the run as a whole did."""
    return 1 if summary.failed or summary.run.status == "failed" else 0


def json_progress() -> Progress:
    """One JSON line on standard output for each input, after its commit."""

    def of_input(reading: Reading, claims: int) -> None:
        fetch = reading.fetch
        line = {
            "input": fetch.input,
            "url": fetch.url,
            "outcome": fetch.outcome,
            "reason": fetch.reason or None,
            "document": fetch.document,
            "claims": claims,
            "attempts": fetch.attempts,
            "seconds": fetch.seconds,
        }
        sys.stdout.write(json_text(line) + "\n")
        sys.stdout.flush()

    return Progress(of_input=of_input, of_stage=say)


def plain_progress(inputs: int | None) -> Progress:
    """One line on standard error for each input, after its commit; None: their number is open."""
    done = 0

    def of_input(reading: Reading, claims: int) -> None:
        nonlocal done
        done += 1
        fetch = reading.fetch
        what = fetch.reason or f"{claims} claims"
        of_all = "" if inputs is None else f"/{inputs}"
        say(f"[{done}{of_all}] {fetch.outcome}: {fetch.input} ({what})")

    return Progress(of_input=of_input, of_stage=say)
