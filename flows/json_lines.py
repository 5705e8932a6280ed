"""JSON lines in and out, for verbs that other programs call.

All lines are read before anything is written: a file that is wrong anywhere changes nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any, Final, NoReturn, TypeVar

from flows.terminal import complain
from warehouse.durable import output
from warehouse.errors import UsageError
from warehouse.formats import Row, json_text

Record = TypeVar("Record")
Fields = Mapping[str, Any]

_BOM: Final = b"\xef\xbb\xbf"
_TOLD: Final = 20


class MalformedError(Exception):
    """A line that is not what the verb reads: what was expected, what was seen."""

    def __init__(self, expected: str, seen: str) -> None:
        super().__init__(f"expected {expected}, seen {seen}")


def read_records(
    name: str, read: Callable[[Fields], Record], wanted: str
) -> list[tuple[str | int, Record]]:
    """Each line's `id` and what `read` makes of its fields; "-" is standard input.

    Blank lines are skipped. UsageError names every line that is malformed, or whose id came
    before; `wanted` says what a line should be. `read` raises MalformedError.
    """
    found: list[tuple[str | int, Record]] = []
    first_seen: dict[str | int, int] = {}
    wrong: list[str] = []
    with _opened(name) as lines:
        for number, line in _filled(name, lines):
            try:
                fields = _object(line, wanted)
                key = _id(fields, wanted)
                _once(key, number, first_seen)
                found.append((key, read(fields)))
            except MalformedError as error:
                wrong.append(f"{_place(name)}, line {number}: {error}")
    if wrong:
        raise _refusal(name, wrong, wanted)
    return found


def write_records(rows: Iterable[Row], out: Path | None) -> None:
    """Write rows as lines of UTF-8 to a file, whole or not at all, or to standard output.

    Half of a surrogate pair, which has no UTF-8, is written as the escape it came as.
    """
    with _target(out) as stream:
        for row in rows:
            stream.write(f"{json_text(row)}\n".encode(errors="backslashreplace"))
        stream.flush()


def sort_of(value: object) -> str:
    """A JSON value by its kind, as a person would name it."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    kinds: list[tuple[type, str]] = [(str, "text"), (int, "a number"), (float, "a number")]
    kinds += [(list, "a list"), (dict, "an object")]
    return next(name for kind, name in kinds if isinstance(value, kind))


def _id(fields: Fields, wanted: str) -> str | int:
    if "id" not in fields:
        raise MalformedError(wanted, "no 'id'")
    key = fields["id"]
    if isinstance(key, bool) or not isinstance(key, str | int):
        raise MalformedError("an id that is text or a whole number", sort_of(key))
    return key


def _once(key: str | int, number: int, first_seen: dict[str | int, int]) -> None:
    first = first_seen.setdefault(key, number)
    if first != number:
        raise MalformedError("each id once", f"{key!r} as on line {first}")


def _refusal(name: str, wrong: list[str], wanted: str) -> UsageError:
    """The error for malformed lines; of several, the first are told before it."""
    if len(wrong) == 1:
        return UsageError(f"{wrong[0]}; nothing was written")
    for words in wrong[:_TOLD]:
        complain(words)
    seen = f"{len(wrong)} that are not; nothing was written"
    return UsageError(f"{_place(name)}: expected {wanted} on each line, seen {seen}")


def _place(name: str) -> str:
    return "standard input" if name == "-" else name


def _opened(name: str) -> AbstractContextManager[IO[bytes]]:
    if name == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise UsageError(f"{name}: expected a file of JSON lines, seen {_why(error)}") from error


def _why(error: OSError) -> str:
    known = {FileNotFoundError: "nothing", IsADirectoryError: "a folder"}
    return known.get(type(error)) or (error.strerror or str(error)).lower()


def _filled(name: str, lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, counted from 1, without the mark some editors put first."""
    try:
        for number, line in enumerate(lines, 1):
            content = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
            if content:
                yield number, content
    except OSError as error:
        raise UsageError(f"{name}: expected a file of JSON lines, seen {_why(error)}") from error


def _object(line: bytes, wanted: str) -> Fields:
    try:
        row = json.loads(line.decode(), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        seen = f"byte 0x{line[error.start]:02x} at byte {error.start + 1}"
        raise MalformedError("UTF-8", seen) from error
    except json.JSONDecodeError as error:
        raise MalformedError("JSON", f"{error.msg} at character {error.pos + 1}") from error
    except ValueError as error:  # more digits than an int may have
        raise MalformedError("numbers of bearable length", "one that is longer") from error
    except RecursionError as error:
        raise MalformedError(wanted, "hundreds of nested values") from error
    if not isinstance(row, dict):
        raise MalformedError(wanted, sort_of(row))
    return row


def _no_number(word: str) -> NoReturn:
    raise MalformedError("JSON", f"{word}, which JSON does not have")


@contextmanager
def _target(out: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that is there whole or not at all; a device is written to."""
    if out is None:
        yield sys.stdout.buffer
        return
    try:
        with output(out) as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"{out}: expected a place to write to, seen {_why(error)}") from error
