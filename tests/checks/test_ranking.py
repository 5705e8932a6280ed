"""Statements found by their words, and by what is known of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.matching import KEY_WEIGHTS, SILENCE, Finder, KeyedOrder, Shelves, Statement
from checks.ranking.index import WordIndex
from checks.ranking.traits import Traits, traits_of
from checks.ranking.voices import VOICES
from checks.ranking.words import pieces, search_words, stems
from warehouse.records import Reason

BURGLARIES = Statement(text="Officers attended 41 percent of burglaries.", force="Borsetshire")
ABANDONED = Statement(text="Callers gave up on one in four 101 calls.", force="Borsetshire")
CASH = Statement(text="Cash of £2.2m was seized in 2023/24.", force="Borsetshire")
ELSEWHERE = replace(BURGLARIES, force="Felpersham")
NATION = replace(BURGLARIES, force="England and Wales")


def ranked(claim: Statement, *findings: Statement, top: int = 10) -> list[int]:
    return [one.place for one in Finder(findings).best(claim, top)]


def heard(name: str, claim: Statement, finding: Statement) -> Reason | None:
    """What the voice of that name says."""
    one, other = traits_of(claim), traits_of(finding)
    spoken = [voice(one, other) for voice, _ in VOICES if voice.__name__ == f"{name}_voice"]
    return spoken[0]


@pytest.mark.parametrize(
    "text",
    [
        "gold: £6.4m",
        "gold: 6,400,000",
        "six point four million pounds of gold",
        "6.4 million, in gold",
    ],
)
def test_a_number_is_one_word_however_it_is_written(text: str) -> None:
    assert set(search_words(text)) == {"gold", "=6400000"}


def test_a_share_is_the_same_in_words_and_per_cent() -> None:
    assert search_words("a quarter") == search_words("25 per cent") == ("=25",)


@pytest.mark.parametrize(
    ("spoken", "word"),
    [
        ("zero point five per cent", "=0.5"),
        ("nought point oh five per cent", "=0.05"),
        ("twenty-one point three per cent", "=21.3"),
        ("Thirty point two five per cent", "=30.25"),
    ],
)
def test_a_spoken_decimal_is_one_number(spoken: str, word: str) -> None:
    assert search_words(spoken) == (word,)


def test_points_that_are_no_decimals_stay() -> None:
    assert search_words("One point we made: five points") == (
        "one",
        "point",
        "=5",
        "points",
    )


def test_years_and_numbers_that_count_nothing_stay_words() -> None:
    assert {"101", "2024"} <= set(search_words("The 101 line was replaced in 2024."))


def test_addresses_are_no_words_and_joined_words_are_parted() -> None:
    words = search_words("#SaferStreets https://t.example/abc for us pic.twitter.com/Xy")
    assert words == ("safer", "streets")


def test_forms_of_a_word_share_a_stem_or_most_pieces() -> None:
    assert stems(["seizing", "=12"]) == stems(["seized", "=12"])
    one, other = (set(pieces([word])) for word in ("forfeited", "forfeiture"))
    assert len(one & other) > len(one - other)


def test_equal_scores_fall_by_place_and_texts_without_a_shared_word_are_left_out() -> None:
    index = WordIndex([["a"], ["b", "c"], ["b", "c"], ["b"]])
    assert [place for place, _ in index.best(["b", "c"], 9)] == [1, 2, 3]
    assert [place for place, _ in index.best(["b", "c"], 1)] == [1]
    assert [place for place, _ in index.best(["b", "c"], 9, [0, 2, 3])] == [2, 3]
    assert index.best(["b"], 9)[0][1] == 1.0


@pytest.mark.parametrize("texts", [[], [[]], [["a"]]])
def test_a_word_nobody_used_finds_nothing(texts: list[list[str]]) -> None:
    assert WordIndex(texts).best(["z"], 3) == []
    assert WordIndex(texts).best([], 3) == []


def test_the_words_choose_among_the_findings_of_one_force() -> None:
    claim = Statement(text="We went to every burglary.", force="Borsetshire")
    assert ranked(claim, CASH, ABANDONED, BURGLARIES)[0] == 2


def test_the_own_force_comes_first_then_the_nation_then_others() -> None:
    claim = Statement(text="We attend most burglaries.", force="Borsetshire")
    assert ranked(claim, ELSEWHERE, NATION, BURGLARIES) == [2, 1, 0]


def test_another_force_s_finding_beats_own_ones_about_other_things() -> None:
    claim = Statement(text="We attended 92 percent of burglaries.", force="Borsetshire")
    assert ranked(claim, CASH, NATION, ABANDONED)[0] == 1


def test_a_finding_of_the_own_force_is_ranked_even_without_a_shared_word() -> None:
    claim = Statement(text="Nobody waits.", force="Borsetshire")
    assert sorted(ranked(claim, ABANDONED, CASH)) == [0, 1]


def test_contradicted_values_are_found_all_the_same() -> None:
    claim = Statement(text="We seized £9.9m of criminal cash in 2023/24.", force="Borsetshire")
    assert ranked(claim, BURGLARIES, CASH, ABANDONED)[0] == 1


def test_a_title_is_searched_too() -> None:
    titled = Statement(text="It was not so.", title="Did a lorry carry 300 stolen bicycles?")
    assert ranked(Statement(text="300 bicycles stolen"), CASH, titled)[0] == 1


def test_only_the_best_are_given_and_nothing_is_found_in_nothing() -> None:
    claim = Statement(text="burglaries attended by officers")
    assert len(ranked(claim, BURGLARIES, ELSEWHERE, CASH, top=1)) == 1
    assert ranked(claim) == []
    assert ranked(Statement(text=""), BURGLARIES) == []


def test_every_match_gives_reasons_that_a_person_can_read() -> None:
    claim = Statement(text="We seized £2.2m in cash in 2023/24.", force="Borsetshire")
    best = Finder([CASH]).best(claim, 1)[0]
    details = {reason.name: reason.detail for reason in best.reasons}
    assert details["force"] == "both are about Borsetshire"
    assert details["measure"] == "both count cash seized"
    assert details["value"] == "2,200,000 and 2,200,000"
    assert details["period"] == "both 2023-04-01 to 2024-03-31"
    assert all(0 <= reason.score <= 1 for reason in best.reasons)
    assert 0 < best.score <= 1


@pytest.mark.parametrize(
    ("name", "claim", "finding", "score"),
    [
        ("force", "", "", None),
        ("measure", "We seized £1m in cash.", "Cash worth £3m was seized.", 1.0),
        ("unit", "Burglary fell by 4 per cent.", "Burglary fell by 4 percentage points.", 0.0),
        ("value", "There were 50 arrests.", "There were 200 arrests.", 0.25),
        ("period", "In 2023 all was well.", "In 2023 all was well.", 1.0),
        ("period", "In 2023 all was well.", "In 2021 all was well.", 0.0),
        ("period", "All was well.", "In 2021 all was well.", None),
        ("matter", "Vetting takes too long.", "Burglary rose.", 0.0),
        ("matter", "Domestic abuse rose.", "Domestic violence arrests fell.", 1.0),
        ("kind", "Inspectors rated us good at preventing crime.",
         "The force requires improvement at preventing crime.", 1.0),
        ("kind", "Inspectors rated us good at preventing crime.", "It was a wet spring.", 0.0),
    ],
)  # fmt: skip
def test_a_voice_hears(name: str, claim: str, finding: str, score: float | None) -> None:
    reason = heard(name, Statement(text=claim), Statement(text=finding))
    assert (reason and reason.score) == score


def test_a_boast_in_words_is_answered_by_a_judgment_of_the_same_force() -> None:
    boast = Statement(text="Our officers do an excellent job.", force="Borsetshire")
    critical = Statement(text="Supervision is poor and inconsistent.", force="Borsetshire")
    figure = Statement(text="There were 40 searches.", force="Borsetshire")
    scores = [heard("stance", boast, one) for one in (critical, figure)]
    assert [reason and reason.score for reason in scores] == [0.8, 0.3]
    assert heard("stance", boast, replace(critical, force="Felpersham")) is None


def test_given_names_are_opaque_and_come_before_what_the_words_say() -> None:
    claim = replace(CASH, measure="q17", unit="zorkmid", low=5.0, high=5.0)
    same = replace(BURGLARIES, measure="q17", unit="zorkmid", low=4.0, high=6.0)
    for name in ("measure", "unit", "value"):
        reason = heard(name, claim, same)
        assert reason is not None
        assert reason.score == 1.0, name


GIVEN = Statement(
    text="arrests",
    force="a",
    measure="m",
    unit="u",
    low=10,
    high=12,
    start=date(2023, 1, 1),
    end=date(2023, 12, 31),
)


def test_likeness_of_words_orders_what_the_keys_leave_equal() -> None:
    claims = [replace(GIVEN, text="Thieves took 11 cars in Borchester.")]
    findings = [
        replace(GIVEN, text="It rained in May."),
        replace(GIVEN, text="11 cars were taken."),
    ]
    order = KeyedOrder(claims, findings)
    assert [one.place for one in order.best(0, [0, 1], [9.0, 9.0], 5)] == [1, 0]
    assert [one.place for one in order.best(0, [0, 1], [13.0, 9.0], 1)] == [0]


def test_the_reasons_of_keys_are_those_of_what_was_given_only() -> None:
    read = replace(GIVEN, text="Inspectors rated custody good in 2019.")
    names = {reason.name for reason in KeyedOrder([GIVEN], [read]).reasons(0, 0)}
    assert names == {"force", "measure", "unit", "value", "period", "likeness"}


def test_weights_and_silences_cover_the_same_voices() -> None:
    voices = {voice.__name__.removesuffix("_voice") for voice, _ in VOICES}
    assert set(KEY_WEIGHTS) <= voices
    assert set(SILENCE) == {"unknown", "wider", "overlapping"}


def test_a_shelf_holds_what_shares_a_name_with_the_claim() -> None:
    findings = [replace(GIVEN, force=force, unit=unit) for force in "ab" for unit in "uv"]
    shelves = Shelves(findings)
    kin = [one.place for one in shelves.best_of_kin(replace(GIVEN, force="b", unit="v"), 9)]
    assert kin == [3]
    assert [one.place for one in shelves.best_of_kin(replace(GIVEN, force="b", unit="w"), 9)] == [
        2,
        3,
    ]
    assert len(shelves.best_of_kin(Statement(text="arrests", low=1), 9)) == 4


def test_loose_findings_are_those_without_measure_and_value() -> None:
    shelves = Shelves([GIVEN, Statement(text="arrests"), replace(GIVEN, measure=None)])
    assert [one.place for one in shelves.best_of_loose(GIVEN, 9)] == [1]
    assert Shelves([GIVEN]).best_of_loose(GIVEN, 9) == []


def test_a_statement_is_read_the_same_every_time() -> None:
    assert traits_of(CASH) == traits_of(replace(CASH)) == Traits(CASH, traits_of(CASH).said)
