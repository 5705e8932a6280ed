"""The programme and cycle of inspections that a report belongs to; names of `areas.csv`."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

CYCLES: Final = (
    "peel_2023_25",
    "soc_regional",
    "ncpi_2024",
    "peel_2021_22",
    "vetting_and_corruption",
    "cdi_2016_20",
    "peel_2018_19",
    "peel_2015_17",
    "ncpi_2014_23",
    "jtai",
    "custody",
    "cdi_2014",
    "thematic",
)
"""Newest first; of two cycles that use one wording the earlier here is meant, unless known."""
_FIRST_DAY: Final = {
    "peel_2023_25": date(2023, 9, 1),
    "peel_2021_22": date(2021, 6, 1),
    "vetting_and_corruption": date(2022, 1, 1),
    "soc_regional": date(2021, 1, 1),
    "ncpi_2024": date(2024, 1, 1),
    "cdi_2016_20": date(2016, 1, 1),
    "peel_2018_19": date(2019, 1, 1),
    "peel_2015_17": date(2015, 1, 1),
}
"""The first reports of a cycle; before them nobody could speak of its grades."""
_PEEL: Final = re.compile(r"\bpeel\b", re.IGNORECASE)
_PEEL_YEARS: Final = re.compile(r"\b(20[0-9]{2})(?:\s?[-–—/]\s?((?:20)?[0-9]{2}))?\b")
_PEEL_BY_FIRST_YEAR: Final = {
    2014: "peel_2015_17",
    2015: "peel_2015_17",
    2016: "peel_2015_17",
    2017: "peel_2015_17",
    2018: "peel_2018_19",
    2019: "peel_2018_19",
    2020: "peel_2018_19",
    2021: "peel_2021_22",
    2022: "peel_2021_22",
    2023: "peel_2023_25",
    2024: "peel_2023_25",
}
_PEEL_FROM_DAY: Final = (
    (date(2023, 9, 1), "peel_2023_25"),
    (date(2021, 6, 1), "peel_2021_22"),
    (date(2019, 1, 1), "peel_2018_19"),
    (date(2015, 1, 1), "peel_2015_17"),
)
_PEEL_2023_25_ENDS: Final = date(2026, 1, 1)
_NEW_CHILD_PROTECTION: Final = date(2024, 1, 1)
_GRADED_CRIME_DATA: Final = date(2016, 1, 1)
_PROGRAMMES: Final = (
    (re.compile(r"regional (?:\w+ )?response to serious (?:and )?organised crime"), "soc_regional"),
    (re.compile(r"serious (?:and )?organised crime\b.{0,60}\bregion|\brocu\b"), "soc_regional"),
    (re.compile(r"joint targeted area"), "jtai"),
    (re.compile(r"child protection"), "ncpi"),
    (re.compile(r"crime data integrity|making the victim count"), "cdi"),
    (re.compile(r"vetting\b.{0,40}\bcorruption"), "vetting_and_corruption"),
    (re.compile(r"\bcustody\b"), "custody"),
)


def is_open(cycle: str, on: date | None) -> bool:
    """Whether a text of that day can speak of the cycle's grades; without a day it can."""
    return on is None or on >= _FIRST_DAY.get(cycle, date.min)


def report_cycle(title: str, url: str, published_on: date | None) -> str:
    """Name of the cycle, by the report's title and address, then by its day; "" if unknown.

    The day decides only between the cycles of a programme that title or address name.
    """
    address = re.sub(r"[-_/]+", " ", url.lower().partition("://")[2])
    for words in (title.lower(), address):
        if _PEEL.search(words):
            return _peel(title, url, published_on)
        for pattern, programme in _PROGRAMMES:
            if pattern.search(words):
                return _dated(programme, published_on)
    return ""


def _peel(title: str, url: str, published_on: date | None) -> str:
    for words in (title, url):
        years = _PEEL_YEARS.search(words)
        if years:
            return _PEEL_BY_FIRST_YEAR.get(int(years.group(1)), "")
    if published_on is None or published_on >= _PEEL_2023_25_ENDS:
        return ""
    return next((name for day, name in _PEEL_FROM_DAY if published_on >= day), "")


def _dated(programme: str, published_on: date | None) -> str:
    if programme == "ncpi":
        if published_on is None:
            return ""
        return "ncpi_2024" if published_on >= _NEW_CHILD_PROTECTION else "ncpi_2014_23"
    if programme == "cdi":
        old = published_on is not None and published_on < _GRADED_CRIME_DATA
        return "cdi_2014" if old else "cdi_2016_20"
    return programme
