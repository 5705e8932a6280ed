"""Runs over documents that harm whoever parses them, and over PDF reports."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from flows.checking import check_statement
from flows.inputs import Input, gather
from flows.settings import Settings
from flows.work import Work
from sources.parsing.limits import Limits
from sources.parsing.parser import Parser
from tests.flows.conftest import Run, Story, Told
from warehouse.publish import open_edition
from warehouse.records import Claim

ROOT = Path(__file__).parents[1]
PAPER = ROOT / "examples" / "pdf" / "two_columns.pdf"
WEB_PAGE = ROOT / "sources" / "reports" / "two_columns.html"
PAGE = """<html><body><article><h1>Cash taken in week {0}</h1>
<p>Officers seized £{0},500 in cash and made {0} arrests. planted:{1} </p>
</article></body></html>"""
MISDEEDS = ("eat", "spin", "crash", "leave", "stumble")


@pytest.fixture
def frail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs whose parser does what a page tells it to."""
    limits = Limits(memory=200_000_000, cpu=1.0, wall=3.0)
    planted = partial(Parser, limits=limits, reader="tests.sources.planted:read")
    monkeypatch.setattr("flows.work.Parser", planted)


@pytest.mark.usefixtures("frail")
def test_a_run_over_harmful_documents_records_the_others_and_lists_these(
    story: Story, settings: Settings, told: Told, tmp_path: Path
) -> None:
    for number in range(1, 21):
        misdeed = MISDEEDS[number // 4 - 1] if number % 4 == 0 else ""
        (tmp_path / f"{number:02}.html").write_text(PAGE.format(number, misdeed), "utf-8")
    (tmp_path / "broken.pdf").write_bytes(PAPER.read_bytes()[:9000])
    summary = story(Work("ingest", settings, gather([str(tmp_path)]), told.progress))
    assert (summary.run.status, summary.run.read, summary.run.skipped) == ("done", 15, 6)
    assert [fetch.outcome for fetch in summary.failed] == ["rejected_error"] * 6
    reasons = {Path(fetch.input).stem: fetch.reason for fetch in summary.failed}
    assert "more than 200 MB" in reasons["04"]
    assert "more than 3 s" in reasons["08"]
    assert "SIGSEGV" in reasons["12"]
    assert "broken PDF" in reasons["broken"]
    assert all("expected" in reason and "seen" in reason for reason in reasons.values())
    with open_edition(settings.home) as edition:
        assert len(edition.documents()) == 15
        assert len(edition.snapshots()) == 21


def said(claim: Claim) -> tuple[object, ...]:
    """What a claim says, wherever it stands."""
    return (
        *(claim.span.exact, claim.ordinal, claim.kind, claim.claimant, claim.subject, claim.scope),
        *(claim.measure, claim.topic, claim.stance, claim.section, claim.finding_type),
        *(claim.grade, claim.period, claim.published_on),
        claim.quantity and (claim.quantity.low, claim.quantity.high, claim.quantity.unit),
    )


def read_from(place: Path, settings: Settings) -> dict[tuple[object, ...], Claim]:
    item = Input(name=place.name, url="https://files.example/report", file=place, kind="report")
    return {said(claim): claim for claim in check_statement(item, [], settings).claims}


def test_a_pdf_report_gives_the_claims_of_its_web_page_with_pages(settings: Settings) -> None:
    paper, web = read_from(PAPER, settings), read_from(WEB_PAGE, settings)
    assert paper.keys() == web.keys()
    assert len(paper) > 30
    assert {claim.page for claim in web.values()} == {None}
    pages = {claim.span.exact: claim.page for claim in paper.values()}
    assert {pages[words] for words in pages if "calls" in words} == {1}
    assert {pages[words] for words in pages if "sex offenders" in words} == {2}
    grades = [claim for claim in paper.values() if claim.grade]
    assert len(grades) == 5


def test_exported_claims_of_a_pdf_have_a_link_that_opens_their_page(
    story: Story, settings: Settings, told: Told, run: Run
) -> None:
    story(Work("ingest", settings, gather([str(PAPER)]), told.progress))
    assert told.outcomes == {str(PAPER): "ok"}
    status, out, _ = run("export", "claims")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert {row["page"] for row in rows} == {1, 2}
    for row in rows:
        assert row["link"] == f"{PAPER.resolve().as_uri()}#page={row['page']}"
    assert run("check", PAPER)[0] == 0
