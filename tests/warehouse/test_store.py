"""Saving: once, all or nothing, and nothing that refers to what is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse import samples
from tests.warehouse.samples import (
    ARTICLE,
    REPORT,
    STATEMENT,
    check,
    claim,
    document,
    finding,
    notice,
)
from warehouse import rows
from warehouse.errors import WarehouseError
from warehouse.records import DocumentKind, document_id
from warehouse.store import Store

KINDS: dict[str, DocumentKind] = {STATEMENT: "statement", REPORT: "report", ARTICLE: "article"}
DANGLING = """
select 'claims.document' as reference, id from claims
  where document not in (select id from documents)
union all select 'documents.snapshot', id from documents
  where snapshot not in (select id from snapshots)
union all select 'fetches.document', run from fetches
  where document is not null and document not in (select id from documents)
union all select 'fetches.snapshot', run from fetches
  where snapshot is not null and snapshot not in (select id from snapshots)
union all select 'checks.claim', case_key from checks where claim not in (select id from claims)
union all select 'checks.finding', case_key from checks
  where finding is not null and finding not in (select id from claims)
union all select 'notices.document', id from notices
  where document not in (select id from documents)
union all select 'notices.claim', id from notices
  where claim is not null and claim not in (select id from claims)
union all select 'pending.claim', claim from pending where claim not in (from judged)
union all select 'checks of no judged claim', case_key from checks where claim not in (from judged)
"""


def save_everything(store: Store) -> None:
    """One of each record, twice where that tells more."""
    ours, theirs, twin = claim(), finding(), claim(ARTICLE)
    with store.transaction():
        store.save_snapshots([samples.snapshot(url) for url in KINDS])
        store.save_documents(
            [document(url, kind, snapshot=samples.snapshot(url).id) for url, kind in KINDS.items()]
        )
        store.save_claims(
            [document_id(url) for url in (STATEMENT, REPORT, ARTICLE)], [ours, theirs, twin]
        )
        store.save_notices([document_id(STATEMENT)], [notice(STATEMENT), notice(STATEMENT, ours)])
    store.save_checks([ours.id, twin.id], [check(ours, theirs), check(twin, None, "no_evidence")])
    store.save_fetches([samples.fetch(), samples.fetch(name="b.html")])
    store.save_run(samples.run())


def content(store: Store) -> list[list[Any]]:
    loads = (store.snapshots, store.documents, store.claims, store.checks, store.notices)
    return [*(load() for load in loads), store.fetches(), store.runs(), store.pending()]


def test_saving_everything_twice_changes_nothing(store: Store) -> None:
    save_everything(store)
    first = content(store)
    save_everything(store)
    assert content(store) == first
    assert store.counts() == {
        "checks": 2, "claims": 3, "documents": 3, "fetches": 2,
        "notices": 2, "pending": 0, "runs": 1, "snapshots": 3,
    }  # fmt: skip


def test_nothing_refers_to_what_is_not_there(store: Store) -> None:
    save_everything(store)
    store.save_claims([document_id(REPORT)], [])
    store.save_claims([document_id(STATEMENT)], [claim(words="121 arrests")])
    assert store._connection.execute(DANGLING).fetchall() == []
    assert [one.finding for one in store.checks()] == [None]


def test_the_query_for_lost_references_finds_a_planted_one(store: Store) -> None:
    save_everything(store)
    store._connection.execute("delete from claims")
    assert {row[0] for row in store._connection.execute(DANGLING).fetchall()} >= {
        "checks.claim",
        "checks.finding",
        "notices.claim",
    }


def test_claims_that_are_gone_take_their_checks_and_notices_along(store: Store) -> None:
    save_everything(store)
    store.save_claims([document_id(STATEMENT)], [])
    assert {one.document_url for one in store.claims()} == {REPORT, ARTICLE}
    assert {one.claim for one in store.checks()} == {claim(ARTICLE).id}
    assert [one.claim for one in store.notices()] == [None]


def test_saving_a_document_again_replaces_its_text(store: Store) -> None:
    store.save_documents([document(text="Shorter", blocks=())])
    assert store.documents([document_id(STATEMENT)])[0].text == "Shorter"
    assert len(store.documents()) == 3


def test_the_first_fetch_of_the_same_bytes_stands(store: Store) -> None:
    first = samples.snapshot()
    store.save_snapshots([first])
    store.save_snapshots([replace(first, fetched_at=first.fetched_at + timedelta(days=1))])
    assert store.snapshots() == [first]


def test_a_run_is_one_line_however_often_it_is_saved(store: Store) -> None:
    store.save_run(samples.run())
    done = samples.run(status="done", read=7)
    store.save_run(done)
    assert store.runs() == [done]


def test_the_same_record_twice_in_one_call_is_one(store: Store) -> None:
    store.save_claims([document_id(STATEMENT)], [claim(), claim()])
    assert store.claims() == [claim()]


def test_two_records_under_one_key_are_an_error(store: Store) -> None:
    twins = [claim(topic="drugs"), claim(topic="cash")]
    with pytest.raises(WarehouseError, match="two that differ"):
        store.save_claims([document_id(STATEMENT)], twins)
    assert store.claims() == []


def test_a_transaction_that_fails_keeps_nothing(store: Store) -> None:
    before = content(store)
    with pytest.raises(WarehouseError), store.transaction():  # noqa: PT012 - the block is the test
        store.save_claims([document_id(STATEMENT)], [claim()])
        store.save_run(samples.run())
        store.save_claims([document_id(REPORT)], [claim()])
    assert content(store) == before
    store.save_run(samples.run())
    assert store.runs() == [samples.run()]


def test_a_save_inside_a_transaction_is_not_kept_before_it_ends(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store, store.transaction():
        store.save_run(samples.run())
        other = store._connection.cursor()
        assert other.execute("from runs").fetchall() == []


def test_one_row_saved_twice_in_one_transaction_has_its_last_form(store: Store) -> None:
    with store.transaction():
        for topic in ("drugs", "cash", "drugs"):
            store.save_documents([document(title=topic)])
            store.save_claims([document_id(STATEMENT)], [])
            store.save_claims([document_id(STATEMENT)], [claim(topic=topic)])
    assert [one.topic for one in store.claims()] == ["drugs"]
    assert store.documents([document_id(STATEMENT)])[0].title == "drugs"


def test_claims_of_an_unknown_document_are_refused(store: Store) -> None:
    stranger = claim("https://force.example/unknown")
    with pytest.raises(WarehouseError, match=f"document {stranger.document}"):
        store.save_claims([stranger.document], [stranger])


def test_a_claim_of_a_document_that_was_not_named_is_refused(store: Store) -> None:
    with pytest.raises(WarehouseError, match="expected those of 1 named ids"):
        store.save_claims([document_id(REPORT)], [claim()])


def test_a_check_against_an_unknown_finding_is_refused_and_the_claim_stays_pending(
    store: Store,
) -> None:
    store.save_claims([document_id(STATEMENT)], [claim()])
    with pytest.raises(WarehouseError, match=f"claim {finding().id}: expected to be saved before"):
        store.save_checks([claim().id], [check(claim(), finding())])
    assert store.pending() == [claim().id]


def test_checks_are_replaced_for_their_claims_only(store: Store) -> None:
    save_everything(store)
    ours = claim()
    store.save_checks([ours.id], [check(ours, None, "no_evidence")])
    assert {(one.claim, one.finding) for one in store.checks()} == {
        (ours.id, None),
        (claim(ARTICLE).id, None),
    }
    store.save_checks([ours.id], [])
    assert [one.claim for one in store.checks()] == [claim(ARTICLE).id]


def test_notices_are_replaced_for_their_documents_only(store: Store) -> None:
    save_everything(store)
    store.save_notices([document_id(REPORT)], [notice(REPORT)])
    store.save_notices([document_id(STATEMENT)], [notice(STATEMENT, detail="other")])
    assert [(one.document, one.detail) for one in store.notices()] == [
        (document_id(STATEMENT), "other"),
        (document_id(REPORT), "40 of 30"),
    ]


def test_loads_are_ordered_by_content_whatever_the_order_of_saving(store: Store) -> None:
    claims = [claim(ordinal=n) for n in range(5)] + [finding(ordinal=n) for n in range(5)]
    ids = [document_id(STATEMENT), document_id(REPORT)]
    store.save_claims(ids, claims)
    first = [one.id for one in store.claims()]
    store.save_claims(ids, [])
    store.save_claims(ids[::-1], claims[::-1])
    assert [one.id for one in store.claims()] == first


def test_a_batch_larger_than_a_chunk_is_saved_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "CHUNK", 7)
    claims = [claim(ordinal=n) for n in range(50)]
    store.save_claims([document_id(STATEMENT)], claims)
    assert len(store.claims()) == 50


def test_a_store_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store.in_memory() as store:
        save_everything(store)
    assert list(tmp_path.iterdir()) == []
