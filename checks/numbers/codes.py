"""Digits that are dialled, printed on something or grown together with letters: "101",
"0800 555 111", "24/7", "A66", "MI5", "v3.0", "12/345/24", "ISO 9001".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from checks.numbers.expressions import Amount, digits_value, no_claim
from checks.numbers.lexicon import comparators, number_words, units, word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Tokens, glued, token

_ROAD: Final = re.compile("[ABM]")
_DASHES: Final = frozenset({"-", "–"})
_LONGEST_PHONE_GROUP: Final = 7
_SUFFIXES: Final = frozenset({"s", "st", "nd", "rd", "th", "x", "plus", "ish"})
_GENERATIONS: Final = frozenset("23456")  # of mobile telephony
_SHARE_WORDS: Final = frozenset({"per", "%", "percent"})


def code_at(tokens: Tokens, index: int) -> Amount | None:
    """What the digits at a token are if they count nothing by their very form, or None."""
    return (
        _address_part(tokens, index)
        or _phone(tokens, index)
        or _joined(tokens, index)
        or _grown(tokens, index)
        or _named(tokens, index)
    )


def _address_part(tokens: Tokens, index: int) -> Amount | None:
    """Digits inside a web or mail address, behind a hash sign or in a footnote's brackets."""
    before = tokens.words[index - 1]
    if before == "[" and glued(tokens, index - 1) and tokens.words[index + 1] == "]":
        return no_claim(index, index + 1, "ref")
    if before == "#" or (glued(tokens, index) and before in {"/", "@", "_", "=", "\\"}):
        return no_claim(index, index + 1, "ref")
    return None


def _phone(tokens: Tokens, index: int) -> Amount | None:
    text = tokens[index].text
    if text.isdigit() and (text.startswith("0") or tokens.words[index - 1] == "+"):
        return _long_phone(tokens, index)
    if text not in word_set("phone_numbers") or not _dialled(tokens, index):
        return None
    return no_claim(index, index + 1, "phone")


def _long_phone(tokens: Tokens, index: int) -> Amount | None:
    """ "0800 555 111", "+44 1785 123456"; "007" alone is a reference."""
    end = index + 1
    while _phone_group(tokens, end):
        end += 1
    if end == index + 1 and set(tokens[index].text) == {"0"}:
        return None
    return no_claim(index, end, "phone" if end > index + 1 else "ref")


def _phone_group(tokens: Tokens, at: int) -> bool:
    group = token(tokens, at)
    return (
        group.kind == "digits" and group.text.isdigit() and len(group.text) <= _LONGEST_PHONE_GROUP
    )


def _dialled(tokens: Tokens, index: int) -> bool:
    """Whether "101" and its like is the number to call. Only the two best known need no sign."""
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    known = tokens[index].text in word_set("emergency_numbers")
    if known and after in word_set("phone_after"):
        return True
    if after in _SHARE_WORDS or is_plural(tokens, index + 1):
        return False
    if before in {"than", "least"}:
        return False
    return known or before in word_set("phone_before")


def _joined(tokens: Tokens, index: int) -> Amount | None:
    """ "24/7", "50-50", "9/11", "24-hour", "4x4", a score of "3-2", a log number "12/345/24"."""
    at = index + 1
    if tokens.words[at] == "x" and at + 1 in tokens.digits:
        return no_claim(index, at + 2, "name")
    if tokens[index].text == "24" and tokens.words[at] == "-" and tokens.words[at + 1] == "hour":
        return no_claim(index, at + 2, "idiom")
    tight = glued(tokens, at) and glued(tokens, at + 1)
    if not tight or at + 1 not in tokens.digits:
        return None
    if tokens.words[at] == "/":
        return _slashed(tokens, index)
    if tokens.words[at] == "'" and tokens.words[at + 2] in {'"', "'", "tall"}:
        return no_claim(index, at + 2, "size")
    falls = tokens.words[at] in _DASHES and _falls(tokens, index, at + 1)
    return no_claim(index, at + 2, "idiom") if falls else None


def _falls(tokens: Tokens, index: int, second: int) -> bool:
    """Whether "70-30" cannot be a range; "£500-1m" can."""
    start, end = digits_value(tokens[index].text), digits_value(tokens[second].text)
    magnified = tokens.words[second + 1] in number_words("suffix")
    money = tokens.words[index - 1] in {"£", "€", "$"}
    return start is not None and end is not None and start >= end and not (magnified or money)


def _slashed(tokens: Tokens, index: int) -> Amount | None:
    end = index + 3
    if tokens.words[end] == "of":
        return None  # "3/4 of"
    while tokens.words[end] == "/" and end + 1 in tokens.digits:
        end += 2
    return no_claim(index, end, "idiom" if end == index + 3 else "ref")


def _grown(tokens: Tokens, index: int) -> Amount | None:
    """Digits with letters at either side: "A66", "A1(M)", "Covid-19", "5G", "320d", "2AU"."""
    before, suffix = token(tokens, index - 1), token(tokens, index + 1)
    if glued(tokens, index) and before.kind == "word":
        return no_claim(index, index + 1, "road" if _ROAD.fullmatch(before.text) else "name")
    tight = glued(tokens, index) and glued(tokens, index - 1)
    if tight and before.low in _DASHES and token(tokens, index - 2).kind == "word":
        age = tokens.words[index - 2] in {"under", "over", "mid"}
        return no_claim(index, index + 1, "age" if age else "name")
    if suffix.text == "G" and suffix.glued and tokens[index].text in _GENERATIONS:
        return no_claim(index, index + 2, "name")
    if suffix.glued and suffix.kind == "word" and suffix.low not in _number_endings():
        return no_claim(index, index + 2, "name")
    return None


@cache
def _number_endings() -> frozenset[str]:
    """Letters that may stand at a number's end and belong to it."""
    vulgar = frozenset(number_words("vulgar"))
    return frozenset(number_words("suffix", "scale")) | frozenset(units()) | vulgar | _SUFFIXES


def _named(tokens: Tokens, index: int) -> Amount | None:
    """ "ISO 9001 status", "Psalm 23.", ".22 rifle"; "Kent 40 arrests" is no name with a number."""
    name, after = token(tokens, index - 1), tokens.words[index + 1]
    if name.low == "." and glued(tokens, index) and not glued(tokens, index - 1):
        return no_claim(index, index + 1, "name")
    if name.kind != "word" or not (name.text.isupper() or name.text.istitle()):
        return None
    opens = index <= 1 or after in _SHARE_WORDS or after in word_set("be") or after in units()
    if opens or is_plural(tokens, index + 1):
        return None
    capitals = name.text.isupper() and len(name.text) > 1 and name.low not in units()
    titled = name.text.istitle() and name.low not in comparators("before")
    capitals = capitals or tokens.words[index - 2] == "&"
    if capitals or (titled and after in {"", ".", ","}):
        return no_claim(index, index + 1, "name")
    return None
