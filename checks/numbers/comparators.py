"""What stands around a number expression: its bound, its direction, its role, its rate."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, cast

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import comparators, number_words, word_set
from checks.numbers.rates import rate_of
from checks.numbers.tokens import STOPS, Phrase, Tokens, glued, match_phrase
from warehouse.records import Comparator

_STACK: Final = 4
_DENIED: Final = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_DENIERS: Final = frozenset({"no", "none", "nobody"})
_DENIAL_REACH: Final = 6
_MORE_REACH: Final = 4
_STRETCHES: Final = frozenset({"year", "month", "week", "day"})
_CHANGE_NOUNS: Final = frozenset(
    "rise increase growth jump surge fall drop decrease reduction decline cut dip uplift".split()
)
_BLOCKERS: Final = {
    "over": "over_about",
    "about": "about_about",
    "around": "about_about",
    "under": "under_under",
}

# "shut down 12 lines", "picked up 9 men": the particle belongs to the verb, nothing rose or fell.
_PARTICLE_VERBS: Final = {
    "up": frozenset("set made picked took rounded broke followed frees freed freeing".split()),
    "down": frozenset(
        "shut shutting close closed closing brought bring bringing took take taken taking tore"
        " broke hunted tracked put handed noted wrote".split()
    ),
}


def qualified(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with its comparator, the words of it, and its direction and rate."""
    bound, words, begin = _before(tokens, amount)
    if bound in {"", "~"}:
        after, after_words = _after(tokens, amount)
        bound, words = (after, after_words) if after else (bound, words)
    if bound in _DENIED and _is_denied(tokens, begin):
        bound = _DENIED[bound]
    keeps = amount.comparator == "range" or (amount.vague and bound in {"", "~"})
    comparator = amount.comparator if keeps or not bound else cast("Comparator", bound)
    direction = amount.direction or _direction(tokens, amount, begin)
    per = rate_of(tokens, amount)
    if not (words or direction or per):
        return amount  # most stand bare, and a copy is dear
    return amount._replace(comparator=comparator, qualifier=words, direction=direction, per=per)


def _is_denied(tokens: Tokens, begin: int) -> bool:
    """ "no victim waited more than nine months": nine at most. The verb stands by the bound."""
    at = begin - 2 if tokens.words[begin - 1] == "for" else begin - 1
    verb = tokens.words[at]
    if verb not in word_set("verbs", "duration_verbs") and not verb.endswith("ed"):
        return False
    for earlier in range(at - 1, max(at - 1 - _DENIAL_REACH, -1), -1):
        word = tokens.words[earlier]
        if word in _DENIERS:
            opens = earlier == 0 or tokens.words[earlier - 1] in word_set("clause_start")
            return opens and tokens.words[earlier + 1] not in word_set("no_idiom")
        if not word.isalpha() or word in word_set("relatives", "verbs"):
            return False
    return False


def _before(tokens: Tokens, amount: Amount) -> tuple[str, str, int]:
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


def _phrase_before(tokens: Tokens, end: int, amount: Amount) -> tuple[Phrase, str] | None:
    last = tokens.words[end - 1]
    entries = comparators("before").get(last, ())
    if amount.unit_kind in {"time", "size"}:
        entries += comparators("limit").get(last, ())
    elif last == "c" and glued(tokens, end):
        entries += comparators("sum").get(last, ())
    second = tokens.words[end - 2]
    for phrase, comparator in entries:
        start = end - len(phrase)
        if len(phrase) > 1 and phrase[-2] != second:  # most end here: "than" ends thirty of them
            continue
        if match_phrase(tokens, start, phrase):
            blocked = _is_blocked(tokens, start, phrase) or _is_course(tokens, amount, phrase)
            return None if blocked else (phrase, comparator)
    return None


def _is_blocked(tokens: Tokens, start: int, phrase: Phrase) -> bool:
    """ "arrested over £2m fraud", "told about 12 burglaries": the word is no bound there."""
    blockers = _BLOCKERS.get(phrase[0]) if len(phrase) == 1 else None
    before = tokens.words[start - 1]
    if phrase == ("up", "to"):
        return before in word_set("up_to_about")
    return blockers is not None and before in word_set(blockers)


def _is_course(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """ "stole £3,412 over 26 visits", "saved £4m over three years": in their course, not more.

    "waited over three years" and "made over 26 visits" are bounds.
    """
    if phrase != ("over",):
        return False
    verb = tokens.words[amount.first - 2]
    if amount.unit in _STRETCHES:
        return verb not in word_set("duration_verbs")
    counted = verb in word_set("verbs", "be", "stop_words") or verb.endswith("ed")
    return tokens.words[amount.after] in word_set("courses") and not counted


def _after(tokens: Tokens, amount: Amount) -> tuple[str, str]:
    """A bound behind the number or its noun: "200+", "250-plus", "12 people or so"."""
    for at in range(amount.last, amount.after + 3):
        if tokens.words[at] in STOPS:
            break
        for phrase, comparator in comparators("after").get(tokens.words[at], ()):
            near = at <= amount.after or _ends_phrase(tokens, at, phrase)
            if near and match_phrase(tokens, at, phrase) and not _is_next_bound(tokens, at, phrase):
                return comparator, " ".join(phrase)
    return "", ""


def _is_next_bound(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """ "12 at least 40" and "12 plus 40": the words belong to the number that follows."""
    if phrase[0] in {"plus", "+"}:
        return not glued(tokens, at) and tokens.words[at + 1] != "" and phrase[0] == "plus"
    following = tokens.words[at + len(phrase)]
    return following[:1].isdigit() or following in {"£", "€", "$"} | _counting()


def _ends_phrase(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """ "25 people at most were there", unlike "25 people, or so we heard", "at most stations"."""
    if tokens.words[at - 1] == ",":
        return False
    following = tokens.words[at + len(phrase)]
    ends = not following.isalpha() or following in word_set("stop_words")
    return phrase[0] == "or" or (phrase[0] in {"at", "tops"} and ends)


@cache
def _counting() -> frozenset[str]:
    return frozenset(number_words("unit", "teen", "ten", "dozen"))


def _direction(tokens: Tokens, amount: Amount, begin: int) -> Literal["up", "down"] | None:
    """Up or down where the number is a change or a difference, not the level reached."""
    if amount.unit == "multiple":
        return _fold_direction(tokens, amount)
    if tokens.words[amount.first - 1] == "-" and glued(tokens, amount.first):
        return None if glued(tokens, amount.first - 1) else "down"
    share = amount.unit in {"percent", "pp"}
    before = tokens.words[begin - 1]
    at = begin - 2 if before in {"by", "of", "some"} else begin - 1
    if before != "of" or _is_change_noun(tokens, at):
        word = tokens.words[at]
        if word in word_set("change_up", "change_down") and not _is_level(tokens, at, share=share):
            return "up" if word in word_set("change_up") else "down"
    return _difference(tokens, amount)


def _fold_direction(tokens: Tokens, amount: Amount) -> Literal["up", "down"] | None:
    """ "a threefold increase", "rose fourfold"; "three times the rate" is no change."""
    before, after = tokens.words[amount.first - 1], tokens.words[amount.after]
    if before in word_set("change_up") or (after in _CHANGE_NOUNS and after in word_set("more_up")):
        return "up"
    return "down" if after in _CHANGE_NOUNS or before in word_set("change_down") else None


def _is_change_noun(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in _CHANGE_NOUNS


def _is_level(tokens: Tokens, at: int, *, share: bool) -> bool:
    """ "cut 40 posts", "gained 3%" are changes; "lost £500" and "raised £4,600" are sums."""
    if tokens.words[at + 1] == "by" or share:
        return False
    word = tokens.words[at]
    summed = word in {"lost", "raised", "gained", "added", "saved"}
    return summed or tokens.words[at - 1] in _PARTICLE_VERBS.get(word, ())


def _difference(tokens: Tokens, amount: Amount) -> Literal["up", "down"] | None:
    """ "600 fewer staff", "12 per cent higher", "a 10% annual fall", "an extra 90 officers"."""
    if tokens.words[amount.first - 1] in {"extra", "additional"}:
        return "up"
    if tokens.words[amount.last] in {"more", "further", "fewer"}:  # "four more years"
        return "down" if tokens.words[amount.last] == "fewer" else "up"
    for at in range(amount.after, amount.after + _MORE_REACH):
        way = _way(tokens, at)
        if way is not None:
            share = amount.unit == "percent" or tokens.words[at] != "above"
            return way if share else None
        filler = tokens.words[at] == "-" or tokens.words[at] in word_set("change_fillers")
        if amount.unit_kind != "share" or not filler:
            return None
    return None


def _way(tokens: Tokens, at: int) -> Literal["up", "down"] | None:
    """What "fewer", "higher", "over budget" at a token say of the number before them."""
    word = tokens.words[at]
    if word in {"over", "under"} and tokens.words[at + 1] in {"budget", "target"}:
        return "up" if word == "over" else "down"
    if word in word_set("more_up"):
        return "up"
    return "down" if word in word_set("more_down") else None
