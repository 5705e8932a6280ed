"""Sentences a CPU second beside quantulum3 in the same run, and how long an import takes.

    python -m bench.speed

Exit status 1 when a target is missed. quantulum3 is no dependency of the program:

    python -m pip install --constraint constraints.txt --editable '.[bench]'

Without it, and without the development sentences, what cannot be measured is named and skipped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from bench.generated import pages
from checks.quantities import find_quantities

Read = Callable[[str], object]

UK_DEV: Final = Path(__file__).resolve().parents[2] / "shared/bench/uk_quantities_dev.jsonl"
PAGES, SEED = 100, 20
ROUNDS: Final = 5
STEADY: Final = 0.4  # CPU seconds of one measurement: shorter ones are noise
IMPORT: Final = 0.3
STARTS: Final = 7
IMPORTING: Final = """
import time
started = time.perf_counter()
import checks.claims
print(time.perf_counter() - started)
"""


class Line(NamedTuple):
    """One figure of the table against its target."""

    name: str
    figures: str
    target: str
    met: bool


def main() -> int:
    """Measure, print the table; 1 when a target is missed."""
    lines = [*beside_quantulum3(), import_time()]
    for line in lines:
        verdict = "met" if line.met else "MISSED"
        print(f"{line.name:34s} {line.figures:48s} {line.target:>9s}  {verdict}")
    return 0 if all(line.met for line in lines) else 1


def beside_quantulum3() -> list[Line]:
    """The lines that need quantulum3; none, and a message, without it."""
    if find_spec("quantulum3") is None:
        print("quantulum3 is not installed, so no speed is compared; to install it:")
        print("  python -m pip install --constraint constraints.txt --editable '.[bench]'")
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that its classifier is not installed
        theirs: Read = import_module("quantulum3.parser").parse
    generated = [sentence for page in pages(PAGES, SEED) for sentence in page]
    lines = [compare(f"{len(generated)} sentences of {PAGES} pages", generated, theirs, 50)]
    if not UK_DEV.is_file():
        print(f"uk_quantities_dev: skipped, no file at {UK_DEV}")
        return lines
    rows = UK_DEV.read_text(encoding="utf-8").splitlines()
    dense = [json.loads(row)["text"] for row in rows]
    return [*lines, compare(f"{len(dense)} sentences of uk_quantities", dense, theirs, 20)]


def compare(name: str, sentences: Sequence[str], theirs: Read, target: int) -> Line:
    """Both readers over the same sentences in turn: the median of the rounds' ratios."""
    for sentence in sentences:  # what is read once, is read before the clock runs
        find_quantities(sentence)
    theirs(sentences[0])
    rounds = [(rate(find_quantities, sentences), rate(theirs, sentences)) for _ in range(ROUNDS)]
    ours, other = (median(column) for column in zip(*rounds, strict=True))
    ratio = median(mine / yours for mine, yours in rounds)
    figures = f"{ours:8,.0f}/s, quantulum3 {other:6,.0f}/s, ratio {ratio:6.1f}"
    return Line(name, figures, f">= {target}", ratio >= target)


def rate(read: Read, sentences: Sequence[str]) -> float:
    """Sentences a CPU second, over as many of them, again and again, as take a steady time."""
    done, started = 0, time.process_time()
    while True:
        for sentence in sentences:
            read(sentence)
        done += len(sentences)
        spent = time.process_time() - started
        if spent >= STEADY:
            return done / spent


def import_time() -> Line:
    """The quickest of some new interpreters: the others waited for the disk or a core."""
    command = [sys.executable, "-c", IMPORTING]
    root = Path(__file__).resolve().parents[1]
    starts = [
        float(subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout)
        for _ in range(STARTS)
    ]
    quickest = min(starts)
    figures = f"{quickest:.3f} s, slowest of {STARTS} {max(starts):.3f} s"
    return Line("import checks.claims", figures, f"< {IMPORT} s", quickest < IMPORT)


if __name__ == "__main__":
    sys.exit(main())
