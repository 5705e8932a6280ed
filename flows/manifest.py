"""A manifest: a JSON file that says where documents on disk were published.

    {"documents": [{"file": "a.html", "url": "https://...",
                    "kind": "report", "publisher": "...", "published": "2024-05-31"}]}

`file` is relative to the manifest. A file that is missing is that document's failure and is met
when it is read; a manifest that cannot be understood is wrong use. Other keys are not read, so
that a manifest may carry more for other programs.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from flows.inputs import Input
from warehouse.errors import UsageError
from warehouse.records import PUBLISHED_YEARS, DocumentKind

KINDS: Final[dict[str, DocumentKind]] = {
    "statement": "statement",
    "report": "report",
    "article": "article",
    "press_release": "statement",
    "inspection_report": "report",
    "news_article": "article",
}
DATE_LENGTH = len("2024-05-31")


def load_manifest(path: Path) -> list[Input]:
    """The inputs that the manifest lists; UsageError names the entry that is not understood."""
    entries = _documents(path)
    return [_input(path, number, entry) for number, entry in enumerate(entries, start=1)]


def kind_named(word: str, place: str) -> DocumentKind:
    """The kind of document that a word of the manifest or the command line stands for."""
    if word not in KINDS:
        raise UsageError(f"{place}: expected a kind out of {', '.join(KINDS)}, seen {word!r}")
    return KINDS[word]


def day_named(word: str, place: str) -> date:
    """The day that an ISO date stands for."""
    try:
        if len(word) == DATE_LENGTH and date.fromisoformat(word).year in PUBLISHED_YEARS:
            return date.fromisoformat(word)
    except ValueError:
        pass  # told below, together with dates of another form
    raise UsageError(f"{place}: expected a date like 2024-05-31, seen {word!r}")


def address_named(word: str, place: str) -> str:
    """The http(s) address that the word is."""
    try:
        parts = urlsplit(word)
    except ValueError as error:
        raise UsageError(f"{place}: expected an http(s) address, seen {word!r}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"{place}: expected an http(s) address, seen {word!r}")
    return word


def _documents(path: Path) -> list[object]:
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: expected a manifest to read, seen {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path}: expected a manifest in JSON, seen {error}") from error
    entries = content.get("documents") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise UsageError(f'{path}: expected {{"documents": [...]}}, seen no such list')
    return entries


def _input(path: Path, number: int, entry: object) -> Input:
    place = f"{path}: document {number}"
    if not isinstance(entry, dict):
        raise UsageError(f"{place}: expected an object with file and url, seen {entry!r}")
    file, url = _text(entry, "file", place), _text(entry, "url", place)
    if not file or not url:
        raise UsageError(f"{place}: expected file and url, seen {', '.join(entry) or 'nothing'}")
    kind, published = _text(entry, "kind", place), _text(entry, "published", place)
    return Input(
        name=file,
        url=address_named(url, place),
        file=(path.parent / file).resolve(),
        kind=kind_named(kind, place) if kind else None,
        publisher=_text(entry, "publisher", place),
        published=day_named(published, place) if published else None,
    )


def _text(entry: dict[str, object], key: str, place: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{place}: expected text as {key}, seen {value!r}")
    return value or None
