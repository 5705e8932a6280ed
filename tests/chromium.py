"""A page printed by a browser: PDFs for the tests that nobody's reader of PDFs has made."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SECONDS = 90
QUIET = (
    "--headless --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --no-pdf-header-footer"
).split()


def printed(page: Path, folder: Path) -> bytes:
    """The page as PDF; without Chromium the tests skip, but in CI they fail."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        words = "no Chromium on this machine; `make system` installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    out = folder / "printed.pdf"
    # Root may not use the browser's own sandbox; the page is ours.
    alone = ["--no-sandbox"] if os.getuid() == 0 else []
    subprocess.run(
        [
            *(program, *QUIET, *alone),
            f"--user-data-dir={folder / 'browser'}",
            f"--print-to-pdf={out}",
            page.resolve().as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return out.read_bytes()
