"""Whole small documents to their claims. Every force, figure and sentence is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from checks.claims import extract
from tests.checks.pages import GAZETTEER, Part, page
from warehouse.records import Block, Claim, Document


def claims(document: Document) -> list[Claim]:
    return extract(document, GAZETTEER)


def figures(document: Document) -> dict[str, Claim]:
    """Claims with a number, by the number as printed."""
    return {c.quantity.text: c for c in claims(document) if c.quantity}


def statement(*parts: Part, title: str = "") -> Document:
    return page(*parts, kind="statement", publisher="Wexmoor Police", title=title)


def test_a_figure_carries_who_what_when_and_its_exact_words() -> None:
    document = page("Wexmoor Police said it had seized more than £2.1m in cash in 2023.")
    claim = figures(document)["£2.1m"]
    assert (claim.claimant, claim.claimant_id, claim.attribution) == (
        "force",
        "wexmoor",
        "reported",
    )
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.comparator) == (Decimal(2_100_000), ">")
    assert (claim.subject, claim.scope, claim.kind) == ("wexmoor", "force", "monetary")
    assert claim.measure == "cash_seized"
    assert claim.period is not None
    assert (claim.period.start, claim.period.last_day) == (date(2023, 1, 1), date(2023, 12, 31))
    span = claim.span
    assert document.text[span.start : span.end] == span.exact
    assert "more than £2.1m" in span.exact


def test_one_period_at_the_head_of_a_sentence_dates_all_its_figures() -> None:
    found = figures(
        statement("In 2023 we made over 310 arrests, seized 14 knives and shut 22 county lines.")
    )
    assert {c.period.text for c in found.values() if c.period} == {"In 2023"}
    assert [found[n].measure for n in ("310", "22")] == ["arrests", "county_lines_closed"]
    assert found["22"].span.exact == "shut 22 county lines."


def test_a_period_after_one_figure_does_not_date_the_next_clause() -> None:
    found = figures(
        statement(
            "We answered 81 per cent of 999 calls in 2023, and we have spent £2.4m on phones."
        )
    )
    assert found["£2.4m"].period is None


def test_the_same_year_is_the_year_stated_last() -> None:
    document = page(
        "In 2022/23 the force arrested a suspect at 31 percent of domestic abuse incidents.",
        "The force closed 17 county lines in the same year.",
        kind="report",
        title="PEEL 2023-25: An inspection of Wexmoor Police",
    )
    period = figures(document)["17"].period
    assert period is not None
    assert (period.start, period.last_day) == (date(2022, 4, 1), date(2023, 3, 31))
    assert period.inherited


def test_relative_periods_stay_open_without_a_date_of_publication() -> None:
    document = page(
        "The force said it made 90 arrests last year.", published=None, title="Wexmoor Police"
    )
    period = figures(document)["90"].period
    assert period is not None
    assert (period.start, period.end, period.text) == (None, None, "last year")


@pytest.mark.parametrize(
    "sentence",
    [
        "We visited the unit and its three forces in the spring.",
        "Call 101, or 999 in an emergency.",
        "The force is one of five in the region.",
        "We inspected ten areas of policing.",
        "The national standard is 90 percent.",
        "We estimate it within a margin of error of 2.3 percentage points.",
        "The force should write to us within 56 days.",
        "The force has six months to put this right.",
        "Officers must be there in 15 minutes.",
        "One officer told us that it was quiet.",
        "Our inspectors met people from 12 local authorities.",
        "We walked about and spoke to 310 people.",
    ],
)
def test_numbers_that_frame_a_report_are_no_claims(sentence: str) -> None:
    document = page(sentence, kind="report", title="An inspection of Wexmoor Police")
    assert figures(document) == {}


def test_a_report_that_quotes_the_force_holds_the_forces_claim() -> None:
    document = page(
        (
            "paragraph",
            "The force said all six hubs had a plan, but people we spoke to called them thin.",
            ("Cause of concern",),
        ),
        kind="report",
        title="An inspection of Wexmoor Police",
    )
    found = claims(document)
    assert [(c.claimant, c.finding_type) for c in found] == [
        ("force", None),
        ("inspectorate", "cause_of_concern"),
    ]


def test_a_sentence_may_hold_two_grades() -> None:
    document = page(
        "Wexmoor Police was graded ‘good’ for preventing crime"
        " but ‘inadequate’ for investigating crime."
    )
    grades = [(c.grade.area, c.grade.level, c.claimant) for c in claims(document) if c.grade]
    assert grades == [
        ("preventing_crime", "good", "inspectorate"),
        ("investigating_crime", "inadequate", "inspectorate"),
    ]


def test_a_grid_gives_the_grades_that_no_sentence_gives() -> None:
    grid = ("Our judgments",)
    document = page(
        ("paragraph", "Wexmoor Police is good at preventing crime.", ("Preventing crime",)),
        kind="report",
        title="PEEL 2021/22: An inspection of Wexmoor Police",
    )
    text = f"{document.text}\nPreventing crime\nInvestigating crime"
    start = len(document.text) + 1
    cells = (
        _cell(start, "Preventing crime", "Good", grid),
        _cell(start + len("Preventing crime") + 1, "Investigating crime", "Adequate", grid),
    )
    whole = _with(document, text, cells)
    grades = [(c.grade.area, c.grade.level) for c in claims(whole) if c.grade]
    assert grades == [("preventing_crime", "good"), ("investigating_crime", "adequate")]


def test_a_table_is_read_with_the_words_that_head_it() -> None:
    document = page(
        ("paragraph", "Our year in figures.", ()),
        kind="statement",
        publisher="Wexmoor Police",
    )
    start = len(document.text) + 1
    words = "more than 60 shut"
    cell = _cell(start, words, "County lines, 2023/24", ())
    (claim,) = [
        c for c in claims(_with(document, f"{document.text}\n{words}", (cell,))) if c.quantity
    ]
    assert (claim.measure, claim.span.exact) == ("county_lines_closed", words)
    assert claim.period is not None
    assert claim.period.start == date(2023, 4, 1)


def test_a_number_alone_in_a_cell_counts_what_its_label_says() -> None:
    document = page("Our year in figures.", kind="statement", publisher="Wexmoor Police")
    start = len(document.text) + 1
    cell = _cell(start, "91%", "999 calls answered within ten seconds, 2022/23", ())
    (claim,) = [c for c in claims(_with(document, f"{document.text}\n91%", (cell,))) if c.quantity]
    assert claim.measure == "calls_999_answered_10s"
    assert claim.period is not None
    assert claim.period.start == date(2022, 4, 1)


def test_prose_in_a_cell_is_read_by_sentences() -> None:
    document = page("What each side says.", kind="statement", publisher="Wexmoor Police")
    words = "I have paid for six examiners. The queue is still far too long."
    cell = _cell(len(document.text) + 1, words, "My view", ())
    found = claims(_with(document, f"{document.text}\n{words}", (cell,)))
    assert [c.span.exact for c in found] == [
        "I have paid for six examiners.",
        "The queue is still far too long.",
    ]


@pytest.mark.parametrize(
    ("second", "measure"),
    [
        ("The figure for May was 52.", "county_lines_closed"),
        ("In a letter inspectors counted 52.", "county_lines_closed"),
        ("They also sold 52 old cars.", "other"),
    ],
)
def test_a_figure_may_be_another_value_of_the_one_before(second: str, measure: str) -> None:
    document = statement(f"We closed 60 county lines in 2022/23. {second}")
    assert figures(document)["52"].measure == measure


def test_a_limit_that_nobody_passed_claims_the_limit() -> None:
    found = figures(statement("No phone has waited for more than nine months."))
    assert [c.measure for c in found.values()] == ["device_examination_delay"]


def test_of_how_many_is_no_figure_of_its_own() -> None:
    assert list(figures(statement("In 14 of the 40 cases there was no plan."))) == ["14"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The charity Rowan House said that families it helps had stopped calling the police.",
        "Inspectors found that the plans of the force were realistic.",
        "We could not confirm what the force told us.",
        "A councillor described the service as “a lottery”.",
        "She expects the force to break even.",
        "It was the biggest raid in the county since 2016, the force said.",
    ],
)
def test_words_without_a_figure_that_tell_something_are_kept(sentence: str) -> None:
    assert [c.kind for c in claims(page(sentence))] == ["qualitative"]


@pytest.mark.parametrize(
    "sentence",
    [
        "“If you saw the crash, please call us,” the officer said.",
        "The police station stands in Mill Street.",
        "The hearing goes on.",
    ],
)
def test_words_that_tell_nothing_are_left(sentence: str) -> None:
    assert claims(page(sentence)) == []


def test_equal_words_are_told_apart_and_ids_do_not_hang_on_offsets() -> None:
    one = claims(statement("We made 40 arrests.", "We made 40 arrests."))
    assert [c.ordinal for c in one] == [0, 1]
    moved = claims(statement("A line of no weight.", "We made 40 arrests.", "We made 40 arrests."))
    assert {c.id for c in one} <= {c.id for c in moved}


def test_a_headline_takes_its_period_from_the_text_below() -> None:
    document = statement("In 2023 we made 412 arrests.", title="More than 400 arrests by our teams")
    period = figures(document)["400"].period
    assert period is not None
    assert period.inherited
    assert period.text == "In 2023"


def test_findings_in_words_stand_under_their_heading() -> None:
    document = page(
        (
            "paragraph",
            "The force does not have enough analysts to understand threats.",
            ("Haddon Constabulary", "Area for improvement"),
        ),
        kind="report",
        title="An inspection of the Fenland regional response to organised crime",
    )
    (finding,) = claims(document)
    assert (finding.kind, finding.finding_type) == ("qualitative", "area_for_improvement")
    assert (finding.subject, finding.stance) == ("haddon", "criticism")


def _cell(start: int, words: str, label: str, section: tuple[str, ...]) -> Block:
    return Block(start=start, end=start + len(words), kind="cell", section=section, label=label)


def _with(document: Document, text: str, cells: tuple[Block, ...]) -> Document:
    return replace(document, text=text, blocks=(*document.blocks, *cells))
