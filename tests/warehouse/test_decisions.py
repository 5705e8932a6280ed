"""The ledger of decisions: what was entered stays, whoever enters at once and whoever is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError

from tests.postgres import Server
from tests.warehouse import samples
from tests.warehouse.conftest import Open
from warehouse import decisions
from warehouse.decisions import Ledger
from warehouse.errors import LedgerError, StaleError, UsageError
from warehouse.records import Entry

ROOT = Path(__file__).parents[2]
WRITERS = 4
ENTRIES_A_WRITER = 15
KILLS = 4


def test_what_is_entered_is_read_back_as_it_was(ledger: Ledger, open_ledger: Open) -> None:
    full = samples.decision(
        evidence=samples.shown(samples.claim(words="£3.4m"), samples.finding()),
        ruling="no_issue",
        reason="rounding",
        note="Two lines:\n“£3.4m” is “nearly £3.5m” 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        by="Zoë Ó Sé",
    )
    first, second = (
        ledger.append(full),
        ledger.append(samples.decision("undo", full.shown, about=1)),
    )
    assert open_ledger().entries() == [first, second]
    assert first.decision == full
    assert (first.seq, first.previous, second.previous) == (1, "", first.hash)


def test_scraped_words_of_any_sort_are_kept(ledger: Ledger) -> None:
    words = "nul \x00, override \u202e, half a pair \udc80, 'quote'; drop table decisions; --"
    evidence = samples.shown(samples.claim(words=words))
    ledger.append(samples.decision(evidence=evidence))
    (entry,) = ledger.entries()
    assert entry.decision.shown.claim.words == words


def test_an_instant_is_kept_in_utc(ledger: Ledger) -> None:
    summer = datetime(2024, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    entry = ledger.append(samples.decision(at=summer))
    assert entry.decision.at.isoformat() == "2024-07-01T08:30:00+00:00"


def test_an_empty_ledger_is_sound_and_makes_no_file(ledger: Ledger, tmp_path: Path) -> None:
    seen = ledger.verify()
    assert (seen.sound.count, seen.kept, seen.fault) == (0, None, None)
    assert ledger.entries() == ledger.case("no such case") == []
    assert list(tmp_path.iterdir()) == []


def test_a_case_has_its_own_entries_only(ledger: Ledger) -> None:
    other = samples.shown(samples.claim(words="7 arrests"))
    for evidence in (samples.shown(), other, samples.shown()):
        ledger.append(samples.decision("note", evidence, note="Seen."))
    assert [entry.seq for entry in ledger.case(other.case)] == [2]


def test_a_decision_on_what_somebody_else_has_decided_meanwhile_is_refused(ledger: Ledger) -> None:
    ledger.append(samples.decision(), seen=0)
    with pytest.raises(StaleError, match=r"entry 0 .* seen entry 1, a ruling by 'First checker'"):
        ledger.append(samples.decision(by="Second checker"), seen=0)
    elsewhere = samples.shown(samples.claim(words="7 arrests"))
    ledger.append(samples.decision(evidence=elsewhere), seen=0)
    assert ledger.append(samples.decision(by="Second checker"), seen=1).seq == 3


def test_what_is_refused_leaves_no_trace(ledger: Ledger) -> None:
    ledger.append(samples.decision())
    with pytest.raises(UsageError):
        ledger.append(samples.decision("undo", about=7))
    assert ledger.append(samples.decision("undo", about=1)).seq == 2
    assert ledger.verify().fault is None


@pytest.mark.parametrize(
    "statement",
    [
        "update decisions set hash = 'x'",
        "delete from decisions where seq = 2",
        "insert into decisions values (5, 'x', 'x', 'x', 'x')",
        "insert into decisions values (4, 'x', 'x', 'x', 'x')",
        "insert into decisions select * from decisions where seq = 1",
    ],
)
def test_the_database_itself_refuses_any_change(ledger: Ledger, statement: str) -> None:
    before = [ledger.append(samples.decision("note", note="Seen.")) for _ in range(3)]
    engine = ledger._database._engine
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert ledger.entries() == before


@pytest.mark.parametrize(
    ("address", "statement"),
    [
        ("sqlite", "insert or replace into decisions select * from decisions where seq = 2"),
        ("sqlite", "replace into decisions select 2, case_key, body, 'x', hash from decisions"),
        ("postgresql", "truncate decisions"),
        ("postgresql", "update decisions set hash = 'x' where seq = 99"),
    ],
    indirect=["address"],
)
def test_there_is_no_way_around_the_guards_in_sql(ledger: Ledger, statement: str) -> None:
    before = [ledger.append(samples.decision("note", note="Seen.")) for _ in range(3)]
    with pytest.raises(DBAPIError), ledger._database._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert ledger.entries() == before


def test_a_crash_between_commit_and_head_is_no_tampering(
    ledger: Ledger, open_ledger: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.append(samples.decision())
    _append_and_crash(ledger, monkeypatch)
    seen = open_ledger().verify()
    assert (seen.fault, seen.sound.count, seen.kept and seen.kept.count) == (None, 2, 1)
    ledger.append(samples.decision("note", note="After it."))
    kept = open_ledger().verify().kept
    assert kept
    assert kept.count == 3


def test_a_crash_before_the_first_head_is_no_tampering(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    _append_and_crash(ledger, monkeypatch)
    assert ledger.verify().fault is None
    assert ledger.append(samples.decision("note", note="Next.")).seq == 2


def _append_and_crash(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_power(*_: object) -> None:
        raise OSError("no power")

    with monkeypatch.context() as patch:
        patch.setattr(decisions, "write_head", no_power)
        with pytest.raises(OSError, match="no power"):
            ledger.append(samples.decision("note", note="Never acknowledged."))


def command(name: str, home: Path, told: Path, address: str | None, *more: str) -> list[str]:
    words = [name, str(home), str(told), address or "-", *more]
    return [sys.executable, "-m", "tests.warehouse.ledger_loop", *words]


def acknowledged(*files: Path) -> list[tuple[int, str]]:
    """Numbers and hashes that were told, without a line that a kill cut short."""
    lines = [line for file in files if file.exists() for line in file.read_text().splitlines(True)]
    pairs = [line.split() for line in lines if line.endswith("\n")]
    return [(int(seq), hash_) for seq, hash_ in pairs]


def by_writer(entries: Sequence[Entry]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        found.setdefault(entry.decision.by, []).append(entry.decision.note)
    return found


@pytest.mark.slow
def test_processes_that_decide_at_once_make_one_chain(
    tmp_path: Path, address: str | None, open_ledger: Open
) -> None:
    names = [f"Checker {number}" for number in range(WRITERS)]
    writers = [
        subprocess.Popen(
            command(name, tmp_path, tmp_path / name, address, str(ENTRIES_A_WRITER)), cwd=ROOT
        )
        for name in names
    ]
    reader = open_ledger()
    while any(writer.poll() is None for writer in writers):
        assert reader.verify().fault is None
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    entries = reader.entries()
    notes = [f"Note {number}" for number in range(ENTRIES_A_WRITER)]
    assert by_writer(entries) == dict.fromkeys(names, notes)
    told = acknowledged(*(tmp_path / name for name in names))
    assert sorted(told) == [(entry.seq, entry.hash) for entry in entries]
    kept = reader.verify().kept
    assert kept
    assert kept.count == WRITERS * ENTRIES_A_WRITER


@pytest.mark.slow
@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_hosts_that_decide_at_once_make_one_chain(
    tmp_path: Path, address: str, ledger: Ledger
) -> None:
    """Each home is a host: only the server keeps them apart."""
    ledger.append(samples.decision("note", note="The first."))
    homes = [tmp_path / f"host{number}" for number in range(WRITERS)]
    for home in homes:
        with Ledger(home, address) as joining:
            joining.keep_head()
    writers = [
        subprocess.Popen(
            command("A checker", home, home / "told", address, str(ENTRIES_A_WRITER)), cwd=ROOT
        )
        for home in homes
    ]
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    entries = ledger.entries()
    told = acknowledged(*(home / "told" for home in homes))
    assert sorted(told) == [(entry.seq, entry.hash) for entry in entries[1:]]
    assert len(entries) == WRITERS * ENTRIES_A_WRITER + 1
    for home in homes:
        with Ledger(home, address) as joined:
            assert joined.verify().fault is None


def test_threads_that_decide_at_once_make_one_chain(ledger: Ledger) -> None:
    made = [samples.decision("note", note=f"No {number}") for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        entries = list(pool.map(ledger.append, made))
    assert sorted(entry.seq for entry in entries) == list(range(1, 21))
    assert ledger.verify().fault is None


@pytest.mark.slow
def test_a_killed_writer_loses_no_acknowledged_entry(
    tmp_path: Path, address: str | None, ledger: Ledger
) -> None:
    told = tmp_path / "told"
    moments = random.Random(20240506)  # noqa: S311 - moments to kill at, not secrets
    for _ in range(KILLS):
        before = len(acknowledged(told))
        with subprocess.Popen(command("A checker", tmp_path, told, address), cwd=ROOT) as writer:
            while len(acknowledged(told)) == before:
                assert writer.poll() is None
                time.sleep(0.002)
            time.sleep(moments.uniform(0, 0.2))
            writer.kill()
        _await_end(ledger)
        seen = ledger.verify()
        assert seen.fault is None
        chain = {(entry.seq, entry.hash) for entry in ledger.entries()}
        assert set(acknowledged(told)) <= chain
        assert len(chain) <= len(acknowledged(told)) + KILLS
    assert Counter(seq for seq, _ in chain).most_common(1)[0][1] == 1


def _await_end(ledger: Ledger) -> None:
    """A server may still be carrying out what a killed writer asked for; its lock tells."""
    with ledger._database.writing():
        pass


def test_a_server_that_does_not_answer_is_one_sentence_without_the_password(
    tmp_path: Path,
) -> None:
    address = f"postgresql://checker:geheim@/decisions?host={tmp_path}"
    with Ledger(tmp_path, address) as ledger, pytest.raises(LedgerError) as told:
        ledger.entries()
    assert str(tmp_path) in str(told.value)
    assert "geheim" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("decisions.sqlite", "seen no address"),
        ("mysql://checker:geheim@host/decisions", "seen the scheme 'mysql'"),
        ("sqlite:///decisions.sqlite", "seen the scheme 'sqlite'"),
        ("postgresql://checker:geheim@host", "seen no name of a database"),
        ("postgresql://checker:geheim@host:port/decisions", "seen no address"),
    ],
)
def test_an_address_of_another_kind_is_wrong_use(tmp_path: Path, wrong: str, told: str) -> None:
    with pytest.raises(UsageError, match=f"TALLYCHECK_LEDGER: .*{told}") as error:
        Ledger(tmp_path, wrong)
    assert "geheim" not in str(error.value)


def test_a_desk_that_may_only_read_and_add_can_decide_and_nothing_else(
    server: Server, tmp_path: Path
) -> None:
    """As docs/decisions-ledger.md sets it up."""
    owner = server.new_database()
    with Ledger(tmp_path / "owner", owner) as ledger:
        ledger.append(samples.decision())
    engine = create_engine(owner.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("create role desk login")
        connection.exec_driver_sql("grant select, insert on decisions to desk")
    database = owner.partition("@/")[2].partition("?")[0]
    desk = server.address(database, user="desk")
    with Ledger(tmp_path / "desk", desk) as ledger:
        ledger.keep_head()
        assert ledger.append(samples.decision("note", note="From the desk.")).seq == 2
        with (
            pytest.raises(LedgerError, match="must be owner"),
            ledger._database.writing() as connection,
        ):
            connection.exec_driver_sql("drop trigger decisions_kept on decisions")
    engine.dispose()


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_file_that_is_no_database_is_one_sentence(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "decisions.sqlite").write_bytes(b"Dear diary" * 100)
    with pytest.raises(LedgerError, match="expected a ledger of decisions, seen file is not"):
        ledger.append(samples.decision())


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["ledger.lock", "decisions.sqlite", "ledger.head"])
def test_a_file_that_cannot_be_written_is_one_sentence(
    ledger: Ledger, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(LedgerError, match=name) as told:
        ledger.append(samples.decision())
    assert "\n" not in str(told.value)
