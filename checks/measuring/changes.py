"""Whether a number is a rise or fall ("down 31 per cent") or a level ("fell to 66 per cent")."""

from __future__ import annotations

import re
from typing import Final

from warehouse.records import Quantity

_MOVED: Final = (
    r"fell|fallen|fall|falls|falling|rose|risen|rise|rises|rising|dropped|drop|drops|dropping"
    r"|down|up|increased|increase|increases|increasing|decreased|decrease|decreases|reduced"
    r"|reduces|reduction|reductions|cut|grew|grown|growth|climbed|climb|declined|decline|jumped"
    r"|jump|surged|slashed|plummeted|soared|plunged|dipped|lower|higher"
)
_FILLERS: Final = (
    r"by|of|in|an?|the|some|about|around|nearly|almost|roughly|approximately|over|under|than|more"
    r"|less|at|least|just|further|total|crime|offences|reports|as|much"
)
_BEFORE: Final = re.compile(rf"\b(?:{_MOVED})\W+((?:(?:{_FILLERS})\W+){{0,5}})$", re.IGNORECASE)
_AFTER: Final = re.compile(
    r"\W{1,2}(?:(?:year|on|lower|higher|fewer|more|less|down|up|slower|faster|quicker)\b"
    r"|(?:\w+\W){0,2}(?:reduction|increase|drop|fall|rise|decrease|cut|decline|growth|jump)\b)",
    re.IGNORECASE,
)
_PHRASAL: Final = re.compile(
    r"(?:made|mak(?:e|es|ing)|hung|hang|hanging|pick\w*|g[ai]ve\w*|took|taken?|set|clos\w*|shut\w*"
    r"|track\w*|hunt\w*|end\w*|sign\w*|turn\w*|broken?|rang) (?:up|down)\W",
    re.IGNORECASE,
)
"""Verbs whose `up` or `down` is no rise or fall."""
_LEVEL_BEFORE: Final = re.compile(
    r"\b(?:against|compared (?:with|to)|(?:up|down) from|versus) $", re.IGNORECASE
)
"""What stands before the level that another is compared with."""
_NOT_MORE: Final = re.compile(
    r"\W+(?:on (?!year|the (?:year|previous|same))|up to|more than)", re.IGNORECASE
)
_WINDOW: Final = 80
_VERB_LETTERS: Final = 12
_COMPARED: Final = frozenset({"percent", "ratio", "pp", "multiple"})


def is_change(sentence: str, quantity: Quantity) -> bool:
    """Whether the words around the number make it a rise or fall; offsets as in the sentence."""
    if quantity.role is not None or _is_level(sentence, quantity):
        return False
    if quantity.direction is not None or quantity.unit == "multiple":
        return True
    if quantity.unit not in _COMPARED:
        return False
    before = sentence[max(0, quantity.start - _WINDOW) : quantity.start]
    after = sentence[quantity.end : quantity.end + _WINDOW]
    if _BEFORE.search(before) and not _is_phrasal(before):
        return True
    return _AFTER.match(after) is not None and _NOT_MORE.match(after) is None


def _is_level(sentence: str, quantity: Quantity) -> bool:
    """Whether the words before are none of a change, whatever direction was read."""
    before = sentence[max(0, quantity.start - _WINDOW) : quantity.start]
    return _LEVEL_BEFORE.search(before) is not None or (
        quantity.direction is not None and _is_phrasal(before)
    )


def _is_phrasal(before: str) -> bool:
    """Whether the up or down before the number belongs to its verb: "picked up 91 per cent"."""
    moved = _BEFORE.search(before)
    return moved is not None and bool(
        _PHRASAL.search(before, max(0, moved.start() - _VERB_LETTERS))
    )
