"""Answers that are no page, whatever their bodies hold, and servers that ask to be left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from tests.hazards.server import HTML, Answer, Exchange
from tests.hazards.table import (
    BLOCKED,
    BROKEN,
    GAVE_UP,
    GOOD,
    REJECTED,
    RETRIED,
    Hazard,
    html,
    in_turn,
    sends,
)

CHANGED: Final = html("Fenmarch Police spent £17.1 million on its vehicle fleet in 2023/24.")
CHALLENGE: Final = html("Checking that you are human. Enable JavaScript to go on.", "Just a moment")
HOUR: Final = 3600.0


def _says(status: int) -> Answer:
    return sends(html(), status=status)


def _bare(status: int | str) -> Answer:
    def answer(exchange: Exchange) -> None:
        exchange.head(f"Content-Type: {HTML}", status=status)

    return answer


def _asks_to_wait(words: str, seconds: float, status: int = 429) -> Answer:
    def answer(exchange: Exchange) -> None:
        exchange.keep_away(seconds)
        exchange.send("busy", f"Retry-After: {words}", status=status)

    return answer


def _asks_to_wait_until(seconds: int) -> Answer:
    def answer(exchange: Exchange) -> None:
        until = datetime.now(UTC) + timedelta(seconds=seconds)
        exchange.keep_away((until.replace(microsecond=0) - datetime.now(UTC)).total_seconds())
        exchange.send("busy", f"Retry-After: {format_datetime(until, usegmt=True)}", status=503)

    return answer


def _known(exchange: Exchange) -> None:
    if exchange.asked.header("if-none-match") == '"fleet-7"':
        exchange.head('ETag: "fleet-7"', status=304)
    else:
        exchange.send(html(), 'ETag: "fleet-7"')


def _known_by_date(exchange: Exchange) -> None:
    day = "Tue, 01 Oct 2024 09:00:00 GMT"
    if exchange.asked.header("if-modified-since") == day:
        exchange.head(status=304)
    else:
        exchange.send(html(), f"Last-Modified: {day}")


CASES: Final = (
    ("304-unasked", _bare(304), REJECTED, "not modified since never"),
    ("206-unasked", _says(206), REJECTED, "a part of the page"),
    ("204", _bare(204), REJECTED, "no page on purpose"),
    ("203", _says(203), REJECTED, "a proxy's words, not the site's"),
    ("201", _says(201), REJECTED, "resp.ok is true"),
    ("299", _says(299), REJECTED, "a status that nobody has defined"),
    ("404-with-the-text", _says(404), REJECTED, "an error page may hold any figure"),
    ("410", _says(410), REJECTED, "withdrawn: no evidence any more"),
    ("403", _says(403), BLOCKED, "a stop, never a puzzle"),
    ("407", _says(407), BLOCKED, "a proxy's puzzle"),
    ("451", _says(451), BLOCKED, "a court's stop"),
    (
        "401-asks-for-a-password",
        sends(html(), 'WWW-Authenticate: Basic realm="press"', status=401),
        BLOCKED,
        "whatever netrc holds stays here",
    ),
    ("418", _says(418), REJECTED, "no page"),
    ("999", _says(999), REJECTED | BLOCKED, "a status beyond the standard"),
    ("status-a-word", _bare("fine"), BROKEN, "no number at all"),
    ("status-of-two-digits", _bare(20), BROKEN, "a number too small"),
    ("500-for-ever", _says(500), GAVE_UP, "an error page that looks like the page"),
    ("503-for-ever", _says(503), GAVE_UP, "the same"),
    ("502-once", in_turn(_says(502), GOOD), RETRIED, "a proxy's hiccup"),
    ("503-twice", in_turn(_says(503), _says(503), GOOD), RETRIED, "a burst"),
    (
        "challenge-403",
        sends(CHALLENGE, "Server: a-shield", "Set-Cookie: shield=1", status=403),
        BLOCKED,
        "a puzzle for browsers",
    ),
    (
        "challenge-503",
        sends(CHALLENGE, "Server: a-shield", status=503),
        BLOCKED | GAVE_UP,
        "the same, in a status that invites to try again",
    ),
    ("wait-a-second", in_turn(_asks_to_wait("1", 1), GOOD), RETRIED, "Retry-After in seconds"),
    (
        "wait-two-seconds-on-503",
        in_turn(_asks_to_wait("2", 2, status=503), GOOD),
        RETRIED,
        "the header counts on any refusal",
    ),
    ("wait-until-a-date", in_turn(_asks_to_wait_until(3), GOOD), RETRIED, "Retry-After by date"),
    ("wait-a-word", in_turn(_asks_to_wait("soon", 0), GOOD), RETRIED, "no form of a time"),
    ("wait-less-than-nothing", in_turn(_asks_to_wait("-9", 0), GOOD), RETRIED, "time backwards"),
    ("wait-a-past-date", in_turn(_asks_to_wait_until(-3600), GOOD), RETRIED, "it is over"),
    ("wait-an-hour", _asks_to_wait("3600", HOUR), GAVE_UP, "a run does not wait, nor ask again"),
    ("wait-a-day-by-date", _asks_to_wait_until(24 * 3600), GAVE_UP, "the same, by date"),
    ("wait-for-ages", _asks_to_wait("9" * 40, HOUR), GAVE_UP, "longer than a clock counts"),
    ("wait-for-infinity", in_turn(_asks_to_wait("inf", 0), GOOD), RETRIED | GAVE_UP, "no number"),
)
ONCE: Final = frozenset({"wait-an-hour", "wait-a-day-by-date", "wait-for-ages", "challenge-403"})
TRIES: Final = 4

HAZARDS: Final = (
    *(
        Hazard(
            name=name,
            answer=answer,
            outcomes=outcomes,
            why=why,
            most=1 if name in ONCE or outcomes == BLOCKED else TRIES,
        )
        for name, answer, outcomes, why in CASES
    ),
    Hazard(
        name="304-by-etag",
        answer=_known,
        outcomes=frozenset({"not_modified"}),
        why="the page is kept: it is neither lost nor recorded twice",
        runs=2,
    ),
    Hazard(
        name="304-by-date",
        answer=_known_by_date,
        outcomes=frozenset({"not_modified"}),
        why="the same for a site without tags",
        runs=2,
    ),
    Hazard(
        name="figure-changed",
        answer=in_turn(sends(CHANGED), GOOD),
        outcomes=frozenset({"changed"}),
        why="a silent correction: the new figure stands, once",
        runs=2,
    ),
    Hazard(
        name="withdrawn-later",
        answer=in_turn(GOOD, sends("gone", status=410)),
        outcomes=REJECTED,
        why="what was read stays on record; its withdrawal is told",
        runs=2,
        keeps=True,
    ),
    Hazard(
        name="wait-an-hour-and-run-again",
        answer=in_turn(_asks_to_wait("3600", HOUR), GOOD),
        outcomes=GAVE_UP | BLOCKED,
        why="the hour outlives the run",
        runs=2,
        most=1,
    ),
)
