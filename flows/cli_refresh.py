"""What the verb `refresh` does: a round of visits, told of, and its exit status."""

from __future__ import annotations

from collections.abc import Sequence

from flows.cli_write import json_progress, plain_progress
from flows.listing import visits_table
from flows.running import run_refresh
from flows.settings import load_settings
from flows.tables import run_report
from flows.terminal import emit, messages, results, say
from flows.visiting import Round
from flows.watching import watched
from flows.work import Work


def refresh_sources(names: Sequence[str], *, as_json: bool) -> int:
    """Visit the named sources, or all; 1 when one of them failed."""
    settings = load_settings()
    sources = watched(settings, names)
    progress = json_progress() if as_json else plain_progress(None)
    say(f"Visiting {len(sources)} sources, one request at a time to each host ...")
    summary = run_refresh(Round(Work("refresh", settings, (), progress), sources))
    to = messages() if as_json else results()
    emit(visits_table(summary.visits), to)
    emit(run_report(summary), to)
    return 1 if any(visit.status == "failed" for visit in summary.visits) else 0
