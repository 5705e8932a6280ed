"""Rows for other programs: names, signs, days and units of the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.warehouse import samples
from tests.warehouse.samples import ARTICLE, REPORT, STATEMENT, check, claim, count, finding, graded
from warehouse.export import check_row, claim_row, notice_row
from warehouse.formats import Row
from warehouse.records import Basis, Period, Quantity, document_id
from warehouse.store import Store
from warehouse.tables import check_rows, claim_rows, notice_rows, run_rows, schema

PAGE = samples.document()


def row(**fields: Any) -> Row:
    return claim_row(claim(**fields), PAGE)


def figure(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, str]:
    exported = row(quantity=quantity)
    return exported["value_low"], exported["value_high"], exported["unit"]


@pytest.mark.parametrize(
    ("quantity", "low", "high", "unit"),
    [
        (count("6400000", "GBP", comparator=">="), 6400000, 6400000, "GBP"),
        (count("71.5", "percent"), Decimal("71.5"), Decimal("71.5"), "percent"),
        (count("3", "pp"), 3, 3, "percentage_points"),
        (count("2", "multiple"), 2, 2, "times"),
        (count("0.2", "ratio"), Decimal("0.2"), Decimal("0.2"), "ratio"),
        (count("2", "tonne"), 2, 2, "tonnes"),
        (count("18", "month"), 18, 18, "months"),
        (count("12", "percent", direction="down"), -12, -12, "percent"),
        (count("12", "percent", direction="up"), 12, 12, "percent"),
        (count("20", noun="officers", direction="down"), -20, -20, "officers"),
        (count("5", "percent", high=Decimal(10), direction="down"), -10, -5, "percent"),
        (count("0.5", "multiple", direction="down"), Decimal("0.5"), Decimal("0.5"), "times"),
        (count("2", "GBP", low=None, high=None, direction="down"), None, None, "GBP"),
    ],
)  # fmt: skip
def test_a_value_is_as_stated_and_a_fall_is_negative(
    quantity: Quantity, low: object, high: object, unit: str
) -> None:
    assert figure(quantity) == (low, high, unit)


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("arrests", "arrests"),
        ("county lines", "lines"),
        ("victims of fraud", "victims"),
        ("people who run county lines", "people"),
        ("Class A drug dealers", "dealers"),
        ("", "count"),
        ("days", "count"),
        ("999", "count"),
        ("prison years", "count"),
    ],
)
def test_a_count_has_the_head_of_its_noun_as_unit_and_never_a_unit_of_measure(
    noun: str, unit: str
) -> None:
    assert row(quantity=count("3", noun=noun))["unit"] == unit


def test_a_rate_names_its_time() -> None:
    assert row(quantity=count("900", noun="calls", per="day"))["unit"] == "calls_per_day"


@pytest.mark.parametrize(
    ("start", "end", "basis", "days"),
    [
        (date(2023, 4, 1), date(2024, 4, 1), "financial_year", ("2023-04-01", "2024-03-31")),
        (date(2024, 5, 1), None, "comparison", ("2024-05-01", None)),
        (None, None, "unspecified", (None, None)),
    ],
)
def test_a_period_has_inclusive_days(
    start: date | None, end: date | None, basis: Basis, days: tuple[str | None, str | None]
) -> None:
    period = row(period=Period(start=start, end=end, basis=basis, text="2023/24"))["period"]
    assert period == {"start": days[0], "end": days[1], "text": "2023/24", "basis": basis}


@pytest.mark.parametrize(
    ("fields", "name", "seen"),
    [
        ({"period": None}, "period", None),
        ({"subject": ""}, "subject", None),
        ({"measure": ""}, "measure", None),
        ({"scope": "site"}, "scope", "force"),
        ({"scope": "district"}, "scope", "force"),
        ({"scope": "region"}, "scope", "region"),
        ({"scope": "national"}, "scope", "national"),
        ({"quantity": None}, "unit", None),
        (graded("fraud", "good"), "grade", "good"),
        (graded("fraud", "good"), "area", "fraud"),
        (graded("fraud", "inadequate", negated=True), "grade", None),
        (graded("fraud", "inadequate", negated=True), "grade_denied", "inadequate"),
    ],
)
def test_a_field_is_exported_as(fields: dict[str, Any], name: str, seen: object) -> None:
    assert row(**fields)[name] == seen


def test_a_claim_row_tells_where_its_words_stand() -> None:
    exported = row()
    assert PAGE.url == exported["document_url"]
    assert exported["quote"] == "120 arrests"
    assert exported["span_end"] - exported["span_start"] == len("120 arrests")
    assert exported["prefix"].endswith("Officers made ")
    assert exported["document_title"] == PAGE.title


def test_a_link_opens_a_web_page_at_the_words_and_a_pdf_at_its_page() -> None:
    assert row()["link"] == f"{PAGE.url}#:~:text=120%20arrests"
    assert row(page=7)["link"] == f"{PAGE.url}#page=7"
    paged = replace(finding(), page=3)
    exported = check_row(check(claim(), paged, "overstated"), claim(), paged)
    assert exported["finding_link"] == f"{REPORT}#page=3"
    assert exported["claim_link"] == f"{STATEMENT}#:~:text=120%20arrests"


def test_a_check_row_has_both_quotes() -> None:
    exported = check_row(check(claim(), finding(), "overstated"), claim(), finding())
    assert (exported["claim_quote"], exported["finding_quote"]) == ("120 arrests", "100 arrests")
    assert (exported["claim_document_url"], exported["finding_document_url"]) == (STATEMENT, REPORT)
    assert exported["flag"] is True


def test_a_check_without_a_finding_has_none_of_its_fields() -> None:
    exported = check_row(check(claim(), None, "no_evidence"), claim(), None)
    assert exported["finding_id"] is exported["finding_quote"] is None
    assert exported["flag"] is False


def test_a_notice_row_has_the_words_it_is_about() -> None:
    assert notice_row(samples.notice(STATEMENT, claim()), PAGE, claim())["quote"] == "120 arrests"
    assert notice_row(samples.notice(STATEMENT), PAGE, None)["quote"] is None


@pytest.fixture
def full(store: Store) -> Store:
    ours, twice = claim(), claim(words="30 charges", measure="charges")
    findings = [finding(words=f"{n} arrests") for n in (1, 2)]
    store.save_claims([document_id(STATEMENT), document_id(REPORT)], [ours, twice, *findings])
    checks = [check(ours, findings[0], "unrelated"), check(ours, findings[1], "overstated")]
    store.save_checks([ours.id, twice.id], [*checks, check(twice, None, "no_evidence")])
    store.save_notices([document_id(STATEMENT)], [samples.notice(STATEMENT, ours)])
    store.save_run(samples.run())
    return store


def test_unrelated_pairs_are_left_out_and_each_other_pair_is_one_row(full: Store) -> None:
    rows = check_rows(full)
    assert [one["verdict"] for one in rows] == ["overstated", "no_evidence"]
    assert len({(one["claim_id"], one["finding_id"]) for one in rows}) == len(rows)


def test_rows_have_the_columns_of_their_schema(full: Store) -> None:
    assert list(claim_rows(full)[0]) == schema("claims").names
    assert list(check_rows(full)[0]) == schema("checks").names
    assert list(notice_rows(full)[0]) == schema("notices").names
    assert list(run_rows(full)[0]) == schema("runs").names


def test_claims_come_by_document_and_place(full: Store) -> None:
    places = [(one["document_url"], one["span_start"], one["id"]) for one in claim_rows(full)]
    assert places == sorted(places)


def test_every_claim_and_finding_is_exported_alike(full: Store) -> None:
    full.save_claims([document_id(ARTICLE)], [finding(ARTICLE)])
    assert len(claim_rows(full)) == 5
    assert {one["claimant"] for one in claim_rows(full)} == {"force", "inspectorate"}
