"""Numbers that assert nothing. The sentences are invented for these tests."""

from __future__ import annotations

import pytest

from checks.quantities import find_quantities, read_numbers
from tests.checks.quantity_forms import brief

NOT_CLAIMS = [
    ("A 34-year-old was bailed.", "age"),
    ("The boys are aged 14 and 15.", "age"),
    ("Men aged between 18 and 25 were spoken to.", "age"),
    ("A woman, 52, was treated at the scene.", "age"),
    ("The victim, a man in his 60s, is stable.", "age"),
    ("Sales to under-18s are banned.", "age"),
    ("The scheme helps people over 65.", "age"),
    ("Children under 16 were sent home.", "age"),
    ("Girls as young as 12 were approached.", "age"),
    ("The 18 to 24-year-olds were let go.", "age"),
    ("A 10-month-old baby was found safe.", "age"),
    ("The raid began at 5.45am.", "time"),
    ("It happened between 8 and 9pm.", "time"),
    ("It happened at about 10:30 on Sunday.", "time"),
    ("The road reopened at 7.15.", "time"),
    ("The crash was at 1430hrs.", "time"),
    ("Doors open at nine o'clock.", "time"),
    ("He was last seen on 14 February 2024.", "date"),
    ("He was last seen on February 14.", "date"),
    ("The hearing is on the 3rd.", "date"),
    ("It ran from 3 to 9 June.", "date"),
    ("The form is dated 05/06/2023.", "date"),
    ("The figures are for 2022/23.", "date"),
    ("The figures are for 2022-23.", "date"),
    ("It opened in 1998.", "date"),
    ("The 2019 figures were higher.", "date"),
    ("Violence peaked in the 1990s.", "date"),
    ("In an emergency dial 999.", "phone"),
    ("Call 101 with information.", "phone"),
    ("It answers 999 calls quickly.", "phone"),
    ("Ring Crimestoppers on 0800 555 111.", "phone"),
    ("Text us on 07700 900123.", "phone"),
    ("Quote crime number 14/53210/24.", "ref"),
    ("Quote incident 0412.", "ref"),
    ("Please cite reference 778.", "ref"),
    ("PC 4471 gave evidence.", "ref"),
    ("It was an offence under section 18.", "section"),
    ("He was held under sections 2 and 3.", "section"),
    ("See paragraph 14.", "section"),
    ("The A590 is shut.", "road"),
    ("The M6 is shut at junction 38.", "road"),
    ("Officers went to 14 Mill Lane.", "address"),
    ("The search at Flat 6 ended.", "address"),
    ("Write to us at PR4 5SB.", "name"),
    ("Officers go to grade 1 incidents first.", "grade"),
    ("Category 3 calls wait.", "grade"),
    ("Staff fell ill with Covid-19.", "name"),
    ("Content is under the Open Government Licence v3.0.", "name"),
    ("Operation 40 ended well.", "name"),
    ("The second raid failed.", "ordinal"),
    ("It was his 21st conviction.", "ordinal"),
    ("A third man fled.", "ordinal"),
    ("The desk is staffed 24/7.", "idiom"),
    ("It is one of the busiest units.", "idiom"),
    ("The force was the one that asked.", "idiom"),
    ("They helped one another.", "idiom"),
    ("It takes a zero tolerance line.", "idiom"),
    ("There is no doubt about it.", "idiom"),
    ("The shop is no longer open.", "idiom"),
    ("There is no evidence of that.", "idiom"),
    ("Nothing has changed in the last two years.", "period"),
    ("In the past 12 months little changed.", "period"),
    ("It closed six months ago.", "period"),
    ("The desk is open seven days a week.", "period"),
]

SILENT = [
    "The Force Control Room has moved.",
    "Victims deserve better, and we are listening.",
    "The inquiry was a double murder case.",
    "If you have any information, please get in touch.",
    "The first half of the match was stopped.",
    "He doubled down on his remarks.",
    "We scored well and the scores were level.",
    "Every victim matters to us.",
    "Every investigation has a plan.",
    "All of us want safer streets.",
    "Half-term patrols were a success.",
    "",
    "   ",
]


@pytest.mark.parametrize(("sentence", "why"), NOT_CLAIMS)
def test_a_number_that_asserts_nothing_is_recognised(sentence: str, why: str) -> None:
    assert brief(sentence) == ""
    assert why in {number.why_not for number in read_numbers(sentence)}


@pytest.mark.parametrize("sentence", SILENT)
def test_a_sentence_without_figures_yields_nothing(sentence: str) -> None:
    assert find_quantities(sentence) == []
