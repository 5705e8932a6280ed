"""Numbers that are true but claim nothing: how many forces were visited, what a standard asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from checks.drafting.clauses import Range
from checks.measures import family_of
from checks.measuring.thresholds import is_part_of_measure, is_standard
from checks.speech.voices import Voice
from warehouse.records import Quantity

# Things that an inspection or an organisation consists of: how many there are is context.
_FRAME: Final = re.compile(
    r"^(?:(?:other|neighbouring|local|different|separate|whole|remaining|graded|core|main|key)\s+)*"
    r"(?:police\s+)?(?:forces|constabularies|areas of policing|areas|regions?|rocus?|units?"
    r"|pillars|questions|themes|inspections?|cycles?|chief constables|commissioners"
    r"|counties|districts|stages|parts|points for work|titles|sites|ways|things|times|reasons"
    r"|members of the public"
    r"|days a week|hours a day|key areas|strands|priorities|inspectors|levels|tiers|grades|rights"
    r"|square (?:miles|kilometres|km)|local authorit(?:y|ies)|councils|boroughs|wards"
    r"|(?:safeguarding|local) partnerships)\b",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"(?<!when )(?<!since )(?<!after )\b(?:we|inspectors|our team|the team)\s+(?:also\s+|have\s+)*"
    r"(?:visited|inspected|interviewed|reviewed|examined|assessed|graded|sampled|observed|audited"
    r"|looked (?:at|into)|spoke (?:to|with)|dip[- ]sampled)\b[^.;]{0,40}$"
    r"|\b(?:we|inspectors|our team|the team)\s[^.;]{0,80}\band (?:visited|interviewed|reviewed"
    r"|sampled|observed|audited|spoke (?:to|with)|dip[- ]sampled)\b[^.;]{0,30}$"
    r"|\b(?:we|(?:our |the )?inspectors|our team) spent $|\bsample (?:was|of) $",
    re.IGNORECASE,
)
_MARGIN: Final = re.compile(
    r"(?:\bplus or minus|\+\s?/\s?[-–−]|±|\bmargin of error|\bconfidence interval)[^.;]{0,30}$",
    re.IGNORECASE,
)
# "Officers must be there in 15 minutes": what is asked, unless the words turn to what was done.
_ASKED: Final = re.compile(
    r"\b(?:should|must|standards?|targets?|law|code|guidance|policy|rules?|rights?|entitled|aims?"
    r"|supposed|(?:needs?|has|have|is|are|expected|required"
    r"|allowed) to)\b(?P<between>[^.;]{0,90})$",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:but|yet|instead|actually|however|took|taken|wait|waits|waited|waiting|been|lasted|had|spent"
    r"|met|missed|was|were|average)\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:has|have|had|given|allowed)(?: (?:it|the force|just|only|up to|another)){0,2} $",
    re.IGNORECASE,
)
_TO_ACT: Final = re.compile(
    r"\s(?:(?:minutes|hours|days|weeks|months|years)\s)?(?:in which )?to\s(?!be\b)[a-z]+",
    re.IGNORECASE,
)
_OCCASIONS: Final = re.compile(r"\s(?:times|occasions)\b")
_TIMES: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})
# "In 14 of the 40 cases": the forty only say of how many.
_OUT_OF: Final = re.compile(
    r"\b(?:[0-9][0-9,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|none"
    r"|most|all|some|many|first|second|third|last|latest) of (?:(?:the|our|its|their|these"
    r"|those|all) )?$",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r",? (?:and )?not(?: the)? $", re.IGNORECASE)
# "Only one officer" counts; "one officer told us" does not.
_COUNTED_ONE: Final = re.compile(
    r"\b(?:only|just|but|least|than|from|to|exactly|one and|single)\W*$", re.IGNORECASE
)
_METHOD_ALONE: Final = re.compile(
    r"\W*(?:this report|the report covers|(?:we|inspectors|our team)\s+(?:also\s+|have\s+)*"
    r"(?:visited|inspected|interviewed|reviewed|sampled|observed|audited|spoke (?:to|with)"
    r"|looked (?:at|into)|graded|did not grade|do not grade)\b)",
    re.IGNORECASE,
)
_ABOUT_INSPECTIONS: Final = frozenset({"grades", "partnership"})
"""Families of measures that count forces, areas or partnerships: figures, not the frame."""
_OF_FRAME: Final = re.compile(
    r"^\s*(?:of|in)\s+(?:the|our|its|\w+)?\s*(?:\w+\s+)?"
    r"(?:forces|areas|regions?|units|constabularies)\b",
    re.IGNORECASE,
)
_IS_GRADED: Final = re.compile(r"^\s*(?:are|were|is|was)\s+(?:graded|inspected)\b", re.IGNORECASE)


def is_context(
    text: str, quantity: Quantity, voice: Voice, measure: str, periods: Sequence[Range]
) -> bool:
    """Whether a number of a sentence frames what is said instead of claiming anything."""
    if any(start <= quantity.start < end for start, end in periods):
        return True
    if is_standard(text, quantity) or is_part_of_measure(text, quantity):
        return True
    before, after = text[: quantity.start], text[quantity.end :]
    if _MARGIN.search(before) or (_is_time(quantity) and _is_asked(before, after)):
        return True
    return quantity.unit == "count" and _is_frame(before, after, quantity, voice, measure)


def _is_frame(before: str, after: str, quantity: Quantity, voice: Voice, measure: str) -> bool:
    """Whether a count says what was looked at, or nothing, instead of what was found."""
    if _OUT_OF.search(before) or _DENIED.search(before) or _is_article(before, quantity, measure):
        return True
    if family_of(measure) in _ABOUT_INSPECTIONS:
        return False
    if measure == "other":
        if quantity.high == 0:
            return True  # "no formal process lets ...": a finding in words
    elif _OCCASIONS.match(after):
        return False  # "met her 14 times" counts meetings
    frames = _FRAME.match(quantity.noun) or _FRAME.match(after.lstrip())
    method = voice.claimant == "inspectorate" and _METHOD.search(before)
    return bool(frames or method or _OF_FRAME.match(after) or _IS_GRADED.match(after))


def _is_time(quantity: Quantity) -> bool:
    return quantity.unit in _TIMES or quantity.noun.endswith(("working days", "working hours"))


def _is_asked(before: str, after: str) -> bool:
    """Whether a length of time is what a rule, a target or a deadline allows."""
    if _GIVEN.search(before) and _TO_ACT.match(after):
        return True
    asked = _ASKED.search(before)
    return asked is not None and _DONE.search(asked["between"]) is None


def _is_article(before: str, quantity: Quantity, measure: str) -> bool:
    """Whether "one" only singles something out ("one officer said"), which claims no number."""
    if quantity.text.casefold() != "one" or family_of(measure) in _ABOUT_INSPECTIONS:
        return False
    return _COUNTED_ONE.search(before) is None and quantity.comparator == "="


def is_method(words: str) -> bool:
    """Whether the words tell how an inspection was made rather than what it found."""
    return bool(_METHOD_ALONE.match(words))
