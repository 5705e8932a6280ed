"""Cardinals in digits and words, with their magnitudes: "1,234.5", "£2.3bn"'s 2.3bn, "twenty-six",
"half a million", "two and a half", "hundreds of thousands", "several dozen".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from text_to_num import text2num

from checks.numbers.expressions import Amount, digits_value, point, vague
from checks.numbers.lexicon import number_words
from checks.numbers.parts import fraction_at
from checks.numbers.plurals import is_plural
from checks.numbers.thousands import with_lost_thousands
from checks.numbers.tokens import Tokens, glued, read_once
from checks.numbers.vague_numbers import few_at, plural_scale_at

_MAGNITUDES: Final = 2
_LONGEST_RUN: Final = 16
_KINDS: Final = ("unit", "teen", "ten", "hundred", "scale")
_MAY_FOLLOW: Final = {
    "ten": {"unit", "hundred", "scale"},
    "unit": {"hundred", "scale"},
    "teen": {"hundred", "scale"},
    "hundred": {"unit", "teen", "ten", "scale"},
    "scale": {"unit", "teen", "ten", "scale"},
}


@read_once
def cardinal_at(tokens: Tokens, index: int) -> Amount | None:
    """The cardinal that begins at a token, or None."""
    if index in tokens.digits:
        return _digits(tokens, index)
    word = tokens.words[index]
    if word in number_words("vulgar"):
        return _scaled(tokens, point(index, index + 1, number_words("vulgar")[word]))
    return (
        _article_scale(tokens, index)
        or _part_of_scale(tokens, index)
        or _spelled(tokens, index)
        or few_at(tokens, index)
        or plural_scale_at(tokens, index)
    )


def _digits(tokens: Tokens, index: int) -> Amount:
    value = digits_value(tokens.words[index])
    if value is not None and tokens.words[index + 1] == "s" and tokens.words[index + 2] == "of":
        return vague(index, index + 2, value, value * 10)  # "100s of people"
    number = with_lost_thousands(tokens, point(index, index + 1, value))
    return _scaled(tokens, _with_half(tokens, number))


def _with_half(tokens: Tokens, number: Amount) -> Amount:
    """ "two and a half", "two-and-a-half", "2½"."""
    if number.low is None:
        return number
    at = number.last
    if tokens.words[at] in number_words("vulgar"):
        return point(number.first, at + 1, number.low + number_words("vulgar")[tokens.words[at]])
    if tokens.words[at] not in {"and", "-"}:
        return number
    words = [at + step for step in range(6) if tokens.words[at + step] != "-"][:3]
    parts = [tokens.words[position] for position in words]
    if parts in (["and", "a", "half"], ["and", "a", "quarter"]):
        extra = number_words("fraction")[parts[2]]
        return point(number.first, words[2] + 1, number.low + extra)
    return number


def _scaled(tokens: Tokens, number: Amount) -> Amount:
    """Multiply by the magnitudes that follow: "2.5 million", "40k", "4 hundred million"."""
    for _ in range(_MAGNITUDES):
        found = _magnitude(tokens, number.last)
        if found is None:
            break
        factor, last = found
        value = None if number.low is None else number.low * factor
        number = point(number.first, last, value, scale=number.scale * factor)
    return number


def _magnitude(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    at = index + 1 if tokens.words[index] == "-" and glued(tokens, index) else index
    word = tokens.words[at]
    scales = number_words("scale", "hundred", "dozen")
    if word in scales:
        return scales[word], at + 1
    suffixes = number_words("suffix")
    if word not in suffixes or at != index:
        return None
    if at + 1 in tokens.digits and glued(tokens, at + 1):
        return None
    return (suffixes[word], at + 1) if word in {"bn", "tn"} or glued(tokens, at) else None


def _spelled(tokens: Tokens, index: int) -> Amount | None:
    if tokens.words[index] not in number_words("unit", "teen", "ten"):
        return None
    last = _run_end(tokens, index)
    number = point(
        index, last, _spelled_value(tokens, index, last), scale=_last_scale(tokens, last)
    )
    halved = _with_half(tokens, number)
    return halved if halved is number else _scaled(tokens, halved)


def _last_scale(tokens: Tokens, last: int) -> Decimal:
    return number_words("hundred", "scale", "dozen").get(tokens.words[last - 1], Decimal(1))


def _spelled_value(tokens: Tokens, first: int, last: int) -> Decimal | None:
    words = " ".join(tokens.words[at] for at in range(first, last) if tokens.words[at] != "-")
    if words.endswith(" dozen"):
        dozens = _text_value(words.removesuffix(" dozen"))
        return None if dozens is None else dozens * 12
    return _text_value(words)


def _text_value(words: str) -> Decimal | None:
    """The value of number words; None for a run that is no number, as "twenty hundred million"."""
    try:
        return Decimal(text2num(words, "en"))
    except ValueError:
        return None


def _run_end(tokens: Tokens, index: int) -> int:
    """One past the last word of the spelled cardinal that begins at a token."""
    kind, at = _word_kind(tokens.words[index]), index + 1
    while at - index < _LONGEST_RUN:
        following = at + 1 if tokens.words[at] == "-" and glued(tokens, at) else at
        if tokens.words[at] == "and" and kind in {"hundred", "scale"}:
            following = at + 1
            if _word_kind(tokens.words[following]) not in {"unit", "teen", "ten"}:
                return at
        if tokens.words[following] == "dozen" and kind in {"unit", "teen", "ten"}:
            return following + 1
        after = _word_kind(tokens.words[following])
        if after not in _MAY_FOLLOW.get(kind, ()):
            return at
        if after == "unit" and tokens.words[following] == "zero":
            return at
        kind, at = after, following + 1
    return at


def _word_kind(word: str) -> str:
    return next((kind for kind in _KINDS if word in number_words(kind)), "")


def _article_scale(tokens: Tokens, index: int) -> Amount | None:
    """ "a hundred", "a million and a half", "a dozen", "a thousand and ten"."""
    if tokens.words[index] not in {"a", "an"}:
        return None
    if tokens.words[index + 1] == "cool":
        return _cool(tokens, index)
    scale = tokens.words[index + 1]
    if scale == "dozen":
        return point(index, index + 2, Decimal(12))
    if _word_kind(scale) not in {"hundred", "scale"}:
        return None
    last = _run_end(tokens, index + 1)
    words = [tokens.words[at] for at in range(index + 1, last) if tokens.words[at] != "-"]
    number = point(index, last, _text_value(" ".join(["one", *words])))
    halved = _with_half(tokens, number) if len(words) == 1 else number
    if halved is number or number.low is None or halved.low is None:
        return number
    return point(index, halved.last, number.low * (halved.low - number.low + 1))


def _cool(tokens: Tokens, index: int) -> Amount | None:
    """ "a cool million" is of pounds."""
    million = number_words("scale").get(tokens.words[index + 2])
    if million is None or is_plural(tokens, index + 3):
        return None
    return point(index, index + 3, million)._replace(unit="GBP", unit_kind="money")


def _part_of_scale(tokens: Tokens, index: int) -> Amount | None:
    """ "half a million", "a quarter of a million", "half-a-dozen"."""
    found = fraction_at(tokens, index)
    if found is None or found.low is None:
        return None
    rest = [at for at in range(found.last, found.last + 6) if tokens.words[at] != "-"]
    words = [tokens.words[at] for at in rest]
    skip = next((n for n in (2, 1, 0) if tuple(words[:n]) in {("of", "a"), ("a",), ()}), 0)
    scales = number_words("scale", "hundred", "dozen")
    if skip >= len(words) or words[skip] not in scales:
        return None
    return point(index, rest[skip] + 1, found.low * scales[words[skip]])
