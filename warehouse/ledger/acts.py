"""What an act must hold to be entered, and what it needs to find in its case."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final

from warehouse.errors import UsageError
from warehouse.records import Act, Corrected, Decision, Entry, NoIssue, Ruling, vocabulary
from warehouse.standing import in_force

NAME_LENGTH: Final = 100
NOTE_LENGTH: Final = 4_000
_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_CONTROLS: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_FIELDS: Final[dict[Act, frozenset[str]]] = {
    "ruling": frozenset({"ruling"}),
    "note": frozenset({"note"}),
    "undo": frozenset({"about"}),
    "reopen": frozenset({"note"}),
    "signature": frozenset({"ruling", "about"}),
    "correction": frozenset({"corrects", "correction"}),
}
"""What each act cannot be without; a note may stand beside any."""
_WORDS: Final = (("ruling", Ruling), ("reason", NoIssue), ("corrects", Corrected))


def require_whole(decision: Decision) -> None:
    """UsageError for a decision that says too little, too much, or what no ledger should keep."""
    _one_of("what", decision.what, Act)
    for name, words in _WORDS:
        if getattr(decision, name) is not None:
            _one_of(name, getattr(decision, name), words)
    _require_fields(decision)
    if (decision.ruling == "no_issue") != (decision.reason is not None):
        allowed = ", ".join(sorted(vocabulary(NoIssue)))
        raise UsageError(
            f"reason: expected one with the ruling no_issue, and with no other, out of {allowed};"
            f" seen {decision.reason or 'none'} with {decision.ruling or decision.what}"
        )
    if decision.at.tzinfo is None:
        raise UsageError(f"at: expected an instant with its time zone, seen {decision.at}")
    _require_name(decision.by)
    _require_text("note", decision.note)
    _require_text("correction", decision.correction)


def require_possible(decision: Decision, entries: Sequence[Entry]) -> None:
    """UsageError for an act that finds nothing to act on among the case's entries so far."""
    complaint = (
        _NEEDS[decision.what](decision, in_force(entries)) if decision.what in _NEEDS else ""
    )
    if complaint:
        raise UsageError(f"{decision.what}: {complaint}")


def _require_fields(decision: Decision) -> None:
    needed = _FIELDS[decision.what]
    for name in ("ruling", "note", "about", "corrects", "correction"):
        value = getattr(decision, name)
        given = value not in {None, ""}
        if name in needed and not given:
            raise UsageError(f"{decision.what}: expected something for {name!r}, seen nothing")
        if given and name not in needed | {"note"}:
            raise UsageError(f"{decision.what}: expected nothing for {name!r}, seen {value!r:.80}")


def _one_of(name: str, word: str, words: object) -> None:
    allowed = sorted(vocabulary(words))
    if word not in allowed:
        raise UsageError(f"{name}: expected one of {', '.join(allowed)}, seen {word!r:.80}")


def _require_name(name: str) -> None:
    """One line, in one spelling and without unseen characters: nobody signs as a lookalike."""
    if not any(char.isalnum() for char in name):
        raise UsageError(f"by: expected a name, seen {name!r:.80}")
    if len(name) > NAME_LENGTH:
        raise UsageError(f"by: expected at most {NAME_LENGTH} characters, seen {len(name):,}")
    unseen = [char for char in name if unicodedata.category(char) in _CONTROLS | {"Cf"}]
    if unseen:
        raise UsageError(f"by: expected characters that can be seen, seen U+{ord(unseen[0]):04X}")
    if name != " ".join(unicodedata.normalize("NFC", name).split()):
        raise UsageError(f"by: expected single blanks and composed letters (NFC), seen {name!r}")


def _require_text(what: str, words: str) -> None:
    """Lines of text; only what would rule a terminal or turn the reading order is refused."""
    if len(words) > NOTE_LENGTH:
        raise UsageError(
            f"{what}: expected at most {NOTE_LENGTH:,} characters, seen {len(words):,}"
        )
    for char in words:
        is_control = unicodedata.category(char) in _CONTROLS and char not in "\n\t"
        if is_control or char in _BIDI:
            raise UsageError(f"{what}: expected plain text, seen the character U+{ord(char):04X}")


def _nothing_to_undo(decision: Decision, forceful: Sequence[Entry]) -> str:
    if any(one.seq == decision.about for one in forceful):
        return ""
    return f"expected an entry of this case that was not taken back, seen {decision.about}"


def _nothing_to_reopen(_decision: Decision, forceful: Sequence[Entry]) -> str:
    acts = [one.decision.what for one in forceful if one.decision.what in {"ruling", "reopen"}]
    return "" if acts[-1:] == ["ruling"] else "expected a case that was ruled on, seen none"


def _nothing_to_sign(decision: Decision, forceful: Sequence[Entry]) -> str:
    rulings = [one for one in forceful if one.decision.what == "ruling"]
    if not rulings or rulings[-1].seq != decision.about:
        return f"expected the ruling that holds, seen {decision.about}"
    signed = [one.decision.by for one in forceful if one.decision.about == decision.about]
    if decision.by in {rulings[-1].decision.by, *signed}:
        return f"expected another person than {decision.by!r}"
    return ""


_NEEDS: Final[dict[Act, Callable[[Decision, Sequence[Entry]], str]]] = {
    "undo": _nothing_to_undo,
    "reopen": _nothing_to_reopen,
    "signature": _nothing_to_sign,
}
