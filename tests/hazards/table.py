"""What a hazard is, and the pages that most hazards spoil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.hazards.server import HTML, Answer, Exchange, no_rules

FACT: Final = "Fenmarch Police spent £18.2 million on its vehicle fleet in 2023/24."
VALUE: Final = 18_200_000
DECOY: Final = "Fenmarch Police spent £99.9 million on its vehicle fleet in 2023/24."
"""What no run may ever record."""

OK: Final = frozenset({"ok"})
RETRIED: Final = frozenset({"retry_then_ok"})
FLAGGED: Final = frozenset({"flagged"})
REJECTED: Final = frozenset({"rejected_error"})
BLOCKED: Final = frozenset({"blocked"})
GAVE_UP: Final = frozenset({"gave_up"})
BROKEN: Final = REJECTED | GAVE_UP
"""The network's failures: whether another try could have helped is for the client to say."""
DOUBTED: Final = REJECTED | FLAGGED
"""No claim, with a reason: whether the page is kept is for the parser to say."""
CAREFUL: Final = OK | DOUBTED
"""Read rightly or not at all."""
READ: Final = frozenset({"ok", "retry_then_ok", "changed", "not_modified"})
"""Outcomes that leave the page's figure in the warehouse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """One way in which a page can be wrong, and what a run must make of it.

    `outcomes` are those allowed; `why` says what goes wrong by default. After an outcome of READ
    the page's figure is recorded, once; after any other nothing is. `runs` ingests that often
    and judges the last; `keeps` says that the figure of an earlier run stays on record. `is_slow`
    hazards last as long as the client lets them. `most` bounds the requests for pages.
    A page that `has_figure` false may pass for a page, as it holds nothing to record.
    """

    name: str
    answer: Answer
    outcomes: frozenset[str]
    why: str
    robots: Answer = no_rules
    scheme: str = "http"
    runs: int = 1
    is_slow: bool = False
    most: int = 20
    keeps: bool = False
    has_figure: bool = True


def html(words: str = FACT, title: str = "What the fleet cost", head: str = "") -> str:
    """A whole page with one paragraph."""
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><main><h1>{title}</h1><p>{words}</p></main></body></html>"
    )


def sends(body: bytes | str, *lines: str, status: int = 200, media: str | None = HTML) -> Answer:
    """Always the same answer."""

    def answer(exchange: Exchange) -> None:
        exchange.send(body, *lines, status=status, media=media)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """The first answer to the first request, and so on; the last to all others."""

    def answer(exchange: Exchange) -> None:
        answers[min(exchange.turn, len(answers) - 1)](exchange)

    return answer


GOOD: Final = sends(html())
