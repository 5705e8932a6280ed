"""The wheel holds all that the program needs: it is built, installed elsewhere and run there."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("flows", "sources", "checks", "warehouse")
BUILD = ("-m", "build", "--wheel", "--no-isolation", "--outdir")
INSTALL = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")

pytestmark = pytest.mark.slow


def _run(command: Sequence[str | Path], cwd: Path, home: Path | None = None) -> str:
    """Standard output of a command that sees neither the checkout nor the caller's settings."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "TALLYCHECK_"))}
    if home is not None:
        env["TALLYCHECK_HOME"] = str(home)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run([sys.executable, *BUILD, out, ROOT], cwd=out)
    (built,) = out.glob("tallycheck-*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Interpreter of a new environment with the wheel in it; dependencies are lent by this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    _run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], cwd=folder)
    installed = folder / "env" / "bin" / "python"
    _run([sys.executable, "-m", "pip", "--python", installed, *INSTALL, wheel], cwd=folder)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(_run([installed, "-c", where], cwd=folder).strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *site.getsitepackages()}
    # A path file is read after the environment's own packages, and lends no path files of its
    # own: an editable install of the checkout stays out of sight.
    (own / "lent.pth").write_text("\n".join(sorted(lent)), encoding="utf-8")
    return installed


def test_every_file_of_the_rooms_is_in_the_wheel(wheel: Path) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert files - packed == set()
    assert {name.split("/")[0] for name in packed} == set(ROOMS)
    assert {Path(name).suffix for name in packed} >= {".py", ".csv", ".sql", ".html", ".txt"}


def test_the_installed_package_is_not_the_checkout(python: Path) -> None:
    seen = _run([python, "-c", "import flows; print(flows.__file__)"], cwd=python.parent)
    assert Path(seen.strip()).is_relative_to(python.parents[1])


def test_the_demo_runs_from_the_wheel_outside_the_checkout(python: Path, tmp_path: Path) -> None:
    home = tmp_path / "data"
    output = _run([python.parent / "tallycheck", "demo"], cwd=tmp_path, home=home)
    for word in ("consistent", "tension", "grade_contradiction", "no_evidence"):
        assert word in output.replace(" ", "_").lower()
    assert (home / "demo" / "warehouse.duckdb").is_file()
