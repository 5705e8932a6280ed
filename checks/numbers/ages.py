"""Ages: "aged 17", "a 34-year-old", "a man, 45.", "in his 30s", "under-18s"."""

from __future__ import annotations

from typing import Final

from checks.numbers.enumerations import is_whole_under, pair_end, row_end
from checks.numbers.lexicon import word_set
from checks.numbers.plurals import is_plural, noun_follows
from checks.numbers.tokens import Tokens, glued, match_phrase, token

_AGE_SPANS: Final = frozenset("year years yr yrs month months week weeks day days yearold".split())
_OLDEST: Final = 130
_YOUNG: Final = 25
_YET: Final = frozenset({"just", "only", "now", "then", "about", "nearly", "almost", "already"})
_BEING: Final = frozenset({"is", "was", "turned", "turns"})
_PERSONS: Final = frozenset({"he", "she", "who", "i"})
_ENDS: Final = frozenset({"", ".", ",", ";", "!", ")", "when", "and", "at", "but"})
_BE: Final = frozenset({"is", "was", "are", "were", "be", "being"})


def age_end(tokens: Tokens, index: int, last: int) -> int | None:
    pair = pair_end(tokens, last)
    ends = [last] if pair is None else [last, pair]
    for end in ends:
        old = _old_end(tokens, end)
        if old is not None:
            return old
    if _age_stands_before(tokens, index):
        return row_end(tokens, ends[-1])
    if _is_of_person(tokens, index, last):
        return last
    if pair is not None and _is_pair_of_ages(tokens, index, pair):
        return pair
    if index in tokens.digits and is_whole_under(tokens, index, _OLDEST):
        return _bare_age(tokens, index)
    return None


def _old_end(tokens: Tokens, end: int) -> int | None:
    """One past "-year-old", " years of age", "yo" after a number."""
    at = end + 1 if tokens.words[end] == "-" else end
    if tokens.words[at] == "yo" and glued(tokens, at):
        return at + 1
    if tokens.words[at] not in _AGE_SPANS:
        return None
    if match_phrase(tokens, at + 1, ("of", "age")):
        return at + 3
    at = at + 2 if tokens.words[at + 1] == "-" else at + 1
    return at + 1 if tokens.words[at] in {"old", "olds"} else None


def _age_stands_before(tokens: Tokens, index: int) -> bool:
    """ "aged 17", "aged between 14", "the age of 18", "as young as 12", "older than 60"."""
    before, earlier = tokens.words[index - 1], tokens.words[index - 2]
    ages = word_set("age_before")
    if before in ages:
        return True
    if before in word_set("age_between") and earlier in ages:
        return True
    return (earlier, before) in {
        ("age", "of"), ("ages", "of"), ("ages", "between"), ("young", "as"), ("old", "as"),
        ("older", "than"), ("younger", "than"),
    }  # fmt: skip


def _is_of_person(tokens: Tokens, index: int, last: int) -> bool:
    """ "she is 80", "the girl was just 12 when", "he turned 18"."""
    at = index - 2 if tokens.words[index - 1] in _YET else index - 1
    verb, subject = tokens.words[at], tokens.words[at - 1]
    if verb not in _BEING:
        return False
    person = subject in _PERSONS or subject in word_set("person_nouns")
    return person and (tokens.words[last] in _ENDS or verb in {"turned", "turns"})


def _is_pair_of_ages(tokens: Tokens, index: int, pair: int) -> bool:
    """ "The pair, 19 and 21, were held"."""
    enclosed = tokens.words[index - 1] == "," and tokens.words[pair] == ","
    people = word_set("person_plurals", "pairs")
    return enclosed and tokens.words[index - 2] in people and is_whole_under(tokens, index, _OLDEST)


def _bare_age(tokens: Tokens, index: int) -> int | None:
    """ "Name Surname, 34, of", "a man, 45.", "Name Surname (34)", "in his 30s", "under-18s"."""
    if token(tokens, index + 1).text == "s" and glued(tokens, index + 1):
        return None if tokens.words[index + 2] == "of" else index + 2
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if before not in {",", "(", "under", "over"}:
        return None
    owner, earlier = token(tokens, index - 2), token(tokens, index - 3)
    named = owner.text.istitle() and earlier.text.istitle() and owner.kind == "word"
    person = owner.low in word_set("person_nouns")
    if before == "," and glued(tokens, index - 1):
        single = owner.kind == "word" and not is_plural(tokens, index - 2)
        enclosed = after == "," and single and owner.low not in word_set("stop_words")
        ends = person and after in {"", ".", "and", "who", ";"}
        closes = enclosed or ends or (owner.text.istitle() and after in {"of", "from"})
        return index + 1 if closes and owner.low not in word_set("month_names") else None
    if before == "(" and after == ")" and (named or person):
        return index + 1
    minor = before == "under" and is_whole_under(tokens, index, _YOUNG) and owner.low in _BE
    if minor or (before in {"under", "over"} and owner.low in word_set("person_plurals")):
        return None if noun_follows(tokens, index + 1) or after in {"%", "per"} else index + 1
    return None
