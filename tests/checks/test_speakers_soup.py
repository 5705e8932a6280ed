"""Whatever words follow one another, a claim has one of the three claimants."""

from __future__ import annotations

from typing import Final, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.claims import extract
from checks.forces import Gazetteer
from sources.registry import load_forces
from tests.checks.pages import page
from warehouse.records import Claimant

GAZETTEER: Final = Gazetteer(load_forces())
WORDS: Final = (
    "it|they|he|she|we|its|their|who|that|which|the|a|an|this|of|by|from|for|with|had|was|said|told"
    "|added|found|showed|praised|review|report|survey|inquiry|figures|spokesman|spokeswoman"
    "|officers|inspectors|force|council|charity|concern|reporters|residents|Kent Police|HMICFRS"
    "|according to|a quarter of|43|£5m|arrests|cases|“|”|,|.|later|yesterday|Street"
).split("|")
SENTENCES: Final = st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=24), max_size=6)


@given(SENTENCES)
@settings(max_examples=150, deadline=None)
def test_no_order_of_words_makes_a_fourth_claimant(sentences: list[list[str]]) -> None:
    text = "\n".join(f"{' '.join(words).capitalize()}." for words in sentences)
    for claim in extract(page(text), GAZETTEER):
        assert claim.claimant in get_args(Claimant), claim.span.exact
