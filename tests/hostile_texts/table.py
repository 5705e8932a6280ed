"""What a hostile text is: words as a page or a file holds them, and what may be read in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MILLIONS: Final = "18200000"
UNREAD: Final = "?"
"""Stands for a number that is recorded as ambiguous, without a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileText:
    """`values` are the right readings; a number may also be left unread, and no other be read.

    `markup` is the paragraph's HTML. With `is_plain` it is a file of plain text instead.
    """

    name: str
    markup: str
    values: tuple[str, ...] = ()
    is_plain: bool = False

    @property
    def body(self) -> bytes:
        if self.is_plain:
            return self.markup.encode()
        page = (
            "<!doctype html><html><head><title>Costs</title></head><body><main>"
            f"<h1>Costs</h1><p>{self.markup}</p></main></body></html>"
        )
        return page.encode()

    @property
    def media_type(self) -> str:
        return "text/plain" if self.is_plain else "text/html"


def spent(amount: str) -> str:
    return f"Fenmarch Police spent {amount} on its vehicles."


def made(number: str) -> str:
    return f"Fenmarch Police made {number} arrests."
