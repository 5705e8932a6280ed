"""Numbers that name a thing and count nothing: phone and log numbers, sections of acts, roads,
addresses, grades, operations, versions, ordinals, and idioms such as "one another".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from checks.expressions import Amount, digits_value, no_claim
from checks.lexicon import number_words, units, word_set
from checks.numbers import cardinal_at
from checks.plurals import is_plural
from checks.tokens import Token, glued, low, token

_LABELS: Final = ("section", "road", "address", "ref", "grade", "name")
_ROAD: Final = re.compile("[ABM]")
_DASHES: Final = frozenset({"-", "–"})
_SUFFIXES: Final = frozenset({"x", "s"})
_LONGEST_PHONE_GROUP: Final = 7


def label_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """What the number at a token names, or None if it may count something."""
    if token(tokens, index).kind == "digits":
        return _digits_label(tokens, index)
    return _ordinal(tokens, index) or _label(tokens, index) or _idiom(tokens, index)


def _digits_label(tokens: Sequence[Token], index: int) -> Amount | None:
    return (
        _address_part(tokens, index)
        or _phone(tokens, index)
        or _all_day(tokens, index)
        or _code(tokens, index)
        or _label(tokens, index)
        or _address(tokens, index)
        or _ordinal(tokens, index)
    )


def _address_part(tokens: Sequence[Token], index: int) -> Amount | None:
    """Digits inside a web or mail address or behind a hash sign."""
    if low(tokens, index - 1) == "#":
        return no_claim(index, index + 1, "ref")
    if not (glued(tokens, index) and low(tokens, index - 1) in {"/", "@", "_", "=", "\\"}):
        return None
    return no_claim(index, index + 1, "ref")


def _phone(tokens: Sequence[Token], index: int) -> Amount | None:
    text = tokens[index].text
    if text.isdigit() and (text.startswith("0") or low(tokens, index - 1) == "+"):
        return _long_phone(tokens, index)
    if text not in word_set("phone_numbers") or not _dialled(tokens, index):
        return None
    return no_claim(index, index + 1, "phone")


def _long_phone(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "0800 555 111", "+44 1785 123456"; "007" alone is a reference."""
    end = index + 1
    while _phone_group(tokens, end):
        end += 1
    if end == index + 1 and set(tokens[index].text) == {"0"}:
        return None
    return no_claim(index, end, "phone" if end > index + 1 else "ref")


def _phone_group(tokens: Sequence[Token], at: int) -> bool:
    group = token(tokens, at)
    return (
        group.kind == "digits" and group.text.isdigit() and len(group.text) <= _LONGEST_PHONE_GROUP
    )


def _dialled(tokens: Sequence[Token], index: int) -> bool:
    """Whether "101" and its like is the number to call. Only the two best known need no sign."""
    before, after = low(tokens, index - 1), low(tokens, index + 1)
    if after in word_set("phone_after"):
        return True
    if before in {"than", "least", "to", "from"} or is_plural(tokens, index + 1):
        return before in word_set("phone_before") - {"on"} and not is_plural(tokens, index + 1)
    if (glued(tokens, index + 1) and after in {"%", "k", "m", "st"}) or after in {"per", "percent"}:
        return False
    known = tokens[index].text in word_set("emergency_numbers")
    return known or before in word_set("phone_before")


def _all_day(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "24/7", "50-50", "9/11", "24-hour", "4x4", a score of "3-2", a log number "12/345/24"."""
    at = index + 1
    if low(tokens, at) == "x" and glued(tokens, at) and token(tokens, at + 1).kind == "digits":
        return no_claim(index, at + 2, "name")
    if tokens[index].text == "24" and low(tokens, at) == "-" and low(tokens, at + 1) == "hour":
        return no_claim(index, at + 2, "idiom")
    if not (low(tokens, at) in _DASHES | {"/"} and glued(tokens, at) and glued(tokens, at + 1)):
        return None
    if token(tokens, at + 1).kind != "digits":
        return None
    if low(tokens, at) == "/":
        return _slashed(tokens, index)
    first, second = digits_value(tokens[index].text), digits_value(tokens[at + 1].text)
    falling = first is not None and second is not None and first >= second
    magnified = glued(tokens, at + 2) and low(tokens, at + 2) in number_words("suffix")
    money = low(tokens, index - 1) in {"£", "€", "$"}
    return no_claim(index, at + 2, "idiom") if falling and not magnified and not money else None


def _slashed(tokens: Sequence[Token], index: int) -> Amount:
    end = index + 3
    while low(tokens, end) == "/" and token(tokens, end + 1).kind == "digits":
        end += 2
    return no_claim(index, end, "idiom" if end == index + 3 else "ref")


def _code(tokens: Sequence[Token], index: int) -> Amount | None:
    """Digits grown together with letters: "A66", "A1(M)", "MI5", "v3.0", "5G", "CA10 2AU"."""
    before = token(tokens, index - 1)
    if glued(tokens, index) and before.kind == "word":
        return no_claim(index, index + 1, "road" if _ROAD.fullmatch(before.text) else "name")
    joint = low(tokens, index - 1) in _DASHES and glued(tokens, index) and glued(tokens, index - 1)
    if joint and token(tokens, index - 2).kind == "word":
        return no_claim(index, index + 1, _joined_why(low(tokens, index - 2)))
    suffix = token(tokens, index + 1)
    if (
        suffix.glued
        and suffix.kind == "word"
        and suffix.text.isupper()
        and suffix.low not in _known()
    ):
        return no_claim(index, index + 2, "name")
    return None


def _joined_why(word: str) -> str:
    return "age" if word in {"under", "over", "mid"} else "name"


def _known() -> frozenset[str]:
    """Letters that may stand at a number's end and belong to it."""
    return frozenset(number_words("suffix")) | frozenset(units()) | {"s", "th"}


def _label(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "section 5", "log number 88", "Grade 2", "junction 46", "Nos. 12 and 14"."""
    at, marked = index - 1, False
    if low(tokens, at) in {".", ":"} and (glued(tokens, at) or low(tokens, at) == ":"):
        at, marked = at - 1, True
    word = low(tokens, at)
    if not word:
        return None
    if marked and low(tokens, index - 1) == ".":
        why = "section" if word in word_set("abbreviations") else ""
    else:
        why = next((name for name in _LABELS if word in word_set(f"label_{name}")), "")
    if not why or low(tokens, at - 1) in word_set("label_free"):
        return None
    if _counts_anyway(tokens, index, at, word, why):
        return None
    return no_claim(index, _list_end(tokens, index), why)


def _counts_anyway(tokens: Sequence[Token], index: int, at: int, word: str, why: str) -> bool:
    """ "unit 12 officers" is no unit number, unlike "Grade 2 incidents" and "Unit 7"."""
    number = cardinal_at(tokens, index)
    if number is None or number.vague:
        return True
    if low(tokens, number.last) in {"%", "per", "percent", "pc"}:
        return True
    if tokens[index].kind == "word" and why not in {"grade", "name", "section"}:
        return word not in {"number", "platform", "gate"}
    if word not in word_set("label_weak"):
        return False
    capital = token(tokens, at).text[:1].isupper() and at > 0
    return is_plural(tokens, number.last) and not capital


def _list_end(tokens: Sequence[Token], index: int) -> int:
    """One past the last number of "18 and 20", "2, 3 or 4", "12/345/24", "46-48"."""
    end = index + 1
    while True:
        joint = low(tokens, end) in word_set("connectors") | {"/"}
        follower = token(tokens, end + 1)
        if not joint or follower.kind != "digits" or is_plural(tokens, end + 2):
            return end
        end += 2


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


def _ordinal(tokens: Sequence[Token], index: int) -> Amount | None:
    here = tokens[index]
    if here.kind == "digits":
        if low(tokens, index + 1) in {"st", "nd", "rd", "th"} and glued(tokens, index + 1):
            return no_claim(index, index + 2, "ordinal")
        return None
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
