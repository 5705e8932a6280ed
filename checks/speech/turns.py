"""Where in a sentence one speaker ends and another begins."""

from __future__ import annotations

import re
from typing import Final

from checks.speech.acts import Act

_BREAK: Final = re.compile(
    r"(?:[,;]\s+|\s+)(?:but|however|although|though|whereas)\s|;\s|,\s+(?:and|while)\s"
)
_TURN: Final = re.compile(r"(?:[,;]\s+(?:but|yet|and|however|although|though|whereas)|;)\s")
# "Although the force said ..., 40 devices were waiting": what follows is the inspectors' own.
_CONCEDES: Final = re.compile(r"\W*(?:although|though|while|whilst|despite)\b", re.IGNORECASE)
_SPEAKS_ITSELF: Final = re.compile(
    r"\b(?:we|our|us|inspectors?|interviewed|visited|examined|in practice|in fact|in reality)\b"
    r"|\bthis (?:is|was) not\b",
    re.IGNORECASE,
)


def end_of_quote(text: str, verb_end: int) -> int:
    """In a report, where the words of the force end and the inspectors' own go on."""
    comma = text.find(",", verb_end)
    if comma > 0 and _CONCEDES.match(text):
        return comma
    for turn in _TURN.finditer(text, verb_end):
        if _SPEAKS_ITSELF.search(text, turn.end()):
            return turn.start()
    return len(text)


def clause_start(text: str, at: int) -> int:
    start = 0
    for match in _BREAK.finditer(text, 0, at):
        start = match.end()
    return start


def breaks(text: str, start: int, end: int) -> bool:
    return bool(_BREAK.search(text, start, max(start, end)))


def has_quote(text: str, act: Act) -> bool:
    """Whether the words that an act of speech introduces stand in quotation marks."""
    if act.mid:
        return "“" in text or "”" in text
    words = text[: act.start] if act.post else text[act.verb_end :]
    return "“" in words or "”" in words
