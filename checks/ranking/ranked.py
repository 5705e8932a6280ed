"""A finding's place in the order of one claim."""

from __future__ import annotations

from typing import NamedTuple

from warehouse.records import Reason


class Ranked(NamedTuple):
    """A finding by its place in the list that was searched; `reasons` tell what spoke for it."""

    place: int
    score: float
    reasons: tuple[Reason, ...] = ()
