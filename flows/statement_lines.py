"""Lines of claims and findings that are to be matched.

A claim is `{"id", "text", "force"?, "published"?, "candidates"?}`, a finding `{"id", "text",
"title"?, "force"?, "period"?}`; either may hold `measure`, `unit`, `lo`, `hi`, `start`, `end`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from checks.matching import Statement
from flows.fields import Days, day_in, days_in, number_in, text_in
from flows.json_lines import Fields, MalformedError, read_records, sort_of

Key = str | int

CLAIM: Final = '{"id": text or whole number, "text": text}'
_CANDIDATE: Final = '{"id", "text"}'
_KNOWN: Final = ("text", "force", "measure", "unit")


class Side(NamedTuple):
    """Statements and the ids they came under, in the same order."""

    keys: Sequence[Key]
    statements: Sequence[Statement]

    def in_order(self) -> Side:
        """The same by id, numbers before names: what is equal may not fall by a file's order."""
        places = sorted(range(len(self.keys)), key=lambda place: _rank_of(self.keys[place]))
        return Side([self.keys[i] for i in places], [self.statements[i] for i in places])


class ClaimLine(NamedTuple):
    """A claim; `candidates` is None where all findings are."""

    statement: Statement
    candidates: Side | None


def _rank_of(key: Key) -> tuple[bool, int, str]:
    return (True, 0, key) if isinstance(key, str) else (False, key, "")


def read_claims(name: str) -> list[tuple[Key, ClaimLine]]:
    """The claims of a file ("-": standard input); UsageError names each malformed line."""
    return read_records(name, claim_of, CLAIM)


def read_findings(name: str) -> Side:
    """The findings of a file; UsageError names each malformed line."""
    found = read_records(name, finding_of, CLAIM)
    return Side([key for key, _ in found], [statement for _, statement in found])


def claim_of(fields: Fields) -> ClaimLine:
    """The claim that a line holds; fields of other names are not read."""
    published = day_in(fields, "published")
    return ClaimLine(_statement(fields, None, published_on=published), _candidates(fields))


def finding_of(fields: Fields) -> Statement:
    """The finding that a line holds; `start` and `end` come before `period`."""
    return _statement(fields, days_in(fields, "period"), title=text_in(fields, "title") or "")


def _statement(
    fields: Fields, period: Days | None, *, title: str = "", published_on: date | None = None
) -> Statement:
    if not isinstance(fields.get("text"), str):
        seen = sort_of(fields["text"]) if "text" in fields else "no 'text'"
        raise MalformedError("a text that is text", seen)
    text, force, measure, unit = (text_in(fields, name) for name in _KNOWN)
    low, high = _ends(fields)
    start, end = _days(fields) or period or (None, None)
    return Statement(
        text=text or "",
        title=title,
        force=force,
        measure=measure,
        unit=unit,
        low=low,
        high=high,
        start=start,
        end=end,
        published_on=published_on,
    )


def _ends(fields: Fields) -> tuple[float | None, float | None]:
    """The value; of one end alone both are taken."""
    low, high = number_in(fields, "lo"), number_in(fields, "hi")
    if low is not None and high is not None and high < low:
        raise MalformedError("lo to be no more than hi", f"{low:g} and {high:g}")
    return low if low is not None else high, high if high is not None else low


def _days(fields: Fields) -> Days | None:
    """The period; a start or an end alone is a period that is not known."""
    start, end = day_in(fields, "start"), day_in(fields, "end")
    if start is None or end is None:
        return None
    if end < start:
        raise MalformedError("start to be no later than end", f"{start} and {end}")
    return start, end


def _candidates(fields: Fields) -> Side | None:
    given = fields.get("candidates")
    if given is None:
        return None
    if not isinstance(given, list):
        raise MalformedError("candidates to be a list", sort_of(given))
    found = [_candidate(one, number) for number, one in enumerate(given, 1)]
    keys = [key for key, _ in found]
    twins = [key for key, count in Counter(keys).items() if count > 1]
    if twins:
        raise MalformedError("the id of each candidate once", f"{twins[0]!r} again")
    return Side(keys, [statement for _, statement in found])


def _candidate(given: object, number: int) -> tuple[Key, Statement]:
    place = f"candidate {number}"
    if not isinstance(given, dict):
        raise MalformedError(f"{place} to be {_CANDIDATE}", sort_of(given))
    key = given.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int):
        raise MalformedError(f"{place} to have an id that is text or a whole number", sort_of(key))
    try:
        return key, finding_of(given)
    except MalformedError as error:
        raise MalformedError(f"{place} to be {_CANDIDATE}", str(error)) from error
