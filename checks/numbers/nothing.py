"""None and all: "no arrests", "nobody", "not one", "had not made any arrests", "every burglary
was attended". Idioms such as "no doubt" are no numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from checks.numbers.expressions import Amount, no_claim, point
from checks.numbers.lexicon import number_words, word_set
from checks.numbers.plurals import is_plural_word
from checks.numbers.tokens import Rule, Tokens, match_phrase, token

_PHRASE: Final = 5
_CLAUSE: Final = 16
_REACH: Final = 7
_EVERY: Final = frozenset({"every", "all"})
_ADVERBS: Final = frozenset({"not", "never", "only", "rarely", "n't", "seldom"})
_AUXILIARIES: Final = frozenset({"is", "was", "has", "had", "were", "have", "did"})
_SINGULAR_VERBS: Final = frozenset({"is", "was", "has"})


def nothing_at(tokens: Tokens, index: int) -> Amount | None:
    """A zero in words at a token; a recognised idiom comes back as no claim."""
    rule = _RULES.get(tokens.words[index])
    return rule(tokens, index) if rule else None


def _zero(first: int, last: int, noun: str = "") -> Amount:
    return point(first, last, Decimal(0))._replace(unit="count", noun=noun)


def _not(tokens: Tokens, index: int) -> Amount | None:
    """ "not one", "not a single", "without a single"; not "not one to", "not one more"."""
    if match_phrase(tokens, index + 1, ("a", "single")):
        return _zero(index, index + 3)
    if tokens.words[index] == "without" or tokens.words[index + 1] != "one":
        return None
    bare = tokens.words[index + 2] in {"to", "for", "but", "who", "that", "more"}
    return None if bare else _zero(index, index + 2)


def _no(tokens: Tokens, index: int) -> Amount:
    """ "no arrests", "no one"; "no doubt" and "no plans" assert no number."""
    person = _no_one(tokens, index)
    if person is not None:
        return person
    head = (
        "" if tokens.words[index + 1] in word_set("no_idiom") else _counted_head(tokens, index + 1)
    )
    return _zero(index, index + 1) if head else no_claim(index, index + 1, "idiom")


def _no_one(tokens: Tokens, index: int) -> Amount | None:
    """ "no one", "no-one"; "no one force" is something else."""
    last = index + 3 if tokens.words[index + 1] == "-" else index + 2
    if tokens.words[last - 1] != "one" or tokens.words[last] in word_set("countable"):
        return None
    return _denied_person(tokens, index, last)


def _nobody(tokens: Tokens, index: int) -> Amount:
    return _denied_person(tokens, index, index + 1)


def _denied_person(tokens: Tokens, first: int, last: int) -> Amount:
    """A person denied: "nobody was hurt" counts none; "nobody wants", "who nobody knew" do not."""
    before, after = tokens.words[first - 1], tokens.words[last]
    after = tokens.words[last + 1] if after in {"else", "ever", "yet", "at"} else after
    relative = before in word_set("relatives") and (
        before != "that" or tokens.words[first - 2] not in word_set("verbs")
    )
    timeless = after.endswith("s") and after not in _SINGULAR_VERBS
    if relative or timeless or after in word_set("modals") or not after.isalpha():
        return no_claim(first, last, "idiom")
    return _zero(first, last, "people")


def _neither(tokens: Tokens, index: int) -> Amount | None:
    """ "neither is staffed", "neither of them was"; not "neither the force nor"."""
    after = tokens.words[index + 1]
    return _zero(index, index + 1) if after in _AUXILIARIES | {"of"} else None


def _none(tokens: Tokens, index: int) -> Amount:
    idiom = tokens.words[index + 1] in word_set("none_after")
    idiom = idiom or tokens.words[index - 1] == "of" or tokens.words[index - 2] == "second"
    of = tokens.words[index + 1] == "of"
    at = index + 3 if tokens.words[index + 2] in word_set("noun_of") else index + 2
    abstract = of and tokens.words[at] in word_set("abstract")
    return no_claim(index, index + 1, "idiom") if idiom or abstract else _zero(index, index + 1)


def _any(tokens: Tokens, index: int) -> Amount | None:
    """ "had not completed any profiles" is none of them; "if you have any details" is nothing."""
    for at in range(index - 1, max(index - 1 - _PHRASE, -1), -1):
        word = tokens.words[at]
        if word in {",", ".", ";", ":", "without"}:
            return None
        if word in word_set("negators") or word.endswith("n't"):
            break
    else:
        return None
    head = _counted_head(tokens, index + 1)
    return _zero(index, index + 1) if head and is_plural_word(head) else None


def _counted_head(tokens: Tokens, index: int) -> str:
    """The noun that "no" or "any" denies, if it is one that can be counted; else ""."""
    last = ""
    for at in range(index, index + _REACH):
        here = token(tokens, at)
        stops = here.low in word_set("stop_words") or here.low in word_set("verbs")
        if here.kind != "word" or stops:
            break
        if here.low in word_set("abstract"):
            return ""
        if is_plural_word(here.low):
            return here.low
        if here.low in word_set("countable"):
            last = here.low
    return last


def every_at(tokens: Tokens, index: int) -> Amount | None:
    """ "Every burglary was visited": a hundred per cent of what can be handled one by one."""
    if tokens.words[index] not in _EVERY or not _opens_clause(tokens, index):
        return None
    if tokens.words[index] == "all" and not is_plural_word(_subject_head(tokens, index + 1)):
        return None
    if not _subject_head(tokens, index + 1) or not _is_handled(tokens, index + 1):
        return None
    hundred = point(index, index + 1, Decimal(100))
    return hundred._replace(unit="percent", unit_kind="share")


def _opens_clause(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.words[index - 1] in word_set("clause_start")


def _subject_head(tokens: Tokens, index: int) -> str:
    """The first plural or the last word of the noun phrase that begins at a token."""
    head = ""
    for at in range(index, index + _PHRASE):
        here = token(tokens, at)
        if here.kind != "word" or here.low in word_set("stop_words", "time_units"):
            return head if here.low not in word_set("time_units") else ""
        if here.low in number_words("unit", "teen", "ten"):
            return ""
        head = here.low
        if is_plural_word(head):
            return head
    return head


def _is_handled(tokens: Tokens, index: int) -> bool:
    """Whether the clause goes on "... was visited", within reach and before a stop."""
    for at in range(index, index + _CLAUSE):
        word = tokens.words[at]
        if not word or word in {",", ".", ";", ":", "who", "which", "that"} | _ADVERBS:
            return False
        if word in word_set("be"):
            return _participle_follows(tokens, at + 1)
    return False


def _participle_follows(tokens: Tokens, index: int) -> bool:
    for at in range(index, index + 3):
        if tokens.words[at] in _ADVERBS:
            return False
        if tokens.words[at] in word_set("handled"):
            return True
    return False


_RULES: Final[Mapping[str, Rule]] = {
    "no": _no,
    "none": _none,
    "nobody": _nobody,
    "neither": _neither,
    "not": _not,
    "without": _not,
    "any": _any,
}
