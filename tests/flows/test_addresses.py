"""Inputs that are fetched: from the sample sites, which know ETags and robots.txt."""

from __future__ import annotations

import io
import re
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from rich.console import Console

from flows.cli_write import exit_status
from flows.demo import Samples, serve_samples
from flows.inputs import Input, gather
from flows.reading import InputReader, failure
from flows.settings import Settings
from flows.tables import run_report
from flows.work import Work
from sources.fetch import Client
from sources.parsing.parser import Parser
from tests.flows.conftest import Story, Told
from tests.sources.server import serving
from warehouse.errors import (
    ParseError,
    RefusedError,
    SourceError,
    UnreachableError,
    UnreadableError,
)
from warehouse.publish import open_edition
from warehouse.snapshots import SnapshotStore


@pytest.fixture(scope="module")
def samples() -> Iterator[Samples]:
    with serve_samples() as running:
        yield running


@pytest.fixture
def allowed(settings: Settings, samples: Samples) -> Settings:
    known = {"forces": samples.forces, "allow_origins": samples.origins, "delay": 0.0}
    return settings.model_copy(update=known)


@pytest.fixture
def served(samples: Samples) -> list[Input]:
    return [
        Input(name=one.page, url=one.page, served_at=one.url, kind=one.kind)
        for one in samples.inputs[:3]
    ]


def test_a_page_is_filed_under_the_address_that_it_is_published_at(
    story: Story, allowed: Settings, served: list[Input], told: Told
) -> None:
    story(Work("ingest", allowed, served, told.progress))
    assert set(told.outcomes.values()) == {"ok"}
    with open_edition(allowed.home) as edition:
        assert {document.url for document in edition.documents()} == {one.url for one in served}


def test_a_page_that_has_not_changed_is_not_sent_again(
    story: Story, allowed: Settings, served: list[Input], told: Told
) -> None:
    story(Work("ingest", allowed, served))
    summary = story(Work("ingest", allowed, served, told.progress))
    assert set(told.outcomes.values()) == {"not_modified"}
    assert (summary.run.read, summary.run.checks) == (3, 0)
    with open_edition(allowed.home) as edition:
        assert {snapshot.status for snapshot in edition.snapshots()} == {200}


def test_a_page_whose_bytes_are_gone_is_fetched_again(
    story: Story, allowed: Settings, served: list[Input], told: Told
) -> None:
    story(Work("ingest", allowed, served))
    kept = SnapshotStore(allowed.home)
    with open_edition(allowed.home) as edition:
        paths = [kept.path(snapshot.sha256) for snapshot in edition.snapshots()]
    for path in paths:
        path.unlink()
    story(Work("ingest", allowed, served, told.progress))
    assert set(told.outcomes.values()) == {"not_modified"}
    assert all(path.is_file() for path in paths)


def test_robots_are_obeyed_and_the_refusal_is_named(
    story: Story, allowed: Settings, samples: Samples, told: Told
) -> None:
    statement = next(one for one in samples.inputs if one.kind == "statement")
    parts = urlsplit(statement.url)
    hidden = f"{parts.scheme}://{parts.netloc}/news/news-search/"
    summary = story(Work("ingest", allowed, gather([hidden]), told.progress))
    assert told.outcomes == {hidden: "blocked"}
    assert "robots.txt" in summary.failed[0].reason


def test_a_server_that_asks_for_an_hour_is_left_alone_by_the_next_run(
    story: Story, settings: Settings, told: Told
) -> None:
    with serving() as web:
        allowed = settings.model_copy(update={"allow_origins": frozenset({web.origin})})
        for _ in range(2):
            summary = story(Work("ingest", allowed, gather([f"{web.origin}/later"]), told.progress))
        assert web.counts["/later"] == 1
    assert set(told.outcomes.values()) == {"gave_up"}
    assert re.search(r"wait, until [0-9]{4}-[0-9-]+ [0-9:]+ UTC", summary.failed[0].reason)
    with open_edition(settings.home) as edition:
        times = [fetch.not_before for fetch in edition.fetches()]
    assert times[0]
    assert times[0] == times[1]


def test_a_page_that_is_no_evidence_is_kept_listed_and_no_failure(
    story: Story, settings: Settings, told: Told
) -> None:
    with serving() as web:
        allowed = settings.model_copy(update={"allow_origins": frozenset({web.origin})})
        pages = [f"{web.origin}/page", f"{web.origin}/soft-missing"]
        summary = story(Work("ingest", allowed, gather(pages), told.progress))
    assert told.outcomes == dict(zip(pages, ("ok", "flagged"), strict=True))
    assert (summary.run.read, summary.run.skipped, summary.run.status) == (1, 1, "done")
    assert exit_status(summary) == 0
    assert "an error page" in summary.doubted[0].reason
    with open_edition(settings.home) as edition:
        assert len(edition.snapshots()) == 2
        assert [document.url for document in edition.documents()] == pages[:1]
    drawn = Console(width=200, record=True, file=io.StringIO())
    drawn.print(run_report(summary))
    assert "flagged: " in drawn.export_text()


def test_the_tries_of_a_failed_fetch_are_counted() -> None:
    with serving() as web, closing(Parser(())) as parser:
        reader = InputReader(
            run="r",
            parser=parser,
            client=Client(allow_origins=[web.origin], sleep=lambda _seconds: None),
        )
        reading = reader.read(gather([f"{web.origin}/broken"])[0])
        assert (reading.fetch.outcome, reading.fetch.attempts) == ("gave_up", 4)
        assert web.counts["/broken"] == 4


def test_a_private_address_is_refused_unless_it_is_allowed(
    story: Story, settings: Settings, served: list[Input], told: Told
) -> None:
    story(Work("ingest", settings, [replace(served[0], name="x")], told.progress))
    assert told.outcomes == {"x": "blocked"}


def test_a_host_where_nobody_answers_is_given_up_and_the_others_are_read(
    story: Story, allowed: Settings, served: list[Input], told: Told
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        gone = f"http://127.0.0.1:{free.getsockname()[1]}"
    settings = allowed.model_copy(update={"allow_origins": allowed.allow_origins | {gone}})
    story(Work("ingest", settings, [*served, *gather([f"{gone}/a"])], told.progress))
    assert told.outcomes[f"{gone}/a"] == "gave_up"
    assert sorted(told.outcomes.values()) == ["gave_up", "ok", "ok", "ok"]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (UnreachableError, "gave_up"),
        (RefusedError, "blocked"),
        (UnreadableError, "rejected_error"),
        (ParseError, "rejected_error"),
    ],
)
def test_every_sort_of_failure_has_its_outcome(error: type[SourceError], outcome: str) -> None:
    assert failure(error("https://a.example/", "a page", "none")) == outcome
