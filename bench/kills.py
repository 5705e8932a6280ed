"""Kill `ingest` outright at random moments, and look for what is lost, doubled, torn or left.

    python -m bench.kills [--kills 20] [--documents 120] [--seed 1]

Every run reads the same addresses, but each time with other figures than the run before it, so
every kill falls into real work. Every third kill comes while Prefect starts, the others between
the first commit and the end. Another third spares the children of the process, as the system does
when memory runs out: then it is the next run that must end them. After each kill the warehouse is
opened and looked at:

- an input that was told of as committed is there, with the text that it had;
- the claims of each document are those of its text, and every check has its claims;
- no process of a group that was killed is alive.

A last run must end with the same claims, checks and notices as one that nobody disturbed, but for
the notices that tell what the pages said before.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checks.claims import extract
from checks.forces import Gazetteer
from flows.engine import leftovers
from flows.manifest import load_manifest
from flows.settings import Settings
from flows.work import Work
from sources.registry import load_forces
from warehouse.publish import open_edition
from warehouse.records import digest, document_id
from warehouse.store import Store
from warehouse.tables import Table, export

TABLES: Final[tuple[Table, ...]] = ("claims", "checks", "notices", "documents")
FORCES: Final = ("Cumbria", "Kent", "Norfolk", "Suffolk", "Surrey", "Sussex")
DAY: Final = "2024-07-19"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """One killed run: `seconds` after its start or its first commit, whether its children died
    too, how many inputs it had told of, and what is wrong now.
    """

    seconds: float
    early: bool
    group: bool
    told: int
    wrong: tuple[str, ...]


def write_corpus(folder: Path, documents: int, version: int) -> Path:
    """A manifest of reports and statements; another version has other figures everywhere."""
    folder.mkdir(parents=True)
    entries = []
    for number in range(documents):
        force = FORCES[number // 2 % len(FORCES)]
        is_report = number % 2 == 0
        name = f"{number:04}.txt"
        words = (_report if is_report else _statement)(force, number, version)
        (folder / name).write_text(words, "utf-8")
        entry = {"file": name, "url": f"https://kills.example/{number:04}/", "published": DAY}
        kind = {"kind": "report", "publisher": "HMICFRS"} if is_report else {"kind": "statement"}
        entries.append({**entry, **kind, **({} if is_report else {"publisher": f"{force} Police"})})
    manifest = folder / "manifest.json"
    manifest.write_text(json.dumps({"documents": entries}), "utf-8")
    return manifest


def _report(force: str, number: int, version: int) -> str:
    return (
        f"An inspection of {force} Police, part {number}\n\n"
        f"{force} Police requires improvement at tackling serious and organised crime.\n\n"
        f"In 2023/24 the force seized £{number + version * 7}.5m in cash.\n\n"
        f"In 2023/24 the force answered {40 + (number + version) % 50} per cent of 999 calls "
        "within 10 seconds.\n"
    )


def _statement(force: str, number: int, version: int) -> str:
    return (
        f"{force} Police answers its inspectors, part {number}\n\n"
        f"{force} Police seized £{number + version * 9}.2m in cash in 2023/24.\n\n"
        f"Officers answered {45 + (number + version) % 50} per cent of 999 calls within 10 seconds "
        "in 2023/24.\n\n"
        f"We made {120 + number + version} arrests in the year ending 31 March 2024.\n"
    )


def kill_often(folder: Path, *, kills: int, documents: int, seed: int) -> Iterator[Kill]:
    """Kill that many runs in `folder`; the last Kill is the undisturbed run after them."""
    # Never a version again: a wording that comes back is held for a second look.
    manifests = [write_corpus(folder / f"v{v}", documents, v) for v in range(kills + 1)]
    home, moments = folder / "home", random.Random(seed)  # noqa: S311 - moments, not secrets
    for number in range(1, kills + 1):
        early, group = number % 3 == 2, number % 3 != 0
        moment = moments.uniform(0.5, 8) if early else moments.uniform(0, 2.5)
        yield _killed(manifests[number - 1], home, moment, early=early, group=group)
    told = _finished(manifests[-1], home)
    _without_prefect(manifests[-1], folder / "undisturbed")
    wrong = (*_differences(folder / "undisturbed", home), *_left(home))
    yield Kill(seconds=0, early=False, group=False, told=told, wrong=wrong)


def _without_prefect(manifest: Path, home: Path) -> None:
    """What the flow does, without Prefect's seconds."""
    work = Work("ingest", Settings(home=home), load_manifest(manifest))
    work.begin()
    for inputs in work.inputs():
        work.read(inputs)
    for claims in work.claims_to_judge():
        work.judge(claims)
    work.publish()


def _command(manifest: Path) -> list[str]:
    return [sys.executable, "-m", "flows.cli", "ingest", "--manifest", str(manifest), "--json"]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "TALLYCHECK_HOME": str(home)}


def _finished(manifest: Path, home: Path) -> int:
    """Run to the end; the number of inputs told of."""
    done = subprocess.run(
        _command(manifest), env=_environment(home), capture_output=True, check=True, timeout=600
    )
    return len(done.stdout.splitlines())


def _killed(manifest: Path, home: Path, moment: float, *, early: bool, group: bool) -> Kill:
    lines = manifest.parent / "told"
    with lines.open("wb") as out:
        process = subprocess.Popen(
            _command(manifest),
            env=_environment(home),
            stdout=out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    while not early and not lines.stat().st_size and process.poll() is None:
        time.sleep(0.005)
    time.sleep(moment)
    if group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
    told = lines.read_bytes().splitlines()
    wrong = (*_wrong(manifest, home, told), *(_alive(process.pid) if group else ()))
    return Kill(seconds=moment, early=early, group=group, told=len(told), wrong=wrong)


def _wrong(manifest: Path, home: Path, told: list[bytes]) -> Iterator[str]:
    """What the warehouse lost, doubled or tore."""
    gazetteer = Gazetteer(load_forces())
    acknowledged = [json.loads(line) for line in told]
    with Store.open(home) as store:
        documents = {document.id: document for document in store.documents()}
        for line in acknowledged:
            body = (manifest.parent / line["input"]).read_bytes()
            snapshot = digest("snapshot", line["url"], hashlib.sha256(body).hexdigest())
            document = documents.get(document_id(line["url"]))
            if document is None or document.snapshot != snapshot:
                yield f"lost: {line['input']}"
        claims = {claim.id: claim for claim in store.claims()}
        of_text = {one.id for text in documents.values() for one in extract(text, gazetteer)}
        yield from (f"torn: claim {one}" for one in sorted(of_text ^ claims.keys()))
        pairs = [(check.claim, check.finding) for check in store.checks()]
        if len(set(pairs)) < len(pairs):
            yield "doubled: a pair is checked twice"
        named = {id_ for pair in pairs for id_ in pair if id_}
        yield from (f"torn: check of {one}" for one in sorted(named - claims.keys()))


def _alive(group: int) -> list[str]:
    """Processes of the group that run on; one that is dead and not yet buried does not count."""
    deadline = time.monotonic() + 5
    while (left := list(_members(group))) and time.monotonic() < deadline:
        time.sleep(0.05)
    return [f"left behind: process {pid}" for pid in left]


def _members(group: int) -> Iterator[int]:
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = entry.read_text("utf-8").rpartition(")")[2].split()[:3]
        except OSError:
            continue  # it ended while we looked
        if int(its_group) == group and state != "Z":
            yield int(entry.parent.name)


def _left(home: Path) -> list[str]:
    return [f"left behind: server {pid}" for pid in leftovers(home)]


def _differences(one: Path, other: Path) -> list[str]:
    return [f"differs: {table}" for table in TABLES if _bytes(one, table) != _bytes(other, table)]


def _bytes(home: Path, table: Table) -> bytes:
    out = home / f"{table}.jsonl"
    with open_edition(home) as edition:
        export(edition, table, "jsonl", out)
    lines = out.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if b'"kind": "edited"' not in line)


def main() -> int:
    """Print a line a kill; exit status 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--documents", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        every = kill_often(
            Path(scratch), kills=args.kills, documents=args.documents, seed=args.seed
        )
        for number, kill in enumerate(every, start=1):
            since = "the start" if kill.early else "the first commit"
            what = f"killed {kill.seconds:3.1f} s after {since}"
            whom = ", with its children" if kill.group else ""
            words = "undisturbed" if number > args.kills else what + whom
            print(f"{number:3} {words}: {kill.told} told, {len(kill.wrong)} wrong", flush=True)
            print("".join(f"      {line}\n" for line in kill.wrong[:10]), end="")
            wrong += len(kill.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
