"""Every error that Tallycheck raises on purpose. Each message says what, expected and seen.

Only `flows` and `desk` catch `TallycheckError`; anything else is a bug and crashes.
"""

from __future__ import annotations

from datetime import datetime


class TallycheckError(Exception):
    """Root of the errors that a user may meet."""


class UsageError(TallycheckError):
    """The call itself is wrong: a missing file, a broken option, manifest or setting."""


class SourceError(TallycheckError):
    """One input could not be turned into a document; the run goes on without it.

    `attempts` is how often the input was asked for before that was clear.
    """

    attempts = 1

    def __init__(self, place: str, expected: str, seen: str) -> None:
        super().__init__(_one_line(f"{place}: expected {expected}, seen {seen}"))
        self.place, self.expected, self.seen = place, expected, seen


def _one_line(words: str) -> str:
    """The words without line breaks and unseen characters: strangers wrote parts of them."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


class UnreachableError(SourceError):
    """Timeout, connection failure or a server error: worth another try later."""


class LaterError(UnreachableError):
    """The server asks not to be asked again before `not_before`, and that is too long to wait."""

    def __init__(self, place: str, expected: str, seen: str, not_before: datetime) -> None:
        super().__init__(place, expected, f"{seen}, until {not_before:%Y-%m-%d %H:%M:%S} UTC")
        self.not_before = not_before


class RefusedError(SourceError):
    """robots.txt, 403, a challenge page, an address outside policy: never retried or disguised."""


class UnreadableError(SourceError):
    """The bytes are no document: empty, binary, too large, an unknown type or encoding."""


class ParseError(SourceError):
    """The page is not what its parser was written for."""


class NotEvidenceError(ParseError):
    """The page holds something else than was asked for: a missing page served as if it were there,
    a wall, a stub, a part. It is kept, and no claim is taken from it.
    """


class WarehouseError(TallycheckError):
    """The warehouse cannot be used as asked."""


class BusyError(WarehouseError):
    """Another process holds the warehouse."""


class SchemaError(WarehouseError):
    """The file's schema and this version's migrations do not agree."""


class EditionError(WarehouseError):
    """No edition is published, or the published one does not match its manifest."""


class LedgerError(WarehouseError):
    """The ledger of decisions cannot be reached, or is not what was written to it."""


class StaleError(WarehouseError):
    """Somebody else has decided about the case since it was looked at."""
