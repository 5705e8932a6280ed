"""One request at a time a host, and a pause after each."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Pace:
    """Turns at hosts. `delay` seconds lie between the end of a request and the next to its host."""

    def __init__(
        self, delay: float, clock: Callable[[], float], sleep: Callable[[float], None]
    ) -> None:
        self.delay, self.clock, self.sleep = delay, clock, sleep
        self._lock = threading.Lock()
        self._hosts: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, *, at_least: float = 0.0, near: bool = False) -> Iterator[float]:
        """Wait for the host's turn and hold it; gives the seconds that this took.

        `at_least` is what the host itself asks for; a `near` (loopback) host needs no pause.
        """
        with self._lock:
            lock = self._hosts[host]
        came_at = self.clock()
        with lock:
            wait = max(0.0, self._free_at.get(host, 0.0) - self.clock())
            if wait:
                self.sleep(wait)
            try:
                yield self.clock() - came_at
            finally:
                pause = max(at_least, 0.0 if near else self.delay)
                self._free_at[host] = self.clock() + pause
