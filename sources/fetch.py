"""The one client: polite to hosts, bounded in everything, never silent about what went wrong."""

from __future__ import annotations

import hashlib
import socket
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

from sources.client.pace import Pace
from sources.client.policy import Resolve, Target, check, origin_of, resolve
from sources.client.robots import AGENT, Robots
from sources.client.transport import Response, exchange
from sources.decode import charset_of
from sources.sniff import MAX_BYTES
from warehouse.errors import RefusedError, UnreachableError, UnreadableError, UsageError
from warehouse.records import Snapshot

OK: Final = 200
NOT_MODIFIED: Final = 304
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
REFUSALS: Final = frozenset({401, 402, 403, 407, 451})
TRY_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
MAX_HOPS: Final = 10
MAX_ROBOTS_HOPS: Final = 5
MAX_TRIES: Final = 4
LONGEST_WAIT: Final = 10.0
FIRST_WAIT: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as served; an empty body and status 304 where it has not changed."""

    snapshot: Snapshot
    body: bytes
    attempts: int
    warnings: tuple[str, ...] = ()


def agent_name(contact: str = "") -> str:
    """Who we are in every request; the machine's postmaster answers where no contact is given."""
    contact = contact or f"postmaster@{socket.gethostname()}"
    return f"{AGENT}/0.1 (checks published police figures; contact: {contact})"


@dataclass(slots=True)
class Budget:
    """The seconds that one fetch may take; time waited out of politeness is not counted."""

    url: str
    seconds: float
    clock: Callable[[], float]
    ends_at: float

    def left(self) -> float:
        left = self.ends_at - self.clock()
        if left <= 0:
            raise UnreachableError(self.url, f"an answer within {self.seconds:g} s", "none so far")
        return left


class Client:
    """Fetches under one policy; keeps robots.txt and every host's pace for its lifetime.

    `allow_origins` (scheme://host:port) may lie on private or loopback addresses, and nothing
    else may. `clock` counts seconds and `now` tells the time of day; tests replace both.
    """

    def __init__(
        self,
        *,
        allow_origins: Iterable[str] = (),
        delay: float = 5.0,
        user_agent: str = "",
        seconds: float = 20.0,
        limit: int = MAX_BYTES,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolver: Resolve = resolve,
    ) -> None:
        self.allowed = frozenset(map(_origin, allow_origins))
        self.user_agent = user_agent or agent_name()
        self.seconds, self.limit = seconds, limit
        self.clock, self.sleep, self.now, self.resolver = clock, sleep, now, resolver
        self.pace = Pace(delay, clock, sleep)
        self.robots = Robots(clock)

    def get(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """The page at an address, redirects followed within policy.

        RefusedError: robots, 403, a forbidden address. UnreachableError: timeouts and server
        errors, after four tries. UnreadableError: any other status, or a body that is no page.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditions = {name: value for name, value in asked.items() if value}
        budget = Budget(url, self.seconds, self.clock, self.clock() + self.seconds)
        place, attempts = urldefrag(url).url, 1
        seen: set[str] = set()
        while place not in seen and len(seen) <= MAX_HOPS:
            seen.add(place)
            answer, retries = self._tried(place, conditions, budget)
            attempts += retries
            if answer.status not in REDIRECTS:
                return self._fetched(url, place, answer, attempts, asked=bool(conditions))
            place = _next_place(place, answer)
        expected = f"a page after at most {MAX_HOPS} redirects"
        raise UnreadableError(url, expected, f"a redirect to {place} after {len(seen) - 1}")

    def _tried(self, url: str, headers: Mapping[str, str], budget: Budget) -> tuple[Response, int]:
        """The answer, and how many tries failed before it."""
        for turn in range(MAX_TRIES):
            wait = FIRST_WAIT * 2**turn
            try:
                answer = self._asked(url, headers, budget, turn)
            except UnreachableError:
                if turn == MAX_TRIES - 1:
                    raise
            else:
                if answer.status not in TRY_AGAIN:
                    return answer, turn
                wait = self._asked_to_wait(url, answer, wait, last=turn == MAX_TRIES - 1)
            if wait >= budget.left():
                raise UnreachableError(url, f"an answer within {budget.seconds:g} s", "none")
            self.sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _asked_to_wait(self, url: str, answer: Response, wait: float, *, last: bool) -> float:
        """Seconds until the next try; UnreachableError where there will be none."""
        asked = _retry_after(answer.headers.get("retry-after", ""), self.now())
        if last or asked > LONGEST_WAIT:
            later = f" and a request to wait {asked:.0f} s" if asked else ""
            raise UnreachableError(url, "status 200", f"status {answer.status}{later}")
        return max(wait, asked)

    def _asked(self, url: str, headers: Mapping[str, str], budget: Budget, turn: int) -> Response:
        target = check(url, self.allowed, self.resolver)
        rules = self.robots.check(target.origin, url, partial(self._robots_file, budget))
        return self._exchanged(target, headers, budget, turn=turn, at_least=rules.delay())

    def _robots_file(self, budget: Budget, url: str) -> Response:
        place = url
        for _ in range(1 + MAX_ROBOTS_HOPS):
            target = check(place, self.allowed, self.resolver)
            answer = self._exchanged(target, {}, budget)
            if answer.status not in REDIRECTS:
                return answer
            place = _next_place(place, answer)
        raise UnreadableError(url, f"at most {MAX_ROBOTS_HOPS} redirects", "more")

    def _exchanged(
        self,
        target: Target,
        headers: Mapping[str, str],
        budget: Budget,
        *,
        turn: int = 0,
        at_least: float = 0.0,
    ) -> Response:
        ours = {"User-Agent": self.user_agent, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1"}
        with self.pace.turn(target.host, at_least=at_least, near=target.is_loopback) as waited:
            budget.ends_at += waited
            return exchange(
                target, {**ours, **headers}, seconds=budget.left(), limit=self.limit, turn=turn
            )

    def _fetched(
        self, url: str, place: str, answer: Response, attempts: int, *, asked: bool
    ) -> Fetched:
        _refuse_status(url, answer, asked=asked)
        warnings: tuple[str, ...] = ()
        if urlsplit(place).netloc != urlsplit(url).netloc:
            warnings = (f"redirected to another host: {place}",)
        snapshot = _snapshot(url, place, answer, self.now())
        return Fetched(snapshot=snapshot, body=answer.body, attempts=attempts, warnings=warnings)


def _origin(text: str) -> str:
    try:
        origin = origin_of(text.strip())
    except ValueError as error:
        raise UsageError(f"allowed origin {text!r}: expected scheme://host:port") from error
    if origin.startswith("://") or origin.endswith(":0") or "://:" in origin:
        raise UsageError(f"allowed origin {text!r}: expected scheme://host:port")
    return origin


def _next_place(place: str, answer: Response) -> str:
    location = answer.headers.get("location", "")
    if not location:
        raise UnreadableError(place, "a redirect that says where", f"status {answer.status} alone")
    with suppress(UnicodeError):
        # Servers send UTF-8 where the header's charset is latin-1.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urldefrag(urljoin(place, location)).url
    except ValueError as error:
        raise RefusedError(place, "a redirect to a web address", f"{location[:200]!r}") from error


def _retry_after(value: str, now: datetime) -> float:
    """Seconds that a Retry-After header asks for, in either of its forms; 0 where unreadable."""
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def _refuse_status(url: str, answer: Response, *, asked: bool) -> None:
    if answer.status in REFUSALS:
        raise RefusedError(url, "status 200", f"status {answer.status}: the site refuses us")
    if answer.status != OK and not (asked and answer.status == NOT_MODIFIED):
        raise UnreadableError(url, "status 200", f"status {answer.status}")
    if answer.status == OK and not answer.body:
        raise UnreadableError(url, "a page", "status 200 without a body")


def _snapshot(url: str, place: str, answer: Response, now: datetime) -> Snapshot:
    label = Message()
    label["content-type"] = answer.headers.get("content-type", "")
    media_type = label.get_content_type() if label["content-type"] else ""
    charset, why = charset_of(answer.body, label.get_content_charset())
    return Snapshot(
        url=url,
        final_url=place,
        fetched_at=now,
        status=answer.status,
        media_type=media_type,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        size=len(answer.body),
        charset=charset,
        charset_why=why,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )
