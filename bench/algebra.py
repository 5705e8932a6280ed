"""Ranges and periods against sets: random cases, each counted value by value and day by day.

    python -m bench.algebra [CASES]

What `checks.judging.ranges` and `checks.judging.timespans` work out from ends is asked of sets
that are written out: of quarters for ranges, of days for periods.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.judging.ranges import Range, change_range, gap_is_twofold
from checks.judging.timespans import Relation, Side, is_fresh, relation
from warehouse.records import Basis, Period

CASES: Final = 100_000
_TOP: Final = 24
"""Ends of ranges are whole numbers up to this; a range without end goes beyond."""
_QUARTERS: Final = 4
_FIRST: Final = date(2022, 1, 1)
_DAYS: Final = 900
_YEAR: Final = 360
_MONTH: Final = 31
_PLAIN: Final[tuple[Basis, ...]] = ("unspecified", "calendar_year", "point", "audit_window")
_ROLLING: Final[frozenset[Basis]] = frozenset({"rolling_year", "rolling_years"})
_BASES: Final[tuple[Basis, ...]] = (*_PLAIN, "rolling_year", "rolling_years", "cumulative")


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A range that holds something: of whole ends, open or closed, with or without an end."""
    low = draw(st.integers(0, _TOP - 1))
    low_open = draw(st.booleans())
    if draw(st.integers(0, 5)) == 0:
        return Range(Decimal(low), None, low_open)
    high = draw(st.integers(low, _TOP))
    if high == low:
        return Range(Decimal(low), Decimal(high))
    return Range(Decimal(low), Decimal(high), low_open, draw(st.booleans()))


@st.composite
def sides(draw: st.DrawFn) -> Side:
    """A period of known days, of any basis but a comparison, and the day it was told."""
    start = draw(st.integers(0, _DAYS))
    length = draw(st.one_of(st.integers(1, 60), st.sampled_from((365, 366, 730))))
    basis = draw(st.sampled_from(_BASES))
    told = draw(st.integers(0, 2 * _DAYS))
    first = _FIRST + timedelta(days=start)
    period = Period(start=first, end=first + timedelta(days=length), basis=basis, text="then")
    return Side(period, _FIRST + timedelta(days=told))


def meet_as_sets_do(one: Range, other: Range) -> None:
    """Two ranges meet where a value lies in both, and one is above where all its values are."""
    inside, other_inside = _values(one), _values(other)
    assert one.meets(other) == bool(inside & other_inside)
    assert one.above(other) == (min(inside) > max(other_inside))


def are_twofold_apart_as_sets_are(one: Range, other: Range) -> None:
    """A gap is twofold where double the lower set's ends still reaches nothing of the upper."""
    inside, other_inside = _closed(one), _closed(other)
    if one.meets(other):
        return
    lower, upper = sorted((inside, other_inside), key=lambda held: (min(held), max(held)))
    assert gap_is_twofold(one, other) == all(value >= 2 * max(lower) for value in upper)


def change_as_multiples_do(multiple: Range) -> None:
    """Every multiple of a range is a change within the range of changes, and the ends are met."""
    if multiple.high is None or multiple.low < 1:
        return
    changes = {(value - _QUARTERS) * 100 for value in _closed(multiple)}
    found = change_range(multiple)
    assert found.high is not None
    ends = {int(found.low * _QUARTERS), int(found.high * _QUARTERS)}
    assert ends == {min(changes), max(changes)}


def relate_as_days_do(claim: Side, finding: Side) -> None:
    """How two periods lie to each other, told by their days."""
    assert relation(claim, finding) == _by_days(claim, finding)


def are_fresh_as_calendars_say(finding: Side, claim: Side) -> None:
    """A finding is fresh until the same day two years on, or the last of a shorter month."""
    end, spoken = _days(finding)[-1], claim.published_on
    assert spoken is not None
    last = next(day for day in _onwards(end) if (day.year, day.month) >= (end.year + 2, end.month))
    while last.day < end.day and (last + timedelta(days=1)).month == last.month:
        last += timedelta(days=1)
    assert is_fresh(finding, claim) == (spoken <= last)


PROPERTIES: Final[Sequence[tuple[Callable[..., None], Sequence[st.SearchStrategy[object]]]]] = (
    (meet_as_sets_do, (ranges(), ranges())),
    (are_twofold_apart_as_sets_are, (ranges(), ranges())),
    (change_as_multiples_do, (ranges(),)),
    (relate_as_days_do, (sides(), sides())),
    (are_fresh_as_calendars_say, (sides(), sides())),
)


def hold(cases: int) -> None:
    """Ask each property of its part of so many random cases; AssertionError with the first miss."""
    for holds, drawn in PROPERTIES:
        ask(holds, drawn, -(-cases // len(PROPERTIES)))


def ask(holds: Callable[..., None], drawn: Sequence[st.SearchStrategy[object]], cases: int) -> None:
    """One property, of so many random cases; the same cases in every run."""
    each = settings(
        max_examples=cases,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    each(given(*drawn)(holds))()


def _values(found: Range) -> set[int]:
    """The quarters in a range, counted; one without end goes on beyond every other."""
    low, top = found.low * _QUARTERS, _TOP * _QUARTERS + 1
    high = top if found.high is None else found.high * _QUARTERS
    return {
        value
        for value in range(top + 1)
        if low <= value <= high
        and not (found.low_open and value == low)
        and not (found.high_open and value == high)
    }


def _closed(found: Range) -> set[int]:
    return _values(Range(found.low, found.high))


def _by_days(claim: Side, finding: Side) -> Relation:
    one, other = _days(claim), _days(finding)
    bases = {side.period.basis for side in (claim, finding) if side.period}
    if set(one) == set(other):
        return "equal"
    if _are_near(one, other) and (
        bases <= _ROLLING or (bases == {"cumulative"} and one[0] == other[0])
    ):
        return "equal"
    if "cumulative" in bases:
        return "cumulative"
    if not set(one) & set(other):
        return (
            "after_cutoff"
            if finding.published_on and one[0] > finding.published_on
            else "other_year"
        )
    if set(one) <= set(other):
        return "part_year" if len(other) >= _YEAR else "inside"
    return "contains" if set(other) <= set(one) else "straddles"


def _are_near(one: list[date], other: list[date]) -> bool:
    """Whether both ends lie at most a month of days apart."""
    starts, ends = sorted((one[0], other[0])), sorted((one[-1], other[-1]))
    return (starts[1] - starts[0]).days <= _MONTH and (ends[1] - ends[0]).days <= _MONTH


def _days(side: Side) -> list[date]:
    """Every day of a side's period."""
    assert side.period is not None
    assert side.period.start is not None
    assert side.period.end is not None
    length = (side.period.end - side.period.start).days
    return [side.period.start + timedelta(days=number) for number in range(length)]


def _onwards(day: date) -> Iterator[date]:
    return (day + timedelta(days=number) for number in range(3 * 366))


def main() -> int:
    """Ask as many cases as the command line says; exit status 1 tells of a miss."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    hold(cases)
    print(f"ranges and periods: {cases:,} cases agree with sets of values and days")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
