"""What a page changed between two readings, sentence by sentence, without what is mere noise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from checks.sentences import sentences
from warehouse.records import Claim, Document

ALIKE: Final = 60.0
"""From here two sentences are one that was changed, not one taken out and another put in."""
_NOISE: Final = re.compile(
    r"(?:last |first )?(?:updated|published|posted|modified|edited)\b.{0,60}"
    r"|.{0,40}\b(?:comments?|shares?|views|reactions|minutes?(?: to)? read|min read|ago)"
    r"|(?:related|read more|more from|most read|most popular|see also|watch)\b.{0,120}"
)
_COUNTER: Final = re.compile(
    r"[0-9]+|\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday"
    r"|a\.?m\.?|p\.?m\.?)\b"
)


class Change(NamedTuple):
    """A sentence as it was and as it is; "" where it is new or gone."""

    before: str
    after: str


def changes(before: Document, after: Document, claims: Sequence[Claim]) -> list[Change]:
    """The changes in order of the text; `claims` are those of the later reading.

    A sentence that holds no claim and differs by a number, a day or a counter is noise.
    """
    old, new = list(_sentences(before)), list(_sentences(after))
    gone, come = _left_over(old, new), _left_over(new, old)
    held = " ".join(claim.context for claim in claims)
    pairs = _paired(gone, come)
    return [pair for pair in pairs if not _is_noise(pair, held)]


def _sentences(document: Document) -> Iterator[str]:
    for sentence in sentences(document):
        words = " ".join(sentence.text.split())
        if words:
            yield words


def _left_over(these: Sequence[str], those: Sequence[str]) -> list[str]:
    """The sentences that the other reading has not, or has fewer times."""
    spare = Counter(those)
    left = []
    for sentence in these:
        if spare[sentence]:
            spare[sentence] -= 1
        else:
            left.append(sentence)
    return left


def _paired(gone: Sequence[str], come: Sequence[str]) -> list[Change]:
    """Each new sentence with the most alike of those that went, then those that just went."""
    spare = list(gone)
    found = []
    for sentence in come:
        best = max(spare, key=lambda one: fuzz.ratio(one, sentence), default="")
        if best and fuzz.ratio(best, sentence) >= ALIKE:
            spare.remove(best)
            found.append(Change(best, sentence))
        else:
            found.append(Change("", sentence))
    return [*found, *(Change(sentence, "") for sentence in spare)]


def _is_noise(change: Change, held: str) -> bool:
    sides = [side for side in change if side]
    if any(side in held for side in sides):
        return False
    if all(_NOISE.fullmatch(side.casefold()) for side in sides):
        return True
    return bool(change.before and change.after) and _bare(change.before) == _bare(change.after)


def _bare(sentence: str) -> str:
    return " ".join(_COUNTER.sub(" ", sentence.casefold()).split())
