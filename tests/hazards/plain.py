"""The command line without Prefect: the same flow, under decorators that do nothing.

Prefect takes more than ten seconds of the processor a start, and the hazards need many processes.
The last line on standard error is the peak of memory, in kB, of this process and those it started.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any


def without_prefect() -> None:
    """Let `from prefect import flow, task` find decorators that give back what they are given."""

    def bare(*given: Callable[..., Any], **_options: object) -> Any:
        return given[0] if given else lambda function: function

    prefect, policies = ModuleType("prefect"), ModuleType("prefect.cache_policies")
    vars(prefect).update(flow=bare, task=bare)
    vars(policies).update(NO_CACHE=None)
    sys.modules.update({"prefect": prefect, "prefect.cache_policies": policies})


def peak() -> int:
    """Not by getrusage for this process: that counts what its parent was when it forked."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(ended, *(_high_water(place) for place in [Path("/proc/self"), *_children()]))


def _children() -> Iterator[Path]:
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text("ascii").split():
            yield Path("/proc") / child


def _high_water(place: Path) -> int:
    lines = (place / "status").read_text("utf-8").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    without_prefect()
    from flows.cli import main

    try:
        main()
    finally:
        sys.stderr.write(f"{peak()}\n")
