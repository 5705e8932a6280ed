"""What a run tells: as it goes on, and when it is over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flows.reading import Reading
from warehouse.records import Edition, Fetch, Run, Verdict
from warehouse.watching import Visit

Verdicts = dict[tuple[str, str | None], Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What one run did. `verdicts` counts the checks that it made; it skipped what `failed`, and
    the pages that it keeps but takes no evidence from, which are `doubted`. `visits` are those of
    a refresh, one a source.
    """

    run: Run
    edition: Edition
    outcomes: dict[str, int]
    verdicts: dict[str, int]
    failed: tuple[Fetch, ...]
    doubted: tuple[Fetch, ...] = ()
    visits: tuple[Visit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A claim that is judged otherwise than before against one finding or none; a verdict is None
    where the pair was not checked then, or is not now.
    """

    claim: str
    finding: str | None
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Whom a run tells: of an input with the number of its claims, once these are committed;
    of a stage in words.
    """

    of_input: Callable[[Reading, int], None] = lambda _reading, _claims: None
    of_stage: Callable[[str], None] = lambda _words: None


def moves(before: Verdicts, after: Verdicts) -> list[Move]:
    """The pairs whose verdict is another, in a fixed order."""
    pairs = sorted(before.keys() | after.keys(), key=lambda pair: (pair[0], pair[1] or ""))
    return [
        Move(claim=pair[0], finding=pair[1], before=before.get(pair), after=after.get(pair))
        for pair in pairs
        if before.get(pair) != after.get(pair)
    ]
