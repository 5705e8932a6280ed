"""A writer killed at any moment loses nothing that it acknowledged and leaves nothing torn."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.warehouse.test_store import DANGLING
from tests.warehouse.writer_loop import CLAIMS, address
from warehouse.publish import open_edition
from warehouse.records import document_id
from warehouse.store import Store

ROOT = Path(__file__).parents[2]
KILLS = 5


def kill_writer_after(seconds: float, home: Path, ledger: Path) -> None:
    """Starts the writer and kills it that long after its first acknowledged batch."""
    before = ledger.read_bytes() if ledger.exists() else b""
    command = [sys.executable, "-m", "tests.warehouse.writer_loop", str(home), str(ledger)]
    with subprocess.Popen(command, cwd=ROOT) as writer:
        while not ledger.exists() or ledger.read_bytes() == before:
            assert writer.poll() is None
            time.sleep(0.005)
        time.sleep(seconds)
        writer.kill()


def assert_whole(store: Store, acknowledged: int) -> None:
    """Each batch is there with all its parts or not at all; what was acknowledged is there."""
    documents = {one.id for one in store.documents()}
    assert {document_id(address(n)) for n in range(acknowledged)} <= documents
    assert Counter(one.document for one in store.claims()) == dict.fromkeys(documents, CLAIMS)
    assert len(store.notices()) == len(store.snapshots()) == len(documents)
    assert store._connection.execute(DANGLING).fetchall() == []
    checked = [one.claim for one in store.checks()]
    assert sorted([*checked, *store.pending()]) == sorted(one.id for one in store.claims())


@pytest.mark.slow
def test_a_killed_writer_loses_and_tears_nothing(tmp_path: Path) -> None:
    home, ledger = tmp_path / "home", tmp_path / "ledger"
    moments = random.Random(20240506)  # noqa: S311 - moments to kill at, not secrets
    for _ in range(KILLS):
        kill_writer_after(moments.uniform(0, 0.6), home, ledger)
        with Store.open(home) as store:
            assert_whole(store, len(ledger.read_text(encoding="ascii").split()))
        with open_edition(home) as edition:
            edition.verify()


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.2, 0.3])
def test_a_writer_killed_while_it_makes_the_file_leaves_a_usable_folder(
    tmp_path: Path, seconds: float
) -> None:
    home, ledger = tmp_path / "home", tmp_path / "ledger"
    command = [sys.executable, "-m", "tests.warehouse.writer_loop", str(home), str(ledger)]
    with subprocess.Popen(command, cwd=ROOT) as writer:
        while not (home / "warehouse.lock").exists():
            assert writer.poll() is None
            time.sleep(0.002)
        time.sleep(seconds)
        writer.kill()
    with Store.open(home) as store:
        assert_whole(store, 0)
