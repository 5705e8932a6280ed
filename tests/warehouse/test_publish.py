"""Editions: whole, read-only, and never in the writer's way."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import samples
from tests.warehouse.samples import ARTICLE, REPORT, claim, document, finding
from tests.warehouse.test_store import content, save_everything
from warehouse import publish as publishing
from warehouse.errors import EditionError, SchemaError, WarehouseError
from warehouse.publish import KEPT, open_edition, publish
from warehouse.records import document_id
from warehouse.store import Store


def editions(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "editions").iterdir())


def publish_run(home: Path, store: Store, name: str) -> None:
    store.save_run(samples.run(name))
    publish(home, store)


def rewrite(home: Path, **fields: object) -> None:
    path = home / "editions" / "CURRENT"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), **fields}), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one published edition of everything."""
    with Store.open(tmp_path) as store:
        save_everything(store)
        publish(tmp_path, store)
    return tmp_path


def test_an_edition_holds_what_the_warehouse_holds(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        save_everything(store)
        edition = publish(tmp_path, store)
        with open_edition(tmp_path) as reader:
            assert content(store)[:-1] == [
                reader.snapshots(), reader.documents(), reader.claims(), reader.checks(),
                reader.notices(), reader.fetches(), reader.runs(),
            ]  # fmt: skip
            assert reader.edition == edition
            assert reader.counts() == edition.counts == store.counts()
            reader.verify()
    assert editions(tmp_path) == ["000001.duckdb", "CURRENT"]


def test_readers_work_while_the_writer_writes_and_see_the_published_state(home: Path) -> None:
    with Store.open(home) as store, open_edition(home) as old:
        with store.transaction():
            store.save_run(samples.run("r2"))
            assert len(old.runs()) == 1
        publish(home, store)
        with open_edition(home) as new:
            assert len(new.runs()) == 2
        assert len(old.runs()) == 1


def test_an_edition_cannot_be_written(home: Path) -> None:
    with open_edition(home) as reader, pytest.raises(duckdb.InvalidInputException):
        reader._connection.execute("delete from claims")


def test_versions_grow_and_the_last_few_are_kept(home: Path) -> None:
    with Store.open(home) as store:
        for number in range(2, 7):
            publish_run(home, store, f"r{number}")
    assert editions(home) == ["000004.duckdb", "000005.duckdb", "000006.duckdb", "CURRENT"]
    assert len(editions(home)) == KEPT + 1
    with open_edition(home) as reader:
        assert reader.edition.version == "000006"


def test_an_open_reader_survives_the_removal_of_its_edition(home: Path) -> None:
    with open_edition(home) as reader, Store.open(home) as store:
        for number in range(2, 7):
            publish_run(home, store, f"r{number}")
        assert not reader.file.exists()
        assert len(reader.claims()) == 3


def test_a_publication_that_dies_before_its_end_leaves_the_edition_before(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(_: Path, __: bytes) -> None:
        raise KeyboardInterrupt

    with Store.open(home) as store:
        monkeypatch.setattr(publishing, "write_whole", dies)
        with pytest.raises(KeyboardInterrupt):
            publish_run(home, store, "r2")
        monkeypatch.undo()
        with open_edition(home) as reader:
            assert reader.edition.version == "000001"
        (home / "editions" / ".000009.duckdb.1-1.part").write_bytes(b"left by a kill")
        assert publish(home, store).version == "000003"
    assert editions(home) == ["000001.duckdb", "000002.duckdb", "000003.duckdb", "CURRENT"]


def test_no_edition_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="seen none; run `tallycheck ingest`"):
        open_edition(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"size": 1, "version": "1"}'])
def test_a_broken_manifest_is_an_error(home: Path, text: str) -> None:
    (home / "editions" / "CURRENT").write_text(text, encoding="utf-8")
    with pytest.raises(EditionError, match="expected an edition's manifest"):
        open_edition(home)


def test_a_missing_edition_file_is_an_error(home: Path) -> None:
    (home / "editions" / "000001.duckdb").unlink()
    with pytest.raises(EditionError, match=r"000001\.duckdb: expected an edition, seen no file"):
        open_edition(home)


def test_a_cut_edition_file_is_an_error(home: Path) -> None:
    path = home / "editions" / "000001.duckdb"
    path.write_bytes(path.read_bytes()[:-4096])
    with pytest.raises(EditionError, match="expected size in bytes"):
        open_edition(home)


def test_other_row_counts_than_the_manifests_are_an_error(home: Path) -> None:
    rewrite(home, counts={"claims": 9})
    with pytest.raises(EditionError, match="expected row counts"):
        open_edition(home)


def test_an_edition_of_another_schema_is_an_error(home: Path) -> None:
    rewrite(home, schema_version=99)
    with pytest.raises(SchemaError, match="seen 99"):
        open_edition(home)


def test_a_changed_byte_is_found_by_reading_the_whole_file(home: Path) -> None:
    rewrite(home, sha256="0" * 64)
    with open_edition(home) as reader, pytest.raises(EditionError, match="expected SHA-256 0000"):
        reader.verify()


def test_a_store_in_memory_cannot_be_published(tmp_path: Path) -> None:
    with Store.in_memory() as store, pytest.raises(WarehouseError, match="seen one in memory"):
        publish(tmp_path, store)


def test_nothing_is_published_from_inside_a_transaction(home: Path) -> None:
    with (
        Store.open(home) as store,
        store.transaction(),
        pytest.raises(WarehouseError, match="expected no open transaction"),
    ):
        publish(home, store)
    assert editions(home) == ["000001.duckdb", "CURRENT"]


def test_findings_about_a_force_are_its_own_the_regions_and_those_of_no_named_force(
    tmp_path: Path,
) -> None:
    own, other = finding(), finding(words="7 arrests", subject="lancashire")
    regional = finding(words="8 arrests", subject="rocunw", scope="region")
    unnamed = finding(words="9 arrests", subject="")
    account = finding(ARTICLE)
    everything = [claim(), own, other, regional, unnamed, account]
    with Store.open(tmp_path) as store:
        store.save_documents([document(), document(REPORT, "report"), document(ARTICLE, "article")])
        ids = [document_id(url) for url in (samples.STATEMENT, REPORT, ARTICLE)]
        store.save_claims(ids, everything)
        publish(tmp_path, store)
    with open_edition(tmp_path) as reader:
        found = reader.findings_about({"cumbria"})
        assert {one.id for one in found} == {own.id, regional.id, unnamed.id, account.id}
        homes = reader.documents({one.document for one in found})
        assert {one.url for one in homes} == {REPORT, ARTICLE}
