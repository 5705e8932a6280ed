"""What is kept is read again, and comes back whole from a backup or not at all."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from flows.inputs import Input
from flows.settings import Settings
from flows.work import Work
from tests.flows.conftest import Run, Story
from tests.flows.test_verify import exported
from warehouse.backup import MANIFEST, restore
from warehouse.errors import UsageError, WarehouseError
from warehouse.publish import open_edition


@pytest.fixture
def filled(story: Story, settings: Settings, inputs: list[Input]) -> Path:
    story(Work("ingest", settings, inputs))
    return settings.home


def snapshots(home: Path) -> list[Path]:
    return sorted(path for path in (home / "snapshots").rglob("*") if path.is_file())


def flagged(home: Path) -> str:
    with open_edition(home) as edition:
        return next(check.case_key for check in edition.checks() if check.is_flag)


def test_an_archive_as_it_was_written_is_sound(filled: Path, run: Run) -> None:
    status, out, _ = run("archive", "verify")
    assert (status, out) == (0, f"{len(snapshots(filled))} files are as they were served.\n")


def test_missing_changed_and_unknown_files_are_named(filled: Path, run: Run) -> None:
    missing, changed, sound = snapshots(filled)
    missing.unlink()
    changed.write_bytes(changed.read_bytes() + b" ")
    stray = sound.with_name("f" * 64)
    stray.write_bytes(b"stray")
    status, out, _ = run("archive", "verify")
    assert status == 1
    assert "1 files are as they were served" in out
    lines = {line.partition(":")[0]: line for line in out.splitlines()[1:]}
    assert missing.name in lines["missing"]
    assert changed.name in lines["changed"]
    assert str(stray) in lines["unknown"]


def test_a_restored_home_holds_the_same_records_pages_and_decisions(
    filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("decide", flagged(filled), "upheld", "--by", "A checker")[0] == 0
    before = [exported(filled, table, tmp_path / "x") for table in ("claims", "checks", "notices")]
    pages = [path.relative_to(filled) for path in snapshots(filled)]
    assert run("backup", tmp_path / "home.tar")[0] == 0
    new = tmp_path / "new"
    monkeypatch.setenv("TALLYCHECK_HOME", str(new))
    status, out, err = run("restore", tmp_path / "home.tar")
    assert (status, err) == (0, "")
    assert "1 sound entries" in out
    after = [exported(new, table, tmp_path / "x") for table in ("claims", "checks", "notices")]
    assert after == before
    assert [path.relative_to(new) for path in snapshots(new)] == pages
    assert run("ledger", "verify")[0] == 0
    assert run("archive", "verify")[0] == 0
    assert "upheld" in run("export", "decisions")[1]


def test_a_home_that_holds_something_is_not_written_over(
    filled: Path, run: Run, tmp_path: Path
) -> None:
    run("backup", tmp_path / "home.tar")
    with pytest.raises(UsageError, match="expected an empty home"):
        restore(tmp_path / "home.tar", filled)


def test_a_backup_with_one_other_byte_is_refused_and_leaves_nothing(
    filled: Path, run: Run, tmp_path: Path
) -> None:
    backup = tmp_path / "home.tar"
    run("backup", backup)
    words = snapshots(filled)[0].read_bytes()[:200]
    whole = backup.read_bytes()
    at = whole.index(words)
    backup.write_bytes(whole[:at] + b"X" + whole[at + 1 :])
    with pytest.raises(WarehouseError, match="seen other bytes"):
        restore(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "home.tar"]


def test_a_cut_backup_is_refused(filled: Path, run: Run, tmp_path: Path) -> None:
    assert filled.is_dir()
    backup = tmp_path / "home.tar"
    run("backup", backup)
    backup.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
    with pytest.raises(WarehouseError):
        restore(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/../../outside"])
def test_a_backup_that_leads_out_of_the_home_is_refused(name: str, tmp_path: Path) -> None:
    backup = tmp_path / "evil.tar"
    with tarfile.open(backup, "w") as tar:
        manifest = f'{{"format": 1, "files": {{"{name}": "0"}}}}'.encode()
        for path, body in ((MANIFEST, manifest), (name, b"x")):
            described = tarfile.TarInfo(path)
            described.size = len(body)
            tar.addfile(described, io.BytesIO(body))
    with pytest.raises(WarehouseError, match="expected files of its manifest"):
        restore(backup, tmp_path / "home")
    assert not list(tmp_path.rglob("outside"))


def test_what_is_no_backup_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<h1>No</h1>")
    with pytest.raises(WarehouseError, match="expected a backup"):
        restore(tmp_path / "page.html", tmp_path / "home")
