"""The sample documents, and the command line as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parent / "samples"
FORCES = SAMPLES / "forces.csv"
MANIFEST = SAMPLES / "manifest.json"


@dataclass(frozen=True, kw_only=True)
class Finished:
    """A process that has ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


def tallycheck(
    *words: str | Path, home: Path, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Finished:
    """Run the command line as its users do."""
    done = subprocess.run(
        command(*words),
        env=environment(home, env),
        input=stdin,
        capture_output=True,
        timeout=200,
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    return Finished(status=done.returncode, out=out, err=err)


def command(*words: str | Path) -> Sequence[str]:
    return [sys.executable, "-m", "flows.cli", *map(str, words)]


def environment(home: Path, env: Mapping[str, str] | None = None) -> dict[str, str]:
    own = {"TALLYCHECK_HOME": str(home), "TALLYCHECK_FORCES": str(FORCES)}
    return {**os.environ, **own, **(env or {})}


def python(code: str, home: Path) -> str:
    """What a new interpreter prints that runs the code."""
    return subprocess.run(
        [sys.executable, "-c", code], env=environment(home), check=True, capture_output=True
    ).stdout.decode()
