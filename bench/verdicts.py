"""Judge pairs of a claim and a finding and print how many labels are right.

    python -m bench.verdicts [PAIRS.jsonl ...] [--show]

Without files: the development pairs beside the checkout, the blind ones, and EQUATE's StressTest
(pure interval logic). Of the blind pairs only figures are printed, never their words.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

from bench.equate import stress_test
from flows.judge_pairs import pair_of, verdict_row
from warehouse.records import FLAGS

HERE: Final = Path(__file__).resolve().parent
SHARED: Final = HERE.parents[1] / "shared" / "bench"
BLIND: Final = HERE / "blind" / "pairs.jsonl"
NOT_COMPARABLE: Final = frozenset(
    {"period_mismatch", "scope_mismatch", "unit_mismatch", "unrelated"}
)

Row = dict[str, Any]
Labels = list[tuple[str, str]]
"""Gold and given label of each pair."""


def main() -> int:
    """Score each file; a set that is not there is named and left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--show", action="store_true", help="print the pairs that differ")
    call = parser.parse_args()
    for path in call.files or [SHARED / "domain_pairs_dev.jsonl", BLIND]:
        if not path.is_file():
            print(f"{path.name}: not beside this checkout")
            continue
        rows = read(path)
        given = [verdict_row(row["id"], pair_of(row)) for row in rows]
        report(path, rows, given)
        if call.show and path.resolve() != BLIND:
            show(rows, given)
    if not call.files and (SHARED / "equate_dev.jsonl").is_file():
        right, total = stress_test(read(SHARED / "equate_dev.jsonl"))
        print(f"EQUATE StressTest: {total} pairs, {right / total:.2%} right")
    return 0


def report(path: Path, rows: list[Row], given: list[Row]) -> None:
    """Print accuracy, macro-F1, the flags on pairs that cannot be compared, and each label."""
    labels = [(row["label"], one["label"]) for row, one in zip(rows, given, strict=True)]
    apart = [given for gold, given in labels if gold in NOT_COMPARABLE]
    flagged = sum(label in FLAGS for label in apart)
    print(
        f"{path.name}: {len(rows)} pairs, accuracy {accuracy(labels):.3f}, "
        f"macro-F1 {macro_f1(labels):.3f}, not comparable {len(apart)}, of these flagged {flagged}"
    )
    for label, count in sorted(Counter(gold for gold, _ in labels).items()):
        right = sum(gold == given == label for gold, given in labels)
        said = sum(given == label for _, given in labels)
        print(f"  {label:20s} gold {count:3d}  given {said:3d}  right {right:3d}")


def accuracy(labels: Labels) -> float:
    return sum(gold == given for gold, given in labels) / len(labels) if labels else 0.0


def macro_f1(labels: Labels) -> float:
    """The plain mean of F1 over the labels that occur in gold."""
    known = {gold for gold, _ in labels}
    return sum(f1(labels, label) for label in known) / len(known) if known else 0.0


def f1(labels: Labels, label: str) -> float:
    hits = sum(gold == given == label for gold, given in labels)
    named = sum((gold == label) + (given == label) for gold, given in labels)
    return 2 * hits / named if named else 0.0


def show(rows: list[Row], given: list[Row]) -> None:
    """Print each pair that is labelled wrong."""
    for row, one in zip(rows, given, strict=True):
        if row["label"] != one["label"]:
            print(f"{row['id']} {row['label']} -> {one['label']} ({one['rule']})")
            print(f"    {row['claim']['text']}\n    {row['finding']['text']}\n    {one['why']}")


def read(path: Path) -> list[Row]:
    """The objects of a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    raise SystemExit(main())
