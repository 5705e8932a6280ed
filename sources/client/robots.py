"""robots.txt by RFC 9309: what a site allows our agent, and how long it asks us to wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

from sources.client.transport import Response
from warehouse.errors import RefusedError, SourceError

AGENT: Final = "Tallycheck"
DAY: Final = 24 * 3600.0
RETRY: Final = 600.0
READ_AT_MOST: Final = 500_000
LONGEST_DELAY: Final = 30.0
TOO_MANY: Final = 429
SERVER_ERROR: Final = 500
OK: Final = 200


Read = Callable[[str], Response]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin; `refused` says why nothing may be fetched there."""

    file: Protego | None = None
    refused: str = ""

    def delay(self) -> float:
        asked = self.file.crawl_delay(AGENT) if self.file else None
        return min(float(asked or 0.0), LONGEST_DELAY)


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

    def check(self, origin: str, url: str, read: Read) -> Rules:
        """The origin's rules, if they allow the address; else RefusedError."""
        rules = self.rules(origin, read)
        if rules.refused:
            raise RefusedError(url, "a robots.txt, or word that there is none", rules.refused)
        if rules.file is not None and not rules.file.can_fetch(url, AGENT):
            raise RefusedError(url, "a page that robots.txt leaves to us", "one that it disallows")
        return rules


def _fetched(url: str, read: Read) -> Rules:
    try:
        answer = read(url)
    except SourceError as error:
        return Rules(refused=f"no answer ({error.seen})")
    if answer.status >= SERVER_ERROR or answer.status == TOO_MANY:
        return Rules(refused=f"status {answer.status}")
    if answer.status != OK:
        return Rules()
    text = answer.body[:READ_AT_MOST].decode("utf-8-sig", errors="replace")
    return Rules(file=Protego.parse(text))
