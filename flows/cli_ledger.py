"""`tallycheck`: the verbs of the ledger of decisions."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from warehouse.records import NoIssue, Ruling, vocabulary


def _words(literal: object) -> str:
    return ", ".join(sorted(vocabulary(literal)))


def decide(
    case: Annotated[
        str, typer.Argument(help="A case key of `export checks`, or its first 8 characters.")
    ],
    ruling: Annotated[str, typer.Argument(help=f"{_words(Ruling)}.")],
    by: Annotated[str, typer.Option(help="Who decides.")],
    note: Annotated[str, typer.Option(help="Anything the next reader should know.")] = "",
    reason: Annotated[str | None, typer.Option(help=f"With no_issue: {_words(NoIssue)}.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the entry as JSON.")] = False,
) -> None:
    """Enter one person's ruling on a case of the published edition."""
    from flows.deciding import Act, decide  # noqa: PLC0415 - help must answer at once
    from flows.settings import load_settings  # noqa: PLC0415
    from flows.tables import entry_block  # noqa: PLC0415
    from flows.terminal import emit  # noqa: PLC0415
    from warehouse.decided import decision_row  # noqa: PLC0415
    from warehouse.formats import json_text  # noqa: PLC0415

    act = Act(ruling=ruling, by=by, reason=reason, note=note)
    entry, before = decide(load_settings(), case, act)
    if as_json:
        sys.stdout.write(json_text(decision_row(entry)) + "\n")
        return
    emit(entry_block(entry, before))


def verify(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    keep_head: Annotated[
        bool,
        typer.Option(
            "--keep-head", help="First keep the head in a home that has none, as a further host."
        ),
    ] = False,
) -> None:
    """Say whether the ledger of decisions is as it was written; 1 names the first bad entry."""
    from flows.deciding import open_ledger  # noqa: PLC0415 - help must answer at once
    from flows.settings import load_settings  # noqa: PLC0415
    from flows.terminal import answer  # noqa: PLC0415
    from warehouse.formats import json_text  # noqa: PLC0415

    with open_ledger(load_settings()) as ledger:
        if keep_head:
            ledger.keep_head()
        seen = ledger.verify()
    fault = seen.fault
    if as_json:
        row = {
            "ledger": ledger.place,
            "sound": fault is None,
            "entries": seen.sound.count,
            "head": seen.sound.hash or None,
            "first_bad": fault.seq if fault else None,
            "what": fault.what if fault else None,
        }
        sys.stdout.write(json_text(row) + "\n")
    else:
        entries = "entry" if seen.sound.count == 1 else "entries"
        answer(f"{ledger.place}: {seen.sound.count:,} sound {entries}")
        if seen.sound.count:
            answer(f"head {seen.sound.hash}")
        if fault:
            answer(f"BAD {fault}", "red")
    raise typer.Exit(1 if fault else 0)
