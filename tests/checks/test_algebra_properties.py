"""Ranges and periods agree with sets written out; `make bench` asks 100,000 cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from bench.algebra import PROPERTIES, ask

CASES = 2_000


@pytest.mark.parametrize(
    ("holds", "drawn"), PROPERTIES, ids=[holds.__name__ for holds, _ in PROPERTIES]
)
def test_ends_and_sets_agree(holds: Callable[..., None], drawn: Sequence[Any]) -> None:
    ask(holds, drawn, CASES // len(PROPERTIES))
