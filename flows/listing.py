"""What `sources list` shows: what is watched and how it fares, what else is read, what is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from flows.settings import Settings, load_settings
from flows.terminal import emit, shown
from flows.watching import unwatched, watched
from sources.registry import load_forces
from sources.source import Source, sources_for
from warehouse.errors import EditionError
from warehouse.publish import open_edition
from warehouse.watching import Visit


def show_sources(*, as_json: bool = False) -> None:
    """Print all sources under the settings in force, with their last visit."""
    settings = load_settings()
    visits = last_visits(settings)
    forces = load_forces(settings.forces)
    seen = watched(settings)
    others = [one for one in sources_for(forces) if not one.index]
    if as_json:
        rows = [source_row(source, visits.get(source.name)) for source in (*seen, *others)]
        missing = [{"force": force, "reason": reason} for force, reason in unwatched(forces)]
        text = json.dumps({"sources": rows, "not_watched": missing}, ensure_ascii=False, indent=1)
        sys.stdout.write(text + "\n")
        return
    emit(sources_table(seen, visits))
    emit(shown("Read when somebody names a page of theirs:", "bold"))
    emit(others_table(others))
    emit(shown("Not watched:", "bold"))
    for force, reason in unwatched(forces):
        emit(shown(f"  {force}: {reason}"))


def last_visits(settings: Settings) -> dict[str, Visit]:
    """The last visit to each source by the published edition; none before there is one."""
    try:
        with open_edition(settings.home) as edition:
            return {visit.source: visit for visit in edition.last_visits()}
    except EditionError:
        return {}


def source_row(source: Source, visit: Visit | None) -> dict[str, Any]:
    """A source as JSON, with its last visit or null."""
    return {
        "name": source.name,
        "kind": source.kind,
        "publisher": source.publisher or None,
        "licence": source.licence,
        "places": list(source.places),
        "watched": bool(source.index),
        "lists": [one for one in (source.index, *source.doors) if one],
        "expects": {"at_least": source.least, "newest_within_days": source.fresh_days or None},
        "last_visit": json.loads(json.dumps(asdict(visit), default=str)) if visit else None,
    }


def sources_table(sources: Sequence[Source], visits: Mapping[str, Visit]) -> RenderableType:
    """One row a watched source: where it lists its documents, and how the last visit went."""
    table = _table("source", "kind", "list", "licence", "last visit")
    for source in sources:
        visit = visits.get(source.name)
        cells = (source.name, source.kind, source.index, source.licence, visit_words(visit))
        table.add_row(*map(shown, cells))
    return table


def others_table(sources: Sequence[Source]) -> RenderableType:
    """One row a source that has no list."""
    table = _table("source", "kind", "publisher", "places", "licence")
    for source in sources:
        publisher = source.publisher or "as the page says"
        places = ", ".join(source.places) or "any address"
        cells = (source.name, source.kind, publisher, places, source.licence)
        table.add_row(*map(shown, cells))
    return table


def visits_table(visits: Sequence[Visit]) -> RenderableType:
    """One row a visit of a round, those that failed first."""
    table = _table("source", "visit")
    for visit in sorted(visits, key=lambda one: (one.status == "good", one.source)):
        table.add_row(shown(visit.source), shown(visit_words(visit)))
    return table


def visit_words(visit: Visit | None) -> str:
    """How a visit went, in a line."""
    if visit is None:
        return "never"
    when = f"{visit.finished_at:%Y-%m-%d %H:%M} UTC"
    counts = {
        "listed": visit.listed,
        "new": visit.fresh,
        "read": visit.read,
        "304": visit.unchanged,
        "changed": visit.changed,
        "set aside": visit.failed,
        "blocked": visit.blocked,
    }
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    reason = f": {visit.reason}" if visit.reason else ""
    return f"{when} {visit.status}{reason} ({told or 'nothing read'})"


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in names:
        table.add_column(name, overflow="fold")
    return table
