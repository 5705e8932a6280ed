"""A whole number expression: currency, magnitude, unit, and the two ends of a range."""

from __future__ import annotations

from checks.numbers.cardinals import cardinal_at
from checks.numbers.expressions import Amount
from checks.numbers.multiples import multiple_at
from checks.numbers.nothing import every_at, nothing_at
from checks.numbers.parts import part_at, ratio_at
from checks.numbers.ranges import range_of
from checks.numbers.sums import MONEY_SIGNS, figures_at, sum_at
from checks.numbers.tokens import Tokens, token
from checks.numbers.unit_words import part_of_unit, unit_and_half, with_unit


def amount_at(tokens: Tokens, index: int) -> Amount | None:
    """The number expression that begins at a token, with its unit and range, or None."""
    found = _single_at(tokens, index)
    if found is None or found.why_not:
        return found
    return range_of(tokens, found, _single_at) or found


def _single_at(tokens: Tokens, index: int) -> Amount | None:
    if tokens.words[index] in MONEY_SIGNS:
        return sum_at(tokens, index)
    in_digits = index in tokens.digits
    if not in_digits and token(tokens, index).kind == "sign":
        return None
    found = ratio_at(tokens, index) or multiple_at(tokens, index)
    if found is None and not in_digits and token(tokens, index).kind == "word":
        found = _worded(tokens, index)
    if found is not None:
        return found
    number, part = cardinal_at(tokens, index), part_at(tokens, index)
    if part is not None and (number is None or number.last <= part.last):
        return part
    return with_unit(tokens, number) if number else None


def _worded(tokens: Tokens, index: int) -> Amount | None:
    """What only words say: "none", "every", "a six-figure sum", "half an hour"."""
    return (
        nothing_at(tokens, index)
        or every_at(tokens, index)
        or figures_at(tokens, index)
        or part_of_unit(tokens, index)
        or unit_and_half(tokens, index)
    )
