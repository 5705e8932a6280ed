"""The tables of the published edition for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

from checks.measures import shared_name
from flows.settings import load_settings
from warehouse.errors import UsageError
from warehouse.formats import Format
from warehouse.publish import open_edition
from warehouse.tables import Table, export


def export_table(what: Table, form: Format, out: Path | None) -> None:
    """Write a table of the current edition; EditionError where none is published."""
    if form == "parquet" and not out and sys.stdout.isatty():
        raise UsageError("export: expected --out FILE for parquet, seen a terminal")
    with open_edition(load_settings().home) as edition:
        export(edition, what, form, out or sys.stdout.buffer, shared_name=shared_name)
