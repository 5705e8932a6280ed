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
    r"(?:police\s+)?(?:forces?|constabularies|areas of policing|areas|regions?|rocus?|units?"
    r"|pillars|questions|themes|inspections?|cycles?|chief constables|commissioners"
    r"|counties|districts|stages|parts|points for work|titles|sites|ways|things|times|reasons"
    r"|members of the public"
    r"|days a week|hours a day|key areas|strands|priorities)\b",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"(?<!when )(?<!since )(?<!after )\b(?:we|inspectors|our team|the team)\s+(?:also\s+|have\s+)*"
    r"(?:visited|inspected|interviewed|reviewed|examined|assessed|graded|sampled|observed|audited"
    r"|looked (?:at|into)|spoke (?:to|with)|dip[- ]sampled)\b[^.;]{0,40}$",
    re.IGNORECASE,
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
    if quantity.unit != "count" or family_of(measure) in _ABOUT_INSPECTIONS:
        return False
    if measure == "other" and quantity.high == 0:
        return True  # "no formal process lets ...": a finding in words
    before, after = text[: quantity.start], text[quantity.end :]
    frames = _FRAME.match(quantity.noun) or _FRAME.match(after.lstrip())
    method = voice.claimant == "inspectorate" and _METHOD.search(before)
    return bool(frames or method or _OF_FRAME.match(after) or _IS_GRADED.match(after))


def is_method(words: str) -> bool:
    """Whether the words tell how an inspection was made rather than what it found."""
    return bool(_METHOD_ALONE.match(words))
