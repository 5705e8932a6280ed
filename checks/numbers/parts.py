"""Parts of one: "half", "a third", "three-quarters", "one in five", "nine out of ten"."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from checks.numbers.expressions import Amount, digits_value, point
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Tokens, low, read_once, token

_PRECISE: Final = Context(prec=28)


_YEARLIKE: Final = Decimal(1900)


@read_once
def ratio_at(tokens: Tokens, index: int) -> Amount | None:
    """ "one in five", "9 out of 10", "seven times in ten": the first over the second."""
    top, after = _plain(tokens, index)
    if top is None:
        return None
    occasions = low(tokens, after) == "times"
    if occasions or (top == 1 and _is_one_noun_in(tokens, index)):
        after += 1
    if low(tokens, after) not in {"in", "out", "-"}:
        return None
    words = [at for at in range(after, after + 7) if low(tokens, at) != "-"]
    parts = [low(tokens, at) for at in words]
    skip = 2 if parts[:2] == ["out", "of"] else 1 if parts[:1] == ["in"] else 0
    skip += skip > 0 and parts[skip : skip + 1] == ["every"]
    if not 0 < skip < len(words):
        return None
    bottom, end = _plain(tokens, words[skip])
    if bottom is None or top >= bottom or not top or _is_stretch_of_time(tokens, end, bottom):
        return None
    if occasions and is_plural(tokens, end):
        return None
    return point(index, end, _PRECISE.divide(top, bottom))._replace(unit="ratio", unit_kind="share")


def _is_one_noun_in(tokens: Tokens, index: int) -> bool:
    """ "one woman in four", unlike "one arrest in 10 raids"."""
    noun, bottom = token(tokens, index + 1), token(tokens, index + 3)
    if noun.kind != "word" or noun.low in word_set("stop_words") or low(tokens, index + 2) != "in":
        return False
    small = bottom.low in number_words("unit", "teen", "ten") or bottom.kind == "digits"
    return small and not is_plural(tokens, index + 4)


def _plain(tokens: Tokens, index: int) -> tuple[Decimal | None, int]:
    """A whole number in digits or one to a hundred in words, and the token after it."""
    here = token(tokens, index)
    if here.kind == "digits":
        value = digits_value(here.text)
        return (value if value is not None and value == int(value) else None), index + 1
    small = number_words("unit", "teen", "ten", "hundred", "scale")
    if here.low in {"a", "an"} and low(tokens, index + 1) in number_words("hundred", "scale"):
        return small[low(tokens, index + 1)], index + 2
    value = small.get(here.low)
    if here.low in number_words("ten"):
        at = index + 2 if low(tokens, index + 1) == "-" else index + 1
        unit = number_words("unit").get(low(tokens, at))
        return (
            (None, at) if value is None else (value + unit, at + 1) if unit else (value, index + 1)
        )
    return value, index + 1


def _is_stretch_of_time(tokens: Tokens, end: int, bottom: Decimal) -> bool:
    """ "two in five days", "three in 2023" are no shares."""
    at = end + 1 if low(tokens, end) == "-" else end
    named = token(tokens, end - 1).text
    return low(tokens, at) in word_set("time_units") or (bottom >= _YEARLIKE and named.isdigit())


def part_at(tokens: Tokens, index: int) -> Amount | None:
    """A fraction that stands for a share: "half of", "a third more"; not "a third man"."""
    found = fraction_at(tokens, index) or _slashed_part(tokens, index)
    if found is None or not _is_share(tokens, found):
        return None
    return found._replace(unit="ratio", unit_kind="share")


def _slashed_part(tokens: Tokens, index: int) -> Amount | None:
    """ "3/4 of"."""
    here, bottom = token(tokens, index), token(tokens, index + 2)
    if here.kind != "digits" or low(tokens, index + 1) != "/" or low(tokens, index + 3) != "of":
        return None
    if not (here.text.isdigit() and bottom.text.isdigit()):
        return None
    over, under = digits_value(here.text), digits_value(bottom.text)
    if over is None or under is None or over >= under:
        return None
    return point(index, index + 3, _PRECISE.divide(over, under))


def _is_share(tokens: Tokens, found: Amount) -> bool:
    first, after, before = (
        low(tokens, found.first),
        low(tokens, found.last),
        low(tokens, found.first - 1),
    )
    if low(tokens, found.last) == "as":
        return False
    if first == "half":
        return _is_half(tokens, found.first)
    if first == "quarter":
        return after == "of" and before not in word_set("quarter_before")
    part = low(tokens, found.last - 1)
    if part in {"quarter", "quarters"}:
        return after not in word_set("quarter_after")
    if part in number_words("fraction") and first != "one":
        return not after or after in word_set("part_after")
    return True


def _is_half(tokens: Tokens, index: int) -> bool:
    after, before = low(tokens, index + 1), low(tokens, index - 1)
    if before in word_set("half_before") or after in word_set("half_after"):
        return False
    return after != "-"


@read_once
def fraction_at(tokens: Tokens, index: int) -> Amount | None:
    """ "half", "a third", "one-quarter", "two-thirds", "three quarters", as a part of one."""
    word = low(tokens, index)
    single, plural = number_words("fraction"), number_words("fractions")
    if word in {"half", "quarter"}:
        return point(index, index + 1, single[word])
    if word in number_words("vulgar") and low(tokens, index + 1) in {"of", "the"}:
        return point(index, index + 1, number_words("vulgar")[word])
    count = number_words("unit", "teen").get(word)
    at = index + 2 if low(tokens, index + 1) == "-" else index + 1
    part = low(tokens, at)
    if word in {"a", "an", "one"} and part in single:
        return point(index, at + 1, single[part])
    if count is not None and count > 1 and part in plural:
        return point(index, at + 1, count * plural[part])
    return None
