"""What a quantity counts: the words after the number, or the subject it is said of."""

from __future__ import annotations

from functools import cache
from typing import Final

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import comparators, number_words, word_set
from checks.numbers.plurals import is_plural_word
from checks.numbers.tokens import STOPS, Token, Tokens, match_phrase, token

_LONGEST: Final = 8
_DEEPEST: Final = 4  # "members of the board of trustees of the college of policing of ..."
_CLAUSE: Final = 40
_CLAUSE_ENDS: Final = STOPS | {":", "although", "while", "whereas"}
_FILLERS: Final = frozenset(
    {"more", "fewer", "less", "extra", "additional", "further", "other", "such", "new", "strong"}
)


def noun_of(tokens: Tokens, amount: Amount, text: str, counted: str) -> str:
    """The words of a folded text that name what is counted or what the money is; "" if unsaid.

    `counted` is what the number before counted: "two men, one of them armed".
    """
    if amount.noun:
        return amount.noun
    if amount.unit_kind == "money":
        return _words(text, tokens, _money_noun(tokens, amount))
    span = _noun_after(tokens, amount)
    if span is None and counted and _is_chosen(tokens, amount):
        return counted
    if span is None and amount.unit_kind not in {"time", "size"}:
        span = _group(tokens, amount.first) or _subject(tokens, amount.first)
    return _words(text, tokens, span)


def _is_chosen(tokens: Tokens, amount: Amount) -> bool:
    """ "one of them", "and one as good": of those counted last."""
    after, second = tokens.words[amount.after], tokens.words[amount.after + 1]
    one = tokens.words[amount.first] == "one" and after in word_set("one_picked")
    return one or (after == "of" and second in {"them", "which", "whom"})


def _group(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """ "the gang of five"."""
    if tokens.words[first - 1] != "of" or tokens.words[first - 2] not in word_set("groups"):
        return None
    return first - 2, first - 1


def _words(text: str, tokens: Tokens, span: tuple[int, int] | None) -> str:
    return "" if span is None else text[tokens[span[0]].start : tokens[span[1] - 1].end]


def _noun_after(tokens: Tokens, amount: Amount) -> tuple[int, int] | None:
    at = _past_row(tokens, _skip_bound(tokens, amount.after))
    if tokens.words[at] == "-":
        at += 1
    while tokens.words[at] in _fillers():
        at += 1
    if tokens.words[at] == "of":
        return _phrase(tokens, _skip_articles(tokens, at + 1))
    if tokens.words[at] in word_set("noun_of") and amount.unit_kind == "share":
        at = _skip_articles(tokens, at)
    if tokens.words[at] in word_set("verbs") and not is_plural_word(tokens.words[at + 1]):
        return None
    return _phrase(tokens, at)


@cache
def _fillers() -> frozenset[str]:
    return _FILLERS | word_set("more_up", "more_down") - {"fall"}


def _skip_bound(tokens: Tokens, at: int) -> int:
    """Past "-plus", "+", "or more"."""
    for phrase, _ in comparators("after").get(tokens.words[at], ()):
        if match_phrase(tokens, at, phrase):
            return at + len(phrase)
    return at


def _past_row(tokens: Tokens, at: int) -> int:
    """Past ", 9 and 6" of "14, 9 and 6 vacancies", where the last number closes a row."""
    for end in range(at, at + 2 * _LONGEST, 2):
        if tokens.words[end] not in {",", "and", "or"} or not _is_count(token(tokens, end + 1)):
            break
        if tokens.words[end] != ",":
            return end + 2
    return at


def _skip_articles(tokens: Tokens, at: int) -> int:
    """Past "of the 43": to the noun itself, but not past a number that names calls."""
    while tokens.words[at] in word_set("noun_of") or _is_count(token(tokens, at)):
        at += 1
    return at


def _is_count(here: Token) -> bool:
    if here.kind == "digits":
        return here.text not in word_set("phone_numbers")
    return here.low in number_words("unit", "teen", "ten")


def _phrase(tokens: Tokens, start: int, deep: int = 0) -> tuple[int, int] | None:
    """The noun phrase that begins at a token, with an "of" phrase behind its head."""
    end, head = start, False
    while end < start + _LONGEST:
        here = token(tokens, end)
        if here.low == "-" and here.glued and end > start and token(tokens, end + 1).glued:
            end += 2
            continue
        if here.low == "'" and here.glued and head and tokens.words[end + 1] == "s":
            end += 2
            continue
        if here.low == "of" and head:
            return start, _of_phrase(tokens, end, deep + 1)
        called = end == start and here.text in word_set("phone_numbers")
        if (here.kind != "word" and not called) or here.low in word_set("stop_words"):
            break
        if head and _ends_phrase(here):
            break
        head = head or not _ends_phrase(here)
        end += 1
    only_verb = end == start + 1 and _ends_phrase(tokens[start])
    return (start, end) if end > start and not only_verb else None


def _of_phrase(tokens: Tokens, of: int, deep: int) -> int:
    inner = _phrase(tokens, _skip_articles(tokens, of + 1), deep) if deep <= _DEEPEST else None
    return inner[1] if inner else of


def _ends_phrase(here: Token) -> bool:
    """A verb after the head: "40 arrests made", "12 vehicles seized"."""
    return here.low in word_set("verbs") or (here.low.endswith("ed") and not here.text.isupper())


def _money_noun(tokens: Tokens, amount: Amount) -> tuple[int, int] | None:
    """ "£18,430 in cash", "£7.8m of cuts", "vapes worth £42,000", "repairs cost £1m"."""
    at = amount.after
    if tokens.words[at] == "-" and tokens.words[at + 1] == "worth":
        at += 2
    elif tokens.words[at] in {"'", "worth"}:
        at += 1 if tokens.words[at] == "worth" else 2
    following = token(tokens, at + 1)
    bare = following.low not in {"total", "all", "a", "an", "the"} and not _is_count(following)
    if tokens.words[at] == "of" or (tokens.words[at] == "in" and bare):
        return _phrase(tokens, _skip_articles(tokens, at + 1))
    worth = _worth_before(tokens, amount.first)
    if worth is not None:
        return _phrase_ending(tokens, worth)
    said = word_set("verbs", "more_up", "more_down")
    return None if tokens.words[at] in said else _phrase(tokens, at)


def _worth_before(tokens: Tokens, first: int) -> int | None:
    """The token of "worth", "valued at", "cost", "with a value of" shortly before a sum."""
    for at in range(first - 1, max(first - _LONGEST, -1), -1):
        word = tokens.words[at]
        if word in {"worth", "valued", "cost", "costs", "costing", "totalling", "with", "totalled"}:
            return at
        if word in {",", ".", ";", "and"} or at in tokens.digits:
            return None
    return None


def _phrase_ending(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before a token."""
    start = end
    while start > 0 and end - start < _LONGEST:
        here = token(tokens, start - 1)
        if here.kind != "word" or here.low in word_set("stop_words", "verbs"):
            break
        start -= 1
    return (start, end) if start < end else None


def _subject(tokens: Tokens, before: int) -> tuple[int, int] | None:
    """The subject of the clause that the number stands in: "Thefts rose to 731", "Arrests: 9"."""
    before -= tokens.words[before - 1] == ":"
    start = _past_speaker(tokens, _clause_start(tokens, before), before)
    while start < before and (
        tokens.words[start] in word_set("subject_cut") or _is_count(tokens[start])
    ):
        start += 1
    found = _phrase(tokens, start)
    return found if found and found[1] <= before else None


def _past_speaker(tokens: Tokens, start: int, before: int) -> int:
    """Past "The chief tells me that": who gives a number is not what it counts."""
    telling = word_set("telling")
    told = [
        at + 1
        for at in range(start, before)
        if tokens.words[at] in telling and tokens.words[at + 1] != "at"
    ]
    at = told[-1] if told else start
    while told and at < before and tokens.words[at] in word_set("told"):
        at += 1
    return at


def _clause_start(tokens: Tokens, before: int) -> int:
    """Just past the last stop before a token, or as far back as a clause may reach."""
    furthest = max(before - _CLAUSE, 0)
    for at in range(before - 1, furthest - 1, -1):
        if tokens.words[at] in _CLAUSE_ENDS:
            return at + 1
    return furthest
