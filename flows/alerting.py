"""Alerts: new flags, notices and failing sources, each told once, by message and as a feed.

What is raised is written down as told before anybody is told, and as untold again where that
failed: a run that is killed between the two leaves an alert in the feed only, never two messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from apprise import Apprise

from checks.judging.explaining import plain, short
from flows.feeding import atom
from flows.settings import Settings
from warehouse.durable import write_whole
from warehouse.errors import UsageError, WarehouseError
from warehouse.export import deep_link
from warehouse.records import FLAGS, Check, Claim, Document, digest
from warehouse.store import Store
from warehouse.watching import Alert, Visit

FEED: Final = "alerts.atom"
IN_A_MESSAGE: Final = 20
IN_THE_FEED: Final = 200
_KINDS: Final = {"flag": "new flags", "notice": "notices", "source": "failing sources"}


def recipients(settings: Settings) -> Apprise:
    """Where alerts go; UsageError for an address that Apprise does not know."""
    found = Apprise()
    for number, address in enumerate(settings.alert_addresses, start=1):
        if not found.add(address):
            # The address may hold a password, so only its place is told.
            raise UsageError(f"TALLYCHECK_ALERTS: expected addresses of Apprise, seen another"
                             f" as number {number}")  # fmt: skip
    return found


def alert(home: Path, run: str, to: Apprise) -> list[Alert]:
    """Raise what is new, tell it, and write the feed; returns what was told.

    WarehouseError where the message could not be sent: it is tried again after the next run.
    """
    with Store.open(home) as store, store.transaction():
        known = {one.key: one for one in store.alerts()}
        fresh = [one for one in _standing(store, run) if one.key not in known]
        untold = [one for one in known.values() if not one.told]
        told = [replace(one, told=True) for one in (*untold, *fresh)]
        store.save_alerts(told)
        every = sorted((*known.values(), *fresh), key=lambda one: (one.raised_at, one.key))
    write_whole(home / FEED, atom(every[-IN_THE_FEED:]))
    if told and to.urls() and not to.notify(title=_title(told), body=_body(told)):
        with Store.open(home) as store, store.transaction():
            store.save_alerts([replace(one, told=False) for one in told])
        raise WarehouseError(
            f"alerts: expected a message of {len(told)} to be sent, seen a failure;"
            " it is tried again after the next run"
        )
    return told


def _standing(store: Store, run: str) -> Iterator[Alert]:
    """Everything that asks for a person now."""
    now = datetime.now(UTC)
    claims = {claim.id: claim for claim in store.claims()}
    for check in store.checks():
        if check.verdict in FLAGS:
            yield _flag(check, claims, run, now)
    documents = {document.id: document for document in store.documents()}
    for notice in store.notices():
        document = documents[notice.document]
        yield Alert(
            key=digest("alert", "notice", notice.id),
            kind="notice",
            title=f"{plain(notice.kind)}: {_name(document)}",
            detail=f"{notice.detail} {notice.why}",
            url=document.url,
            raised_at=now,
            run=run,
        )
    yield from _failing(store.visits(), run, now)


def _flag(check: Check, claims: Mapping[str, Claim], run: str, now: datetime) -> Alert:
    claim = claims[check.claim]
    finding = claims[check.finding] if check.finding else None
    words = f"Claim: “{claim.span.exact}”"
    if finding:
        words += f" Finding: “{finding.span.exact}” ({deep_link(finding)})"
    return Alert(
        key=digest("alert", "flag", check.case_key, check.fingerprint),
        kind="flag",
        title=f"{plain(check.verdict)}: {claim.subject}, “{short(claim.span.exact)}”",
        detail=f"{words} Rule {check.rule}. {check.why}",
        url=deep_link(claim),
        raised_at=now,
        run=run,
    )


def _failing(visits: Sequence[Visit], run: str, now: datetime) -> Iterator[Alert]:
    """Sources whose last visit failed; one alert for all nights since the last good one."""
    last = {visit.source: visit for visit in visits}
    good = {visit.source: visit.run for visit in visits if visit.status == "good"}
    for source, visit in last.items():
        if visit.status == "failed":
            yield Alert(
                key=digest("alert", "source", source, good.get(source, "")),
                kind="source",
                title=f"source failing: {source}",
                detail=visit.reason,
                url="",
                raised_at=now,
                run=run,
            )


def _name(document: Document) -> str:
    return short(document.title or document.url)


def _title(alerts: Sequence[Alert]) -> str:
    counts = Counter(_KINDS[one.kind] for one in alerts)
    return f"Tallycheck: {', '.join(f'{counts[name]} {name}' for name in counts)}"


def _body(alerts: Sequence[Alert]) -> str:
    parts = [
        "\n".join(filter(None, (one.title, one.detail, one.url))) for one in alerts[:IN_A_MESSAGE]
    ]
    if len(alerts) > IN_A_MESSAGE:
        parts.append(f"... and {len(alerts) - IN_A_MESSAGE} more, in the feed {FEED}.")
    parts.append("The machine flags; a person decides.")
    return "\n\n".join(parts)
