"""Documents read in a process of their own, so that none can take the run with it.

One process serves a whole run. When a document ends it (by its memory, its time or a crash of a
library), that document has a named error and the next one a new process.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import sources
from sources.parsing.frames import LARGEST, LENGTH, packed, taken
from sources.parsing.limits import Limits
from warehouse import errors
from warehouse.errors import SourceError, UnreadableError
from warehouse.records import Document, DocumentKind, Force, Snapshot

READER: Final = "sources.source:read_document"
PROGRAM: Final = ("-m", "sources.parsing.child")
KEPT: Final = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""Of the environment: what reads hostile bytes need not know the settings' passwords."""
GRACE: Final = 5.0
"""Seconds beyond the document's own, for a process that still starts or does not end itself."""
PATIENCE: Final = 1.0
EXPECTED: Final = "a document that can be read within its limits"


class Parser:
    """The parsing process of a run: started when first needed, replaced when it dies.

    Threads may share one; it reads one document at a time.
    """

    def __init__(
        self, forces: Sequence[Force], *, limits: Limits | None = None, reader: str = READER
    ) -> None:
        self._limits = limits or Limits()
        self._first = packed((reader, tuple(forces), self._limits))
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[[subprocess.Popen[bytes]], Parser] | None = None

    def start(self) -> None:
        """Start the process, so that it loads its libraries while the run does something else."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _started()
            self._end = weakref.finalize(self, _ended, self._process)
            _send(self._process, self._first)

    def close(self) -> None:
        """End the process, if there is one."""
        if self._end is not None:
            self._end()
        self._process = self._end = None

    def read(
        self,
        snapshot: Snapshot,
        body: bytes,
        *,
        kind: DocumentKind | None = None,
        publisher: str | None = None,
        published: date | None = None,
    ) -> Document:
        """As `sources.source.read_document`; UnreadableError also for what ends the process."""
        request = {
            "snapshot": snapshot,
            "body": body,
            "kind": kind,
            "publisher": publisher,
            "published": published,
        }
        with self._turn:
            self.start()
            what, *rest = self._asked(packed(request), snapshot.url)
        if what == "document":
            document: Document = rest[0]
            return document
        if what == "error":
            raise _error(*rest)
        raise UnreadableError(snapshot.url, EXPECTED, rest[0])

    def _asked(self, request: bytes, place: str) -> tuple[Any, ...]:
        process = self._process
        assert process is not None  # noqa: S101 - started above
        _send(process, request)
        try:
            answer: tuple[Any, ...] = taken(_received(process, self._limits.wall + GRACE))
        except (EOFError, TimeoutError, pickle.UnpicklingError) as error:
            process.kill()
            seen = _death(process.wait(), error, self._limits)
            self.close()
            raise UnreadableError(place, EXPECTED, seen) from error
        return answer


def _started() -> subprocess.Popen[bytes]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    home = Path(sources.__file__ or "").parents[1]
    path = os.pathsep.join([str(home), *(place for place in sys.path if place)])
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, "PYTHONPATH": path},
    )


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Close the pipes, which ends the process; end it by force if that does not."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # it has ended already
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _send(process: subprocess.Popen[bytes], message: bytes) -> None:
    assert process.stdin is not None  # noqa: S101 - a pipe by construction
    try:
        process.stdin.write(message)
        process.stdin.flush()
    except BrokenPipeError:
        return  # it has ended; so will say whoever waits for its answer


def _received(process: subprocess.Popen[bytes], seconds: float) -> bytes:
    """The body of the next frame; EOFError when the process ends, TimeoutError when it is late."""
    deadline = time.monotonic() + seconds
    size = int.from_bytes(_exactly(process, LENGTH, deadline), "big")
    if size > LARGEST:
        raise EOFError
    return _exactly(process, size, deadline)


def _exactly(process: subprocess.Popen[bytes], size: int, deadline: float) -> bytes:
    assert process.stdout is not None  # noqa: S101 - a pipe by construction
    pipe = process.stdout.fileno()
    body = bytearray()
    while len(body) < size:
        ready, _, _ = select.select([pipe], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            raise TimeoutError
        part = os.read(pipe, min(size - len(body), 1 << 20))
        if not part:
            raise EOFError
        body += part
    return bytes(body)


def _error(name: str, place: str, expected: str, seen: str) -> SourceError:
    kind: type[SourceError] = getattr(errors, name)
    return kind(place, expected, seen)


def _death(status: int, error: Exception, limits: Limits) -> str:
    """What became of the process, for a person."""
    if isinstance(error, TimeoutError) or -status in {signal.SIGALRM, signal.SIGXCPU}:
        return f"one that takes more than {limits.wall:g} s (or {limits.cpu:g} s of CPU) to read"
    if isinstance(error, pickle.UnpicklingError):
        return f"one that made the parser answer nonsense ({error})"
    if status < 0:
        return f"one that crashed the parser ({signal.Signals(-status).name})"
    return f"one that ended the parser (status {status})"
