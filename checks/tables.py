"""The vocabulary tables beside the code: CSV files, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `checks/<name>`, a CSV with a header; cells are stripped."""
    text = files("checks").joinpath(name).read_text(encoding="utf-8")
    return tuple(
        {key: value.strip() for key, value in row.items()}
        for row in csv.DictReader(text.splitlines())
    )


def words_of(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, `|` between them."""
    return tuple(word for word in (part.strip() for part in cell.split("|")) if word)
