"""`tallycheck match`: claims and findings, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def match(
    claims: Annotated[str, typer.Option(help="A file of JSON lines, or - for a pipe.")],
    findings: Annotated[
        str | None, typer.Option(help="The same; needed unless each claim has candidates.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="Findings for a claim, at most.")] = 20,
    reasons: Annotated[
        bool, typer.Option("--reasons", help="Say for each match what speaks for and against it.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="A file; else standard output.")] = None,
) -> None:
    """Rank the findings that each claim should be held against.

    A claim is {"id", "text", "force", "published", "candidates"}, a finding
    {"id", "text", "title", "force", "period"}; only id and text must be
    there. Where known, either has "measure", "unit", "lo", "hi", "start"
    and "end". Names are compared, never looked up. What is missing or null
    is unknown, other fields are ignored. The findings for a claim are its
    candidates, each {"id", "text"}, else all of --findings.

    A line out is {"id", "ranked"}, best finding first; with --reasons also
    "matches" with scores. Malformed lines are each named, then nothing is
    written and the exit status is 2.
    """
    from flows.match_files import match_files  # noqa: PLC0415 - help must answer at once

    match_files(claims, findings, out, top=top, reasons=reasons)
