"""What a run is given: files, folders, addresses and manifests become one list of inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from warehouse.errors import UsageError
from warehouse.records import DocumentKind

ADDRESS = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One document to read: from `file` or `body`, or fetched where there is neither.

    `name` is what the user wrote. `url` is the document's address; a file that comes without one
    has the absolute file: address of its place. `served_at` is where it is fetched, if elsewhere:
    a sample of a page is not served by the page's own host. `source` is the watched source whose
    list named it.
    """

    name: str
    url: str
    file: Path | None = None
    body: bytes | None = None
    served_at: str | None = None
    kind: DocumentKind | None = None
    publisher: str | None = None
    published: date | None = None
    source: str | None = None


def gather(names: Iterable[str], listed: Iterable[Input] = ()) -> list[Input]:
    """The inputs that the names and a manifest's entries stand for, in order of address.

    That order makes a run independent of the order of its arguments. UsageError: nothing stands
    at a name, or two different files claim one address.
    """
    by_url: dict[str, Input] = {}
    for item in [*(one for name in names for one in resolve(name)), *listed]:
        first = by_url.setdefault(item.url, item)
        if first.file != item.file:
            raise UsageError(
                f"{item.url}: expected one file for an address, seen {first.name} and {item.name}"
            )
    return _told_apart([by_url[url] for url in sorted(by_url)])


def _told_apart(inputs: Sequence[Input]) -> list[Input]:
    """One file may be listed under two addresses; the ledger knows an input by its name."""
    seen = Counter(item.name for item in inputs)
    return [
        replace(item, name=f"{item.name} ({item.url})") if seen[item.name] > 1 else item
        for item in inputs
    ]


def resolve(name: str) -> list[Input]:
    """The inputs behind one name on the command line."""
    if name.lower().startswith(ADDRESS):
        return [Input(name=name, url=name)]
    path = Path(name).expanduser()
    if path.is_dir():
        return _folder(name, path)
    return [_file(name, path)]


def _file(name: str, path: Path) -> Input:
    if not path.is_file():
        seen = "something else" if path.exists() else "nothing"
        raise UsageError(f"{name}: expected a file, a folder or an http(s) address, seen {seen}")
    place = path.resolve()
    return Input(name=name, url=place.as_uri(), file=place)


def _folder(name: str, folder: Path) -> list[Input]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    shown = [path for path in files if not _is_hidden(path.relative_to(folder).parts)]
    if not shown:
        raise UsageError(f"{name}: expected a folder with files in it, seen none")
    return [_file(str(path), path) for path in shown]


def _is_hidden(parts: Sequence[str]) -> bool:
    return any(part.startswith(".") for part in parts)
