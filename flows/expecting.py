"""What is expected of a visit to a source; a source that falls short of it fails, by name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sources.source import Source
from warehouse.watching import Visit

HALF: Final = 0.5
ENOUGH: Final = 4
"""Fewer documents than this say nothing about a share of them."""


def shortfall(source: Source, visit: Visit, before: Visit | None, today: date) -> str:
    """What is amiss with a visit, in words; "" when all is as expected.

    `before` is the last good deep visit to the source.
    """
    return (
        _too_few(source, visit, before)
        or _too_many_set_aside(visit)
        or _too_old(source, visit, today)
    )


def _too_few(source: Source, visit: Visit, before: Visit | None) -> str:
    if visit.listed < source.least:
        return f"expected lists with at least {source.least} documents, seen {visit.listed}"
    if before and visit.deep and before.listed >= ENOUGH and visit.listed < before.listed * HALF:
        return f"expected about {before.listed} listed documents as before, seen {visit.listed}"
    return ""


def _too_many_set_aside(visit: Visit) -> str:
    if visit.failed >= ENOUGH and visit.failed > visit.asked * HALF:
        return f"expected most of {visit.asked} documents to be readable, seen {visit.failed} fail"
    return (
        "" if visit.read or not visit.failed else f"expected a document, seen {visit.failed} fail"
    )


def _too_old(source: Source, visit: Visit, today: date) -> str:
    if not source.fresh_days or visit.newest is None:
        return ""
    age = today - visit.newest
    if age <= timedelta(days=source.fresh_days):
        return ""
    return (
        f"expected a document of the last {source.fresh_days} days, seen none since {visit.newest}"
    )
