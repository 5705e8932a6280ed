"""None and all: "no arrests", "none", "not one", "had not made any arrests", "every burglary was
attended". Idioms such as "no doubt" are no numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount, no_claim, point
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural_word
from checks.numbers.tokens import Token, low, match_phrase, token

_PHRASE: Final = 5
_CLAUSE: Final = 16
_REACH: Final = 7
_EVERY: Final = frozenset({"every", "all"})
_ADVERBS: Final = frozenset({"not", "never", "only", "rarely", "n't", "seldom"})


def nothing_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """A zero in words at a token; a recognised idiom comes back as no claim."""
    word = low(tokens, index)
    if word == "no":
        return _no(tokens, index)
    if word == "none":
        return _none(tokens, index)
    if word == "not" and low(tokens, index + 1) == "one":
        bare = low(tokens, index + 2) in {"to", "for", "but", "who", "that", "more"}
        return None if bare else _zero(index, index + 2)
    if word in {"not", "without"} and match_phrase(tokens, index + 1, ("a", "single")):
        return _zero(index, index + 3)
    if word == "any":
        return _any(tokens, index)
    return None


def _zero(first: int, last: int, noun: str = "") -> Amount:
    return replace(point(first, last, Decimal(0)), unit="count", noun=noun)


def _no(tokens: Sequence[Token], index: int) -> Amount:
    """ "no arrests", "no officer"; "no doubt" and "no plans" assert no number."""
    head = (
        "" if low(tokens, index + 1) in word_set("no_idiom") else _counted_head(tokens, index + 1)
    )
    return _zero(index, index + 1) if head else no_claim(index, index + 1, "idiom")


def _none(tokens: Sequence[Token], index: int) -> Amount:
    idiom = low(tokens, index + 1) in word_set("none_after")
    of = low(tokens, index + 1) == "of"
    at = index + 3 if low(tokens, index + 2) in word_set("noun_of") else index + 2
    abstract = of and low(tokens, at) in word_set("abstract")
    return no_claim(index, index + 1, "idiom") if idiom or abstract else _zero(index, index + 1)


def _any(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "had not completed any profiles" is none of them; "if you have any details" is nothing."""
    for at in range(index - 1, max(index - 1 - _PHRASE, -1), -1):
        word = low(tokens, at)
        if word in {",", ".", ";", ":"}:
            return None
        if word in word_set("negators") or word.endswith("n't"):
            break
    else:
        return None
    head = _counted_head(tokens, index + 1)
    return _zero(index, index + 1) if head and is_plural_word(head) else None


def _counted_head(tokens: Sequence[Token], index: int) -> str:
    """The noun that "no" or "any" denies, if it is one that can be counted; else ""."""
    last = ""
    for at in range(index, index + _REACH):
        here = token(tokens, at)
        stops = here.low in word_set("stop_words") or here.low in word_set("verbs")
        if here.kind != "word" or stops:
            break
        if here.low in word_set("abstract"):
            return ""
        if is_plural_word(here.low):
            return here.low
        if here.low in word_set("countable"):
            last = here.low
    return last


def every_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "Every burglary was visited": a hundred per cent of what can be handled one by one."""
    if low(tokens, index) not in _EVERY or not _opens_clause(tokens, index):
        return None
    if low(tokens, index) == "all" and not is_plural_word(_subject_head(tokens, index + 1)):
        return None
    if not _subject_head(tokens, index + 1) or not _is_handled(tokens, index + 1):
        return None
    hundred = point(index, index + 1, Decimal(100))
    return replace(hundred, unit="percent", unit_kind="share")


def _opens_clause(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or low(tokens, index - 1) in word_set("clause_start")


def _subject_head(tokens: Sequence[Token], index: int) -> str:
    """The first plural or the last word of the noun phrase that begins at a token."""
    head = ""
    for at in range(index, index + _PHRASE):
        here = token(tokens, at)
        if here.kind != "word" or here.low in word_set("stop_words") | word_set("time_units"):
            return head if here.low not in word_set("time_units") else ""
        if here.low in number_words("unit", "teen", "ten"):
            return ""
        head = here.low
        if is_plural_word(head):
            return head
    return head


def _is_handled(tokens: Sequence[Token], index: int) -> bool:
    """Whether the clause goes on "... was visited", within reach and before a stop."""
    for at in range(index, index + _CLAUSE):
        word = low(tokens, at)
        if not word or word in {",", ".", ";", ":", "who", "which", "that"} | _ADVERBS:
            return False
        if word in word_set("be"):
            return _participle_follows(tokens, at + 1)
    return False


def _participle_follows(tokens: Sequence[Token], index: int) -> bool:
    for at in range(index, index + 3):
        if low(tokens, at) in _ADVERBS:
            return False
        if low(tokens, at) in word_set("handled"):
            return True
    return False
