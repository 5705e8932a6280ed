"""Reads the quantities of a file of sentences and scores them.

    python -m bench.extraction GOLD.jsonl                    own count: P, R, F1
    python -m bench.extraction GOLD.jsonl --scorer PATH      hands both files to a scorer script
    python -m bench.extraction GOLD.jsonl --show             and prints what differs

GOLD holds a JSON object a line: {"id", "text", "quantities": [{"start", "end", "value_low",
"value_high", "unit", "comparator", "comparator_ok"?, "claim"?, "vague"?}]}.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from checks.quantities import NumberRead, read_numbers

Row = dict[str, Any]


def extract_row(text: str) -> list[Row]:
    """Every number of a text, claims and others, in the scorer's form; numbers as floats."""
    return [_row(number) for number in read_numbers(text)]


def _row(number: NumberRead) -> Row:
    quantity = number.quantity
    row: Row = {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "value_low": _plain(quantity.low),
        "value_high": _plain(quantity.high),
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "noun": quantity.noun,
        "claim": number.claim,
    }
    optional = {
        "direction": quantity.direction,
        "role": quantity.role,
        "per": quantity.per,
        "vague": quantity.vague,
        "ambiguous": quantity.ambiguous,
        "why_not": number.why_not,
    }
    return row | {name: value for name, value in optional.items() if value}


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def claims(rows: Iterable[Row]) -> list[Row]:
    """The rows that assert something."""
    return [row for row in rows if row.get("claim", True)]


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


def score(rows: list[Row], *, bound: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent over the claims of all rows."""
    hits = gold_count = found_count = 0
    for row in rows:
        gold, found = claims(row["quantities"]), claims(extract_row(row["text"]))
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        hits += sum(any(agrees(g, f, bound=bound) for f in found) for g in gold)
    precision = 100 * hits / found_count if found_count else 100.0
    recall = 100 * hits / gold_count if gold_count else 100.0
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def show(rows: list[Row]) -> None:
    """Print each sentence whose claims differ from gold."""
    for row in rows:
        gold, found = claims(row["quantities"]), claims(extract_row(row["text"]))
        missed = [g for g in gold if not any(agrees(g, f, bound=True) for f in found)]
        if missed or len(gold) != len(found):
            print(row["id"], row["text"])
            print("   gold ", *gold, sep="\n      ")
            print("   found", *found, sep="\n      ")


def run_scorer(scorer: Path, gold: Path, rows: list[Row]) -> int:
    """Write the predictions to a temporary file and run a scorer script over both."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = [
            json.dumps({"id": row["id"], "quantities": extract_row(row["text"])}) for row in rows
        ]
        predicted.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return subprocess.run([sys.executable, scorer, gold, predicted], check=False).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, help="a script that takes GOLD and PREDICTED")
    parser.add_argument("--show", action="store_true", help="print the sentences that differ")
    call = parser.parse_args()
    lines = call.gold.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    if call.show:
        show(rows)
    if call.scorer:
        return run_scorer(call.scorer, call.gold, rows)
    for name, bound in (("span+value+unit", False), ("+comparator", True)):
        print(f"{name:16s} P {{:.1f}} R {{:.1f}} F1 {{:.1f}}".format(*score(rows, bound=bound)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
