"""`tallycheck`: the verbs that only read. They look at the published edition and never wait."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

FLAGGED = 3


Table = Literal["claims", "checks", "notices", "decisions", "runs", "documents"]
Format = Literal["jsonl", "csv", "parquet"]


def check(  # noqa: PLR0917 - Typer calls it, by name
    statement: Annotated[
        str, typer.Argument(metavar="INPUT", help="A file, an http(s) address, or - for a pipe.")
    ],
    against: Annotated[
        list[str] | None, typer.Option(help="A report to hold it against; may be repeated.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Day of publication, like 2024-05-31.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    kind: Annotated[str | None, typer.Option(help="statement, report or article.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    save: Annotated[bool, typer.Option("--save", help="Ingest it as well.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    fail_on_flag: Annotated[
        bool, typer.Option("--fail-on-flag", help="Leave with status 3 when something is flagged.")
    ] = False,
) -> None:
    """Hold one statement against the published edition and the given reports."""
    from flows.cli_check import check_input  # noqa: PLC0415 - help must answer at once

    described = {"published": published, "publisher": publisher, "kind": kind, "url": url}
    flags = check_input(statement, against or (), described, save=save, as_json=as_json)
    raise typer.Exit(FLAGGED if flags and fail_on_flag else 0)


def export(
    what: Annotated[Table, typer.Argument(help="Which table.")],
    form: Annotated[Format, typer.Option("--format", help="In which form.")] = "jsonl",
    out: Annotated[Path | None, typer.Option(help="A file; else standard output.")] = None,
) -> None:
    """Write a table of the published edition, or the ledger of decisions, for other programs."""
    from flows.exporting import export_table  # noqa: PLC0415 - help must answer at once

    export_table(what, form, out)


def list_sources(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """What is watched and how its last visit went; what else is read; what is not watched."""
    from flows.listing import show_sources  # noqa: PLC0415 - help must answer at once

    show_sources(as_json=as_json)


def doctor() -> None:
    """Say whether everything that a run needs is there."""
    from flows.health import show_health  # noqa: PLC0415 - help must answer at once

    raise typer.Exit(0 if show_health() else 1)
