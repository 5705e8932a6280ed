"""The periods of a pair; two changes are also compared by the year that they start from."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from checks.judging.readings import comparable, readings
from checks.judging.timespans import Relation, Side, is_stated, last_day, relation
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
# What is so by now need not have been so when a span of time that is over ended.
_PRESENT: Final = re.compile(
    r"\b(?:now(?! known)|nowadays|today|currently|at present|presently|at the moment|these days"
    r"|right now|this (?:week|morning)|by then|since then|(?:have|has|had|is|are|was|were) since"
    r"|since (?:the|their|its|our|that|this|inspectors?|hmicfrs)"
    r"(?: [a-z’']+)? ?(?:inspections?|inspectors?|visit(?:ed|s)?|reports?|review|then|came"
    r"|fieldwork)"
    r"|ha(?:s|ve|d) (?:already |recently |just )?(?:risen|fallen|dropped|climbed|improved|gone up"
    r"|gone down|come down|grown|been cut|been reduced|increased|decreased) to"
    r"|ha(?:s|ve) (?:been )?(?:wait(?:ed|ing)|queu(?:ed|ing)|sat|sitting|stood|lain)"
    r"|latest (?:figures?|data|statistics|numbers|performance|results?)|so far this"
    r"|(?:most recent|newest) (?:figures?|data|statistics|numbers|results?))\b"
)
_CLAUSE: Final = re.compile(r"[,;:] |[–—]")
_YEAR: Final = (timedelta(days=360), timedelta(days=370))


def period_relation(claim: Claim, finding: Claim) -> Relation:
    """How the claim's period lies to the finding's, for changes the years they start from too."""
    plain = relation(
        Side(claim.period, claim.published_on), Side(finding.period, finding.published_on)
    )
    if plain == "assumed" and _is_stretch(claim.context) != _is_stretch(finding.context):
        return "inside"
    own = readings(claim)
    if all(reading.kind != "change" for reading in own):
        return plain
    pair = comparable(own, readings(finding))
    if pair is None or pair[0].kind != "change":
        return plain
    base, other_base = _base(claim), _base(finding)
    if not base or not other_base:
        return plain
    if base != other_base:
        return "other_base"
    end, other_end = _end(claim, base), _end(finding, base)
    return "other_year" if end and other_end and end != other_end else "equal"


def has_moved_on(claim: Claim, finding: Claim) -> bool:
    """Whether the claim says how things are now, and the finding's span was over by then.

    A finding without a span of its own was made before its report came out.
    """
    end = last_day(Side(finding.period, finding.published_on))
    if end is None or claim.published_on is None or end >= claim.published_on:
        return False
    return _PRESENT.search(_with_its_clause(claim)) is not None


def _with_its_clause(claim: Claim) -> str:
    """The claim's words in lower case, and what stands before them in their sentence's clause."""
    before, found, _ = claim.context.partition(claim.span.exact)
    own = _CLAUSE.split(before)[-1] if found else ""
    return f"{own}{claim.span.exact}".casefold()


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
