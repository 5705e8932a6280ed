"""The periods of a pair; two changes are also compared by the year that they start from."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from checks.judging.readings import comparable, readings
from checks.judging.timespans import Relation, Side, is_stated, relation
from warehouse.records import Claim

_BASE_YEAR: Final = re.compile(
    r"\b(?:on|than(?: in)?|compared (?:with|to)|against|since|from)(?: the)?(?: year)?"
    r" ((?:19|20)[0-9]{2})\b"
)
# A stretch of days that the words give a name, not a date: no year's figure is theirs.
_STRETCH: Final = re.compile(
    r"\b(?:days?|weeks?|weekends?|months?|fortnights?|nights?) of (?:action|activity|intensi[a-z]+)"
    r"|\b(?:[a-z]+|[0-9]{1,2})[- ](?:day|week|month|hour)s?(?:[- ]long)? "
    r"(?:operation|crackdown|campaign|blitz|initiative|push|pilot|trial)"
    r"|\b(?:over|during|in|across|on|at) (?:an?|one|the|its|our|this|last)(?: single| bank)? "
    r"(?:weekend|holiday|night|fortnight|festival|carnival|crackdown|blitz|pilot|trial)"
    r"|\b(?:in|on|over|during) (?:a|one|just one) (?:single )?(?:day|week|month)\b"
    r"|\bsingle (?:day|night|week|month)\b"
    r"|\bon (?:new year[’']s (?:eve|day)|christmas (?:eve|day)|boxing day|halloween|bonfire night"
    r"|mischief night|good friday|black friday|mad friday|derby day|polling day|one day)\b"
    r"|\b(?:in|on|during|over) (?:one|a single|just one|that|a) (?:raid|visit|shift|evening|search"
    r"|stop|operation|event|match|concert|swoop|bust)\b"
    r"|\b(?:in|over|during|for) (?:just |only )?(?:the )?(?:(?:last|past|first) )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10) (?:days|weeks|months)\b"
)
_YEAR: Final = (timedelta(days=360), timedelta(days=370))


def period_relation(claim: Claim, finding: Claim) -> Relation:
    """How the claim's period lies to the finding's, for changes the years they start from too."""
    plain = relation(
        Side(claim.period, claim.published_on), Side(finding.period, finding.published_on)
    )
    if plain == "assumed" and _is_stretch(claim.context) != _is_stretch(finding.context):
        return "inside"
    pair = comparable(readings(claim), readings(finding))
    if pair is None or pair[0].kind != "change":
        return plain
    base, other_base = _base(claim), _base(finding)
    if not base or not other_base:
        return plain
    if base != other_base:
        return "other_base"
    end, other_end = _end(claim, base), _end(finding, base)
    return "other_year" if end and other_end and end != other_end else "equal"


@lru_cache(maxsize=16_384)
def _is_stretch(text: str) -> bool:
    return _STRETCH.search(text.casefold()) is not None


def _base(claim: Claim) -> int:
    """The year that a change starts from; for a change "in 2024" the year before. 0 if unknown."""
    named = _BASE_YEAR.search(claim.context.casefold())
    if named:
        return int(named.group(1))
    period = claim.period
    if period is None or period.start is None or period.end is None or not is_stated(period):
        return 0
    is_year = _YEAR[0] <= period.end - period.start <= _YEAR[1]
    return period.start.year - 1 if is_year else 0


def _end(claim: Claim, base: int) -> date | None:
    """Where the change ends, unless the only period that the words give is the one it starts at."""
    period = claim.period
    if period is None or period.basis == "comparison" or not is_stated(period):
        return None
    return None if period.start and period.start.year == base else period.end
