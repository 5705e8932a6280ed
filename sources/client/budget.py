"""What one fetch may cost, and what it has been through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from warehouse.errors import UnreachableError


@dataclass(slots=True)
class Budget:
    """The seconds that one fetch may take; time waited out of politeness is not counted."""

    url: str
    seconds: float
    clock: Callable[[], float]
    ends_at: float

    def left(self) -> float:
        left = self.ends_at - self.clock()
        if left <= 0:
            raise UnreachableError(self.url, f"an answer within {self.seconds:g} s", "none so far")
        return left


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One address on the way to a page: the rule of robots.txt that let us ask, where we
    connected, and the status that came back.
    """

    url: str
    rule: str
    address: str
    status: int


@dataclass(slots=True)
class Trail:
    """The way of one fetch so far, for whoever wants to look; `attempts` counts tries of a page."""

    hops: list[Hop] = field(default_factory=list)
    attempts: int = 1
