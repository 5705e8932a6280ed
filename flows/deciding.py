"""A person's decision about a case of the published edition, entered in the ledger."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from flows.settings import Settings
from warehouse.errors import UsageError
from warehouse.publish import EditionReader, open_edition
from warehouse.records import Check, Decision, Entry, Passage, Shown
from warehouse.standing import Standing, cases_returned, standings

if TYPE_CHECKING:
    from warehouse.decisions import Ledger

PREFIX: Final = 8
"""Characters of a case key that are enough to name a case."""
WORDS: Final = 2_000
"""Characters of a passage that are kept with a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a person said on the command line: words to be checked when they are entered."""

    ruling: str
    by: str
    reason: str | None = None
    note: str = ""


def open_ledger(settings: Settings) -> Ledger:
    """The ledger that the settings name."""
    from warehouse.decisions import Ledger  # noqa: PLC0415 - SQLAlchemy takes its time to load

    return Ledger(settings.home, settings.ledger.get_secret_value() if settings.ledger else None)


def entries_of(settings: Settings) -> list[Entry]:
    """All entries of the ledger; none where nobody has decided anything."""
    with open_ledger(settings) as ledger:
        return ledger.entries()


def decide(settings: Settings, key: str, act: Act) -> tuple[Entry, Standing]:
    """Enters a ruling on the case that `key` begins; returns the entry, and how the case stood."""
    with open_edition(settings.home) as edition, open_ledger(settings) as ledger:
        checks = edition.checks()
        check = case_named(key, checks, edition.edition.version)
        entries = ledger.entries()
        claims = {claim.id: claim for claim in edition.claims({one.claim for one in checks})}
        before = standings(entries, checks, claims)[check.case_key]
        entry = ledger.append(_decision(act, shown_of(check, edition)), seen=before.last)
    return entry, before


def returned_cases(settings: Settings) -> list[tuple[Check, Standing]]:
    """The checks of the current edition whose ruling stands no more, in the edition's order."""
    entries = entries_of(settings)
    if not entries:
        return []
    with open_edition(settings.home) as edition:
        checks = edition.checks()
        claims = {claim.id: claim for claim in edition.claims({one.claim for one in checks})}
    return cases_returned(entries, checks, claims)


def case_named(key: str, checks: Sequence[Check], version: str) -> Check:
    """The one check whose case key begins so; UsageError for none, for several, and for too few
    characters.
    """
    if len(key) < PREFIX:
        raise UsageError(f"{key}: expected at least {PREFIX} characters of a case key")
    found = [check for check in checks if check.case_key.startswith(key)]
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(check.case_key for check in found[:3])
        raise UsageError(f"{key}: expected one case, seen {len(found)}: {keys}")
    raise UsageError(
        f"{key[:40]}: expected a case of edition {version}, seen none that begins so;"
        " `tallycheck export checks` lists them as case_key"
    )


def shown_of(check: Check, edition: EditionReader) -> Shown:
    """The evidence that a check puts before a person, as the edition holds it."""
    claim = _passage(check.claim, edition)
    return Shown(
        claim=claim,
        finding=_passage(check.finding, edition) if check.finding else None,
        verdict=check.verdict,
        fingerprint=check.fingerprint,
        rules_version=check.rules_version,
        edition=edition.edition.version,
    )


def _passage(id_: str, edition: EditionReader) -> Passage:
    (claim,) = edition.claims([id_])
    (document,) = edition.documents([claim.document])
    words = claim.span.exact
    return Passage(
        claim=id_,
        words=words if len(words) <= WORDS else f"{words[: WORDS - 1]}…",
        url=claim.document_url,
        snapshot=document.snapshot,
    )


def _decision(act: Act, shown: Shown) -> Decision:
    """The words as a decision; the ledger refuses those that it does not know."""
    name = " ".join(unicodedata.normalize("NFC", act.by).split())
    return Decision(
        what="ruling",
        shown=shown,
        by=name,
        at=datetime.now(UTC),
        ruling=act.ruling.replace("-", "_"),  # type: ignore[arg-type]
        reason=act.reason.replace("-", "_") if act.reason else None,  # type: ignore[arg-type]
        note=act.note,
    )
