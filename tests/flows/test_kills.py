"""A killed run loses nothing that it told of, and the next run makes good what it left undone.

Three kills here; `python -m bench.kills` makes twenty.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.kills import kill_often

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc"),
]


def test_nothing_is_lost_doubled_torn_or_left_behind(tmp_path: Path) -> None:
    documents = 80
    *kills, last = kill_often(tmp_path, kills=3, documents=documents, seed=7)
    assert [kill.wrong for kill in (*kills, last)] == [()] * 4
    assert last.told == documents
    assert any(kill.told for kill in kills)
