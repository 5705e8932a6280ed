"""`tallycheck sources test`: how one page is fetched and read."""

from __future__ import annotations

from typing import Annotated

import typer


def show_source(
    what: Annotated[
        str, typer.Argument(metavar="NAME", help="A source, a force, or the address of a page.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Fetch one page and show robots' rule, hops, codec, what the parser saw and expected.

    Of a source or a force the listing of its newest pages is fetched. Nothing is kept. The exit
    status is 1 where no evidence came of the page.
    """
    from flows.probe_report import show_probe  # noqa: PLC0415 - help must answer at once

    raise typer.Exit(0 if show_probe(what, as_json=as_json) else 1)
