"""Pieces of text, before they have a place in a document's text and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warehouse.records import Block, BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block before it has offsets; `section` leaves out the title and the piece itself."""

    kind: BlockKind
    text: str
    section: tuple[str, ...] = ()
    label: str | None = None
    level: int | None = None
    page: int | None = None


def assemble(title: str, pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The document's text and its blocks: `text[start:end]` of each is its piece, exactly."""
    rest = list(pieces)
    cover = 1 if any(piece.page for piece in rest) else None
    first = [Piece(kind="title", text=title, level=1, page=cover)] if title else []
    blocks, start = [], 0
    everything: Sequence[Piece] = [*first, *rest]
    for piece in everything:
        end = start + len(piece.text)
        blocks.append(
            Block(
                start=start,
                end=end,
                kind=piece.kind,
                section=piece.section,
                label=piece.label,
                level=piece.level,
                page=piece.page,
            )
        )
        start = end + 1
    return "\n".join(piece.text for piece in everything), tuple(blocks)
