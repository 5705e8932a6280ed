"""The one client: polite to hosts, bounded in everything, never silent about what went wrong."""

from __future__ import annotations

import random
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final
from urllib.parse import urldefrag, urlsplit

from sources.client.answers import (
    NOT_MODIFIED,
    REDIRECTS,
    TRY_AGAIN,
    next_place,
    refuse_challenge,
    refuse_status,
    retry_after,
    snapshot_of,
)
from sources.client.budget import Budget, Hop, Trail
from sources.client.failures import Absent, NotConnectedError
from sources.client.hosts import UNKNOWN, PublisherAt, follow
from sources.client.names import Resolve, within
from sources.client.pace import Pace
from sources.client.policy import PORTS, Target, allowed_origin, check, origin_of, resolve
from sources.client.robots import AGENT, READ_AT_MOST, Robots
from sources.client.transport import Response, exchange
from sources.sniff import MAX_BYTES
from warehouse.errors import (
    LaterError,
    SourceError,
    UnreachableError,
    UnreadableError,
)
from warehouse.records import Snapshot

__all__ = ["NOT_MODIFIED", "Client", "Fetched", "Hop", "Trail", "agent_name"]

MAX_HOPS: Final = 10
MAX_ROBOTS_HOPS: Final = 5
MAX_TRIES: Final = 4
ROBOTS_TRIES: Final = 2
LONGEST_WAIT: Final = 10.0
FIRST_WAIT: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as served; an empty body and status 304 where it has not changed, or the page as it
    was kept, which is then `unchanged`.
    """

    snapshot: Snapshot
    body: bytes
    attempts: int
    warnings: tuple[str, ...] = ()
    unchanged: bool = False


def agent_name(contact: str = "") -> str:
    """Who we are in every request; the machine's postmaster answers where no contact is given."""
    contact = contact or f"postmaster@{socket.gethostname()}"
    return f"{AGENT}/0.1 (checks published police figures; contact: {contact})"


class Client:
    """Fetches under one policy; keeps robots.txt and every host's pace for its lifetime.

    `allow_origins` (scheme://host:port) may lie on private or loopback addresses, and nothing
    else may. A redirect may leave its registrable domain only for those and for what
    `publisher_at` knows. `clock` counts seconds and `now` tells the time of day.
    """

    def __init__(
        self,
        *,
        allow_origins: Iterable[str] = (),
        publisher_at: PublisherAt = UNKNOWN,
        delay: float = 5.0,
        contact: str = "",
        seconds: float = 20.0,
        limit: int = MAX_BYTES,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        jitter: Callable[[], float] = random.random,
        resolver: Resolve = resolve,
    ) -> None:
        self.allowed = frozenset(map(allowed_origin, allow_origins))
        self.publisher_at = publisher_at
        self.user_agent = agent_name(contact)
        self.seconds, self.limit = seconds, limit
        self.clock, self.sleep, self.now, self.jitter = clock, sleep, now, jitter
        self.resolver = resolver
        self.pace = Pace(delay, clock, sleep)
        self.robots, self.absent = Robots(clock), Absent(clock)

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        trail: Trail | None = None,
    ) -> Fetched:
        """The page at an address, redirects followed within policy; `trail` is told the way.

        RefusedError: robots, 403, a challenge, a forbidden address. UnreachableError: timeouts
        and server errors, after four tries; LaterError among them where the server named a time.
        UnreadableError: any other status, or a body that is no page.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditions = {name: value for name, value in asked.items() if value}
        trail = trail if trail is not None else Trail()
        try:
            return self._followed(url, conditions, trail)
        except SourceError as error:
            error.attempts = trail.attempts
            raise

    def _followed(self, url: str, conditions: Mapping[str, str], trail: Trail) -> Fetched:
        budget = Budget(url, self.seconds, self.clock, self.clock() + self.seconds)
        place, doubt = urldefrag(url).url, ""
        seen: set[str] = set()
        while place not in seen and len(seen) <= MAX_HOPS:
            seen.add(place)
            answer = self._tried(place, conditions, budget, trail)
            if answer.status not in REDIRECTS:
                refuse_status(url, answer, asked=bool(conditions))
                return Fetched(
                    snapshot=snapshot_of(url, place, answer, self.now()),
                    body=answer.body,
                    attempts=trail.attempts,
                    warnings=(doubt,) if doubt else (),
                )
            place = next_place(place, answer)
            doubt = self._doubt(url, place)
        expected = f"a page after at most {MAX_HOPS} redirects"
        raise UnreadableError(url, expected, f"a redirect to {place} after {len(seen) - 1}")

    def _doubt(self, url: str, place: str) -> str:
        """Why the page at the end of a redirect may not be the one asked for, "" for no reason."""
        try:
            is_free = urlsplit(place).scheme not in PORTS or origin_of(place) in self.allowed
        except ValueError:
            is_free = True
        # What is no web address at all is refused by `check`, in its own words.
        return "" if is_free else follow(url, place, self.publisher_at)

    def _tried(
        self, url: str, headers: Mapping[str, str], budget: Budget, trail: Trail
    ) -> Response:
        """The first answer that is worth no other try."""
        self.absent.refuse(url)
        for turn in range(MAX_TRIES):
            is_last = turn == MAX_TRIES - 1
            wait = FIRST_WAIT * 2**turn * (0.5 + self.jitter())
            try:
                answer = self._asked(url, headers, budget, trail, turn)
            except UnreachableError as error:
                if is_last and isinstance(error, NotConnectedError):
                    self.absent.note(url)
                if is_last or wait >= budget.left():
                    raise
            else:
                if answer.status not in TRY_AGAIN:
                    return answer
                wait = self._asked_to_wait(url, answer, wait, budget, is_last=is_last)
            self.sleep(wait)
            trail.attempts += 1
        raise AssertionError("the last try returns or raises")

    def _asked_to_wait(
        self, url: str, answer: Response, wait: float, budget: Budget, *, is_last: bool
    ) -> float:
        """Seconds until the next try; UnreachableError where there will be none."""
        asked = retry_after(answer, self.now())
        wait = max(wait, asked)
        if not is_last and asked <= LONGEST_WAIT and wait < budget.left():
            return wait
        seen = f"status {answer.status}"
        if not asked:
            raise UnreachableError(url, "status 200", seen)
        not_before = self.now() + timedelta(seconds=asked)
        raise LaterError(
            url, "status 200", f"{seen} and a request to wait {asked:.0f} s", not_before
        )

    def _asked(
        self, url: str, headers: Mapping[str, str], budget: Budget, trail: Trail, turn: int
    ) -> Response:
        target = self._checked(url, budget)
        rules = self.robots.check(target.origin, url, partial(self._robots_file, budget))
        answer = self._exchanged(target, headers, budget, turn=turn, at_least=rules.delay())
        address = target.addresses[turn % len(target.addresses)]
        rule = rules.rule_for(url)
        trail.hops.append(Hop(url=url, rule=rule, address=address, status=answer.status))
        refuse_challenge(url, answer)
        return answer

    def _checked(self, url: str, budget: Budget) -> Target:
        return check(url, self.allowed, within(budget.left(), self.resolver))

    def _robots_file(self, budget: Budget, url: str) -> Response:
        place = url
        for _ in range(1 + MAX_ROBOTS_HOPS):
            answer = self._robots_answer(self._checked(place, budget), budget)
            if answer.status not in REDIRECTS:
                return answer
            place = next_place(place, answer)
        raise UnreadableError(url, f"at most {MAX_ROBOTS_HOPS} redirects", "more")

    def _robots_answer(self, target: Target, budget: Budget) -> Response:
        """A dropped connection says nothing about the rules, so it is tried once more."""
        for turn in range(ROBOTS_TRIES):
            try:
                return self._exchanged(target, {}, budget, turn=turn, cut_at=READ_AT_MOST)
            except NotConnectedError:
                raise
            except UnreachableError:
                if turn == ROBOTS_TRIES - 1:
                    raise
        raise AssertionError("the last try returns or raises")

    def _exchanged(
        self,
        target: Target,
        headers: Mapping[str, str],
        budget: Budget,
        *,
        turn: int = 0,
        at_least: float = 0.0,
        cut_at: int | None = None,
    ) -> Response:
        ours = {"User-Agent": self.user_agent, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"}
        with self.pace.turn(target.host, at_least=at_least, near=target.is_loopback) as waited:
            budget.ends_at += waited
            return exchange(
                target,
                {**ours, **headers},
                seconds=budget.left(),
                limit=self.limit,
                turn=turn,
                cut_at=cut_at,
            )
