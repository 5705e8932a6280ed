"""Pairs of statements by what is known of them: one query over both sides at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Final, NamedTuple, Protocol

import pyarrow as pa

from warehouse.migrate import connect

BATCH: Final = 10_000
"""Claims handed over at a time."""
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
_STAGED: Final = """
create or replace temp table {name} as
select place, force, measure, unit, low, coalesce(high, low) as high, wide,
  if("end" is null, null, "start" - date '1970-01-01') as first,
  if("start" is null, null, "end" - date '1970-01-01') as last,
  year("end") as year
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
    def is_keyed(self) -> bool:
        """Whether enough is known for it to be paired at all."""

    @property
    def wide(self) -> bool:
        """Whether its force is a region or the nation: kept behind a claim's own force."""


class Found(NamedTuple):
    """A claim by its place, and the places of its findings with their scores, best first."""

    claim: int
    findings: list[int]
    scores: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each equality counts. A voice that knows nothing gives `unknown`, a wider body `wider`,
    days in common `overlapping` and more, up to that and `unknown`, the more they are.
    """

    force: float
    measure: float
    unit: float
    value: float
    period: float
    unknown: float
    wider: float
    overlapping: float


def pairs_by_keys(
    claims: Sequence[Keyed], findings: Sequence[Keyed], most: int, weights: Weights
) -> Iterator[Found]:
    """The findings that share keys with each claim, at most `most` of them, best first.

    Claims come in their order; one without such a finding does not come.
    """
    with connect(None) as connection:
        for name, side in (("claimed", claims), ("found", findings)):
            connection.register("arriving", _arrow(side))
            connection.execute(_STAGED.format(name=name))
            connection.unregister("arriving")
        found = connection.sql(_query(), params={"most": most, **asdict(weights)})
        for batch in found.to_arrow_reader(BATCH):
            yield from map(Found, *(column.to_pylist() for column in batch.columns))


@cache
def _query() -> str:
    return (resources.files("warehouse") / "pairing.sql").read_text("utf-8")


def _arrow(side: Sequence[Keyed]) -> pa.Table:
    keyed = [(place, one) for place, one in enumerate(side) if one.is_keyed]
    columns = {
        name: pa.array([getattr(one, name) for _, one in keyed], kind)
        for name, kind in _COLUMNS.items()
    }
    return pa.table({"place": pa.array([place for place, _ in keyed], pa.int32()), **columns})
