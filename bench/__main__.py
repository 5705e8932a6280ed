"""All that is measured: quality on corpora with gold answers, and the full count of kills."""

from __future__ import annotations

import subprocess
import sys

PARTS = (
    "bench.corpus",
    "bench.extraction",
    "bench.verdicts",
    "bench.matching",
    "bench.algebra",
    "bench.kills",
    "bench.speed",
    "bench.throughput",
)


def main() -> int:
    """Run every part in turn, also after one that misses a target; 1 when any did."""
    missed = []
    for part in PARTS:
        print(f"# {part}", flush=True)
        if subprocess.run([sys.executable, "-m", part], check=False).returncode:
            missed.append(part)
    print(f"missed or failed: {', '.join(missed) or 'nothing'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
