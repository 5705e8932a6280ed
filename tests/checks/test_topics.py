"""What statements are about."""

from __future__ import annotations

import pytest

from checks.measures import measures
from checks.tables import read_table, words_of
from checks.topics import (
    crimes_in,
    is_aspect,
    is_broad,
    matter_of,
    related_topics,
    topic_of,
    topics,
    topics_in,
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Callers to 999 wait far too long for an answer.", "emergency_calls"),
        ("One in five calls to 101 is given up.", "non_emergency_calls"),
        ("Our response times are among the best in the country.", "response_times"),
        ("Detectives break up another organised crime group.", "organised_crime"),
        ("The economic crime team has three vacancies.", "economic_crime"),
        ("Heroin with a street value of £40,000 was taken.", "drugs"),
        ("Analysts cannot build an intelligence picture.", "soc_intelligence"),
        ("Officers log disruptions in different ways.", "disruptions"),
        ("We closed eight county lines.", "county_lines"),
        ("Victims are told how their case is going.", "victim_contact"),
        ("A laptop waits for the digital unit for a year.", "digital_forensics"),
        ("Vetting is overdue for ninety officers.", "vetting"),
        ("Teenagers who run away from care are found.", "missing_people"),
        ("It took an hour to be booked in at the cells.", "custody"),
        ("Homophobic abuse is under-reported.", "hate_crime"),
        ("The fugitive was found in Spain.", "wanted_people"),
        ("We balance the books every year.", "finance"),
        ("Two drug dealing lines were shut down.", "county_lines"),
        ("Crime doesn't pay in this county.", "economic_crime"),
        ("There is a backlog of wanted suspects.", "wanted_people"),
        ("Burglary-dwelling victims see an officer within the hour.", "burglary"),
        ("Nobody held a strategy meeting with social workers.", "child_protection"),
        ("The books will not break even.", "finance"),
        ("A mentoring scheme keeps teenagers busy.", "preventing_crime"),
        ("Two police stations were sold.", "neighbourhood_policing"),
        ("Our choir sang for the hospice.", ""),
    ],
)
def test_words_tell_the_topic(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_a_measure_tells_more_than_the_words_around_it() -> None:
    text = "our work on economic crime has helped 300 people"
    assert topic_of(text) == "economic_crime"
    assert topic_of(text, measure="victims_supported") == "victim_support"


def test_an_area_tells_more_than_a_measure() -> None:
    assert topic_of("good", measure="grade", area="responding_to_public") == "responding_to_public"


def test_a_measure_of_anything_leaves_the_topic_to_the_words() -> None:
    assert topic_of("40 arrests for stalking", measure="arrests") == "stalking"


def test_a_narrow_topic_stands_for_the_broad_one_beside_it() -> None:
    found = topics_in("The economic crime unit is part of the organised crime command.")
    assert found == {"economic_crime"}


def test_parts_of_words_are_not_words() -> None:
    assert topics_in("The therapist spoke of grapes and custodians.") == frozenset()


def test_any_case_hyphen_or_apostrophe_will_do() -> None:
    assert topics_in("ANTI-SOCIAL BEHAVIOUR") == {"antisocial_behaviour"}
    assert topics_in("the victims’ code") == {"victim_care"}


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("drugs", "economic_crime", True),
        ("organised_crime", "county_lines", True),
        ("emergency_calls", "responding_to_public", True),
        ("emergency_calls", "non_emergency_calls", False),
        ("burglary", "robbery", False),
        ("burglary", "", False),
        ("victim_money", "economic_crime", False),
    ],
)
def test_topics_of_one_matter_are_related(one: str, other: str, related: bool) -> None:
    assert related_topics(one, other) is related
    assert related_topics(other, one) is related


def test_aspects_have_no_matter_of_their_own() -> None:
    assert is_aspect("resourcing")
    assert matter_of("resourcing") == ""
    assert topic_of("Short of staff on the custody suite") == "custody"


def test_crimes_are_told_from_other_topics() -> None:
    assert crimes_in(frozenset({"burglary", "custody"})) == {"burglary"}
    assert is_broad("organised_crime")
    assert not is_broad("burglary")


def test_the_table_holds_together() -> None:
    rows = read_table("topics.csv")
    names = [row["topic"] for row in rows]
    assert len(set(names)) == len(names)
    assert {row["broader"] for row in rows} <= {"", *names}
    assert {m for row in rows for m in words_of(row["measures"])} <= set(measures())
    areas = {row["area"] for row in read_table("grading/areas.csv")}
    assert {a for row in rows for a in words_of(row["areas"])} <= areas
    for column in ("measures", "areas", "words"):
        cells = [word for row in rows for word in words_of(row[column])]
        assert sorted(cells) == sorted(set(cells)), f"{column}: one entry, one topic"
    assert all(topics()[name].matter for name in names)
