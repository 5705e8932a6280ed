"""Pairs of a claim and a finding with their verdict: every label, and the traps beside each.

All are invented; Borsetshire has no police. The name of a pair says what makes it hard.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.checks.factory import (
    REPORT_DAY,
    claim,
    day,
    financial,
    finding,
    graded,
    number,
    year,
)
from warehouse.records import Claim, Level, Period, Verdict

SINCE_2020 = Period(start=date(2020, 1, 1), end=None, basis="cumulative", text="since 2020")
A_WEEK = Period(
    start=date(2023, 5, 1), end=date(2023, 5, 8), basis="operation", text="the week of action"
)
Y23, FY23 = year(2023), financial(2023)

CASH = finding(
    "Officers seized £1.4m in cash in 2023/24.",
    quantity=number("1400000", "GBP", text="£1.4m"),
    measure="cash_seized",
    period=FY23,
)
ANSWERED = finding(
    "The control room picked up 71 percent of emergency calls inside ten seconds in 2023.",
    quantity=number(71, "percent"),
    measure="calls_999_answered_10s",
    period=Y23,
)
BURGLARY = finding(
    "Recorded burglary fell by 18 percent in 2023.",
    quantity=number(18, "percent", direction="down"),
    measure="recorded_burglary_change",
    period=Y23,
)
ATTENDED = finding(
    "Officers went to 58 percent of reported burglaries in 2023.",
    quantity=number(58, "percent"),
    measure="burglaries_attended_share",
    period=Y23,
)
LINES = finding(
    "The force closed 31 county lines in 2023/24.",
    quantity=number(31),
    measure="county_lines_closed",
    period=FY23,
)
ARRESTS = finding(
    "The force made 9,200 arrests in 2023.",
    quantity=number(9200),
    measure="arrests",
    period=Y23,
)
DEVICES = finding(
    "On 31 March 2024 412 devices were waiting to be examined.",
    quantity=number(412, noun="devices"),
    measure="devices_awaiting_examination",
    period=day(date(2024, 3, 31)),
)
HEADS = finding(
    "The force had 1,846 full-time equivalent officers.",
    quantity=number(1846),
    measure="officer_strength_fte",
    period=day(date(2024, 3, 31)),
)
RESPONDING = finding(
    "Borsetshire Police requires improvement at responding to the public.",
    grade=graded("requires_improvement", "responding_to_public"),
)
CUSTODY = finding(
    "Borsetshire Police is good at custody.", grade=graded("good", "custody", cycle="custody")
)
ORGANISED = finding(
    "Borsetshire Police requires improvement at tackling organised crime.",
    grade=graded("requires_improvement", "serious_organised_crime"),
)
ECONOMIC = finding("The economic crime unit did not have enough staff to meet demand.")
UNTOLD = finding(
    "Too many victims hear nothing for weeks.", finding_type="area_for_improvement", start=900
)
WAITING = finding("Callers to the control room are left waiting too long.", start=1300)
THREATS = finding("Its threat assessment is effective.", start=1700)
QUEUE = finding(
    "The queue of unallocated crimes fell from 820 to 410 in 2023/24.",
    quantity=number(410, role="to"),
    measure="crimes_unallocated",
    period=FY23,
)
DETECTIVES = finding(
    "Of 310 detectives, 94 worked without accreditation.",
    quantity=number(94, noun="detectives"),
    measure="other",
)


def percent(words: str, value: str, measure: str, period: Period | None = Y23) -> Claim:
    return claim(words, quantity=number(value, "percent"), measure=measure, period=period)


def cash(words: str, value: str, text: str, period: Period | None = FY23) -> Claim:
    return claim(
        words, quantity=number(value, "GBP", text=text), measure="cash_seized", period=period
    )


def count(words: str, value: int, measure: str, period: Period | None) -> Claim:
    return claim(words, quantity=number(value), measure=measure, period=period)


def grade(words: str, level: Level, area: str, **more: str) -> Claim:
    given = graded(level, area, cycle=more.get("cycle", ""))
    return claim(words, grade=given, subject=more.get("subject", "borsetshire"))


KNIVES = finding(
    "Recorded knife crime rose by 7 percent in 2023.",
    quantity=number(7, "percent", direction="up", noun="knife crime"),
    measure="recorded_knife_crime_change",
    period=Y23,
)
HELPED = finding(
    "The fraud hub gave advice to 2,640 victims of scams in 2023/24.",
    quantity=number(2640, noun="victims of scams"),
    measure="other",
    period=FY23,
)
FRAUD_HELP = claim(
    "About 2,600 people cheated in a fraud got our help in 2023/24.",
    quantity=number(2600, comparator="~", noun="people"),
    measure="fraud_victims",
    period=FY23,
)

PAIRS: list[tuple[str, Claim, Claim, Verdict]] = [
    # Step 1
    ("charity", count("We raised money for 31 causes.", 31, "other", FY23), LINES, "unrelated"),
    (
        "equal numbers",
        count("58 drones were bought in 2023.", 58, "other", Y23),
        ATTENDED,
        "unrelated",
    ),
    (
        "another crime",
        claim(
            "Robbery fell by 18 per cent in 2023.",
            quantity=number(18, "percent", direction="down"),
            measure="recorded_robbery_change",
            period=Y23,
        ),
        BURGLARY,
        "unrelated",
    ),
    (
        "999 and 101",
        percent("We answered 60 per cent of 101 calls in 2023.", "60", "calls_101_answered_share"),
        ANSWERED,
        "unrelated",
    ),
    (
        "no force named",
        replace(cash("£9m cash seized.", "9000000", "£9m"), subject=""),
        CASH,
        "unrelated",
    ),
    # Step 2
    ("same grade", grade("We are good for custody.", "good", "custody"), CUSTODY, "consistent"),
    (
        "one step apart",
        grade("We are rated good at responding to the public.", "good", "responding_to_public"),
        RESPONDING,
        "grade_contradiction",
    ),
    (
        "outstanding claimed",
        grade("Outstanding for custody.", "outstanding", "custody"),
        CUSTODY,
        "grade_contradiction",
    ),
    ("another question", grade("Good at custody.", "good", "custody"), RESPONDING, "unrelated"),
    (
        "another force",
        grade("Ambridge is good at it.", "good", "responding_to_public", subject="ambridge"),
        RESPONDING,
        "scope_mismatch",
    ),
    (
        "another cycle",
        grade("We were good for custody.", "good", "custody", cycle="custody_old"),
        CUSTODY,
        "period_mismatch",
    ),
    (
        "a report just out",
        replace(
            grade("The report out today grades us good.", "good", "responding_to_public"),
            published_on=REPORT_DAY + timedelta(days=500),
        ),
        RESPONDING,
        "period_mismatch",
    ),
    (
        "graded after the claim",
        replace(
            grade("We are good at responding.", "good", "responding_to_public"),
            published_on=REPORT_DAY - timedelta(days=5),
        ),
        RESPONDING,
        "period_mismatch",
    ),
    (
        "a grade of a named year",
        replace(
            grade("In 2019 we were good at responding.", "good", "responding_to_public"),
            period=year(2019),
        ),
        RESPONDING,
        "period_mismatch",
    ),
    (
        "a low grade denied",
        claim(
            "We are not rated as requiring improvement at responding to the public.",
            grade=graded("requires_improvement", "responding_to_public", negated=True),
        ),
        RESPONDING,
        "grade_contradiction",
    ),
    (
        "another low grade denied",
        claim(
            "We are not inadequate at responding to the public.",
            grade=graded("inadequate", "responding_to_public", negated=True),
        ),
        RESPONDING,
        "consistent",
    ),
    (
        "no area below adequate",
        count("No area was graded below adequate.", 0, "areas_graded_below_adequate", None),
        RESPONDING,
        "grade_contradiction",
    ),
    (
        "good in all areas",
        grade("We were graded good in every area.", "good", ""),
        RESPONDING,
        "grade_contradiction",
    ),
    (
        "no area below adequate, of another inspection",
        count("No area was graded below adequate.", 0, "areas_graded_below_adequate", None),
        finding("It is inadequate.", grade=graded("inadequate", "custody", cycle="custody")),
        "period_mismatch",
    ),
    # Step 3
    ("victims", claim("Victims are always kept informed by our teams."), UNTOLD, "tension"),
    (
        "money spent",
        claim(
            "We have invested £5m in the control room.",
            quantity=number("5000000", "GBP"),
            measure="spending",
        ),
        WAITING,
        "tension",
    ),
    ("cash and its unit", cash("We seized £2m in cash.", "2000000", "£2m"), ECONOMIC, "tension"),
    (
        "pride and a grade",
        claim("We are proud of our success against organised crime."),
        ORGANISED,
        "tension",
    ),
    (
        "an older finding",
        claim("Victims are always kept informed by our teams."),
        replace(UNTOLD, published_on=date(2022, 6, 1)),
        "period_mismatch",
    ),
    (
        "another body",
        claim("Victims are always kept informed.", subject="ambridge"),
        UNTOLD,
        "scope_mismatch",
    ),
    (
        "numbers on both sides",
        claim(
            "We have put £3m into digital devices.",
            quantity=number("3000000", "GBP"),
            measure="spending",
            period=Y23,
        ),
        replace(DEVICES, stance="criticism"),
        "unit_mismatch",
    ),
    (
        "a later finding about another time",
        claim("Victims are always kept informed.", published_on=date(2024, 3, 1)),
        UNTOLD,
        "unrelated",
    ),
    # Step 3b
    (
        "both praise",
        claim("Our threat assessment is effective, they found."),
        THREATS,
        "consistent",
    ),
    (
        "criticism repeated",
        claim("Inspectors told us that victims hear nothing for too long."),
        UNTOLD,
        "consistent",
    ),
    (
        "criticism accepted",
        claim("We accept that victims should hear more often how their case is going."),
        UNTOLD,
        "consistent",
    ),
    # Step 4
    (
        "seized and frozen",
        claim(
            "We froze £1.4m in 2023/24.",
            quantity=number("1400000", "GBP", text="£1.4m"),
            measure="assets_frozen",
            period=FY23,
        ),
        CASH,
        "unit_mismatch",
    ),
    (
        "street value and cash",
        claim(
            "Drugs worth £9m on the street were seized in 2023/24.",
            quantity=number("9000000", "GBP", text="£9m"),
            measure="drugs_seized_value",
            period=FY23,
        ),
        CASH,
        "unit_mismatch",
    ),
    (
        "heads and posts",
        count("We have 2,010 police officers.", 2010, "officer_strength", None),
        HEADS,
        "unit_mismatch",
    ),
    (
        "arrests and charges",
        count("We arrested 330 for stalking in 2023.", 330, "arrests", Y23),
        finding(
            "71 were charged with stalking in 2023.",
            quantity=number(71),
            measure="charges",
            period=Y23,
        ),
        "unit_mismatch",
    ),
    (
        "level and change",
        percent("Burglary is at 18 per cent.", "18", "recorded_burglary_change"),
        BURGLARY,
        "unit_mismatch",
    ),
    (
        "per cent and points",
        claim(
            "Victim satisfaction is up by 5 per cent in 2023.",
            quantity=number(5, "percent", direction="up"),
            measure="victim_satisfaction_change",
            period=Y23,
        ),
        finding(
            "Victim satisfaction rose by 5 percentage points in 2023.",
            quantity=number(5, "pp", direction="up"),
            measure="victim_satisfaction_change",
            period=Y23,
        ),
        "unit_mismatch",
    ),
    (
        "mean and median",
        claim(
            "We arrive in 9 minutes on average.",
            quantity=number(9, "minute"),
            measure="response_time",
            period=Y23,
        ),
        finding(
            "The median response time was 14 minutes.",
            quantity=number(14, "minute"),
            measure="response_time",
            period=Y23,
        ),
        "unit_mismatch",
    ),
    (
        "money for two things",
        claim(
            "We spent £4m on the control room in 2023.",
            quantity=number("4000000", "GBP"),
            measure="spending",
            period=Y23,
        ),
        finding(
            "The force spent £9m on call handling software and buildings in 2023.",
            quantity=number("9000000", "GBP"),
            measure="spending",
            period=Y23,
        ),
        "unit_mismatch",
    ),
    # Step 5
    (
        "the region's",
        claim(
            "Across the region forces closed 140 county lines in 2023/24.",
            quantity=number(140),
            measure="county_lines_closed",
            period=FY23,
            scope="region",
        ),
        LINES,
        "scope_mismatch",
    ),
    (
        "a district's",
        claim(
            "Burglary fell by 40 per cent in Felpersham in 2023.",
            quantity=number(40, "percent", direction="down"),
            measure="recorded_burglary_change",
            period=Y23,
            scope="district",
        ),
        BURGLARY,
        "scope_mismatch",
    ),
    (
        "a team's arrests",
        count("Our robbery squad made 250 arrests in 2023.", 250, "arrests", Y23),
        ARRESTS,
        "scope_mismatch",
    ),
    (
        "an operation's arrests",
        count("Operation Larkspur brought 250 arrests in 2023.", 250, "arrests", Y23),
        ARRESTS,
        "scope_mismatch",
    ),
    (
        "arrests for one crime",
        count("We made 250 arrests for burglary in 2023.", 250, "arrests", Y23),
        ARRESTS,
        "scope_mismatch",
    ),
    (
        "another force's calls",
        replace(
            percent("Ambridge answered 89 per cent in 2023.", "89", "calls_999_answered_10s"),
            subject="ambridge",
        ),
        ANSWERED,
        "scope_mismatch",
    ),
    # Step 6
    (
        "calendar and financial",
        cash("£1.7m cash in 2023.", "1700000", "£1.7m", Y23),
        CASH,
        "period_mismatch",
    ),
    (
        "the year before",
        cash("£1.7m cash.", "1700000", "£1.7m", financial(2022)),
        CASH,
        "period_mismatch",
    ),
    (
        "a week",
        count("The week brought 58 arrests.", 58, "arrests", A_WEEK),
        ARRESTS,
        "period_mismatch",
    ),
    (
        "since a date",
        cash("£7m cash since 2020.", "7000000", "£7m", SINCE_2020),
        CASH,
        "period_mismatch",
    ),
    (
        "another base year",
        claim(
            "Burglary has fallen by 31 per cent on 2019.",
            quantity=number(31, "percent", direction="down"),
            measure="recorded_burglary_change",
        ),
        BURGLARY,
        "period_mismatch",
    ),
    (
        "too long ago",
        cash("We seize £7m in cash.", "7000000", "£7m", None),
        replace(CASH, period=financial(2020)),
        "period_mismatch",
    ),
    (
        "a finding without a period",
        cash("We seized £7m in cash in 2023/24.", "7000000", "£7m"),
        replace(CASH, period=None),
        "period_mismatch",
    ),
    # Step 7
    ("rounded", cash("£1.4m in cash seized.", "1412000", "£1,412,000"), CASH, "consistent"),
    (
        "last year is the finding's",
        cash("£1.4m in cash last year.", "1400000", "£1.4m", year(2023, text="last year")),
        CASH,
        "consistent",
    ),
    (
        "no period",
        count("We closed 31 county lines.", 31, "county_lines_closed", None),
        LINES,
        "consistent",
    ),
    (
        "about 30",
        claim(
            "About 30 county lines closed in 2023/24.",
            quantity=number(30, comparator="~", qualifier="about"),
            measure="county_lines_closed",
            period=FY23,
        ),
        LINES,
        "consistent",
    ),
    (
        "more than",
        claim(
            "More than 9,000 arrests in 2023.",
            quantity=number(9000, comparator=">"),
            measure="arrests",
            period=Y23,
        ),
        ARRESTS,
        "consistent",
    ),
    (
        "dozens",
        claim(
            "Dozens of county lines closed in 2023/24.",
            quantity=number("12..120", text="dozens", vague=True),
            measure="county_lines_closed",
            period=FY23,
        ),
        LINES,
        "consistent",
    ),
    (
        "nearly three quarters",
        claim(
            "Nearly three quarters of 999 calls answered within ten seconds in 2023.",
            quantity=number("0.75", "ratio", "~", text="three quarters", qualifier="nearly"),
            measure="calls_999_answered_10s",
            period=Y23,
        ),
        ANSWERED,
        "consistent",
    ),
    (
        "a team that is the force",
        claim(
            "Our asset recovery team seized £1.4m cash in 2023/24.",
            quantity=number("1400000", "GBP", text="£1.4m"),
            measure="cash_seized",
            period=FY23,
        ),
        CASH,
        "consistent",
    ),
    (
        "equal though the finding has no period",
        cash("We seized £1.4m in cash in 2023/24.", "1400000", "£1.4m"),
        replace(CASH, period=None),
        "consistent",
    ),
    (
        "an undated sum far below a year's total may be one raid's",
        claim(
            "Officers seized £86,000 in cash.",
            quantity=number(86_000, "GBP", text="£86,000"),
            measure="cash_seized",
            topic="economic_crime",
        ),
        CASH,
        "period_mismatch",
    ),
    # Step 8
    (
        "every burglary",
        percent("Every burglary was attended in 2023.", "100", "burglaries_attended_share"),
        ATTENDED,
        "contradicted",
    ),
    (
        "every burglary, without a number",
        claim("Every burglary reported in 2023 brought one of our officers.", period=Y23),
        finding(
            "Of each burglary reported in 2023, officers brought 58 percent to court.",
            quantity=number(58, "percent"),
            period=Y23,
        ),
        "contradicted",
    ),
    (
        "all detectives",
        claim("All our detectives have their accreditation."),
        DETECTIVES,
        "contradicted",
    ),
    (
        "none waiting",
        count("Not one device is waiting to be examined.", 0, "devices_awaiting_examination", None),
        DEVICES,
        "contradicted",
    ),
    (
        "rise and fall",
        claim(
            "Burglary rose by 18 per cent in 2023.",
            quantity=number(18, "percent", direction="up"),
            measure="recorded_burglary_change",
            period=Y23,
        ),
        BURGLARY,
        "contradicted",
    ),
    (
        "twice as many",
        count("We closed 70 county lines in 2023/24.", 70, "county_lines_closed", FY23),
        LINES,
        "contradicted",
    ),
    (
        "another rank",
        claim("We have the lowest crime rate in the region.", measure="crime_rate"),
        finding("It had the second highest crime rate in the region.", measure="crime_rate"),
        "contradicted",
    ),
    # Step 9
    ("more cash", cash("£2m cash seized in 2023/24.", "2000000", "£2m"), CASH, "overstated"),
    ("less cash", cash("£1m cash seized in 2023/24.", "1000000", "£1m"), CASH, "understated"),
    (
        "a bound above",
        claim(
            "More than 80 per cent of 999 calls answered within ten seconds in 2023.",
            quantity=number(80, "percent", ">"),
            measure="calls_999_answered_10s",
            period=Y23,
        ),
        ANSWERED,
        "overstated",
    ),
    (
        "a bound below",
        claim(
            "Fewer than 300 devices are waiting.",
            quantity=number(300, comparator="<"),
            measure="devices_awaiting_examination",
        ),
        DEVICES,
        "understated",
    ),
    (
        "a larger fall",
        claim(
            "Burglary fell by 31 per cent in 2023.",
            quantity=number(31, "percent", direction="down"),
            measure="recorded_burglary_change",
            period=Y23,
        ),
        BURGLARY,
        "overstated",
    ),
    # Places, and the two ends of a change
    (
        "one town's burglary",
        claim(
            "Burglary rose by 5 per cent in Felpersham in 2023.",
            quantity=number(5, "percent", direction="up"),
            measure="recorded_burglary_change",
            period=Y23,
        ),
        BURGLARY,
        "scope_mismatch",
    ),
    (
        "halved, from and to",
        claim(
            "The queue of unallocated crimes has halved.",
            quantity=number("0.5", "multiple", text="halved"),
            measure="crimes_unallocated",
        ),
        QUEUE,
        "consistent",
    ),
    (
        "a larger fall than from and to",
        claim(
            "The queue of unallocated crimes is down by 70 per cent.",
            quantity=number(70, "percent", direction="down"),
            measure="crimes_unallocated",
        ),
        QUEUE,
        "overstated",
    ),
    # Two names of one thing narrow nothing; a smaller population does
    (
        "another name of county lines",
        count("We shut down 31 drug dealing lines in 2023/24.", 31, "county_lines_closed", FY23),
        LINES,
        "consistent",
    ),
    (
        "another name of knife crime",
        claim(
            "Knife offences fell by 9 per cent in 2023.",
            quantity=number(9, "percent", direction="down", noun="Knife offences"),
            measure="recorded_knife_crime_change",
            period=Y23,
        ),
        KNIVES,
        "contradicted",
    ),
    (
        "a team by its initials and in full",
        count("In 2023 our organised crime teams made 250 arrests.", 250, "arrests", Y23),
        finding(
            "The SOC teams made 250 arrests.", quantity=number(250), measure="arrests", period=Y23
        ),
        "consistent",
    ),
    (
        "a place that opens the sentence",
        count("In Felpersham 70 county lines were shut in 2023/24.", 70, LINES.measure, FY23),
        LINES,
        "scope_mismatch",
    ),
    (
        "priority calls on one side",
        claim(
            "Officers attended 80 per cent of priority burglaries in 2023.",
            quantity=number(80, "percent"),
            measure="burglaries_attended_share",
            period=Y23,
        ),
        ATTENDED,
        "scope_mismatch",
    ),
    # Within another time
    (
        "within an hour, not within a day",
        claim(
            "In 2023 a car reached 90 per cent of reported burglaries within a day.",
            quantity=number(90, "percent"),
            measure="burglaries_attended_share",
            period=Y23,
        ),
        replace(ATTENDED, context="Officers reached 58 percent of burglaries within one hour."),
        "unit_mismatch",
    ),
    # A stretch of days without a date
    (
        "a week of action without a date",
        count("We made 58 arrests in our week of action.", 58, "arrests", None),
        ARRESTS,
        "period_mismatch",
    ),
    (
        "a single day without a date",
        count("We made 58 arrests in a single day.", 58, "arrests", None),
        ARRESTS,
        "period_mismatch",
    ),
    # One measure unknown: agreement and difference may be told, never an accusation
    ("other words, the same number", FRAUD_HELP, HELPED, "consistent"),
    (
        "other words, another number",
        replace(FRAUD_HELP, quantity=number(900, noun="people")),
        HELPED,
        "unit_mismatch",
    ),
    ("other words, another year", replace(FRAUD_HELP, period=Y23), HELPED, "period_mismatch"),
    (
        "other words, another noun",
        replace(FRAUD_HELP, quantity=number(2600, noun="offences")),
        HELPED,
        "unit_mismatch",
    ),
]
