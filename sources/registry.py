"""The registry of forces: `forces.csv` beside this file, and rows that the user adds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from warehouse.errors import UsageError
from warehouse.records import Force

COLUMNS = (
    "id,name,aliases,weak_aliases,generic_references,domain,old_domains,region,rocu,"
    "hmicfrs_slug,hmicfrs_slug_seen,police_uk_id,news_url,news_platform,kind"
).split(",")
LISTS = ("aliases", "weak_aliases", "generic_references", "old_domains")
NEVER_EMPTY = ("id", "name")


def load_forces(extra: Path | None = None) -> tuple[Force, ...]:
    """All forces, those of `extra` (a CSV with the same header) last.

    Raises UsageError naming file, line and column where a row is broken or an id is given twice
    with different data; an equal repeat is dropped.
    """
    built_in = _built_in()
    if extra is None:
        return built_in
    try:
        text = extra.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"{extra}: expected a readable file, seen {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{extra}: expected UTF-8, seen byte {error.start} in no UTF-8") from error
    return _rows(str(extra), text, built_in)


@cache
def _built_in() -> tuple[Force, ...]:
    name = "forces.csv"
    return _rows(name, resources.files(__package__).joinpath(name).read_text("utf-8"), ())


def _rows(place: str, text: str, before: tuple[Force, ...]) -> tuple[Force, ...]:
    forces = {force.id: force for force in before}
    for line, cells in _cells(place, text):
        force = _force(place, line, cells)
        if forces.setdefault(force.id, force) != force:
            raise _broken(place, line, "id", "an id of its own", f"{force.id!r} with other data")
    return tuple(forces.values())


def _cells(place: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    try:
        for row in reader:
            if header is None:
                header = _header(place, [name.strip() for name in row])
            elif row:
                yield reader.line_num, _paired(place, reader.line_num, header, row)
    except csv.Error as error:
        raise UsageError(f"{place}, line {reader.line_num}: expected CSV, seen {error}") from error
    if header is None:
        raise _broken(place, 1, COLUMNS[0], "a header", "an empty file")


def _header(place: str, names: list[str]) -> list[str]:
    for column in COLUMNS:
        if names.count(column) != 1:
            seen = f"{names.count(column)} times in the header"
            raise _broken(place, 1, column, "this column once", seen)
    for name in names:
        if name not in COLUMNS:
            raise _broken(place, 1, name, "one of " + ", ".join(COLUMNS), "an unknown header")
    return names


def _paired(place: str, line: int, header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) != len(header):
        column = header[min(len(row), len(header) - 1)]
        raise _broken(place, line, column, f"{len(header)} cells", f"{len(row)}")
    return dict(zip(header, (cell.strip() for cell in row), strict=True))


def _force(place: str, line: int, cells: dict[str, str]) -> Force:
    for column in NEVER_EMPTY:
        if not cells[column]:
            raise _broken(place, line, column, "a value", "an empty cell")
    lists = {name: _split(cells[name]) for name in LISTS}
    return Force(
        id=cells["id"],
        name=cells["name"],
        **lists,
        domain=cells["domain"].lower(),
        region=cells["region"],
        rocu=cells["rocu"],
        hmicfrs_slug=cells["hmicfrs_slug"],
        news_url=cells["news_url"],
        news_platform=cells["news_platform"] or "unknown",
        kind=cells["kind"] or "territorial",
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _broken(place: str, line: int, column: str, expected: str, seen: str) -> UsageError:
    return UsageError(f"{place}, line {line}, column {column}: expected {expected}, seen {seen}")


def domains_of(force: Force) -> tuple[str, ...]:
    """Every domain whose pages are the force's own, today's first."""
    news_host = (urlsplit(force.news_url).hostname or "").removeprefix("www.")
    known = (force.domain, *force.old_domains, news_host)
    return tuple(dict.fromkeys(domain.lower() for domain in known if domain))
