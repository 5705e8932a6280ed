from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.postgres import Server
from tests.warehouse import samples
from warehouse.decisions import Ledger
from warehouse.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory that knows one statement, one report and one article."""
    with Store.in_memory() as opened:
        opened.save_documents(
            [
                samples.document(samples.STATEMENT, "statement"),
                samples.document(samples.REPORT, "report"),
                samples.document(samples.ARTICLE, "article"),
            ]
        )
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str | None:
    """Of a server's new database; None where a ledger's entries lie in its home."""
    if request.param == "sqlite":
        return None
    started: Server = request.getfixturevalue("server")
    return started.new_database()


Open = Callable[[], Ledger]


@pytest.fixture
def open_ledger(tmp_path: Path, address: str | None) -> Iterator[Open]:
    """Opens one ledger as often as one likes, as different processes would."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Ledger(tmp_path, address))


@pytest.fixture
def ledger(open_ledger: Open) -> Ledger:
    return open_ledger()
