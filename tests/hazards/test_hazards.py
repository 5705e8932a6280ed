"""Every hazard ends in its outcome, in time, in bounded memory, and nothing leaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.hazards.driving import Ingest, Ingested, Line, amounts
from tests.hazards.hazards import HAZARDS
from tests.hazards.server import Site, Web, serving
from tests.hazards.table import DECOY, GOOD, READ, Hazard, html, sends

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

GROUPS: Final = 4
SECONDS: Final = 25.0
MEGABYTES: Final = 400.0
PRIVATE: Final = ("authorization", "cookie", "proxy-authorization")
SHORTEST: Final = 4
PAGE: Final = "/page"
NO_LINE: Final = Line(said={"outcome": "the process broke off", "reason": ""}, at=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A hazard, its listener, the last line about it, and what was recorded of its page."""

    hazard: Hazard
    site: Site
    line: Line
    recorded: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All hazards met; the trap's listener, every listener, and the processes that did it."""

    met: dict[str, Met]
    trap: Site
    web: Web
    ingested: Sequence[Ingested]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("hazards")
    with serving(sends(html(DECOY)), GOOD) as (web, trap):
        env = temptations(folder, web)
        sites = {one: web.site(one.answer, one.robots, one.scheme) for one in HAZARDS}
        allowed = [site.origin for site in web.sites if site is not trap]

        def meet(group: Sequence[Hazard]) -> tuple[list[Ingested], list[Met]]:
            home = folder / group[0].name
            urls = {one: sites[one].origin + PAGE for one in group}
            done = [
                Ingest(list(urls.values()), home, allowed, env).finish()
                for _ in range(group[0].runs)
            ]
            found = amounts(home)
            met = [
                Met(
                    hazard=one,
                    site=sites[one],
                    line=done[-1].lines.get(url, NO_LINE),
                    recorded=found.get(url, []),
                )
                for one, url in urls.items()
            ]
            return done, met

        groups = grouped(HAZARDS)
        with ThreadPoolExecutor(len(groups)) as pool:
            results = list(pool.map(meet, groups))
        yield Story(
            met={one.hazard.name: one for _, met in results for one in met},
            trap=trap,
            web=web,
            ingested=[one for done, _ in results for one in done],
        )


def grouped(hazards: Sequence[Hazard]) -> list[list[Hazard]]:
    """Slow ones in processes of their own and first; the others a few processes full."""
    alone = [[one] for one in hazards if one.is_slow]
    together: defaultdict[int, list[Hazard]] = defaultdict(list)
    for number, one in enumerate(one for one in hazards if not one.is_slow):
        together[-1 if one.runs > 1 else number % GROUPS].append(one)
    return [*alone, *together.values()]


def temptations(folder: Path, web: Web) -> dict[str, str]:
    """Surroundings in which a careless client would send a password, or all it asks, elsewhere."""
    netrc = folder / "netrc"
    netrc.write_text("default login press password secret\n", "ascii")
    netrc.chmod(0o600)
    proxies = dict.fromkeys(["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"], web.trap)
    return {**proxies, "NETRC": str(netrc), "NO_PROXY": "", "no_proxy": ""}


@pytest.mark.parametrize("name", [one.name for one in HAZARDS])
def test_a_hazard_ends_in_its_outcome_and_records_nothing_wrong(story: Story, name: str) -> None:
    met = story.met[name]
    line, hazard = met.line, met.hazard
    assert line.outcome in hazard.outcomes, (hazard.why, line.said)
    is_recorded = hazard.keeps or (hazard.has_figure and line.outcome in READ)
    assert list(met.recorded) == ([18_200_000] if is_recorded else []), hazard.why
    assert len(met.site.paths) <= hazard.most, met.site.paths
    assert met.site.too_soon == []
    if line.outcome not in READ:
        assert is_readable(line.reason), line.reason
    assert line.at - (met.site.first_byte or line.at) <= SECONDS


def is_readable(reason: str) -> bool:
    """Whether a person can read why: words of ours on one line, no inner life of the program."""
    inner = ("Traceback", " object at 0x", "\x1b", "\n", "\r", "\0")
    return len(reason.split()) > SHORTEST and not any(part in reason for part in inner)


def test_no_process_took_more_memory_than_it_may(story: Story) -> None:
    taken = [one.megabytes for one in story.ingested]
    assert min(taken) > 0
    assert max(taken) <= MEGABYTES


def test_every_process_went_to_its_end(story: Story) -> None:
    ended = {one.status for one in story.ingested}
    assert ended <= {0, 1}, [one.err for one in story.ingested if one.status not in {0, 1}]


def test_nobody_asked_the_trap(story: Story) -> None:
    assert [(one.path, one.headers) for one in story.trap.asked] == []


def test_nothing_private_was_sent_to_anyone(story: Story) -> None:
    asked = [one for site in story.web.sites for one in site.asked]
    assert len(asked) > len(HAZARDS)
    assert [(one.path, name) for one in asked for name in PRIVATE if one.header(name)] == []
    assert all("Tallycheck" in one.header("user-agent") for one in asked)


def test_the_table_names_each_hazard_once() -> None:
    names = [one.name for one in HAZARDS]
    assert len(names) == len(set(names)) >= 60
    assert all(one.outcomes and one.why for one in HAZARDS)
