"""Figures of now, and counts that leave something out, accuse nobody."""

from __future__ import annotations

import pytest

from checks.verdicts import judge
from tests.checks.factory import claim, finding, number
from tests.checks.verdict_pairs import DEVICES, Y23
from warehouse.records import FLAGS, Claim, Quantity

NEEDS = finding(
    "Fewer than 8 percent of victims were offered a needs assessment in 2023.",
    quantity=number(8, "percent"),
    measure="needs_assessment_share",
    period=Y23,
)


def needs(words: str) -> Claim:
    return claim(words, quantity=number(70, "percent"), measure="needs_assessment_share")


@pytest.mark.parametrize(
    "words",
    [
        "70 per cent of victims are now offered a needs assessment.",
        "Currently 70 per cent of victims get a needs assessment.",
        "Today we give 70 per cent of victims a needs assessment.",
        "Needs assessments have since risen to 70 per cent of victims.",
        "At present 70 per cent of victims have a needs assessment.",
        "Needs assessments have climbed to 70 per cent of victims.",
        "Our latest figures put needs assessments of victims at 70 per cent.",
        "Since the inspection 70 per cent of victims got a needs assessment.",
    ],
)
def test_how_things_are_now_is_no_account_of_a_time_that_is_over(words: str) -> None:
    assert judge(needs(words), NEEDS).verdict == "period_mismatch"


def test_an_undated_claim_that_says_nothing_of_now_is_of_the_findings_time() -> None:
    assert judge(needs("70 per cent of victims get a needs assessment."), NEEDS).verdict in FLAGS


@pytest.mark.parametrize(
    "words",
    [
        "No device has waited for more than nine months.",
        "No device has been waiting for more than nine months.",
        "The oldest have sat there for nine months.",
    ],
)
def test_how_long_things_have_waited_is_said_of_now(words: str) -> None:
    oldest = finding("The oldest device had waited for 17 months.", quantity=months(17))
    assert judge(claim(words, quantity=months(9)), oldest).verdict not in FLAGS


def months(value: int) -> Quantity:
    return number(value, "month", noun="months")


@pytest.mark.parametrize(
    "words",
    [
        "300 devices were waiting, not counting those of other agencies.",
        "Excluding tablets, 300 devices were waiting.",
        "Leaving out those of partners, 300 devices were waiting.",
        "There were 300 devices in our own queue.",
        "Apart from laptops, 300 devices were waiting.",
        "300 devices were waiting, other than those sent to the region.",
    ],
)
def test_a_count_that_leaves_something_out_is_of_another_scope(words: str) -> None:
    said = claim(
        words,
        quantity=number(300, noun="devices"),
        measure="devices_awaiting_examination",
        period=DEVICES.period,
    )
    assert judge(said, DEVICES).verdict == "scope_mismatch"
