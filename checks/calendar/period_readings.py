"""What a wording of a period comes to: two days and a basis, either day open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from checks.calendar.calendars import Span, basis_of, full_year, latest_month
from warehouse.records import Basis

Reading = tuple[date | None, date | None, Basis]
Words = Mapping[str, str]
"""What the named parts of a wording hold; "" for a part that is missing."""

Builder = Callable[[Words, "date | None"], "Reading | None"]


def named(span: Span, basis: str = "") -> Reading:
    """A reading of two days, its basis told by the span unless given."""
    return span[0], span[1], cast("Basis", basis or basis_of(span))


def open_reading(basis: Basis) -> Reading:
    """A reading whose words say how long or of what sort, but not which days."""
    return None, None, basis


def year_or_latest(text: str, month: int, published: date | None) -> int | None:
    if text:
        return full_year(text)
    return latest_month(month, published) if published else None
