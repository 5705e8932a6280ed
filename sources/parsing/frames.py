"""Messages between a run and its parsing process: a length of eight bytes, then a pickle.

What comes back was made beside hostile bytes, so only records of ours are taken from it, and only
up to a size.
"""

from __future__ import annotations

import io
import pickle
from typing import Any, BinaryIO, Final

LENGTH: Final = 8
LARGEST: Final = 100_000_000
"""Bytes of an answer: no document of 25 MB gives more text than this."""
TAKEN: Final = frozenset(
    {
        ("warehouse.records", "Document"),
        ("warehouse.records", "Block"),
        ("datetime", "date"),
    }
)


class _Records(pickle.Unpickler):
    """Unpickles records and plain values, nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in TAKEN:
            raise pickle.UnpicklingError(f"expected records, seen {module}.{name}")
        return super().find_class(module, name)


def packed(message: object) -> bytes:
    """The message as it goes over the pipe."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(LENGTH, "big") + body


def received(stream: BinaryIO) -> Any:
    """The next message of the run, which is trusted; EOFError when it has closed the pipe."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        raise EOFError
    return pickle.loads(stream.read(int.from_bytes(head, "big")))  # noqa: S301 - from our own run


def taken(body: bytes) -> Any:
    """The answer in a frame's body; UnpicklingError for anything but records and plain values."""
    return _Records(io.BytesIO(body)).load()
