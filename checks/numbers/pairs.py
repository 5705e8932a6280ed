"""Two numbers that belong together: "from 210 to 65", "to 731 from 650", "40, up from 30"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from checks.numbers.expressions import Amount
from checks.numbers.lexicon import comparators, word_set
from checks.numbers.tokens import STOPS, Tokens, match_phrase

_REACH: Final = 12
_STACK: Final = 4
_CLAUSE_ENDS: Final = STOPS | {",", ""}


def paired(tokens: Tokens, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with the roles of pairs set and a unit named once given to both."""
    found = list(amounts)
    if "from" not in tokens.words:  # every pair has one
        return found
    for index in range(len(found)):
        role = _role(tokens, found, index)
        if role:
            found[index] = found[index]._replace(role=role)
    for index in range(1, len(found)):
        if (
            found[index - 1].role
            and found[index].role
            and found[index - 1].role != found[index].role
        ):
            found[index - 1 : index + 1] = _sharing_unit(tokens, found[index - 1], found[index])
    return found


def _role(tokens: Tokens, amounts: Sequence[Amount], index: int) -> Literal["from", "to"] | None:
    here = amounts[index]
    at = _preposition(tokens, here)
    word, before = tokens.words[at], tokens.words[at - 1]
    following = amounts[index + 1] if index + 1 < len(amounts) else None
    earlier = amounts[index - 1] if index else None
    if word == "from":
        moved = _is_move(before)
        ends = following is not None and _leads_to(tokens, here, following, "to")
        starts = earlier is not None and _leads_to(tokens, earlier, here, "from")
        return "from" if moved or ends or starts else None
    if word == "to" and earlier is not None and _leads_to(tokens, earlier, here, "to"):
        return "to" if tokens.words[_preposition(tokens, earlier)] == "from" else None
    if following is not None and _leads_to(tokens, here, following, "from"):
        return "to"
    return None


def _is_move(word: str) -> bool:
    return word in {"up", "down"} or word in word_set("change_up", "change_down")


def _preposition(tokens: Tokens, amount: Amount) -> int:
    """The token before a number and its bounds: "from about 40" gives "from"."""
    begin = amount.first
    for _ in range(_STACK):
        for phrase, _ in comparators("before").get(tokens.words[begin - 1], ()):
            start = begin - len(phrase)
            if match_phrase(tokens, start, phrase):
                begin = start
                break
        else:
            return begin - 1
    return begin - 1


def _leads_to(tokens: Tokens, first: Amount, second: Amount, word: str) -> bool:
    """Whether the second number follows "to" or "up from" soon after the first."""
    if (first.unit_kind == "money") != (second.unit_kind == "money"):
        return False
    at = _preposition(tokens, second)
    if tokens.words[at] != word or at < first.after or at - first.after > _REACH:
        return False
    between = {tokens.words[position] for position in range(first.after, at)}
    if between & STOPS:
        return False
    if word == "to":
        return True
    moved = _is_move(tokens.words[at - 1])
    level = tokens.words[_preposition(tokens, first)] == "to"
    return moved or level


def _sharing_unit(tokens: Tokens, first: Amount, second: Amount) -> list[Amount]:
    """ "from 12 to 18 per cent" is per cent twice; so is "from £2 to £3 million" in millions."""
    if not first.unit and second.unit_kind in {"share", "time", "size"} and second.unit != "ratio":
        return [first._replace(unit=second.unit, unit_kind=second.unit_kind), second]
    bare = not second.unit and tokens.words[second.last] in _CLAUSE_ENDS
    if bare and (first.unit in {"percent", "pp"} or first.unit_kind in {"time", "size"}):
        return [first, second._replace(unit=first.unit, unit_kind=first.unit_kind)]
    return [first, second]
