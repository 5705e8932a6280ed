"""Names to addresses within a time: the system's own lookup can be kept waiting for minutes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Final

Resolve = Callable[[str, int], list[str]]
LONGEST_LOOKUP: Final = 5.0


def within(seconds: float, resolver: Resolve) -> Resolve:
    """The resolver, given up after so many seconds: TimeoutError, which is an OSError.

    A lookup cannot be ended from outside; its thread is left behind until it ends by itself.
    """
    limit = min(seconds, LONGEST_LOOKUP)

    def resolve(host: str, port: int) -> list[str]:
        answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(resolver(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True, name=f"lookup of {host[:60]}").start()
        try:
            found = answers.get(timeout=limit)
        except queue.Empty:
            raise TimeoutError(f"no answer to the lookup within {limit:.1f} s") from None
        if isinstance(found, OSError | UnicodeError):
            raise found
        return found

    return resolve
