"""What a statement is known to be about: what was given, and what its words say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from checks.grades import find_grades
from checks.measures import OTHER, measure_of
from checks.pairing.grading import loose_grade
from checks.periods import find_periods
from checks.quantities import find_quantities
from checks.ranking.statements import Statement
from checks.ranking.words import plain
from checks.stances import stance_of
from checks.topics import matter_of, topics_in
from warehouse.records import Quantity, Stance

Days = tuple[date, date]
"""First and last day, both included."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number or range in a unit, as far as either is known."""

    low: float
    high: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What the words alone tell."""

    measures: frozenset[str]
    topics: frozenset[str]
    matters: frozenset[str]
    values: tuple[Value, ...]
    periods: tuple[Days, ...]
    area: str | None
    """The graded area, "" for a grade of no area; None where no grade is given."""
    stance: Stance


UNREAD: Final = Said(frozenset(), frozenset(), frozenset(), (), (), None, "neutral")
"""Words that nobody has read."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The statement, and what its words say; what was given comes before what was read."""

    statement: Statement
    said: Said

    @property
    def values(self) -> tuple[Value, ...]:
        given = self.statement
        if given.low is None:
            return self.said.values
        high = given.low if given.high is None else given.high
        return (Value(given.low, high, given.unit),)

    @property
    def periods(self) -> tuple[Days, ...]:
        given = self.statement
        if given.start is None or given.end is None:
            return self.said.periods
        return ((given.start, given.end),)


def traits_of(statement: Statement) -> Traits:
    """Reads the statement's words once."""
    return Traits(statement, _said(statement.words, statement.published_on))


@lru_cache(maxsize=16_384)
def _said(text: str, published_on: date | None) -> Said:
    shown = plain(text)
    quantities = find_quantities(shown)
    named = (measure_of(shown, quantity) for quantity in quantities)
    topics = topics_in(shown)
    return Said(
        measures=frozenset(measure for measure in named if measure != OTHER),
        topics=topics,
        matters=frozenset(matter_of(topic) for topic in topics) - {""},
        values=tuple(value for quantity in quantities for value in _values(quantity)),
        periods=_periods(shown, published_on),
        area=_area(shown),
        stance=stance_of(shown),
    )


def _values(quantity: Quantity) -> tuple[Value, ...]:
    if quantity.low is None or quantity.high is None:
        return ()
    share = quantity.unit == "ratio"
    times = 100 if share else 1
    unit = "percent" if share else quantity.unit
    return (Value(float(quantity.low) * times, float(quantity.high) * times, unit),)


def _periods(text: str, published_on: date | None) -> tuple[Days, ...]:
    found = (one.period for one in find_periods(text, published_on))
    return tuple(
        (period.start, period.end - timedelta(days=1))
        for period in found
        if period.start and period.end
    )


def _area(text: str) -> str | None:
    grades = find_grades(text)
    if grades:
        return next((grade.area for grade in grades if grade.area), "")
    loose = loose_grade(text, is_graded=False)
    return loose.area if loose else None
