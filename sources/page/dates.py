"""Days of publication, in the forms that British pages write them. A day is one of London's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from warehouse.records import PUBLISHED_YEARS

LONDON: Final = ZoneInfo("Europe/London")
MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTH: Final = "(?P<month>" + "|".join(f"{m[:3]}(?:{m[3:]})?" for m in MONTHS) + "|sept)"
_DAY: Final = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR_GROUP: Final = "(?P<year>[0-9]{4})"
_STAMP: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"\s?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![0-9])(?P<year>[0-9]{4})-(?P<number>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])",
        rf"(?<![0-9£]){_DAY}(?: of)?[ -]?{_MONTH}\b[.,]?[ -]{_YEAR_GROUP}\b",
        rf"\b{_MONTH}\b\.? {_DAY},? {_YEAR_GROUP}\b",
        r"(?<![0-9/])(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<number>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})(?![0-9/])",
    )
)
_LABEL: Final = re.compile(
    r"(?:first |originally |date |news |article |story |report |press release )*"
    r"(?:published|posted|released|issued|publication date|date of publication|date)"
    r"(?: date)?(?: on| at| by .{1,40}?)?\s*[:|,–-]?\s*",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"\bpublished(?: on)?\s?[:|,]?\s?", re.IGNORECASE)
_UPDATED: Final = re.compile(
    r"(?:last |page )?(?:updated|modified|reviewed|amended)\b", re.IGNORECASE
)
_TIME_WORDS: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b[0-9]{1,2}[:.][0-9]{2}\s?"
    r"(?:am|pm|bst|gmt|utc)?|\b[0-9]{1,2}\s?[ap]m\b|\bat\b|[|,•·–-]",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
LABEL_LINE: Final = 160
DATE_LINE: Final = 100
STALE: Final = 2
_BESIDE: Final = re.compile(r"\s[|·•]\s")
"""Marks that set a date apart from a section's name or a reading time on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the page as shown, and the machine-readable times that stand in it."""

    text: str
    times: tuple[str, ...] = ()


def day_of(stamp: str) -> date | None:
    """London's day of an ISO instant, or the first day that the text writes in words or digits.

    05/06/2023 is 5 June. None where there is no day, or one that no calendar
    or page can have.
    """
    found = _STAMP.search(stamp)
    instant = _instant(found[0]) if found else None
    starts = [match for form in _FORMS if (match := form.search(stamp))]
    day = instant or (_day(min(starts, key=lambda match: match.start())) if starts else None)
    return day if day and day.year in PUBLISHED_YEARS else None


def _instant(text: str) -> date | None:
    try:
        moment = datetime.fromisoformat(text.replace(" ", "", text.count(" ") - 1).strip())
    except ValueError:
        return None
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(LONDON).date()
    except OverflowError:
        return None


def _day(match: re.Match[str]) -> date | None:
    named = match.groupdict()
    word = (named.get("month") or "").lower()[:3]
    number = next((n for n, m in enumerate(MONTHS, 1) if word and m.startswith(word)), 0)
    year = int(named["year"])
    full_year = year if len(named["year"]) > 2 else 2000 + year  # noqa: PLR2004
    try:
        return date(full_year, number or int(named["number"]), int(named["day"]))
    except ValueError:
        return None


def published_on(
    near: Sequence[Line], metadata: Sequence[str], title: str
) -> tuple[date | None, tuple[str, ...]]:
    """The day of publication and what is doubtful about it.

    `near` are lines of the page, those nearest its title first. A visible "Published ..." counts
    first, then metadata, then a date that stands alone, last an update's date.
    """
    labelled = next(_labelled(near), None)
    stated = next((day for text in metadata if (day := day_of(text))), None)
    alone = next(_alone(near), None)
    day = labelled or stated or alone
    if day is None:
        updated = next(_updated(near), None)
        return updated, ("no date of publication, only one of an update",) if updated else ()
    shown = labelled or alone
    warnings = []
    if shown and stated and shown != stated:
        warnings.append(f"the page shows {shown} as its date, its metadata say {stated}")
    years = [int(year) for year in _YEAR.findall(title)]
    if years and day.year - max(years) >= STALE:
        warnings.append(
            f"published {day}, but the title names {max(years)}: perhaps put online later"
        )
    return day, tuple(warnings)


def _labelled(lines: Sequence[Line]) -> Iterator[date]:
    for number, line in enumerate(lines):
        if len(line.text) > LABEL_LINE:
            continue
        label = _LABEL.match(line.text) or _INSIDE.search(line.text)
        if label is None:
            continue
        rest = line.text[label.end() :]
        if not rest and number + 1 < len(lines):
            yield from _days(lines[number + 1])
        # The date has to follow at once: "published its report on ..." tells of another page.
        elif (day := day_of(rest[:45])) and _is_only_date(rest[:45]):
            yield day
        elif line.times and label.start() == 0:
            yield from _days(line)


def _is_only_date(text: str) -> bool:
    spot = min((m.start() for form in _FORMS if (m := form.search(text))), default=len(text))
    return len(_TIME_WORDS.sub("", text[:spot]).strip()) <= 3  # noqa: PLR2004


def _days(line: Line) -> Iterator[date]:
    for text in (*line.times, line.text):
        if day := day_of(text):
            yield day
            return


def _alone(lines: Sequence[Line]) -> Iterator[date]:
    """Dates that are all their line says, or that a short line holds for machines."""
    for line in lines:
        if len(line.text) > 80 or _UPDATED.match(line.text):  # noqa: PLR2004
            continue
        if line.times or any(map(is_date_line, _BESIDE.split(line.text))):
            yield from _days(line)


def is_date_line(text: str) -> bool:
    """Whether the line is a date, perhaps with its time and a label, and nothing else."""
    if len(text) > DATE_LINE or not any(map(str.isdigit, text)):
        return False
    return day_of(text) is not None and len(without_date(text)) < 6  # noqa: PLR2004


def without_date(text: str) -> str:
    """What a line says besides its dates, their times and the words that announce them."""
    rest = _UPDATED.sub("", text)
    for form in _FORMS:
        rest = form.sub("", rest)
    return _LABEL.sub("", _TIME_WORDS.sub("", rest)).strip(" :()")


def _updated(lines: Sequence[Line]) -> Iterator[date]:
    for line in lines:
        if _UPDATED.match(line.text):
            yield from _days(line)
