"""A writer that is killed by its test: commits batches, and says so after each commit.

Run as `python -m tests.warehouse.writer_loop HOME LEDGER`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.warehouse import samples
from warehouse.publish import publish
from warehouse.records import document_id
from warehouse.store import Store

CLAIMS = 20


def address(batch: int) -> str:
    return f"https://force.example/news/{batch}"


def write(store: Store, batch: int) -> None:
    """One document with its snapshot, claims and notice in one transaction; then its checks."""
    url = address(batch)
    claims = [samples.claim(url, ordinal=n) for n in range(CLAIMS)]
    with store.transaction():
        snapshot = samples.snapshot(url)
        store.save_snapshots([snapshot])
        store.save_documents([samples.document(url, snapshot=snapshot.id)])
        store.save_claims([document_id(url)], claims)
        store.save_notices([document_id(url)], [samples.notice(url, claims[0])])
    store.save_checks(
        [one.id for one in claims], [samples.check(one, None, "no_evidence") for one in claims]
    )


def main(home: Path, ledger: Path) -> None:
    batch = len(ledger.read_text(encoding="ascii").split()) if ledger.exists() else 0
    with Store.open(home) as store, ledger.open("a", encoding="ascii") as acknowledged:
        while True:
            write(store, batch)
            if batch % 3 == 0:
                publish(home, store)
            acknowledged.write(f"{batch}\n")
            acknowledged.flush()
            os.fsync(acknowledged.fileno())
            batch += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
