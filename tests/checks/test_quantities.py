"""Offsets, words around a number, strange characters, and promises that hold for any text."""

from __future__ import annotations

import time
import timeit
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.quantities import find_quantities, read_numbers
from tests.checks.quantity_forms import brief

SPANS = [
    ("Between £2m and £3m is needed.", ["£2m and £3m"]),
    ("The 3,000-plus fans left.", ["3,000"]),
    ("There were no arrests.", ["no"]),
    ("It lost 14 per cent of its 28-day cases.", ["14 per cent", "28"]),
    ("They hid half a million pounds.", ["half a million pounds"]),
    ("One in five was late.", ["One in five"]),
    ("It found 8.2kg of cannabis.", ["8.2kg"]),
    ("It earns £3m a year.", ["£3m"]),
]

NOUNS = [
    ("Staff helped 2,400 victims of fraud in Leeds.", "victims of fraud"),
    ("The £7m of cuts hurt.", "cuts"),
    ("Officers took £18,000 in criminal cash.", "criminal cash"),
    ("Officers took laptops worth £18,000.", "laptops"),
    ("Burglaries rose to 731.", "Burglaries"),
    ("The number of open cases doubled.", "open cases"),
    ("Half of the samples were lost.", "samples"),
    ("It answered 90 per cent of 999 calls.", "999 calls"),
    ("Three of the nine areas are good.", "areas"),
    ("It made 40 arrests.", "arrests"),
    ("There are 600 fewer staff.", "staff"),
    ("Dozens of officers came.", "officers"),
]

QUALIFIERS = [
    ("It took more than £3m.", "more than"),
    ("It took at least 12 phones.", "at least"),
    ("Nearly 40 came.", "nearly"),
    ("As many as 40 came.", "as many as"),
    ("Some 40-plus came.", "- plus"),
    ("It took £3m.", ""),
]

STRANGE = [
    ("It took £６．４m.", "6400000 GBP ="),
    ("It made ٤٢ arrests.", "42 count ="),
    ("It took £3\u00a0million.", "3000000 GBP ="),
    ("It took £12\u2009500.", "12500 GBP ="),
    ("It made 1\u202f200 arrests.", "1200 count ="),
    ("It made 4\u00ad2 arrests.", "42 count ="),
    ("It took £2\u20113m.", "2000000..3000000 GBP range"),
    ("It took £6·4m.", "6400000 GBP ="),
    ("It took £6.4m² in cash.", "6400000 GBP ="),
    ("About ½ of calls were missed.", "0.5 ratio ~"),
    ("It took 2½ hours.", "2.5 hour ="),
    ("\ufeffIt took £3m.", "3000000 GBP ="),
]


@pytest.mark.parametrize(("sentence", "spans"), SPANS)
def test_the_span_holds_the_number_and_not_its_noun(sentence: str, spans: list[str]) -> None:
    found = find_quantities(sentence)
    assert [sentence[quantity.start : quantity.end] for quantity in found] == spans
    assert [quantity.text for quantity in found] == spans


@pytest.mark.parametrize(("sentence", "noun"), NOUNS)
def test_the_noun_is_what_is_counted(sentence: str, noun: str) -> None:
    assert find_quantities(sentence)[0].noun == noun


@pytest.mark.parametrize(("sentence", "words"), QUALIFIERS)
def test_the_qualifier_keeps_the_words(sentence: str, words: str) -> None:
    assert find_quantities(sentence)[0].qualifier == words


@pytest.mark.parametrize(("sentence", "expected"), STRANGE)
def test_strange_characters_are_read_and_offsets_stay(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected
    for quantity in find_quantities(sentence):
        assert sentence[quantity.start : quantity.end] == quantity.text


def test_about_half_is_not_exactly_half() -> None:
    about, exact = find_quantities("About half left, and half stayed.")
    assert (about.comparator, exact.comparator) == ("~", "=")


def test_a_doubtful_number_has_no_value_and_says_so() -> None:
    (quantity,) = find_quantities("It lost £6,4m to fraud.")
    assert quantity.text == "£6,4m"
    assert quantity.low is None
    assert quantity.ambiguous


@pytest.mark.parametrize(
    "printed", ["£l8,000", "£1O,000", "£(5m)", "£1/2 million", "£12'345", "£12_345"]
)
def test_a_misprinted_sum_is_kept_whole_and_has_no_value(printed: str) -> None:
    (quantity,) = find_quantities(f"The fraud cost the bank {printed} in a day.")
    assert quantity.text in printed
    assert (quantity.unit, quantity.low, quantity.ambiguous) == ("GBP", None, True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A season ticket is £5/month.", "5 GBP ="),
        ("Tickets cost £10/£20 at the gate.", "10 GBP =|20 GBP ="),
        ("Tickets cost £5 / £6 at the gate.", "5 GBP =|6 GBP ="),
    ],
)
def test_a_stroke_between_sums_is_no_misprint(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected


def test_values_are_exact_decimals() -> None:
    (quantity,) = find_quantities("It took £1.1m.")
    assert quantity.low == quantity.high == Decimal(1100000)
    assert str(quantity.low) == "1100000"


def test_a_vague_number_is_marked() -> None:
    (quantity,) = find_quantities("Hundreds of people came.")
    assert quantity.vague


def test_a_number_that_is_no_claim_is_told_apart() -> None:
    told = [(n.quantity.text, n.claim) for n in read_numbers("PC 4471 made 40 arrests on 7 May.")]
    assert told == [("4471", False), ("40", True), ("7 May", False)]


@pytest.mark.parametrize("amount", [1, 7, 12, 99, 101, 640, 1846, 2500, 40_000, 6_400_000])
@pytest.mark.parametrize("pattern", ["They found {:,} phones.", "They found £{:,} in cash."])
def test_a_formatted_number_is_read_back(pattern: str, amount: int) -> None:
    (quantity,) = find_quantities(pattern.format(amount))
    assert quantity.low == amount


@pytest.mark.parametrize(
    "text",
    [
        "1," * 50_000,
        "1,234," * 16_000,
        "9" * 100_000,
        "1.1" * 33_000,
        "a " * 50_000,
        "over " * 20_000 + "5",
        "£" * 100_000,
    ],
    ids=["commas", "thousands", "one number", "points", "articles", "bounds", "signs"],
)
def test_a_hostile_sentence_costs_less_than_a_second(text: str) -> None:
    started = time.process_time()
    find_quantities(text)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("unit", ["12 ", "two-", "£1", "5 to ", "no ", "half ", "from 5 to "])
def test_twice_the_text_costs_no_more_than_thrice_the_time(unit: str) -> None:
    find_quantities(unit * 50)
    single, double = (_seconds(unit * repeats) for repeats in (1_500, 3_000))
    assert double < 3 * single + 0.1


def _seconds(text: str) -> float:
    """The least of five readings: the collector of garbage may fall into any one of them."""
    timer = timeit.Timer(lambda: find_quantities(text), timer=time.process_time)
    return min(timer.repeat(repeat=5, number=1))


_PIECES = (
    "one two ten twenty hundred million dozen half third a an and in of to from between no none "
    "not any every £ € $ % - – , . / ( ) ' more than up over about 1 12 3.5 1,000 2024 101 m k "
    "bn kg per cent years May officers arrests section aged times twice doubled figure old am"
).split()


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join))
def test_any_string_of_number_words_is_read_without_error(text: str) -> None:
    for number in read_numbers(text):
        quantity = number.quantity
        assert text[quantity.start : quantity.end] == quantity.text != ""
        if quantity.low is not None and quantity.high is not None:
            assert 0 <= quantity.low <= quantity.high


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for number in read_numbers(text):
        assert text[number.quantity.start : number.quantity.end] == number.quantity.text


@pytest.mark.parametrize(
    "sentence", ["It made 40 arrests.", "It took £3m in cash.", "One in five left."]
)
def test_text_that_follows_changes_nothing_before_it(sentence: str) -> None:
    alone = find_quantities(sentence)
    assert find_quantities(sentence + " The rest went home.") == alone


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("The chief constable tells me that the figure for May was 92.3 per cent.", ""),
        ("In a report in May inspectors counted 52.", ""),
        ("The force said that burglaries had fallen to 40.", "burglaries"),
        ("The council’s own survey put the share at 12 per cent.", ""),
        ("Burglaries fell to 40, the force said.", "Burglaries"),
    ],
)
def test_who_gives_a_number_is_not_what_it_counts(sentence: str, noun: str) -> None:
    (quantity,) = find_quantities(sentence)
    assert quantity.noun == noun
