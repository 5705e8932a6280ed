"""What is remembered of watched sites: their lists, visits to them, edits of pages, alerts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from warehouse.records import Notice, digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """One page of a list of documents, as last read: addresses of documents, of further pages of
    the list, and of feeds that it announces.
    """

    url: str
    source: str
    form: Literal["feed", "sitemap", "page", "search"]
    etag: str | None
    last_modified: str | None
    read_at: datetime
    entries: tuple[str, ...]
    more: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How a run fared with one watched source. It is `deep` if the lists were read to their ends;
    `listed` counts what they name, `fresh` what was not known before, `unchanged` the answers
    304, `failed` and `blocked` what is not read; `newest` is a document's day of publication.
    """

    run: str
    source: str
    started_at: datetime
    finished_at: datetime
    deep: bool
    pages: int = 0
    listed: int = 0
    fresh: int = 0
    asked: int = 0
    read: int = 0
    unchanged: int = 0
    changed: int = 0
    failed: int = 0
    blocked: int = 0
    newest: date | None = None
    status: Literal["good", "failed"] = "good"
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A sentence that a page changed after it was first read; "" where it is new or gone."""

    document: str
    before: str
    after: str
    snapshot_before: str
    snapshot_after: str
    run: str
    seen_at: datetime

    @property
    def id(self) -> str:
        shown = (self.snapshot_before, self.snapshot_after, self.before, self.after)
        return digest("edit", self.document, *shown)

    def notice(self) -> Notice:
        """What a person is told of it."""
        words = [f"was “{self.before}”" if self.before else "a sentence was added"]
        words.append(f"is “{self.after}”" if self.after else "the sentence is gone")
        return Notice(
            kind="edited",
            document=self.document,
            claim=None,
            detail=f"{', '.join(words)}.",
            why=f"The page was changed after it was first read; seen on {self.seen_at:%Y-%m-%d}.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something that whoever is to be alerted is told once. `key` is made of the thing itself.

    It is not `told` where the message failed.
    """

    key: str
    kind: Literal["flag", "notice", "source"]
    title: str
    detail: str
    url: str
    raised_at: datetime
    run: str
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """When the document at an address was last asked for, and last served whole (None: never).

    `is_read` says whether a document came of it the last time.
    """

    at: datetime
    served_at: datetime | None
    is_read: bool
