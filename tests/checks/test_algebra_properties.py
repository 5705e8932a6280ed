"""Ranges and periods agree with sets written out; `make bench` asks 100,000 cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from bench.algebra import PROPERTIES

CASES = 2_000


@pytest.mark.parametrize(
    ("holds", "drawn"), PROPERTIES, ids=[holds.__name__ for holds, _ in PROPERTIES]
)
def test_ends_and_sets_agree(holds: Callable[..., None], drawn: tuple[Any, ...]) -> None:
    asked: Callable[[], None] = given(*drawn)(holds)
    settings(max_examples=CASES // len(PROPERTIES), deadline=None)(asked)()
