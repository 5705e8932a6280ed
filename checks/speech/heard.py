"""A sentence as it is heard, and who is named behind it as the speaker of what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from checks.sentences import Sentence
from checks.speech.acts import Act
from checks.speech.citing import is_of_inspectors
from checks.speech.quotes import CLOSE, OPEN, opens, still_open, unquoted
from checks.speech.terms import Term

SOON: Final = 2
"""Sentences within which a later speaker shows whose passage a sentence stands in."""
SUBJECT: Final = 48
"""Characters at the start of a sentence that name what it is about."""
RUN_ON: Final = 8
"""Sentences behind a block in which the speaker of its open quotation may be named."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence with its quotation marks made one kind, and the acts of speech in it.

    `terms` are the possible speakers outside quotations: those inside are only talked about.
    `ahead` is the claimant who speaks next, if anyone does so soon.
    """

    sentence: Sentence
    text: str
    terms: list[Term]
    acts: list[Act]
    ahead: str = ""


def looking_ahead(heard: Sequence[Heard]) -> list[Heard]:
    """The sentences, each knowing who speaks within the next `SOON`."""
    speaking = [_speaks(one) for one in heard]
    return [
        replace(one, ahead=next(filter(None, speaking[index + 1 : index + 1 + SOON]), ""))
        for index, one in enumerate(heard)
    ]


def _speaks(heard: Heard) -> str:
    if heard.acts:
        return heard.acts[0].term.party
    return "inspectorate" if is_of_inspectors(heard.text, heard.terms) else ""


def outside_quotes(text: str, found: Sequence[Term]) -> list[Term]:
    """The terms that stand outside quotations."""
    ranges = unquoted(text)
    return [t for t in found if any(start <= t.start < end for start, end in ranges)]


def named_later(group: Sequence[Heard], after: Sequence[Heard]) -> list[Heard | None]:
    """For each sentence of a block the first from it on that names who said what stands before."""
    marked = [n for n, h in enumerate(group) if OPEN in h.text or CLOSE in h.text]
    last = marked[-1] if marked else -1
    run_on = _run_on(group[last].text, after) if marked else []
    beyond = next((h for h in run_on if _names_the_last(h)), None)
    found: list[Heard | None] = []
    named: Heard | None = None
    for index in range(len(group) - 1, -1, -1):
        named = group[index] if _names_the_last(group[index]) else named
        found.append(named or (beyond if index <= last else None))
    return found[::-1]


def _names_the_last(heard: Heard) -> bool:
    return any(act.post or act.mid for act in heard.acts)


def _is_signature(heard: Heard) -> bool:
    """ "– Chief Constable": a line of its own under the quotation."""
    return heard.text.lstrip().startswith(("–", "—", "-")) and _names_the_last(heard)


def _run_on(text: str, after: Sequence[Heard]) -> list[Heard]:
    """Sentences of later blocks that go on with the quotation at the end of a text, or sign it."""
    is_open = still_open(text, open_before=False)
    out: list[Heard] = []
    for heard in after:
        starts_block = not out or heard.sentence.block_index != out[-1].sentence.block_index
        if not is_open and starts_block and _is_signature(heard):
            return [*out, heard]
        if not is_open or (starts_block and not opens(heard.text)):
            break
        out.append(heard)
        is_open = still_open(heard.text, open_before=is_open)
    return out
