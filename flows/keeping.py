"""Care of what is kept: `archive verify`, `backup`, `restore`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from flows.alone import alone
from flows.deciding import open_ledger
from flows.settings import load_settings
from flows.terminal import answer
from warehouse.archive import audit
from warehouse.backup import back_up, restore
from warehouse.publish import open_edition, publish
from warehouse.store import Store


def verify_archive(*, as_json: bool) -> bool:
    """Read every archived file again and tell what is amiss; True when nothing is."""
    home = load_settings().home
    with open_edition(home) as edition:
        found = audit(home, edition.snapshots())
    unknown = [str(path) for path in found.unknown]
    if as_json:
        row = {
            "sound": found.sound,
            "missing": found.missing,
            "changed": found.changed,
            "unknown": unknown,
        }
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return found.is_sound
    answer(f"{found.sound:,} files are as they were served.")
    for name, places in (("missing", found.missing), ("changed", found.changed)):
        for place in places:
            answer(f"{name}: {place}", "red")
    for path in unknown:
        answer(f"unknown: {path} (no snapshot names it)")
    return found.is_sound


def back_up_home(out: Path) -> None:
    """Write the home to one file, while no run goes on."""
    settings = load_settings()
    with alone(settings.home):
        with Store.open(settings.home) as store:
            store.checkpoint()
        number = back_up(settings.home, out)
    answer(f"{out}: {number:,} files, {out.stat().st_size:,} bytes")
    if settings.ledger:
        answer("The decisions lie on a server of their own and are not in it.", "yellow")


def restore_home(backup: Path) -> bool:
    """Fill the empty home from a backup, publish it, and verify its ledger; True when sound."""
    settings = load_settings()
    number = restore(backup, settings.home)
    with alone(settings.home), Store.open(settings.home) as store:
        edition = publish(settings.home, store)
    with open_ledger(settings) as ledger:
        verification = ledger.verify()
    answer(f"{settings.home}: {number:,} files; edition {edition.version} is published")
    answer(f"Ledger: {verification.sound.count:,} sound entries")
    if verification.fault:
        answer(f"BAD {verification.fault}", "red")
    return verification.fault is None
