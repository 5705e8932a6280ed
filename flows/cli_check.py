"""What the verb `check` does: read what it is given, and print what was found."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flows.checking import Statement, check_statement
from flows.files import too_large
from flows.inputs import Input, gather, resolve
from flows.manifest import address_named, day_named, kind_named
from flows.report import statement_report
from flows.settings import load_settings
from flows.terminal import emit
from sources.sniff import MAX_BYTES
from warehouse.errors import UsageError
from warehouse.export import check_row, claim_row, notice_row
from warehouse.formats import Row, json_text
from warehouse.records import Claim, Document


def check_input(
    name: str,
    against: Sequence[str],
    described: Mapping[str, str | None],
    *,
    save: bool,
    as_json: bool,
) -> int:
    """Check, print, and keep if asked to; returns the number of flags."""
    settings = load_settings()
    item = statement_input(name, described)
    reports = [as_report(one) for one in gather(against)]
    statement = check_statement(item, reports, settings)
    if as_json:
        sys.stdout.write(json_text(statement_row(statement)) + "\n")
    else:
        for part in statement_report(statement):
            emit(part)
    if save:
        from flows.cli_write import keep  # noqa: PLC0415 - only this waits for Prefect

        keep([item, *reports], settings)
    return statement.flags


def statement_input(name: str, described: Mapping[str, str | None]) -> Input:
    """The one input that the words on the command line describe."""
    url, kind, published = described["url"], described["kind"], described["published"]
    item = _piped() if name == "-" else _single(name)
    return replace(
        item,
        url=address_named(url, "--url") if url else item.url,
        served_at=item.url if url and not item.file and item.body is None else None,
        kind=kind_named(kind, "--kind") if kind else None,
        publisher=described["publisher"],
        published=day_named(published, "--published") if published else None,
    )


def as_report(item: Input) -> Input:
    """What a statement is held against is a report, unless its address says what it is."""
    return replace(item, kind="report") if item.file else item


def _single(name: str) -> Input:
    found = resolve(name)
    if Path(name).is_dir():
        raise UsageError(f"{name}: expected one document to check, seen a folder")
    return found[0]


def _piped() -> Input:
    """Standard input; the same words piped again are the same document."""
    body = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise too_large("-", len(body))
    return Input(name="-", url=f"urn:sha256:{hashlib.sha256(body).hexdigest()}", body=body)


def statement_row(statement: Statement) -> Row:
    """The answer of `check` for another program: rows as `export` writes them."""
    claims, documents = statement.known_claims, statement.known_documents
    document = statement.document
    return {
        "document": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published_on.isoformat() if document.published_on else None,
        "edition": statement.edition.version if statement.edition else None,
        "claims": [
            {
                **claim_row(claim, document),
                "checks": [
                    {
                        **check_row(check, claim, claims.get(check.finding or "")),
                        "finding": _finding_row(claims.get(check.finding or ""), documents),
                    }
                    for check in statement.checks.get(claim.id, ())
                ],
            }
            for claim in statement.claims
        ],
        "notices": [
            notice_row(notice, document, claims.get(notice.claim or ""))
            for notice in statement.notices
        ],
    }


def _finding_row(finding: Claim | None, documents: Mapping[str, Document]) -> Row | None:
    return claim_row(finding, documents[finding.document]) if finding else None
