"""Pairs of statements by what is known of them: one query over both sides at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Final, NamedTuple, Protocol

import pyarrow as pa

from warehouse.migrate import connect

BATCH: Final = 100_000
"""Pairs handed over at a time."""
_COLUMNS: Final = {
    "force": pa.string(),
    "measure": pa.string(),
    "unit": pa.string(),
    "low": pa.float64(),
    "high": pa.float64(),
    "start": pa.date32(),
    "end": pa.date32(),
    "wide": pa.bool_(),
}
_KEYED: Final = """
select force, measure, unit, low, coalesce(high, low) as high, wide,
  epoch("start") // 86400 as first, epoch("end") // 86400 as last, year("end") as year, place
from arriving
"""


class Keyed(Protocol):
    """What is known of a statement; None is unknown. Days are inclusive."""

    @property
    def force(self) -> str | None: ...
    @property
    def measure(self) -> str | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def start(self) -> date | None: ...
    @property
    def end(self) -> date | None: ...
    @property
    def wide(self) -> bool:
        """Whether its force is a region or the nation: kept behind a claim's own force."""


class Pair(NamedTuple):
    """A claim and a finding by their places in what was given."""

    claim: int
    finding: int
    score: float
