"""Run `ingest` over a corpus with gold answers and print the scorer's figures.

    python -m bench.corpus FOLDER [--scorer score_corpus.py] [--show N]

FOLDER holds `gold.json` and its pages. Only file and address are handed over (and kind, publisher
and date for plain text, which has none of its own). The scorer is no part of this repository: the
default is the one that lies beside a development checkout.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

BESIDE = Path(__file__).resolve().parents[2] / "shared"
SCORER = BESIDE / "bench" / "score_corpus.py"


def main() -> int:
    """Score each folder named on the command line; exit status 0, or 2 without a scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    if not args.scorer.is_file():
        print(f"bench.corpus: expected a scorer, seen none at {args.scorer}", file=sys.stderr)
        return 2
    here = Path(__file__).parent / "blind"
    known = [folder for folder in (BESIDE / "corpus", here) if (folder / "gold.json").is_file()]
    for folder in args.folders or known:
        # The blind set prints figures, never its sentences.
        show = 0 if folder.resolve() == here.resolve() else args.show
        print(f"== {folder.name}")
        print(score(folder, args.scorer, show))
    return 0


def score(folder: Path, scorer: Path, show: int) -> str:
    """The scorer's report on a run over a corpus folder, in a home of its own."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        run(folder, gold, home)
        measures = scorer.parents[1] / "reference" / "measures.csv"
        files = [folder / "gold.json", home / "claims", home / "checks"]
        command = [sys.executable, scorer, *files, "--measures", measures, "--show", str(show)]
        words = [str(word) for word in command]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def run(folder: Path, gold: dict[str, Any], home: Path) -> None:
    """Ingest the corpus into `home` and export `home/claims` and `home/checks`."""
    manifest, forces = home / "manifest.json", home / "forces.csv"
    documents = [entry(folder, document) for document in gold["documents"]]
    manifest.write_text(json.dumps({"documents": documents}), encoding="utf-8")
    environment = {**os.environ, "TALLYCHECK_HOME": str(home / "data")}
    if gold.get("extra_forces"):
        with forces.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(gold["extra_forces"][0]))
            writer.writeheader()
            writer.writerows(gold["extra_forces"])
        environment["TALLYCHECK_FORCES"] = str(forces)
    tallycheck(["ingest", "--manifest", str(manifest)], environment)
    for what in ("claims", "checks"):
        tallycheck(["export", what, "--format", "jsonl", "--out", str(home / what)], environment)


def tallycheck(arguments: list[str], environment: dict[str, str]) -> None:
    """Run the command line of this environment; its own words go to standard error."""
    command = [str(Path(sys.executable).with_name("tallycheck")), *arguments]
    subprocess.run(command, check=True, env=environment, stdout=sys.stderr)


def entry(folder: Path, document: dict[str, Any]) -> dict[str, str]:
    """A manifest's entry for a document of gold."""
    told = {"file": str((folder / document["file"]).resolve()), "url": document["url"]}
    if document["file"].endswith(".txt"):
        told |= {key: document[key] for key in ("kind", "publisher", "published")}
    return told


if __name__ == "__main__":
    sys.exit(main())
