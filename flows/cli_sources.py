"""`tallycheck sources test` and `add`: how a page is fetched and read, and a site is watched."""

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


def add(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="A page that lists documents, or a feed.")
    ],
    name: Annotated[str | None, typer.Option(help="What to call it; else its host.")] = None,
    kind: Annotated[str, typer.Option(help="statement, report or article.")] = "article",
    publisher: Annotated[str, typer.Option(help="Who publishes there.")] = "",
) -> None:
    """Watch a site: find its feeds, read its list and one document, and keep it if that works."""
    from flows.adding import add_source  # noqa: PLC0415 - help must answer at once

    add_source(url, name=name, kind=kind, publisher=publisher)
