"""The chain: an entry's hash covers its number, the hash before it and what it says.

So an entry that is changed, removed, put in or moved no longer fits its neighbours. What the chain
cannot show of itself is a tail that is cut off: for that the head, number and hash of the last
entry, is kept apart.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Final

from warehouse.errors import LedgerError
from warehouse.records import Decision, Entry, Passage, Shown

_DOMAIN: Final = "tallycheck decision 1"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the ledger as the database gives it, nothing believed yet; an edited one may hold
    any type.
    """

    seq: int
    case_key: str
    body: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries there are, and the hash of the last."""

    count: int = 0
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry that is not as it was written, and what is wrong with it."""

    seq: int
    what: str

    def __str__(self) -> str:
        return f"entry {self.seq}: {self.what}"


def line_after(last: Head, decision: Decision) -> Line:
    """The row that adds the decision to a chain with this head."""
    body = _body(decision)
    seq = last.count + 1
    return Line(seq, decision.case, body, last.hash, _hash(seq, last.hash, body))


def entry_of(line: Line) -> Entry:
    """The entry in a row; LedgerError when the row does not hold what its hash was made of."""
    fault = _own_fault(line)
    if fault:
        raise LedgerError(f"entry {line.seq}: {fault}")
    decision = _decision(line.body)
    return Entry(seq=line.seq, previous=line.previous, hash=line.hash, decision=decision)


def walk(lines: Iterable[Line], kept: Head | None) -> tuple[Head, Fault | None]:
    """How far the chain is whole, and the first fault after that; `kept` is the head kept apart.

    The chain may reach beyond the kept head, never fall short of it.
    """
    last = Head()
    for line in lines:
        fault = _fault(line, last, kept)
        if fault:
            return last, fault
        last = Head(line.seq, line.hash)
    if kept and last.count < kept.count:
        what = f"is gone, and all after it: the head file names {kept.count} entries"
        return last, Fault(last.count + 1, what)
    return last, None


def _fault(line: Line, last: Head, kept: Head | None) -> Fault | None:
    if line.seq <= last.count:
        return Fault(line.seq, f"was put in: expected entry {last.count + 1} in its place")
    if line.seq > last.count + 1:
        return Fault(last.count + 1, f"is gone: the next one that is there is {line.seq}")
    own = _own_fault(line)
    if own:
        return Fault(line.seq, own)
    if line.previous != last.hash:
        return Fault(line.seq, f"does not follow entry {last.count}: put in, moved or rewritten")
    if kept and line.seq == kept.count and line.hash != kept.hash:
        return Fault(
            line.seq, "is not the one that the head file names: it or one before was rewritten"
        )
    return None


def _own_fault(line: Line) -> str | None:
    """What is wrong with a row taken by itself."""
    texts = (line.case_key, line.body, line.previous, line.hash)
    if not all(isinstance(text, str) for text in texts):
        return "was changed: a column holds no text"
    if _hash(line.seq, line.previous, line.body) != line.hash:
        return "was changed: its content does not give its hash"
    try:
        case = _decision(line.body).case
    except LedgerError as error:
        return str(error)
    return None if case == line.case_key else "was changed: it is filed under another case"


def _hash(seq: int, previous: str, body: str) -> str:
    """SHA-256 in hex over the parts, each with its length before it, so that no two lists of
    parts give the same bytes.
    """
    hasher = hashlib.sha256()
    for part in (_DOMAIN, str(seq), previous, body):
        data = part.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "big") + data)
    return hasher.hexdigest()


def _body(decision: Decision) -> str:
    """Canonical JSON in ASCII: sorted names, no blanks, instants in UTC to the microsecond.

    ASCII, because the quoted words are a stranger's, and no database changes or refuses it.
    """
    fields = asdict(decision)
    fields["at"] = decision.at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _decision(body: str) -> Decision:
    try:
        fields = json.loads(body)
        fields["at"] = datetime.fromisoformat(fields["at"])
        fields["shown"] = _shown(fields["shown"])
        return Decision(**fields)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise LedgerError(
            f"expected a decision in the form of this version of Tallycheck, seen {error!r:.200}"
        ) from error


def _shown(fields: dict[str, Any]) -> Shown:
    finding = fields["finding"]
    claim = Passage(**fields["claim"])
    return Shown(**{**fields, "claim": claim, "finding": Passage(**finding) if finding else None})
