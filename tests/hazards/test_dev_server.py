"""The twelve hazards of the reference material, each through an ingest of its own."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

from tests.hazards.driving import Ingest, Ingested, amounts

PLACE: Final = Path(__file__).parents[3] / "shared" / "bench" / "hostile_server_dev.py"
RECORDED: Final = frozenset({"ok", "retry_then_ok", "not_modified"})

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not PLACE.is_file(), reason=f"the reference material is not at {PLACE}"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with _module().HostileDevServer() as running:
        yield running


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hostile_server_dev", PLACE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_twelve_of_twelve(server: Any, tmp_path: Path) -> None:
    hazards = server.manifest()["hazards"]

    def meet(hazard: dict[str, Any]) -> str:
        home = tmp_path / hazard["id"]
        for _ in range(hazard.get("fetches", 1)):
            done = Ingest([hazard["url"]], home, [server.base], {}).finish()
        return _wrong(hazard, done, [one for many in amounts(home).values() for one in many])

    with ThreadPoolExecutor(4) as pool:
        wrong = list(filter(None, pool.map(meet, hazards)))
    assert len(hazards) == 12
    assert wrong == []
    assert [entry for entry in server.log if entry["listener"] == "trap"] == []
    assert _too_often(server, hazards) == []


def _wrong(hazard: dict[str, Any], done: Ingested, recorded: list[int]) -> str:
    """What differs from the manifest, "" where nothing does."""
    line = done.lines[hazard["url"]]
    pounds = hazard["value"].removeprefix("£").removesuffix(" million")
    value = round(float(pounds) * 1_000_000)
    expected = [value] if hazard["outcome"] in RECORDED else []
    if (line.outcome, recorded) == (hazard["outcome"], expected):
        return ""
    return f"{hazard['id']}: {line.outcome} with {recorded} ({line.reason})"


def _too_often(server: Any, hazards: list[dict[str, Any]]) -> list[str]:
    """Hazards that were asked for more often, or sooner again, than they allow."""
    found = []
    for hazard in hazards:
        path = f"/h/{hazard['id']}"
        times = [entry["t"] for entry in server.log if entry["path"] == path]
        gap = times[1] - times[0] if len(times) > 1 else 0.0
        if len(times) > hazard.get("max_requests", 20) or gap < hazard.get("min_gap_s", 0.0):
            found.append(hazard["id"])
    return found
