"""A person who decides without end, in a process of its own that its test may kill.

Run as `python -m tests.warehouse.ledger_loop NAME HOME TOLD [ADDRESS [COUNT]]`: number and hash of
each entry stand in the file TOLD once `append` has returned. ADDRESS "-" is none.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from tests.warehouse import samples
from warehouse.decisions import Ledger


def main(name: str, home: str, told: str, address: str = "-", times: str = "") -> None:
    rounds = range(int(times)) if times else count()
    ledger = Ledger(Path(home), None if address == "-" else address)
    with ledger, Path(told).open("a", encoding="ascii") as file:
        for number in rounds:
            entry = ledger.append(samples.decision("note", by=name, note=f"Note {number}"))
            file.write(f"{entry.seq} {entry.hash}\n")
            file.flush()
            os.fsync(file.fileno())


if __name__ == "__main__":
    main(*sys.argv[1:])
