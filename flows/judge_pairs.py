"""The verb `judge`: a claim beside a finding, both given as texts, for other programs.

Lines of pairs in, lines of `{"id", "label", "rule", "why"}` out, in the same order. Of a pair only
the claim's text, force and day, and the finding's text, force, period, day and kind are read.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal, NamedTuple

from checks.pairs import PairText, judge_pair
from flows.json_lines import Fields, MalformedError, read_records, sort_of, write_records
from flows.manifest import day_named
from warehouse.errors import UsageError
from warehouse.formats import Row
from warehouse.records import Period

Kind = Literal["", "number", "grade", "narrative"]

_WANTED: Final = '{"id", "claim": {"text", ...}, "finding": {"text", ...}}'
_KINDS: Final[dict[str, Kind]] = {
    "": "",
    "number": "number",
    "grade": "grade",
    "narrative": "narrative",
}


class Pair(NamedTuple):
    """The two sides of one line."""

    claim: PairText
    finding: PairText


def judge_file(name: str, out: Path | None) -> None:
    """Judge the pairs of a file ("-": standard input); UsageError names each malformed line."""
    pairs = read_records(name, pair_of, _WANTED)
    write_records((verdict_row(key, pair) for key, pair in pairs), out)


def verdict_row(key: str | int, pair: Pair) -> Row:
    """What is told of one pair."""
    judgment = judge_pair(pair.claim, pair.finding)
    return {"id": key, "label": judgment.verdict, "rule": judgment.rule, "why": judgment.why}


def pair_of(fields: Fields) -> Pair:
    """The pair that a line holds; a field that is missing or null is unknown."""
    return Pair(_side(fields, "claim"), _side(fields, "finding"))


def _side(fields: Fields, name: str) -> PairText:
    side = fields.get(name)
    if not isinstance(side, dict):
        raise MalformedError(
            _WANTED, f"no {name!r}" if side is None else f"{name}: {sort_of(side)}"
        )
    kind = _text(side, name, "kind")
    if kind not in _KINDS:
        raise MalformedError(f"{name}.kind to be number, grade or narrative", repr(kind))
    return PairText(
        text=_text(side, name, "text"),
        force=_text(side, name, "force"),
        published_on=_day(_text(side, name, "published"), f"{name}.published"),
        period=_period(_text(side, name, "period"), f"{name}.period"),
        kind=_KINDS[kind],
    )


def _text(side: Fields, name: str, field: str) -> str:
    value = side.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise MalformedError(f"{name}.{field} to be text", sort_of(value))
    return value


def _day(words: str, place: str) -> date | None:
    if not words:
        return None
    try:
        return day_named(words, place)
    except UsageError as error:
        raise MalformedError(f"{place} to be a day like 2024-05-31", repr(words)) from error


def _period(words: str, place: str) -> Period | None:
    if not words:
        return None
    first, slash, last = words.partition("/")
    start, end = _day(first, place), _day(last if slash else first, place)
    if start is None or end is None or end < start:
        raise MalformedError(f"{place} to be START/END, both included, or one day", repr(words))
    basis: Final = "unspecified" if slash else "point"
    return Period(start=start, end=end + timedelta(days=1), basis=basis, text=words)
