"""One round of visits: each watched source walked, its documents read, its ledger line written."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Final

from flows.expecting import shortfall
from flows.inputs import Input
from flows.reading import WHOLE_EVERY, Reading
from flows.summary import RunSummary
from flows.walking import Walk, walk
from flows.work import Work
from sources.fetch import NOT_MODIFIED
from sources.source import Source
from warehouse.errors import SourceError
from warehouse.store import Store
from warehouse.watching import Asked, ListingPage, Visit

AT_ONCE: Final = 16
"""Sources that are visited at one time; a host still has one request at a time."""
REVISITS: Final = 500
"""Known documents that a visit asks for again, those first that were not for longest."""
A_STEP: Final = 5
DEAF: Final = 3
"""So many documents in a row without an answer end a visit: the site is down."""
LONGEST: Final = 4 * 3600.0
"""Seconds after which a visit leaves the rest of its documents for the next one."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the warehouse knew of the watched sources before the round."""

    asked: Mapping[str, Mapping[str, Asked]] = field(default_factory=dict)
    listings: Mapping[str, ListingPage] = field(default_factory=dict)
    visits: Sequence[Visit] = ()

    def last_deep(self, source: str) -> Visit | None:
        good = [v for v in self.visits if v.source == source and v.deep and v.status == "good"]
        return good[-1] if good else None


class Round:
    """The visits of one run. Slots, for the reason that `Work` has them."""

    __slots__ = ("_known", "sources", "work")

    def __init__(self, work: Work, sources: Sequence[Source]) -> None:
        self.work = work
        self.sources = tuple(sources)
        self._known = Known()

    def begin(self) -> None:
        """Enter the run in the ledger and look up what is known of the sources."""
        self.work.begin()
        with Store.open(self.work.home) as store:
            self._known = Known(
                asked=store.asked(),
                listings={page.url: page for page in store.listings()},
                visits=store.visits(),
            )

    def visit(self, source: Source) -> Visit:
        """Walk the source's lists and read its documents; a failed visit is returned as such."""
        last = self._known.last_deep(source.name)
        started = datetime.now(UTC)
        deep = last is None or started - last.finished_at >= WHOLE_EVERY
        asked = self._known.asked.get(source.name, {})
        visit = Visit(
            run=self.work.run,
            source=source.name,
            started_at=started,
            finished_at=started,
            deep=deep,
        )
        walked = Walk()
        try:
            walked = walk(
                self.work.client, source, known=asked, kept=self._known.listings, deep=deep
            )
        except SourceError as error:
            visit = replace(visit, status="failed", reason=str(error))
        else:
            visit = self._read(source, visit, walked, asked)
            visit = _judged(source, visit, walked, last)
        return self._saved(replace(visit, finished_at=datetime.now(UTC)), walked)

    def _read(
        self, source: Source, visit: Visit, walked: Walk, asked: Mapping[str, Asked]
    ) -> Visit:
        """The visit with its tallies, once the documents are read."""
        fresh = [url for url in walked.addresses if url not in asked]
        again = sorted(asked, key=lambda url: (asked[url].at, url))[:REVISITS]
        inputs = [_input(source, url) for url in (*fresh, *again)]
        readings = self._readings(inputs)
        counts = Counter(reading.fetch.outcome for reading in readings)
        days = [r.document.published_on for r in readings if r.document]
        return replace(
            visit,
            pages=len(walked.pages),
            listed=len(walked.addresses),
            fresh=len(fresh),
            asked=len(readings),
            read=sum(reading.fetch.document is not None for reading in readings),
            unchanged=sum(reading.fetch.status == NOT_MODIFIED for reading in readings),
            changed=counts["changed"],
            failed=counts["rejected_error"] + counts["gave_up"] + counts["flagged"],
            blocked=counts["blocked"],
            newest=max((day for day in days if day), default=None),
            reason=_unfinished(len(inputs) - len(readings), readings),
        )

    def _readings(self, inputs: Sequence[Input]) -> list[Reading]:
        """What came of the inputs, up to where the site stops answering or time is up."""
        readings: list[Reading] = []
        began = time.monotonic()
        for first in range(0, len(inputs), A_STEP):
            readings += self.work.read(inputs[first : first + A_STEP])
            if _is_deaf(readings) or time.monotonic() - began > LONGEST:
                break
        return readings

    def failed(self, source: Source, error: BaseException) -> Visit:
        """The visit of a source whose task came to no end of its own."""
        now = datetime.now(UTC)
        reason = f"expected a visit, seen {type(error).__name__}: {error}"
        visit = Visit(
            run=self.work.run,
            source=source.name,
            started_at=now,
            finished_at=now,
            deep=False,
            status="failed",
            reason=reason,
        )
        return self._saved(visit, Walk())

    def _saved(self, visit: Visit, walked: Walk) -> Visit:
        with self.work.writing() as store:
            store.save_listings(walked.pages)
            store.save_visits([visit])
        return visit

    def publish(self, visits: Sequence[Visit]) -> RunSummary:
        """Close the run and publish."""
        return self.work.publish(visits)


def _input(source: Source, url: str) -> Input:
    served_at = source.served_at(url)
    return Input(
        name=url,
        url=url,
        served_at=None if served_at == url else served_at,
        kind=source.kind,
        publisher=source.publisher or None,
        source=source.name,
    )


def _is_deaf(readings: Sequence[Reading]) -> bool:
    last = readings[-DEAF:]
    return len(last) == DEAF and all(one.fetch.outcome == "gave_up" for one in last)


def _unfinished(left: int, readings: Sequence[Reading]) -> str:
    if not left:
        return ""
    why = "the site stopped answering" if _is_deaf(readings) else "time was up"
    return f"{why}; {left:,} documents are left for the next visit"


def _judged(source: Source, visit: Visit, walked: Walk, before: Visit | None) -> Visit:
    """The visit as good or failed: by what is expected of it, and by lists that were not read."""
    wrong = [shortfall(source, visit, before, _today()), *map(str, walked.problems)]
    if "stopped answering" in visit.reason:
        wrong.append(visit.reason)
    reasons = [words for words in wrong if words]
    if not reasons:
        return visit
    return replace(visit, status="failed", reason="; ".join(reasons))


def _today() -> date:
    return datetime.now(UTC).date()
