"""Match claims with findings and print how often the right one is found, beside BM25 alone.

    python -m bench.matching [--size 100000] [--seed 1]

The sets lie beside a development checkout; one that is not there is named and left out. Of the
blind pairs only figures are printed, never their words. Exit status 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench.retrieval import (
    TOP,
    Query,
    Ranks,
    Row,
    bm25,
    hit_at,
    mean,
    precision_at_5,
    recall_at,
)
from flows.match_files import match_rows
from flows.statement_lines import Side, claim_of, finding_of

HERE: Final = Path(__file__).resolve().parent
SHARED: Final = HERE.parents[1] / "shared" / "bench"
BLIND: Final = HERE / "blind" / "pairs.jsonl"
SAMPLE: Final = 1_000
"""Claims of the synthetic corpus that BM25 alone is asked for: it is slow."""


class Target(NamedTuple):
    """A figure, the least that it should be, and what it is in this run."""

    name: str
    least: float
    seen: float
    most: bool = False

    def is_met(self) -> bool:
        return self.seen <= self.least if self.most else self.seen >= self.least


def main() -> int:
    """Measure each set that is there; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=100_000, help="synthetic claims and findings")
    parser.add_argument("--seed", type=int, default=1)
    call = parser.parse_args()
    targets = [
        *domain(),
        *blind(),
        *tweets(),
        *articles(),
        *synthetic(call.size, call.seed),
    ]
    for target in targets:
        sign, verdict = "<=" if target.most else ">=", "met" if target.is_met() else "MISSED"
        print(f"{target.name:44s} {target.seen:8.3f}  {sign} {target.least:6.3f}  {verdict}")
    return 0 if all(target.is_met() for target in targets) else 1


def domain() -> list[Target]:
    """Claims of forces among the findings of all pairs, forces given."""
    path, pairs = SHARED / "domain_match_dev.jsonl", SHARED / "domain_pairs_dev.jsonl"
    if not is_there(path) or not is_there(pairs):
        return []
    claims, findings = read(path), findings_of(read(pairs))
    queries = [Query(claim["id"], claim["relevant"]) for claim in claims]
    ours, plain = matched(claims, findings), bm25(claims, findings)
    report(path.stem, queries, {"ours": ours, "BM25": plain})
    return [
        Target(f"{path.stem} recall@1", 0.92, mean(queries, ours, recall_at(1))),
        Target(f"{path.stem} recall@5", 1.0, mean(queries, ours, recall_at(5))),
    ]


def blind() -> list[Target]:
    """The related claims of the blind pairs among the findings of all: reported, without target."""
    if not is_there(BLIND):
        return []
    pairs = read(BLIND)
    related = [pair for pair in pairs if pair["label"] != "unrelated"]
    claims = [picked(pair, "claim", "text force published") for pair in related]
    findings = findings_of(pairs)
    queries = [Query(claim["id"], [claim["id"]]) for claim in claims]
    ours, plain = matched(claims, findings), bm25(claims, findings)
    report("blind pairs", queries, {"ours": ours, "BM25": plain})
    return []


def findings_of(pairs: Sequence[Row]) -> list[Row]:
    """The findings of a file of pairs, each under its pair's id."""
    return [picked(pair, "finding", "text force period") for pair in pairs]


def picked(pair: Row, side: str, fields: str) -> Row:
    """One side of a pair as a line of `match`."""
    return {"id": pair["id"], **{field: pair[side].get(field) for field in fields.split()}}


def tweets() -> list[Target]:
    """CLEF-2020 CheckThat! task 2: tweets, and the verified claims they repeat."""
    path, corpus = SHARED / "clef20_dev.jsonl", SHARED / "clef20_corpus.jsonl"
    if not is_there(path) or not is_there(corpus):
        return []
    claims, findings = read(path), read(corpus)
    queries = [Query(claim["id"], claim["relevant"]) for claim in claims]
    ours, plain = matched(claims, findings), bm25(claims, findings)
    report(path.stem, queries, {"ours": ours, "BM25": plain})
    least = max(0.76, mean(queries, plain, precision_at_5))
    return [Target(f"{path.stem} MAP@5", least, mean(queries, ours, precision_at_5))]


def articles() -> list[Target]:
    """WiCE: sentences with a number, and those of the article that is cited for each."""
    path = SHARED / "wice_num_dev.jsonl"
    if not is_there(path):
        return []
    claims = read(path)
    queries = [Query(claim["id"], claim["relevant"]) for claim in claims]
    ours = matched(claims, [])
    plain = {claim["id"]: bm25([claim], claim["candidates"])[claim["id"]] for claim in claims}
    report(path.stem, queries, {"ours": ours, "BM25": plain})
    least = max(0.80, mean(queries, plain, hit_at(1)))
    return [Target(f"{path.stem} hit@1", least, mean(queries, ours, hit_at(1)))]


def synthetic(size: int, seed: int) -> list[Target]:
    """As many findings as claims, with attributes; its names are opaque keys."""
    maker = SHARED / "make_synthetic_corpus.py"
    if not is_there(maker):
        return []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        options = ["--claims", str(size), "--findings", str(size), "--seed", str(seed)]
        run([sys.executable, str(maker), *options, "--out", scratch])
        files = [str(folder / f"{side}.jsonl") for side in ("claims", "findings", "ranked")]
        command = [str(Path(sys.executable).with_name("tallycheck")), "match"]
        named = ["--claims", files[0], "--findings", files[1], "--out", files[2]]
        spent = run([*command, *named])
        return planted(folder, spent, f"synthetic {size:,}")


def planted(folder: Path, spent: float, name: str) -> list[Target]:
    """The figures of one run over a synthetic corpus."""
    ours = {row["id"]: row["ranked"] for row in read(folder / "ranked.jsonl")}
    truth = read(folder / "truth.jsonl")
    contradicted = [row for row in truth if row["relation"] == "contradicts"]
    queries, against = (
        [Query(row["claim"], [row["finding"]]) for row in rows] for rows in (truth, contradicted)
    )
    print(f"{name}: {len(truth):,} planted pairs, {spent:.1f} CPU s from files to file")
    report(f"{name}, all", queries, {"ours": ours})
    report(f"{name}, contradictions", against, {"ours": ours})
    claims, findings = read(folder / "claims.jsonl"), read(folder / "findings.jsonl")
    sample = [query for query in queries if query.id in {row["id"] for row in claims[:SAMPLE]}]
    plain = bm25(claims[:SAMPLE], findings)
    report(f"{name}, the first claims", sample, {"ours": ours, "BM25": plain})
    return [
        Target(f"{name} recall@20", 0.95, mean(queries, ours, recall_at(TOP))),
        Target(f"{name} contradictions recall@20", 0.90, mean(against, ours, recall_at(TOP))),
        Target(f"{name} CPU s", 60, spent, most=True),
    ]


def matched(claims: Sequence[Row], findings: Sequence[Row]) -> Ranks:
    """What `match` makes of the lines."""
    side = Side([row["id"] for row in findings], [finding_of(row) for row in findings])
    before = cpu(resource.RUSAGE_SELF)
    rows = list(match_rows([(row["id"], claim_of(row)) for row in claims], side, top=TOP))
    print(f"{len(claims):,} claims matched in {cpu(resource.RUSAGE_SELF) - before:.1f} CPU s")
    return {row["id"]: row["ranked"] for row in rows}


def report(name: str, queries: Sequence[Query], systems: Mapping[str, Ranks]) -> None:
    """Print the usual figures of each system over the same queries."""
    figures = {
        "recall@1": recall_at(1),
        "recall@5": recall_at(5),
        "recall@20": recall_at(TOP),
        "hit@1": hit_at(1),
        "MAP@5": precision_at_5,
    }
    for system, ranks in systems.items():
        shown = "  ".join(f"{key} {mean(queries, ranks, of):.3f}" for key, of in figures.items())
        print(f"  {name} ({len(queries)}) {system:5s} {shown}")


def run(command: list[str]) -> float:
    """Run a command and return its CPU seconds, those of all its threads."""
    before = cpu(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=sys.stderr)
    return cpu(resource.RUSAGE_CHILDREN) - before


def cpu(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def read(path: Path) -> list[Row]:
    """The objects of a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def is_there(path: Path) -> bool:
    if not path.is_file():
        print(f"{path.stem}: SKIPPED, no file {path.name} beside this checkout")
    return path.is_file()


if __name__ == "__main__":
    sys.exit(main())
