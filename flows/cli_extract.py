"""`tallycheck extract`: quantities of sentences, for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Style = Literal["span", "newsquant"]


def extract(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help='A file of JSON lines {"id", "text"}, or - for a pipe.'
        ),
    ],
    style: Annotated[
        Style,
        typer.Option(
            help="span: every number with its offsets, comparator and noun, and whether it claims "
            "anything; newsquant: unit names and the slot of change of that benchmark."
        ),
    ] = "span",
    out: Annotated[Path | None, typer.Option(help="A file; else standard output.")] = None,
) -> None:
    """Write the quantities of sentences as JSON lines, in the order given.

    Each line out is {"id", "quantities"}; offsets count characters.

    All lines are read before anything is written. If some are malformed
    (no JSON, no id or text, an id twice), each is named, nothing is
    written and the exit status is 2. Blank lines are skipped, other
    fields ignored.
    """
    from flows.extracting import extract_file  # noqa: PLC0415 - help must answer at once

    extract_file(file, style, out)
