"""Words of strangers on a terminal: shown as they are, and never obeyed."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

from rich.console import Console, RenderableType
from rich.text import Text

PIPED_WIDTH = 100
# Control, format (among them the bidirectional overrides), surrogate, private use, separators.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(words: str) -> str:
    """The words on one line, with what a terminal would act on written out as its code point."""
    flat = " ".join(words.split())
    return "".join(
        f"\\u{{{ord(char):04x}}}" if unicodedata.category(char) in UNSEEN else char for char in flat
    )


def shown(words: str, style: str = "") -> Text:
    """The words as text that holds no markup."""
    return Text(visible(words), style=style)


@cache
def results() -> Console:
    """Where results go. What is piped is plain and of one width, whatever the terminal."""
    return _console(stderr=False)


@cache
def messages() -> Console:
    """Where progress and messages go."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PIPED_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def emit(part: RenderableType, console: Console | None = None) -> None:
    """Print one part of a result, without the blanks that fill a table's lines."""
    console = console or results()
    with console.capture() as drawn:
        console.print(part)
    for line in drawn.get().splitlines():
        console.file.write(line.rstrip() + "\n")


def answer(words: str, style: str = "") -> None:
    """One line of a result, never broken: a path or a hash in it stays in one piece."""
    results().print(shown(words, style), soft_wrap=True)


def say(words: str) -> None:
    """One message for whoever watches."""
    messages().print(shown(words), soft_wrap=True)


def complain(words: str) -> None:
    """One sentence about what went wrong."""
    messages().print(shown("tallycheck: " + words), style="red", soft_wrap=True)
