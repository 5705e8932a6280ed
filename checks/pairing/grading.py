"""Grades in texts that are known to be about a grade: any level that stands beside an area."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from checks.grades import area_of
from checks.grading.grade_cues import is_denied
from checks.grading.levels import LEVEL_WORDS, level_of
from checks.judging.grade_rules import is_blanket
from checks.pairing.agreement import concepts_of
from checks.topics import related_topics, topic_of_area, topics_in
from warehouse.records import Claim, Grade

_NEAR: Final = 240
_OF_INSPECTION: Final = re.compile(
    r"\b(?:inspect\w+|hmicfrs|his majesty's|watchdog|grad(?:e|es|ed|ing)|rat(?:ed|ing|ings)"
    r"|judg(?:ed|ment|ement)|report|peel)\b",
    re.IGNORECASE,
)


def loose_grade(text: str, *, is_graded: bool) -> Grade | None:
    """The one level that the words name, and their area; None for no level or several.

    Unless the text is known to be graded (`is_graded`), it must speak of inspectors or grades:
    "a good service" is no grade.
    """
    if not (is_graded or _OF_INSPECTION.search(text)):
        return None
    found = list(LEVEL_WORDS.finditer(text))
    if len({level_of(match) for match in found}) != 1:
        return None
    match = found[0]
    before = text[max(0, match.start() - _NEAR) : match.start()]
    return Grade(level=level_of(match), area=area_of(text), negated=is_denied(before))


def same_question(claim: Claim, finding: Claim) -> Claim:
    """The claim with the finding's area, where its own words name no known one but speak of it."""
    grade, found = claim.grade, finding.grade
    if grade is None or found is None or grade.area or is_blanket(claim):
        return claim
    topic = topic_of_area(found.area)
    is_it = any(related_topics(topic, named) for named in topics_in(claim.context))
    if not is_it and not concepts_of(claim) & concepts_of(finding):
        return claim
    return replace(claim, grade=replace(grade, area=found.area))
