"""`tallycheck`: the verbs that write, and the door for all of them.

What a verb needs is imported inside it: `--help` answers at once, and only a verb that runs a
flow waits for Prefect.
"""

from __future__ import annotations

import io
import signal
import sys
import traceback
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from flows import cli_extract, cli_judge, cli_keep, cli_ledger, cli_match, cli_read, cli_sources
from warehouse.errors import TallycheckError, UsageError

INTERRUPTED: Final = 128 + signal.SIGINT

app = typer.Typer(
    name="tallycheck",
    help="Holds the figures that police forces publish against what the inspectors found.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
sources = typer.Typer(help="What is read, and by which parser.", no_args_is_help=True)
ledger = typer.Typer(help="The decisions that people made.", no_args_is_help=True)
archive = typer.Typer(help="The pages as they were served.", no_args_is_help=True)
app.add_typer(archive, name="archive")
app.add_typer(sources, name="sources")
app.add_typer(ledger, name="ledger")
app.command("check")(cli_read.check)
app.command("decide")(cli_ledger.decide)
app.command("export")(cli_read.export)
app.command("extract")(cli_extract.extract)
app.command("judge")(cli_judge.judge)
app.command("match")(cli_match.match)
app.command("backup")(cli_keep.backup)
app.command("restore")(cli_keep.restore)
archive.command("verify")(cli_keep.verify_archive)
app.command("doctor")(cli_read.doctor)
sources.command("list")(cli_read.list_sources)
sources.command("test")(cli_sources.show_source)
sources.command("add")(cli_sources.add)
ledger.command("verify")(cli_ledger.verify)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"tallycheck {version('tallycheck')}")
        raise typer.Exit


@app.callback()
def _options(
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print and leave.")
    ] = False,
) -> None:
    """Flags figures that do not fit what inspectors found; people decide."""


@app.command()
def ingest(
    inputs: Annotated[
        list[str] | None, typer.Argument(help="Files, folders, http(s) addresses.")
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(help="JSON that lists files with their addresses.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON line for each input once it is committed.")
    ] = False,
) -> None:
    """Read documents, judge their claims, publish an edition."""
    from flows.cli_write import ingest_inputs  # noqa: PLC0415 - see above
    from flows.inputs import gather  # noqa: PLC0415
    from flows.manifest import load_manifest  # noqa: PLC0415

    if not inputs and not manifest:
        raise UsageError("ingest: expected an INPUT or --manifest FILE, seen neither")
    items = gather(inputs or (), load_manifest(manifest) if manifest else ())
    raise typer.Exit(ingest_inputs(items, as_json=as_json))


@app.command()
def refresh(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Sources or forces; else all.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON line for each document once committed.")
    ] = False,
) -> None:
    """Visit the watched sources, read what is new or changed, judge it, publish an edition."""
    from flows.cli_refresh import refresh_sources  # noqa: PLC0415 - see above

    raise typer.Exit(refresh_sources(names or (), as_json=as_json))


@app.command()
def nightly(
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON line for each document once committed.")
    ] = False,
) -> None:
    """The night's run: visit every watched source, judge, publish, alert whoever is to know."""
    from flows.cli_refresh import run_night  # noqa: PLC0415 - see above

    raise typer.Exit(run_night(as_json=as_json))


@app.command()
def recheck() -> None:
    """Judge everything again without the network, and say which verdicts moved."""
    from flows.cli_write import recheck_all  # noqa: PLC0415 - see above

    raise typer.Exit(recheck_all())


@app.command()
def demo() -> None:
    """Run the whole chain on sample sites that are served from this machine."""
    from flows.cli_write import run_demo  # noqa: PLC0415 - see above

    raise typer.Exit(run_demo())


def main() -> NoReturn:
    """The command `tallycheck`: one sentence for each expected failure, and its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Terminals that know no £ get its code point, not a crash.
            stream.reconfigure(errors="backslashreplace")
    # As a plain exit, so that Prefect's server is ended on the way out.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        app()
    except TallycheckError as error:
        words, status = str(error), 2 if isinstance(error, UsageError) else 1
        _let_go(error)
    except SystemExit as leaving:
        if leaving.code != INTERRUPTED:
            raise
        words, status = "interrupted; what was committed stands", INTERRUPTED
    from flows.terminal import complain  # noqa: PLC0415 - only a failure pays for it

    complain(words)
    sys.exit(status)


def _let_go(error: BaseException | None) -> None:
    """Drop what the frames of an error hold. Prefect keeps the error until the process ends, and
    DuckDB complains of connections that are still held then.
    """
    while error:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


if __name__ == "__main__":
    main()
