"""A rise or fall told without a number: "response times are improving", "sickness has dropped"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from checks.topics import crimes_in, topics_in

Direction = Literal["up", "down"]
_OPPOSITE: Final[dict[Direction, Direction]] = {"up": "down", "down": "up"}

_GOES: Final = r"(?:is|are|was|were|be|been|being|go|goes|gone|going|went|come|comes|came|coming)"
_UP: Final = re.compile(
    rf"\b(?:rose|risen|rises|rising|rise in|increas(?:ed|es|ing)|an increase|climb(?:ed|s|ing)"
    rf"|grew|grown|grows|growing|soar(?:ed|ing)|surg(?:ed|ing)|jump(?:ed|ing)|lengthen(?:ed|ing)"
    r"|continu(?:e|es|ed|ing) to (?:rise|grow|increase|climb|go up)|on the (?:way up|rise|increase)"
    rf"|(?:heading|trending) up|getting longer|longer than (?:before|ever|last year)|{_GOES} up)\b"
)
_DOWN: Final = re.compile(
    rf"\b(?:fell|fallen|falls|falling|drop(?:s|ped|ping)|decreas(?:ed|es|ing)|a (?:fall|drop|cut)"
    rf"|continu(?:e|es|ed|ing) to (?:fall|drop|decline|decrease|come down|go down|shrink)"
    rf"|on the (?:way down|wane|decline)|(?:heading|trending) down"
    rf"|declin(?:ed|es|ing)|reduc(?:ed|es|ing)|cut|cutting|fewer(?! than)|shrunk|shrank|shrinking"
    rf"|shorten(?:ed|ing)|(?:is|are|getting|become|becoming) (?:shorter|lower|fewer)"
    rf"|shorter than (?:before|ever|last year)|slashed|brought down|driven down|{_GOES} down)\b"
)
_BETTER: Final = re.compile(
    r"\b(?:improv(?:ed|es|ing)|(?:getting|become|becoming|is|are|got|been) (?:better|faster"
    r"|quicker)|speed(?:ed|ing) up|sped up|faster than|quicker than|better than)\b"
)
_WORSE: Final = re.compile(
    r"\b(?:worsen(?:ed|s|ing)?|deteriorat(?:ed|es|ing)|slipped|slid|slower than|worse than"
    r"|(?:getting|become|becoming|is|are|got|been|gotten) (?:worse|slower))\b"
)
_GOOD_IF_HIGH: Final = re.compile(
    r"\b(?:satisfaction|satisfied|confidence|trust|charg\w+|detection\w*|solv\w+|outcomes?|rates?"
    r"|attendance|answered|recruit\w+|convict\w+|shares?|proportion|compliance|timeliness|diversity"
    r"|performance|service|quality|visibility|accuracy|percentage|morale|wellbeing|care|support)\b"
)
_GOOD_IF_LOW: Final = re.compile(
    r"\b(?:times?|waits?|waiting|delays?|backlogs?|queues?|crimes?|offending|offences|complaints?"
    r"|sickness|absence|abandoned|unanswered|vacanc\w+|turnover|deaths?|collisions?|casualties"
    r"|reoffending|losses|costs?|overspend\w*|bill|violence|overdue|outstanding)\b"
)
_LOW_ALL_THE_SAME: Final = re.compile(
    r"\btimes?\b|\bcrime rates?\b|\brates? of [a-z ]{0,16}crime\b"
)
_INTENDED: Final = re.compile(
    r"\b(?:should|must|will|to|could|aims?|want|wants|working on|focus(?:ed)? on)"
    r"(?: (?:be|see|make|keep|help))? $"
)
_LOOK_BACK: Final = 24


@lru_cache(maxsize=16_384)
def movement_of(text: str) -> Direction | None:
    """Where the words say that a number went; None where they say nothing, or both."""
    folded = text.casefold()
    found = {way for way, said in (("up", _UP), ("down", _DOWN)) if _says(folded, said)}
    found |= {way for way in (_quality(folded),) if way}
    return _only(found)


def _only(found: set[str]) -> Direction | None:
    if found == {"up"}:
        return "up"
    return "down" if found == {"down"} else None


def _quality(folded: str) -> Direction | None:
    """Better or worse as a direction, by whether little or much of the thing is wanted."""
    better, worse = _says(folded, _BETTER), _says(folded, _WORSE)
    if better == worse:
        return None
    good = wanted(folded)
    if good is None or better:
        return good
    return _OPPOSITE[good]


def wanted(text: str) -> Direction | None:
    """Whether much or little of what the words speak of is good; None where they do not say."""
    folded = text.casefold()
    if _GOOD_IF_HIGH.search(folded) and not _LOW_ALL_THE_SAME.search(folded):
        return "up"
    low = _GOOD_IF_LOW.search(folded) or crimes_in(topics_in(folded))
    return "down" if low else None


def _says(folded: str, movement: re.Pattern[str]) -> bool:
    return any(
        not _INTENDED.search(folded[max(0, match.start() - _LOOK_BACK) : match.start()])
        for match in movement.finditer(folded)
    )
