"""Hostile texts are read rightly or left unread, in time, and what comes of them is inert."""

from __future__ import annotations

import csv
import io
import json
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from rich.console import Console

from checks.claims import extract
from checks.forces import Gazetteer
from flows.judging import judge_all
from flows.tables import claims_table
from flows.terminal import emit
from sources.decode import charset_of, decode
from sources.registry import load_forces
from sources.source import read_document
from tests.flows.processes import FORCES
from tests.hostile_texts import numbers, orders, traps
from tests.hostile_texts.table import UNREAD, HostileText
from warehouse.errors import SourceError
from warehouse.formats import Format
from warehouse.publish import open_edition, publish
from warehouse.records import Claim, Document, Snapshot
from warehouse.store import Store
from warehouse.tables import Table, export

SECONDS: Final = 5.0
TRIES: Final = 3
GAZETTEER: Final = Gazetteer(load_forces(FORCES))
FORMULA: Final = tuple("=+-@\t\r＝＋－＠")
TABLES: Final[tuple[Table, ...]] = ("claims", "checks", "notices", "documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of a text: `document` is None where it was refused; `why` it is doubted."""

    text: HostileText
    snapshot: Snapshot
    document: Document | None = None
    claims: Sequence[Claim] = ()
    why: str = ""

    @property
    def is_doubted(self) -> bool:
        return bool(self.why)


def read(text: HostileText) -> Read:
    """The text by the real parser and the real extraction."""
    charset, why = charset_of(text.body)
    url = f"https://www.fenmarch.police.example/{text.name}"
    snapshot = Snapshot(
        url=url,
        final_url=url,
        fetched_at=datetime(2024, 10, 1, tzinfo=UTC),
        status=200,
        media_type=text.media_type,
        sha256=sha256(text.body).hexdigest(),
        size=len(text.body),
        charset=charset,
        charset_why=why,
    )
    try:
        document = read_document(snapshot, text.body, forces=load_forces(FORCES))
    except SourceError as error:
        return Read(text=text, snapshot=snapshot, why=str(error))
    doubts = "; ".join(decode(text.body, charset, url).warnings)
    # As a run does: a page whose characters are in doubt is kept, and not believed.
    claims = [] if doubts else extract(document, GAZETTEER)
    return Read(text=text, snapshot=snapshot, document=document, claims=claims, why=doubts)


def readings(found: Read) -> list[str]:
    """The values read in the text, in order; UNREAD for a number without one."""
    quantities = [claim.quantity for claim in found.claims if claim.quantity]
    return [
        UNREAD if one.low is None or one.ambiguous else str(one.low.normalize().__format__("f"))
        for one in quantities
    ]


@pytest.mark.parametrize("text", numbers.TEXTS, ids=lambda text: text.name)
def test_a_number_is_read_rightly_or_left_unread(text: HostileText) -> None:
    found = read(text)
    seen = readings(found)
    assert set(seen) <= {UNREAD, *text.values}
    assert seen or found.is_doubted or not text.values


@pytest.mark.parametrize("text", [*traps.TEXTS, traps.MANY_NUMBERS], ids=lambda text: text.name)
def test_a_text_made_to_cost_time_is_read_in_time(text: HostileText) -> None:
    seconds, found = least_seconds(text)
    assert seconds <= SECONDS
    assert not text.values or readings(found) == list(text.values)


def least_seconds(text: HostileText) -> tuple[float, Read]:
    """Seconds of the processor, the least of up to three readings: other tests run beside this."""
    taken: list[float] = []
    while True:
        started = time.process_time()
        found = read(text)
        taken.append(time.process_time() - started)
        if taken[-1] <= SECONDS or len(taken) == TRIES:
            return min(taken), found


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The texts that are orders to some program, read, stored and published."""

    home: Path
    texts: Sequence[Read]

    def exported(self, table: Table, form: Format) -> bytes:
        out = io.BytesIO()
        with open_edition(self.home) as edition:
            export(edition, table, form, out)
        return out.getvalue()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    home = tmp_path_factory.mktemp("orders")
    texts = [read(text) for text in orders.TEXTS]
    documents = [found.document for found in texts if found.document]
    claims = [claim for found in texts for claim in found.claims]
    with Store.open(home) as store:
        with store.transaction():
            store.save_snapshots([found.snapshot for found in texts])
            store.save_documents(documents)
            store.save_claims([document.id for document in documents], claims)
            store.save_checks([claim.id for claim in claims], judge_all(claims, {}, {}))
        publish(home, store)
    return Kept(home=home, texts=texts)


def test_what_stands_beside_an_order_is_read_as_ever(kept: Kept) -> None:
    read_wrongly = [
        (found.text.name, readings(found))
        for found in kept.texts
        if not found.is_doubted and not set(found.text.values) <= set(readings(found))
    ]
    assert read_wrongly == []


def test_the_store_gives_back_the_very_words(kept: Kept) -> None:
    with open_edition(kept.home) as edition:
        documents = {document.id: document for document in edition.documents()}
        claims = list(edition.claims())
    assert [documents[found.document.id] for found in kept.texts if found.document] == [
        found.document for found in kept.texts if found.document
    ]
    assert len(claims) == sum(len(found.claims) for found in kept.texts)


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_of_a_spreadsheet_is_a_formula(kept: Kept, table: Table) -> None:
    text = kept.exported(table, "csv").decode("utf-8")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert [cell for cell in cells if cell.startswith(FORMULA) and not _is_number(cell)] == []


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdigit()


def test_a_spreadsheet_holds_every_word_behind_its_apostrophe(kept: Kept) -> None:
    text = kept.exported("documents", "csv").decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    cells = {row["id"]: row["text"] for row in rows}
    for document in (found.document for found in kept.texts):
        if document:
            marked = "'" * document.text.startswith(FORMULA)
            assert cells[document.id] == marked + document.text


@pytest.mark.parametrize("table", TABLES)
def test_every_json_line_is_valid_utf8_and_says_the_same(kept: Kept, table: Table) -> None:
    lines = kept.exported(table, "jsonl").decode("utf-8", errors="strict").split("\n")[:-1]
    rows = [json.loads(line) for line in lines]
    assert all(isinstance(row, dict) and "owned" not in row for row in rows)
    if table == "documents":
        assert {row["text"] for row in rows} == {
            found.document.text for found in kept.texts if found.document
        }


def test_nothing_reaches_a_terminal_that_it_would_obey(kept: Kept) -> None:
    out = io.StringIO()
    console = Console(file=out, width=400, markup=False, highlight=False, emoji=False)
    with open_edition(kept.home) as edition:
        emit(claims_table(edition), console)
    categories = {unicodedata.category(char) for char in out.getvalue() if char != "\n"}
    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert "Ignore all previous instructions" in out.getvalue()
