"""Which period each figure of a document is of. Forces, figures and sentences are invented."""

from __future__ import annotations

import pytest

from checks.claims import extract
from tests.checks.pages import GAZETTEER, Part, page
from warehouse.records import Document

SPAN_2223 = "2022-04-01 2023-03-31"
SPAN_2324 = "2023-04-01 2024-03-31"


def statement(*parts: Part) -> Document:
    return page(*parts, kind="statement", publisher="Wexmoor Police")


def report(*parts: Part) -> Document:
    return page(*parts, kind="report", title="PEEL 2023-25: An inspection of Wexmoor Police")


def periods(document: Document) -> dict[str, str]:
    """Days of each figure's period, inclusive, by the number as printed; "" for none."""
    return {
        c.quantity.text: f"{c.period.start} {c.period.last_day}" if c.period else ""
        for c in extract(document, GAZETTEER)
        if c.quantity
    }


def test_what_leads_into_a_list_dates_its_items() -> None:
    document = statement(
        "Between April 2023 and March 2024 our officers:",
        ("item", "arrested 3,100 people"),
        ("item", "closed 21 county lines in June 2023"),
        "We have 40 new bicycles.",
    )
    assert periods(document) == {
        "3,100": SPAN_2324,
        "21": "2023-06-01 2023-06-30",
        "40": "",
    }


def test_a_heading_dates_the_figures_below_it_unless_it_names_a_report() -> None:
    document = statement(
        ("paragraph", "Officers made 900 arrests.", ("Results for 2022/23",)),
        ("paragraph", "They seized 31 guns.", ("Our plan for 2022/23",)),
    )
    assert periods(document) == {"900": SPAN_2223, "31": ""}


def test_a_tables_caption_dates_no_paragraph_behind_it() -> None:
    document = statement(("caption", "Seizures, April 2022 to March 2023"), "We took 12 guns.")
    assert periods(document) == {"12": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023/24 it made 900 arrests. The year before, it made 700.", {"700": SPAN_2223}),
        (
            "In 2023/24 it made 900 arrests, against 700 a year earlier.",
            {"900": SPAN_2324, "700": SPAN_2223},
        ),
        (
            "It closed 40 lines in 2023/24 and 30 the previous year.",
            {"40": SPAN_2324, "30": SPAN_2223},
        ),
        (
            "Between 2021/22 and 2023/24 arrests fell from 900 to 700.",
            {"900": "2021-04-01 2022-03-31", "700": SPAN_2324},
        ),
    ],
)
def test_the_year_before_is_told_from_the_year(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= periods(statement(text)).items()


@pytest.mark.parametrize(
    "text",
    [
        "Burglary has fallen by 14 per cent since 2021.",
        "Between 2021 and 2023 burglary fell by 14 per cent.",
        "Burglary was down 14 per cent on 2021.",
    ],
)
def test_a_change_is_dated_by_the_year_that_it_starts_from(text: str) -> None:
    assert periods(statement(text)) == {"14 per cent": "2021-01-01 None"}


def test_a_change_on_the_year_before_starts_with_that_year() -> None:
    text = "Burglary was down 14 per cent in 2023/24 compared with the year before."
    assert periods(statement(text)) == {"14 per cent": "2022-04-01 None"}


def test_a_count_since_a_year_runs_to_the_day_of_publication() -> None:
    text = "We have closed 40 county lines since 2021."
    assert periods(statement(text)) == {"40": "2021-01-01 2024-06-14"}


@pytest.mark.parametrize(
    "second",
    [
        "It has a waiting list of 85.",
        "There are now 85 detectives.",
        "We have put £85 into phones.",
        "In 85 of the cases that we reviewed there was no plan.",
        "The charity Rowan House said that it took in 85 families.",
    ],
)
def test_a_sentence_of_another_time_or_voice_takes_no_period_over(second: str) -> None:
    found = periods(report(f"In 2023 the force made 900 arrests. {second}"))
    assert {text: days for text, days in found.items() if "85" in text}.popitem()[1] == ""


def test_the_next_sentence_of_the_same_account_takes_the_period_over() -> None:
    found = periods(report("In 2022/23 the force made 900 arrests. It seized 31 firearms."))
    assert found == {"900": SPAN_2223, "31": SPAN_2223}


def test_the_words_audited_between_two_days_date_what_the_audit_found() -> None:
    section = ("Crime recording",)
    document = report(
        ("paragraph", "We audited crimes reported from 1 May 2023 to 31 July 2023.", section),
        ("paragraph", "Wexmoor Police recorded 93 percent of reported crimes.", section),
        ("paragraph", "It recorded 91 percent of reported crimes.", ("Another part",)),
    )
    assert periods(document) == {"93 percent": "2023-05-01 2023-07-31", "91 percent": ""}


def test_a_visit_without_a_month_is_the_one_named_before() -> None:
    document = statement(
        "Inspectors visited the force in February.",
        "There were 640 devices in the queue when inspectors came.",
    )
    assert periods(document) == {"640": "2024-02-01 2024-02-29"}


def test_the_day_of_a_report_is_not_that_of_its_figures() -> None:
    found = periods(page("In a report in May inspectors counted 52 county lines closed."))
    assert found == {"52": ""}


def test_today_is_what_is_usual_for_a_share_and_a_day_for_a_count() -> None:
    share = "Today we answer 91 per cent of 999 calls within ten seconds."
    assert periods(statement(share)) == {"91 per cent": ""}
    count = periods(statement("Today 290 devices are waiting to be examined."))
    assert count == {"290": "2024-06-14 2024-06-14"}


def test_money_is_planned_by_financial_years() -> None:
    found = periods(statement("The force will overspend by £2m this year."))
    assert found == {"£2m": "2024-04-01 2025-03-31"}


def test_figures_said_to_cover_a_year_are_all_of_it() -> None:
    document = statement(
        "All figures below are for the year ending 31 March 2023.",
        "Officers made 900 arrests.",
        "They seized 31 guns in May 2023.",
    )
    assert periods(document) == {"900": SPAN_2223, "31": "2023-05-01 2023-05-31"}


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    document = page(
        "Wexmoor Police said it had closed 40 county lines since Easter.", published=None
    )
    assert periods(document) == {"40": "None None"}
