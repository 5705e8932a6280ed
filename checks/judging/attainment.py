"""Whether words say that a target or standard was met."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from checks.measuring.thresholds import is_standard
from checks.quantities import find_quantities
from warehouse.records import Quantity

Attained = Literal["met", "missed"]

_AIM: Final = (
    r"(?:targets?|standards?|goals?|benchmark|requirements?|code|deadlines?|obligations?|timescales?"
    r"|expectations?|time limits?|ambition|duty|duties|rules|law|guidelines?|guidance"
    r"|service level)"
)
_BETWEEN: Final = r"(?: [a-z0-9'’%£-]+){0,5}? "
_MET: Final = re.compile(
    rf"\b(?:me(?:t|ets?|eting)|hit(?:s|ting)?|achiev(?:ed|es?|ing)|exceed(?:ed|s|ing)?"
    rf"|beat(?:s|en|ing)?|reach(?:ed|es|ing)?|compl(?:y|ies|ied|ying) with|kept to|keeps? to"
    rf"|surpass(?:ed|es)?|fulfil(?:led|s)?|satisf(?:y|ies|ied)){_BETWEEN}{_AIM}\b"
    rf"|\b(?:fully )?compliant with|\bin line with{_BETWEEN}{_AIM}\b"
    rf"|\b(?:ahead of|above|within|inside){_BETWEEN}{_AIM}\b|\bon target\b"
)
_MISSED: Final = re.compile(
    rf"\b(?:miss(?:ed|es|ing)|breach(?:ed|es|ing)|fail(?:ed|s|ing)? to"
    rf"(?: meet| hit| reach| achieve| comply with| keep to)){_BETWEEN}{_AIM}\b"
    rf"|\b(?:short of|below|outside|under){_BETWEEN}(?:{_AIM}|(?:had|has|was|were) set|set itself"
    rf"|asked|expected|required)\b"
    rf"|\b(?:not|n't|never) (?:always |fully |consistently )?(?:me(?:t|ets?|eting)|hit|reach(?:ed)?"
    rf"|achiev(?:e|ed|ing)|compl(?:y|ied|ying) with|kept? to|compliant|in line|on target)\b"
    rf"|\b{_AIM} (?:was|were|is|are|has|have) (?:not|n't|rarely|seldom|never)(?: being| been)? "
    rf"(?:met|hit|reached|achieved|kept)\b"
    rf"|\bfell short|\bfalls short|\bnon-?compliant\b"
)
_LATER_IS_WORSE: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_MAY_HOLD: Final = re.compile(rf"\b{_AIM}\b|compl|short of|below|on target|set itself")


@lru_cache(maxsize=16_384)
def attainment_of(text: str) -> Attained | None:
    """What the words say of a target; where they only give both numbers, what these say."""
    folded = text.casefold()
    if not _MAY_HOLD.search(folded):
        return None
    if _MISSED.search(folded):
        return "missed"
    if _MET.search(folded):
        return "met"
    return _of_numbers(text)


def _of_numbers(text: str) -> Attained | None:
    found = find_quantities(text)
    asked = [q for q in found if is_standard(text, q)]
    done = [q for q in found if q not in asked and asked and q.unit == asked[0].unit]
    if len(asked) != 1 or len(done) != 1:
        return None
    return "met" if _reaches(done[0], asked[0]) else "missed"


def _reaches(done: Quantity, asked: Quantity) -> bool:
    if done.low is None or asked.low is None:
        return True
    if done.unit in _LATER_IS_WORSE:
        return done.low <= asked.low
    return done.low >= asked.low
