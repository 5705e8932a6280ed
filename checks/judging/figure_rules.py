"""Steps 4 and 6 to 9 of the verdicts: figures held against figures."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from checks.judging.comparability import (
    ALIKE,
    WORDS_UNIVERSAL,
    may_be_one_count,
    same_body,
    same_count,
)
from checks.judging.explaining import plain
from checks.judging.movements import wanted
from checks.judging.pair_periods import has_moved_on, period_relation
from checks.judging.ranges import gap_is_twofold
from checks.judging.ranks import Rank, rank_of
from checks.judging.readings import comparable, readings
from checks.judging.ruling import Ruling
from checks.judging.stems import content_words, overlap
from checks.judging.timespans import COMPARABLE, WORDS
from checks.measures import stage_of
from warehouse.records import Claim

_WITHOUT: Final = re.compile(
    r"\b(?:without|not|no|nobody|none|never|un[a-z]+|missed|failed|lacked|lacking|still|late|overdue"
    r"|expired|ran out|run out|lapsed|waited|waiting|delayed|awaiting|out of date|too)\b|n't\b"
)
_SHARES: Final = frozenset({"percent", "pp", "ratio", "multiple"})
WEEKS: Final = timedelta(days=28)
"""A finding's time from which a claim may be about a part of it only."""
_SCALES: Final = (
    dict.fromkeys(("highest", "most", "largest", "biggest"), 1)
    | dict.fromkeys(("lowest", "fewest", "smallest"), -1),
    {"best": 1, "top": 1, "safest": 1, "worst": -1, "bottom": -1},
    dict.fromkeys(("fastest", "quickest", "shortest", "best", "top"), 1)
    | dict.fromkeys(("slowest", "longest", "worst", "bottom"), -1),
)


def counts_something_else(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 4. A universal claim counts what its counter-example counts."""
    if not (readings(claim) and readings(finding)) or is_counter_example(claim, finding):
        return None
    if rank_of(claim.span.exact) and rank_of(finding.span.exact):
        return None
    if not same_count(claim, finding) and not _agree_or_lie_apart(claim, finding):
        one, other = _counted(claim), _counted(finding)
        return Ruling("unit_mismatch", f"{one} and {other} are not one count")
    if comparable(readings(claim), readings(finding)) is None:
        return Ruling("unit_mismatch", "the figures have different units, or one is a change")
    return None


def _agree_or_lie_apart(claim: Claim, finding: Claim) -> bool:
    """Whether the two may be one count, and saying so accuses nobody."""
    if not may_be_one_count(claim, finding) or not comparable(readings(claim), readings(finding)):
        return False
    apart = period_relation(claim, finding) not in COMPARABLE or not same_body(claim, finding)
    return apart or _meet(claim, finding)


def _counted(claim: Claim) -> str:
    if claim.measure not in {"", "other"}:
        return plain(claim.measure)
    return f"“{claim.quantity.noun}”" if claim.quantity and claim.quantity.noun else "the count"


def other_period(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 6. A side without a known period cannot accuse: only agreement passes."""
    found = period_relation(claim, finding)
    if found in COMPARABLE or (found == "unknown" and _meet(claim, finding)):
        return None
    return Ruling("period_mismatch", f"the claim has {WORDS[found]}")


def moved_on(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 6. What is so now is no account of a time that is over; if the two agree, no matter."""
    if period_relation(claim, finding) != "assumed" or _meet(claim, finding):
        return None
    if not (readings(claim) and readings(finding)) or not has_moved_on(claim, finding):
        return None
    return Ruling("period_mismatch", "the claim says how things are now, after the finding's time")


def undated_part(claim: Claim, finding: Claim) -> Ruling | None:
    """Step 6. Far less than a whole span holds, and undated: it may be one raid or one week.

    A figure of a day (people waiting, officers in post) has no parts, and a share is no part.
    """
    if _is_dated(claim) or claim.quantity is None or not _may_hold_parts(finding):
        return None
    if claim.quantity.unit in _SHARES or claim.quantity.comparator in {"<", "<="}:
        return None
    pair = comparable(readings(claim), readings(finding))
    if pair is None or pair[0].direction or not gap_is_twofold(pair[0].range, pair[1].range):
        return None
    if pair[0].range.above(pair[1].range):
        return None
    return Ruling("period_mismatch", "the claim is undated and may be a part of the finding's time")


def _is_dated(claim: Claim) -> bool:
    return claim.period is not None and bool(claim.period.start or claim.period.text)


def _may_hold_parts(finding: Claim) -> bool:
    """Whole weeks; or what happens one by one (arrests, seizures), of a time that is not said."""
    period = finding.period
    if period is None:
        return bool(stage_of(finding.measure))
    if period.start is None or period.end is None:
        return False
    return period.end - period.start >= WEEKS


def nothing_in_common(claim: Claim, finding: Claim) -> Ruling | None:
    """Past step 6 with no two figures to compare, and no rank or exception: nothing to say."""
    both_rank = rank_of(claim.span.exact) and rank_of(finding.span.exact)
    pair = comparable(readings(claim), readings(finding))
    if pair or both_rank or is_counter_example(claim, finding):
        return None
    return Ruling("unrelated", "nothing on the two sides can be compared")


def ranges_meet(claim: Claim, finding: Claim) -> Ruling | None:
    if not _meet(claim, finding):
        return None
    return Ruling("consistent", "the two ranges meet")


def opposite_directions(claim: Claim, finding: Claim) -> Ruling | None:
    pair = comparable(readings(claim), readings(finding))
    if pair is None or pair[0].direction == pair[1].direction:
        return None
    return Ruling("contradicted", "one side has a rise and the other a fall")


def exception_to_all(claim: Claim, finding: Claim) -> Ruling | None:
    pair = comparable(readings(claim), readings(finding))
    extreme = pair is not None and (pair[0].extreme or pair[1].extreme)
    if extreme or is_counter_example(claim, finding):
        return Ruling("contradicted", "all or none is said, and the other side has exceptions")
    return None


def another_rank(claim: Claim, finding: Claim) -> Ruling | None:
    return rank_ruling(claim, finding, same_order=_one_order(claim, finding))


def rank_ruling(claim: Claim, finding: Claim, *, same_order: bool) -> Ruling | None:
    """Two ranks; `same_order` says whether they are places in one order."""
    one, other = rank_of(claim.span.exact), rank_of(finding.span.exact)
    if one is None or other is None or comparable(readings(claim), readings(finding)):
        return None
    placed = _places(claim, finding, one, other)
    if placed is None or not same_order:
        return Ruling("unrelated", "the two ranks are not in one order")
    if placed[0] == placed[1]:
        return Ruling("consistent", "both give the same rank")
    return Ruling("contradicted", "the two give different ranks in one order")


def twofold_gap(claim: Claim, finding: Claim) -> Ruling | None:
    pair = comparable(readings(claim), readings(finding))
    if pair is None or not gap_is_twofold(pair[0].range, pair[1].range):
        return None
    return Ruling("contradicted", "the nearer ends of the ranges are a factor of 2 or more apart")


def more_or_less(claim: Claim, finding: Claim) -> Ruling | None:
    pair = comparable(readings(claim), readings(finding))
    if pair is None:
        return None
    if pair[0].range.above(pair[1].range):
        return Ruling("overstated", "the claim's range lies wholly above the finding's")
    return Ruling("understated", "the claim's range lies wholly below the finding's")


def _meet(claim: Claim, finding: Claim) -> bool:
    pair = comparable(readings(claim), readings(finding))
    if pair is None:
        return False
    if {pair[0].extreme, pair[1].extreme} == {"all", "none"}:
        # "Nobody without training" and "all were trained" are one.
        none = claim if pair[0].extreme == "none" else finding
        return "without" in none.span.exact.casefold()
    return pair[0].direction == pair[1].direction and pair[0].range.meets(pair[1].range)


def is_counter_example(claim: Claim, finding: Claim) -> bool:
    """A count of those who did not, against a claim of all: "94 without" against "all have"."""
    if not any(reading.extreme == "all" for reading in readings(claim)):
        return False
    quantity = finding.quantity
    counted = quantity is not None and quantity.unit == "count" and (quantity.low or 0) > 0
    one, other = content_words(claim.span.exact), content_words(finding.context)
    alike = len(one & other) > 1 and overlap(one, other) >= ALIKE
    return counted and alike and bool(_WITHOUT.search(finding.span.exact.casefold()))


def _one_order(claim: Claim, finding: Claim) -> bool:
    """Whether the words name one thing that both ranks are of."""
    words, other = content_words(claim.span.exact), content_words(finding.span.exact)
    return len(words & other) >= WORDS_UNIVERSAL and overlap(words, other) >= ALIKE


def _places(claim: Claim, finding: Claim, one: Rank, other: Rank) -> tuple[int, int] | None:
    """Both ranks on one scale, from the top (1, 2 ...) or the bottom (-1, -2 ...)."""
    for scale in _SCALES:
        if one.word in scale and other.word in scale:
            return one.place * scale[one.word], other.place * scale[other.word]
    places = _merit(claim, one), _merit(finding, other)
    return (places[0], places[1]) if places[0] and places[1] else None


def _merit(claim: Claim, rank: Rank) -> int:
    """The place from the best; "highest" is the best where much is wanted. 0 if unknown."""
    size, merit = _SCALES[0].get(rank.word), _SCALES[1].get(rank.word) or _SCALES[2].get(rank.word)
    if merit:
        return rank.place * merit
    good = wanted(claim.context)
    if size is None or good is None:
        return 0
    return rank.place * size * (1 if good == "up" else -1)
