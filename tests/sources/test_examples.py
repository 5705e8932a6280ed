"""Every site has example pages whose whole reading is on record beside them.

A missing record is written, and the test fails once so that somebody reads it before it counts.
"""

from __future__ import annotations

import json
import pkgutil
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sources import sites
from tests.sources.reading import read
from warehouse.records import Document

EXAMPLES = Path(__file__).parents[1] / "examples"
SITES = sorted(module.name for module in pkgutil.iter_modules(sites.__path__))
FORMS = ("html", "txt", "pdf", "answer.json")
PAGES = sorted(page for form in FORMS for page in EXAMPLES.glob(f"*/*.{form}"))
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def document(page: Path) -> Document:
    if page.suffix == ".txt":
        url = f"https://text.example/{page.stem}"
        return read(page.read_bytes(), url, "text/plain", published=date(2024, 6, 3))
    if page.suffix == ".pdf":
        return read(page.read_bytes(), f"https://files.example/{page.name}", "application/pdf")
    if page.suffix == ".json":
        answer = page.read_bytes()
        return read(answer, json.loads(answer)["web_url"], "application/json")
    found = CANONICAL.search(page.read_text("utf-8"))
    assert found, f"{page.name} names no canonical address"
    return read(page.read_bytes(), found[1])


def record(read_as: Document) -> dict[str, Any]:
    return {
        "url": read_as.url,
        "source": read_as.source,
        "kind": read_as.kind,
        "publisher": read_as.publisher,
        "title": read_as.title,
        "published_on": str(read_as.published_on),
        "warnings": list(read_as.warnings),
        "blocks": [
            {
                "kind": block.kind + str(block.level or ""),
                "section": " > ".join(block.section),
                "label": block.label,
                "text": read_as.words(block),
                **({"page": block.page} if block.page else {}),
            }
            for block in read_as.blocks
        ],
    }


@pytest.mark.parametrize("site", SITES)
def test_a_site_has_at_least_two_example_pages(site: str) -> None:
    assert len([page for page in PAGES if page.parent.name == site]) >= 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_an_example_reads_as_its_record_says(page: Path) -> None:
    expected = page.with_suffix(".expected.json")
    seen = record(document(page))
    if not expected.exists():
        text = json.dumps(seen, ensure_ascii=False, indent=1) + "\n"
        expected.write_text(text, encoding="utf-8")
        pytest.fail(f"{expected.name} was missing and is written: read it, then commit it")
    assert seen == json.loads(expected.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_an_example_is_read_by_the_site_it_stands_for(page: Path) -> None:
    assert document(page).source.split(":")[0] == page.parent.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_blocks_cover_the_text_in_order_with_one_newline_between(page: Path) -> None:
    read_as = document(page)
    assert "\n".join(read_as.words(block) for block in read_as.blocks) == read_as.text
    assert all(read_as.words(block).strip() == read_as.words(block) for block in read_as.blocks)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_reading_twice_gives_equal_documents(page: Path) -> None:
    assert document(page) == document(page)
