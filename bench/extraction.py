"""Reads the quantities of a file of sentences with `tallycheck extract` and scores them.

    python -m bench.extraction GOLD.jsonl                    table of P, R, F1
    python -m bench.extraction GOLD.jsonl --scorer PATH      by another scorer script
    python -m bench.extraction GOLD.jsonl --show 10          and the first sentences that differ
    python -m bench.extraction GOLD.jsonl --own              the own count, which needs no scorer

GOLD holds a JSON object a line: {"id", "text", "quantities": [...]}. Quantities with offsets are
read in style span, others in style newsquant. The scorer takes GOLD and the predictions; it is no
part of this repository: the default is the one that lies beside a development checkout. Without
one, gold with offsets is counted here. Without GOLD, all gold files known here are scored.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "bench"
SCORER = BESIDE / "score_quantities.py"
BLIND = Path(__file__).resolve().parent / "blind" / "sentences.jsonl"
KNOWN = (BESIDE / "uk_quantities_dev.jsonl", BESIDE / "newsquant_dev.jsonl", BLIND)


def main() -> int:
    """Score each file; exit status 0, or 2 where a file or the needed scorer is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="*")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--own", action="store_true")
    call = parser.parse_args()
    files = call.gold or [path for path in KNOWN if path.is_file()]
    if not files:
        print(f"bench.extraction: no gold beside this checkout ({BESIDE}); nothing scored")
    return max((score_file(path, call) for path in files), default=0)


def score_file(gold: Path, call: argparse.Namespace) -> int:
    """Extract from one gold file and print its scores."""
    if not gold.is_file():
        return refuse(f"expected a file of gold, seen none at {gold}")
    rows = read_rows(gold)
    spans = any("start" in quantity for row in rows for quantity in row["quantities"])
    own = call.own or (spans and call.scorer == SCORER and not SCORER.is_file())
    if own and not spans:
        return refuse(f"{gold}: expected offsets for the own count, seen none")
    if not own and not call.scorer.is_file():
        return refuse(f"expected a scorer, seen none at {call.scorer}")
    print(f"== {gold.name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        extract(gold, predicted, "span" if spans else "newsquant")
        # The blind set prints figures, never its sentences.
        show = 0 if gold.resolve() == BLIND else call.show
        if own:
            return print_own(rows, read_rows(predicted), show)
        command = [sys.executable, call.scorer, gold, predicted, "--show", str(show)]
        return subprocess.run(command, check=False).returncode


def refuse(words: str) -> int:
    print(f"bench.extraction: {words}", file=sys.stderr)
    return 2


def read_rows(path: Path) -> list[Row]:
    lines = path.read_bytes().split(b"\n")
    return [json.loads(line) for line in lines if line.strip()]


def extract(gold: Path, predicted: Path, style: str) -> None:
    """Run the command line of this environment."""
    program = Path(sys.executable).with_name("tallycheck")
    subprocess.run([program, "extract", gold, "--style", style, "--out", predicted], check=True)


def print_own(gold: Sequence[Row], predicted: Sequence[Row], show: int) -> int:
    """The own count of gold with offsets: strict, spans that overlap."""
    found = {row["id"]: claims(row) for row in predicted}
    pairs = [(row, claims(row), found[row["id"]]) for row in gold]
    for name, bound in (("span+value+unit", False), ("+comparator", True)):
        figures = score([(wanted, seen) for _, wanted, seen in pairs], bound=bound)
        print(f"{name:16s} P {{:.1f}} R {{:.1f}} F1 {{:.1f}}".format(*figures))
    differing = [pair for pair in pairs if differs(pair[1], pair[2])]
    for row, wanted, seen in differing[:show]:
        print(row["id"], row["text"], "   gold ", *wanted, "   found", *seen, sep="\n      ")
    return 0


def claims(row: Row) -> list[Row]:
    """The quantities of a row that assert something."""
    return [quantity for quantity in row["quantities"] if quantity.get("claim", True)]


def differs(gold: Sequence[Row], found: Sequence[Row]) -> bool:
    missed = any(not any(agrees(g, f, bound=True) for f in found) for g in gold)
    return missed or len(gold) != len(found)


def score(
    pairs: Sequence[tuple[list[Row], list[Row]]], *, bound: bool
) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent over gold and found claims, sentence by sentence."""
    gold_count = sum(len(gold) for gold, _ in pairs)
    found_count = sum(len(found) for _, found in pairs)
    hits = sum(any(agrees(g, f, bound=bound) for f in found) for gold, found in pairs for g in gold)
    precision = 100 * hits / found_count if found_count else 100.0
    recall = 100 * hits / gold_count if gold_count else 100.0
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def agrees(gold: Row, found: Row, *, bound: bool) -> bool:
    """Same span, value and unit; with `bound` the same comparator too."""
    if gold["end"] <= found["start"] or found["end"] <= gold["start"]:
        return False
    if gold["unit"] != found["unit"]:
        return False
    if bound and found["comparator"] not in {gold["comparator"], *gold.get("comparator_ok", ())}:
        return False
    return bool(gold.get("vague") and found.get("vague")) or _same_value(gold, found)


def _same_value(gold: Row, found: Row) -> bool:
    if found["value_low"] is None:
        return False
    return all(
        abs(gold[end] - found[end]) <= 1e-5 * max(1, abs(gold[end]))
        for end in ("value_low", "value_high")
    )


if __name__ == "__main__":
    sys.exit(main())
