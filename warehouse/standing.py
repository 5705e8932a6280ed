"""What people's decisions come to, beside what the machine says now. Pure.

A ruling holds while the fingerprint of what was shown stands. After that the case returns, with
the old ruling beside it: also under a new key, when the claim is now held against another finding,
or when the page's words about the same finding are other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from warehouse.records import Check, Claim, Entry, Ruling

CaseState = Literal["undecided", "decided", "returned", "undone", "reopened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One case as the ledger leaves it.

    `ruling` is the entry that holds, or held: the old one of a case that returned or was reopened,
    None where there is none that was not taken back. `signatures` are set to that ruling by others,
    `corrections` wait for the next judging. `last` is the number of the case's newest entry, 0
    without any: what a writer must have seen.
    """

    state: CaseState
    ruling: Entry | None = None
    signatures: tuple[Entry, ...] = ()
    corrections: tuple[Entry, ...] = ()
    last: int = 0

    @property
    def word(self) -> Ruling | None:
        """The ruling's own word."""
        return self.ruling.decision.ruling if self.ruling else None


UNDECIDED: Final = Standing(state="undecided")


def in_force(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of one case without those taken back, and without the undoing of an undo."""
    taken_back: set[int] = set()
    for entry in reversed(entries):
        if entry.decision.what == "undo" and entry.seq not in taken_back:
            taken_back.add(entry.decision.about or 0)
    return [entry for entry in entries if entry.seq not in taken_back]


def standing(entries: Sequence[Entry], fingerprint: str | None) -> Standing:
    """The entries of one case, oldest first, against the fingerprint of its check now; None where
    there is no such check any more, so that no ruling can stand.
    """
    if not entries:
        return UNDECIDED
    forceful = in_force(entries)
    ruling = next((one for one in reversed(forceful) if one.decision.what == "ruling"), None)
    return Standing(
        state=_state(entries, forceful, ruling, fingerprint),
        ruling=ruling,
        signatures=tuple(_set_to(ruling, forceful)),
        corrections=tuple(one for one in forceful if one.decision.what == "correction"),
        last=entries[-1].seq,
    )


def standings(
    entries: Iterable[Entry], checks: Sequence[Check], claims: Mapping[str, Claim]
) -> dict[str, Standing]:
    """The standing of every check's case, by case key; `claims` holds the checks' claims by id."""
    own = _by_case(entries)
    now = {check.case_key for check in checks}
    former = _former_rulings(own, now)
    return {
        check.case_key: standing(own[check.case_key], check.fingerprint)
        if check.case_key in own
        else _inherited(check, claims[check.claim], former)
        for check in checks
    }


def cases_returned(
    entries: Iterable[Entry], checks: Sequence[Check], claims: Mapping[str, Claim]
) -> list[tuple[Check, Standing]]:
    """The checks whose case was ruled on and asks for a person again, in the order of `checks`."""
    found = standings(entries, checks, claims)
    returned = [(check, found[check.case_key]) for check in checks]
    return [(check, one) for check, one in returned if one.state == "returned"]


def _state(
    entries: Sequence[Entry],
    forceful: Sequence[Entry],
    ruling: Entry | None,
    fingerprint: str | None,
) -> CaseState:
    reopened = any(
        one.decision.what == "reopen" and (ruling is None or one.seq > ruling.seq)
        for one in forceful
    )
    if reopened:
        return "reopened"
    if ruling:
        return "decided" if ruling.decision.shown.fingerprint == fingerprint else "returned"
    ruled = any(one.decision.what == "ruling" for one in entries)
    return "undone" if ruled else "undecided"


def _set_to(ruling: Entry | None, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The signatures to a ruling."""
    for one in entries:
        if ruling and one.decision.what == "signature" and one.decision.about == ruling.seq:
            yield one


def _by_case(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.decision.case, []).append(entry)
    return found


Former = dict[tuple[str, str], Entry]
"""The newest ruling by what links an old case to a new one: its claim, or its page and finding."""


def _former_rulings(cases: Mapping[str, Sequence[Entry]], now: set[str]) -> Former:
    """The rulings of cases that are no more."""
    gone = [standing(entries, None) for case, entries in cases.items() if case not in now]
    rulings = [one.ruling for one in gone if one.state == "returned" and one.ruling]
    rulings.sort(key=lambda ruling: ruling.seq)
    return {link: ruling for ruling in rulings for link in _links(ruling)}


def _links(ruling: Entry) -> Iterator[tuple[str, str]]:
    shown = ruling.decision.shown
    yield shown.claim.claim, ""
    if shown.finding:
        yield shown.claim.url, shown.finding.claim


def _inherited(check: Check, claim: Claim, former: Former) -> Standing:
    """The standing of a case without entries of its own."""
    page = former.get((claim.document_url, check.finding)) if check.finding else None
    ruling = former.get((check.claim, "")) or page
    return Standing(state="returned", ruling=ruling) if ruling else UNDECIDED
