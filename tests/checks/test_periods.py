"""Periods and the days they mean. The sentences are invented for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.calendar.bounded_forms import easter
from checks.periods import find_periods

PUBLISHED = date(2024, 5, 14)

RELATIVE = [
    ("In the last two years robbery fell.", "2022-05-14 2024-05-14 rolling_years"),
    ("We took 40 cars in the past 12 months.", "2023-05-14 2024-05-14 rolling_year"),
    ("We took 40 cars in the last year.", "2023-05-14 2024-05-14 rolling_year"),
    ("It has shed staff over the past decade.", "2014-05-14 2024-05-14 rolling_years"),
    ("Three chiefs have left in six years.", "2018-05-14 2024-05-14 rolling_years"),
    ("Calls rose in the last six months.", "2023-11-14 2024-05-14 unspecified"),
    ("Calls rose in the past three weeks.", "2024-04-23 2024-05-14 unspecified"),
    ("This calendar year we took £2m.", "2024-01-01 2024-05-14 calendar_year"),
    ("We have made 90 arrests so far this year.", "2024-01-01 2024-05-14 calendar_year"),
    ("We made 90 arrests last year.", "2023-01-01 2023-12-31 calendar_year"),
    ("This financial year it spent £9m.", "2024-04-01 2024-05-14 financial_year"),
    ("Last financial year it spent £9m.", "2023-04-01 2024-03-31 financial_year"),
    ("There were 12 fires last month.", "2024-04-01 2024-04-30 point"),
    ("There were 12 fires last week.", "2024-05-06 2024-05-12 point"),
    ("Two shops were raided yesterday.", "2024-05-13 2024-05-13 point"),
    ("It happened last summer.", "2023-06-01 2023-08-31 unspecified"),
    ("In March the unit had 12 staff.", "2024-03-01 2024-03-31 point"),
    ("In October the unit had 12 staff.", "2023-10-01 2023-10-31 point"),
    ("When we visited in May 2023 it had 12.", "2023-05-01 2023-05-31 point"),
    ("At the time of our inspection in November it had 12.", "2023-11-01 2023-11-30 point"),
    ("On 1 June it had 12.", "2023-06-01 2023-06-01 point"),
    ("Since 2019 it has closed 40 lines.", "2019-01-01 2024-05-14 cumulative"),
    ("Since October it has closed 40 lines.", "2023-10-01 2024-05-14 cumulative"),
    ("Since 3 April 2022 it has closed 40 lines.", "2022-04-03 2024-05-14 cumulative"),
    ("Since Easter it has closed 40 lines.", "2024-03-31 2024-05-14 cumulative"),
    ("Since Christmas it has closed 40 lines.", "2023-12-25 2024-05-14 cumulative"),
    ("When inspectors came in February it had 12.", "2024-02-01 2024-02-29 point"),
    ("In November last year it had 12.", "2023-11-01 2023-11-30 point"),
    ("On 9 March this year it had 12.", "2024-03-09 2024-03-09 point"),
    ("In the first three months of this year it took £1m.", "2024-01-01 2024-03-31 unspecified"),
    ("In the first half of last year it took £1m.", "2023-01-01 2023-06-30 unspecified"),
    (
        "In the first quarter of this financial year it took £1m.",
        "2024-04-01 2024-06-30 unspecified",
    ),
    ("When April ended it held 12.", "2024-04-30 2024-04-30 point"),
    ("In the three months to March it took £1m.", "2024-01-01 2024-03-31 unspecified"),
]

ABSOLUTE = [
    ("In 2022 it closed 40 lines.", "2022-01-01 2022-12-31 calendar_year"),
    ("Cash seized in calendar year 2022 fell.", "2022-01-01 2022-12-31 calendar_year"),
    ("In 2022/23 it closed 40 lines.", "2022-04-01 2023-03-31 financial_year"),
    ("In 2022-23 it closed 40 lines.", "2022-04-01 2023-03-31 financial_year"),
    ("In 2022–23 it closed 40 lines.", "2022-04-01 2023-03-31 financial_year"),
    ("Spending in FY22/23 was flat.", "2022-04-01 2023-03-31 financial_year"),
    ("During the 2022/23 tax year it took £1m.", "2022-04-01 2023-03-31 financial_year"),
    ("In the year ending 31 March 2023 it took £1m.", "2022-04-01 2023-03-31 financial_year"),
    ("In the 12 months to March 2023 it took £1m.", "2022-04-01 2023-03-31 financial_year"),
    ("In the year to 31 December 2022 it took £1m.", "2022-01-01 2022-12-31 calendar_year"),
    ("In the year ending June 2023 it took £1m.", "2022-07-01 2023-06-30 rolling_year"),
    ("From April 22 to March 23 it took £1m.", "2022-04-01 2023-03-31 financial_year"),
    ("Between April 2022 and March 2023 it took £1m.", "2022-04-01 2023-03-31 financial_year"),
    ("Between June and August 2023 it took £1m.", "2023-06-01 2023-08-31 unspecified"),
    ("Between 3 and 9 July 2023 it took £1m.", "2023-07-03 2023-07-09 point"),
    ("Between 2019 and 2021 it took £1m.", "2019-01-01 2021-12-31 unspecified"),
    ("In the first quarter of 2023 it took £1m.", "2023-01-01 2023-03-31 unspecified"),
    ("In Q2 2023/24 it took £1m.", "2023-07-01 2023-09-30 unspecified"),
    ("In the first six months of 2023 it took £1m.", "2023-01-01 2023-06-30 unspecified"),
    ("Over the summer of 2022 it took £1m.", "2022-06-01 2022-08-31 unspecified"),
    ("In February 2024 it took £1m.", "2024-02-01 2024-02-29 point"),
    ("On 31 January 2023 it held 12.", "2023-01-31 2023-01-31 point"),
    ("At 31 March 2023 it held 12.", "2023-03-31 2023-03-31 point"),
    ("At the end of February 2024 it held 12.", "2024-02-29 2024-02-29 point"),
    ("At the end of 2022 it held 12.", "2022-12-31 2022-12-31 point"),
    ("The letter of 05/06/2023 is lost.", "2023-06-05 2023-06-05 point"),
    ("In the six months to September 2023 it took £1m.", "2023-04-01 2023-09-30 unspecified"),
    ("In the quarter ending 30 June 2023 it took £1m.", "2023-04-01 2023-06-30 unspecified"),
    ("Between 2020/21 and 2022/23 it took £1m.", "2020-04-01 2023-03-31 unspecified"),
    ("In the week ending 11 June 2023 it took £1m.", "2023-06-05 2023-06-11 point"),
    ("In the week beginning 5 June 2023 it took £1m.", "2023-06-05 2023-06-11 point"),
    ("At the start of April 2023 it held 12.", "2023-04-01 2023-04-01 point"),
    ("By the end of June 2023 it held 12.", "2023-06-30 2023-06-30 point"),
    ("There were twice as many as in 2022.", "2022-01-01 None comparison"),
    ("Crime is down 4% on 2019.", "2019-01-01 None comparison"),
    ("Crime was lower than in 2019.", "2019-01-01 None comparison"),
    ("It rose compared with 2021/22.", "2021-04-01 None comparison"),
    ("It rose on the same period last year.", "2023-01-01 None comparison"),
]

UNDATED = [
    ("It made 1,200 in our first year.", "unspecified"),
    ("We closed 12 in a week of action.", "operation"),
    ("It costs £2m a year.", "annual_rate"),
    ("Since then it has risen to 12.", "cumulative"),
    ("There were 12 when inspectors visited.", "point"),
    ("It was 12 a year earlier.", "unspecified"),
    ("It was 12 a year ago.", "unspecified"),
    ("It fell on the year before.", "comparison"),
]

NO_PERIOD = [
    "It may rise, and the march went well.",
    "He was a May Day baby aged 14.",
    "The station will shut in three years' time.",
    "There were 2,023 calls.",
    "The Force Control Room has moved.",
    "He was jailed for six years.",
    "Officers arrived in 10 minutes.",
    "Cases are closed in five weeks on average.",
    "They are, as in most of the county, late.",
    "",
]


def read(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [
        f"{found.period.start} {found.period.last_day} {found.period.basis}"
        for found in find_periods(text, published)
    ]


@pytest.mark.parametrize(("text", "expected"), [*RELATIVE, *ABSOLUTE])
def test_a_period_means_these_days(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_relative_period_needs_the_day_of_publication(text: str, expected: str) -> None:
    (found,) = find_periods(text, None)
    if "cumulative" in expected or "2023" in text:
        assert found.period.basis == expected.split()[2]
    else:
        assert (found.period.start, found.period.end) == (None, None)
        assert found.period.basis == expected.split()[2]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE[:-1])
def test_a_dated_period_does_not_depend_on_publication(text: str, expected: str) -> None:
    assert read(text, None) == [expected]


@pytest.mark.parametrize(("text", "basis"), UNDATED)
def test_a_period_without_days_keeps_its_basis(text: str, basis: str) -> None:
    assert read(text) == [f"None None {basis}"]


@pytest.mark.parametrize("text", NO_PERIOD)
def test_words_that_name_no_period_yield_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It did so in the same year.",
        "Over the same months it fell.",
        "It fell in that time.",
        "On that day it held 12.",
        "During the year it took 12.",
        "The year before it took 12.",
    ],
)
def test_a_period_named_before_is_marked(text: str) -> None:
    (found,) = find_periods(text, PUBLISHED)
    assert found.anaphoric
    assert found.period.start is None


def test_the_words_of_a_period_are_those_of_the_page() -> None:
    text = "It fell in the last\u00a0two years, as in 2021."
    assert [found.period.text for found in find_periods(text, PUBLISHED)] == [
        "in the last\u00a0two years",
        "in 2021",
    ]


def test_a_year_and_its_base_are_two_periods() -> None:
    assert read("It was 18 per cent lower in 2021 than in 2019.") == [
        "2021-01-01 2021-12-31 calendar_year",
        "2019-01-01 None comparison",
    ]


def test_two_years_back_from_a_leap_day_is_the_last_of_february() -> None:
    assert read("in the last two years", date(2024, 2, 29)) == [
        "2022-02-28 2024-02-29 rolling_years"
    ]


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert read("It is dated 31/02/2023.") == []


@given(st.text(alphabet="in the last 2023/4-May year to March,. since", max_size=80))
def test_any_text_is_read_and_spans_fit_their_words(text: str) -> None:
    for found in find_periods(text, PUBLISHED):
        assert text[found.start : found.end] == found.period.text
        if found.period.start and found.period.end:
            assert found.period.start < found.period.end


def test_a_deadline_ahead_has_an_end_only() -> None:
    assert read("It has to save £7m by 31 March 2027.") == ["None 2027-03-31 unspecified"]
    assert read("It has to save £7m by the end of 2026/27.") == ["None 2027-03-31 unspecified"]


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
)
def test_easter_moves_with_the_moon(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)
