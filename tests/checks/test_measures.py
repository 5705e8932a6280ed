"""What a number counts. Sentences are our own, in the manner of police and press releases."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal

import pytest

from checks.measure_rules import KINDS, rules_by_kind
from checks.measures import (
    family_of,
    is_inspection_scope,
    is_part_of_measure,
    is_standard,
    measure_of,
    measures,
    shared_name,
    stage_of,
    unit_of,
)
from warehouse.records import Quantity

REFERENCE = Path(__file__).parents[2] / "../shared/reference/measures.csv"


def number(
    sentence: str,
    text: str,
    unit: str,
    *,
    noun: str = "",
    direction: Literal["up", "down"] | None = None,
    per: str | None = None,
) -> Quantity:
    start = sentence.index(text)
    return Quantity(
        text=text,
        start=start,
        end=start + len(text),
        low=None,
        high=None,
        unit=unit,
        noun=noun,
        direction=direction,
        per=per,
    )


MONEY = [
    ("Detectives seized £2.4m of suspected criminal cash at ports.", "£2.4m", "cash_seized"),
    ("It took £84,000 in cash off couriers on the motorway.", "£84,000", "cash_seized"),
    ("More than £900k in cash was detained in the year.", "£900k", "cash_seized"),
    ("A court ordered that £212,000 in two accounts be forfeited.", "£212,000", "cash_forfeited"),
    ("Forfeiture of £61,000 in cash was granted.", "£61,000", "cash_forfeited"),
    ("Restraint orders cover property worth £5.5m.", "£5.5m", "assets_restrained"),
    ("The team froze £1.1m in 14 bank accounts.", "£1.1m", "assets_frozen"),
    ("Watches and other luxury goods worth £88,000 were seized.", "£88,000", "assets_seized"),
    ("Detectives seized Bitcoin worth £90,000.", "£90,000", "cryptoassets_seized"),
    ("Judges made confiscation orders worth £2.3m.", "£2.3m", "assets_confiscated"),
    ("The force said it had confiscated £120,000 in cash.", "£120,000", "cash_confiscated"),
    ("Assets worth more than £2m were stripped from criminals.", "£2m", "assets_recovered"),
    ("It clawed back £410,000 from crime gangs.", "£410,000", "assets_recovered"),
    ("The unit is investigating £7m of money.", "£7m", "criminal_money_investigated"),
    ("Staff got back £640,000 for victims.", "£640,000", "money_recovered_for_victims"),
    ("£75,000 has been returned to victims of fraud.", "£75,000", "money_recovered_for_victims"),
    ("A haul of cocaine valued at £750,000 was found.", "£750,000", "drugs_seized_value"),
    ("Heroin with a street value of £40,000 was found.", "£40,000", "drugs_seized_value"),
    ("Pensioners lost £1.4m to courier fraud.", "£1.4m", "fraud_losses"),
    ("The force spent £480,000 on agency staff.", "£480,000", "spending"),
    ("Overtime cost it £3.9m.", "£3.9m", "overtime_cost"),
    ("Its budget for 2024/25 is £190m.", "£190m", "budget"),
    ("It must find savings of £9m by 2027.", "£9m", "savings"),
    ("The house was sold for £300,000.", "£300,000", "other"),
    ("A reward of £10,000 is offered.", "£10,000", "other"),
]
COUNTS = [
    ("The week of action led to 62 arrests and 118 charges.", "62", "arrests"),
    ("The week of action led to 62 arrests and 118 charges.", "118", "charges"),
    ("A total of 96 people were arrested and 31 charged.", "96", "arrests"),
    ("A total of 96 people were arrested and 31 charged.", "31", "charges"),
    ("Officers arrested 54 suspected dealers.", "54", "arrests"),
    ("Some 17 people were convicted.", "17", "convictions"),
    ("Thirty men have been jailed.", "Thirty", "offenders_jailed"),
    ("They seized 12,000 tablets and 40 knives.", "12,000", "tablets_seized"),
    ("They seized 12,000 tablets and 40 knives.", "40", "weapons_seized"),
    ("We took 27 guns off the streets.", "27", "firearms_recovered"),
    ("More than 1,000 knives were handed in at bins.", "1,000", "knives_surrendered"),
    ("Nine rifles were surrendered in the amnesty.", "Nine", "firearms_surrendered"),
    ("We found 1,340 cannabis plants at a mill.", "1,340", "cannabis_plants_seized"),
    ("Eleven drug lines were shut down.", "Eleven", "county_lines_closed"),
    ("It closed 22 county lines and safeguarded 140 children.", "22", "county_lines_closed"),
    ("It closed 22 county lines and safeguarded 140 children.", "140", "people_safeguarded"),
    ("We made 75 referrals to safeguarding partners.", "75", "safeguarding_referrals"),
    ("Staff gave support to 640 victims of romance fraud.", "640", "victims_supported"),
    ("Inspectors counted 1,020 disruptions in all.", "1,020", "disruptions_total"),
    ("Of these, 640 were pursue disruptions.", "640", "disruptions_pursue"),
    ("Some 90 were prevent disruptions.", "90", "disruptions_prevent"),
    ("The force had 48 threats recorded on APMIS.", "48", "soc_threats_recorded"),
    ("Only three districts had a SOC local profile.", "three", "soc_local_profiles_completed"),
    ("It now works against 64 organised crime groups.", "64", "ocgs_targeted"),
    ("It fails to record more than 4,200 crimes a year.", "4,200", "crimes_unrecorded"),
    ("That is 12 crimes a day that go unrecorded.", "12", "crimes_unrecorded_per_day"),
    ("There were 4,120 burglaries in the year.", "4,120", "burglary_recorded"),
    ("Burglaries fell from 900 to 760.", "760", "burglary_recorded"),
    ("It has a backlog of 680 phones to examine.", "680", "devices_awaiting_examination"),
    ("The force employs 3,120 officers.", "3,120", "officer_strength"),
    ("There are 1,540 FTE officers.", "1,540", "officer_strength_fte"),
    ("Its organised crime team has 42 officers and staff.", "42", "soc_team_strength"),
    ("We have recruited 120 new officers.", "120", "officers_recruited"),
    ("Last year 88 constables resigned.", "88", "officers_left"),
    ("Three forces were graded outstanding.", "Three", "forces_graded_outstanding"),
    ("Two areas were graded inadequate.", "Two", "areas_graded_below_adequate"),
    ("We have identified nine areas for improvement.", "nine", "areas_for_improvement"),
    ("The report names three innovative practices.", "three", "innovative_practices"),
    ("The mayor held four assurance meetings.", "four", "pcc_assurance_sessions"),
    ("All seven partnerships have a data sharing agreement.", "seven",
     "information_sharing_agreements"),
    ("Officers carried out 6,300 stop and searches.", "6,300", "stop_searches"),
    ("Police took 18,000 calls to 999 in July.", "18,000", "calls_999_received"),
    ("Some 310 drivers were stopped for speeding.", "310", "drivers_caught"),
    ("The crew of three rescued 40 sheep.", "40", "other"),
    ("More than 500 people came to the open day.", "500", "other"),
    ("Officers arrested a man and found 12 puppies.", "12", "other"),
    ("Fourteen officers and two drones were deployed.", "two", "other"),
]  # fmt: skip
SHARES = [
    ("It answered 84 percent of 999 calls within 10 seconds.", "84 percent",
     "calls_999_answered_10s"),
    ("Of the 101 calls it took, 31 percent were abandoned.", "31 percent",
     "calls_101_unanswered_share"),
    ("Callers to 101 hung up in 18 per cent of cases.", "18 per cent",
     "calls_101_unanswered_share"),
    ("It recorded 94 per cent of the crimes reported to it.", "94 per cent",
     "crime_recording_rate"),
    ("It recorded 97 per cent of reported rapes.", "97 per cent", "rape_recording_rate"),
    ("About 15 per cent of violent offences were not recorded.", "15 per cent",
     "violent_crimes_unrecorded_share"),
    ("Some 9 per cent of crimes go unrecorded.", "9 per cent", "crimes_unrecorded_share"),
    ("Officers went to 77 per cent of home burglaries.", "77 per cent",
     "burglaries_attended_share"),
    ("A suspect was arrested in 34 percent of domestic abuse cases.", "34 percent",
     "da_arrest_share"),
    ("In 38 percent of domestic abuse cases the victim did not support action.", "38 percent",
     "da_cases_closed_victim_not_supporting"),
    ("Some 30 percent of domestic abuse assessments lacked detail.", "30 percent",
     "da_risk_assessments_insufficient"),
    ("Only 8 per cent of officers are from an ethnic minority, against 21 per cent of residents.",
     "8 per cent", "officers_ethnic_minority_share"),
    ("Only 8 per cent of officers are from an ethnic minority, against 21 per cent of residents.",
     "21 per cent", "population_ethnic_minority_share"),
    ("Some 63 per cent of its disruptions were under pursue.", "63 per cent",
     "disruptions_pursue_share"),
    ("Prevent made up 41 per cent of its disruptions.", "41 per cent",
     "disruptions_prevent_share"),
    ("Burglaries are 22 per cent lower than in 2019.", "22 per cent",
     "recorded_burglary_change"),
    ("We have seen a 15% reduction in robbery.", "15%", "recorded_robbery_change"),
    ("There was a 12 per cent rise in recorded crime.", "12 per cent", "recorded_crime_change"),
    ("Robbery is down 7 per cent and we have detected more offences.", "7 per cent",
     "recorded_robbery_change"),
    ("We solved 19 per cent of burglaries.", "19 per cent", "burglary_solved_share"),
    ("Some 81 per cent of victims were satisfied.", "81 per cent", "victim_satisfaction"),
    ("Turnout was 31 per cent.", "31 per cent", "other"),
]  # fmt: skip
REST = [
    ("Recording of crime rose by six percentage points.", "six percentage points", "pp",
     "crime_recording_rate_change"),
    ("They found 31kg of heroin.", "31kg", "kg", "drugs_seized_weight"),
    ("They lost 31kg of post.", "31kg", "kg", "other"),
    ("The gang was jailed for a total of 88 years.", "88", "year", "sentences_total"),
    ("Courts handed down more than 400 years in jail terms.", "400", "year", "sentences_total"),
    ("He was jailed for nine years.", "nine", "year", "sentence_length"),
    ("Phones wait up to nine months to be examined.", "nine", "month",
     "device_examination_delay"),
    ("It is eight months since inspectors came.", "eight", "month", "time_since_inspection"),
    ("Officers arrived in an average of 11 minutes.", "11", "minute", "response_time"),
    ("The number of arrests has tripled.", "tripled", "multiple", "arrests_ratio"),
    ("We are seizing twice as much cash as before.", "twice", "multiple", "cash_seized_ratio"),
    ("One in five 101 calls went unanswered.", "One in five", "ratio",
     "calls_101_unanswered_share"),
    ("The dog was gone for three hours.", "three", "hour", "other"),
    ("He drove at 90mph.", "90mph", "mph", "other"),
]  # fmt: skip
TABLE = (
    [(s, t, "GBP", m) for s, t, m in MONEY]
    + [(s, t, "count", m) for s, t, m in COUNTS]
    + [(s, t, "percent", m) for s, t, m in SHARES]
    + REST
)


@pytest.mark.parametrize(("sentence", "text", "unit", "measure"), TABLE)
def test_a_number_counts_what_stands_nearest_to_it(
    sentence: str, text: str, unit: str, measure: str
) -> None:
    assert measure_of(sentence, number(sentence, text, unit)) == measure


def test_the_table_of_examples_holds_most_of_the_shared_measures() -> None:
    shown = {measure for *_, measure in TABLE}
    shared = {name for name in measures() if shared_name(name) == name}
    assert len(TABLE) >= 60
    assert len(shared & shown) >= 0.85 * len(shared)


@pytest.mark.parametrize(
    ("verb", "measure"),
    [
        ("seized", "cash_seized"),
        ("forfeited", "cash_forfeited"),
        ("confiscated", "cash_confiscated"),
        ("recovered", "assets_recovered"),
        ("restrained", "assets_restrained"),
        ("frozen", "assets_frozen"),
        ("investigated", "criminal_money_investigated"),
    ],
)
def test_each_stage_of_taking_cash_is_a_measure_of_its_own(verb: str, measure: str) -> None:
    sentence = f"In all £640,000 in cash was {verb}."
    assert measure_of(sentence, number(sentence, "£640,000", "GBP")) == measure
    assert stage_of(measure) == verb


def test_two_verbs_in_one_sentence_keep_to_their_own_sums() -> None:
    sentence = "The force restrained assets worth £2m and seized £400,000 in cash."
    assert measure_of(sentence, number(sentence, "£2m", "GBP")) == "assets_restrained"
    assert measure_of(sentence, number(sentence, "£400,000", "GBP")) == "cash_seized"


def test_a_unit_that_does_not_fit_gives_no_measure() -> None:
    sentence = "It seized cash on 40 occasions."
    assert measure_of(sentence, number(sentence, "40", "count")) == "other"


def test_the_noun_that_was_read_counts_where_the_words_are_far() -> None:
    sentence = "Of those, and this is the pleasing part for all of us here today, 40 came in May."
    assert measure_of(sentence, number(sentence, "40", "count")) == "other"
    assert measure_of(sentence, number(sentence, "40", "count", noun="arrests")) == "arrests"


def test_a_difference_is_not_the_level() -> None:
    sentence = "Officers made 200 more arrests than in 2022."
    assert measure_of(sentence, number(sentence, "200", "count")) == "arrests"
    assert measure_of(sentence, number(sentence, "200", "count", direction="up")) == "other"


def test_the_level_reached_is_not_the_change() -> None:
    sentence = "Satisfaction of victims fell by 6 per cent to 71 per cent."
    fall, level = number(sentence, "6 per cent", "percent"), number(sentence, "71", "percent")
    assert measure_of(sentence, fall) == "victim_satisfaction_change"
    assert measure_of(sentence, level) == "victim_satisfaction"


def test_a_heading_or_the_sentence_before_says_what_waits() -> None:
    sentence = "The longest wait was 14 months."
    wait = number(sentence, "14", "month")
    assert measure_of(sentence, wait) == "other"
    assert measure_of(sentence, wait, heading="Digital forensics") == "device_examination_delay"
    before = "The unit held hundreds of phones."
    assert measure_of(sentence, wait, before=before) == "device_examination_delay"


def test_words_after_the_claim_do_not_change_it() -> None:
    sentence = "Officers seized £5,000 in cash."
    longer = f"{sentence} Drugs worth more were found elsewhere, and 40 people were charged."
    assert measure_of(longer, number(longer, "£5,000", "GBP")) == "cash_seized"


def test_a_very_long_sentence_is_read_around_the_number() -> None:
    filler = "and then the weather turned again " * 400
    sentence = f"{filler}; officers closed 19 county lines; {filler}"
    assert measure_of(sentence, number(sentence, "19", "count")) == "county_lines_closed"


@pytest.mark.parametrize(
    ("sentence", "text", "unit", "part"),
    [
        ("It answered 71 percent of 999 calls within ten seconds.", "ten seconds", "second", True),
        ("It answered 71 percent of 999 calls within ten seconds.", "999", "count", True),
        ("It took 4,000 calls to 101 in May.", "101", "count", True),
        ("Two in three victims were seen within 24 hours.", "24 hours", "hour", True),
        ("Some 1,930 callers waited for more than two minutes.", "two minutes", "minute", True),
        ("It met its 15-minute target in 64 per cent of cases.", "15", "minute", True),
        ("Officers arrive within 12 minutes.", "12 minutes", "minute", False),
        ("A phone waits up to nine months.", "nine months", "month", False),
        ("They made 101 arrests.", "arrests", "count", False),
    ],
)
def test_a_time_limit_beside_a_share_is_part_of_the_measure(
    sentence: str, text: str, unit: str, part: bool
) -> None:
    assert is_part_of_measure(sentence, number(sentence, text, unit)) is part


@pytest.mark.parametrize(
    ("sentence", "text", "standard"),
    [
        ("The national standard is 90 percent.", "90 percent", True),
        ("Forces should answer 90 percent of 999 calls at once.", "90 percent", True),
        ("The target of answering 90 per cent was missed.", "90 per cent", True),
        ("It answered 92 per cent, above the 90 per cent national standard.", "90 per cent", True),
        ("It answered 92 per cent, above the 90 per cent national standard.", "92 per cent", False),
        ("It reached 88 per cent against a target of 90 per cent.", "88 per cent", False),
        ("It reached 88 per cent against a target of 90 per cent.", "90 per cent", True),
        ("It answered 71 percent of 999 calls.", "71 percent", False),
    ],
)
def test_a_standard_is_asked_of_a_force_and_not_reached_by_it(
    sentence: str, text: str, standard: bool
) -> None:
    assert is_standard(sentence, number(sentence, text, "percent")) is standard


@pytest.mark.parametrize(
    ("sentence", "text", "scope"),
    [
        ("We graded eight areas of policing.", "eight", True),
        ("We visited three forces in the summer.", "three", True),
        ("The force is one of five in the region.", "five", True),
        ("It worked with our three neighbouring forces.", "three", True),
        ("Two areas were graded inadequate.", "Two", False),
        ("The report sets nine areas for improvement.", "nine", False),
        ("Inspectors visited while 40 people were arrested.", "40", False),
    ],
)
def test_how_much_was_inspected_is_no_claim(sentence: str, text: str, scope: bool) -> None:
    assert is_inspection_scope(sentence, number(sentence, text, "count")) is scope


def test_an_unknown_measure_has_no_facts_and_is_no_error() -> None:
    assert family_of("moon_landings") == unit_of("moon_landings") == stage_of("moon_landings") == ""
    assert shared_name("moon_landings") == "other"


def test_seized_and_forfeited_cash_are_of_two_families() -> None:
    assert family_of("cash_seized") != family_of("cash_forfeited")
    assert (unit_of("cash_seized"), stage_of("cash_seized")) == ("GBP", "seized")


def test_a_measure_of_our_own_is_exported_as_other() -> None:
    assert shared_name("spending") == "other"
    assert shared_name("cash_seized") == "cash_seized"


def test_every_measure_but_two_has_a_wording_and_every_wording_a_measure() -> None:
    worded = {rule.measure for rules in rules_by_kind().values() for rule in rules}
    assert set(measures()) - worded == {"other", "grade"}
    assert worded <= set(measures())
    assert len(set(measures())) == len(measures())


def test_every_rule_names_something_and_a_known_kind() -> None:
    rules = {rule for group in rules_by_kind().values() for rule in group}
    assert all(rule.names or rule.verbs for rule in rules)
    assert all(rule.kinds <= set(KINDS.values()) for rule in rules)
    assert {rule.change for rule in rules} <= {"", "no", "yes", "any"}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the shared reference tables are not here")
def test_names_families_and_units_are_those_of_the_reference() -> None:
    with REFERENCE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ours = [(r["measure"], family_of(r["measure"]), unit_of(r["measure"])) for r in rows]
    assert ours == [(r["measure"], r["family"], r["unit"]) for r in rows]
    assert {name for name in measures() if shared_name(name) == name} == {
        r["measure"] for r in rows
    }
