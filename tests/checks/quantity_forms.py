"""Short forms of quantities, so that a test table shows what was read at a glance."""

from __future__ import annotations

from decimal import Decimal

from checks.quantities import find_quantities
from warehouse.records import Quantity


def brief(text: str) -> str:
    """The quantities of a text as `12 count >=|2..3 GBP range`."""
    return "|".join(_brief(quantity) for quantity in find_quantities(text))


def _brief(quantity: Quantity) -> str:
    parts = [_value(quantity), quantity.unit, quantity.comparator, quantity.direction or ""]
    parts += [quantity.role or "", f"per {quantity.per}" if quantity.per else ""]
    return " ".join(part for part in [*parts, "vague" if quantity.vague else ""] if part)


def _value(quantity: Quantity) -> str:
    if quantity.low is None or quantity.high is None:
        assert quantity.ambiguous
        return "?"
    if quantity.low == quantity.high:
        return _plain(quantity.low)
    return f"{_plain(quantity.low)}..{_plain(quantity.high)}"


def _plain(value: Decimal) -> str:
    """Digits without an exponent; long fractions to four places."""
    text = f"{value:f}"
    return text if len(text) < 12 else f"{value:.4f}"
