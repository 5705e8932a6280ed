"""Figures of one sentence that do not add up: a change beside the two numbers it lies between,
and a whole beside its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from checks.judging.explaining import range_words, short
from checks.judging.ranges import HUNDRED, Range, change_range, range_of, written_step
from warehouse.records import Claim, Notice, Quantity

BETWEEN: Final = 12
"""Characters that may lie between two passages of one sentence: a comma and a linking word."""
SLACK: Final = Decimal("0.1")
"""How far from a change words such as "doubled" may lie."""
POINT: Final = Decimal(1)
TENTH: Final = Decimal("0.1")
_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’)]*\s*$")
_LISTED: Final = re.compile(r"^(?:and |or )?\S+ (?:for|in|on|at|from|by|were|was)\b")
_OPENS_LIST: Final = re.compile(r":\s*$")


class Change(NamedTuple):
    """A stated change and the two figures that it is said to lie between."""

    stated: Claim
    before: Claim
    after: Claim


def wrong_sums(claims: Sequence[Claim]) -> list[Notice]:
    """A notice for each change and each sum that the sentence's own figures contradict."""
    found: list[Notice] = []
    for sentence in sentences(claims):
        change = _change(sentence)
        if change and (worked_out := _contradicted(change)):
            found.append(_change_notice(change, worked_out))
        parts = _parts(sentence)
        if len(parts) > 1 and (total := _exceeded(sentence, parts)):
            found.append(_parts_notice(total, parts))
    return found


def sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims with figures, grouped as they stand in one sentence of one document."""
    group: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.document, c.span.start, c.ordinal, c.id)):
        if claim.quantity is None:
            continue
        if group and not _continues(group[-1], claim):
            yield group
            group = []
        group.append(claim)
    if group:
        yield group


def _continues(before: Claim, claim: Claim) -> bool:
    if before.document != claim.document:
        return False
    if before.span.start == claim.span.start:
        return True
    near = 0 <= claim.span.start - before.span.end <= BETWEEN
    return near and not _SENTENCE_END.search(before.span.exact)


def _change(sentence: Sequence[Claim]) -> Change | None:
    """The one change of a sentence that also gives one figure before and one after it."""
    stated = [claim for claim in sentence if _is_relative(claim.quantity)]
    before = [claim for claim in sentence if _role(claim) == "from"]
    after = [claim for claim in sentence if _role(claim) == "to"]
    if not len(stated) == len(before) == len(after) == 1:
        return None
    change = Change(stated[0], before[0], after[0])
    return change if _unit(change.before) == _unit(change.after) else None


def _is_relative(quantity: Quantity | None) -> bool:
    """Whether the figure is a change relative to what was there before."""
    if quantity is None or not quantity.direction or quantity.per or quantity.vague:
        return False
    return quantity.unit in {"percent", "multiple"} and quantity.role is None


def _contradicted(change: Change) -> Range | None:
    """What the two figures come to, in per cent, if the stated change cannot be that."""
    before, after = _printed(change.before.quantity), _printed(change.after.quantity)
    stated = _stated_change(change.stated.quantity)
    if before is None or after is None or stated is None or before.low <= 0:
        return None
    ends = [(one / other - 1) * HUNDRED for one in after for other in before]
    worked_out = Range(min(ends), max(ends))
    return None if worked_out.meets(stated) else worked_out


class _Ends(NamedTuple):
    low: Decimal
    high: Decimal


def _printed(quantity: Quantity | None) -> _Ends | None:
    """A figure before or after a change, as exact as it is printed; None without both ends.

    Round numbers are taken for rounded ones: the less of 2 per cent and half of the last digit
    that is not a zero.
    """
    found = range_of(quantity) if quantity else None
    if quantity is None or found is None or found.high is None or quantity.vague:
        return None
    if quantity.comparator != "=" or quantity.low is None or quantity.low != quantity.high:
        return _Ends(found.low, found.high)
    value = quantity.low
    place = written_step(quantity.text) or Decimal(1).scaleb(_last_digit(value))
    margin = min(found.high - value, place / 2)
    return _Ends(value - margin, value + margin)


def _last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not a zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _stated_change(quantity: Quantity | None) -> Range | None:
    """A stated change in per cent, a fall below zero; a whole number may have been cut off."""
    found = range_of(quantity) if quantity else None
    if quantity is None or found is None:
        return None
    if quantity.unit == "multiple":
        found = change_range(found)
        margin = HUNDRED * SLACK
    else:
        margin = written_step(quantity.text) or POINT
    low = max(found.low - margin, Decimal(0))
    high = None if found.high is None else found.high + margin
    if quantity.direction == "up":
        return Range(low, high)
    return Range(-HUNDRED if high is None else -high, -low)


def _parts(sentence: Sequence[Claim]) -> list[Claim]:
    """The counts listed behind a colon, each with what it is a part for."""
    for place, claim in enumerate(sentence):
        if place and _OPENS_LIST.search(claim.span.prefix) and _is_part(claim):
            listed = sentence[place:]
            return list(listed) if all(map(_is_part, listed)) else []
    return []


def _is_part(claim: Claim) -> bool:
    quantity = claim.quantity
    plain = quantity is not None and quantity.comparator == "=" and quantity.unit == "count"
    return plain and bool(_LISTED.match(claim.span.exact))


def _exceeded(sentence: Sequence[Claim], parts: Sequence[Claim]) -> Claim | None:
    """The whole before the list, if its parts come to more than it allows."""
    whole = sentence[len(sentence) - len(parts) - 1]
    quantity = whole.quantity
    if quantity is None or quantity.unit != "count" or quantity.per or quantity.direction:
        return None
    allowed = range_of(quantity)
    if allowed is None or allowed.high is None or _together(parts) <= allowed.high:
        return None
    return whole


def _together(parts: Sequence[Claim]) -> Decimal:
    lows = (part.quantity.low for part in parts if part.quantity)
    return sum((low for low in lows if low is not None), Decimal(0))


def _role(claim: Claim) -> str | None:
    return claim.quantity.role if claim.quantity else None


def _unit(claim: Claim) -> str:
    return claim.quantity.unit if claim.quantity else ""


def _change_notice(change: Change, worked_out: Range) -> Notice:
    stated, before, after = (_text(claim) for claim in change)
    words = short(change.stated.span.exact)
    return Notice(
        kind="arithmetic",
        document=change.stated.document,
        claim=change.stated.id,
        detail=f"“{words}” says “{stated}”, from “{before}” to “{after}”.",
        why=f"From {before} to {after} is a change of {_percent(worked_out)}, not of {stated}.",
    )


def _percent(change: Range) -> str:
    ends = sorted(abs(end).quantize(TENTH) for end in (change.low, change.high) if end is not None)
    way = "down" if change.low < 0 else "up"
    return f"{range_words(Range(ends[0], ends[-1]), 'percent')} {way}"


def _parts_notice(whole: Claim, parts: Sequence[Claim]) -> Notice:
    listed = [_text(part) for part in parts]
    total = _text(whole)
    return Notice(
        kind="arithmetic",
        document=whole.document,
        claim=whole.id,
        detail=f"“{short(whole.span.exact)}” is followed by {' and '.join(listed)}.",
        why=f"The parts come to {_together(parts):,}, more than the {total} they are listed under.",
    )


def _text(claim: Claim) -> str:
    return claim.quantity.text if claim.quantity else ""
