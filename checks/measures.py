"""What a quantity counts: a name of `measuring/measures.csv`, by the words nearest to it.

`measure_wordings.csv` there has a row for each way of saying a measure. `kinds` are the kinds of
unit that fit; `counts` names what is counted (`>` before a wording: only right after the number);
`with` and `context` hold words that must stand in the sentence too, `with` near the number;
`without` words that must not. `change` is `yes` for a rise or fall, `any` where it does not
matter, otherwise rises and falls are not read. `@name` is a row of `word_groups.csv`. A row
of counts with nothing in `counts` reads a bare number only ("40 were shut", not "40 shops were").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final, NamedTuple

from checks.measuring.changes import is_change
from checks.measuring.counted import names_its_noun
from checks.measuring.measure_rules import KINDS, Rule, rules_about, vocabulary
from checks.measuring.reach import Reach
from checks.measuring.thresholds import is_inspection_scope, is_part_of_measure, is_standard
from checks.measuring.wordings import Found, words_in
from checks.tables import read_table
from warehouse.records import Quantity

__all__ = [
    "OTHER",
    "family_of",
    "is_inspection_scope",
    "is_part_of_measure",
    "is_standard",
    "measure_of",
    "measures",
    "shared_name",
    "stage_of",
    "unit_of",
]

OTHER: Final = "other"
_LONGEST: Final = 1200
"""Letters of a sentence that are read around one number."""
_COUNTED_WITHIN: Final = {"count": 6.5, "weight": 12.0}
_WITHIN: Final = 13.0
"""Furthest that the counted thing may stand from the number; a count names its noun soon."""
_VERB_WITHIN: Final = 18.0
_EXCLUDED_WITHIN: Final = 7.0
_PER_WITHIN: Final = 60
_PER_BEFORE: Final = 30
_NEXT: Final = 2.0
"""Furthest for a wording marked `>`: one plain word, or a few light ones."""
_NOUN_COST: Final = 0.2
_COUNTED_SCORE: Final = 4.0
_NOTHING_COUNTED: Final = -1.0
_COUNTED_WORD: Final = 1.5
"""For each further word of the wording: a longer one says more."""
_VERB_SCORE: Final = 2.5
_CONTEXT_SCORE: Final = 1.5
_NEARNESS: Final = 0.6
"""Weight of the way to a verb beside the way to the counted thing."""


class _Sentence(NamedTuple):
    """Where each wording of the vocabulary stands in one sentence, and the ways to them."""

    places: Mapping[str, Sequence[Found]]
    noun: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    reach: Reach
    named: bool
    """Whether the counted thing must follow the number, because a noun does."""


def measure_of(sentence: str, quantity: Quantity, *, heading: str = "", before: str = "") -> str:
    """Name of what the quantity counts, `other` when nothing fits.

    The quantity's offsets are offsets of `sentence`. `heading` and `before` (the sentence before)
    only help where the table asks for words of context, as "The longest wait was 14 months" does.
    """
    if len(sentence) > _LONGEST:
        sentence, quantity = _cut(sentence, quantity)
    kind = KINDS.get(quantity.unit, "")
    if not kind:
        return OTHER
    view = _sentence(sentence, quantity, f"{heading}\n{before}"[-_LONGEST:])
    change = is_change(sentence, quantity)
    scored = [
        (score, -place, rule.measure)
        for place, rule in rules_about(kind, view.words)
        if _fits(rule, quantity, sentence, change=change)
        and (score := _score(rule, view, kind)) is not None
    ]
    return max(scored)[2] if scored else OTHER


def _cut(sentence: str, quantity: Quantity) -> tuple[str, Quantity]:
    """The words around the number only: what stands further off has no say, and costs time."""
    low, high = max(0, quantity.start - _LONGEST // 2), quantity.end + _LONGEST // 2
    moved = replace(quantity, start=quantity.start - low, end=quantity.end - low)
    return sentence[low:high], moved


def family_of(measure: str) -> str:
    """Family of a measure: names of one family are easily confused; "" for an unknown name."""
    return _fact(measure, "family")


def unit_of(measure: str) -> str:
    """What the measure is counted in, as in the table: GBP, percent, arrests ...; "" if unknown."""
    return _fact(measure, "unit")


def stage_of(measure: str) -> str:
    """How far the law has gone with what is counted (seized, forfeited ...); often ""."""
    return _fact(measure, "stage")


def shared_name(measure: str) -> str:
    """The name for readers who know the shared vocabulary only.

    `shared` of the table is `yes`, the wider shared name that ours is a part of, or `no`: `other`.
    """
    shared = _fact(measure, "shared")
    return measure if shared == "yes" else shared if shared in _facts() else OTHER


def measures() -> tuple[str, ...]:
    """All names, in order of the table."""
    return tuple(_facts())


@cache
def _facts() -> dict[str, dict[str, str]]:
    return {row["measure"]: row for row in read_table("measuring/measures.csv")}


def _fact(measure: str, column: str) -> str:
    return _facts().get(measure, {}).get(column, "")


@lru_cache(maxsize=512)
def _places(text: str) -> Mapping[str, Sequence[Found]]:
    places: dict[str, list[Found]] = {}
    for found in vocabulary().find([word.text for word in words_in(text)]):
        places.setdefault(found.wording, []).append(found)
    return places


def _sentence(sentence: str, quantity: Quantity, around: str) -> _Sentence:
    places = _places(sentence)
    noun = frozenset(_places(quantity.noun) if _is_own_noun(sentence, quantity) else ())
    words = noun.union(places)
    return _Sentence(
        places=places,
        noun=noun,
        words=words,
        around=words.union(_places(around)),
        reach=Reach(sentence, words_in(sentence), quantity.start, quantity.end),
        named=quantity.unit == "count" and names_its_noun(sentence, quantity),
    )


def _is_own_noun(sentence: str, quantity: Quantity) -> bool:
    """Whether no other number stands between the noun and the number it is told of."""
    if not quantity.noun or quantity.noun in sentence[quantity.end :]:
        return True
    between = sentence[: quantity.start].rpartition(quantity.noun)[2]
    return not any(map(str.isdigit, between))


def _fits(rule: Rule, quantity: Quantity, sentence: str, *, change: bool) -> bool:
    if rule.change != "any" and change != (rule.change == "yes"):
        return False
    return not rule.per or rule.per == quantity.per or _says_per(sentence, quantity, rule.per)


def _says_per(sentence: str, quantity: Quantity, per: str) -> bool:
    before = sentence[max(0, quantity.start - _PER_BEFORE) : quantity.start].lower()
    after = sentence[quantity.end : quantity.end + _PER_WITHIN].lower()
    return any(f"{word} {per}" in after for word in ("a", "per", "each", "every")) or any(
        f"{word} {per}" in before for word in ("each", "every")
    )


def _score(rule: Rule, view: _Sentence, kind: str) -> float | None:
    """How well the rule's words stand around the number, None where it does not hold."""
    if _lacks(rule, view):
        return None
    counted = _counted(rule, view, _COUNTED_WITHIN.get(kind, _WITHIN))
    verb = _verb(rule, view)
    if counted is None or verb is None or _excluded(rule, view):
        return None
    return counted + verb + (_CONTEXT_SCORE if rule.context else 0.0)


def _lacks(rule: Rule, view: _Sentence) -> bool:
    """Whether words that the rule needs beside what it counts are missing: soon told."""
    return (bool(rule.verbs) and rule.verbs.isdisjoint(view.words)) or (
        bool(rule.context) and rule.context.isdisjoint(view.around)
    )


def _counted(rule: Rule, view: _Sentence, within: float) -> float | None:
    if not rule.names:
        return None if view.named else _NOTHING_COUNTED
    near = (
        (words, cost)
        for words, cost in _ways(rule.counts, view, forward_only=view.named)
        if cost <= within
    )
    noun = ((words, _NOUN_COST) for words in rule.counts & view.noun)
    beside = (
        (words, cost)
        for words, cost in _ways(rule.next_to, view, forward_only=True)
        if cost <= _NEXT
    )
    scores = [
        _COUNTED_SCORE + _COUNTED_WORD * words.count(" ") - cost
        for ways in (near, noun, beside)
        for words, cost in ways
    ]
    return max(scores, default=None)


def _verb(rule: Rule, view: _Sentence) -> float | None:
    if not rule.verbs:
        return 0.0
    costs = [cost for _, cost in _ways(rule.verbs, view) if cost <= _VERB_WITHIN]
    return _VERB_SCORE - _NEARNESS * min(costs) if costs else None


def _excluded(rule: Rule, view: _Sentence) -> bool:
    return any(cost <= _EXCLUDED_WITHIN for _, cost in _ways(rule.without, view))


def _ways(
    wordings: frozenset[str], view: _Sentence, *, forward_only: bool = False
) -> Iterator[tuple[str, float]]:
    for wording in wordings & view.places.keys():
        for found in view.places[wording]:
            if not forward_only or view.reach.follows(found):
                yield wording, view.reach.cost(found)
