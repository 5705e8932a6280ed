"""The table of ranges, row by row, and its interval logic against brute force."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.judging.ranges import Range, change_range, range_of, written_step
from tests.checks.factory import number
from warehouse.records import Quantity


def ends(quantity: Quantity) -> tuple[str, str | None]:
    found = range_of(quantity)
    assert found is not None
    return plain(found.low), None if found.high is None else plain(found.high)


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (number(250), "245", "255"),
        (number("3300000", "GBP", text="£3.3m"), "3234000", "3366000"),
        (number("1200000", "GBP", text="£1.2m"), "1150000", "1250000"),
        (number("2000000", "GBP", text="£2m"), "1960000", "2040000"),
        (number("1793020", "GBP", text="£1,793,020"), "1757159.6", "1828880.4"),
        (number("0.5", "percent", text="0.5 per cent"), "0.45", "0.55"),
        (number(30, comparator="~", qualifier="about"), "27", "33"),
        (number(650, comparator=">"), "650", None),
        (number(650, comparator=">="), "650", None),
        (number(300, comparator="<"), "0", "300"),
        (number(12, "month", "<="), "0", "12"),
        (number(2000, comparator="~", qualifier="nearly"), "1800", "2000"),
        (number(2000, comparator="<", qualifier="just under"), "1800", "2000"),
        (number("0.25", "ratio", text="one in four"), "23", "27"),
        (number("0.4", "ratio", "~", text="two in five", qualifier="about"), "36", "44"),
        (number("0.1", "ratio", "~", text="one in ten", qualifier="about"), "8", "12"),
        (number("0.5", "ratio", "~", text="half", qualifier="nearly"), "45", "50"),
        (number("12..120", text="dozens", vague=True), "24", None),
        (number("100..1000", text="hundreds", vague=True), "200", "1000"),
        (number("1000..9999", text="thousands", vague=True), "2000", "1000000"),
        (number("2..3", "GBP"), "2", "3"),
        (number(0), "0", "0"),
        (number(100, "percent", text="all"), "100", "100"),
        (number(2, "tonne"), "1960", "2040"),
        (number(1, "hour"), "3528", "3672"),
        (number("99.5", "percent", text="99.5 per cent"), "97.51", "100"),
    ],
)
def test_each_wording_has_its_range(quantity: Quantity, low: str, high: str | None) -> None:
    assert ends(quantity) == (low, high)


def test_about_half_is_not_exactly_half() -> None:
    half = range_of(number("0.5", "ratio", text="half"))
    about_half = range_of(number("0.5", "ratio", "~", text="half", qualifier="about"))
    assert half == Range(Decimal(48), Decimal(52))
    assert about_half == Range(Decimal(45), Decimal(55))


def test_hundreds_end_before_a_thousand() -> None:
    hundreds = range_of(number("100..1000", text="hundreds", vague=True))
    assert hundreds is not None
    assert not hundreds.meets(Range(Decimal(1000), Decimal(1200)))
    assert hundreds.meets(Range(Decimal(999), Decimal(1200)))


def test_most_is_more_than_half() -> None:
    most = range_of(number("50..100", "percent", text="most", vague=True))
    assert most is not None
    assert not most.meets(Range(Decimal(40), Decimal(50)))
    assert most.meets(Range(Decimal(51), Decimal(52)))


def test_an_ambiguous_number_has_no_range() -> None:
    unread = Quantity(
        text="1.234.5", start=0, end=7, low=None, high=None, unit="count", ambiguous=True
    )
    assert range_of(unread) is None


@pytest.mark.parametrize(
    ("multiple", "text", "low", "high"),
    [("2", "doubled", "98", "102"), ("3", "tripled", "196", "204"), ("0.5", "halved", "49", "51")],
)
def test_a_multiple_is_a_change(multiple: str, text: str, low: str, high: str) -> None:
    stated = range_of(number(multiple, "multiple", text=text))
    assert stated is not None
    change = change_range(stated)
    assert (change.low, change.high) == (Decimal(low), Decimal(high))


def test_nearly_doubled_falls_short_of_doubled() -> None:
    stated = range_of(number(2, "multiple", "~", text="doubled", qualifier="almost"))
    assert stated is not None
    assert change_range(stated) == Range(Decimal(90), Decimal(100))


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("£3.3m", "100000"),
        ("£2m", "0"),
        ("71.5 per cent", "0.1"),
        ("£1.25bn", "10000000"),
        ("", "0"),
    ],
)
def test_the_last_written_decimal_is_a_step(text: str, step: str) -> None:
    assert written_step(text) == Decimal(step)
