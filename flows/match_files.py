"""The verb `match`: for each claim of a file the findings that it should be held against.

Claims with a measure or a value meet findings with either by equal keys; all others are matched by
their words. Names are opaque, so no registry is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from checks.matching import KEY_WEIGHTS, SILENCE, Finder, KeyedOrder, Ranked, Shelves, Statement
from flows.json_lines import write_records
from flows.statement_lines import ClaimLine, Key, Side, read_claims, read_findings
from warehouse.errors import UsageError
from warehouse.formats import Row
from warehouse.pairing import Weights, pairs_by_keys

MORE: Final = 2
"""Pairs by keys for each finding that is asked for: the words choose among them."""


def match_files(
    claims: str, findings: str | None, out: Path | None, *, top: int, reasons: bool
) -> None:
    """Rank the findings of a file for the claims of another; "-" is standard input.

    UsageError, and nothing written, when a line is malformed or no findings are given for a claim
    without candidates of its own.
    """
    if claims == findings == "-":
        raise UsageError("match: expected one of the two files on standard input, seen both")
    lines = read_claims(claims)
    free = sum(line.candidates is None for _, line in lines)
    if free and findings is None:
        raise UsageError(f"match: expected --findings for claims without candidates, seen {free}")
    against = read_findings(findings) if findings is not None else Side([], [])
    write_records(match_rows(lines, against, top=top, reasons=reasons), out)


def match_rows(
    lines: Sequence[tuple[Key, ClaimLine]], findings: Side, *, top: int, reasons: bool = False
) -> Iterator[Row]:
    """A row for each claim, in order; equal findings come by id, however they were given."""
    side = findings.in_order()
    free = [line.statement for _, line in lines if line.candidates is None]
    ranked = ranked_findings(free, side.statements, top, reasons=reasons)
    for key, line in lines:
        if line.candidates is None:
            yield _row(key, next(ranked), side, reasons=reasons)
        else:
            own = line.candidates.in_order()
            best = Finder(own.statements).best(line.statement, top)
            yield _row(key, best, own, reasons=reasons)


def ranked_findings(
    claims: Sequence[Statement], findings: Sequence[Statement], top: int, *, reasons: bool = False
) -> Iterator[list[Ranked]]:
    """The findings of each claim, in the order of the claims; equal ones in theirs."""
    shelves = Shelves(findings)
    by_keys = _by_keys(claims, findings, shelves, top, reasons=reasons)
    met = next(by_keys, None)
    for place, claim in enumerate(claims):
        if met is None or met[0] != place:
            found = shelves.best_of_kin if claim.is_keyed else shelves.best
            yield found(claim, top)
        else:
            yield met[1]
            met = next(by_keys, None)


def _by_keys(
    claims: Sequence[Statement],
    findings: Sequence[Statement],
    shelves: Shelves,
    top: int,
    *,
    reasons: bool,
) -> Iterator[tuple[int, list[Ranked]]]:
    """Places of claims, rising, and the findings that share keys; some claims have none.

    What no key can find is chosen by its words and put among the others by the same sum as they.
    """
    if not any(claim.is_keyed for claim in claims):
        return
    order = KeyedOrder(claims, findings)
    weights = Weights(**KEY_WEIGHTS, **SILENCE)
    for claim, near, scores in pairs_by_keys(claims, findings, top * MORE, weights):
        loose = [one.place for one in shelves.best_of_loose(claims[claim], top)]
        summed = [*scores, *(order.keyed_sum(claim, place) for place in loose)]
        best = order.best(claim, [*near, *loose], summed, top)
        if reasons:
            best = [one._replace(reasons=order.reasons(claim, one.place)) for one in best]
        yield claim, best


def _row(key: Key, ranked: Sequence[Ranked], side: Side, *, reasons: bool) -> Row:
    row: Row = {"id": key, "ranked": [side.keys[one.place] for one in ranked]}
    return row | {"matches": [_told(one, side) for one in ranked]} if reasons else row


def _told(one: Ranked, side: Side) -> Row:
    told = [{"name": r.name, "score": r.score, "detail": r.detail} for r in one.reasons]
    return {"finding": side.keys[one.place], "score": one.score, "reasons": told}
