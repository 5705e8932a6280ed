"""The verb `judge`: a claim beside a finding, both given as texts, for other programs.

Lines of pairs in, lines of `{"id", "label", "rule", "why"}` out, in the same order. Of a pair only
the claim's text, force and day, and the finding's text, force, period, day and kind are read.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Final, Literal, NamedTuple

from checks.pairs import PairText, judge_pair
from flows.fields import day_in, days_in, text_in
from flows.json_lines import Fields, MalformedError, read_records, sort_of, write_records
from warehouse.formats import Row
from warehouse.records import Period

Kind = Literal["", "number", "grade", "narrative"]

_WANTED: Final = '{"id", "claim": {"text", ...}, "finding": {"text", ...}}'
_KINDS: Final[dict[str | None, Kind]] = {
    None: "",
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
    return Pair(_claim(fields), _finding(fields))


def _claim(fields: Fields) -> PairText:
    claim = _side(fields, "claim")
    return PairText(
        text=text_in(claim, "claim.text") or "",
        force=text_in(claim, "claim.force") or "",
        published_on=day_in(claim, "claim.published"),
    )


def _finding(fields: Fields) -> PairText:
    finding = _side(fields, "finding")
    kind = text_in(finding, "finding.kind")
    if kind not in _KINDS:
        raise MalformedError("finding.kind to be number, grade or narrative", repr(kind))
    return PairText(
        text=text_in(finding, "finding.text") or "",
        force=text_in(finding, "finding.force") or "",
        published_on=day_in(finding, "finding.published"),
        period=_period(finding),
        kind=_KINDS[kind],
    )


def _side(fields: Fields, name: str) -> Fields:
    """The fields of one side under their full names, as errors tell them."""
    side = fields.get(name)
    if side is None:
        raise MalformedError(_WANTED, f"no {name!r}")
    if not isinstance(side, dict):
        raise MalformedError(f"{name} to be an object", sort_of(side))
    return {f"{name}.{field}": value for field, value in side.items()}


def _period(finding: Fields) -> Period | None:
    days = days_in(finding, "finding.period")
    if days is None:
        return None
    first, last = days
    basis: Final = "point" if first == last else "unspecified"
    return Period(start=first, end=last + timedelta(days=1), basis=basis, text=f"{first}/{last}")
