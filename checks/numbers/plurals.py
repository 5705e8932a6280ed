"""Telling a counted noun from other words without a dictionary of English."""

from __future__ import annotations

from typing import Final

from checks.numbers.lexicon import word_set
from checks.numbers.tokens import Tokens, token

_SHORTEST: Final = 4
_SINGULAR_ENDINGS: Final = ("ss", "us", "is")


def is_plural_word(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun: "arrests", "people", not "was"."""
    if word in word_set("irregular_plurals"):
        return True
    regular = word.endswith("s") and len(word) >= _SHORTEST and not word.endswith(_SINGULAR_ENDINGS)
    return regular and word not in word_set("not_plural")


def is_plural(tokens: Tokens, index: int) -> bool:
    """Whether a token is a plural noun or an adjective before one: "stolen vehicles"."""
    for at in range(index, index + 3):
        here = token(tokens, at)
        if here.kind != "word" or here.low in word_set("stop_words"):
            return False
        if is_plural_word(here.low) and here.text.islower():
            return True
    return False


def noun_follows(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word follows that may be what is counted."""
    after = token(tokens, at)
    return after.kind == "word" and after.text.islower() and after.low not in word_set("stop_words")
