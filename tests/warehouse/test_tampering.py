"""Whoever can write the database can change the ledger; nobody can do so unseen.

The guards are dropped first: here they are what an insider has got past.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete

from tests.warehouse import samples
from tests.warehouse.conftest import Open
from warehouse.decisions import Ledger
from warehouse.errors import LedgerError
from warehouse.ledger.chain import Head, line_after
from warehouse.ledger.database import _ENTRIES, add, lines_of
from warehouse.records import Decision

COUNT = 6
GUARDS = {
    "sqlite": [
        f"drop trigger decisions_{name}" for name in ("kept_on_update", "kept_on_delete", "follow")
    ],
    "postgresql": [f"drop trigger decisions_{name} on decisions" for name in ("kept", "follow")],
}
TAMPERINGS = {
    "a note is edited": (
        "update decisions set body = replace(body, 'No 3', 'No 9') where seq = 3",
        3,
    ),
    "a name is edited": (
        "update decisions set body = replace(body, 'First', 'Fist') where seq = 1",
        1,
    ),
    "a blank is added": ("update decisions set body = body || ' ' where seq = 6", 6),
    "an entry is filed elsewhere": ("update decisions set case_key = 'x' where seq = 2", 2),
    "a hash is edited": ("update decisions set hash = 'x' where seq = 4", 4),
    "a previous hash is edited": ("update decisions set previous = 'x' where seq = 4", 4),
    "an entry is deleted": ("delete from decisions where seq = 3", 3),
    "the first is deleted": ("delete from decisions where seq = 1", 1),
    "one is deleted and the rest moved up": (
        (
            "delete from decisions where seq = 3;"
            "update decisions set seq = seq + 100 where seq > 3;"
            "update decisions set seq = seq - 101 where seq > 3"
        ),
        3,
    ),
    "two are exchanged": (
        (
            "update decisions set seq = 99 where seq = 3;"
            "update decisions set seq = 3 where seq = 4;"
            "update decisions set seq = 4 where seq = 99"
        ),
        3,
    ),
    "the first is moved to the end": ("update decisions set seq = 7 where seq = 1", 1),
    "one is put before the first": ("insert into decisions values (0, 'x', 'x', 'x', 'x')", 0),
    "one is put in and the rest moved down": (
        (
            "update decisions set seq = seq + 101 where seq > 3;"
            "update decisions set seq = seq - 100 where seq > 3;"
            "insert into decisions select 4, case_key, body, 'x', hash from decisions where seq = 3"
        ),
        4,
    ),
    "one is put after the last": (
        "insert into decisions select 7, case_key, body, 'x', hash from decisions where seq = 6",
        7,
    ),
    "the last is cut off": ("delete from decisions where seq = 6", 6),
    "the last three are cut off": ("delete from decisions where seq > 3", 4),
    "all are cut off": ("delete from decisions", 1),
    "the table is dropped": ("drop table decisions", 1),
}
"""What is done to six entries, as SQL, and the first bad one after it."""


def noted(number: int) -> Decision:
    return samples.decision("note", note=f"No {number}")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for number in range(1, COUNT + 1):
        ledger.append(noted(number))
    return ledger


def tamper(ledger: Ledger, *statements: str) -> None:
    act(ledger, lambda connection: [connection.exec_driver_sql(one) for one in statements])


def act(ledger: Ledger, change: Callable[[Connection], object]) -> None:
    engine = ledger._database._engine
    with engine.begin() as connection:
        for statement in GUARDS[engine.dialect.name]:
            connection.exec_driver_sql(statement)
        change(connection)


def rewritten(connection: Connection, first: int, decisions: Sequence[Decision]) -> None:
    """Entries from the first on are replaced by somebody who knows how the chain is made."""
    kept = [line for line in lines_of(connection, None) if line.seq < first]
    connection.execute(delete(_ENTRIES).where(_ENTRIES.c.seq >= first))
    head = Head(kept[-1].seq, kept[-1].hash) if kept else Head()
    for decision in decisions:
        line = line_after(head, decision)
        add(connection, line)
        head = Head(line.seq, line.hash)


def test_an_untouched_ledger_is_sound(filled: Ledger) -> None:
    seen = filled.verify()
    assert (seen.fault, seen.sound.count) == (None, COUNT)
    assert seen.kept == seen.sound


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_found_and_the_first_bad_entry_named(
    filled: Ledger, open_ledger: Open, name: str
) -> None:
    statements, first_bad = TAMPERINGS[name]
    tamper(filled, *statements.split(";"))
    seen = open_ledger().verify()
    assert seen.fault
    assert seen.fault.seq == first_bad
    assert seen.sound.count == max(first_bad - 1, 0)


@pytest.mark.parametrize(
    ("first", "decisions", "told_at"),
    [
        (3, [noted(number) for number in (9, 4, 5, 6)], COUNT),
        (1, [noted(9)] * COUNT, COUNT),
        (5, [noted(9)] * 9, COUNT),
        (5, [noted(9)], COUNT),
    ],
    ids=["from the third on", "all of it", "and more added", "and fewer left"],
)
def test_a_rewritten_chain_does_not_hold_the_kept_head(
    filled: Ledger, first: int, decisions: list[Decision], told_at: int
) -> None:
    act(filled, lambda connection: rewritten(connection, first, decisions))
    seen = filled.verify()
    assert seen.fault
    assert seen.fault.seq == told_at


def test_a_tampered_ledger_is_neither_read_nor_added_to(filled: Ledger) -> None:
    tamper(filled, "delete from decisions where seq > 4")
    with pytest.raises(LedgerError, match="entry 5: is gone"):
        filled.entries()
    with pytest.raises(LedgerError, match=r"expected entry 6 as ledger.* names it, seen none"):
        filled.append(noted(7))


def test_a_case_shows_no_edited_entry(filled: Ledger) -> None:
    tamper(filled, TAMPERINGS["a note is edited"][0])
    with pytest.raises(LedgerError, match="entry 3: was changed"):
        filled.case(samples.shown().case)


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_column_that_holds_no_text_is_a_change(filled: Ledger) -> None:
    tamper(filled, "update decisions set body = x'00ff' where seq = 2")
    fault = filled.verify().fault
    assert fault
    assert str(fault) == "entry 2: was changed: a column holds no text"


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_entries_behind_the_heads_back_are_no_crash(filled: Ledger) -> None:
    act(filled, lambda connection: rewritten(connection, COUNT + 1, [noted(7), noted(8)]))
    fault = filled.verify().fault
    assert fault
    assert fault.seq == COUNT + 1
    with pytest.raises(LedgerError, match="is not known to this home"):
        filled.append(noted(9))


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_ledger_that_vanished_is_not_begun_anew(filled: Ledger, tmp_path: Path) -> None:
    filled.close()
    for file in tmp_path.glob("decisions.sqlite*"):
        file.unlink()
    fault = filled.verify().fault
    assert fault
    assert fault.seq == 1
    with pytest.raises(LedgerError, match="expected 6 entries, seen no ledger"):
        filled.append(noted(7))
    assert not (tmp_path / "decisions.sqlite").exists()


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
@pytest.mark.parametrize("words", ["SQLite format 3", "CREATE TABLE", "No 3", "the last index"])
def test_flipped_bytes_of_the_file_are_noticed(
    filled: Ledger, open_ledger: Open, tmp_path: Path, words: str
) -> None:
    filled.close()
    file = tmp_path / "decisions.sqlite"
    data = bytearray(file.read_bytes())
    indexed = data.rindex(samples.shown().case.encode())
    place = indexed if words == "the last index" else data.index(words.encode())
    data[place] ^= 0x15
    file.write_bytes(data)
    assert is_noticed(open_ledger())


def is_noticed(ledger: Ledger) -> bool:
    """Whether the chain, or the database itself, complains."""
    try:
        return ledger.verify().fault is not None
    except LedgerError:
        return True


@pytest.mark.parametrize(
    "content", [b"", b"7", b"{}", b'{"count": "6", "hash": "x"}', b'{"count": -1, "hash": ""}']
)
@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_spoilt_head_file_is_an_error(filled: Ledger, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ledger.head").write_bytes(content)
    with pytest.raises(LedgerError, match="expected number and hash of the last entry"):
        filled.verify()


def test_without_its_head_file_a_ledger_is_not_trusted_until_somebody_says_so(
    filled: Ledger, tmp_path: Path
) -> None:
    for file in tmp_path.glob("ledger*.head"):
        file.unlink()
    assert filled.verify().fault
    with pytest.raises(LedgerError, match="is not known to this home"):
        filled.append(noted(7))
    assert filled.keep_head().count == COUNT
    assert filled.append(noted(7)).seq == 7
    with pytest.raises(LedgerError, match="expected no head to be kept yet"):
        filled.keep_head()
