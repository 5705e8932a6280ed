"""Cardinals in digits and words, with their magnitudes: "1,234.5", "£2.3bn"'s 2.3bn, "twenty-six",
"half a million", "two and a half", "hundreds of thousands", "several dozen".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from text_to_num import text2num

from checks.numbers.expressions import Amount, digits_value, point, vague
from checks.numbers.lexicon import number_words
from checks.numbers.parts import fraction_at
from checks.numbers.tokens import Token, glued, low, match_phrase, token

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
_FEW: Final = {("several",), ("a", "few"), ("many",), ("a", "couple", "of"), ("a", "good", "few")}


def cardinal_at(tokens: Sequence[Token], index: int) -> Amount | None:
    """The cardinal that begins at a token, or None."""
    here = token(tokens, index)
    if here.kind == "digits":
        return _digits(tokens, index)
    if here.low in number_words("vulgar"):
        return _scaled(tokens, point(index, index + 1, number_words("vulgar")[here.low]))
    return (
        _article_scale(tokens, index)
        or _part_of_scale(tokens, index)
        or _spelled(tokens, index)
        or _few_scales(tokens, index)
        or _plural_scales(tokens, index)
    )


def _digits(tokens: Sequence[Token], index: int) -> Amount:
    value = digits_value(tokens[index].text)
    number = _with_lost_thousands(tokens, point(index, index + 1, value))
    return _scaled(tokens, _with_half(tokens, number))


def _with_lost_thousands(tokens: Sequence[Token], number: Amount) -> Amount:
    """ "5, 000" and "3 000" are slips for thousands or two numbers: kept whole, not repaired."""
    step = 1 if low(tokens, number.last) == "," else 0
    group = token(tokens, number.last + step)
    if group.kind == "digits" and group.text == "000" and not group.glued:
        return point(number.first, number.last + step + 1, None)
    return number


def _with_half(tokens: Sequence[Token], number: Amount) -> Amount:
    """ "two and a half", "two-and-a-half", "2½"."""
    if number.low is None:
        return number
    at = number.last
    if low(tokens, at) in number_words("vulgar"):
        return point(number.first, at + 1, number.low + number_words("vulgar")[low(tokens, at)])
    if low(tokens, at) not in {"and", "-"}:
        return number
    words = [at + step for step in range(6) if low(tokens, at + step) != "-"][:3]
    parts = [low(tokens, position) for position in words]
    if parts[:2] == ["and", "a"] and parts[2] in {"half", "quarter"}:
        extra = number_words("fraction")[parts[2]]
        return point(number.first, words[2] + 1, number.low + extra)
    return number


def _scaled(tokens: Sequence[Token], number: Amount) -> Amount:
    """Multiply by the magnitudes that follow: "2.5 million", "40k", "4 hundred million"."""
    for _ in range(_MAGNITUDES):
        found = _magnitude(tokens, number.last)
        if found is None:
            break
        factor, last = found
        value = None if number.low is None else number.low * factor
        number = point(number.first, last, value, scale=number.scale * factor)
    return number


def _magnitude(tokens: Sequence[Token], index: int) -> tuple[Decimal, int] | None:
    at = index + 1 if low(tokens, index) == "-" and glued(tokens, index) else index
    word = low(tokens, at)
    scales = number_words("scale", "hundred", "dozen")
    if word in scales:
        return scales[word], at + 1
    suffixes = number_words("suffix")
    if token(tokens, at + 1).kind == "digits" and glued(tokens, at + 1):
        return None
    if word in suffixes and (word in {"bn", "tn"} or glued(tokens, at)) and at == index:
        return suffixes[word], at + 1
    return None


def _spelled(tokens: Sequence[Token], index: int) -> Amount | None:
    if low(tokens, index) not in number_words("unit", "teen", "ten"):
        return None
    last = _run_end(tokens, index)
    number = point(
        index, last, _spelled_value(tokens, index, last), scale=_last_scale(tokens, last)
    )
    halved = _with_half(tokens, number)
    return halved if halved is number else _scaled(tokens, halved)


def _last_scale(tokens: Sequence[Token], last: int) -> Decimal:
    return number_words("hundred", "scale").get(low(tokens, last - 1), Decimal(1))


def _spelled_value(tokens: Sequence[Token], first: int, last: int) -> Decimal | None:
    words = " ".join(low(tokens, at) for at in range(first, last) if low(tokens, at) != "-")
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


def _run_end(tokens: Sequence[Token], index: int) -> int:
    """One past the last word of the spelled cardinal that begins at a token."""
    kind, at = _word_kind(low(tokens, index)), index + 1
    while at - index < _LONGEST_RUN:
        following = at + 1 if low(tokens, at) == "-" and glued(tokens, at) else at
        if low(tokens, at) == "and" and kind in {"hundred", "scale"}:
            following = at + 1
            if _word_kind(low(tokens, following)) not in {"unit", "teen", "ten"}:
                return at
        if low(tokens, following) == "dozen" and kind in {"unit", "teen", "ten"}:
            return following + 1
        after = _word_kind(low(tokens, following))
        if after not in _MAY_FOLLOW.get(kind, ()):
            return at
        if after == "unit" and low(tokens, following) == "zero":
            return at
        kind, at = after, following + 1
    return at


def _word_kind(word: str) -> str:
    return next((kind for kind in _KINDS if word in number_words(kind)), "")


def _article_scale(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "a hundred", "a million", "a dozen", "a thousand and ten"."""
    scale = low(tokens, index + 1)
    if low(tokens, index) not in {"a", "an"}:
        return None
    if scale == "dozen":
        return point(index, index + 2, Decimal(12))
    if _word_kind(scale) not in {"hundred", "scale"}:
        return None
    last = _run_end(tokens, index + 1)
    words = [low(tokens, at) for at in range(index + 1, last) if low(tokens, at) != "-"]
    return point(index, last, _text_value(" ".join(["one", *words])))


def _part_of_scale(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "half a million", "a quarter of a million", "half-a-dozen"."""
    found = fraction_at(tokens, index)
    if found is None or found.low is None:
        return None
    rest = [at for at in range(found.last, found.last + 6) if low(tokens, at) != "-"]
    words = [low(tokens, at) for at in rest]
    skip = next((n for n in (2, 1, 0) if tuple(words[:n]) in {("of", "a"), ("a",), ()}), 0)
    scales = number_words("scale", "hundred", "dozen")
    if words[skip] not in scales:
        return None
    return point(index, rest[skip] + 1, found.low * scales[words[skip]])


def _few_scales(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "several hundred", "a few thousand", "a couple of dozen": two to nine of them."""
    if low(tokens, index) not in {"several", "many", "a"}:
        return None
    for few in _FEW:
        at = index + len(few)
        scales = number_words("scale", "hundred", "dozen")
        if match_phrase(tokens, index, few) and low(tokens, at) in scales:
            factor = scales[low(tokens, at)]
            return vague(index, at + 1, 2 * factor, 9 * factor)
    return None


def _plural_scales(tokens: Sequence[Token], index: int) -> Amount | None:
    """ "dozens", "hundreds of thousands", "scores of"; a plain "scores" is no number."""
    sizes = number_words("vague")
    word, of = low(tokens, index), low(tokens, index + 1) == "of"
    if word not in sizes or (word in {"scores", "tens"} and not of):
        return None
    top = 12 * 10 if word == "dozens" else sizes[word] * 10
    if word in {"millions", "billions"}:
        top = sizes[word] * 1000
    found = vague(index, index + 1, sizes[word], Decimal(top))
    scale = sizes.get(low(tokens, index + 2)) if of else None
    if scale is None or found.high is None:
        return found
    return replace(
        found, last=index + 3, after=index + 3, low=sizes[word] * scale, high=found.high * scale
    )
