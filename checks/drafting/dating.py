"""Which period a claim belongs to: beside it, at the head of its sentence, or carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from checks.drafting.clauses import Range
from checks.periods import FoundPeriod
from warehouse.records import Period

# Words by which a sentence goes on counting where the one before stopped.
_CARRIES_ON: Final = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,3}?(?:also|further|additionally)\s+(?!sa(?:id|ys?)\b|told\b|found\b)"
    r"|\b(?:their|these|those|its) (?:cases|investigations|arrests|operations|results|seizures)\b"
    r"|^\W*(?:in addition|in total|altogether|in all|of these|of those)\b"
    r"|\bthe (?:longest|shortest|oldest|average|highest|lowest)\b",
    re.IGNORECASE,
)


# "... in 2021, and we have put £3m into phones": the tense says that the time is another.
_OTHER_TIME: Final = re.compile(r"\b(?:have|has|is|are|will|can|now|today|currently)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Where a number stands in its sentence, and where all numbers of the sentence stand."""

    at: Range
    beside: Sequence[Range]
    is_change: bool = False


@dataclass(slots=True)
class PeriodReader:
    """Follows a document in reading order and remembers the period stated last."""

    last: Period | None = None
    block: int = -1
    in_block: Period | None = None

    def enter(self, block: int) -> None:
        """Note the block that the next sentence stands in."""
        if block != self.block:
            self.block, self.in_block = block, None

    def remember(self, found: Sequence[FoundPeriod]) -> None:
        """Note the periods of a sentence that has been read."""
        stated = [f.period for f in found if f.period.start or f.period.end]
        if stated:
            self.last = self.in_block = stated[-1]

    def period_of(
        self, text: str, found: Sequence[FoundPeriod], clause: Range, number: Number
    ) -> Period | None:
        """The period of a number of a sentence, claimed by a clause of it."""
        chosen = _chosen(text, found, clause, number)
        if chosen is not None:
            return self._resolved(chosen)
        if found:
            return None
        carried = self.in_block or (self.last if _CARRIES_ON.search(text) else None)
        return replace(carried, inherited=True) if carried else None

    def _resolved(self, found: FoundPeriod) -> Period:
        if not found.anaphoric or self.last is None:
            return found.period
        return replace(self.last, text=found.period.text, inherited=True)


def _chosen(
    text: str, found: Sequence[FoundPeriod], clause: Range, number: Number
) -> FoundPeriod | None:
    own = [f for f in found if clause[0] <= f.start < clause[1] and _belongs(f, clause, number)]
    if own:
        return min(own, key=lambda f: (_compares(f) != number.is_change, _gap(f, number.at)))
    heads = [f for f in found if f.end <= min(start for start, _ in number.beside)]
    if heads:
        return heads[0]
    after = next((f for f in found if f.start >= clause[1]), None)
    if after is None and not _OTHER_TIME.search(text[slice(*clause)]):
        return next((f for f in reversed(found) if f.end <= clause[0]), None)
    return after


def _belongs(found: FoundPeriod, clause: Range, number: Number) -> bool:
    """Not between two numbers of one clause and nearer to the other one."""
    beside = [at for at in number.beside if clause[0] <= at[0] < clause[1]]
    if found.end <= min(start for start, _ in beside):
        return True
    return min(beside, key=lambda at: _gap(found, at)) == number.at


def _compares(found: FoundPeriod) -> bool:
    return found.period.basis == "comparison"


def _gap(found: FoundPeriod, number: Range) -> int:
    return max(found.start - number[1], number[0] - found.end, 0)
