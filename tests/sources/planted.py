"""A reader of documents that does what hostile bytes may make a library do; for the parsing
process of the tests.
"""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from sources.source import read_document
from warehouse.records import Document, Snapshot


def read(snapshot: Snapshot, body: bytes, **known: Any) -> Document:
    """The document; or, where the bytes name a misdeed, the misdeed first."""
    word = body.partition(b"planted:")[2].partition(b" ")[0].decode()
    if word in MISDEEDS:
        MISDEEDS[word]()
    return read_document(snapshot, body, **known)


def eat() -> None:
    eaten = []
    while True:
        eaten.append(bytearray(10_000_000))


def spin() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(600)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(3)


def stumble() -> None:
    raise KeyError("a bug")


def chatter() -> None:
    os.write(1, b"\xff" * 64)


def recurse() -> None:
    recurse()


MISDEEDS = {
    act.__name__: act for act in (eat, spin, sleep, crash, leave, stumble, chatter, recurse)
}
