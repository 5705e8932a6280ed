"""What a number counts. Sentences are our own, in the manner of police and press releases."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal

import pytest

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
from checks.measuring.measure_rules import KINDS, rules_by_kind
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
PARAPHRASED = [
    ("Some 410 seized phones sat untouched in the lab’s queue.", "410",
     "count", "devices_awaiting_examination"),
    ("The laboratory worked through 1,200 handsets last year.", "1,200",
     "count", "devices_examined"),
    ("A mobile sits in the lab for seven months before anyone looks at it.", "seven",
     "month", "device_examination_delay"),
    ("We put 31 county lines out of business.", "31", "count", "county_lines_closed"),
    ("Detectives smashed 14 drugs lines.", "14", "count", "county_lines_closed"),
    ("Nine county lines were brought down.", "Nine", "count", "county_lines_closed"),
    ("Officers took down 18 dealing lines in the spring.", "18", "count", "county_lines_closed"),
    ("Inspectors said 23 county lines were active in the area.", "23", "count", "other"),
    ("The victim hub helped 4,310 people.", "4,310", "count", "victims_supported"),
    ("Some 900 people who fell for scams had help from our volunteers.", "900",
     "count", "victims_supported"),
    ("We gave 640 survivors somebody to talk to for support.", "640", "count", "victims_supported"),
    ("Crooks fleeced residents of £2.1m last year.", "£2.1m", "GBP", "fraud_losses"),
    ("Bank staff and officers stopped £800,000 reaching fraudsters.", "£800,000",
     "GBP", "fraud_prevented"),
    ("We found £60,000 in dirty cash under a bed.", "£60,000", "GBP", "cash_seized"),
    ("Convicted dealers handed over £330,000 under confiscation orders.", "£330,000",
     "GBP", "confiscation_paid"),
    ("Judges told the gang to pay back £1.2m of ill-gotten gains.", "£1.2m",
     "GBP", "assets_confiscated"),
    ("A dealer was ordered to pay back £45,000.", "£45,000", "GBP", "assets_confiscated"),
    ("Offenders were deprived of £3.3m.", "£3.3m", "GBP", "assets_recovered"),
    ("Detectives are looking into £9m of suspicious transactions.", "£9m",
     "GBP", "criminal_money_investigated"),
    ("The courts let us keep £52,000 of the cash.", "£52,000", "GBP", "cash_forfeited"),
    ("We have sent back £95,000 to people who were conned.", "£95,000",
     "GBP", "money_recovered_for_victims"),
    ("An officer came to the door after 93 per cent of break-ins.", "93 per cent",
     "percent", "burglaries_attended_share"),
    ("Officers paid a visit after 88 per cent of house burglaries.", "88 per cent",
     "percent", "burglaries_attended_share"),
    ("Nine in ten 999 calls got an answer within ten seconds.", "Nine in ten",
     "ratio", "calls_999_answered_10s"),
    ("Staff picked up 93 percent of emergency calls in under ten seconds.", "93 percent",
     "percent", "calls_999_answered_10s"),
    ("Some 14 per cent of people who dialled 101 put the phone down before anyone answered.",
     "14 per cent", "percent", "calls_101_unanswered_share"),
    ("A fifth of 101 calls ended with the caller ringing off.", "A fifth",
     "ratio", "calls_101_unanswered_share"),
    ("One in six non-emergency calls got no answer.", "One in six",
     "ratio", "calls_101_unanswered_share"),
    ("Some 40 per cent of domestic abuse incidents ended in handcuffs.", "40 per cent",
     "percent", "da_arrest_share"),
    ("A third of domestic incidents led to an arrest.", "A third", "ratio", "da_arrest_share"),
    ("Twelve men ended up in handcuffs after the raids.", "Twelve", "count", "arrests"),
    ("Officers detained 31 suspects in dawn raids.", "31", "count", "arrests"),
    ("Some 44 people were taken into custody.", "44", "count", "arrests"),
    ("Sixty suspects were charged or summonsed.", "Sixty", "count", "charges"),
    ("A further 18 men are facing charges.", "18", "count", "charges"),
    ("Twenty dealers were sent down.", "Twenty", "count", "offenders_jailed"),
    ("Nine posts in the unit stand empty.", "Nine", "count", "vacancies"),
    ("Eleven jobs have not been filled.", "Eleven", "count", "vacancies"),
    ("The team is short of six investigators.", "six", "count", "vacancies"),
    ("The unit was 14 detectives short.", "14", "count", "vacancies"),
    ("The force took 2,900 missing person reports.", "2,900", "count", "missing_people"),
    ("Some 800 children ran away from home or care.", "800", "count", "missing_people"),
    ("We stopped and searched 820 people.", "820", "count", "stop_searches"),
    ("Searchers looked for 12 walkers on the fell.", "12", "count", "other"),
    ("Detained people waited 31 minutes on average for their detention to be authorised.", "31",
     "minute", "custody_wait"),
    ("Detectives questioned a man in custody for 36 hours.", "36", "hour", "other"),
    ("Some 7 per cent of reports never make it onto the books.", "7 per cent",
     "percent", "crimes_unrecorded_share"),
    ("We are working against 17 organised crime gangs.", "17", "count", "ocgs_targeted"),
    ("Detectives broke up 17 organised crime gangs.", "17", "count", "ocgs_disrupted"),
    ("Organised crime gangs were disrupted 340 times.", "340", "count", "disruptions_total"),
    ("The force must trim £3m from its budget.", "£3m", "GBP", "savings"),
    ("It has to save £7m.", "£7m", "GBP", "savings"),
    ("Policing the match cost the force £12,000.", "£12,000", "GBP", "spending"),
    ("Some 140 officers and staff were working with lapsed vetting.", "140",
     "count", "vetting_backlog"),
    ("The vetting of 60 staff had run out.", "60", "count", "vetting_backlog"),
    ("It names six areas where the force needs to improve.", "six",
     "count", "areas_for_improvement"),
    ("Noise and nuisance complaints were 8 per cent lower.", "8 per cent",
     "percent", "recorded_antisocial_behaviour_change"),
    ("Complaints about officers fell by 8 per cent.", "8 per cent", "percent", "complaints_change"),
    ("Some 60 vulnerable adults were moved to safety.", "60", "count", "people_safeguarded"),
    ("Officers brought 25 children out of harm’s way.", "25", "count", "people_safeguarded"),
    ("Our officers took 30 handguns out of circulation.", "30", "count", "firearms_recovered"),
    ("In 61 per cent of case files a sergeant had reviewed the work.", "61 per cent",
     "percent", "investigations_supervised_share"),
    ("Fraud investigations took 210 days on average.", "210", "day", "investigation_length"),
    ("On average, a rape enquiry is wrapped up in nine months.", "nine",
     "month", "investigation_length"),
    ("The court heard that the investigation began two years ago.", "two", "year", "other"),
    ("Some 91 per cent of stop searches had reasonable grounds.", "91 per cent",
     "percent", "stop_search_grounds_share"),
    ("One in nine crimes led to a charge or a court summons.", "One in nine",
     "ratio", "charge_rate"),
    ("In an emergency an officer was there in under a quarter of an hour seven times in ten.",
     "seven times in ten", "ratio", "incidents_attended_in_time_share"),
    ("We have 240 neighbourhood officers.", "240", "count", "neighbourhood_officers"),
    ("The force has 2,100 officers in post.", "2,100", "count", "officer_strength"),
    ("Some 34 per cent of our officers are women.", "34 per cent",
     "percent", "officers_women_share"),
    ("Officers used force 2,300 times.", "2,300", "count", "uses_of_force"),
    ("Each detective was carrying 22 cases.", "22", "count", "caseload"),
    ("The force lost £7m of funding.", "£7m", "GBP", "funding_received"),
    ("Eight officers lost their jobs after misconduct hearings.", "Eight",
     "count", "officers_dismissed"),
    ("Thirty constables handed in their notice.", "Thirty", "count", "officers_left"),
    ("Some 300 crimes were still waiting for an investigator.", "300",
     "count", "crimes_unallocated"),
    ("Some 35 per cent of domestic abuse victims pulled out of the case.", "35 per cent",
     "percent", "da_cases_closed_victim_not_supporting"),
    ("Some 79 per cent of people who reported a crime were happy with our service.", "79 per cent",
     "percent", "victim_satisfaction"),
    ("Six in ten residents say we do a good job.", "Six in ten", "ratio", "public_confidence"),
    ("Violence against women and girls fell by 4 per cent.", "4 per cent", "percent", "other"),
    ("Police raided 22 homes at dawn.", "22", "count", "warrants_executed"),
    ("In all 15,000 detainees passed through the cells.", "15,000", "count", "people_detained"),
    ("Ninety cars without insurance were taken off the road.", "Ninety",
     "count", "vehicles_seized"),
    ("Some 17 people lost their lives on the county’s roads.", "17", "count", "road_deaths"),
    ("More than 700 gadgets were waiting for the digital team.", "700", "count", "other"),
    ("A backlog of 512 laptops has built up.", "512", "count", "devices_awaiting_examination"),
    ("Owners wait 14 weeks for a seized laptop to be checked.", "14",
     "week", "device_examination_delay"),
    ("We cut the queue for phone downloads to six weeks.", "six",
     "week", "device_examination_delay"),
    ("Our teams have wiped out 33 county lines since spring.", "33",
     "count", "county_lines_closed"),
    ("A total of 52 drug lines have been severed.", "52", "count", "county_lines_closed"),
    ("Police put an end to 12 county lines.", "12", "count", "county_lines_closed"),
    ("The number of county lines shut was 29.", "29", "count", "county_lines_closed"),
    ("In all 29 county lines were still running.", "29", "count", "other"),
    ("The care team gave help to 3,100 victims of burglary.", "3,100",
     "count", "victims_supported"),
    ("Our support unit looked after 210 people harmed by crime.", "210",
     "count", "victims_supported"),
    ("Specialists assisted 1,060 fraud victims.", "1,060", "count", "victims_supported"),
    ("A charity helped 300 walkers on the fell.", "300", "count", "other"),
    ("Residents were swindled out of £940,000.", "£940,000", "GBP", "fraud_losses"),
    ("Victims handed over £2m to conmen.", "£2m", "GBP", "fraud_losses"),
    ("We stopped pensioners losing £400,000 to scams.", "£400,000", "GBP", "fraud_prevented"),
    ("Cash totalling £77,000 was found in a wardrobe.", "£77,000", "GBP", "cash_seized"),
    ("A court put £3.1m of houses and cars under restraint.", "£3.1m", "GBP", "assets_restrained"),
    ("Some £2.2m sits in accounts that we have frozen.", "£2.2m", "GBP", "assets_frozen"),
    ("Magistrates agreed that £90,000 should be forfeited.", "£90,000", "GBP", "cash_forfeited"),
    ("Offenders paid £200,000 in compensation to victims.", "£200,000",
     "GBP", "money_recovered_for_victims"),
    ("Gangs were stripped of £600,000.", "£600,000", "GBP", "assets_recovered"),
    ("The gang lost £600,000 of their profits to us.", "£600,000", "GBP", "other"),
    ("We got £310,000 back for victims of fraud.", "£310,000",
     "GBP", "money_recovered_for_victims"),
    ("Nearly all, 98 per cent, of home burglaries were attended by an officer.", "98 per cent",
     "percent", "burglaries_attended_share"),
    ("Of last year’s burglaries, officers turned out to 91 per cent.", "91 per cent",
     "percent", "burglaries_attended_share"),
    ("We went in person to 91 per cent of burglaries.", "91 per cent",
     "percent", "burglaries_attended_share"),
    ("Operators answered 88 per cent of emergency calls inside ten seconds.", "88 per cent",
     "percent", "calls_999_answered_10s"),
    ("Some 12 per cent of callers to 101 gave up.", "12 per cent",
     "percent", "calls_101_unanswered_share"),
    ("Four in ten 101 calls were abandoned.", "Four in ten", "ratio", "calls_101_unanswered_share"),
    ("We answered 85 per cent of 101 calls.", "85 per cent", "percent", "calls_101_answered_share"),
    ("A suspect ended up in custody after 41 per cent of domestic abuse incidents.", "41 per cent",
     "percent", "da_arrest_share"),
    ("In 41 per cent of domestic abuse cases we made an arrest.", "41 per cent",
     "percent", "da_arrest_share"),
    ("Raids ended in 26 arrests.", "26", "count", "arrests"),
    ("The raids put 26 people in handcuffs.", "26", "count", "arrests"),
    ("In all 64 people were charged or summonsed.", "64", "count", "charges"),
    ("Fourteen people are before the courts.", "Fourteen", "count", "other"),
    ("Sixteen gang members are behind bars.", "Sixteen", "count", "offenders_jailed"),
    ("There are 21 vacancies in the control room.", "21", "count", "vacancies"),
    ("The control room has 21 unfilled posts.", "21", "count", "vacancies"),
    ("We plan 21 new posts.", "21", "count", "other"),
    ("People went missing 2,400 times.", "2,400", "count", "missing_people"),
    ("There were 2,400 reports of missing people.", "2,400", "count", "missing_people"),
    ("Officers stopped and searched 3,200 people.", "3,200", "count", "stop_searches"),
    ("Stop and search was used 3,200 times.", "3,200", "count", "stop_searches"),
    ("Detainees waited on average 52 minutes to be booked in.", "52", "minute", "custody_wait"),
    ("The driver spent 14 months in custody.", "14", "month", "sentence_length"),
    ("He waited 14 minutes for an ambulance.", "14", "minute", "other"),
    ("Each day 20 crimes are left off the books.", "20", "count", "crimes_unrecorded_per_day"),
    ("The force misses off about 2,000 crimes every year.", "2,000", "count", "crimes_unrecorded"),
    ("Nearly 97 per cent of crimes are properly logged.", "97 per cent",
     "percent", "crime_recording_rate"),
    ("Of every 100 crimes reported to us we record 97.", "97", "count", "other"),
    ("Eight crime gangs had nobody leading the work against them.", "Eight",
     "count", "ocgs_without_lead"),
    ("Detectives are on the trail of 40 crime gangs.", "40", "count", "other"),
    ("We hit 12 organised crime groups and dismantled them.", "12", "count", "ocgs_disrupted"),
    ("The force must find £6m of cuts.", "£6m", "GBP", "savings"),
    ("Officers who lost out shared £6m.", "£6m", "GBP", "other"),
    ("Security cost the council £40,000.", "£40,000", "GBP", "spending"),
    ("In all 44 workers had vetting that was out of date.", "44", "count", "vetting_backlog"),
    ("They picked out five points for improvement.", "five", "count", "areas_for_improvement"),
    ("Complaints of nuisance neighbours rose by 4 per cent.", "4 per cent",
     "percent", "recorded_antisocial_behaviour_change"),
    ("Fifteen children were rescued from exploitation.", "Fifteen", "count", "people_safeguarded"),
    ("The lifeboat rescued 15 children.", "15", "count", "other"),
    ("We got 15 children out of harm’s way.", "15", "count", "people_safeguarded"),
    ("Gunsmiths surrendered 40 rifles.", "40", "count", "firearms_surrendered"),
    ("More than 40 guns are off our streets.", "40", "count", "firearms_recovered"),
    ("More than 400 knives are off our streets.", "400", "count", "weapons_seized"),
    ("Detectives took out of circulation 40kg of cannabis.", "40kg", "kg", "drugs_seized_weight"),
    ("Drugs worth £3m never reached our streets.", "£3m", "GBP", "drugs_seized_value"),
    ("We destroyed 4,000 cannabis plants.", "4,000", "count", "cannabis_plants_seized"),
    ("On average a robbery investigation took 60 days to complete.", "60",
     "day", "investigation_length"),
    ("The 14-month investigation led to arrests.", "14", "month", "other"),
    ("Seven in ten searches found nothing.", "Seven in ten", "ratio", "stop_search_find_rate"),
    ("Only 6 per cent of offences led to a charge.", "6 per cent", "percent", "charge_rate"),
    ("Only 6 per cent of crimes were solved.", "6 per cent", "percent", "crimes_solved_share"),
    ("Only 6 per cent of burglaries led to a charge.", "6 per cent",
     "percent", "burglary_solved_share"),
    ("It got to 66 per cent of priority calls on time.", "66 per cent",
     "percent", "incidents_attended_in_time_share"),
    ("Officers are on the scene of an emergency in nine minutes on average.", "nine",
     "minute", "response_time"),
    ("The force has 1,900 officers on its books.", "1,900", "count", "officer_strength"),
    ("Some 80 neighbourhood officers joined the force.", "80", "count", "officers_recruited"),
    ("A team of 12 officers searched the woods.", "12", "count", "other"),
    ("Thieves took £4,000 from a shop till.", "£4,000", "GBP", "other"),
    ("The firm paid £12,000 towards a new playground.", "£12,000", "GBP", "spending"),
    ("She collected £200 for the hospice.", "£200", "GBP", "money_raised"),
    ("Twelve people were helped from the burning house.", "Twelve", "count", "other"),
    ("The court was told the trial took 14 days.", "14", "day", "other"),
    ("Volunteers spent 5,000 hours on patrol.", "5,000", "hour", "volunteer_hours"),
    ("Our cadets worked 800 hours for charity.", "800", "hour", "volunteer_hours"),
    ("The cost of 40 cars was met by insurers.", "40", "count", "other"),
    ("We cut crime by 8 per cent.", "8 per cent", "percent", "recorded_crime_change"),
    ("There were 12 deaths on our roads.", "12", "count", "road_deaths"),
    ("Taser was used 214 times.", "214", "count", "uses_of_force"),
    ("Four in five victims were happy with us.", "Four in five", "ratio", "victim_satisfaction"),
    ("Some 66 per cent of locals trust us.", "66 per cent", "percent", "public_confidence"),
    ("Sickness cost each officer 11 working days on average.", "11", "day", "sick_days"),
    ("Detectives each juggle 31 cases.", "31", "count", "caseload"),
    ("The force had nine organised crime groups on its radar.", "nine", "count", "ocgs_targeted"),
    ("The queue holds 260 handsets that nobody has looked at.", "260",
     "count", "devices_awaiting_examination"),
    ("A detainee’s booking in takes 38 minutes.", "38", "minute", "custody_wait"),
    ("The search team looked for 14 children who had gone missing.", "14",
     "count", "missing_people"),
    ("Six crime gangs lacked an officer in charge.", "Six", "count", "ocgs_without_lead"),
    ("The force will strip £4m from its costs.", "£4m", "GBP", "savings"),
    ("Each day 30 crimes never make it onto the record.", "30",
     "count", "crimes_unrecorded_per_day"),
    ("Dealers paid in £85,000 under confiscation orders.", "£85,000", "GBP", "confiscation_paid"),
    ("Our specials put in 3,300 hours.", "3,300", "hour", "volunteer_hours"),
    ("Every search record was read, and 84 per cent gave reasonable grounds.", "84 per cent",
     "percent", "stop_search_grounds_share"),
    ("A sergeant had checked three in five case files.", "three in five",
     "ratio", "investigations_supervised_share"),
    ("They brought 14kg of heroin into the county.", "14kg", "kg", "drugs_supplied_weight"),
    ("She was ordered to pay £900 compensation.", "£900", "GBP", "compensation_ordered"),
    ("He was fined £310.", "£310", "GBP", "court_fines"),
    ("The ringleader had made £70,000.", "£70,000", "GBP", "crime_proceeds"),
    ("The hub has a backlog of 75 referrals.", "75", "count", "referral_backlog"),
    ("Half the strategy meetings were late: 48 percent of strategy meetings.", "48 percent",
     "percent", "strategy_meetings_in_time_share"),
    ("Nine children were held overnight in cells.", "Nine", "count", "children_detained"),
    ("A needs assessment was offered to 12 percent of victims.", "12 percent",
     "percent", "needs_assessment_share"),
    ("Prosecutors sent back 31 percent of case files.", "31 percent",
     "percent", "case_files_returned_share"),
    ("In 17 of the cases no supervisor had been near.", "17", "count", "cases_unsupervised"),
    ("Beat officers spend 8 percent of their hours away from their beats.", "8 percent",
     "percent", "beat_abstraction_share"),
    ("So far 52 young people have taken part.", "52", "count", "children_mentored"),
    ("Six police stations have shut.", "Six", "count", "stations_closed"),
    ("A band D household pays £260 a year for policing.", "£260",
     "GBP", "council_tax_policing"),
    ("The force will overspend by £3m.", "£3m", "GBP", "overspend"),
    ("It faces a funding gap of £5m.", "£5m", "GBP", "funding_gap"),
    ("One home visit in six was late: 17 percent of visits were overdue.", "17 percent",
     "percent", "home_visits_overdue_share"),
    ("The refuge supported 410 women and children.", "410", "count", "victims_supported"),
    ("Calls to the helpline rose by 30 per cent.", "30 per cent",
     "percent", "helpline_calls_change"),
    ("Its 999 performance stood at 88 percent.", "88 percent",
     "percent", "calls_999_answered_10s"),
    ("Suspects were arrested at 27 percent of incidents where domestic abuse was reported.",
     "27 percent", "percent", "da_arrest_share"),
    ("Five members of the ring, aged 19 to 44, were jailed.", "Five",
     "count", "offenders_jailed"),
    ("The commissioner has met the chief constable 9 times.", "9",
     "count", "pcc_assurance_sessions"),
    ("It picked up 91 per cent of 999 calls within ten seconds.", "91 per cent",
     "percent", "calls_999_answered_10s"),
    ("It has taken on 22 call handlers.", "22", "count", "staff_recruited"),
    ("There are 240 officers and staff in its child abuse teams.", "240", "count", "other"),
]  # fmt: skip
TABLE = (
    [(s, t, "GBP", m) for s, t, m in MONEY]
    + [(s, t, "count", m) for s, t, m in COUNTS]
    + [(s, t, "percent", m) for s, t, m in SHARES]
    + REST
    + PARAPHRASED
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


def test_a_bare_number_may_leave_its_noun_to_the_sentence_before() -> None:
    sentence = "By May it had completed four."
    before = "The force needs nine local profiles."
    four = number(sentence, "four", "count")
    assert measure_of(sentence, four, before=before) == "soc_local_profiles_completed"
    assert measure_of(sentence, four) == "other"
    named = "By May it had completed four interviews."
    assert measure_of(named, number(named, "four", "count"), before=before) == "other"


def test_a_heading_says_which_lines_were_shut_but_not_which_shops() -> None:
    sentence, other = "some 40 put out of business", "some 40 shops put out of business"
    read = [
        measure_of(words, number(words, "40", "count"), heading="County lines")
        for words in (sentence, other)
    ]
    assert read == ["county_lines_closed", "other"]


def test_a_very_long_sentence_is_read_around_the_number() -> None:
    filler = "and then the weather turned again " * 400
    sentence = f"{filler}; officers closed 19 county lines; {filler}"
    assert measure_of(sentence, number(sentence, "19", "count")) == "county_lines_closed"


@pytest.mark.parametrize(
    ("sentence", "text", "unit", "part"),
    [
        (
            "Staff picked up 66 percent of 999 calls within ten seconds.",
            "ten seconds",
            "second",
            True,
        ),
        ("Staff picked up 66 percent of 999 calls within ten seconds.", "999", "count", True),
        ("It took 4,000 calls to 101 in May.", "101", "count", True),
        ("Two in three victims were seen within 24 hours.", "24 hours", "hour", True),
        ("Some 1,930 callers waited for more than two minutes.", "two minutes", "minute", True),
        ("It met its 15-minute target in 64 per cent of cases.", "15", "minute", True),
        ("Officers arrive within 12 minutes.", "12 minutes", "minute", False),
        ("A phone waits up to nine months.", "nine months", "month", False),
        ("They made 101 arrests.", "arrests", "count", False),
        (
            "Eight in ten 999 calls were picked up inside ten seconds.",
            "ten seconds",
            "second",
            True,
        ),
        ("In 7 out of 10 cases we came in under 15 minutes.", "15 minutes", "minute", True),
        ("Officers arrive within 12 minutes, down from 14 in 2022.", "12 minutes", "minute", False),
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
        ("Staff picked up 66 percent of 999 calls.", "66 percent", False),
        ("Every force is supposed to manage 95 percent.", "95 percent", True),
        ("The rate should be at least 85%.", "85%", True),
        ("That is short of the 90 percent asked of forces.", "90 percent", True),
        ("We now reach 90 percent of emergencies.", "90 percent", False),
        ("It should have recorded 12 percent more.", "12 percent", False),
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


def test_what_was_paid_of_an_order_is_not_all_that_was_recovered_but_is_exported_as_a_part() -> (
    None
):
    sentence = "Offenders paid £85,000 off their confiscation orders."
    assert measure_of(sentence, number(sentence, "£85,000", "GBP")) == "confiscation_paid"
    assert shared_name("confiscation_paid") == "assets_recovered"


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
