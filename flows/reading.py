"""One input to one document: the bytes are kept before anybody parses them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from flows.files import file_bytes, from_bytes, media_type_of
from flows.inputs import ADDRESS, Input
from sources.decode import decode, is_pdf
from sources.fetch import NOT_MODIFIED, Client, Fetched
from sources.parsing.parser import Parser
from warehouse.errors import (
    LaterError,
    NotEvidenceError,
    RefusedError,
    SourceError,
    UnreachableError,
)
from warehouse.records import Document, Fetch, Outcome, Snapshot
from warehouse.snapshots import SnapshotStore
from warehouse.watching import Edit

FAILURES: Final[frozenset[Outcome]] = frozenset({"rejected_error", "gave_up", "blocked"})
"""Outcomes without a document."""
WHOLE_EVERY: Final = timedelta(days=7)
"""Some servers answer 304 for ever; so everything is asked for whole once a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of one input; `snapshot` and `document` as far as it got. `edits` are what the
    page changed since it was read before.
    """

    input: Input
    fetch: Fetch
    snapshot: Snapshot | None = None
    document: Document | None = None
    edits: tuple[Edit, ...] = ()

    @property
    def is_evidence(self) -> bool:
        """Whether claims may be taken from the document; a flagged one is kept and not believed."""
        return self.document is not None and self.fetch.outcome != "flagged"


@dataclass(frozen=True, kw_only=True)
class Before:
    """What the warehouse held before a run: documents by id, the newest snapshot by address, and,
    by address, when a page was last served whole and before when we were asked not to ask again.
    `edits` are wordings before and after by document; `held` are the addresses whose last reading
    waits for a second look.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    waits: Mapping[str, datetime] = field(default_factory=dict)
    served: Mapping[str, datetime] = field(default_factory=dict)
    edits: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class InputReader:
    """Reads inputs for one run. `kept` is given the bytes of each snapshot before they are parsed;
    without it nothing is kept.
    """

    run: str
    parser: Parser
    client: Client
    kept: SnapshotStore | None = None
    before: Before = Before()

    def read(self, item: Input) -> Reading:
        """Read one input; what the outside world did wrong is an outcome, not an exception."""
        started = time.monotonic()
        fetched: Fetched | None = None
        document: Document | None = None
        tries, not_before = 1, None
        try:
            fetched = self.fetch(item)
            if self.kept:
                self.kept.put(fetched.body)
            document = self.parse(item, fetched)
            outcome, reason = self._outcome(document, fetched)
        except SourceError as error:
            outcome, reason, tries = failure(error), str(error), error.attempts
            not_before = error.not_before if isinstance(error, LaterError) else None
        fetch = Fetch(
            run=self.run,
            input=item.name,
            url=item.url,
            outcome=outcome,
            reason=reason,
            attempts=fetched.attempts if fetched else tries,
            seconds=round(time.monotonic() - started, 3),
            at=datetime.now(UTC),
            document=document.id if document and outcome != "flagged" else None,
            snapshot=fetched.snapshot.id if fetched else None,
            not_before=not_before,
            source=item.source,
            status=_status(fetched),
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
        fetched = self._asked(item)
        return _filed(fetched, item.url) if item.served_at else fetched

    def _asked(self, item: Input) -> Fetched:
        """The page, or what is kept of it if the server says that it has not changed."""
        address = item.served_at or item.url
        until = self.before.waits.get(item.url)
        if until and until > datetime.now(UTC):
            raise LaterError(address, "a time to ask again", "a request to wait", until)
        last = self.before.snapshots.get(item.url)
        if not last or not self._may_stand(item.url, last):
            return self.client.get(address)
        fetched = self.client.get(address, etag=last.etag, last_modified=last.last_modified)
        if fetched.snapshot.status != NOT_MODIFIED:
            return fetched
        assert self.kept is not None  # noqa: S101 - it may stand, so it is kept
        return replace(fetched, snapshot=last, body=self.kept.get(last.sha256), unchanged=True)

    def _may_stand(self, url: str, last: Snapshot) -> bool:
        """Whether what is kept would do, if the server said that it has not changed."""
        whole_at = self.before.served.get(url, last.fetched_at)
        is_recent = datetime.now(UTC) - whole_at < WHOLE_EVERY
        return is_recent and self.kept is not None and self.kept.path(last.sha256).is_file()

    def parse(self, item: Input, fetched: Fetched) -> Document:
        """The document that the bytes are, by the parser of its address."""
        return self.parser.read(
            fetched.snapshot,
            fetched.body,
            kind=item.kind,
            publisher=item.publisher,
            published=item.published,
        )

    def _outcome(self, document: Document, fetched: Fetched) -> tuple[Outcome, str]:
        if doubts := (*fetched.warnings, *decode_warnings(fetched)):
            return "flagged", "; ".join(doubts)
        before = self.before.documents.get(document.id)
        if before == document:
            return "not_modified", ""
        if before and before.snapshot != document.snapshot:
            return "changed", "the page is not what it was"
        if before:
            return "ok", "the same page, read otherwise than before"
        return ("retry_then_ok" if fetched.attempts > 1 else "ok"), ""


def _status(fetched: Fetched | None) -> int | None:
    """Status of an answer over HTTP; None for a file and for no answer."""
    if fetched is None or not fetched.snapshot.final_url.startswith(ADDRESS):
        return None
    return NOT_MODIFIED if fetched.unchanged else fetched.snapshot.status


def decode_warnings(fetched: Fetched) -> tuple[str, ...]:
    """Why the characters, and with them the figures, may not be those that were published."""
    if is_pdf(fetched.body):
        return ()
    return decode(fetched.body, fetched.snapshot.charset, fetched.snapshot.url).warnings


def _filed(fetched: Fetched, url: str) -> Fetched:
    """The bytes under the address that they are published at, not where they were served."""
    return replace(fetched, snapshot=replace(fetched.snapshot, url=url, final_url=url))


def failure(error: SourceError) -> Outcome:
    """The name of an outcome without a document that could be believed."""
    if isinstance(error, RefusedError):
        return "blocked"
    if isinstance(error, NotEvidenceError):
        return "flagged"
    return "gave_up" if isinstance(error, UnreachableError) else "rejected_error"
