"""Numbers that belong to what is measured, and are no claim about anybody's performance.

"Answered 84 per cent of 999 calls within ten seconds": 999 and ten seconds say what is measured.
"The national standard is 90 per cent" says what is asked of everybody, not what was done.
"""

from __future__ import annotations

import re
from typing import Final

from warehouse.records import Quantity

_TIMES: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_CALL_NUMBER: Final = re.compile(r"(?:999|101|111|112)(?!\S*[0-9])")
_LIMIT: Final = re.compile(
    r"\b(?:within|inside|(?:in|for|by) (?:under|over|less than|more than|fewer than|at least|up to)"
    r"|(?:wait\w*|took|take[ns]?|held|hold|queue\w*|longer|lasted)"
    r"(?: for)?(?: more| longer| less| over| under| at)?(?: than| least)?)"
    r"(?: (?:the|a|an|its|their|our|target|of|first|just|about|around|required|agreed|set))*\W*$",
    re.IGNORECASE,
)
_HYPHENED: Final = re.compile(r"[-\s](?:\w+[-\s])?(?:target|standard|limit|deadline|window|goal)")
_SMALL: Final = r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_SHARE: Final = re.compile(
    r"%|\b(?:per ?cent|percent|half|quarters?(?! of an)|thirds?|all|every|most|none|few|share"
    rf"|proportion|nobody|no one|never|always|{_SMALL} (?:times )?(?:in|out of)(?: every)?"
    r" (?:[2-9]|10|12|20|100|three|four|five|six|seven|eight|nine|ten|twelve|twenty)(?![0-9]))\b"
    r"|[0-9]{1,3},[0-9]{3}",
    re.IGNORECASE,
)
_STANDARD: Final = r"(?:standards?|targets?|goals?|benchmark|expectation|requirement|ambition)"
_ASKED: Final = (
    r"(?:should|must|ought to|(?:have|has|needs?|aims?|aimed|aiming|expected|required|supposed"
    r"|asked|told|meant|promises?) to)"
)
_TASK: Final = (
    r"(?:answer(?:ed|ing)?|attend(?:ed)?|record(?:ed)?|reach(?:ed)?|examined?|visit(?:ed)?|seen?|meet"
    r"|hit|manage|achieve|pick(?:ed)? up|arrive|respond(?:ed)?|get to|be)"
)
_LAID_DOWN: Final = (
    r"(?:(?:expected|required|demanded|asked) (?:of|by|nationally|from)|laid down"
    r"|set (?:by|nationally)"
    r"|(?:expected|required|supposed|asked) to (?:reach|meet|hit|manage|achieve))"
)
_ASKED_BEFORE: Final = re.compile(
    rf"\b{_STANDARD}(?: (?:is|was|are|of|at|to|for|be|being|set|which|that|says?|forces|the|them"
    r"|answer(?:ing)?|record(?:ing)?|reach|attend|should|must|have|it|calls|them|least|more|than"
    r"|over|asks?|a|an|national|remains?|stands|stood|[a-z]+ed)){1,7} $"
    rf"|\b{_STANDARD}\b[^.;,]{{0,60}}\b(?:is|was|are) (?:that|for|to) (?:[a-z]+ ){{0,2}}$"
    rf"|\b{_ASKED}(?: be)?(?: {_TASK})?(?: (?:calls|them|it|this|that|within|inside|under|of|with"
    r"|you|in|at|least|more|than|over|some|about|a|an|the|rate|least)){0,6} $",
    re.IGNORECASE,
)
_ASKED_AFTER: Final = re.compile(
    rf"[-\s](?:(?:national|local|government|home|office|service|performance|required|expected"
    rf"|nationally|agreed|set|force|forces|own|nhs|call|answering|response) ){{0,3}}{_STANDARD}\b"
    rf"|,? (?:that |which )?(?:(?:all |every |police )?forces? )?(?:is |are |was )?{_LAID_DOWN}\b",
    re.IGNORECASE,
)
_INSPECTED: Final = re.compile(
    r"(?:\s(?:of|the|its|our|policing|other|neighbouring|different|main|police|core|areas?|forces?))"
    r"{0,4}\s(?:areas?|forces?|units?|pillars?|questions?|categories)\b",
    re.IGNORECASE,
)
_EXAMINES: Final = re.compile(
    r"\b(?:inspect(?:ed|s|ing|ions?)|visited|examined|assess(?:ed|es|ment)|graded|judged|looked at"
    r"|covers?|covered|neighbouring|reviewed)\b",
    re.IGNORECASE,
)
_VERDICT: Final = re.compile(
    r"\b(?:outstanding|good|adequate|requir\w+ improvement|inadequate|lowest|highest)\b",
    re.IGNORECASE,
)
_ONE_OF: Final = re.compile(r"\bone of (?:the |its |our )?$", re.IGNORECASE)
_OF_SEVERAL: Final = re.compile(
    r" of (?:the |its |our )?(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|several)\b",
    re.IGNORECASE,
)
_REACH: Final = 90
_NEAR: Final = 240


def is_part_of_measure(sentence: str, quantity: Quantity) -> bool:
    """Whether the number says what is measured: 999 and 101 calls, "within ten seconds".

    A time limit is part of a measure only beside the figure that it belongs to: in "officers
    arrive within 12 minutes" the minutes are the claim.
    """
    if quantity.unit == "count" and _CALL_NUMBER.fullmatch(quantity.text.strip()):
        return True
    if quantity.unit not in _TIMES or not _has_other_figure(sentence, quantity):
        return False
    before = sentence[max(0, quantity.start - _REACH) : quantity.start]
    after = sentence[quantity.end : quantity.end + _REACH]
    return bool(_LIMIT.search(before) or _HYPHENED.match(after))


def is_standard(sentence: str, quantity: Quantity) -> bool:
    """Whether the number is a target or standard, not something that was reached."""
    before = sentence[max(0, quantity.start - _REACH) : quantity.start]
    after = sentence[quantity.end : quantity.end + _REACH]
    return bool(_ASKED_BEFORE.search(before) or _ASKED_AFTER.match(after))


def is_inspection_scope(sentence: str, quantity: Quantity) -> bool:
    """Whether the number only says how many forces or areas were looked at.

    A count of areas or forces with a grade ("two areas were graded inadequate") is a claim.
    """
    if quantity.unit != "count" or _VERDICT.search(_around(sentence, quantity)):
        return False
    if _is_one_of_several(sentence, quantity):
        return True
    noun = _INSPECTED.match(sentence, quantity.end)
    if noun is None or sentence.startswith(" for improvement", noun.end()):
        return False
    return bool(_EXAMINES.search(_around(sentence, quantity)))


def _is_one_of_several(sentence: str, quantity: Quantity) -> bool:
    if quantity.text.lower() == "one":
        return bool(_OF_SEVERAL.match(sentence, quantity.end))
    return bool(_ONE_OF.search(sentence[max(0, quantity.start - _REACH) : quantity.start]))


def _has_other_figure(sentence: str, quantity: Quantity) -> bool:
    return bool(_SHARE.search(_around(sentence, quantity)))


def _around(sentence: str, quantity: Quantity) -> str:
    """The words near the number, without the number."""
    before = sentence[max(0, quantity.start - _NEAR) : quantity.start]
    return f"{before} {sentence[quantity.end : quantity.end + _NEAR]}"
