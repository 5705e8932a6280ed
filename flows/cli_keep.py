"""`tallycheck`: the verbs that take care of what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def verify_archive(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read every archived file again; 1 where one is missing or is not what was served."""
    from flows.keeping import verify_archive as verified  # noqa: PLC0415 - help answers at once

    raise typer.Exit(0 if verified(as_json=as_json) else 1)


def backup(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="A new tar file.")],
) -> None:
    """Write the home to one file: pages, warehouse, decisions, watched sites."""
    from flows.keeping import back_up_home  # noqa: PLC0415 - help must answer at once

    back_up_home(out)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `backup` wrote.")],
) -> None:
    """Fill an empty home from a backup, publish it, verify its ledger."""
    from flows.keeping import restore_home  # noqa: PLC0415 - help must answer at once

    raise typer.Exit(0 if restore_home(file) else 1)
