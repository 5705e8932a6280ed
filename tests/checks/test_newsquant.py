"""Quantities under NewsQuant's names: foreign money, units, counted nouns, the slot of change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.newsquant import read_news_numbers
from checks.newswords.words import singular


def read(text: str) -> list[tuple[str, Decimal, Decimal, str, str]]:
    """Words, ends, unit and change of every number of a text."""
    found = read_news_numbers(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [(one.text, one.low, one.high, one.unit, one.change) for one in found]


def named(text: str) -> list[tuple[Decimal, str]]:
    """Value and unit of every point of a text."""
    assert all(low == high for _, low, high, *_ in read(text))
    return [(low, unit) for _, low, _, unit, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The grant was worth £6.4m.", "6400000", "pound sterling"),
        ("They were fined PS3.1m in all.", "3100000", "pound sterling"),
        ("It cost $40 at the door.", "40", "dollar"),
        ("Losses came to US $218 million.", "218000000", "dollar"),
        ("Losses came to $US95 million.", "95000000", "dollar"),
        ("The flat sold for A$850,000.", "850000", "australian dollar"),
        ("The flat sold for HK $7.2m.", "7200000", "hong kong dollar"),
        ("A ticket was RM64.", "64", "malaysian ringgit"),
        ("It set aside INR2 trillion.", "2000000000000", "indian rupee"),
        ("It made a profit of Y=300 million.", "300000000", "japanese yen"),
        ("He won 4 billion yuan.", "4000000000", "chinese yuan"),
        ("He paid 6.49 New Zealand dollars.", "6.49", "new zealand dollar"),
        ("Shares closed at 7.15 shekels.", "7.15", "shekel"),
        ("A stamp is 68p.", "68", "penny"),
        ("He paid half a million euros.", "500000", "euro"),
    ],
)
def test_money_has_the_name_of_its_currency(text: str, value: str, unit: str) -> None:
    assert named(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize("text", ["He sold a PS5.", "She plays on the PS4 every day."])
def test_a_console_is_no_sum_of_pounds(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Turnout was 58 per cent.", "58", "percentage"),
        ("Turnout was 6.5%.", "6.5", "percentage"),
        ("The index fell 35 points.", "35", "point"),
        ("A van was clocked at 93 mph.", "93", "mile per hour"),
        ("A van was clocked at 125km/h.", "125", "kilometre per hour"),
        ("The engine makes 510bhp.", "510", "brake horsepower"),
        ("The roof holds a 7kW panel.", "7", "kilowatt"),
        ("It weighs 4.6m tonnes.", "4600000", "metric ton"),
        ("It reached 41.5 degrees Celsius.", "41.5", "celsius"),
        ("The fence is 40 metres long.", "40", "metre"),
        ("The site covers 260 square miles.", "260", "square mile"),
        ("It gives 190 pound-feet of torque.", "190", "pound-foot"),
        ("A 15-year-old was there.", "15", "year of age"),
        ("She was aged seventeen.", "17", "year of age"),
        ("In the past six years crime fell.", "6", "year"),
        ("It was minus-8 degrees.", "-8", "degree"),
    ],
)
def test_a_unit_is_a_british_singular(text: str, value: str, unit: str) -> None:
    assert named(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Rent is $1900 a month.", "dollar per month"),
        ("Oil rose to $71 a barrel.", "dollar per barrel"),
        ("It paid 17 cents per share.", "cent per share"),
        ("The state ran 8,500 tests per day.", "test per day"),
        ("Sales were $2.4 billion a year earlier.", "dollar"),
    ],
)
def test_a_rate_names_its_base(text: str, unit: str) -> None:
    assert [unit for _, _, _, unit, _ in read(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Police counted 31 people.", "people"),
        ("There are nine different witnesses.", "different witness"),
        ("He has three charges.", "charge"),
        ("It has six parking spaces available.", "parking space"),
        ("Two buses were stopped.", "bus"),
        ("Half the tickets have sold.", "% ticket"),
        ("Rents will go up by 400.", "-"),
    ],
)
def test_a_count_is_named_by_its_noun_or_by_nothing(text: str, unit: str) -> None:
    assert [unit for _, _, _, unit, _ in read(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("It has 40 users.", "="),
        ("It has more than 40 users.", ">"),
        ("It has at least 40 users.", ">"),
        ("It has up to 40 users.", "<"),
        ("It has about 40 users.", "~"),
        ("Sales rose 4 per cent.", "up"),
        ("Sales fell by 4 per cent.", "down"),
        ("Sales rose about 4 per cent.", "up"),
        ("It was a 4 per cent drop.", "="),
        ("Dozens of people came.", "="),
    ],
)
def test_one_slot_holds_bound_or_direction(text: str, change: str) -> None:
    assert [change for *_, change in read(text)] == [change]


def test_what_nothing_moved_between_is_a_range() -> None:
    (found,) = read("Bookings can run from $300,000 to $2 million.")
    assert found == (
        "$300,000 to $2 million", Decimal(300_000), Decimal(2_000_000), "dollar", "="
    )  # fmt: skip


def test_a_fall_from_one_to_the_other_stays_two_quantities() -> None:
    assert [low for _, low, *_ in read("The price fell from $210 to $65.")] == [210, 65]


def test_millions_are_one_order_of_magnitude() -> None:
    ((_, low, high, unit, _),) = read("Data of millions of customers leaked.")
    assert (low, high, unit) == (Decimal(10**6), Decimal(10**7), "customer")


def test_a_bare_decimal_is_in_the_unit_of_the_numbers_before_it() -> None:
    assert named("The high was 51.25 cents, the low 48.60.")[1] == (Decimal("48.60"), "cent")


@pytest.mark.parametrize(
    "text",
    [
        "No arrests were made.",
        "The FTSE 100 closed.",
        "Crime doubled.",
        "He was fined twice.",
        "It opened on 5 May 2021.",
        "The talk is at 7.30pm.",
        "Officers are in their 30s.",
        "They arrived at 5 p.m. sharp.",
    ],
)
def test_names_dates_times_and_verbs_are_passed_over(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("robberies", "robbery"),
        ("boxes", "box"),
        ("children", "child"),
        ("houses", "house"),
        ("charges", "charge"),
        ("cases", "case"),
        ("crises", "crisis"),
        ("glass", "glass"),
        ("people", "people"),
    ],
)
def test_a_plural_has_its_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected
