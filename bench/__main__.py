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
)


def main() -> int:
    """Run every part in turn; the exit status of the first that fails."""
    for part in PARTS:
        print(f"# {part}", flush=True)
        status = subprocess.run([sys.executable, "-m", part], check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
