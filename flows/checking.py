"""One statement against what is known: the `check` verb, without Prefect and without a trace.

Everything happens in a warehouse in memory. It holds the statement, the reports it is to be held
against, and the findings about the same forces from the published edition, if there is one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from checks.claims import extract
from checks.forces import Gazetteer
from flows.fetching import client_for
from flows.inputs import Input
from flows.judging import judge_all, notices_of
from flows.reading import InputReader
from flows.settings import Settings
from sources.parsing.parser import Parser
from sources.registry import load_forces
from warehouse.publish import CURRENT, FOLDER, open_edition
from warehouse.records import Check, Claim, Document, Edition, Notice
from warehouse.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What `check` found in a document: its claims in reading order, their checks by claim id (no
    entry for a finding, which is not itself judged), and all that these name, by id.
    """

    document: Document
    claims: tuple[Claim, ...]
    checks: dict[str, tuple[Check, ...]]
    notices: tuple[Notice, ...]
    known_claims: dict[str, Claim]
    known_documents: dict[str, Document]
    edition: Edition | None

    @property
    def flags(self) -> int:
        """How many checks and notices ask for a person."""
        flagged = [check for checks in self.checks.values() for check in checks if check.is_flag]
        return len(flagged) + len(self.notices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Findings of the published edition and the documents that hold them."""

    findings: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    edition: Edition | None = None


def check_statement(item: Input, against: Sequence[Input], settings: Settings) -> Statement:
    """Read the statement and the reports, and judge each claim of the statement.

    SourceError: one of them cannot be read.
    """
    forces = load_forces(settings.forces)
    client = client_for(settings, forces)
    with closing(Parser(forces)) as parser:
        parser.start()
        reader = InputReader(run="", parser=parser, client=client)
        document, *reports = [reader.parse(one, reader.fetch(one)) for one in (item, *against)]
    documents = {one.id: one for one in (*reports, document)}
    gazetteer = Gazetteer(forces)
    claims = {one.id: extract(one, gazetteer) for one in documents.values()}
    subjects = {claim.subject for claim in claims[document.id]}
    published = published_about(settings.home, subjects, except_for=documents)
    documents |= {one.id: one for one in published.documents}
    for finding in published.findings:
        claims.setdefault(finding.document, []).append(finding)
    return judged(document, documents, claims, published.edition)


def published_about(
    home: Path, subjects: Collection[str], *, except_for: Collection[str]
) -> Published:
    """What the edition holds about the subjects, but for the documents that are read anew."""
    if not (home / FOLDER / CURRENT).exists():
        return Published()
    with open_edition(home) as edition:
        about = edition.findings_about(subjects)
        findings = tuple(one for one in about if one.document not in except_for)
        documents = tuple(edition.documents({one.document for one in findings}))
        return Published(findings=findings, documents=documents, edition=edition.edition)


def judged(
    document: Document,
    documents: dict[str, Document],
    claims: dict[str, list[Claim]],
    edition: Edition | None,
) -> Statement:
    """The statement with its claims judged against all claims that are given."""
    every = [claim for found in claims.values() for claim in found]
    own = {claim.id: claim for claim in claims[document.id]}
    with Store.in_memory() as store, store.transaction():
        store.save_documents(list(documents.values()))
        store.save_claims(list(documents), every)
        to_judge = [one for one in store.pending() if one in own]
        candidates = store.candidates(to_judge)
    by_id = {claim.id: claim for claim in every}
    checks: dict[str, tuple[Check, ...]] = {}
    for check in judge_all([by_id[one] for one in to_judge], candidates, by_id):
        checks[check.claim] = (*checks.get(check.claim, ()), check)
    return Statement(
        document=document,
        claims=tuple(claims[document.id]),
        checks=checks,
        notices=tuple(notices_of([document.id], every)),
        known_claims=by_id,
        known_documents=documents,
        edition=edition,
    )
