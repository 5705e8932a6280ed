"""The tables of the published edition for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from checks.measures import shared_name
from flows.deciding import entries_of
from flows.settings import load_settings
from warehouse.errors import UsageError
from warehouse.formats import Format
from warehouse.publish import open_edition
from warehouse.tables import Table, export, export_decisions


def export_table(what: Table | Literal["decisions"], form: Format, out: Path | None) -> None:
    """Write a table of the current edition, EditionError where none is published; or the ledger."""
    if form == "parquet" and not out and sys.stdout.isatty():
        raise UsageError("export: expected --out FILE for parquet, seen a terminal")
    settings = load_settings()
    entries = entries_of(settings) if what in {"checks", "decisions"} else []
    if what == "decisions":
        export_decisions(entries, form, out or sys.stdout.buffer)
        return
    with open_edition(settings.home) as edition:
        target = out or sys.stdout.buffer
        export(edition, what, form, target, shared_name=shared_name, entries=entries)
