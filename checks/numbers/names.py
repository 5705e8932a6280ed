"""Numbers inside names: "the Seven Sisters pub", "the 42 bus", "a 10k race", "3.4 Findings"."""

from __future__ import annotations

from typing import Final

from checks.numbers.expressions import Amount, no_claim
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural
from checks.numbers.tokens import Tokens, glued, token

_AROUND: Final = 8
_KINDS: Final = ("unit", "teen", "ten", "hundred", "scale")
_ARTICLES: Final = frozenset({"the", "a", "number", "no"})


def worded_name(tokens: Tokens, index: int) -> Amount | None:
    """A number word with a capital inside a sentence, unless a headline gives all a capital."""
    here, before, after = tokens[index], token(tokens, index - 1), token(tokens, index + 1)
    if here.low not in number_words(*_KINDS):
        return None
    if after.kind == "digits" and after.glued:
        return no_claim(index, index + 1, "name")
    inside = here.text[0].isupper() and before.kind == "word" and not here.text.isupper()
    if not inside or _is_headline(tokens, index):
        return None
    alone = before.text[0].islower() or not after.text[:1].isupper()
    return no_claim(index, index + 1, "name") if alone else None


def _is_headline(tokens: Tokens, index: int) -> bool:
    """Whether no word around a token is without a capital but "of", "the" and their like."""
    around = (token(tokens, at).text for at in range(index - _AROUND, index + _AROUND))
    small = word_set("stop_words") | {"of"}
    return not any(here.islower() and here not in small for here in around)


def digits_name(tokens: Tokens, index: int) -> Amount | None:
    """Digits that name a service, a race, a rank, an engine or a part of a document."""
    after = tokens.words[index + 1]
    service = after in word_set("services") and tokens.words[index - 1] in _ARTICLES
    if service and not is_plural(tokens, index + 2):
        return no_claim(index, index + 1, "name")
    if after in {"k", "m"} and glued(tokens, index + 1):
        race = tokens.words[index + 2] in word_set("races")
        return no_claim(index, index + 2, "name") if race else None
    if tokens.words[index - 1] in {"top", "bottom"} and after not in {"%", "per"}:
        return no_claim(index, index + 1, "rank")
    engine = "." in tokens[index].text and token(tokens, index + 1).text.istitle()
    if engine and tokens.words[index - 1] in _ARTICLES:
        return no_claim(index, index + 1, "name")
    return no_claim(index, index + 1, "section") if _is_heading(tokens, index) else None


def _is_heading(tokens: Tokens, index: int) -> bool:
    """ "1. Introduction", "2) Methods", "3.4 Findings" where a text begins."""
    if index:
        return False
    at = 2 if tokens.words[1] in {".", ")"} and glued(tokens, 1) else 1
    follows = token(tokens, at)
    opens = at > 1 or "." in tokens[0].text
    return opens and follows.text.istitle() and not follows.glued
