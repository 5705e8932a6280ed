"""The archive of bytes as served, read again in whole: what is missing, changed or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import WarehouseError
from warehouse.records import Snapshot
from warehouse.snapshots import SnapshotStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What a reading of the archive found: `sound` files, addresses whose bytes are `missing` or
    `changed`, and files that no snapshot names.

    A run that goes on, or was killed, leaves files that are `unknown` until the next edition.
    """

    sound: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    unknown: tuple[Path, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every snapshot has its bytes; files too many harm nobody."""
        return not (self.missing or self.changed)


def audit(home: Path, snapshots: Sequence[Snapshot]) -> Audit:
    """Read the bytes of all snapshots, each file once."""
    kept = SnapshotStore(home)
    urls: dict[str, str] = {}
    for snapshot in snapshots:
        urls.setdefault(snapshot.sha256, snapshot.url)
    missing, changed, sound = [], [], 0
    for sha256, url in sorted(urls.items()):
        if not kept.path(sha256).is_file():
            missing.append(f"{url} ({sha256})")
            continue
        try:
            kept.get(sha256)
        except WarehouseError:
            changed.append(f"{url} ({sha256})")
        else:
            sound += 1
    known = {kept.path(sha256) for sha256 in urls}
    files = (path for path in sorted(kept.folder.rglob("*")) if path.is_file())
    unknown = tuple(path for path in files if path not in known)
    return Audit(sound=sound, missing=tuple(missing), changed=tuple(changed), unknown=unknown)
