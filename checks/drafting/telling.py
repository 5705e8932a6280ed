"""Which words without a figure say enough to be a finding, a boast or an answer."""

from __future__ import annotations

import re
from typing import Final

from checks.drafting.relevance import is_method
from checks.stances import stance_of
from checks.topics import is_aspect, topics_in
from warehouse.records import FindingType

MIN_WORDS: Final = 5
"""A clause of fewer words says too little to stand as a finding of its own."""
_SUPERLATIVE: Final = re.compile(
    r"\b(?:(?:its|the|their|our|his|her) (?:single )?(?:biggest|largest|longest|lowest|smallest"
    r"|slowest|most [a-z]+|least [a-z]+)"
    r"|(?:biggest|largest|longest|lowest|smallest|slowest) (?:ever|in|of|on record)"
    r"|record (?:high|low|number|level|haul))\b",
    re.IGNORECASE,
)
_OUTLOOK: Final = re.compile(
    r"\b(?:expects?|forecasts?|predicts?|is set|is due|is on (?:course|track)|is likely)\b"
    r"[^.;]{0,60}\b(?:break even|balance|overspen\w+|underspen\w+|deficit|surplus|shortfall"
    r"|recruit|lose|close|meet|miss|fall|rise|run out|improve)\b",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"\b(?:describ\w+|called|calls|calling|branded|brands|labelled|said|says|told|tells|warned"
    r"|accused|dismissed|spoke of|of being|found|was|is|were|are)\b[^“‘\"]{0,80}"
    r"[“‘\"][^”’\"]{4,120}[”’\"]",
    re.IGNORECASE,
)
_UNPROVEN: Final = re.compile(
    r"\b(?:could(?:n[’']t| not)|cannot|can[’']t|did(?:n[’']t| not)|do(?:es)?(?:n[’']t| not)"
    r"|were unable to|was unable to) (?:be )?(?:confirm(?:ed)?|verif(?:y|ied)|support|corroborate"
    r"|bear (?:this|that|it) out|substantiate|establish|find (?:any )?evidence)\b",
    re.IGNORECASE,
)
_FOUND: Final = re.compile(
    r"\b(?:we|inspectors|(?:my|our|the) (?:team|inspectors)|the (?:report|inspection"
    r"|review)|hmicfrs"
    r"|the inspectorate|it) (?:also |have |has |had )*(?:found|says?|said|adds?|states|saw"
    r"|notes?|noted|heard|observed|concluded"
    r"|established|discovered|learned|witnessed)\b(?! (?:out|guilty|dead))",
    re.IGNORECASE,
)
_TELLING: Final = (_SUPERLATIVE, _OUTLOOK, _CALLED, _UNPROVEN, _FOUND)


_POLICING: Final = re.compile(
    r"\b(?:police|policing|force|constabulary|officers?|detectives?|inspectors?|inspection|report"
    r"|commissioner|crimes?|offenders?|victims?|survivors?|suspects?|child(?:ren)?|arrests?"
    r"|investigat\w+|patrols?|calls?|courts?|safeguarding|abuse|findings|neighbourhoods?"
    r"|streets|service|staff|station)\b",
    re.IGNORECASE,
)
# Words to readers, and what is said of an arrest or a court's day, are no account of policing.
_APPEAL: Final = re.compile(
    r"\b(?:please|anyone (?:with|who)|if you|you can|call (?:us|101|999)|visit our|contact us"
    r"|crimestoppers|cookies|subscribe|click|read more|sign up|find out more|more information)\b",
    re.IGNORECASE,
)


def says_of_matter(words: str) -> bool:
    """Whether somebody's words are about a matter of policing, not an appeal to readers."""
    if len(words.split()) <= MIN_WORDS or _APPEAL.search(words):
        return False
    if _POLICING.search(words):
        return True
    return any(not is_aspect(topic) for topic in topics_in(words))


def tells(words: str, kind: FindingType | None, *, under_mark: bool, speaks: bool = False) -> bool:
    """Whether words without a figure are worth holding against others.

    Spoken words (`speaks`) need but be about a matter of policing.

    `under_mark` says that they stand under a heading that marks findings, `kind` which one.
    """
    if len(words.split()) < MIN_WORDS or is_method(words):
        return False
    if under_mark or stance_of(words, kind) != "neutral":
        return True
    if speaks and says_of_matter(words):
        return True
    return any(pattern.search(words) for pattern in _TELLING)
