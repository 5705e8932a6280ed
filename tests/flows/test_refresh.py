"""Nights on loopback: sites are walked to their ends, revisited politely, and fail by name."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.settings import Settings
from flows.summary import RunSummary
from flows.visiting import Round
from flows.watching import Added, save_added, watched
from flows.work import Work
from tests.flows.processes import FORCES, tallycheck
from tests.flows.site import Site, serving_site
from warehouse.publish import open_edition
from warehouse.store import Store
from warehouse.watching import Visit

CASH = "Northshire Police said officers seized £{:,} in cash in 2025."


def filled(site: Site, number: int) -> None:
    """Articles that the list, the feed and the sitemap share between them."""
    slugs = [f"story-of-the-day-{one:03}" for one in range(number)]
    for one, slug in enumerate(slugs):
        site.write(slug, CASH.format(10_000 + one))
    site.paged = slugs[: number * 2 // 3]
    site.fed = slugs[number // 2 : number * 5 // 6]
    site.mapped = slugs[number * 3 // 4 :]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving_site() as site:
        yield site


def added(name: str, site: Site) -> Added:
    return Added(name=name, url=site.index, kind="statement", pages="^/news/.+")


def settings_for(home: Path, *sites: Site, delay: float = 0.0) -> Settings:
    save_added(home, [added(f"site-{number}", one) for number, one in enumerate(sites)])
    origins = frozenset(one.origin for one in sites)
    return Settings(home=home, forces=FORCES, allow_origins=origins, delay=delay)


def night(settings: Settings) -> tuple[list[Visit], RunSummary]:
    """One round over the added sites, without Prefect."""
    names = [source.name for source in watched(settings) if source.name.startswith("site-")]
    visits = Round(Work("refresh", settings), watched(settings, names))
    visits.begin()
    done = [visits.visit(source) for source in visits.sources]
    for claims in visits.work.claims_to_judge():
        visits.work.judge(claims)
    return done, visits.publish(done)


def test_every_document_of_a_large_site_is_found_and_the_banned_ones_are_left(
    site: Site, tmp_path: Path
) -> None:
    filled(site, 300)
    site.banned = ["story-of-the-day-007", "story-of-the-day-299"]
    settings = settings_for(tmp_path / "home", site)
    (visit,), summary = night(settings)
    assert (visit.listed, visit.read, visit.blocked) == (300, 298, 2)
    assert visit.status == "good"
    assert not any(slug in path for slug in site.banned for path, _ in site.counts)
    assert max(site.counts.values()) == 1
    with open_edition(settings.home) as edition:
        assert len(edition.documents()) == 298
    assert summary.run.read == 298


def test_a_night_without_news_asks_conditionally_and_adds_nothing(
    site: Site, tmp_path: Path
) -> None:
    filled(site, 30)
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    with open_edition(settings.home) as edition:
        before = edition.counts()
    files = sorted((settings.home / "snapshots").rglob("*"))
    site.counts.clear()
    (visit,), _ = night(settings)
    assert site.asked(200) == 0
    assert (visit.fresh, visit.unchanged, visit.changed) == (0, 30, 0)
    with open_edition(settings.home) as edition:
        after = edition.counts()
    assert {**after, "fetches": 0, "runs": 0} == {**before, "fetches": 0, "runs": 0}
    assert sorted((settings.home / "snapshots").rglob("*")) == files


def test_a_later_night_stops_at_the_first_page_without_news(site: Site, tmp_path: Path) -> None:
    filled(site, 0)
    site.paged = [f"a-rather-old-story-{one:03}" for one in range(100)]
    for slug in site.paged:
        site.write(slug, CASH.format(5_000))
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    site.write("a-brand-new-story", CASH.format(77_000))
    site.paged.insert(0, "a-brand-new-story")
    site.counts.clear()
    (visit,), _ = night(settings)
    pages = [path for path, _ in site.counts if path.startswith("/news/?page=")]
    assert (visit.fresh, visit.deep, pages) == (1, False, ["/news/?page=2"])


def test_what_was_served_whole_a_week_ago_is_asked_for_without_conditions(
    site: Site, tmp_path: Path
) -> None:
    filled(site, 6)
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    with Store.open(settings.home) as store, store.transaction():
        past = datetime.now(UTC) - timedelta(days=8)
        store._connection.execute('update fetches set "at" = ?', [past])
        store._connection.execute("update listings set read_at = ?", [past])
    site.counts.clear()
    (visit,), _ = night(settings)
    assert (visit.unchanged, site.asked(304)) == (0, 0)


def test_the_pause_between_requests_is_kept(site: Site, tmp_path: Path) -> None:
    filled(site, 3)
    settings = settings_for(tmp_path / "home", site)
    visits = Round(Work("refresh", settings), watched(settings, ["site-0"]))
    # Loopback hosts need no pause of their own, so the site asks for one.
    site.delay = 0.2
    visits.begin()
    visits.visit(visits.sources[0])
    gaps = [after - before for before, after in zip(site.times, site.times[1:], strict=False)]
    assert min(gaps[1:]) >= 0.2


def test_a_site_in_another_layout_fails_by_name_and_loses_nothing(
    site: Site, tmp_path: Path
) -> None:
    filled(site, 12)
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    site.mode = "another layout"
    site.fed = site.mapped = []
    (visit,), _ = night(settings)
    assert visit.status == "failed"
    assert "expected" in visit.reason
    with open_edition(settings.home) as edition:
        assert len(edition.documents()) == 12
        assert edition.last_visits() == [visit]


def test_a_list_that_shrinks_by_half_fails_the_source(site: Site, tmp_path: Path) -> None:
    filled(site, 30)
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    with Store.open(settings.home) as store, store.transaction():
        past = datetime.now(UTC) - timedelta(days=8)
        store._connection.execute("update visits set finished_at = ?", [past])
    site.paged, site.fed, site.mapped = site.paged[:5], [], []
    (visit,), _ = night(settings)
    assert visit.deep
    assert "expected about 30 listed documents as before, seen 5" in visit.reason


def test_bad_sources_are_named_and_the_others_are_done(tmp_path: Path) -> None:
    kinds = {"well": 6, "hangs": 1, "refuses": 1, "another layout": 1}
    with ExitStack() as stack:
        sites = []
        for mode in [mode for mode, number in kinds.items() for _ in range(number)]:
            site = stack.enter_context(serving_site())
            filled(site, 6)
            site.mode = mode
            if mode == "another layout":
                site.fed = site.mapped = []
            sites.append(site)
        settings = settings_for(tmp_path / "home", *sites)
        env = {"TALLYCHECK_ALLOW_ORIGINS": ",".join(sorted(settings.allow_origins))}
        names = [f"site-{number}" for number in range(len(sites))]
        began = time.monotonic()
        done = tallycheck("refresh", "--json", *names, home=settings.home, env=env)
        assert time.monotonic() - began < 100
    assert done.status == 1, done.err
    assert len(done.lines) == 36
    with open_edition(settings.home) as edition:
        visits = {visit.source: visit for visit in edition.last_visits()}
    assert [visits[name].status for name in names] == ["good"] * 6 + ["failed"] * 3
    assert "hang" not in visits["site-6"].reason
    assert "403" in visits["site-7"].reason
    assert all(site in done.err for site in names)


def test_a_site_is_tried_shown_and_kept_before_it_is_watched(site: Site, tmp_path: Path) -> None:
    filled(site, 5)
    home = tmp_path / "home"
    env = {"TALLYCHECK_ALLOW_ORIGINS": site.origin}
    added = tallycheck("sources", "add", site.index, "--name", "town", home=home, env=env)
    assert (added.status, added.err) == (0, "")
    assert "names 3 documents" in added.out
    assert f"{site.origin}/news/feed.xml" in added.out
    listed = tallycheck("sources", "list", "--json", home=home, env=env)
    sources = {row["name"]: row for row in json.loads(listed.out)["sources"]}
    assert sources["town"]["lists"] == [site.index, f"{site.origin}/news/feed.xml"]
    again = tallycheck("sources", "add", site.index, home=home, env=env)
    assert again.status == 2
    assert "seen town" in again.err


def test_a_source_that_nobody_watches_is_refused_with_the_reason(tmp_path: Path) -> None:
    done = tallycheck("refresh", "nowhere", home=tmp_path)
    assert done.status == 2
    assert "expected a watched source" in done.err


def edited(settings: Settings) -> list[str]:
    with open_edition(settings.home) as edition:
        return [notice.detail for notice in edition.notices() if notice.kind == "edited"]


def test_a_figure_that_was_silently_changed_makes_one_notice_with_both_wordings(
    site: Site, tmp_path: Path
) -> None:
    filled(site, 6)
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    site.write("story-of-the-day-002", CASH.format(99_000))
    (visit,), _ = night(settings)
    assert visit.changed == 1
    before, after = CASH.format(10_002), CASH.format(99_000)
    assert edited(settings) == [f"was “{before}”, is “{after}”."]
    night(settings)
    assert len(edited(settings)) == 1


def test_noise_around_a_text_is_no_change_of_it(site: Site, tmp_path: Path) -> None:
    filled(site, 3)
    site.clock = "12 comments, updated 3 hours ago"
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    site.clock = "31 comments, updated 27 hours ago. Most read: Cash of £4m seized."
    night(settings)
    assert edited(settings) == []


def test_a_page_that_is_gone_or_refused_has_not_changed(site: Site, tmp_path: Path) -> None:
    filled(site, 6)
    settings = settings_for(tmp_path / "home", site)
    night(settings)
    del site.articles["story-of-the-day-001"]
    (visit,), _ = night(settings)
    assert (visit.failed, visit.changed, edited(settings)) == (1, 0, [])
    with open_edition(settings.home) as edition:
        assert len(edition.documents()) == 6


def test_a_wording_that_comes_back_is_held_for_a_second_look(site: Site, tmp_path: Path) -> None:
    filled(site, 3)
    slug = "story-of-the-day-001"
    settings = settings_for(tmp_path / "home", site)
    first, second = CASH.format(10_001), CASH.format(64_000)

    def shown() -> str:
        with open_edition(settings.home) as edition:
            return next(one.text for one in edition.documents() if slug in one.url)

    night(settings)
    site.write(slug, second)
    night(settings)
    site.write(slug, first)
    (visit,), _ = night(settings)
    assert (visit.failed, second in shown(), len(edited(settings))) == (1, True, 1)
    night(settings)
    assert (first in shown(), len(edited(settings))) == (True, 2)
