"""Which sources are watched: those that the registry can list, and those that a user added.

What a user adds is kept in `sources.json` of the home, beside nothing that a run writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, get_args

from flows.settings import Settings
from sources.registry import load_forces
from sources.source import Source, source_for, sources_for
from warehouse.durable import write_whole
from warehouse.errors import UsageError
from warehouse.records import DocumentKind, Force

FILE: Final = "sources.json"
_FIELDS: Final = {"name": str, "url": str, "doors": list, "kind": str, "publisher": str,
           "pages": str}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A site that a user watches: its list, further lists, and what its documents are.

    `pages` is a pattern of the paths of documents, "" for that of the parser.
    """

    name: str
    url: str
    doors: tuple[str, ...] = ()
    kind: DocumentKind
    publisher: str = ""
    pages: str = ""


def watched(settings: Settings, names: Sequence[str] = ()) -> list[Source]:
    """The sources to visit, or those of them with the names (a force's id will do).

    UsageError for a name that is not watched, with the reason where there is one.
    """
    forces = load_forces(settings.forces)
    known = [source for source in sources_for(forces) if source.index]
    known += [_source(one, forces) for one in load_added(settings.home)]
    if not names:
        return known
    reasons = dict(unwatched(forces))
    return [_named(name, known, reasons) for name in dict.fromkeys(names)]


def _named(name: str, known: Sequence[Source], reasons: dict[str, str]) -> Source:
    found = [one for one in known if name in {one.name, one.name.partition(":")[2]}]
    if not found:
        seen = reasons.get(name, "no such name; `tallycheck sources list` shows all")
        raise UsageError(f"{name}: expected a watched source, seen {seen}")
    return found[0]


def unwatched(forces: Sequence[Force]) -> Iterator[tuple[str, str]]:
    """Forces that no visit goes to, by id, with the reason."""
    for force in forces:
        if not force.news_url:
            why = "its newsroom's address is not known" if force.domain else "no site is known"
            yield force.id, why


def load_added(home: Path) -> list[Added]:
    """What the user added; UsageError for a file that is none of ours."""
    path = home / FILE
    try:
        rows: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        return []
    except ValueError as error:
        raise UsageError(f"{path}: expected JSON, seen {error}") from error
    if not isinstance(rows, list):
        raise UsageError(f"{path}: expected a list of sources, seen {type(rows).__name__}")
    return [_added(path, row) for row in rows]


def save_added(home: Path, added: Sequence[Added]) -> None:
    """Replace what the user added, in one step."""
    rows = [{name: getattr(one, name) for name in _FIELDS} for one in added]
    write_whole(home / FILE, (json.dumps(rows, indent=2, ensure_ascii=False) + "\n").encode())


def _added(path: Path, row: Any) -> Added:
    if not isinstance(row, dict) or any(
        not isinstance(row.get(name), kind) for name, kind in _FIELDS.items()
    ):
        raise UsageError(f"{path}: expected {', '.join(_FIELDS)} of a source, seen {row!r:.80}")
    if row["kind"] not in get_args(DocumentKind):
        raise UsageError(f"{path}: expected a kind of document, seen {row['kind']!r}")
    return Added(**{**{name: row[name] for name in _FIELDS}, "doors": tuple(row["doors"])})


def _source(added: Added, forces: Sequence[Force]) -> Source:
    """The parser of the site's address, with the user's list in place of its own."""
    base = source_for(added.url, None, forces)
    return replace(
        base,
        name=added.name,
        kind=added.kind,
        publisher=added.publisher or base.publisher,
        index=added.url,
        doors=added.doors,
        pages=added.pages or base.pages,
    )
