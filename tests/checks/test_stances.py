"""Praise, criticism and acceptance."""

from __future__ import annotations

import pytest

from checks.stances import is_open_boast, stance_of
from warehouse.records import FindingType, Level, Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Our teams seized £80,000 in March.", "praise"),
        ("Burglary has fallen for the third year.", "praise"),
        ("We are proud of every one of them.", "praise"),
        ("Inspectors said we have the highest charge rate in the country.", "praise"),
        ("All six custody suites had the right equipment.", "praise"),
        ("Staff lacked the training for it.", "criticism"),
        ("The force routinely fails to check on witnesses.", "criticism"),
        ("There is no head of digital work and posts stay unfilled.", "criticism"),
        ("The force should make sure that plans are reviewed.", "criticism"),
        ("It could do more for repeat victims.", "criticism"),
        ("Managers seldom look at the figures.", "criticism"),
        ("There were too few detectives.", "criticism"),
        ("Supervision is not always effective.", "criticism"),
        ("Its plans were never good.", "criticism"),
        ("Officers know the area well but cannot meet the demand.", "criticism"),
        ("The unit was understaffed, but it is now the best in the region.", "praise"),
        ("We accept what the inspectors say.", "acceptance"),
        ("The force acknowledged the findings.", "acceptance"),
        ("We are disappointed, but the public can be sure of our effort.", "acceptance"),
        ("Work has begun to implement the recommendations.", "acceptance"),
        ("The vetting backlog is no longer a cause of concern.", "neutral"),
        ("We will not tolerate it.", "neutral"),
        ("The inquest opens on Tuesday.", "neutral"),
        ("There were no delays and no backlog.", "neutral"),
        ("Not only good but timely.", "praise"),
        ("The clinic was picked out as an idea to follow.", "praise"),
        ("Other forces could learn from the scheme.", "praise"),
        ("Our detectives are relentless.", "praise"),
        ("Whoever calls can count on swift help.", "praise"),
        ("There is no hiding place for dealers here.", "praise"),
        ("The unit is not doing enough.", "criticism"),
        ("It misses opportunities to use its powers.", "criticism"),
        ("The team cannot keep up with its work.", "criticism"),
        ("Supervisors do not always look at plans.", "criticism"),
        ("Force told to answer calls faster", "criticism"),
        ("We fell short and will put things right.", "acceptance"),
    ],
)
def test_words_take_a_stance(text: str, stance: Stance) -> None:
    assert stance_of(text) == stance


@pytest.mark.parametrize(
    ("level", "stance"),
    [
        ("outstanding", "praise"),
        ("good", "praise"),
        ("adequate", "neutral"),
        ("requires_improvement", "criticism"),
        ("inadequate", "criticism"),
    ],
)
def test_a_grade_has_the_stance_of_its_level(level: Level, stance: Stance) -> None:
    assert stance_of("The grade is in the report.", "graded_judgment", level) == stance


@pytest.mark.parametrize(
    ("kind", "text", "stance"),
    [
        ("area_for_improvement", "Victims wait for a call back.", "criticism"),
        ("cause_of_concern", "Officers answered 60 per cent in time.", "criticism"),
        ("recommendation", "By March, publish a plan.", "criticism"),
        ("area_for_improvement", "The unit has had impressive success.", "praise"),
        ("area_for_improvement", "Despite its success it lacks staff.", "criticism"),
        ("innovative_practice", "A nurse sits in the control room.", "praise"),
        ("promising_practice", "A van visits villages.", "praise"),
        ("narrative", "The force has 900 officers.", "neutral"),
    ],
)
def test_the_kind_of_finding_decides_where_words_do_not(
    kind: FindingType, text: str, stance: Stance
) -> None:
    assert stance_of(text, kind) == stance


@pytest.mark.parametrize(
    ("text", "boasts"),
    [
        ("We are proud of our record against gangs.", True),
        ("There were some very positive findings.", True),
        ("Gang members have been jailed.", False),
        ("We are proud, but accept that there is more to do.", False),
    ],
)
def test_an_open_boast_says_so(text: str, boasts: bool) -> None:
    assert is_open_boast(text) is boasts
