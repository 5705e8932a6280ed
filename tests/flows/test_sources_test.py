"""The verb `sources test`: what it shows of one page on the sample sites."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.demo import Samples, serve_samples
from flows.probing import probe
from flows.settings import Settings
from sources.registry import COLUMNS
from tests.flows.conftest import Run
from tests.sources.server import serving
from warehouse.errors import UsageError


@pytest.fixture(scope="module")
def samples() -> Iterator[Samples]:
    with serve_samples() as running:
        yield running


@pytest.fixture
def allowed(settings: Settings, samples: Samples) -> Settings:
    known = {"forces": samples.forces, "allow_origins": samples.origins, "delay": 0.0}
    return settings.model_copy(update=known)


def test_a_page_is_shown_with_its_way_its_codec_and_what_was_read(
    samples: Samples, allowed: Settings
) -> None:
    page = samples.inputs[0].url
    seen = probe(page, allowed)
    assert (seen.outcome, seen.reason, seen.attempts) == ("ok", "", 1)
    assert [(hop.status, hop.url, hop.address) for hop in seen.hops] == [(200, page, "127.0.0.1")]
    assert seen.fetched
    assert seen.fetched.snapshot.charset == "utf-8"
    assert {"title", "publisher", "published", "text"} <= seen.saw.keys()
    assert "title" in seen.expected


def test_the_printed_form_names_each_part(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as web:
        web.robots = (200, b"User-agent: *\nDisallow: /p\nAllow: /page\nCrawl-delay: 0.1\n")
        monkeypatch.setenv("TALLYCHECK_ALLOW_ORIGINS", web.origin)
        monkeypatch.setenv("TALLYCHECK_CONTACT", "desk@marlpost.example")
        status, out, _ = run("sources", "test", f"{web.origin}/moved")
    assert status == 0
    for words in (
        "desk@marlpost.example",
        "no line of robots.txt speaks of it",
        "301 from 127.0.0.1",
        "Allow: /page; asks for 0.1 s between requests",
        "utf-8 (valid UTF-8)",
        "labelled text/html",
        "saw title",
        "ok after 1 try",
    ):
        assert words in out


def test_json_tells_of_a_page_that_robots_keep_from_us(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as web:
        web.robots = (200, b"User-agent: *\nDisallow: /page\n")
        monkeypatch.setenv("TALLYCHECK_ALLOW_ORIGINS", web.origin)
        status, out, _ = run("sources", "test", f"{web.origin}/page", "--json")
        assert web.paths() == ["/robots.txt"]
    row = json.loads(out)
    assert (status, row["outcome"], row["codec"], row["hops"]) == (1, "blocked", None, [])
    assert "Disallow: /page" in row["reason"]


@pytest.mark.parametrize(("path", "outcome"), [("/listing", "ok"), ("/page", "rejected_error")])
def test_a_force_stands_for_the_listing_of_its_news(
    settings: Settings, tmp_path: Path, path: str, outcome: str
) -> None:
    with serving() as web:
        row = ["marlvale", "Marlvale Police", *[""] * 10, web.origin + path, "other", "territorial"]
        forces = tmp_path / "forces.csv"
        forces.write_text("\n".join([",".join(COLUMNS), ",".join(row)]), encoding="utf-8")
        known = {"forces": forces, "allow_origins": frozenset({web.origin})}
        seen = probe("marlvale", settings.model_copy(update=known))
        links = {
            "form": "page",
            "links": "1",
            "first links": f"{web.origin}/news/big-raid-nets-cash/",
        }
    assert (seen.source, seen.outcome) == ("police_uk:marlvale", outcome)
    assert seen.saw == (links if outcome == "ok" else {})
    assert seen.expected.startswith("a listing")


@pytest.mark.parametrize("what", ["nowhere", "article", "text"])
def test_a_name_without_a_page_is_wrong_use(settings: Settings, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        probe(what, settings)
