"""Bytes under their digest: once, whole, and never handed out damaged."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from warehouse import durable
from warehouse.errors import WarehouseError
from warehouse.snapshots import SnapshotStore


def files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


@pytest.mark.parametrize("body", [b"", b"\x00\xff", "£6.4m".encode("cp1252")])
def test_bytes_come_back_under_their_digest(tmp_path: Path, body: bytes) -> None:
    kept = SnapshotStore(tmp_path)
    sha256 = kept.put(body)
    assert sha256 == hashlib.sha256(body).hexdigest()
    assert kept.get(sha256) == body


def test_the_same_bytes_twice_are_one_file_that_is_left_alone(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path)
    sha256 = kept.put(b"page")
    first = kept.path(sha256).stat().st_mtime_ns
    assert kept.put(b"page") == sha256
    assert files(tmp_path) == [kept.path(sha256)]
    assert kept.path(sha256).stat().st_mtime_ns == first


def test_damaged_bytes_are_never_handed_out_and_can_be_put_again(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path)
    sha256 = kept.put(b"page")
    kept.path(sha256).write_bytes(b"pag")
    with pytest.raises(WarehouseError, match="expected bytes with that SHA-256"):
        kept.get(sha256)
    kept.put(b"page")
    assert kept.get(sha256) == b"page"


def test_missing_bytes_are_an_error_that_names_the_file(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path)
    with pytest.raises(WarehouseError, match="seen no file") as caught:
        kept.get("0" * 64)
    assert str(kept.path("0" * 64)) in str(caught.value)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_that_is_no_digest_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WarehouseError, match="expected a SHA-256"):
        SnapshotStore(tmp_path).get(name)


def test_a_write_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "sync", full)
    with pytest.raises(OSError, match="No space"):
        SnapshotStore(tmp_path).put(b"page")
    assert files(tmp_path) == []


def test_threads_may_put_the_same_bytes_together(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(kept.put, [b"page"] * 40))) == 1
    assert len(files(tmp_path)) == 1
