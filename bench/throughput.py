"""CPU time a document, from the bytes of pages to committed checks, beside a naive matcher's.

    python -m bench.throughput [--docs 1000] [--findings 10000] [--seed 1]

Plain functions in one process: the pages are those of a synthetic corpus, held against its
findings, which are read from reports before the clock runs. The naive matcher reads the first of
the same pages in the same run. What Prefect adds to a run is printed apart: it does not grow with
the pages.
Both scripts lie beside a development checkout; without them nothing is measured, and that is said.
Exit status 1 when the target is missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final, TypeVar

from bench.matching import SHARED, is_there, read, run
from checks.claims import extract
from checks.forces import Gazetteer
from flows.files import from_bytes
from flows.judging import judge_all, notices_of
from flows.work import CLAIMS_A_TASK, INPUTS_A_TASK
from sources.registry import load_forces
from sources.source import read_document
from warehouse.records import Claim
from warehouse.store import Store

MAKER: Final = SHARED / "make_synthetic_corpus.py"
NAIVE: Final = SHARED / "naive_baseline.py"
CLAIMS_A_PAGE: Final = 10
FINDINGS_A_REPORT: Final = 25
NAIVE_DOCS: Final = 20
TARGET: Final = 50
PRESS: Final = "https://www.kent.police.uk/news/kent/latest/"
REPORTS: Final = "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"

T = TypeVar("T")
Page = tuple[str, bytes]
"""An address and the bytes that stand there."""


class Pipeline:
    """Reads and judges pages in a warehouse, and keeps the CPU seconds of each stage."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._forces = load_forces()
        self._gazetteer = Gazetteer(self._forces)
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.counts: Counter[str] = Counter()

    def process(self, pages: Sequence[Page]) -> None:
        """Every page is read before a claim is judged, as in a run."""
        for part in batched(pages, INPUTS_A_TASK):
            self._read(part)
        with Store.open(self._home) as store:
            claims = store.claims(store.to_judge())
        for few in _whole_documents(claims):
            self._judge(few)

    def _read(self, pages: Sequence[Page]) -> None:
        snapshots, documents, claims = [], [], []
        for url, body in pages:
            with self._stage("parse"):
                snapshot = from_bytes(url, body, "text/html").snapshot
                document = read_document(snapshot, body, forces=self._forces)
            with self._stage("extract"):
                claims += extract(document, self._gazetteer)
            snapshots.append(snapshot)
            documents.append(document)
        with self._stage("save"), Store.open(self._home) as store, store.transaction():
            store.save_snapshots(snapshots)
            store.save_documents(documents)
            store.save_claims([document.id for document in documents], claims)
        self.counts.update(documents=len(documents), claims=len(claims))

    def _judge(self, claims: Sequence[Claim]) -> None:
        ids = [claim.id for claim in claims]
        with self._stage("candidates"), Store.open(self._home) as store:
            candidates = store.candidates(ids)
            findings = store.claims(one for many in candidates.values() for one in many)
            documents = sorted({claim.document for claim in claims})
            beside = store.claims_in(documents)
            beside += store.findings_about({claim.subject for claim in beside})
        with self._stage("judge"):
            checks = judge_all(claims, candidates, {finding.id: finding for finding in findings})
            notices = notices_of(documents, beside)
        with self._stage("commit"), Store.open(self._home) as store, store.transaction():
            store.save_checks(ids, checks)
            store.save_notices(documents, notices)
        pairs = sum(len(found) for found in candidates.values())
        self.counts.update(judged=len(ids), candidates=pairs, checks=len(checks))

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        before = time.process_time()
        yield
        self.seconds[name] += time.process_time() - before


def main() -> int:
    """Measure both over the same pages; 1 when ours is not that many times cheaper."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--docs", type=int, default=1_000)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    if not (is_there(MAKER) and is_there(NAIVE)):
        return 0
    if find_spec("quantulum3") is None:
        print("throughput: SKIPPED, the naive matcher needs quantulum3, which is not installed")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        make(folder, call.docs, call.findings, call.seed)
        theirs = naive(folder, min(NAIVE_DOCS, call.docs))
        ours = measured(folder)
        overhead(folder)
    ratio = theirs / ours
    print(f"throughput: {ratio:.0f} times less CPU a document  >= {TARGET}", end="  ")
    print("met" if ratio >= TARGET else "MISSED")
    return 0 if ratio >= TARGET else 1


def make(folder: Path, docs: int, findings: int, seed: int) -> None:
    """Write the corpus: findings, claims, and pages that hold the claims."""
    sizes = {"claims": docs * CLAIMS_A_PAGE, "findings": findings, "html": docs, "seed": seed}
    options = [word for name, size in sizes.items() for word in (f"--{name}", str(size))]
    run([sys.executable, str(MAKER), *options, "--out", str(folder)])


def naive(folder: Path, docs: int) -> float:
    """CPU seconds of the naive matcher for a document, all its stages together."""
    options = ["--docs", str(docs), "--claims", "1", "--db", str(folder / "naive.duckdb")]
    command = [sys.executable, str(NAIVE), str(folder), *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    stages = {name: float(row["cpu"]) for name, row in json.loads(done.stdout)["stages"].items()}
    report("naive", stages, docs)
    return sum(stages.values()) / docs


def measured(folder: Path) -> float:
    """CPU seconds of ours for a document, with the findings in the warehouse before."""
    pipeline = Pipeline(folder / "home")
    pipeline.process(reports(folder))
    print(f"findings: {json.dumps(pipeline.counts)}")
    pages = press(folder)
    pipeline.seconds.clear()
    pipeline.counts.clear()
    before = time.process_time()
    pipeline.process(pages)
    spent = time.process_time() - before
    print(f"pages: {json.dumps(pipeline.counts)}")
    apart = spent - sum(pipeline.seconds.values())
    report("ours", {**pipeline.seconds, "the rest": apart}, len(pages))
    return spent / len(pages)


def press(folder: Path) -> list[Page]:
    """The pages of the corpus, each under an address of its own."""
    return [
        (f"{PRESS}{path.stem}/", path.read_bytes())
        for path in sorted((folder / "pages").glob("*.html"))
    ]


def reports(folder: Path) -> list[Page]:
    """Inspectors' reports that hold the findings of the corpus."""
    texts = [row["text"] for row in read(folder / "findings.jsonl")]
    return [
        (f"{REPORTS}report-{number}/", _report(number, part).encode())
        for number, part in enumerate(batched(texts, FINDINGS_A_REPORT))
    ]


def _report(number: int, findings: Sequence[str]) -> str:
    body = "".join(f"<p>{escape(text)}</p>" for text in findings)
    title = f"Police performance: report {number}"
    return (
        f"<!doctype html><html lang=en><title>{title}</title><main><article><h1>{title}</h1>"
        f"<time datetime=2024-04-02>2 April 2024</time>{body}</article></main></html>"
    )


def overhead(folder: Path) -> None:
    """Print what a run of one page costs in Prefect, once Prefect has made its tables."""
    page = folder / "one.html"
    page.write_text(_report(0, ["Officers seized £2,000 in cash."]), "utf-8")
    home = ["env", f"TALLYCHECK_HOME={folder / 'small'}"]
    command = [*home, str(Path(sys.executable).with_name("tallycheck")), "ingest", str(page)]
    run(command)
    started = time.perf_counter()
    spent = run(command)
    print(f"a run of one page in Prefect: {spent:.1f} CPU s, {time.perf_counter() - started:.1f} s")


def report(name: str, seconds: dict[str, float], docs: int) -> None:
    """Print CPU milliseconds a document for each stage."""
    total = sum(seconds.values())
    print(f"{name}: {1000 * total / docs:,.1f} CPU ms a document, {docs:,} documents")
    for stage, spent in seconds.items():
        print(f"  {stage:20s} {1000 * spent / docs:10.2f}")


def batched(things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for first in range(0, len(things), size):
        yield things[first : first + size]


def _whole_documents(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """A task's worth of claims at a time; the claims of a document stay together."""
    part: list[Claim] = []
    for claim in claims:
        if len(part) >= CLAIMS_A_TASK and claim.document != part[-1].document:
            yield part
            part = []
        part.append(claim)
    if part:
        yield part


if __name__ == "__main__":
    sys.exit(main())
