"""docs/extraction.md shows what the code does: each of its tables is asked of the code."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from checks.claims import extract
from checks.forces import Gazetteer
from checks.grades import find_grades
from checks.measures import measure_of
from checks.periods import find_periods
from checks.quantities import NumberRead, read_numbers
from sources.registry import load_forces
from sources.source import read_document
from warehouse.records import Snapshot

PAGE = (Path(__file__).parents[1] / "docs" / "extraction.md").read_text(encoding="utf-8")
PUBLISHED = date(2024, 6, 20)


def rows(head: str) -> list[list[str]]:
    """The rows of the table whose first line begins with `head`."""
    _, _, rest = PAGE.partition(f"\n| {head} |")
    lines = rest.partition("\n\n")[0].splitlines()[2:]
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert found, head
    return found


def number(sentence: str, words: str) -> NumberRead:
    (found,) = [one for one in read_numbers(sentence) if one.quantity.text == words]
    return found


@pytest.mark.parametrize("row", rows("sentence | number | value"), ids=lambda row: row[0])
def test_numbers(row: list[str]) -> None:
    sentence, words, value, unit, comparator, noun = row
    read = number(sentence, words)
    low, _, high = value.partition("..")
    assert read.claim
    assert (read.quantity.low, read.quantity.high) == (Decimal(low), Decimal(high or low))
    assert (read.quantity.unit, read.quantity.comparator) == (unit, comparator)
    assert noun in {"", read.quantity.noun}


@pytest.mark.parametrize("row", rows("sentence | kept as printed"), ids=lambda row: row[0])
def test_doubtful_numbers(row: list[str]) -> None:
    read = number(*row)
    assert (read.quantity.low, read.quantity.high, read.quantity.ambiguous) == (None, None, True)


@pytest.mark.parametrize("row", rows("sentence | number | why"), ids=lambda row: row[0])
def test_numbers_that_claim_nothing(row: list[str]) -> None:
    sentence, words, why = row
    read = number(sentence, words)
    assert (read.claim, read.why_not) == (False, why)


@pytest.mark.parametrize("row", rows("words | first day"), ids=lambda row: row[0])
def test_periods(row: list[str]) -> None:
    words, first, last, basis = row
    (found,) = find_periods(f"Officers made 40 arrests {words}.", PUBLISHED)
    period = found.period
    assert (str(period.start), str(period.last_day), period.basis) == (first, last, basis)


@pytest.mark.parametrize("row", rows("text | claimant"), ids=lambda row: row[0])
def test_speakers(row: list[str]) -> None:
    text, claimant, attribution = row
    body = f"Police answer report\n\n{text}\n".encode()
    snapshot = Snapshot(
        url="https://paper.example/answer",
        final_url="https://paper.example/answer",
        fetched_at=datetime(2024, 6, 20, tzinfo=UTC),
        status=200,
        media_type="text/plain",
        sha256=sha256(body).hexdigest(),
        size=len(body),
    )
    forces = load_forces()
    document = read_document(snapshot, body, forces=forces, kind="article", published=PUBLISHED)
    (claim,) = [one for one in extract(document, Gazetteer(forces)) if one.quantity]
    assert (claim.claimant, claim.attribution, claim.subject) == (claimant, attribution, "cumbria")


@pytest.mark.parametrize("row", rows("sentence | number | measure"), ids=lambda row: row[0])
def test_measures(row: list[str]) -> None:
    sentence, words, measure = row
    assert measure_of(sentence, number(sentence, words).quantity) == measure


@pytest.mark.parametrize("row", rows("sentence | level"), ids=lambda row: row[0])
def test_grades(row: list[str]) -> None:
    sentence, level, area = row
    assert [(found.level, found.area) for found in find_grades(sentence)] == [(level, area)]


def test_every_table_of_the_page_is_asked() -> None:
    heads = re.findall(r"\n\| (.+) \|\n\|-", PAGE)
    tested = re.findall(r'rows\("(.+?)"\)', Path(__file__).read_text(encoding="utf-8"))
    assert [head for head in heads if not any(head.startswith(one) for one in tested)] == []
