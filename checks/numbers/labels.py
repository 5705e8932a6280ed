"""Numbers that name a thing and count nothing: log numbers, sections of acts, addresses, grades,
operations, versions, ordinals, and idioms such as "one another".
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.codes import code_at
from checks.numbers.enumerations import row_end
from checks.numbers.expressions import Amount, no_claim
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.names import digits_name, worded_name
from checks.numbers.parts import fraction_at
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import STOPS, Tokens, glued, token

_LABELS: Final = ("section", "road", "address", "ref", "grade", "name")
_DASHES: Final = frozenset({"-", "–"})
_REACH: Final = 24
_SHARE_WORDS: Final = frozenset({"%", "per", "percent", "pc"})


def label_at(tokens: Tokens, index: int) -> Amount | None:
    """What the number at a token names, or None if it may count something."""
    if index not in tokens.digits:
        return (
            _ordinal(tokens, index) or _label(tokens, index) or worded_name(tokens, index)
            or _idiom(tokens, index)
        )  # fmt: skip
    return (
        _digits_ordinal(tokens, index) or _label(tokens, index) or code_at(tokens, index)
        or _address(tokens, index) or digits_name(tokens, index)
        or _number_adjective(tokens, index, index + 1)
    )  # fmt: skip


def _label(tokens: Tokens, index: int) -> Amount | None:
    """ "section 5", "log number: 88", "Grade 2", "junction 46", "Nos. 12 and 14"."""
    at = index - 1
    mark = tokens.words[at] if tokens.words[at] in {".", ":"} else ""
    if mark:
        at -= 1
    why = _label_why(tokens, at, mark)
    if not why or _counts_anyway(tokens, index, at, why):
        return None
    return no_claim(index, row_end(tokens, index + 1), why)


def _label_why(tokens: Tokens, at: int, mark: str) -> str:
    """What a number is called by the word before it; "" if that word labels nothing."""
    word = tokens.words[at]
    if mark == ".":
        return "section" if word in word_set("abbreviations") and glued(tokens, at + 1) else ""
    if mark == ":":
        return "ref" if word in word_set("label_ref") else ""
    if word in word_set("label_position") and _is_position(tokens, at):
        return "name"
    return _labels().get(word, "")


@cache
def _labels() -> Mapping[str, str]:
    """Words that label a number with what they make of it."""
    return {word: name for name in reversed(_LABELS) for word in word_set(f"label_{name}")}


def _is_position(tokens: Tokens, at: int) -> bool:
    """ "Day 3", "in week 2", unlike "40 calls a day"."""
    capital = tokens[at].text[0].isupper()
    return capital or tokens.words[at - 1] in word_set("label_position_before")


def _counts_anyway(tokens: Tokens, index: int, at: int, why: str) -> bool:
    """ "unit 12 officers" is no unit number, unlike "Grade 2 incidents" and "Unit 7"."""
    number, word = cardinal_at(tokens, index), tokens.words[at]
    if number is None or number.vague or tokens.words[number.last] in _SHARE_WORDS:
        return True
    if tokens[index].kind == "word" and why not in {"grade", "name", "section"}:
        return word not in {"number", "platform", "gate"}
    if word not in word_set("label_weak", "label_position"):
        return False
    capital = token(tokens, at).text[:1].isupper()
    free = tokens.words[at - 1] in word_set("label_free")
    counts = is_plural(tokens, number.last) or _counts_one(tokens, number)
    return (free or counts) and (not capital or (free and counts))


def _counts_one(tokens: Tokens, number: Amount) -> bool:
    """ "the night in question one sergeant was on duty"."""
    people = word_set("countable", "person_nouns")
    return tokens.words[number.last - 1] == "one" and tokens.words[number.last] in people


def _address(tokens: Tokens, index: int) -> Amount | None:
    """ "221 Station Road", "12-14 High Street", "2AU" of a postcode."""
    start = index + 1
    if tokens.words[start] in _DASHES and start + 1 in tokens.digits:
        start += 2
    for at in range(start, start + 4):
        part = token(tokens, at)
        if part.kind != "word" or not part.text[:1].isupper():
            return None
        if at > start and part.low in word_set("street_words"):
            return None if is_plural(tokens, at + 1) else no_claim(index, start, "address")
    return None


def _digits_ordinal(tokens: Tokens, index: int) -> Amount | None:
    if tokens.words[index + 1] in {"st", "nd", "rd", "th"} and glued(tokens, index + 1):
        return no_claim(index, index + 2, "ordinal")
    return None


def _ordinal(tokens: Tokens, index: int) -> Amount | None:
    here = tokens[index]
    joined = index + 2 if tokens.words[index + 1] == "-" else index + 1
    ordinals = number_words("ordinal", "fraction")
    if here.low in number_words("ten") and tokens.words[joined] in ordinals:
        return no_claim(index, joined + 1, "ordinal")
    if here.low in ordinals and here.low not in {"half", "quarter"}:
        return no_claim(index, index + 1, "ordinal")
    return None


def _idiom(tokens: Tokens, index: int) -> Amount | None:
    """A number word that counts nothing: a pronoun "one", "zero tolerance", "two-way"."""
    here = tokens.words[index]
    if tokens.words[index + 1] in {"-", "by", "to"} and tokens.words[index + 2] == here:
        return no_claim(index, index + 3, "idiom")
    if here == "one" and _is_pronoun(tokens, index):
        return no_claim(index, index + 1, "idiom")
    if here in {"zero", "nil"}:
        after, before = tokens.words[index + 1], tokens.words[index - 1]
        if after in word_set("zero_after") or before in word_set("zero_before"):
            return no_claim(index, index + 1, "idiom")
    number = cardinal_at(tokens, index)
    falling = _falling_pair(tokens, number) if number else None
    if falling is not None:
        return falling
    if number is None or number.low is None:
        return None
    fixed = _fixed_phrase(tokens, number) if number.low <= Decimal(12) else None
    return fixed or _number_adjective(tokens, index, number.last)


def _falling_pair(tokens: Tokens, number: Amount) -> Amount | None:
    """ "nine-to-five", "two-to-one": hours and odds, for a range would rise."""
    at = number.last
    hyphens = tokens.words[at] == "-" and tokens.words[at + 1] == "to"
    odds = (
        tokens.words[at] == "to"
        and tokens.words[at + 1] == "one"
        and not token(tokens, at + 2).text.isalpha()
    )
    if not hyphens and not odds:
        return None
    second = cardinal_at(tokens, at + 3 if hyphens else at + 1)
    if second is None or second.low is None or number.low is None or number.low < second.low:
        return None
    return no_claim(number.first, second.last, "idiom")


def _fixed_phrase(tokens: Tokens, number: Amount) -> Amount | None:
    end = number.last
    before = (tokens.words[number.first - 2], tokens.words[number.first - 1])
    ranked = before[1] == "top" and tokens.words[end] not in _SHARE_WORDS
    if before == ("one", "of") or ranked:
        return no_claim(number.first, end, "idiom")
    words = tuple(tokens.words[end + step] for step in range(2))
    if words in {("of", "them"), ("of", "us")} and tokens.words[number.first - 1] == "the":
        return no_claim(number.first, end, "idiom")
    return None


def _number_adjective(tokens: Tokens, first: int, end: int) -> Amount | None:
    """ "two-way", "a 12-bore shotgun", "thirty-something"."""
    joined = tokens.words[end] == "-" and tokens.words[end + 1] in word_set("number_adjectives")
    return no_claim(first, end, "idiom") if joined else None


def _is_pronoun(tokens: Tokens, index: int) -> bool:
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    number = cardinal_at(tokens, index)
    longer = number is not None and number.last > index + 1
    if longer or fraction_at(tokens, index) or _is_one_of_several(tokens, index):
        return False
    if after in {"in", "or", "and", "to", "–"}:
        second = tokens.words[index + 2]
        return second not in {"a", "every"} and cardinal_at(tokens, index + 2) is None
    if before in word_set("one_pronoun_before"):
        return True
    if after in word_set("one_pronoun_after") or not after:
        return before not in word_set("counting_before") or after in {"of", "another"}
    return after == "-" and tokens.words[index + 2] in word_set("one_adjectives")


def _is_one_of_several(tokens: Tokens, index: int) -> bool:
    """ "two men, one of them armed", "three men – one with a knife –": one of those counted."""
    after, second = tokens.words[index + 1], tokens.words[index + 2]
    if after == "of":
        chosen = second in {"them", "which", "whom"}
    else:
        chosen = after in word_set("one_picked") and tokens.words[index - 1] in word_set("asides")
    return chosen and _counted_before(tokens, index)


def _counted_before(tokens: Tokens, index: int) -> bool:
    """Whether a number above one stands earlier in the sentence."""
    several = number_words("unit", "teen", "ten", "dozen", "hundred", "vague")
    for at in range(index - 1, max(index - 1 - _REACH, -1), -1):
        here = tokens[at]
        if here.low in STOPS:
            return False
        if here.kind == "digits" or several.get(here.low, 0) > 1:
            return True
    return False
