"""The time within which something was done: done in ten seconds is not done in a day."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from checks.phrases import fold
from warehouse.records import Claim

_WITHIN: Final = re.compile(
    r"\b(?:within|inside|in under|in less than|under) (?:a|an|the|one)?\s?"
    r"((?:[a-z]+|[0-9]+)(?: of an)?)?[ -]?(second|minute|hour|day|week|month)s?\b"
)
_IN: Final = re.compile(r"\bin ((?:[a-z]+|[0-9]+)(?: of an)?)[ -](second|minute|hour)s?\b")
_AMOUNTS: Final = {
    word: amount
    for amount, words in (
        ("0.25", "quarter"), ("0.5", "half"), ("1", "a an one single"), ("2", "two"),
        ("3", "three"), ("5", "five"), ("10", "ten"), ("15", "fifteen"), ("20", "twenty"),
        ("24", "twenty-four"), ("28", "twenty-eight"), ("30", "thirty"), ("60", "sixty"),
    )
    for word in words.split()
}  # fmt: skip
_SECONDS: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_592_000,
}  # fmt: skip


def thresholds_differ(claim: Claim, finding: Claim) -> bool:
    """Whether two shares are of what was done within different times: ten seconds, a minute."""
    one, other = (_times(side.context) for side in (claim, finding))
    return bool(one and other) and not one & other


def _times(text: str) -> frozenset[Decimal]:
    folded = fold(text)
    found = [*_WITHIN.findall(folded), *_IN.findall(folded)]
    return frozenset(
        number * _SECONDS[unit]
        for amount, unit in found
        if (number := _amount(amount.removesuffix(" of an"))) is not None
    )


def _amount(word: str) -> Decimal | None:
    if not word:
        return Decimal(1)
    if word.isdecimal():
        return Decimal(word)
    return Decimal(_AMOUNTS[word]) if word in _AMOUNTS else None
