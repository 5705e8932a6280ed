"""A page read again: what it changed is kept with both wordings, and a flip waits a night."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from checks.noticing.edited import changes
from flows.reading import Before, Reading
from warehouse.records import Claim
from warehouse.store import Store
from warehouse.watching import Edit

HELD: Final = "back at a wording that it had before; held for a second look"


def known_before(store: Store) -> Before:
    """What a run must know of the runs before it."""
    return Before(
        documents={document.id: document for document in store.documents()},
        snapshots={snapshot.url: snapshot for snapshot in store.snapshots()},
        waits=store.waits(),
        served=store.served(),
        edits=_wordings(store.edits()),
        held=frozenset(store.held(HELD)),
    )


def _wordings(edits: Iterable[Edit]) -> dict[str, frozenset[tuple[str, str]]]:
    """The wordings before and after of every edit, by document."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for edit in edits:
        found[edit.document].add((edit.before, edit.after))
    return {document: frozenset(pairs) for document, pairs in found.items()}


def compare(reading: Reading, claims: Sequence[Claim], before: Before) -> Reading:
    """The reading with the edits of its page since it was read before.

    A watched page that takes an edit back keeps its document as it was until it is read so once
    more: some servers answer from two copies by turns.
    """
    document = reading.document
    last = before.documents.get(document.id) if document else None
    if document is None or last is None or reading.fetch.outcome != "changed":
        return reading
    found = changes(last, document, claims)
    known = before.edits.get(document.id, frozenset())
    flips = any((change.after, change.before) in known for change in found)
    if flips and reading.fetch.source and reading.fetch.url not in before.held:
        fetch = replace(reading.fetch, outcome="flagged", reason=HELD, document=None)
        return replace(reading, document=None, fetch=fetch)
    edits = tuple(
        Edit(
            document=document.id,
            before=change.before,
            after=change.after,
            snapshot_before=last.snapshot,
            snapshot_after=document.snapshot,
            run=reading.fetch.run,
            seen_at=reading.fetch.at,
        )
        for change in found
    )
    return replace(reading, edits=edits)
