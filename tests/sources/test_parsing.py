"""The parsing process: within its limits, replaced when it dies, gone when the run is."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.parsing.frames import LENGTH, packed, taken
from sources.parsing.limits import Limits
from sources.parsing.parser import Parser
from sources.source import read_document
from tests.sources.reading import FORCES, STORY, snapshot
from warehouse.errors import ParseError, UnreadableError
from warehouse.records import Document

PAGE = (
    b"<html><body><article><h1>Officers take cash</h1><p>Marlshire Police seized 3,120 pounds "
    b"on Monday. %s </p></article></body></html>"
)
GOOD = PAGE % b"Nobody was hurt."
LIMITS = Limits(memory=200_000_000, cpu=2.0, wall=3.0)


@pytest.fixture
def parser() -> Iterator[Parser]:
    parser = Parser(FORCES, limits=LIMITS, reader="tests.sources.planted:read")
    yield parser
    parser.close()


def read(parser: Parser, body: bytes) -> Document:
    return parser.read(snapshot(body, STORY), body)


@pytest.mark.parametrize(
    ("misdeed", "told"),
    [
        ("eat", "more than 200 MB"),
        ("spin", "more than 3 s"),
        ("sleep", "more than 3 s"),
        ("crash", "SIGSEGV"),
        ("leave", "status 3"),
        ("stumble", "KeyError in the parser"),
        ("recurse", "RecursionError"),
    ],
)
def test_a_document_that_harms_the_parser_has_a_named_error_and_the_next_is_read(
    parser: Parser, misdeed: str, told: str
) -> None:
    with pytest.raises(UnreadableError, match=told):
        read(parser, PAGE % f"planted:{misdeed} ".encode())
    assert read(parser, GOOD).title == "Officers take cash"


def test_what_a_library_prints_is_no_answer(parser: Parser) -> None:
    assert "3,120" in read(parser, PAGE % b"planted:chatter ").text


def test_a_document_read_apart_is_the_one_read_here(parser: Parser) -> None:
    page = snapshot(GOOD, STORY)
    assert read(parser, GOOD) == read_document(page, GOOD, forces=FORCES)


def test_an_error_keeps_its_class_and_its_words(parser: Parser) -> None:
    body = b"<html><body><p></p></body></html>"
    with pytest.raises(ParseError) as here:
        read_document(snapshot(body, STORY), body, forces=FORCES)
    with pytest.raises(type(here.value)) as apart:
        read(parser, body)
    assert str(apart.value) == str(here.value)


def test_a_run_has_one_process_as_long_as_no_document_ends_it(parser: Parser) -> None:
    read(parser, GOOD)
    first = children()
    for _ in range(5):
        read(parser, GOOD)
    assert children() == first
    assert len(first) == 1
    parser.close()
    assert children() == []


def test_a_process_that_ends_between_two_documents_is_replaced(parser: Parser) -> None:
    read(parser, GOOD)
    (pid,) = children()
    os.kill(pid, 9)
    time.sleep(0.1)
    assert "3,120" in read(parser, GOOD).text


def test_the_process_knows_no_setting_of_the_run(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TALLYCHECK_LEDGER", "postgresql://somebody:password@host/ledger")
    read(parser, GOOD)
    (pid,) = children()
    assert b"password" not in Path(f"/proc/{pid}/environ").read_bytes()


def test_a_run_that_is_killed_leaves_no_parsing_process() -> None:
    script = (
        "import time; from sources.parsing.parser import Parser; from tests.sources.test_parsing "
        "import FORCES, GOOD, children, read; parser = Parser(FORCES); read(parser, GOOD); "
        "print(*children(), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as run:
        assert run.stdout
        (pid,) = map(int, run.stdout.readline().split())
        run.kill()
    deadline = time.monotonic() + 5
    while is_alive(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(pid)


class Hostile:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("true",))


def test_an_answer_can_be_records_only() -> None:
    assert taken(packed(("fault", "words"))[LENGTH:]) == ("fault", "words")
    with pytest.raises(pickle.UnpicklingError, match="expected records"):
        taken(packed(Hostile())[LENGTH:])


def children() -> list[int]:
    """Ids of this process's parsing processes that have not ended."""
    found = (int(entry.name) for entry in Path("/proc").glob("[0-9]*"))
    return [pid for pid in found if parent_of(pid) == os.getpid() and is_alive(pid)]


def parent_of(pid: int) -> int:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[1])


def is_alive(pid: int) -> bool:
    try:
        words = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        line = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return words[0] != "Z" and b"sources.parsing.child" in line
