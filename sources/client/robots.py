"""robots.txt by RFC 9309: what a site allows our agent, and how long it asks us to wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

from sources.client.failures import NotConnectedError, UntrustedError
from sources.client.transport import Response
from warehouse.errors import RefusedError, SourceError

AGENT: Final = "Tallycheck"
DAY: Final = 24 * 3600.0
RETRY: Final = 600.0
READ_AT_MOST: Final = 500 * 1024
LONGEST_DELAY: Final = 30.0
OK: Final = 200
NO_CONTENT: Final = 204
# 4xx says that there are no rules; but who asks us to slow down has not said so.
NO_RULES: Final = frozenset(range(400, 500)) - {408, 425, 429}


Read = Callable[[str], Response]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin; `refused` says why nothing may be fetched there."""

    file: Protego | None = None
    text: str = ""
    refused: str = ""

    def delay(self) -> float:
        asked = self.file.crawl_delay(AGENT) if self.file else None
        return min(float(asked or 0.0), LONGEST_DELAY)

    def rule_for(self, url: str) -> str:
        """The line that decides about an address, in words."""
        if self.file is None:
            return "no robots.txt"
        line = deciding_line(self.text, url, AGENT)
        asks = f"; asks for {self.delay():g} s between requests" if self.delay() else ""
        return (line or "no line of robots.txt speaks of it") + asks


@dataclass(slots=True)
class Robots:
    """Rules by origin, kept for a day; a site that gave none is asked again after ten minutes."""

    clock: Callable[[], float]
    kept: dict[str, tuple[float, Rules]] = field(default_factory=dict)

    def rules(self, origin: str, read: Read) -> Rules:
        until, rules = self.kept.get(origin, (0.0, None))
        if rules is None or self.clock() >= until:
            rules = _fetched(f"{origin}/robots.txt", read)
            self.kept[origin] = (self.clock() + (RETRY if rules.refused else DAY), rules)
        return rules

    def sitemaps(self, origin: str) -> list[str]:
        """The sitemaps that the origin's file names, if it is known."""
        _, rules = self.kept.get(origin, (0.0, None))
        return list(rules.file.sitemaps) if rules and rules.file else []

    def check(self, origin: str, url: str, read: Read) -> Rules:
        """The origin's rules, if they allow the address; else RefusedError.

        A host that cannot be reached at all, or cannot be trusted, is told of as such.
        """
        try:
            rules = self.rules(origin, read)
        except (NotConnectedError, UntrustedError) as error:
            raise type(error)(url, error.expected, error.seen) from error
        if rules.refused:
            raise RefusedError(url, "a robots.txt, or word that there is none", rules.refused)
        if rules.file is not None and not rules.file.can_fetch(url, AGENT):
            seen = f"one that it disallows ({rules.rule_for(url)})"
            raise RefusedError(url, "a page that robots.txt leaves to us", seen)
        return rules


def _fetched(url: str, read: Read) -> Rules:
    try:
        answer = read(url)
    except (NotConnectedError, UntrustedError):
        raise  # this is about the host, not about its rules
    except SourceError as error:
        return Rules(refused=f"no answer ({error.seen})")
    if answer.status in NO_RULES:
        return Rules()
    if answer.status not in {OK, NO_CONTENT}:
        return Rules(refused=f"status {answer.status}")
    text = _whole_lines(answer.body).decode("utf-8-sig", errors="replace")
    return Rules(file=Protego.parse(text), text=text)


def _whole_lines(body: bytes) -> bytes:
    """The part of the file that is read; a line cut in two would be another rule."""
    return body if len(body) < READ_AT_MOST else body[: body.rfind(b"\n") + 1]


def deciding_line(text: str, url: str, agent: str) -> str:
    """The longest matching rule of the groups for the agent, else of those for all; "" for none."""
    groups = _groups(text)
    rules = groups.get(agent.lower(), groups.get("*", []))
    matching = [rule for rule in rules if _matches(rule, url)]
    # Of two rules of one length the one that allows holds.
    best = max(matching, key=lambda rule: (len(rule[1]), rule[0] == "allow"), default=None)
    return f"{best[0].capitalize()}: {best[1]}" if best else ""


def _groups(text: str) -> dict[str, list[tuple[str, str]]]:
    """(allow or disallow, path) by lower-case agent; groups of one agent are one."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    is_open = False
    for line in text.splitlines():
        name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if name.lower() == "user-agent":
            agents = [*agents, value.lower()] if is_open else [value.lower()]
            is_open = True
            groups.setdefault(value.lower(), [])
        elif name:
            is_open = False
        if name.lower() in {"allow", "disallow"} and value:
            for agent in agents:
                groups[agent].append((name.lower(), value))
    return groups


def _matches(rule: tuple[str, str], url: str) -> bool:
    alone = Protego.parse(f"User-agent: *\nDisallow: {rule[1]}\n")
    return not alone.can_fetch(url, "*")
