from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.warehouse import samples
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
