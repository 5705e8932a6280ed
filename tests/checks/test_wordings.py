"""Words that say how a number stands without giving one: directions, targets, ranks, places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checks.judging.attainment import attainment_of
from checks.judging.counted import counts_differ
from checks.judging.movements import movement_of, wanted
from checks.judging.places import place_gap, places_of
from checks.judging.ranks import Rank, rank_of
from checks.judging.two_ends import two_ends
from checks.judging.universals import universal_of
from checks.quantities import find_quantities
from tests.checks.factory import claim
from warehouse.records import Claim


def figure(words: str) -> Claim:
    """A claim of the first number of its words."""
    return claim(words, quantity=find_quantities(words)[0])


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Robbery has fallen.", "down"),
        ("Robbery continues to rise.", "up"),
        ("Waiting times are improving.", "down"),
        ("Victim satisfaction is improving.", "up"),
        ("The charge rate for burglary is getting worse.", "down"),
        ("Burglary is getting worse.", "up"),
        ("The wait is getting shorter.", "down"),
        ("Sickness is on the way up.", "up"),
        # What is intended has not happened, and a cue without a number's matter says nothing.
        ("We want waiting times to be improving.", None),
        ("The force should be reducing its backlog.", None),
        ("Our choir is getting better.", None),
        ("Burglary fell but robbery rose.", None),
        ("The caller hung up.", None),
        ("It requires improvement.", None),
    ],
)
def test_a_rise_or_fall_needs_no_number(words: str, direction: str | None) -> None:
    assert movement_of(words) == direction


@pytest.mark.parametrize(
    ("words", "good"),
    [
        ("the detection rate", "up"),
        ("the crime rate", "down"),
        ("response times", "down"),
        ("burglary", "down"),
        ("the stables", None),
    ],
)
def test_what_is_wanted_of_a_number(words: str, good: str | None) -> None:
    assert wanted(words) == good


@pytest.mark.parametrize(
    ("words", "attained"),
    [
        ("We met our target for answering 999 calls.", "met"),
        ("The force complies with the Victims' Code.", "met"),
        ("We are well within our target.", "met"),
        ("The force did not meet the standard.", "missed"),
        ("It fell short of the target.", "missed"),
        ("It solved 9 percent, below the 15 percent it had set itself.", "missed"),
        ("It answered 79 percent of calls against a standard of 90 percent.", "missed"),
        ("It answered 94 percent of calls against a standard of 90 percent.", "met"),
        ("Officers met the family.", None),
        ("The code was printed.", None),
    ],
)
def test_a_target_is_met_or_missed(words: str, attained: str | None) -> None:
    assert attainment_of(words) == attained


@pytest.mark.parametrize(
    ("words", "universal"),
    [
        ("Every burglary is visited.", "all"),
        ("Not a single caller waited.", "none"),
        ("We have not sent anyone home.", "none"),
        ("The backlog has been cleared.", "none"),
        ("We wiped out the whole backlog.", "none"),
        ("There are no overdue visits.", "none"),
        ("Most victims are seen at home.", "most"),
        ("Most of our officers live here.", "most"),
        ("Not every burglary is visited.", None),
        ("Officers patrol every day, all over the county.", None),
        ("The most serious cases come first.", None),
    ],
)
def test_all_none_and_most(words: str, universal: str | None) -> None:
    assert universal_of(words) == universal


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("the lowest crime rate in the region", Rank(1, "lowest")),
        ("the ninth highest of all forces", Rank(9, "highest")),
        ("the second slowest of the five forces", Rank(2, "slowest")),
        ("No force spends less on its estate", Rank(1, "lowest")),
        ("We are ranked third in the country.", Rank(3, "best")),
        ("It came last of the six forces.", Rank(1, "worst")),
        ("most of the victims", None),
        ("the best of our officers", None),
    ],
)
def test_a_rank_is_a_place_in_an_order(words: str, rank: Rank | None) -> None:
    assert rank_of(words) == rank


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Robbery fell in Felpersham in June.", {"felpersham"}),
        ("Felpersham officers made 40 arrests.", {"felpersham"}),
        ("Felpersham's robberies fell.", {"felpersham"}),
        ("Our Felpersham custody suite is new.", {"felpersham"}),
        ("Robbery fell in the town centre.", {"town centre"}),
        ("One of our stations closed.", {"one of our stations"}),
        ("Robbery fell across Borsetshire.", set()),
        ("Every one of our stations is open.", set()),
        ("Burglary detectives work on Mondays.", set()),
        ("In England and Wales robbery fell.", set()),
    ],
)
def test_a_part_of_the_area_is_a_place(words: str, places: set[str]) -> None:
    assert places_of(claim(words)) == places


def test_half_of_a_double_name_is_a_place() -> None:
    whole = claim("Robbery fell in Orme and Tansley.", subject="orme and tansley police")
    half = claim("Robbery fell in Tansley.", subject="orme and tansley police")
    assert places_of(whole) == set()
    assert place_gap(half, whole) == "tansley"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We helped 90 victims of fraud.", "There were 90 fraud offences."),
        ("We dealt with 90 incidents.", "There were 90 calls."),
        ("We searched 90 people.", "There were 90 searches."),
        ("We arrested 90 people.", "In all 90 people were charged."),
        ("We applied for 90 orders.", "Courts granted 90 orders."),
        ("We froze £90,000.", "The force seized £90,000."),
        ("We seized £90,000 in cash.", "Drugs with a street value of £90,000 were seized."),
        ("We have a headcount of 90 officers.", "There are 90 full-time equivalent officers."),
        ("It takes 9 minutes on average.", "The median was 9 minutes."),
        ("There were 9 crimes per 1,000 residents.", "There were 9 crimes."),
        ("It took 90 devices.", "It had 90 cases."),
        ("We answer 90 per cent in ten seconds.", "It answered 90 percent within a minute."),
        ("We answered 90 per cent of calls.", "Callers abandoned 90 percent of calls."),
    ],
)
def test_these_count_different_things(one: str, other: str) -> None:
    assert counts_differ(figure(one), figure(other))
    assert counts_differ(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We arrested 90 drug dealers.", "The force arrested 90 people."),
        ("In all 90 guns were found.", "It recovered 90 firearms."),
        ("We seized 90 knives.", "The force seized 90 weapons."),
        (
            "Callers gave up on 9 per cent of calls.",
            "It lost 9 percent of calls without an answer.",
        ),
        ("We seized £90,000.", "The force seized £90,000 in the year."),
    ],
)
def test_these_may_be_one_count(one: str, other: str) -> None:
    assert not counts_differ(figure(one), figure(other))


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Burglary fell from 820 to 410.", 820, 410),
        ("The force charged 60 cases in 2022/23 and 95 in 2023/24.", 60, 95),
        ("There were 95 cases in 2024, compared with 60 in 2023.", 60, 95),
        ("There were 95 cases in 2024 and 60 the year before.", 60, 95),
    ],
)
def test_a_change_is_told_by_its_two_ends(sentence: str, start: int, end: int) -> None:
    ends = two_ends(sentence)
    assert ends is not None
    assert (ends.start.low, ends.end.low) == (Decimal(start), Decimal(end))


@pytest.mark.parametrize(
    "sentence",
    [
        "There were 60 burglaries in 2023 and 95 robberies in 2024.",
        "The force made 40 arrests and 20 charges.",
        "There were 60 cases in 2023, 70 in 2024 and 95 in 2025.",
    ],
)
def test_two_counts_are_no_change(sentence: str) -> None:
    assert two_ends(sentence) is None
