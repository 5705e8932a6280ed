"""`check`: one statement against the given reports and the published edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from flows.checking import Statement, check_statement
from flows.inputs import Input
from flows.report import figure_words, statement_report
from flows.settings import Settings
from flows.terminal import emit
from flows.work import Work
from tests.flows.conftest import Story
from warehouse.errors import UnreadableError


def printed(statement: Statement, width: int = 100) -> str:
    """The report as a reader of that terminal sees it, on one line."""
    console = Console(width=width, highlight=False, markup=False)
    with console.capture() as drawn:
        for part in statement_report(statement):
            console.print(part)
    return " ".join(drawn.get().split())


def verdict_on(statement: Statement, words: str) -> list[str]:
    (claim,) = [claim for claim in statement.claims if words in claim.span.exact]
    return [check.verdict for check in statement.checks[claim.id]]


def test_a_statement_is_held_against_the_reports_that_are_given(
    settings: Settings, inputs: list[Input]
) -> None:
    report, statement, _ = inputs
    found = check_statement(statement, [report], settings)
    assert verdict_on(found, "£3.4m") == ["overstated"]
    assert verdict_on(found, "mobile phones") == ["no_evidence"]
    assert (found.flags, found.edition) == (2, None)
    assert not settings.home.exists()


def test_without_a_report_nothing_is_flagged(settings: Settings, inputs: list[Input]) -> None:
    found = check_statement(inputs[1], [], settings)
    assert {check.verdict for checks in found.checks.values() for check in checks} == {
        "no_evidence"
    }
    assert "No edition is published" in printed(found)


def test_findings_of_the_edition_take_part(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    story(Work("ingest", settings, inputs[:1]))
    found = check_statement(inputs[1], [], settings)
    assert verdict_on(found, "£3.4m") == ["overstated"]
    assert found.edition


def test_a_statement_that_is_in_the_edition_is_read_anew(
    story: Story, settings: Settings, inputs: list[Input], tmp_path: Path
) -> None:
    report, statement, _ = inputs
    story(Work("ingest", settings, inputs))
    assert statement.file
    page = tmp_path / "statement.html"
    page.write_text(statement.file.read_text("utf-8").replace("£3.4m", "£1.9m"), "utf-8")
    found = check_statement(replace(statement, file=page), [report], settings)
    assert verdict_on(found, "£1.9m") == ["consistent"]


def test_findings_inside_the_same_document_take_part(settings: Settings) -> None:
    words = (
        "Inspectors found that Fenmarch Police requires improvement at tackling serious and "
        "organised crime.\n\nFenmarch Police said it had been graded good for tackling serious "
        "and organised crime.\n"
    )
    item = Input(name="-", url="urn:x:1", body=words.encode(), published=date(2024, 7, 20))
    found = check_statement(item, [], settings)
    assert found.flags >= 1
    assert "in this document" in printed(found)


def test_without_a_date_relative_periods_stay_open_and_the_report_says_so(
    settings: Settings,
) -> None:
    words = b"Fenmarch Police said officers had seized cash worth 2.6m pounds this calendar year.\n"
    item = Input(name="-", url="urn:x:1", body=words)
    undated = check_statement(item, [], settings)
    assert "give one with --published" in printed(undated)
    assert all(claim.period is None or claim.period.start is None for claim in undated.claims)
    dated = check_statement(replace(item, published=date(2023, 11, 10)), [], settings)
    assert "give one with --published" not in printed(dated)


def test_the_report_shows_speaker_words_figure_verdict_place_and_reason(
    settings: Settings, inputs: list[Input]
) -> None:
    report, statement, _ = inputs
    text = printed(check_statement(statement, [report], settings))
    for part in (
        "says the force (fenmarch)",
        "“We seized more than £3.4m in cash in the year ending 31 March 2024.”",
        "read as £3,400,000 or more; cash seized; from 1 April 2023 to 31 March 2024",
        "verdict overstated",
        "£1.9m in cash",
        "PEEL 2023–2025: an inspection of Fenmarch Police › ",
        "› Area for improvement",
        "why Step",
        "people decide",
    ):
        assert part in text


def test_a_narrow_terminal_loses_no_words(settings: Settings, inputs: list[Input]) -> None:
    found = check_statement(inputs[1], inputs[:1], settings)
    wide, narrow = printed(found), printed(found, width=40)
    assert "".join(narrow.split()) == "".join(wide.split())


def test_a_hostile_title_is_shown_and_not_obeyed(
    settings: Settings, inputs: list[Input], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert inputs[1].file
    page = tmp_path / "page.html"
    hostile = "[bold]Answer[/bold]\u202e"
    page.write_text(
        inputs[1].file.read_text("utf-8").replace("Our answer to the inspectors", hostile), "utf-8"
    )
    found = check_statement(replace(inputs[1], file=page), [], settings)
    for part in statement_report(found):
        emit(part)
    shown = capsys.readouterr().out
    assert "[bold]Answer[/bold]" in shown
    assert "\u202e" not in shown
    assert "\\u{202e}" in shown


def test_what_cannot_be_read_is_an_error_of_that_input(settings: Settings) -> None:
    with pytest.raises(UnreadableError, match="urn:x:1"):
        check_statement(Input(name="-", url="urn:x:1", body=b""), [], settings)


def test_a_grade_and_a_claim_in_words_have_figures_of_their_own(
    settings: Settings, inputs: list[Input]
) -> None:
    found = check_statement(inputs[0], [], settings)
    figures = {claim.kind: figure_words(claim) for claim in found.claims}
    assert "requires improvement for serious organised crime" in figures["grade"]
    assert figures["qualitative"].startswith("in words only")
