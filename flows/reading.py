"""One input to one document: the bytes are kept before anybody parses them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from mimetypes import MimeTypes
from pathlib import Path
from typing import Final

from flows.inputs import Input
from sources.decode import charset_of, decode
from sources.fetch import Client, Fetched
from sources.sniff import MAX_BYTES
from sources.source import read_document
from warehouse.errors import (
    RefusedError,
    SourceError,
    UnreachableError,
    UnreadableError,
)
from warehouse.records import Document, Fetch, Force, Outcome, Snapshot

FAILURES: Final[frozenset[Outcome]] = frozenset({"rejected_error", "gave_up", "blocked"})
"""Outcomes without a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one input; `snapshot` and `document` as far as it got."""

    input: Input
    fetch: Fetch
    snapshot: Snapshot | None = None
    document: Document | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether claims may be taken from the document; a flagged one is kept and not believed."""
        return self.document is not None and self.fetch.outcome != "flagged"


@dataclass(frozen=True, kw_only=True)
class InputReader:
    """Reads inputs for one run. `known` holds the documents as they stood before it, by id;
    `keep` is given the bytes of each snapshot before they are parsed.
    """

    run: str
    forces: Sequence[Force]
    client: Callable[[], Client]
    keep: Callable[[bytes], object] = lambda _: None
    known: Mapping[str, Document] = field(default_factory=dict)

    @cached_property
    def _client(self) -> Client:
        return self.client()

    def read(self, item: Input) -> Reading:
        """Read one input; what the outside world did wrong is an outcome, not an exception."""
        started = time.monotonic()
        fetched: Fetched | None = None
        document: Document | None = None
        outcome: Outcome
        try:
            fetched = self.fetch(item)
            self.keep(fetched.body)
            document = self.parse(item, fetched)
            outcome, reason = self._outcome(document, fetched)
        except SourceError as error:
            outcome, reason = failure(error), str(error)
        fetch = Fetch(
            run=self.run,
            input=item.name,
            url=item.url,
            outcome=outcome,
            reason=reason,
            attempts=fetched.attempts if fetched else 1,
            seconds=round(time.monotonic() - started, 3),
            at=datetime.now(UTC),
            document=document.id if document else None,
            snapshot=fetched.snapshot.id if fetched else None,
        )
        snapshot = fetched.snapshot if fetched else None
        return Reading(input=item, fetch=fetch, snapshot=snapshot, document=document)

    def fetch(self, item: Input) -> Fetched:
        """The bytes of the input, from the disk or through the one polite client."""
        if item.file is not None:
            body = file_bytes(item.name, item.file)
            return from_bytes(item.url, body, media_type_of(item.file))
        if item.body is not None:
            return from_bytes(item.url, item.body, "")
        fetched = self._client.get(item.served_at or item.url)
        return _filed(fetched, item.url) if item.served_at else fetched

    def parse(self, item: Input, fetched: Fetched) -> Document:
        """The document that the bytes are, by the parser of its address."""
        return read_document(
            fetched.snapshot,
            fetched.body,
            forces=self.forces,
            kind=item.kind,
            publisher=item.publisher,
            published=item.published,
        )

    def _outcome(self, document: Document, fetched: Fetched) -> tuple[Outcome, str]:
        if doubts := (*fetched.warnings, *decode_warnings(fetched)):
            return "flagged", "; ".join(doubts)
        before = self.known.get(document.id)
        if before == document:
            return "not_modified", ""
        if before and before.snapshot != document.snapshot:
            return "changed", "the page is not what it was"
        if before:
            return "ok", "the same page, read otherwise than before"
        return ("retry_then_ok" if fetched.attempts > 1 else "ok"), ""


def decode_warnings(fetched: Fetched) -> tuple[str, ...]:
    """Why the characters, and with them the figures, may not be those that were published."""
    return decode(fetched.body, fetched.snapshot.charset, fetched.snapshot.url).warnings


def _filed(fetched: Fetched, url: str) -> Fetched:
    """The bytes under the address that they are published at, not where they were served."""
    return replace(fetched, snapshot=replace(fetched.snapshot, url=url, final_url=url))


def failure(error: SourceError) -> Outcome:
    """The name of an outcome without a document."""
    if isinstance(error, RefusedError):
        return "blocked"
    return "gave_up" if isinstance(error, UnreachableError) else "rejected_error"


def file_bytes(name: str, path: Path) -> bytes:
    """The bytes of a file of bearable size; UnreadableError in all other cases."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise too_large(name, size)
        return path.read_bytes()
    except OSError as error:
        seen = "no such file" if isinstance(error, FileNotFoundError) else error.strerror
        raise UnreadableError(name, "a file to read", seen or str(error)) from error


def too_large(name: str, size: int) -> UnreadableError:
    return UnreadableError(name, f"at most {MAX_BYTES / 1e6:.0f} MB", f"{size / 1e6:,.1f} MB")


def from_bytes(url: str, body: bytes, media_type: str) -> Fetched:
    """Bytes that no server sent, as if one had."""
    charset, why = charset_of(body)
    snapshot = Snapshot(
        url=url,
        final_url=url,
        fetched_at=datetime.now(UTC),
        status=200,
        media_type=media_type,
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
        charset=charset,
        charset_why=why,
    )
    return Fetched(snapshot=snapshot, body=body, attempts=1, warnings=())


def media_type_of(path: Path) -> str:
    """What the file's ending says, "" where it says nothing: then the bytes decide.

    By the table that comes with Python; the system's own differs from machine to machine.
    """
    return MimeTypes().guess_type(path.name)[0] or ""
