"""Parts of one: "half", "a third", "three-quarters", "one in five", "nine out of ten"."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from checks.numbers.expressions import Amount, digits_value, point
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Tokens, read_once, token

_PRECISE: Final = Context(prec=28)


_YEARLIKE: Final = Decimal(1900)


@read_once
def ratio_at(tokens: Tokens, index: int) -> Amount | None:
    """ "one in five", "9 out of 10", "seven times in ten": the first over the second."""
    top, after = _plain(tokens, index)
    if top is None:
        return None
    occasions = tokens.words[after] == "times"
    if occasions or (top == 1 and _is_one_noun_in(tokens, index)):
        after += 1
    if tokens.words[after] not in {"in", "out", "-"}:
        return None
    words = [at for at in range(after, after + 7) if tokens.words[at] != "-"]
    parts = [tokens.words[at] for at in words]
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
    if noun.kind != "word" or noun.low in word_set("stop_words") or tokens.words[index + 2] != "in":
        return False
    small = bottom.low in number_words("unit", "teen", "ten") or bottom.kind == "digits"
    return small and not is_plural(tokens, index + 4)


def _plain(tokens: Tokens, index: int) -> tuple[Decimal | None, int]:
    """A whole number in digits or one to a hundred in words, and the token after it."""
    here = tokens.words[index]
    if index in tokens.digits:
        value = digits_value(here)
        return (value if value is not None and value == int(value) else None), index + 1
    small = number_words("unit", "teen", "ten", "hundred", "scale")
    if here in {"a", "an"} and tokens.words[index + 1] in number_words("hundred", "scale"):
        return small[tokens.words[index + 1]], index + 2
    value = small.get(here)
    if here in number_words("ten"):
        at = index + 2 if tokens.words[index + 1] == "-" else index + 1
        unit = number_words("unit").get(tokens.words[at])
        return (
            (None, at) if value is None else (value + unit, at + 1) if unit else (value, index + 1)
        )
    return value, index + 1


def _is_stretch_of_time(tokens: Tokens, end: int, bottom: Decimal) -> bool:
    """ "two in five days", "three in 2023" are no shares."""
    at = end + 1 if tokens.words[end] == "-" else end
    named = token(tokens, end - 1).text
    return tokens.words[at] in word_set("time_units") or (bottom >= _YEARLIKE and named.isdigit())


def part_at(tokens: Tokens, index: int) -> Amount | None:
    """A fraction that stands for a share: "half of", "a third more"; not "a third man"."""
    found = fraction_at(tokens, index) or _slashed_part(tokens, index)
    if found is None or not _is_share(tokens, found):
        return None
    return found._replace(unit="ratio", unit_kind="share")


def _slashed_part(tokens: Tokens, index: int) -> Amount | None:
    """ "3/4 of"."""
    if tokens.words[index + 1] != "/" or tokens.words[index + 3] != "of":
        return None
    here, bottom = token(tokens, index), token(tokens, index + 2)
    if not (here.text.isdigit() and bottom.text.isdigit()):
        return None
    over, under = digits_value(here.text), digits_value(bottom.text)
    if over is None or under is None or over >= under:
        return None
    return point(index, index + 3, _PRECISE.divide(over, under))


def _is_share(tokens: Tokens, found: Amount) -> bool:
    first, after, before = (
        tokens.words[found.first],
        tokens.words[found.last],
        tokens.words[found.first - 1],
    )
    if tokens.words[found.last] == "as":
        return False
    if first == "half":
        return _is_half(tokens, found.first)
    if first == "quarter":
        return after == "of" and before not in word_set("quarter_before")
    part = tokens.words[found.last - 1]
    if part in {"quarter", "quarters"}:
        return after not in word_set("quarter_after")
    if part in number_words("fraction") and first != "one":
        return not after or after in word_set("part_after")
    return True


def _is_half(tokens: Tokens, index: int) -> bool:
    after, before = tokens.words[index + 1], tokens.words[index - 1]
    if before in word_set("half_before") or after in word_set("half_after"):
        return False
    return after != "-"


@read_once
def fraction_at(tokens: Tokens, index: int) -> Amount | None:
    """ "half", "a third", "one-quarter", "two-thirds", "three quarters", as a part of one."""
    word = tokens.words[index]
    single, plural = number_words("fraction"), number_words("fractions")
    if word in {"half", "quarter"}:
        return point(index, index + 1, single[word])
    if word in number_words("vulgar") and tokens.words[index + 1] in {"of", "the"}:
        return point(index, index + 1, number_words("vulgar")[word])
    count = number_words("unit", "teen").get(word)
    at = index + 2 if tokens.words[index + 1] == "-" else index + 1
    part = tokens.words[at]
    if word in {"a", "an", "one"} and part in single:
        return point(index, at + 1, single[part])
    if count is not None and count > 1 and part in plural:
        return point(index, at + 1, count * plural[part])
    return None
