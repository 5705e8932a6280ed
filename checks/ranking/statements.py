"""What is matched: words, with whatever is known of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_WIDE: Final = re.compile(
    r"\b(?:region|regional|nation|national|nationwide|england|great britain|united kingdom|uk)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim or a finding as handed over. None is unknown, which is never unequal.

    Names of forces, measures and units are opaque keys, equal or not. `low` to `high` is the
    value; `start` to `end` are days, both included.
    """

    text: str
    title: str = ""
    force: str | None = None
    measure: str | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    start: date | None = None
    end: date | None = None
    published_on: date | None = None

    @property
    def words(self) -> str:
        """The text with its title."""
        return f"{self.text}\n{self.title}" if self.title else self.text

    @property
    def is_keyed(self) -> bool:
        """Whether enough is known to find it by equal names, without reading the words."""
        return self.measure is not None or self.low is not None

    @property
    def wide(self) -> bool:
        """Whether its force is named like a region or the nation."""
        return self.force is not None and bool(_WIDE.search(self.force))
