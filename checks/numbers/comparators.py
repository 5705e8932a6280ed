"""What stands around a number expression: its bound, its direction, its role, its rate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal, cast

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import Phrase, comparators, word_set
from checks.numbers.tokens import STOPS, Token, glued, low
from warehouse.records import Comparator

_STACK: Final = 4
_WAYS: Final[tuple[Literal["up", "down"], ...]] = ("up", "down")
_PER_REACH: Final = 8
_MORE_REACH: Final = 4
_PERIODS: Final = frozenset(
    {"year", "month", "week", "day", "hour", "quarter", "night", "minute", "decade"}
)
_ADVERB_PERIODS: Final = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour", "nightly": "night",
}  # fmt: skip
_HEADS: Final = frozenset({"head", "person", "victim", "household", "officer", "crime", "case"})
_BLOCKERS: Final = {
    "over": "over_about",
    "about": "about_about",
    "around": "about_about",
    "under": "under_under",
}

# "shut down 12 lines", "picked up 9 men": the particle belongs to the verb, nothing rose or fell.
_PARTICLE_VERBS: Final = {
    "up": frozenset("set made picked took rounded broke followed".split()),
    "down": frozenset(
        "shut shutting close closed closing brought bring bringing took take taken taking tore"
        " broke hunted tracked put handed noted wrote".split()
    ),
}


def qualified(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount with its comparator, the words of it, and its direction and rate."""
    bound, words, begin = _before(tokens, amount)
    if bound in {"", "~"}:
        after, after_words = _after(tokens, amount)
        bound, words = (after, after_words) if after else (bound, words)
    keeps = amount.comparator == "range" or (amount.vague and bound in {"", "~"})
    comparator = amount.comparator if keeps or not bound else cast("Comparator", bound)
    return replace(
        amount,
        comparator=comparator,
        qualifier=words,
        direction=amount.direction or _direction(tokens, amount, begin),
        per=_per(tokens, amount),
    )


def _before(tokens: Sequence[Token], amount: Amount) -> tuple[str, str, int]:
    """Comparator, its words and the first token of the run of bounds before a number."""
    begin, bound, words = amount.first, "", ""
    for _ in range(_STACK):
        found = _phrase_before(tokens, begin, amount)
        if found is None:
            break
        phrase, comparator = found
        begin -= len(phrase)
        if comparator and (not bound or (bound == "~" and comparator != "~")):
            bound, words = comparator, " ".join(phrase)
    return bound, words, begin


def _phrase_before(tokens: Sequence[Token], end: int, amount: Amount) -> tuple[Phrase, str] | None:
    last = low(tokens, end - 1)
    entries = comparators("before").get(last, ())
    if amount.unit_kind in {"time", "size"}:
        entries += comparators("limit").get(last, ())
    for phrase, comparator in entries:
        start = end - len(phrase)
        if start >= 0 and all(low(tokens, start + n) == word for n, word in enumerate(phrase)):
            return None if _is_blocked(tokens, start, phrase) else (phrase, comparator)
    return None


def _is_blocked(tokens: Sequence[Token], start: int, phrase: Phrase) -> bool:
    """ "arrested over £2m fraud", "told about 12 burglaries": the word is no bound there."""
    blockers = _BLOCKERS.get(phrase[0]) if len(phrase) == 1 else None
    before = low(tokens, start - 1)
    if phrase == ("up", "to"):
        return before in word_set("up_to_about")
    return blockers is not None and before in word_set(blockers)


def _after(tokens: Sequence[Token], amount: Amount) -> tuple[str, str]:
    """A bound behind the number or its noun: "200+", "250-plus", "12 people or so"."""
    for at in (amount.last, amount.after, amount.after + 1):
        for phrase, comparator in comparators("after").get(low(tokens, at), ()):
            fits = all(low(tokens, at + n) == word for n, word in enumerate(phrase))
            near = at <= amount.after or (phrase[0] == "or" and low(tokens, at - 1) != ",")
            if fits and near and not _is_next_bound(tokens, at, phrase):
                return comparator, " ".join(phrase)
    return "", ""


def _is_next_bound(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """ "12 at least 40" and "12 plus 40": the words belong to the number that follows."""
    if phrase[0] in {"plus", "+"}:
        return not glued(tokens, at) and low(tokens, at + 1) != "" and phrase[0] == "plus"
    following = low(tokens, at + len(phrase))
    return following[:1].isdigit() or following in {"£", "€", "$"}


def _direction(tokens: Sequence[Token], amount: Amount, begin: int) -> Literal["up", "down"] | None:
    """Up or down where the number is a change or a difference, not the level reached."""
    if amount.unit == "multiple":
        return None
    if low(tokens, amount.first - 1) == "-" and glued(tokens, amount.first):
        return None if glued(tokens, amount.first - 1) else "down"
    before = low(tokens, begin - 1)
    at = begin - 2 if before in {"by", "of", "some"} else begin - 1
    if before != "of" or _is_change_noun(tokens, at):
        for way in _WAYS:
            if low(tokens, at) in word_set(f"change_{way}") and not _is_level(tokens, at):
                return way
    return _difference(tokens, amount)


def _is_change_noun(tokens: Sequence[Token], at: int) -> bool:
    nouns = "rise increase growth jump surge fall drop decrease reduction decline cut dip uplift"
    return low(tokens, at) in nouns.split()


def _is_level(tokens: Sequence[Token], at: int) -> bool:
    """ "cut 40 posts" is a change; "lost £500" and "raised £4,600" are sums, not changes."""
    if low(tokens, at + 1) == "by":
        return False
    return low(tokens, at) in {"lost", "raised", "gained", "added", "saved"} or low(
        tokens, at - 1
    ) in _PARTICLE_VERBS.get(low(tokens, at), ())


def _difference(tokens: Sequence[Token], amount: Amount) -> Literal["up", "down"] | None:
    """ "600 fewer staff", "12 per cent higher", "a 10% annual fall", "an extra 90 officers"."""
    if low(tokens, amount.first - 1) in {"extra", "additional"}:
        return "up"
    for at in range(amount.after, amount.after + _MORE_REACH):
        word = low(tokens, at)
        if word in word_set("more_up"):
            return "up" if word != "above" or amount.unit == "percent" else None
        if word in word_set("more_down"):
            return "down"
        if amount.unit_kind != "share" or word not in word_set("change_fillers") | {"-"}:
            return None
    return None


def _per(tokens: Sequence[Token], amount: Amount) -> str | None:
    """The period of a rate: "£3.2m a year", "40 calls every week", "annually"."""
    for at in range(amount.after, amount.after + _PER_REACH):
        word, following = low(tokens, at), low(tokens, at + 1)
        if word in STOPS | {",", ""} or word[:1].isdigit():
            return None
        if word in _ADVERB_PERIODS:
            return _ADVERB_PERIODS[word]
        if word in {"a", "an", "per", "each", "every", "-"}:
            following = low(tokens, at + 2) if following == "-" else following
            if following in _PERIODS and _is_rate(tokens, at, amount):
                return following
            if word in {"per", "a"} and following in _HEADS and word == "per":
                return "person" if following == "head" else following
        if word in {"in", "during", "over", "for", "after", "within", "to", "since", "from"}:
            return None
    return None


def _is_rate(tokens: Sequence[Token], at: int, amount: Amount) -> bool:
    """ "12 months a year later" and "11 days each-way" are no rates; time units seldom have one."""
    if low(tokens, at) == "-":
        return low(tokens, at + 1) in {"a", "per"} and low(tokens, at + 2) == "-"
    if low(tokens, at) in {"a", "an"}:
        measured = low(tokens, at - 1) in word_set("before_a_year")
        if measured or low(tokens, at + 1) == "quarter":
            return False
    late = low(tokens, at + 2) in {"ago", "later", "earlier", "old", "-", "before"}
    return not late and (amount.unit_kind != "time" or low(tokens, at) != "each")
