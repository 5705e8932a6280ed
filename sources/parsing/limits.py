"""What one document may use of the machine, enforced by the system on the process itself."""

from __future__ import annotations

import resource
import signal
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may use: resident bytes of the process, seconds of CPU and of the clock."""

    memory: int = 400_000_000
    cpu: float = 15.0
    wall: float = 18.0


def bound_memory(memory: int) -> None:
    """Let the process grow until so many bytes are resident. What the system can bound is the
    address space, of which the libraries have taken more than they use.
    """
    pages = Path("/proc/self/statm").read_text("ascii").split()
    size, resident = (int(count) * resource.getpagesize() for count in pages[:2])
    _bound(resource.RLIMIT_AS, size + max(memory - resident, 0))
    _bound(resource.RLIMIT_CORE, 0)


def _bound(limit: int, most: int) -> None:
    """Set a soft limit, or what the system's hard one leaves of it."""
    hard = resource.getrlimit(limit)[1]
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (soft, hard))


def bound_time(limits: Limits) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _bound(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + limits.cpu) + 1)
    signal.setitimer(signal.ITIMER_REAL, limits.wall)
