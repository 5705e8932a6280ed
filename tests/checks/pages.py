"""Small documents and a small registry for the tests of `checks`."""

from __future__ import annotations

from datetime import date

from checks.forces import Gazetteer
from warehouse.records import Block, BlockKind, Document, DocumentKind, Force

FORCES = (
    Force(
        id="wexmoor",
        name="Wexmoor Police",
        aliases=("Wexmoor Police", "Wexmoor Constabulary"),
        weak_aliases=("WXP",),
        region="Fenland",
        rocu="fenrocu",
    ),
    Force(
        id="haddon",
        name="Haddon Constabulary",
        aliases=("Haddon Constabulary", "Haddon Police"),
        region="Fenland",
        rocu="fenrocu",
    ),
    Force(
        id="fenrocu",
        name="Fenland Regional Organised Crime Unit",
        aliases=("Fenland Regional Organised Crime Unit", "Fenland ROCU"),
        region="Fenland",
        kind="rocu",
    ),
)
GAZETTEER = Gazetteer(FORCES)

Part = str | tuple[BlockKind, str] | tuple[BlockKind, str, tuple[str, ...]]


def page(
    *parts: Part,
    kind: DocumentKind = "article",
    publisher: str = "",
    title: str = "",
    published: date | None = date(2024, 6, 14),
    url: str = "https://paper.example/a",
) -> Document:
    """A document of paragraphs; a pair names another kind of block, a triple its section too."""
    blocks, words, at = [], [], 0
    for part in (("title", title), *parts) if title else parts:
        block_kind: BlockKind = "paragraph" if isinstance(part, str) else part[0]
        text = part if isinstance(part, str) else part[1]
        section = part[2] if not isinstance(part, str) and len(part) == 3 else ()
        blocks.append(Block(start=at, end=at + len(text), kind=block_kind, section=section))
        words.append(text)
        at += len(text) + 1
    return Document(
        url=url,
        source="test",
        kind=kind,
        snapshot="",
        publisher=publisher,
        title=title,
        text="\n".join(words),
        blocks=tuple(blocks),
        published_on=published,
    )
