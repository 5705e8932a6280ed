"""Relations of two periods, by example; `test_algebra_properties` counts days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from checks.judging.timespans import Relation, Side, add_months, is_fresh, relation
from tests.checks.factory import day, financial, year
from warehouse.records import Basis, Period

SAID = date(2024, 6, 20)
FOUND = date(2024, 5, 2)


def span(start: str, end: str | None, basis: Basis = "unspecified", text: str = "") -> Period:
    """A period of inclusive days."""
    last = date.fromisoformat(end) + timedelta(days=1) if end else None
    return Period(start=date.fromisoformat(start), end=last, basis=basis, text=text)


@pytest.mark.parametrize(
    ("claim", "finding", "expected"),
    [
        (year(2023), year(2023), "equal"),
        (financial(2023), span("2023-04-01", "2024-03-31", "rolling_year"), "equal"),
        (year(2023), financial(2022), "straddles"),
        (year(2023), year(2022), "other_year"),
        (span("2023-06-01", "2023-06-30"), year(2023), "part_year"),
        (span("2023-06-05", "2023-06-11"), span("2023-06-01", "2023-06-30"), "inside"),
        (span("2022-01-01", "2023-12-31", "rolling_years"), year(2023), "contains"),
        (span("2020-01-01", None, "cumulative"), year(2023), "cumulative"),
        (
            span("2020-01-01", None, "cumulative"),
            span("2020-01-01", None, "cumulative"),
            "cumulative",
        ),
        (span("2023-05-21", "2024-05-20", "rolling_year"), year(2023), "straddles"),
        (
            span("2023-06-01", "2024-05-31", "rolling_year"),
            span("2023-05-15", "2024-05-14", "rolling_year"),
            "equal",
        ),
        (span("2024-05-10", "2024-05-31"), year(2023), "after_cutoff"),
        (span("2019-01-01", None, "comparison"), span("2019-01-01", None, "comparison"), "equal"),
        (
            span("2019-01-01", None, "comparison"),
            span("2020-01-01", None, "comparison"),
            "other_base",
        ),
        (day(date(2024, 3, 31)), day(date(2024, 3, 31)), "equal"),
        (None, financial(2023), "assumed"),
        (None, year(2020), "stale"),
        (None, None, "assumed"),
        (year(2023), None, "unknown"),
        (year(2023, text="last year"), financial(2023), "assumed"),
        (year(2023, text="last year"), year(2021), "stale"),
        (None, span("2024-01-01", "2024-12-31"), "after_cutoff"),
    ],
)
def test_relations_by_example(
    claim: Period | None, finding: Period | None, expected: Relation
) -> None:
    assert relation(Side(claim, SAID), Side(finding, FOUND)) == expected


def test_no_period_and_no_date_leave_the_relation_unknown() -> None:
    assert relation(Side(None, None), Side(year(2023), FOUND)) == "unknown"


def test_a_total_since_one_date_is_the_same_total_a_week_later() -> None:
    since = span("2020-01-01", None, "cumulative")
    assert relation(Side(since, SAID), Side(since, SAID - timedelta(days=7))) == "equal"


@pytest.mark.parametrize(
    ("last", "fresh"), [("2022-06-20", True), ("2022-06-19", False), ("2024-03-31", True)]
)
def test_a_finding_is_fresh_for_24_months(last: str, fresh: bool) -> None:
    finding = Side(span("2021-01-01", last), date(2022, 12, 1))
    assert is_fresh(finding, Side(None, SAID)) is fresh


def test_months_are_added_to_the_end_of_a_shorter_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2022, 2, 28), 24) == date(2024, 2, 28)
    assert add_months(date(2023, 12, 15), 1) == date(2024, 1, 15)
