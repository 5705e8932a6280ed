"""One run's bookkeeping: what it has read and judged so far, and the ledger that says so.

The warehouse is open only while something is saved or loaded, never while a page is fetched.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from checks.claims import extract
from checks.forces import Gazetteer
from flows.editing import compare, known_before
from flows.fetching import client_for
from flows.inputs import Input
from flows.judging import judge_all, notices_of
from flows.reading import FAILURES, InputReader, Reading
from flows.settings import Settings
from flows.summary import Progress, RunSummary, Verdicts
from sources.parsing.parser import Parser
from sources.registry import load_forces
from warehouse.publish import publish
from warehouse.records import FLAGS, Claim, Fetch, Run
from warehouse.snapshots import SnapshotStore
from warehouse.store import Store
from warehouse.watching import Visit

INPUTS_A_TASK: Final = 50
CLAIMS_A_TASK: Final = 2_000
SECONDS_A_COMMIT: Final = 1.0


class Work:
    """A run and its tallies. Slots, so that Prefect, which writes down the parameters of a flow,
    finds nothing to take apart.
    """

    __slots__ = (
        "_checks",
        "_claims",
        "_commits",
        "_fetches",
        "_gazetteer",
        "_inputs",
        "_progress",
        "_reader",
        "_run",
        "_seen",
        "client",
        "home",
        "run",
    )

    def __init__(
        self,
        flow: str,
        settings: Settings,
        inputs: Sequence[Input] = (),
        progress: Progress | None = None,
    ) -> None:
        forces = load_forces(settings.forces)
        self.client = client_for(settings, forces)
        self.home = settings.home
        self._inputs = inputs
        self._progress = progress or Progress()
        self._gazetteer = Gazetteer(forces)
        self._run = Run(
            id=uuid.uuid4().hex, flow=flow, started_at=datetime.now(UTC), inputs=len(inputs)
        )
        self.run = self._run.id
        self._reader = InputReader(
            run=self.run,
            parser=Parser(forces),
            client=self.client,
            kept=SnapshotStore(settings.home),
        )
        self._fetches: list[Fetch] = []
        self._checks: Counter[str] = Counter()
        self._claims = 0
        self._commits = threading.Lock()
        self._seen: dict[str, str] = {}

    def begin(self) -> None:
        """Enter the run in the ledger, and close the runs that a kill left open there."""
        self._reader.parser.start()
        with Store.open(self.home) as store, store.transaction():
            for run in store.runs():
                if run.status == "running":
                    detail = "ended without a word; what it had committed stands"
                    store.save_run(replace(run, status="crashed", detail=detail))
            store.save_run(self._run)
            before = known_before(store)
        self._reader = replace(self._reader, before=before)

    def inputs(self) -> Iterator[Sequence[Input]]:
        """The inputs, a task's worth at a time."""
        for first in range(0, len(self._inputs), INPUTS_A_TASK):
            yield self._inputs[first : first + INPUTS_A_TASK]

    def read(self, inputs: Sequence[Input]) -> list[Reading]:
        """Read the inputs, take their claims out, and commit at least once a second.

        Several threads may read at once; what came of each input is returned in order.
        """
        readings: list[Reading] = []
        batch: list[tuple[Reading, list[Claim]]] = []
        committed = time.monotonic()
        for item in inputs:
            reading, claims = self._claimed(self._evidence(self._reader.read(item)))
            readings.append(reading)
            batch.append((reading, claims))
            if time.monotonic() - committed >= SECONDS_A_COMMIT:
                self._commit(batch)
                batch, committed = [], time.monotonic()
        self._commit(batch)
        return readings

    def _evidence(self, reading: Reading) -> Reading:
        """The reading with its document only if that is evidence, and new to this run: what two
        addresses lead to is read from the first of them in each run.
        """
        if reading.document is None or not reading.is_evidence:
            return replace(reading, document=None)
        name = reading.input.name
        first = self._seen.setdefault(reading.document.id, name)
        if first == name:
            return reading
        fetch = replace(reading.fetch, outcome="not_modified", reason=f"the same page as {first}")
        return replace(reading, document=None, fetch=fetch)

    def _claimed(self, reading: Reading) -> tuple[Reading, list[Claim]]:
        """The reading with what its page changed, and its claims."""
        if reading.document is None:
            return reading, []
        claims = extract(reading.document, self._gazetteer)
        compared = compare(reading, claims, self._reader.before)
        return compared, claims if compared.document else []

    def _commit(self, batch: Sequence[tuple[Reading, list[Claim]]]) -> None:
        """Save the batch in one transaction; only then is anybody told of it."""
        with self._commits:
            self._save(batch)
            for reading, found in batch:
                self._fetches.append(reading.fetch)
                self._progress.of_input(reading, len(found))

    def _save(self, batch: Sequence[tuple[Reading, list[Claim]]]) -> None:
        readings = [reading for reading, _ in batch]
        documents = [reading.document for reading in readings if reading.document]
        with Store.open(self.home) as store, store.transaction():
            store.save_snapshots([one.snapshot for one in readings if one.snapshot])
            store.save_documents(documents)
            claims = [claim for _, found in batch for claim in found]
            store.save_claims([document.id for document in documents], claims)
            store.save_edits([edit for reading in readings for edit in reading.edits])
            store.save_fetches([reading.fetch for reading in readings])
        self._claims += len(claims)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The warehouse in a transaction, while no other thread of this run writes."""
        with self._commits, Store.open(self.home) as store, store.transaction():
            yield store

    def verdicts(self) -> Verdicts:
        """The verdicts that stand, by claim and finding."""
        with Store.open(self.home) as store:
            return {(check.claim, check.finding): check.verdict for check in store.checks()}

    def judge_again(self) -> None:
        """Put every claim back among those to judge."""
        with Store.open(self.home) as store, store.transaction():
            store.mark_all_pending()

    def claims_to_judge(self) -> Iterator[list[str]]:
        """Ids of the claims to judge, whole documents together, a task's worth at a time."""
        with Store.open(self.home) as store:
            claims = store.claims(store.to_judge())
        self._progress.of_stage(f"{len(claims):,} claims to judge")
        part: list[Claim] = []
        for number, claim in enumerate(claims):
            ends_document = number and claims[number - 1].document != claim.document
            if ends_document and len(part) >= CLAIMS_A_TASK:
                yield [one.id for one in part]
                part = []
            part.append(claim)
        if part:
            yield [one.id for one in part]

    def judge(self, ids: Sequence[str]) -> None:
        """Judge the claims against their candidates and note what is odd about them."""
        with Store.open(self.home) as store:
            claims = store.claims(ids)
            candidates = store.candidates(ids)
            findings = store.claims(one for many in candidates.values() for one in many)
            documents = sorted({claim.document for claim in claims})
            beside = store.claims_in(documents)
            beside += store.findings_about({claim.subject for claim in beside})
        checks = judge_all(claims, candidates, {finding.id: finding for finding in findings})
        notices = notices_of(documents, beside)
        with Store.open(self.home) as store, store.transaction():
            store.save_checks(ids, checks)
            store.save_notices(documents, notices)
        self._checks.update(check.verdict for check in checks)

    def publish(self, visits: Sequence[Visit] = ()) -> RunSummary:
        """Close the run in the ledger and publish the edition that readers use."""
        self._reader.parser.close()
        failed = tuple(fetch for fetch in self._fetches if fetch.outcome in FAILURES)
        doubted = tuple(fetch for fetch in self._fetches if fetch.outcome == "flagged")
        run = self._finished(len(failed) + len(doubted))
        with Store.open(self.home) as store:
            with store.transaction():
                store.save_run(run)
            edition = publish(self.home, store)
        outcomes = Counter(fetch.outcome for fetch in self._fetches)
        return RunSummary(
            run=run,
            edition=edition,
            outcomes=dict(sorted(outcomes.items())),
            verdicts=dict(sorted(self._checks.items())),
            failed=failed,
            doubted=doubted,
            visits=tuple(visits),
        )

    def _finished(self, skipped: int) -> Run:
        """The run's last entry; reading nothing out of something is a failure with a name."""
        read = len(self._fetches) - skipped
        nothing = bool(self._inputs) and not read
        return replace(
            self._run,
            inputs=max(len(self._inputs), len(self._fetches)),
            finished_at=datetime.now(UTC),
            read=read,
            skipped=skipped,
            claims=self._claims,
            checks=self._checks.total(),
            flags=sum(self._checks[verdict] for verdict in FLAGS),
            status="failed" if nothing else "done",
            detail="expected at least one document, read none" if nothing else "",
        )
