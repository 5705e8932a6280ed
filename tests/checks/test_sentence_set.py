"""Whole sentences with what every number of them says: `sentences.jsonl` beside this module.

The sentences are our own; `provenance` names the form of text that each stands for. Offsets,
values, units and comparators are as in the form of `tallycheck extract`: a quantity with `claim`
false is a number that asserts nothing, one with `ambiguous` a print that could mean two things.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from checks.quantities import find_quantities
from warehouse.records import Quantity

Row = dict[str, Any]

SENTENCES = Path(__file__).with_name("sentences.jsonl")
FEWEST = 260
CLOSE = Decimal("1e-9")  # a third has no last digit


@cache
def sentences() -> list[Row]:
    return [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]


def test_every_number_of_every_sentence_is_read_as_written_down() -> None:
    different = {row["text"]: found for row in sentences() if (found := differences(row))}
    assert not different, json.dumps(different, indent=2, ensure_ascii=False)


def test_the_set_is_large_and_says_where_each_sentence_comes_from() -> None:
    rows = sentences()
    assert len(rows) >= FEWEST
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    assert all(row["provenance"] for row in rows)
    for row in rows:
        for number in row["quantities"]:
            assert row["text"][number["start"] : number["end"]] == number["text"]


def differences(row: Row) -> list[str]:
    """What is read otherwise than written down, a claim a line; empty if nothing is."""
    expected = {(n["start"], n["end"]): n for n in row["quantities"] if n["claim"]}
    found = {(q.start, q.end): q for q in find_quantities(row["text"])}
    missed = [f"not read: {expected[span]['text']}" for span in expected.keys() - found.keys()]
    surplus = [f"no claim: {found[span].text}" for span in found.keys() - expected.keys()]
    shared = sorted(expected.keys() & found.keys())
    wrong = [line for span in shared for line in contrast(expected[span], found[span])]
    return [*sorted(missed), *sorted(surplus), *wrong]


def contrast(number: Row, quantity: Quantity) -> list[str]:
    """In what a quantity differs from the number written down for its words."""
    pairs = {
        "low": (number["value_low"], quantity.low),
        "high": (number["value_high"], quantity.high),
        "unit": (number["unit"], quantity.unit),
        "comparator": (number["comparator"], quantity.comparator),
        "direction": (number.get("direction"), quantity.direction),
        "per": (number.get("per"), quantity.per),
        "vague": (number.get("vague", False), quantity.vague),
        "ambiguous": (number.get("ambiguous", False), quantity.ambiguous),
    }
    lines = [
        f"{quantity.text}: {name} is {read}, expected {written}"
        for name, (written, read) in pairs.items()
        if not same(written, read) and not (read and read in number.get(f"{name}_ok", ()))
    ]
    if not names_the_same(number, quantity):
        lines.append(f"{quantity.text}: noun is {quantity.noun!r}, expected {number['noun']!r}")
    return lines


def same(written: object, read: object) -> bool:
    if isinstance(written, float) and isinstance(read, Decimal):
        return abs(Decimal(repr(written)) - read) < CLOSE
    return written == read


def names_the_same(number: Row, quantity: Quantity) -> bool:
    """Whether a count names what is counted with one word of those written down, or its plural."""
    if number["unit"] != "count" or not number["noun"] or quantity.low is None:
        return True
    return not stems(number["noun"]).isdisjoint(stems(quantity.noun))


def stems(words: str) -> set[str]:
    return {re.sub(r"e?s$", "", word) for word in re.findall(r"[a-z]+", words.lower())}
