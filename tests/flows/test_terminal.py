"""Words of strangers are shown on a terminal, and never obeyed."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.table import Table

from flows.terminal import emit, shown, visible


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("£6.4m ‘seized’ – naïve", "£6.4m ‘seized’ – naïve"),
        ("two\n lines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred", "\\u{001b}[31mred"),
        ("\x9b31mred", "\\u{009b}31mred"),
        ("safe\u202etxt.exe", "safe\\u{202e}txt.exe"),
        ("zero\u200bwidth", "zero\\u{200b}width"),
        ("bell\x07", "bell\\u{0007}"),
        ("half \ud800", "half \\u{d800}"),
        ("", ""),
    ],
)
def test_what_a_terminal_would_act_on_is_written_out(words: str, seen: str) -> None:
    assert visible(words) == seen


@pytest.mark.parametrize(
    "words", ["[red]£3m[/red]", "[link=http://evil.example]x[/link]", ":smile:"]
)
def test_markup_in_a_page_is_only_words(words: str) -> None:
    file = io.StringIO()
    emit(shown(words), Console(file=file, markup=True, emoji=True, force_terminal=True))
    assert file.getvalue() == words + "\n"


def test_piped_tables_have_no_blanks_at_the_end_of_a_line() -> None:
    table = Table("a", "b", box=None)
    table.add_row("one", "two")
    file = io.StringIO()
    emit(table, Console(file=file, width=60))
    assert [line for line in file.getvalue().splitlines() if line.endswith(" ")] == []
