"""`tallycheck judge`: pairs of a claim and a finding, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def judge(
    pairs: Annotated[
        str, typer.Argument(metavar="PAIRS", help="A file of JSON lines, or - for a pipe.")
    ],
    out: Annotated[Path | None, typer.Option(help="A file; else standard output.")] = None,
) -> None:
    """Write a verdict for each pair of a claim and a finding, in the order given.

    A line in is {"id", "claim": {"text", "force", "published"},
    "finding": {"text", "force", "period", "published", "kind"}}: days like
    2024-05-31, period as START/END or a day, kind number, grade or
    narrative. What is missing or null is unknown, other fields are ignored.

    A line out is {"id", "label", "rule", "why"}; docs/verdicts.md has the
    labels and rules. Malformed lines are each named, then nothing is
    written and the exit status is 2.
    """
    from flows.judge_pairs import judge_file  # noqa: PLC0415 - help must answer at once

    judge_file(pairs, out)
