"""Sums of money: "£6.4m", "€ 7,500", "US$40", "a six-figure sum", "£1 in every £12"."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from checks.numbers.cardinals import cardinal_at
from checks.numbers.expressions import Amount, point, vague
from checks.numbers.lexicon import number_words, units, word_set
from checks.numbers.misprints import misprinted_sum_at
from checks.numbers.tokens import Token, Tokens, glued, token

SIGNS: Final = {"£": "GBP", "€": "EUR", "$": "USD"}
_CODES: Final = {"gbp": "GBP", "eur": "EUR", "usd": "USD"}
_DOLLARS: Final = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD",
    "nz": "NZD", "s": "SGD"}  # fmt: skip
MONEY_SIGNS: Final = frozenset({*SIGNS, *_CODES})
_PRECISE: Final = Context(prec=28)


def sum_at(tokens: Tokens, index: int) -> Amount | None:
    """The sum whose sign or currency code stands at a token, or the share that it opens."""
    found = _sum_at(tokens, index)
    return (_share_of_sums(tokens, found) or found) if found else None


def _sum_at(tokens: Tokens, index: int) -> Amount | None:
    here = tokens[index]
    number = misprinted_sum_at(tokens, index) or _number_at(tokens, index + 1)
    if number is None:
        return None
    first, unit = _currency(tokens, index, here)
    low_end = None if _is_doubtful(tokens, number) else number.low
    return number._replace(
        first=first,
        low=low_end,
        high=low_end,
        unit=unit,
        unit_kind="money",
        ambiguous=low_end is None,
        after=_past_currency_word(tokens, number.last),
    )


def _number_at(tokens: Tokens, index: int) -> Amount | None:
    if index not in tokens.digits and tokens.words[index] not in number_words("vulgar"):
        return None
    number = cardinal_at(tokens, index)
    if number is None:
        return None
    number = _with_stray_letters(tokens, _spaced_magnitude(tokens, number))
    return _with_split_decimal(tokens, number)


def _currency(tokens: Tokens, index: int, here: Token) -> tuple[int, str]:
    """Where the sign begins and what it stands for: "US$" and "A$" are told apart."""
    unit = SIGNS.get(here.low) or _CODES[here.low]
    if here.low != "$" or not here.glued:
        return index, unit
    dollar = _DOLLARS.get(tokens.words[index - 1])
    return (index - 1, dollar) if dollar else (index, unit)


def _spaced_magnitude(tokens: Tokens, number: Amount) -> Amount:
    """ "£6.4 m": a letter apart is a magnitude only behind a currency sign."""
    factor = number_words("suffix").get(tokens.words[number.last])
    if factor is None or number.scale != 1 or glued(tokens, number.last) or number.low is None:
        return number
    return point(number.first, number.last + 1, number.low * factor, scale=factor)


def _with_stray_letters(tokens: Tokens, number: Amount) -> Amount:
    """ "£35O", "£2.5mbn": letters grown into a sum that are no magnitude leave it doubtful."""
    following = token(tokens, number.last)
    if not following.glued or following.kind != "word":
        return number
    if following.low in word_set("after_sum") or following.low in number_words("vulgar"):
        return number
    return point(number.first, number.last + 1, None)


def _with_split_decimal(tokens: Tokens, number: Amount) -> Amount:
    """ "£1. 5m" and "£2 .5m" may be a decimal that a space has split: kept whole, not repaired."""
    at = number.last
    second = cardinal_at(tokens, at + 1) if tokens.words[at] == "." else None
    if second is None or at + 1 not in tokens.digits or number.scale != 1:
        return number
    split = glued(tokens, at + 1) != glued(tokens, at)
    magnified = second.scale != 1 or glued(tokens, at + 1)
    return point(number.first, second.last, None) if split and magnified else number


def _is_doubtful(tokens: Tokens, number: Amount) -> bool:
    """A sum of money has two decimals or a magnitude: "£10.4" may have lost its "m"."""
    pence = tokens[number.last - 1].text.partition(".")[2]
    return number.scale == 1 and len(pence) not in {0, 2}


def _past_currency_word(tokens: Tokens, at: int) -> int:
    entry = next((e for e in units().get(tokens.words[at], ()) if e.kind == "money"), None)
    return at + 1 if entry else at


def _share_of_sums(tokens: Tokens, part: Amount) -> Amount | None:
    """ "£1 in every £12", "£4 out of £10": the first sum over the second."""
    words = tokens.words[part.after], tokens.words[part.after + 1]
    if words[0] != "in" and words != ("out", "of"):
        return None
    at = part.after + (2 if words[0] == "out" else 1)
    at += tokens.words[at] == "every"
    if tokens.words[at] not in SIGNS:
        return None
    whole = _sum_at(tokens, at)
    if whole is None or not part.low or not whole.low or part.low >= whole.low:
        return None
    share = point(part.first, whole.last, _PRECISE.divide(part.low, whole.low))
    return share._replace(unit="ratio", unit_kind="share")


def figures_at(tokens: Tokens, index: int) -> Amount | None:
    """ "a six-figure sum", "seven-figure": that many digits before the point, in pounds."""
    first = index
    if tokens.words[index] in {"a", "an"}:
        index += 1
    size = number_words("unit", "teen").get(tokens.words[index])
    at = index + 2 if tokens.words[index + 1] == "-" else index + 1
    if size is None or tokens.words[at] not in {"figure", "figures"}:
        return None
    end = at + 2 if tokens.words[at + 1] in word_set("sum_words") else at + 1
    ten = Decimal(10)
    found = vague(first, end, ten ** (int(size) - 1), ten ** int(size) - 1)
    return found._replace(unit="GBP", unit_kind="money")
