"""Every record comes back as it went in, whatever it holds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.warehouse import samples
from warehouse.errors import WarehouseError
from warehouse.records import (
    Block,
    Check,
    Claim,
    Document,
    Fetch,
    Grade,
    Notice,
    Period,
    Quantity,
    Reason,
    Run,
    Snapshot,
    Span,
    document_id,
    field_names,
    vocabulary,
)
from warehouse.rows import TABLES, columns, plain
from warehouse.store import Store
from warehouse.watching import Alert, Edit, ListingPage, Visit
from warehouse.writer import key_of

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
SMALL = st.integers(0, 2**31 - 1)
AMOUNTS = st.decimals(-(10**25), 10**25, places=12) | st.decimals(0, 10**9, places=2)
INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
NARROWER = {int: SMALL, str: TEXT, Decimal: AMOUNTS, datetime: INSTANTS, float: st.floats(0, 1)}
ADDRESSES = [samples.STATEMENT, samples.REPORT, samples.ARTICLE]
URLS = st.sampled_from(ADDRESSES)


def records(kind: type[Any], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any instance of a record: each field by its annotation."""
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name in field_names(kind)}
    drawn = {name: _by_hint(hint) for name, hint in hints.items() if name not in fixed}
    return st.builds(kind, **drawn, **fixed)


def _by_hint(hint: Any) -> st.SearchStrategy[Any]:
    parts: tuple[Any, ...] = getattr(hint, "__args__", ())
    if hint in NARROWER:
        return NARROWER[hint]
    if getattr(hint, "__origin__", None) is tuple:
        return st.lists(_by_hint(parts[0]), max_size=3).map(tuple)
    if vocabulary(hint) and all(isinstance(word, str) for word in parts):
        return st.sampled_from(sorted(parts))
    if type(None) in parts:
        return st.none() | st.one_of([_by_hint(p) for p in parts if p is not type(None)])
    return PARTS[hint] if hint in PARTS else st.from_type(hint)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    words = draw(TEXT)
    start = draw(st.integers(0, 10**6))
    around = {"prefix": draw(TEXT), "suffix": draw(TEXT)}
    return Span(start=start, end=start + len(words), exact=words, **around)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    quantity: Quantity = draw(records(Quantity))
    if quantity.low is None or quantity.high is None:
        return replace(quantity, low=None, high=None)
    low, high = sorted((quantity.low, quantity.high))
    return replace(quantity, low=low, high=high)


PARTS: dict[Any, st.SearchStrategy[Any]] = {}
PARTS |= {Block: records(Block), Reason: records(Reason), Span: spans(), Quantity: quantities()}
PARTS |= {Grade: records(Grade), Period: records(Period)}


@pytest.fixture(scope="module")
def checked() -> Iterator[Store]:
    """A store with one claim and one finding."""
    of, against = samples.claim(), samples.finding()
    with Store.in_memory() as open_store:
        open_store.save_documents([samples.document(), samples.document(samples.REPORT, "report")])
        open_store.save_claims([of.document, against.document], [of, against])
        yield open_store


@pytest.fixture(scope="module")
def shared() -> Iterator[Store]:
    with Store.in_memory() as open_store:
        open_store.save_documents([samples.document(url) for url in ADDRESSES])
        yield open_store


thorough = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
serial = itertools.count()


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, min_size=1, max_size=6)


def numbered(drawn: list[Any], field: str) -> list[Any]:
    """The records with a key that no other record of this test run has."""
    return [replace(record, **{field: f"key {next(serial)}"}) for record in drawn]


def found(loaded: list[Any], saved: list[Any]) -> bool:
    return all(record in loaded for record in saved)


@thorough
@given(drawn=several(records(Snapshot, sha256=st.sampled_from(["a" * 64, "b" * 64]))))
def test_a_snapshot_comes_back_as_it_was_saved(shared: Store, drawn: list[Snapshot]) -> None:
    saved = numbered(drawn, "url")
    shared.save_snapshots(saved)
    assert found(shared.snapshots(), saved)


@thorough
@given(drawn=several(records(Document)))
def test_a_document_comes_back_as_it_was_saved(shared: Store, drawn: list[Document]) -> None:
    saved = numbered(drawn, "url")
    shared.save_documents(saved)
    assert shared.documents([record.id for record in saved]) == sorted(saved, key=lambda d: d.url)


@thorough
@given(url=URLS, drawn=several(records(Claim, document=st.none(), document_url=st.none())))
def test_a_claim_comes_back_as_it_was_saved(shared: Store, url: str, drawn: list[Claim]) -> None:
    owner: dict[str, Any] = {"document": document_id(url), "document_url": url}
    saved = [replace(record, ordinal=at, **owner) for at, record in enumerate(drawn)]
    shared.save_claims([document_id(url)], saved)
    loaded = {record.id: record for record in shared.claims([record.id for record in saved])}
    assert loaded == {record.id: record for record in saved}


@thorough
@given(drawn=records(Check, claim=st.none(), finding=st.none()))
def test_a_check_comes_back_as_it_was_saved(checked: Store, drawn: Check) -> None:
    of, against = samples.claim(), samples.finding()
    saved = replace(drawn, claim=of.id, finding=against.id)
    checked.save_checks([of.id], [saved])
    assert checked.checks() == [saved]


@thorough
@given(drawn=several(records(Notice, document=st.none(), claim=st.none())))
def test_a_notice_comes_back_as_it_was_saved(shared: Store, drawn: list[Notice]) -> None:
    owner = document_id(samples.STATEMENT)
    drawn = [one for one in drawn if one.kind != "edited"]  # these are kept for good
    saved = numbered([replace(record, document=owner) for record in drawn], "detail")
    shared.save_notices([owner], saved)
    loaded = {record.id: record for record in shared.notices()}
    assert loaded == {record.id: record for record in saved}


@thorough
@given(
    visits=several(records(Visit)),
    pages=several(records(ListingPage)),
    edits=several(records(Edit, document=st.just(document_id(samples.STATEMENT)))),
    alerts=several(records(Alert)),
)
def test_what_is_remembered_of_sites_comes_back_as_it_was_saved(
    shared: Store,
    visits: list[Visit],
    pages: list[ListingPage],
    edits: list[Edit],
    alerts: list[Alert],
) -> None:
    visits, pages = numbered(visits, "run"), numbered(pages, "url")
    edits, alerts = numbered(edits, "before"), numbered(alerts, "key")
    shared.save_visits(visits)
    shared.save_listings(pages)
    shared.save_edits(edits)
    shared.save_alerts(alerts)
    assert found(shared.visits(), visits)
    assert found(shared.listings(), pages)
    assert found(shared.edits(), edits)
    assert found(shared.alerts(), alerts)
    told = {notice.id for notice in shared.notices()}
    assert {edit.notice().id for edit in edits} <= told


@thorough
@given(fetches=several(records(Fetch)), runs=several(records(Run)))
def test_the_ledgers_come_back_as_they_were_saved(
    shared: Store, fetches: list[Fetch], runs: list[Run]
) -> None:
    fetches, runs = numbered(fetches, "input"), numbered(runs, "id")
    shared.save_fetches(fetches)
    for run in runs:
        shared.save_run(run)
    assert found(shared.fetches(), fetches)
    assert found(shared.runs(), runs)
    assert {fetch.at.tzinfo for fetch in shared.fetches()} == {UTC}


@pytest.mark.parametrize(
    ("saved", "written"),
    [
        ("6400000", "6400000"),
        ("6.4E+6", "6400000"),
        ("71.50", "71.5"),
        ("0.000", "0"),
        ("-3.10", "-3.1"),
        ("1000", "1000"),
        ("12345678901234567890123456.123456789012", "12345678901234567890123456.123456789012"),
    ],
)
def test_a_number_comes_back_exact_and_without_needless_digits(saved: str, written: str) -> None:
    record = samples.claim(quantity=samples.count(saved))
    with Store.in_memory() as store:
        store.save_documents([samples.document()])
        store.save_claims([record.document], [record])
        (loaded,) = store.claims()
    assert loaded.quantity
    assert str(loaded.quantity.low) == written == str(plain(Decimal(saved)))


def test_a_ratio_that_never_ends_is_kept_to_twelve_places_and_is_no_change_when_saved_again() -> (
    None
):
    third = Decimal(1) / Decimal(3)
    record = samples.claim(quantity=samples.count("1", "ratio", low=third, high=third))
    with Store.in_memory() as store:
        store.save_documents([samples.document()])
        store.save_claims([record.document], [record])
        (loaded,) = store.claims()
        store.save_checks([record.id], [])
        store.save_claims([record.document], [record])
        assert store.pending() == []
    assert loaded.quantity
    assert str(loaded.quantity.low) == str(loaded.quantity.high) == "0.333333333333"


@pytest.mark.parametrize("number", ["0.1234567890123", "1e27", "NaN", "Infinity"])
def test_a_number_that_does_not_fit_is_an_error_that_names_the_page_and_the_number(
    number: str,
) -> None:
    record = samples.claim(quantity=samples.count(number))
    with Store.in_memory() as store:
        store.save_documents([samples.document()])
        with pytest.raises(WarehouseError, match="quantity_low") as caught:
            store.save_claims([record.document], [record])
        assert store.claims() == []
    assert samples.STATEMENT in str(caught.value)
    assert number.lstrip("0")[:8] in str(caught.value).replace("E+", "e")


@pytest.mark.parametrize(
    ("fields", "column"),
    [({"topic": "a\ud800b"}, "topic"), ({"page": 2**40}, "page"), ({"scope": "galaxy"}, "scope")],
)
def test_a_field_that_does_not_fit_is_an_error_that_names_it(
    fields: dict[str, Any], column: str
) -> None:
    record = samples.claim(**fields)
    with Store.in_memory() as store:
        store.save_documents([samples.document()])
        with pytest.raises(WarehouseError, match=column):
            store.save_claims([record.document], [record])


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with Store.in_memory() as store, pytest.raises(WarehouseError, match="time zone"):
        store.save_run(samples.run(finished_at=datetime(2024, 1, 1)))  # noqa: DTZ001


def test_an_instant_of_another_zone_is_kept_as_the_same_instant() -> None:
    local = datetime(2024, 7, 1, 13, 0, tzinfo=timezone(timedelta(hours=1)))
    with Store.in_memory() as store:
        store.save_run(samples.run(finished_at=local))
        assert store.runs()[0].finished_at == datetime(2024, 7, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_a_table_has_the_columns_of_its_record_and_its_key(kind: type) -> None:
    with Store.in_memory() as store:
        names = store._connection.sql(f"from {TABLES[kind]}").columns
    added = {"document_kind", "in_title"} if kind is Claim else set()
    assert set(names) == {*key_of(kind), *columns(kind), *added}
