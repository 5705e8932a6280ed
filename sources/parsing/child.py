"""The parsing process: reads documents one after the other, each within its limits.

It ends by itself: when the run closes the pipe or dies, and when a document takes too long, the
system ends it at once (SIGALRM, SIGXCPU), wherever in a C library it may be.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

from sources.parsing.frames import packed, received
from sources.parsing.limits import Limits, bound_memory, bound_time
from warehouse.errors import SourceError
from warehouse.records import Document, Force

Reader = Callable[..., Document]
PRELOADED: Final = ("sources.source", "sources.pdf.reading")


def main() -> None:
    """Answer each request until the pipe closes. The first message names reader and limits."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the run decides when to stop, and closes the pipe
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    # Whatever a library prints must not stand between the answers.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        name, forces, limits = received(requests)
        read = _reader(name)
        bound_memory(limits.memory)
        while True:
            answers.write(packed(_answer(read, received(requests), forces, limits)))
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _reader(name: str) -> Reader:
    """The function "module:function", after all that it may import on its way."""
    for module in PRELOADED:
        import_module(module)
    module, _, function = name.partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def _answer(
    read: Reader, request: dict[str, Any], forces: Sequence[Force], limits: Limits
) -> tuple[Any, ...]:
    """("document", it), ("error", class, place, expected, seen) or ("fault", what)."""
    bound_time(limits)
    try:
        return ("document", read(**request, forces=forces))
    except SourceError as error:
        return ("error", type(error).__name__, error.place, error.expected, error.seen)
    except MemoryError:
        return ("fault", f"a document that takes more than {limits.memory // 10**6} MB to read")
    except Exception as error:  # noqa: BLE001 - hostile bytes may trip any library; the run goes on
        return ("fault", f"{type(error).__name__} in the parser: {str(error)[:200]}")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main()
