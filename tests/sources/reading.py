"""What the tests of this room share: a snapshot of given bytes, and the invented forces."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from sources.registry import load_forces
from sources.source import read_document
from warehouse.records import Document, DocumentKind, Snapshot

FORCES = load_forces(Path(__file__).with_name("forces.csv"))
REPORT = "https://hmicfrs.justiceinspectorates.gov.uk/peel-reports/marlshire-2023-25/"
STORY = "https://www.marlpost.example/news/a-story"


def snapshot(body: bytes, url: str, media_type: str = "text/html") -> Snapshot:
    return Snapshot(
        url=url,
        final_url=url,
        fetched_at=datetime(2025, 1, 1, tzinfo=UTC),
        status=200,
        media_type=media_type,
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
    )


def read(
    markup: str | bytes,
    url: str = STORY,
    media_type: str = "text/html",
    *,
    kind: DocumentKind | None = None,
    publisher: str | None = None,
    published: date | None = None,
) -> Document:
    body = markup.encode() if isinstance(markup, str) else markup
    return read_document(
        snapshot(body, url, media_type),
        body,
        forces=FORCES,
        kind=kind,
        publisher=publisher,
        published=published,
    )


def lines(document: Document) -> list[str]:
    """The text below the title."""
    return [document.words(block) for block in document.blocks if block.kind != "title"]


def rows(document: Document) -> list[tuple[str, str, str]]:
    """(section, label, text) of every block that is neither title nor heading."""
    return [
        (" > ".join(block.section), block.label or "", document.words(block))
        for block in document.blocks
        if block.kind not in {"title", "heading"}
    ]
