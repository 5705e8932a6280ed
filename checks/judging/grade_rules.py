"""Step 2 of the verdicts: two grades are compared within body, area, inspection and scheme."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from checks.judging.comparability import topics_of
from checks.judging.ranges import ZERO
from warehouse.records import Claim, Grade

BELOW_ADEQUATE: Final = frozenset({"requires_improvement", "inadequate"})
NO_AREA_BELOW: Final = "areas_graded_below_adequate"
NEWS_DAYS: Final = timedelta(days=31)
"""A report "published today" came out no longer before the words than this."""
VISIT_TO_REPORT: Final = timedelta(days=366)
"""Inspectors call up to a year before their report."""
SAME_REPORT: Final = timedelta(days=183)
"""A report is just out for so long."""
SEVERAL_GRADES: Final = ("peel_", "ncpi_")
SHORT: Final = timedelta(days=92)

_ALL_AREAS: Final = re.compile(
    r"\b(?:(?:all|every|each)(?: of the| of our| the)?(?: [a-z]+)? (?:areas?|questions?|aspects?"
    r"|categor(?:y|ies))|across the board|in everything)\b"
)
_OTHER_LOW: Final = re.compile(
    r"requir\w+ improvement|below|lower than|worse than|less than|under adequate"
)
_NEW_REPORT: Final = re.compile(
    r"\b(?:report|inspection|findings|grades?|grading)\b.{0,40}\b(?:published|released|out|issued)"
    r"\b.{0,12}\b(?:today|yesterday|this week|this morning|this month)\b"
    r"|\b(?:latest|newest|new|most recent|today's|this week's)\b.{0,24}\b(?:report|inspection)\b"
)
_EARLIER_REPORT: Final = re.compile(
    r"\b(?:previous|earlier|former|preceding|penultimate|older)"
    r" (?:[a-z]+ ){0,2}?(?:report|inspection|grades?|grading|judge?ments?|visit|rating)\b"
    r"|\b(?:report|inspection) before (?:last|that|this)\b"
)


def is_grade_pair(claim: Claim, finding: Claim) -> bool:
    """Whether both sides give or deny a grade."""
    return finding.grade is not None and (claim.grade is not None or _denies_low_grades(claim))


def covers_area(claim: Claim, finding: Claim) -> bool:
    """Whether the claim is about the finding's graded question; a blanket claim is about all."""
    if finding.grade is None:
        return False
    if is_blanket(claim):
        return True
    return claim.grade is not None and claim.grade.area == finding.grade.area != ""


def is_blanket(claim: Claim) -> bool:
    """Whether one area is enough to break the claim ("good in all areas")."""
    if _denies_low_grades(claim):
        return True
    everywhere = _ALL_AREAS.search(claim.span.exact.casefold()) is not None
    return claim.grade is not None and not claim.grade.area and everywhere


def other_inspection(claim: Claim, finding: Claim) -> str:
    """Why the claim must be about another inspection than the finding's; "" if nothing says so."""
    if claim.document == finding.document:
        return ""
    if claim.grade and finding.grade and _apart(claim.grade, finding.grade):
        return "the two grades come from different inspections"
    if claim.published_on is None or finding.published_on is None:
        return "" if _same_cycle(claim, finding) else "a side has no date and no known inspection"
    return _other_by_date(claim, finding, claim.published_on - finding.published_on)


def _other_by_date(claim: Claim, finding: Claim, age: timedelta) -> str:
    """The same by what the words say of time; `age` is that of the report when they were said."""
    reasons = (
        (age < timedelta(0), "the finding was published after the claim"),
        (
            _EARLIER_REPORT.search(claim.context.casefold()) is not None,
            "the claim speaks of an earlier report",
        ),
        (
            _speaks_of_news(claim) and age > NEWS_DAYS,
            "the claim speaks of a report just published, the finding is older",
        ),
        (
            is_blanket(claim) and not _may_be_its_report(finding, age),
            "the claim is about all grades of one report, and not of the finding's",
        ),
        (
            not _same_cycle(claim, finding) and _names_another_date(claim, finding),
            "the claim names another time than the finding's report",
        ),
    )
    return next((why for holds, why in reasons if holds), "")


def grades_agree(claim: Claim, finding: Claim) -> bool:
    """Whether what the claim gives or denies fits the finding's grade."""
    if finding.grade is None:
        raise ValueError(f"{finding.id} is no graded finding")
    if _denies_low_grades(claim):
        return finding.grade.level not in _denied_levels(claim)
    if claim.grade is None:
        raise ValueError(f"{claim.id} neither gives nor denies a grade")
    same = claim.grade.level == finding.grade.level
    return same != (claim.grade.negated != finding.grade.negated)


def _denied_levels(claim: Claim) -> frozenset[str]:
    """Which grades "none of our areas" is said of; "not one inadequate" leaves the others."""
    words = claim.span.exact.casefold()
    only = "inadequate" in words and not _OTHER_LOW.search(words)
    return frozenset({"inadequate"}) if only else BELOW_ADEQUATE


def _denies_low_grades(claim: Claim) -> bool:
    quantity = claim.quantity
    none = quantity is not None and quantity.high == ZERO
    return claim.measure == NO_AREA_BELOW and none and "inspection" in topics_of(claim)


def _apart(one: Grade, other: Grade) -> bool:
    schemes = bool(one.scheme and other.scheme) and one.scheme != other.scheme
    cycles = bool(one.cycle and other.cycle) and one.cycle != other.cycle
    return schemes or cycles or one.body != other.body


def _may_be_its_report(finding: Claim, age: timedelta) -> bool:
    """Who speaks of all grades means a report just out that has several, as PEEL reports have."""
    cycle = finding.grade.cycle if finding.grade else ""
    return (not cycle or cycle.startswith(SEVERAL_GRADES)) and age <= SAME_REPORT


def _same_cycle(claim: Claim, finding: Claim) -> bool:
    if claim.grade is None or finding.grade is None:
        return False
    return claim.grade.cycle == finding.grade.cycle != ""


def _speaks_of_news(claim: Claim) -> bool:
    return _NEW_REPORT.search(claim.context.casefold()) is not None


def _names_another_date(claim: Claim, finding: Claim) -> bool:
    period = claim.period
    day = finding.published_on
    if period is None or period.start is None or period.end is None or day is None:
        return False
    is_visit = period.end - period.start <= SHORT
    return not period.start <= day < period.end + (VISIT_TO_REPORT if is_visit else timedelta(0))
