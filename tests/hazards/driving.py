"""`tallycheck ingest URL... --json` in processes, and what each said, when, in how much memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.flows.processes import FORCES
from warehouse.publish import open_edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line on standard output and the moment at which it came."""

    said: Mapping[str, Any]
    at: float

    @property
    def outcome(self) -> str:
        return str(self.said["outcome"])

    @property
    def reason(self) -> str:
        return str(self.said["reason"] or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A finished process: its lines by address, its last words, its peak of memory in MB."""

    lines: Mapping[str, Line]
    status: int
    err: str
    megabytes: float


class Ingest:
    """A process that has been started."""

    def __init__(
        self, urls: Sequence[str], home: Path, allowed: Iterable[str], env: Mapping[str, str]
    ) -> None:
        own = {
            "TALLYCHECK_HOME": str(home),
            "TALLYCHECK_FORCES": str(FORCES),
            "TALLYCHECK_ALLOW_ORIGINS": ",".join(allowed),
        }
        home.mkdir(parents=True, exist_ok=True)
        self._messages = home / "messages.txt"
        with self._messages.open("wb") as messages:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.hazards.plain", "ingest", *urls, "--json"],
                env={**os.environ, **own, **env},
                stdout=subprocess.PIPE,
                stderr=messages,
            )

    def finish(self) -> Ingested:
        """Read it to its end."""
        lines = {}
        with self._process as process:
            assert process.stdout
            for line in process.stdout:
                said = json.loads(line)
                lines[said["url"]] = Line(said=said, at=time.monotonic())
        err = self._messages.read_text("utf-8")
        last = err.splitlines()[-1:] or ["0"]
        peak = int(last[0]) / 1024 if last[0].isdigit() else 0.0
        return Ingested(lines=lines, status=process.returncode, err=err, megabytes=peak)


def amounts(home: Path) -> dict[str, list[int]]:
    """The amounts of money that the published edition holds, by address of the document; none
    where the process broke off before it published.
    """
    found: dict[str, list[int]] = {}
    if not (home / "editions" / "CURRENT").exists():
        return found
    with open_edition(home) as edition:
        for document in edition.documents():
            found[document.url] = []
        for claim in edition.claims():
            if claim.kind == "monetary" and claim.quantity and claim.quantity.low is not None:
                found[claim.document_url].append(int(claim.quantity.low))
    return found
