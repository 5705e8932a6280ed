"""Numbers in a row that share what stands before them: "sections 2, 3 and 5"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Token, low, token

_CONNECTORS: Final = frozenset({"-", "–", "to", "and", "or", "&", ",", "/"})


def row_end(tokens: Sequence[Token], end: int) -> int:
    """One past the last of the digits that go on after a first number ends at a token."""
    while low(tokens, end) in _CONNECTORS:
        at = end + 2 if low(tokens, end) == "," and low(tokens, end + 1) == "and" else end + 1
        if token(tokens, at).kind != "digits" or is_plural(tokens, at + 1):
            break
        end = at + 1
    return end
