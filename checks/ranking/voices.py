"""What speaks for a pair of statements beside the words they share: one voice for each trait.

A voice is silent where either side is unknown: that counts as half, neither for nor against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import Final

from checks.judging.explaining import plain
from checks.measures import family_of
from checks.ranking.traits import Days, Traits, Value
from checks.topics import is_aspect, related_topics
from warehouse.records import Reason

Voice = Callable[[Traits, Traits], Reason | None]

UNKNOWN: Final = 0.5
WIDER: Final = 0.4
RELATED: Final = 0.6
OVERLAPPING: Final = 0.3


def force_voice(claim: Traits, finding: Traits) -> Reason | None:
    one, other = claim.statement.force, finding.statement.force
    if one is None or other is None:
        return None
    if one == other:
        return said("force", 1.0, f"both are about {one}")
    return said("force", WIDER if finding.statement.wide else 0.0, f"{one}, not {other}")


def measure_voice(claim: Traits, finding: Traits) -> Reason | None:
    """By the names that were given, else by those that the words stand for."""
    one, other = claim.statement.measure, finding.statement.measure
    if one is not None and other is not None:
        return said("measure", float(one == other), _both("count", one, other))
    read, read_other = claim.said.measures, finding.said.measures
    if not read or not read_other:
        return None
    shared = read & read_other
    if shared:
        return said("measure", 1.0, f"both count {_list(shared)}")
    related = {family_of(name) for name in read} & {family_of(name) for name in read_other}
    detail = f"{_list(read)}, not {_list(read_other)}"
    return said("measure", UNKNOWN if related else 0.0, detail)


def topic_voice(claim: Traits, finding: Traits) -> Reason | None:
    one, other = claim.said.topics, finding.said.topics
    if not one or not other:
        return None
    shared = one & other
    if shared:
        return said("topic", len(shared) / len(one | other), f"both about {_list(shared)}")
    real = [[name for name in side if not is_aspect(name)] for side in (one, other)]
    related = any(related_topics(a, b) for a, b in product(*real))
    return said("topic", 0.2 if related else 0.0, f"{_list(one)}, not {_list(other)}")


def matter_voice(claim: Traits, finding: Traits) -> Reason | None:
    """By the coarse sorting of topics: two matters are two, however many words they share."""
    one, other = claim.said.matters, finding.said.matters
    if not one or not other:
        return None
    shared = one & other
    detail = f"one matter, {_list(shared)}" if shared else f"{_list(one)}, not {_list(other)}"
    return said("matter", float(bool(shared)), detail)


def unit_voice(claim: Traits, finding: Traits) -> Reason | None:
    one, other = _units(claim), _units(finding)
    if not one or not other:
        return None
    shared = one & other
    if shared:
        return said("unit", 1.0, f"both in {_list(shared)}")
    return said("unit", 0.0, f"{_list(one)}, not {_list(other)}")


def value_voice(claim: Traits, finding: Traits) -> Reason | None:
    """The nearest of their values: 1 where they meet, else the smaller over the larger."""
    pairs = [
        (nearness(a, b), a, b)
        for a, b in product(claim.values, finding.values)
        if a.unit is None or b.unit is None or a.unit == b.unit
    ]
    if not pairs:
        return None
    score, one, other = max(pairs, key=lambda pair: pair[0])
    return said("value", score, f"{_shown(one)} and {_shown(other)}")


def period_voice(claim: Traits, finding: Traits) -> Reason | None:
    """The nearest of their periods: 1 for the same days, less the less they share."""
    pairs = [(shared_days(a, b), a, b) for a, b in product(claim.periods, finding.periods)]
    if not pairs:
        return None
    score, one, other = max(pairs)
    words = f"{_span(one)} and {_span(other)}"
    return said("period", score, f"both {_span(one)}" if one == other else words)


def kind_voice(claim: Traits, finding: Traits) -> Reason | None:
    """Grades answer grades, figures answer figures."""
    one, other = claim.said.area, finding.said.area
    if one is not None and other is not None:
        if one and other and one != other:
            return said("kind", 0.3, f"graded for {plain(one)}, not for {plain(other)}")
        same = one and one == other
        return said(
            "kind", 1.0 if same else 0.7, f"both give a grade for {plain(one) or 'no area'}"
        )
    if one is not None:
        return said("kind", 0.3 if claim.values else 0.0, "a grade beside words or figures")
    if not claim.values:
        return None
    if other is not None and not finding.values:
        return said("kind", 0.1, "a figure beside a grade")
    return said("kind", 0.7, "figures on both sides") if finding.values else None


def stance_voice(claim: Traits, finding: Traits) -> Reason | None:
    """A force's boast without a figure is answered by praise, criticism or a grade of it."""
    if claim.statement.force is None or claim.statement.force != finding.statement.force:
        return None
    if claim.said.stance == "neutral" or claim.values or claim.said.area is not None:
        return None
    if finding.said.area is not None or finding.said.stance != "neutral":
        return said("stance", 0.8, "both judge")
    return said("stance", 0.3, "a judgment beside what judges nothing")


VOICES: Final[tuple[tuple[Voice, float], ...]] = (
    (force_voice, 1.5),
    (topic_voice, 0.8),
    (matter_voice, 0.8),
    (measure_voice, 0.5),
    (period_voice, 0.6),
    (kind_voice, 0.5),
    (stance_voice, 0.5),
    (unit_voice, 0.3),
    (value_voice, 0.3),
)
"""The voices and their weights beside 1 for all words and 1 for all pieces in common."""


def nearness(one: Value, other: Value) -> float:
    """1 where the ranges meet, else the lower of their nearest ends over the higher."""
    if one.low <= other.high and other.low <= one.high:
        return 1.0
    low, high = (one.high, other.low) if one.high < other.low else (other.high, one.low)
    return low / high if low > 0 else 0.0


def shared_days(one: Days, other: Days) -> float:
    """1 for the same days, 0 for none in common, in between by the share in common."""
    if one == other:
        return 1.0
    common = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    both = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return OVERLAPPING + UNKNOWN * common / both if common > 0 else 0.0


def _units(traits: Traits) -> frozenset[str]:
    given = traits.statement.unit
    return frozenset({given}) if given else frozenset(v.unit for v in traits.values if v.unit)


def said(name: str, score: float, detail: str) -> Reason:
    return Reason(name=name, score=round(score, 6), detail=detail)


def _both(does: str, one: str, other: str) -> str:
    return f"both {does} {one}" if one == other else f"{one}, not {other}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(plain(name) for name in names))


def _shown(value: Value) -> str:
    ends = f"{value.low:,.12g}", f"{value.high:,.12g}"
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _span(days: Days) -> str:
    return f"{days[0]}" if days[0] == days[1] else f"{days[0]} to {days[1]}"
