"""Hostile texts are read rightly or left unread, in time, and what comes of them is inert."""

from __future__ import annotations

import csv
import io
import json
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from rich.console import Console

from checks.claims import extract
from checks.forces import Gazetteer
from flows.tables import claims_table
from flows.terminal import emit
from sources.decode import charset_of
from sources.registry import load_forces
from sources.source import read_document
from tests.flows.processes import FORCES
from tests.hostile_texts import numbers, orders, traps
from tests.hostile_texts.table import UNREAD, HostileText
from warehouse.errors import SourceError
from warehouse.export import document_row
from warehouse.formats import Format
from warehouse.publish import open_edition, publish
from warehouse.reader import Reader
from warehouse.records import Claim, Document, Snapshot
from warehouse.store import Store
from warehouse.tables import Table, export

SECONDS: Final = 5.0
TEXTS: Final = (*numbers.TEXTS, *orders.TEXTS, *traps.TEXTS)
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
    claims = extract(document, GAZETTEER)
    doubts = "; ".join(document.warnings)
    return Read(text=text, snapshot=snapshot, document=document, claims=claims, why=doubts)


def readings(found: Read) -> list[str]:
    """The values read in the text, in order; UNREAD for a number without one."""
    quantities = [claim.quantity for claim in found.claims if claim.quantity]
    return [
        UNREAD if one.low is None or one.ambiguous else str(one.low.normalize().__format__("f"))
        for one in quantities
    ]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_a_hostile_text_is_read_rightly_or_left_unread_in_time(text: HostileText) -> None:
    started = time.monotonic()
    found = read(text)
    assert time.monotonic() - started <= SECONDS
    seen = readings(found)
    if text.name.startswith("repeated-"):
        return
    assert set(seen) <= {UNREAD, *text.values}
    assert seen or found.is_doubted or not text.values
