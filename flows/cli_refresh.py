"""What the verbs `refresh` and `nightly` do: visits, told of, alerts, and the exit status."""

from __future__ import annotations

from collections.abc import Sequence

from flows.alerting import FEED, alert, recipients
from flows.cli_write import json_progress, plain_progress
from flows.listing import visits_table
from flows.running import run_refresh
from flows.settings import Settings, load_settings
from flows.tables import run_report
from flows.terminal import emit, messages, results, say
from flows.visiting import Round
from flows.watching import watched
from flows.work import Work


def refresh_sources(names: Sequence[str], *, as_json: bool) -> int:
    """The verb `refresh`: visit the named sources, or all; 1 when one of them failed."""
    return _visited("refresh", load_settings(), names, as_json=as_json)


def run_night(*, as_json: bool) -> int:
    """The verb `nightly`: visit all sources, then tell what is new; 1 when a source failed."""
    settings = load_settings()
    to = recipients(settings)  # a wrong address is told before the night's work, not after it
    status = _visited("nightly", settings, (), as_json=as_json)
    told = alert(settings.home, "nightly", to)
    say(f"Alerts: {len(told)} told, by {len(to.urls())} addresses and {settings.home / FEED}.")
    return status


def _visited(flow: str, settings: Settings, names: Sequence[str], *, as_json: bool) -> int:
    sources = watched(settings, names)
    progress = json_progress() if as_json else plain_progress(None)
    say(f"Visiting {len(sources)} sources, one request at a time to each host ...")
    summary = run_refresh(Round(Work(flow, settings, (), progress), sources))
    to = messages() if as_json else results()
    emit(visits_table(summary.visits), to)
    emit(run_report(summary), to)
    return 1 if any(visit.status == "failed" for visit in summary.visits) else 0
