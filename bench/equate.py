"""EQUATE's StressTest: sentences that differ in one number, told apart by interval logic alone.

The premise entails what is true of all its values, contradicts what is true of none, and says
nothing of the rest. Numbers are taken as written: no "about" is read into them here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, Literal

from checks.judging.ranges import Range

Label = Literal["entailment", "contradiction", "neutral"]

_NUMBER: Final = re.compile(
    r"(?:\b(?P<bound>more|less) than )?(?<![0-9.])(?P<value>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
)
_NONE: Final = Decimal(-(10**30))
"""Lower than any number of the set: "less than 5" has no lower end here."""


def stress_test(rows: list[dict[str, Any]]) -> tuple[int, int]:
    """How many pairs of the StressTest are labelled right, and of how many."""
    pairs = [row for row in rows if row["subset"] == "StressTest"]
    return sum(relation(row["evidence"], row["claim"]) == row["label"] for row in pairs), len(pairs)


def relation(premise: str, hypothesis: str) -> Label:
    """What the premise says of the hypothesis, by the numbers that differ between them."""
    one, other = _ranges(premise), _ranges(hypothesis)
    if len(one) != len(other):
        return "neutral"
    labels = {_of(a, b) for a, b in zip(one, other, strict=True)}
    if "contradiction" in labels:
        return "contradiction"
    return "neutral" if "neutral" in labels else "entailment"


def _of(premise: Range, hypothesis: Range) -> Label:
    if not premise.meets(hypothesis):
        return "contradiction"
    return "entailment" if _inside(premise, hypothesis) else "neutral"


def _inside(inner: Range, outer: Range) -> bool:
    lower = (inner.low, inner.low_open) >= (outer.low, outer.low_open)
    if outer.high is None:
        return lower
    if inner.high is None:
        return False
    return lower and (inner.high, not inner.high_open) <= (outer.high, not outer.high_open)


def _ranges(text: str) -> list[Range]:
    return [
        _range(found["bound"], Decimal(found["value"].replace(",", "")))
        for found in _NUMBER.finditer(text)
    ]


def _range(bound: str | None, value: Decimal) -> Range:
    if bound == "more":
        return Range(value, None, low_open=True)
    if bound == "less":
        return Range(_NONE, value, high_open=True)
    return Range(value, value)
