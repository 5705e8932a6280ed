"""Periods that a British text names, resolved against the day it was published.

Without that day a relative period ("last year") keeps its words and basis and has no days.
The wordings stand in `periods.csv`: where two match, the one that begins first wins, then the
longer, then the one higher in the table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from checks.calendar.period_forms import BUILDERS
from checks.calendar.period_readings import Reading
from checks.numbers.folding import Folded, fold
from checks.numbers.lexicon import rows
from warehouse.records import Period

_MONTH: Final = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_DAY: Final = "3[01]|[12][0-9]|0?[1-9]"
_PARTS: Final = {
    "{month}": rf"(?P<month>{_MONTH})\b",
    "{month2}": rf"(?P<month2>{_MONTH})\b",
    "{day}": rf"\b(?P<day>{_DAY})(?:st|nd|rd|th)?\b",
    "{day2}": rf"\b(?P<day2>{_DAY})(?:st|nd|rd|th)?\b",
    "{year}": r"\b(?P<year>(?:19|20)[0-9]{2})\b",
    "{number}": "[0-9]{1,3}|couple of|[a-z]{2,9}(?:-[a-z]{3,5})?",
    "{in}": r"(?:\b(?:in|during|throughout|over|for|across|of|within) )",
    "{compared}": r"\b(?:than|on|compared (?:with|to)|against|versus|relative to) ",
    "{weekday}": "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )",
}
# A number alone is no time: most sentences with figures pass none of the many forms.
_GATE: Final = re.compile(
    r"(?:19|20)[0-9]{2}|[0-9]/[0-9]|FY|\bQ[1-4]|days?\b|hour|"
    rf"year|month|week|quarter|decade|fortnight|annual|today|yesterday|time|period"
    rf"|spring|summer|autumn|winter|easter|christmas|inspect|visit|date|\b(?:{_MONTH})\b"
    r"|\b(?:day|moment|point|since|operation|crackdown|campaign|pilot|initiative|amnesty)\b",
    re.IGNORECASE,
)
_MONTH_PARTS: Final = ("month", "month2")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPeriod:
    """A period and where its words stand, half-open offsets of the text that was read.

    `kind` is the wording's row of `periods.csv`. Three kinds lean on what was said before: `same`
    ("in that year"), `before` ("the year before") and `inspection` without a month.
    """

    start: int
    end: int
    period: Period
    kind: str = ""

    @property
    def anaphoric(self) -> bool:
        """Whether the words mean a period that was named before them."""
        return self.kind in {"same", "before"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    rank: int
    kind: str
    reading: Reading


def find_periods(text: str, published_on: date | None) -> list[FoundPeriod]:
    """The periods named in a text, in order; no two overlap."""
    if not _GATE.search(text):
        return []
    folded = fold(text)
    found: list[FoundPeriod] = []
    reached = 0
    candidates = _candidates(folded.text, published_on)
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.rank)):
        if candidate.start >= reached:
            found.append(_found(text, folded, candidate))
            reached = candidate.end
    return found


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["reads_as"], _compiled(row["wording"])) for row in rows("calendar/periods.csv")
    )


def _compiled(wording: str) -> re.Pattern[str]:
    """A wording with its parts filled in; a space in it stands for any white space."""
    for name, part in _PARTS.items():
        wording = wording.replace(name, part)
    spaced = wording.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{spaced})(?!\w)", re.IGNORECASE)


def _candidates(text: str, published: date | None) -> Iterator[_Candidate]:
    for rank, (kind, form) in enumerate(_forms()):
        for match in form.finditer(text):
            reading = _reading(kind, match, published)
            if reading is not None:
                yield _Candidate(match.start(), match.end(), rank, kind, reading)


def _reading(kind: str, match: re.Match[str], published: date | None) -> Reading | None:
    """What a match means; None for a day that no calendar has and for "may" and "march"."""
    words = defaultdict(str, match.groupdict(default=""))
    if any(words[part] and not words[part][0].isupper() for part in _MONTH_PARTS):
        return None
    try:
        return BUILDERS[kind](words, published)
    except (ValueError, OverflowError):  # 31 February, 12/13/2023, the year 10000
        return None


def _found(text: str, folded: Folded, candidate: _Candidate) -> FoundPeriod:
    start, end = folded.span(candidate.start, candidate.end)
    first, last, basis = candidate.reading
    return FoundPeriod(
        start=start,
        end=end,
        period=Period(start=first, end=last, basis=basis, text=text[start:end]),
        kind=candidate.kind,
    )
