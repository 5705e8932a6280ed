"""One run over twelve hazards and twenty good pages, as its users start it, Prefect included."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.flows.processes import tallycheck
from tests.hazards.driving import amounts
from tests.hazards.hazards import HAZARDS
from tests.hazards.server import serving
from tests.hazards.table import DECOY, GOOD, READ, html, sends
from warehouse.publish import open_edition

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

TWELVE: Final = frozenset(
    "short-body gzip-bomb gzip-cut chunk-size-negative closed-at-once 403 500-for-ever wait-an-hour"
    " redirect-to-itself redirect-to-trap-by-an-integer robots-closes-all soft-not-found".split()
)
GOOD_PAGES: Final = 20


def test_twenty_of_twenty_are_recorded_and_twelve_are_listed_with_a_reason(tmp_path: Path) -> None:
    hazards = [one for one in HAZARDS if one.name in TWELVE]
    with serving(sends(html(DECOY)), GOOD) as (web, trap):
        broken = {web.site(one.answer, one.robots).origin + "/page": one for one in hazards}
        good = {
            web.site(sends(html(_spent(number)))).origin + "/page": number * 100_000
            for number in range(11, 11 + GOOD_PAGES)
        }
        allowed = ",".join(site.origin for site in web.sites if site is not trap)
        env = {"TALLYCHECK_ALLOW_ORIGINS": allowed}
        done = tallycheck("ingest", *broken, *good, "--json", home=tmp_path, env=env)
    lines = {line["url"]: line for line in done.lines}
    assert {url: lines[url]["outcome"] for url in good} == dict.fromkeys(good, "ok")
    assert {u: v for u, v in amounts(tmp_path).items() if v} == {u: [v] for u, v in good.items()}
    assert len(broken) == len(TWELVE) == 12
    for url, hazard in broken.items():
        assert lines[url]["outcome"] in hazard.outcomes - READ, hazard.name
        assert "expected" in lines[url]["reason"] or "page" in lines[url]["reason"]
        assert (lines[url]["claims"], lines[url]["document"]) == (0, None)
    assert done.status == 1
    assert trap.asked == []
    with open_edition(tmp_path) as edition:
        kept = {fetch.url: fetch.reason for fetch in edition.fetches()}
    assert all(kept[url] for url in broken)


def _spent(number: int) -> str:
    return f"Fenmarch Police spent £{number / 10} million on its vehicle fleet in 2023/24."
