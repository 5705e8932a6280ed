"""Numbers without an exact value: "several", "a few thousand", "dozens", "tens of thousands"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount, vague
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Phrase, Tokens, match_phrase

_FEW: Final[dict[Phrase, tuple[int, int]]] = {
    ("several",): (3, 9),
    ("a", "few"): (2, 9),
    ("a", "good", "few"): (2, 9),
    ("many",): (2, 9),
    ("a", "couple", "of"): (2, 3),
    ("a", "handful", "of"): (3, 6),
}


def few_at(tokens: Tokens, index: int) -> Amount | None:
    """ "several hundred", "a few thousand", "a couple of dozen", "a handful of knives"."""
    if tokens.words[index] not in {"several", "many", "a"}:
        return None
    for few, (least, most) in _FEW.items():
        if not match_phrase(tokens, index, few):
            continue
        at = index + len(few)
        factor = number_words("scale", "hundred", "dozen").get(tokens.words[at])
        if factor is not None:
            return vague(index, at + 1, least * factor, most * factor)
        end = at - 1 if few[-1] == "of" else at
        if few[0] != "many" and _is_counted(tokens, at):
            return vague(index, end, Decimal(least), Decimal(most))
    return None


def _is_counted(tokens: Tokens, at: int) -> bool:
    """ "several arrests", unlike "several hours" and "a few of them"."""
    return tokens.words[at] not in word_set("time_units") and is_plural(tokens, at)


def plural_scale_at(tokens: Tokens, index: int) -> Amount | None:
    """ "dozens", "hundreds of thousands", "scores of"; a plain "scores" is no number."""
    sizes = number_words("vague")
    word, of = tokens.words[index], tokens.words[index + 1] == "of"
    if word not in sizes or (word in {"scores", "tens"} and not of):
        return None
    top = 12 * 10 if word == "dozens" else sizes[word] * 10
    if word in {"millions", "billions"}:
        top = sizes[word] * 1000
    found = vague(index, index + 1, sizes[word], Decimal(top))
    scale = sizes.get(tokens.words[index + 2]) if of else None
    if scale is None or found.high is None:
        return found
    return found._replace(
        last=index + 3, after=index + 3, low=sizes[word] * scale, high=found.high * scale
    )
