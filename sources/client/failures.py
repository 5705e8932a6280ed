"""What it means that an exchange failed: nobody there, no proof of identity, no answer, no HTTP."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import requests
import urllib3

from sources.client.policy import origin_of
from warehouse.errors import UnreachableError, UnreadableError

ABSENCE: Final = 60.0
NO_CONNECTION: Final = (requests.ConnectTimeout, urllib3.exceptions.NewConnectionError)


class TooSlowError(UnreadableError):
    """The server kept sending, but the whole was not there in time."""


class NotConnectedError(UnreachableError):
    """Nobody answered at the address at all."""


@dataclass(slots=True)
class Absent:
    """Origins where nobody answered four times: not asked for each page of a long list again."""

    clock: Callable[[], float]
    until: dict[str, float] = field(default_factory=dict)

    def note(self, url: str) -> None:
        self.until[origin_of(url)] = self.clock() + ABSENCE

    def refuse(self, url: str) -> None:
        """NotConnectedError within a minute of finding nobody there."""
        try:
            origin = origin_of(url)
        except ValueError:
            return  # no web address, which policy refuses in its own words
        if self.clock() < self.until.get(origin, 0.0):
            raise NotConnectedError(url, "a server", "nobody a moment ago, in four tries")


class UntrustedError(UnreadableError):
    """Whoever answered could not prove to be the host."""


def failed_exchange(url: str, error: BaseException) -> UnreachableError | UnreadableError:
    """What the failure of an exchange before its first byte of body was."""
    causes = list(_causes(error))
    seen = plainly(error)
    if any(isinstance(cause, requests.exceptions.SSLError | ssl.SSLError) for cause in causes):
        return UntrustedError(url, "a server that proves whose it is", seen)
    if any(isinstance(cause, NO_CONNECTION) for cause in causes):
        return NotConnectedError(url, "a server", seen)
    if any(isinstance(cause, OSError | urllib3.exceptions.TimeoutError) for cause in causes[-1:]):
        return UnreachableError(url, "an answer", seen)
    return UnreadableError(url, "an answer by the rules of HTTP", seen)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, what caused it, and so on to the innermost."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def plainly(error: BaseException) -> str:
    """The innermost cause in words, without addresses of Python objects."""
    *_, inner = _causes(error)
    return f"{type(inner).__name__}: {inner}"[:200] if str(inner) else type(inner).__name__
