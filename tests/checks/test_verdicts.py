"""The rule table by its pairs, and what is told of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from checks.judging.restraint import restrain
from checks.judging.rules import RULES
from checks.matching import rank
from checks.verdicts import RULES_VERSION, fingerprint, judge, judge_claim
from tests.checks.factory import STATEMENT_DAY, claim, financial, finding, number
from tests.checks.verdict_pairs import (
    ANSWERED,
    BURGLARY,
    CASH,
    DEVICES,
    ECONOMIC,
    LINES,
    ORGANISED,
    PAIRS,
    RESPONDING,
    THREATS,
    UNTOLD,
    WAITING,
    Y23,
    cash,
    count,
    grade,
)
from warehouse.records import FLAGS, Check, Claim, Verdict


@pytest.mark.parametrize(
    ("said", "found", "verdict"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS]
)
def test_each_pair_has_its_verdict(said: Claim, found: Claim, verdict: Verdict) -> None:
    judgment = judge(said, found)
    assert judgment.verdict == verdict, judgment.why


def test_the_table_has_every_label_a_pair_can_have() -> None:
    assert len(PAIRS) >= 60
    assert {row[3] for row in PAIRS} >= FLAGS | {
        "consistent",
        "period_mismatch",
        "scope_mismatch",
        "unit_mismatch",
        "unrelated",
    }


@pytest.mark.parametrize("row", PAIRS, ids=[row[0] for row in PAIRS])
def test_another_force_is_never_accused(row: tuple[str, Claim, Claim, Verdict]) -> None:
    _, said, found, _ = row
    assert judge(replace(said, subject="ambridge"), found).verdict not in FLAGS


def test_why_tells_both_ranges_periods_measures_and_the_step() -> None:
    judgment = judge(cash("£2m cash seized in 2023/24.", "2000000", "£2m"), CASH)
    assert judgment.why == (
        "Step 9: the claim's range lies wholly above the finding's; the claim gives £1,960,000 to "
        "£2,040,000 (cash seized), from 1 April 2023 to 31 March 2024; the finding gives "
        "£1,350,000 to £1,450,000 (cash seized), from 1 April 2023 to 31 March 2024."
    )


def test_every_rule_is_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "verdicts.md").read_text(encoding="utf-8")
    assert [rule.name for rule in RULES if f"`{rule.name}`" not in page] == []


def told(said: Claim, findings: Sequence[Claim]) -> list[tuple[str | None, Verdict]]:
    by_id = {found.id: found for found in findings}
    ranked = [(match, by_id[match.finding]) for match in rank(said, findings)]
    names = {found.id: found.span.exact.split()[0] for found in findings}
    return [
        (names[check.finding] if check.finding else None, check.verdict)
        for check in judge_claim(said, ranked)
    ]


FINDINGS = [CASH, ANSWERED, BURGLARY, LINES, ORGANISED, ECONOMIC, UNTOLD, WAITING, THREATS]


def test_a_claim_that_nothing_bears_on_has_no_evidence() -> None:
    drones = count("We bought nine drones.", 9, "other", None)
    assert told(drones, FINDINGS) == [(None, "no_evidence")]
    assert told(drones, []) == [(None, "no_evidence")]


def test_cash_stands_against_its_unit_and_drugs_do_not() -> None:
    unit = [ORGANISED, ECONOMIC, THREATS]
    assert told(cash("£2m in cash seized.", "2000000", "£2m"), unit) == [("The", "tension")]
    drugs = claim(
        "Drugs worth £6m on the street were seized.",
        quantity=number("6000000", "GBP", text="£6m"),
        measure="drugs_seized_value",
    )
    assert told(drugs, unit) == [(None, "no_evidence")]


def test_a_figure_that_was_compared_needs_no_tension() -> None:
    assert told(cash("£2m cash seized in 2023/24.", "2000000", "£2m"), [CASH, ECONOMIC]) == [
        ("Officers", "overstated")
    ]


def test_of_several_mismatches_only_the_nearest_is_told() -> None:
    others = [replace(CASH, period=financial(y)) for y in (2020, 2021, 2022)]
    others = [replace(o, ordinal=i) for i, o in enumerate(others)]
    assert told(cash("£2m cash in 2023/24.", "2000000", "£2m"), others) == [
        ("Officers", "period_mismatch")
    ]


def test_a_mismatch_of_another_family_is_nothing_to_tell() -> None:
    spent = claim(
        "We spent £2m on digital devices in 2023.",
        quantity=number("2000000", "GBP"),
        measure="spending",
        period=Y23,
    )
    assert told(spent, [DEVICES]) == [(None, "no_evidence")]


@pytest.mark.parametrize("measure", ["assets_recovered", "criminal_money_investigated"])
def test_stages_of_taking_money_are_told_apart_as_the_nearest_mismatch(measure: str) -> None:
    said = replace(cash("£1.4m from criminals in 2023/24.", "1400000", "£1.4m"), measure=measure)
    assert told(said, [CASH]) == [("Officers", "unit_mismatch")]


def test_weight_and_worth_of_drugs_are_told_apart() -> None:
    said = claim(
        "Drugs worth £2m were seized in 2023.",
        quantity=number("2000000", "GBP"),
        measure="drugs_seized_value",
        period=Y23,
    )
    weighed = finding(
        "Officers seized 90kg of drugs in 2023.",
        quantity=number(90, "kg"),
        measure="drugs_seized_weight",
        period=Y23,
    )
    assert told(said, [weighed]) == [("Officers", "unit_mismatch")]


def test_agreement_with_one_figure_of_a_report_forbids_accusing_with_another() -> None:
    part = replace(CASH, ordinal=1, quantity=number("600000", "GBP", text="£600,000"))
    said = cash("£1.4m in cash seized in 2023/24.", "1400000", "£1.4m")
    assert told(said, [part, CASH]) == [("Officers", "consistent")]


def test_a_newspaper_account_of_a_report_accuses_nobody() -> None:
    reported = replace(CASH, attribution="reported")
    said = cash("£2m cash seized in 2023/24.", "2000000", "£2m")
    assert told(said, [reported]) == [(None, "no_evidence")]
    same_page = replace(reported, document=said.document)
    assert told(said, [same_page]) == [("Officers", "overstated")]


def test_a_grade_too_old_to_be_the_newest_accuses_nobody() -> None:
    said = grade("We are rated good at responding.", "good", "responding_to_public")
    assert told(said, [RESPONDING]) == [("Borsetshire", "grade_contradiction")]
    old = replace(RESPONDING, published_on=STATEMENT_DAY - timedelta(days=800))
    assert told(said, [old]) == [(None, "no_evidence")]


def test_a_figure_is_never_held_against_a_grade() -> None:
    said = count("We closed 31 organised crime groups.", 31, "ocgs_disrupted", None)
    assert told(said, [ORGANISED]) == [(None, "no_evidence")]


def test_a_headline_is_held_against_its_own_text() -> None:
    text = cash("£1.7m in cash was seized in 2023/24", "1700000", "£1.7m")
    headline = cash("Nearly £3m cash seized", "3000000", "£3m")
    headline = replace(headline, span=replace(headline.span, start=0, end=22, prefix=""))
    assert told(headline, [text]) == [("£1.7m", "overstated")]
    assert told(text, [headline]) == [(None, "no_evidence")]


def test_checks_of_a_claim_do_not_depend_on_the_order_of_findings() -> None:
    said = claim("Victims are always kept informed by our proud teams.")
    assert told(said, FINDINGS) == told(said, FINDINGS[::-1])


def test_the_fingerprint_changes_with_what_a_person_is_shown() -> None:
    said = cash("£2m cash seized in 2023/24.", "2000000", "£2m")
    shown = fingerprint(said, CASH, "overstated")
    revised = replace(CASH, quantity=number("1500000", "GBP", text="£1.5m"))
    assert fingerprint(said, revised, "overstated") != shown
    assert fingerprint(said, CASH, "consistent") != shown
    moved = replace(CASH, page=3, section=("Elsewhere",))
    assert fingerprint(said, moved, "overstated") == shown


def test_a_release_that_is_proud_twice_stands_against_its_grade_once() -> None:
    proud = [
        claim("We are proud of our success against organised crime.", start=100),
        claim("Our excellent teams go after organised crime.", start=500),
    ]
    by_id = {said.id: said for said in proud}
    checks: list[Check] = []
    for said in proud:
        checks += judge_claim(said, [(match, ORGANISED) for match in rank(said, [ORGANISED])])
    assert [check.verdict for check in checks] == ["tension", "tension"]
    kept = restrain(checks, by_id)
    assert sorted(check.verdict for check in kept) == ["no_evidence", "tension"]
    assert {check.claim for check in kept} == set(by_id)
    assert all(check.rules_version == RULES_VERSION for check in kept)
