"""Entries as they lie in a ledger: what was written once is read for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.warehouse import samples
from warehouse.errors import LedgerError
from warehouse.ledger.chain import Head, Line, _hash, entry_of, line_after

# As an earlier version wrote it. Such hashes may stand on paper in a newsroom's safe: a change of
# the form must leave them as they are.
BODY = (
    '{"about":null,"at":"2024-05-06T12:00:00.000000+00:00","by":"First checker","correction":"",'
    '"corrects":null,"note":"\\u00a33.4m","reason":null,"ruling":"upheld","shown":{"claim":'
    '{"claim":"a8fc05b31064c1f9af5b","snapshot":"s",'
    '"url":"https://force.example/news/a-year-of-work","words":"120 arrests"},'
    '"edition":"000001","finding":null,"fingerprint":"f","rules_version":"1",'
    '"verdict":"overstated"},"what":"ruling"}'
)
HASH = "e1f50557954b4870151befadd81c4318d7508f178aa796e83102c35454293ed3"


def test_an_entry_of_an_earlier_version_is_read_as_it_was() -> None:
    entry = entry_of(Line(1, samples.shown().case, BODY, "", HASH))
    assert entry.decision == samples.decision(note="£3.4m")


def test_a_field_that_this_version_does_not_know_is_an_error_and_not_dropped() -> None:
    later = line_after(Head(), samples.decision(note="£3.4m"))
    body = later.body.replace('"note"', '"mood":"calm","note"')
    with pytest.raises(LedgerError, match="expected a decision in the form of this version"):
        entry_of(replace(later, body=body, hash=_hash(1, "", body)))


@pytest.mark.parametrize(
    "other",
    [
        samples.decision(by="Second checker"),
        samples.decision(ruling="cannot_tell"),
        samples.decision(evidence=samples.shown(fingerprint="another")),
        samples.decision(evidence=samples.shown(edition="000002", rules_version="2")),
    ],
)
def test_whatever_differs_in_a_decision_differs_in_its_hash(other: object) -> None:
    assert other != samples.decision()
    first, second = (line_after(Head(), one) for one in (samples.decision(), other))  # type: ignore[arg-type]
    assert first.hash != second.hash


def test_parts_that_run_together_alike_do_not_hash_alike() -> None:
    decision = samples.decision()
    lines = [line_after(Head(1, "2a"), decision), line_after(Head(12, "a"), decision)]
    assert len({line.hash for line in lines}) == 2
