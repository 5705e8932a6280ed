"""One writer at a time, across processes; a dead one holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from tests.warehouse import samples
from warehouse.errors import BusyError
from warehouse.lock import LOCK_NAME
from warehouse.store import FILE_NAME, Store

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from warehouse.store import Store
with Store.open(Path(sys.argv[1])):
    print("open", flush=True)
    time.sleep(60)
"""


@contextmanager
def holder(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the warehouse open."""
    command = [sys.executable, "-c", HOLDER, str(home)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


def test_a_second_process_is_told_the_file_and_the_holder(tmp_path: Path) -> None:
    with holder(tmp_path) as process, pytest.raises(BusyError) as caught:
        Store.open(tmp_path)
    assert str(tmp_path / LOCK_NAME) in str(caught.value)
    assert f"process {process.pid}" in str(caught.value)


def test_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Store.open(tmp_path) as store:
            store.save_run(samples.run())
    assert (tmp_path / LOCK_NAME).read_text(encoding="ascii") == f"{os.getpid()}\n"


def test_a_second_opening_in_one_process_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path), pytest.raises(BusyError, match=f"process {os.getpid()}"):
        Store.open(tmp_path)
    with Store.open(tmp_path) as store:
        assert store.runs() == []


def test_a_file_that_another_program_holds_is_busy(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    script = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); input()"
    )
    command = [sys.executable, "-c", script, str(tmp_path / FILE_NAME)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(BusyError, match="expected no other program to hold it"):
            Store.open(tmp_path)
        other.kill()
    Store.open(tmp_path).close()


def test_a_refused_file_leaves_the_lock_free(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / FILE_NAME) as other:
        other.execute("create table recipes (id integer)")
    for _ in range(2):
        with pytest.raises(Exception, match="seen tables recipes"):
            Store.open(tmp_path)
