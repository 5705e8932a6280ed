"""Numbers that name a thing and count nothing: log numbers, sections of acts, addresses, grades,
operations, versions, ordinals, and idioms such as "one another".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.codes import code_at
from checks.numbers.enumerations import row_end
from checks.numbers.expressions import Amount, no_claim
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Token, glued, low, token

_LABELS: Final = ("section", "road", "address", "ref", "grade", "name")
_DASHES: Final = frozenset({"-", "–"})
_SHARE_WORDS: Final = frozenset({"%", "per", "percent", "pc"})


def label_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """What the number at a token names, or None if it may count something."""
    if token(tokens, index).kind != "digits":
        return _ordinal(tokens, index) or _label(tokens, index) or _idiom(tokens, index)
    return (
        _digits_ordinal(tokens, index) or _label(tokens, index) or code_at(tokens, index)
        or _address(tokens, index)
    )  # fmt: skip


def _label(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "section 5", "log number: 88", "Grade 2", "junction 46", "Nos. 12 and 14"."""
    at = index - 1
    mark = low(tokens, at) if low(tokens, at) in {".", ":"} else ""
    if mark:
        at -= 1
    why = _label_why(tokens, at, mark)
    if not why or _counts_anyway(tokens, index, at, why):
        return None
    return no_claim(index, row_end(tokens, index + 1), why)


def _label_why(tokens: Sequence[Token], at: int, mark: str) -> str:
    """What a number is called by the word before it; "" if that word labels nothing."""
    word = low(tokens, at)
    if mark == ".":
        return "section" if word in word_set("abbreviations") and glued(tokens, at + 1) else ""
    if mark == ":":
        return "ref" if word in word_set("label_ref") else ""
    if word in word_set("label_position") and _is_position(tokens, at):
        return "name"
    return next((name for name in _LABELS if word in word_set(f"label_{name}")), "")


def _is_position(tokens: Sequence[Token], at: int) -> bool:
    """ "Day 3", "in week 2", unlike "40 calls a day"."""
    capital = tokens[at].text[0].isupper()
    return capital or low(tokens, at - 1) in word_set("label_position_before")


def _counts_anyway(tokens: Sequence[Token], index: int, at: int, why: str) -> bool:
    """ "unit 12 officers" is no unit number, unlike "Grade 2 incidents" and "Unit 7"."""
    number, word = cardinal_at(tokens, index), low(tokens, at)
    if number is None or number.vague or low(tokens, number.last) in _SHARE_WORDS:
        return True
    if tokens[index].kind == "word" and why not in {"grade", "name", "section"}:
        return word not in {"number", "platform", "gate"}
    if word not in word_set("label_weak") | word_set("label_position"):
        return False
    capital = token(tokens, at).text[:1].isupper() and at > 0
    free = low(tokens, at - 1) in word_set("label_free")
    return free or (is_plural(tokens, number.last) and not capital)


def _address(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "221 Station Road", "12-14 High Street", "2AU" of a postcode."""
    start = index + 1
    if low(tokens, start) in _DASHES and token(tokens, start + 1).kind == "digits":
        start += 2
    for at in range(start, start + 4):
        part = token(tokens, at)
        if part.kind != "word" or not part.text[:1].isupper():
            return None
        if at > start and part.low in word_set("street_words"):
            return None if is_plural(tokens, at + 1) else no_claim(index, start, "address")
    return None


def _digits_ordinal(tokens: Sequence[Token], index: int) -> Amount | None:
    if low(tokens, index + 1) in {"st", "nd", "rd", "th"} and glued(tokens, index + 1):
        return no_claim(index, index + 2, "ordinal")
    return None


def _ordinal(tokens: Sequence[Token], index: int) -> Amount | None:
    here = tokens[index]
    joined = index + 2 if low(tokens, index + 1) == "-" else index + 1
    ordinals = number_words("ordinal", "fraction")
    if here.low in number_words("ten") and low(tokens, joined) in ordinals:
        return no_claim(index, joined + 1, "ordinal")
    if here.low in ordinals and here.low not in {"half", "quarter"}:
        return no_claim(index, index + 1, "ordinal")
    return None


def _idiom(tokens: Sequence[Token], index: int) -> Amount | None:
    """A number word that counts nothing: a pronoun "one", "zero tolerance", "two-way"."""
    here = low(tokens, index)
    if here == "one" and _is_pronoun(tokens, index):
        return no_claim(index, index + 1, "idiom")
    if here in {"zero", "nil"}:
        after, before = low(tokens, index + 1), low(tokens, index - 1)
        if after in word_set("zero_after") or before in word_set("zero_before"):
            return no_claim(index, index + 1, "idiom")
    if low(tokens, index + 1) == "-" and low(tokens, index + 2) == here:
        return no_claim(index, index + 3, "idiom")
    number = cardinal_at(tokens, index)
    if number is None or number.low is None or number.low > Decimal(12):
        return None
    return _fixed_phrase(tokens, number)


def _fixed_phrase(tokens: Sequence[Token], number: Amount) -> Amount | None:
    end = number.last
    before = (low(tokens, number.first - 2), low(tokens, number.first - 1))
    if before == ("one", "of"):
        return no_claim(number.first, end, "idiom")
    words = tuple(low(tokens, end + step) for step in range(2))
    if words in {("of", "them"), ("of", "us")} and low(tokens, number.first - 1) == "the":
        return no_claim(number.first, end, "idiom")
    if words[0] == "-" and words[1] in word_set("number_adjectives"):
        return no_claim(number.first, end, "idiom")
    return None


def _is_pronoun(tokens: Sequence[Token], index: int) -> bool:
    before, after = low(tokens, index - 1), low(tokens, index + 1)
    if after in {"in", "or", "and", "to", "–"}:
        second = low(tokens, index + 2)
        return second not in {"a", "every"} and cardinal_at(tokens, index + 2) is None
    if before in word_set("one_pronoun_before"):
        return True
    if after in word_set("one_pronoun_after") or not after:
        return before not in word_set("counting_before") or after in {"of", "another"}
    return after == "-" and low(tokens, index + 2) in word_set("one_adjectives")
