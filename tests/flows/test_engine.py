"""Prefect's settings, and the server that a killed run leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from flows.alone import alone
from flows.engine import OWNER, Owner, end_leftovers, leftovers, prepare
from warehouse.errors import BusyError, UsageError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="process marks are read from /proc")
SLEEP = "import sys, time; print(flush=True); time.sleep(60)"


@contextmanager
def server(owner: str, *, name: str = "prefect.server.api.server:create_app") -> Iterator[int]:
    """A process that looks like a server of this owner."""
    env = {**os.environ, OWNER: owner}
    words = [sys.executable, "-c", SLEEP, name]
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()  # it runs under its own name and environment now
        try:
            yield process.pid
        finally:
            process.kill()


def dead(home: Path) -> str:
    return str(Owner(pid=os.getpid(), started="1", home=str(home)))


def ended(pid: int) -> bool:
    """Has the process ended? Its entry stays until its parent, this test, looks."""
    deadline = time.monotonic() + 5
    stat = Path(f"/proc/{pid}/stat")
    while time.monotonic() < deadline:
        if stat.read_text("ascii").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_a_server_whose_run_is_gone_is_found_and_ended(tmp_path: Path) -> None:
    with server(dead(tmp_path)) as pid:
        assert leftovers(tmp_path) == [pid]
        assert end_leftovers(tmp_path) == [pid]
        assert ended(pid)
        assert leftovers(tmp_path) == []


def test_a_server_of_a_living_run_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OWNER, "")
    prepare(tmp_path)
    with server(os.environ[OWNER]):
        assert end_leftovers(tmp_path) == []


def test_a_server_of_another_home_is_left_alone(tmp_path: Path) -> None:
    with server(dead(tmp_path / "other")):
        assert end_leftovers(tmp_path) == []


def test_another_program_is_left_alone_whatever_it_inherited(tmp_path: Path) -> None:
    with server(dead(tmp_path), name="something.else:app"):
        assert end_leftovers(tmp_path) == []


def test_the_users_own_settings_of_prefect_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PREFECT_HOME", "DO_NOT_TRACK", OWNER):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    prepare(tmp_path)
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG"
    assert os.environ["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert os.environ["DO_NOT_TRACK"] == "1"


def test_two_runs_do_not_share_a_home(tmp_path: Path) -> None:
    first = alone(tmp_path)
    first.__enter__()
    with pytest.raises(BusyError, match=f"seen process {os.getpid()}"), alone(tmp_path):
        pass
    first.__exit__(None, None, None)
    with alone(tmp_path):
        pass


def test_a_home_that_cannot_be_a_folder_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", "utf-8")
    with pytest.raises(UsageError, match="expected a folder to write to"), alone(tmp_path / "home"):
        pass
