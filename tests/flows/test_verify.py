"""The whole story, told without Prefect: what is committed, what is counted, what is published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from flows.inputs import Input, gather
from flows.settings import Settings
from flows.summary import Progress
from flows.work import Work
from tests.flows.conftest import Story, Told
from tests.flows.processes import SAMPLES
from warehouse.errors import UsageError
from warehouse.publish import open_edition
from warehouse.records import Run
from warehouse.store import Store
from warehouse.tables import Table, export

REPORT, STATEMENT, ARTICLE = "report.html", "statement.html", "story.txt"


def exported(home: Path, table: Table, out: Path) -> bytes:
    with open_edition(home) as edition:
        export(edition, table, "jsonl", out)
    return out.read_bytes()


def copied(inputs: Sequence[Input], folder: Path) -> list[Input]:
    """The same inputs from files that a test may change."""
    folder.mkdir()
    return [
        replace(item, file=Path(folder / item.name))
        for item in inputs
        if item.file and (folder / item.name).write_bytes(item.file.read_bytes())
    ]


def text_of(item: Input) -> Path:
    assert item.file
    return item.file


def verdicts(home: Path) -> dict[str, list[str]]:
    """Verdicts by the words of the claim."""
    found: dict[str, list[str]] = {}
    with open_edition(home) as edition:
        words = {claim.id: claim.span.exact for claim in edition.claims()}
        for check in edition.checks():
            found.setdefault(words[check.claim], []).append(check.verdict)
    return found


def test_a_force_that_claims_more_than_was_found_is_flagged(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    summary = story(Work("ingest", settings, inputs))
    assert (summary.run.inputs, summary.run.read, summary.run.skipped) == (3, 3, 0)
    assert (summary.run.status, summary.failed) == ("done", ())
    said = verdicts(settings.home)
    (cash,) = [found for words, found in said.items() if "£3.4m" in words]
    (grade,) = [found for words, found in said.items() if "rated as good" in words]
    (dogs,) = [found for words, found in said.items() if "mobile phones" in words]
    assert (cash, grade, dogs) == (["overstated"], ["grade_contradiction"], ["no_evidence"])


def test_the_summary_counts_what_the_edition_holds(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    summary = story(Work("ingest", settings, inputs))
    with open_edition(settings.home) as edition:
        checks = edition.checks()
        assert edition.edition == summary.edition
        assert summary.run in edition.runs()
        assert summary.run.claims == len(edition.claims())
    assert summary.run.checks == len(checks) == sum(summary.verdicts.values())
    assert summary.run.flags == sum(check.is_flag for check in checks)
    assert summary.outcomes == {"ok": 3}


def test_an_input_is_told_of_only_once_it_is_committed(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    seen: list[str] = []

    def look(reading: Any, claims: int) -> None:
        with Store.open(settings.home) as store:
            assert len(store.claims_in([reading.fetch.document])) == claims > 0
            seen.append(reading.fetch.input)

    story(Work("ingest", settings, inputs, Progress(of_input=look)))
    assert sorted(seen) == [REPORT, STATEMENT, ARTICLE]


def test_a_second_run_adds_nothing_but_its_own_line(
    story: Story, settings: Settings, inputs: list[Input], told: Told, tmp_path: Path
) -> None:
    tables: list[Table] = ["claims", "checks", "notices", "documents"]
    story(Work("ingest", settings, inputs))
    first = [exported(settings.home, table, tmp_path / table) for table in tables]
    summary = story(Work("ingest", settings, inputs, told.progress))
    assert [exported(settings.home, table, tmp_path / table) for table in tables] == first
    assert set(told.outcomes.values()) == {"not_modified"}
    assert (summary.run.read, summary.run.checks) == (3, 0)
    with open_edition(settings.home) as edition:
        assert [run.status for run in edition.runs()] == ["done", "done"]
        assert len(edition.snapshots()) == 3


def test_the_order_of_the_documents_does_not_matter(
    story: Story, settings: Settings, inputs: list[Input], tmp_path: Path
) -> None:
    one_by_one = settings.model_copy(update={"home": tmp_path / "other"})
    story(Work("ingest", settings, inputs))
    for item in reversed(inputs):
        story(Work("ingest", one_by_one, [item]))
    tables: list[Table] = ["claims", "checks", "notices"]
    for table in tables:
        first = exported(settings.home, table, tmp_path / "1")
        assert exported(one_by_one.home, table, tmp_path / "2") == first


def test_a_broken_document_is_named_and_the_others_are_done(
    story: Story, settings: Settings, inputs: list[Input], told: Told, tmp_path: Path
) -> None:
    missing = replace(inputs[0], name="gone.html", url="https://a.example/", file=tmp_path / "gone")
    empty = tmp_path / "empty.html"
    empty.touch()
    given = [*inputs, missing, *gather([str(empty)])]
    summary = story(Work("ingest", settings, given, told.progress))
    assert (summary.run.inputs, summary.run.read, summary.run.skipped) == (5, 3, 2)
    assert summary.run.status == "done"
    reasons = {fetch.input: fetch.reason for fetch in summary.failed}
    assert reasons.keys() == {"gone.html", str(empty)}
    assert "gone.html: expected a file to read, seen no such file" in reasons.values()
    assert told.outcomes["gone.html"] == "rejected_error"
    with open_edition(settings.home) as edition:
        assert len(edition.documents()) == 3


def test_a_run_that_reads_nothing_at_all_has_failed(
    story: Story, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "noise.html").write_bytes(bytes(range(256)))
    summary = story(Work("ingest", settings, gather([str(tmp_path / "noise.html")])))
    assert (summary.run.status, summary.run.read) == ("failed", 0)
    assert summary.run.detail == "expected at least one document, read none"


def test_a_page_that_changes_its_figure_is_read_and_judged_again(
    story: Story, settings: Settings, inputs: list[Input], told: Told, tmp_path: Path
) -> None:
    pages = copied(inputs, tmp_path / "pages")
    story(Work("ingest", settings, pages))
    page = text_of(pages[1])
    page.write_text(page.read_text("utf-8").replace("£3.4m", "£1.8m"), "utf-8")
    summary = story(Work("ingest", settings, pages, told.progress))
    assert told.outcomes[STATEMENT] == "changed"
    assert 1 <= summary.run.checks <= 4  # those of the page, whose context moved, and no others
    said = verdicts(settings.home)
    assert [found for words, found in said.items() if "cash" in words and "£1.8m" in words] == [
        ["consistent"]
    ]
    assert not [words for words in said if "£3.4m" in words]


def test_claims_are_judged_again_when_a_finding_comes_later(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    story(Work("ingest", settings, inputs[1:]))
    assert ["no_evidence"] in [
        v for words, v in verdicts(settings.home).items() if "£3.4m" in words
    ]
    story(Work("ingest", settings, inputs[:1]))
    assert ["overstated"] in [v for words, v in verdicts(settings.home).items() if "£3.4m" in words]


def test_two_addresses_of_one_page_are_one_document(
    story: Story, settings: Settings, inputs: list[Input], told: Told
) -> None:
    again = replace(inputs[1], name="again", url=inputs[1].url + "?from=newsletter")
    story(Work("ingest", settings, [*inputs, again], told.progress))
    assert (told.outcomes[STATEMENT], told.outcomes["again"]) == ("ok", "not_modified")
    story(Work("ingest", settings, [*inputs, again], told.progress))
    assert set(told.outcomes.values()) == {"not_modified"}


def test_bytes_that_may_have_lost_characters_are_kept_and_not_believed(
    story: Story, settings: Settings, inputs: list[Input], told: Told, tmp_path: Path
) -> None:
    pages = copied(inputs, tmp_path / "pages")
    page = text_of(pages[1])
    page.write_text(page.read_text("utf-8").replace("£3.4m", "\ufffd3.4m"), "utf-8")
    story(Work("ingest", settings, pages, told.progress))
    assert (told.outcomes[STATEMENT], told.claims[STATEMENT]) == ("flagged", 0)
    with open_edition(settings.home) as edition:
        assert len(edition.snapshots()) == 3
        assert len(edition.documents()) == 2


def test_a_run_that_was_killed_is_closed_by_the_next_one(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    killed = Run(id="killed", flow="ingest", started_at=datetime(2024, 1, 1, tzinfo=UTC))
    with Store.open(settings.home) as store:
        store.save_run(killed)
    story(Work("ingest", settings, inputs))
    with open_edition(settings.home) as edition:
        assert [run.status for run in edition.runs()] == ["crashed", "done"]


def test_the_bytes_of_every_document_can_be_read_again(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    story(Work("ingest", settings, inputs))
    kept = {
        path.read_bytes() for path in (settings.home / "snapshots").rglob("*") if path.is_file()
    }
    assert kept == {(SAMPLES / item.name).read_bytes() for item in inputs}


def test_a_broken_registry_stops_the_run_before_it_starts(
    settings: Settings, inputs: list[Input], tmp_path: Path
) -> None:
    broken = tmp_path / "forces.csv"
    broken.write_text("id,name\nfen,Fen Police\n", "utf-8")
    with pytest.raises(UsageError, match=r"forces\.csv, line 1"):
        Work("ingest", settings.model_copy(update={"forces": broken}), inputs)
    assert not settings.home.exists()


def test_what_is_told_of_a_run_can_be_read_by_a_program(
    story: Story, settings: Settings, inputs: list[Input], capsys: pytest.CaptureFixture[str]
) -> None:
    from flows.cli_write import json_progress  # noqa: PLC0415

    story(Work("ingest", settings, inputs, json_progress()))
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    fields = {"input", "url", "outcome", "reason", "document", "claims", "attempts", "seconds"}
    assert [line.keys() for line in lines] == [fields] * 3
    assert {line["outcome"] for line in lines} == {"ok"}
