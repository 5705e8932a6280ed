"""Boasts that rest on a questioned count, and numbers that cannot be read as printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from checks.notices import find_notices
from tests.checks.factory import claim, financial, finding, number
from warehouse.records import Claim, Quantity

DISRUPTIONS = claim("We have the highest number of disruptions in the region.")
COUNTED = claim(
    "We achieved 240 disruptions in 2023/24.",
    quantity=number(240),
    measure="disruptions_total",
    period=financial(2023),
)
BURGLARY = claim(
    "Burglary is down by 12 per cent.",
    quantity=number(12, "percent", direction="down"),
    measure="recorded_burglary_change",
)
LOGGING = finding("The force should improve the way it logs disruptions.")
CRIME_DATA = finding(
    "It does not record enough of the crime that is reported: crime recording is poor."
)


@pytest.mark.parametrize(
    ("boast", "criticism"),
    [(DISRUPTIONS, LOGGING), (COUNTED, LOGGING), (BURGLARY, CRIME_DATA)],
    ids=["a rank", "a count", "a fall in recorded crime"],
)
def test_a_boast_on_a_questioned_count_is_noticed(boast: Claim, criticism: Claim) -> None:
    (notice,) = find_notices([boast, criticism])
    assert notice.kind == "measure_questioned"
    assert notice.claim == boast.id
    assert notice.document == boast.document
    assert boast.span.exact in notice.detail
    assert criticism.span.exact in notice.detail
    assert notice.why.endswith(".")


@pytest.mark.parametrize(
    ("boast", "other"),
    [
        (DISRUPTIONS, finding("The force lacks staff to plan disruptions.")),
        (DISRUPTIONS, finding("The force records its disruptions well.")),
        (DISRUPTIONS, replace(LOGGING, subject="ambridge")),
        (DISRUPTIONS, replace(LOGGING, published_on=date(2020, 1, 1))),
        (DISRUPTIONS, finding("Supervisors rarely record why a search was made.")),
        (claim("We go after gangs."), LOGGING),
        (claim("We failed to reach 240 disruptions.", quantity=number(240)), LOGGING),
        (DISRUPTIONS, claim("Critics say the force should log disruptions better.")),
    ],
    ids=[
        "criticism of something else",
        "praise of the recording",
        "another force",
        "long ago",
        "another count",
        "no count",
        "no boast",
        "not by inspectors",
    ],
)
def test_what_is_no_questioned_boast_is_not_noticed(boast: Claim, other: Claim) -> None:
    assert find_notices([boast, other]) == []


def test_a_claim_gets_one_notice_with_the_finding_of_its_own_page_first() -> None:
    here = replace(LOGGING, document=DISRUPTIONS.document, document_url=DISRUPTIONS.document_url)
    for claims in ([DISRUPTIONS, LOGGING, here], [here, LOGGING, DISRUPTIONS]):
        (notice,) = find_notices(claims)
        assert here.span.exact in notice.detail


@pytest.mark.parametrize("who", [claim, finding], ids=["the force", "the inspectors"])
def test_a_number_with_more_than_one_reading_is_noticed(who: Callable[..., Claim]) -> None:
    printed = Quantity(
        text="£6,4m", start=14, end=19, low=None, high=None, unit="GBP", ambiguous=True
    )
    told = who("Drugs worth £6,4m were seized.", quantity=printed)
    (notice,) = find_notices([told])
    assert notice.kind == "ambiguous_number"
    assert notice.claim == told.id
    assert "£6,4m" in notice.detail


def test_a_number_that_can_be_read_is_no_ambiguous_one() -> None:
    assert find_notices([claim("Drugs worth £6.4m.", quantity=number(6_400_000, "GBP"))]) == []
