"""The README shows what a check really prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_check_in_the_readme_is_the_real_output(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```console\n(.*?)```", text, re.DOTALL)
    assert found
    lines = found.group(1).splitlines()
    commands = [line[2:] for line in lines if line.startswith("$ ")]
    assert commands[0].startswith("export TALLYCHECK_FORCES=")
    environment = {
        **os.environ,
        "TALLYCHECK_FORCES": commands[0].partition("=")[2],
        "TALLYCHECK_HOME": str(tmp_path),
        "COLUMNS": "100",
    }
    arguments = re.findall(r'"[^"]*"|\S+', commands[1])
    tallycheck = Path(sys.executable).with_name("tallycheck")
    done = subprocess.run(
        [tallycheck, *(word.strip('"') for word in arguments[1:])],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.rstrip().splitlines() == lines[len(commands) :]
