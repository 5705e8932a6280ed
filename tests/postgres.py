"""A PostgreSQL server of the tests' own: a new cluster, reached by a socket in its folder only."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server; whoever can open its folder may sign in as anybody."""

    folder: Path
    numbers: Iterator[int]

    def new_database(self) -> str:
        """Address of an empty database."""
        name = f"ledger{next(self.numbers)}"
        with psycopg.connect(self._words("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name}".encode())
        return self.address(name)

    def address(self, database: str, user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def _words(self, database: str) -> str:
        return f"host={self.folder} user=postgres dbname={database}"

    def is_up(self) -> bool:
        try:
            psycopg.connect(self._words("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True


def programs() -> Path | None:
    """The folder of initdb and postgres: on the path, or where Debian puts the newest."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = Path(on_path) if on_path else found[-1] if found else None
    return initdb.parent if initdb else None


@contextmanager
def running() -> Iterator[Server]:
    """A server for the block; without PostgreSQL the tests skip, but in CI they fail."""
    folder = programs()
    if folder is None:
        words = "no PostgreSQL on this machine; `make system` installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    place = Path(tempfile.mkdtemp(prefix="tallycheck-pg-"))
    try:
        yield from _served(folder, place)
    finally:
        shutil.rmtree(place)


def _served(programs: Path, place: Path) -> Iterator[Server]:
    person = _person(place)
    initdb = [programs / "initdb", "-D", place / "data", "-U", "postgres", "-A", "trust", "-N"]
    subprocess.run(
        [str(word) for word in initdb], check=True, capture_output=True, cwd=place, **person
    )
    # On a socket only; flushed to disk as in earnest.
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={place}"]
    server = Server(place, count(1))
    with subprocess.Popen(
        [programs / "postgres", "-D", place / "data", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=place,
        **person,
    ) as process:
        try:
            _await(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept


def _person(place: Path) -> dict[str, Any]:
    """Who runs the server, for `subprocess`: root may not, so then a user without rights does."""
    if os.getuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(place, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _await(server: Server, process: subprocess.Popen[bytes]) -> None:
    latest = time.monotonic() + START_SECONDS
    while not server.is_up():
        assert process.poll() is None, "the server ended before it answered"
        assert time.monotonic() < latest, "the server did not answer"
        time.sleep(0.05)
