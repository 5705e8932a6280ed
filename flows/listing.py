"""The table of `sources list`: who is read, where, by which parser, under which licence."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table

from flows.settings import Settings, load_settings
from flows.terminal import emit, shown
from sources.registry import load_forces
from sources.source import sources_for


def show_sources() -> None:
    """Print the table under the settings in force."""
    emit(sources_table(load_settings()))


def sources_table(settings: Settings) -> RenderableType:
    """One row a source, those of the user's own forces included."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("source", "kind", "publisher", "places", "licence"):
        table.add_column(name, overflow="fold")
    for source in sources_for(load_forces(settings.forces)):
        publisher = source.publisher or "as the page says"
        places = ", ".join(source.places) or "any address"
        cells = (source.name, source.kind, publisher, places, source.licence)
        table.add_row(*map(shown, cells))
    return table
