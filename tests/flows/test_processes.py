"""The command line as its users run it: with Prefect, in a process, a locale and a time zone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.engine import leftovers
from tests.flows.processes import SAMPLES, Finished, command, environment, tallycheck

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

BROKEN = {
    "empty.html": b"",
    "noise.html": bytes(range(256)) * 4,
    "large.txt": b"words " * 4_200_000,
}
DAMAGED = {"unread.html": b"<html><p>\x81\x8d\x8f\x90\x9d and \xff</p></html>"}


@dataclass(frozen=True, kw_only=True)
class Homes:
    """Two homes that were told of the same documents in two ways."""

    first: Path
    second: Path
    told: Finished
    prefect: dict[str, str]  # a home of Prefect's that has its tables: they take it seconds to make


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    folder = tmp_path_factory.mktemp("processes")
    manifest = mixed_manifest(folder)
    first, second = folder / "first", folder / "second"
    prefect = {"PREFECT_HOME": str(first / "prefect")}
    one = {"LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}
    told = tallycheck("ingest", "--manifest", manifest, "--json", home=first, env=one)
    other = {**prefect, "LANG": "de_DE.UTF-8", "TZ": "America/Adak", "PYTHONHASHSEED": "2"}
    reordered(manifest)
    tallycheck("ingest", "--manifest", manifest, home=second, env=other)
    return Homes(first=first, second=second, told=told, prefect=prefect)


def mixed_manifest(folder: Path) -> Path:
    """The sample documents among broken ones, and one that is not there at all."""
    entries = json.loads((SAMPLES / "manifest.json").read_text("utf-8"))["documents"]
    for entry in entries:
        (folder / entry["file"]).write_bytes((SAMPLES / entry["file"]).read_bytes())
    for name, body in {**BROKEN, **DAMAGED}.items():
        (folder / name).write_bytes(body)
    names = (*BROKEN, *DAMAGED, "gone.html")
    broken = [{"file": name, "url": f"https://a.example/{name}"} for name in names]
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({"documents": [*broken, *entries]}), "utf-8")
    return manifest


def reordered(manifest: Path) -> None:
    content = json.loads(manifest.read_text("utf-8"))
    content["documents"].reverse()
    manifest.write_text(json.dumps(content), "utf-8")


def test_broken_documents_are_listed_and_the_others_are_done(homes: Homes) -> None:
    outcomes = {line["input"]: line["outcome"] for line in homes.told.lines}
    good = {"report.html": "ok", "statement.html": "ok", "story.txt": "ok"}
    broken = dict.fromkeys([*BROKEN, "gone.html"], "rejected_error")
    assert outcomes == {**good, **broken, **dict.fromkeys(DAMAGED, "flagged")}
    assert homes.told.status == 1
    assert "8 in, 3 read, 5 skipped" in homes.told.err
    for line in homes.told.lines:
        if line["outcome"] != "ok":
            assert "expected" in line["reason"]
            assert (line["claims"], line["document"]) == (0, None)


def test_locale_time_zone_hash_seed_and_order_change_no_byte(homes: Homes) -> None:
    for table in ("claims", "checks", "notices"):
        one = tallycheck("export", table, home=homes.first)
        other = tallycheck("export", table, home=homes.second)
        assert one.status == 0
        assert one.out == other.out
        assert one.out or table == "notices"


def test_a_second_run_in_a_process_of_its_own_finds_nothing_new(homes: Homes) -> None:
    before = tallycheck("export", "checks", home=homes.first).out
    again = tallycheck("ingest", "--manifest", SAMPLES / "manifest.json", home=homes.first)
    assert again.status == 0
    assert "3 not_modified" in again.out
    assert "0 checks made" in again.out
    assert tallycheck("export", "checks", home=homes.first).out == before


def test_a_reader_that_leaves_early_is_no_error(homes: Homes) -> None:
    with subprocess.Popen(
        command("export", "documents"),
        env=environment(homes.first),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_check_of_one_page_takes_under_three_seconds(homes: Homes) -> None:
    started = time.monotonic()
    done = tallycheck("check", SAMPLES / "statement.html", home=homes.first)
    assert done.status == 0
    assert time.monotonic() - started < 6  # with the machine to itself: a second and a half


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_asked_to_stop_leaves_no_process_behind(
    homes: Homes, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    # A shell that runs the tests in the background has SIGINT ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        command("ingest", "--manifest", SAMPLES / "manifest.json", "--json"),
        env=environment(tmp_path, homes.prefect),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        os.kill(process.pid, number)
        err = process.stderr.read().decode()
        assert process.wait() == status
    assert "Traceback" not in err
    assert leftovers(tmp_path) == []
