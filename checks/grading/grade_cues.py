"""The words around "good" or "inadequate" that make it an inspector's grade, or not one."""

from __future__ import annotations

import re
from typing import Final, Literal

Cue = Literal["graded", "linked", "quoted", "force", "none"]
"""Why a level is a grade: a grading word governs it, a verb links it to an area, it stands in
quotation marks, or a force is said to be it."""

QUOTES: Final = "'\"‘’“”"
_GRADING: Final = (
    r"(?:(?:re-?|down|up)?grad(?:ed|es?|ing)|rat(?:ed|es?|ing)|(?:ad)?judg(?:ed|es?|ing|e?ments?)"
    r"|class(?:ed|ified)|scor(?:ed?|es|ing)|mark(?:ed|s)?|deem(?:ed|s)|branded|labelled|ranked"
    r"|verdict|described as|considered|pronounced|c(?:ame|omes?|oming) out (?:as|at)"
    r"|emerg(?:ed|es|ing) as"
    r"|assessed (?:it |us |them |the force )?(?:as|to be)|found (?:it |us |the force )?to be)"
)
_GRADED_BEFORE: Final = re.compile(
    rf"\b{_GRADING}\b(?![- ](?:[1-9]|i{{1,3}}\b))(?P<between>[^.;!?]{{0,80}})$", re.IGNORECASE
)
_MOST_BETWEEN: Final = 12
_GRADE_NOUN_AFTER: Final = re.compile(
    rf"[{QUOTES}]?,?\s(?:overall\s)?(?:grades?|gradings?|ratings?|judge?ments?|marks?|verdict)\b",
    re.IGNORECASE,
)
_LINK_BEFORE: Final = re.compile(
    r"(?:\b(?:is|are|was|were|to|be|been|being|remains?|remained|became|as|found|finds|gave|given"
    r"|received|receives|got|awarded|achieved|achieves|retained|retains|kept|keeps|earned|secured"
    r"|named|called|considered|it|us|them|we|force|forces|constabulary|police|service|an?|both|also"
    r"|still|now|all|only|again|once|overall|even|just|longer|not|never)|(?:['’](?:s|re))|n['’]t)\s$",
    re.IGNORECASE,
)
_RISEN_BEFORE: Final = re.compile(
    rf"\bfrom [{QUOTES}]?(?:being )?(?:outstanding|good|adequate|inadequate|requir\w+ improvement)"
    rf"[{QUOTES}]? to [{QUOTES}]?$",
    re.IGNORECASE,
)
_FORCE_SUBJECT: Final = re.compile(
    r"\b(?:[Ff]orce|[Cc]onstabulary|[Pp]olice|[Ss]ervice|ROCU|[Uu]nit|[Ii]t|[Ww]e)"
    r"(?:\s(?:which|that|also|still|now|currently))?\s$"
)
_GOES_ON: Final = re.compile(
    rf"[{QUOTES})]{{0,3}}(?:\s*[,.:;!?(–—-]|\s*$|\s+(?:at|in|for|on|with|when|across|over|by|but|and"
    r"|or|while|because|as|overall|to|regarding|under|from|yet|though|although|after|this|last"
    r"|following|both|according|despite|out|it|nor|than)\b)",
    re.IGNORECASE,
)
_KIND_OF_FORCE: Final = re.compile(
    r"\s(?:police\s)?(?:force|service|constabulary)\s(?:at|for|in|when)\b", re.IGNORECASE
)
_TO_AREA: Final = re.compile(
    rf"[{QUOTES})]{{0,3}}\s?[,(:–—-]?\s?(?:(?:overall|grades?|gradings?|ratings?|judge?ments?|marks?)\s)?"
    r"(?:at|in|for|on|with|when|across|regarding|tackling)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL: Final = re.compile(
    r"\b(?:if|would|could|might|whether|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?"
    r"|aspir\w+|striv\w+|ambition|working towards|become|becoming|means|should)\b"
    r"[^.;!?]{0,60}$",
    re.IGNORECASE,
)
_EARLIER_BEFORE: Final = re.compile(
    r"\b(?:from|than|previously|formerly|earlier|replaces|replacing|instead of)"
    rf"(?:\s(?:being|graded|rated|judged|a|an|its|of|grade|rating|previous|earlier)){{0,5}}\s[{QUOTES}]?$",
    re.IGNORECASE,
)
_EARLIER_AFTER: Final = re.compile(
    r"[^.;!?]{0,60}\b(?:(?:at|in|by|after) (?:the|its|our|their) (?:last|previous|earlier|first)"
    r"|the last time|last time|when it was last|in the previous|in the last (?:report|inspection))"
    r"|[^.;!?]{0,60}\bin (?:19|20)[0-9]{2},? (?:but|and is now|before|to)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|nor|neither|hardly|avoid(?:ed|s|ing)?)\b|n['’]t\b|\bno longer\b"
    r"|\b(?:untrue|(?:false|wrong|incorrect|nonsense|a myth|no truth)(?: to (?:say|suggest|claim))?"
    r"(?: in the claim)? that)\b)"
    r"(?:[\s\w]|['’]){0,36}$",
    re.IGNORECASE,
)
_PARTS: Final = r"(?:areas?|forces?|categor(?:y|ies)|pillars?|aspects?|questions?|units?|themes?)"
_NUMBER: Final = (
    r"(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|many|several"
    r"|some|few|both|half|more|other|certain|no|none|any)"
)
_COUNTED_BEFORE: Final = re.compile(
    rf"\b(?:{_NUMBER})(?:\s\w+){{0,4}}\s{_PARTS}\b[^.,;!?:]{{0,60}}$"
    rf"|\b(?:{_NUMBER}|none)(?:\s(?:of|the|its|our|these|them)){{0,3}}\s(?:was|were|is|are)\b[^.;!?:]{{0,40}}$"
    r"|\b(?:areas|forces|categories|pillars|aspects|questions|units|themes)"
    r"\s(?:were|are|we|it|that|which)\b[^.;!?:]{0,40}$"
    rf"|\b(?:areas|forces)\s(?:re|up|down)?(?:graded|rated|judged|requiring|needing)\b[^.;!?:]{{0,24}}$",
    re.IGNORECASE,
)
_COUNTED_AFTER: Final = re.compile(
    rf"[{QUOTES}]?\s(?:at|in|for|across|on)\s(?:only\s|just\s)?(?:{_NUMBER})"
    rf"(?:(?:\sof)?(?:\s(?:the|its|our|other|further|more|out|of|areas?|inspected|policing)){{0,4}})"
    rf"(?:\s{_PARTS})?(?P<rest>\s?[,.;:–—(]|\sand\b|\sbut\b|\s*$|\s\w+)",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    rf"[{QUOTES}]?\s?(?:or|/)\s?[{QUOTES}]?(?:better|above|below|worse|higher|lower|outstanding|good"
    r"|adequate|inadequate|requir\w+ improvement)\b",
    re.IGNORECASE,
)
_RANGE_BEFORE: Final = re.compile(
    rf"\b(?:outstanding|good|adequate|inadequate|improvement|below|above|beneath|least)"
    rf"[{QUOTES}]?(?:\s(?:or|than)|/)?\s?[{QUOTES}]?$",
    re.IGNORECASE,
)


def cue_of(before: str, words: str, after: str) -> Cue:
    """What makes the level's `words` a grade; `before` and `after` are the rest of the sentence."""
    is_verb = words.lower().startswith("requir")
    goes_on = bool(_GOES_ON.match(after))
    if _GRADE_NOUN_AFTER.match(after) or _RISEN_BEFORE.search(before):
        return "graded"
    quoted = before[-1:] in tuple(QUOTES) and after[:1] in tuple(QUOTES)
    if (goes_on or _KIND_OF_FORCE.match(after)) and _is_governed(before):
        return "graded"
    if quoted:
        return "quoted"
    if is_verb and goes_on and _FORCE_SUBJECT.search(before):
        return "force"
    linked = is_verb or not before.strip() or _LINK_BEFORE.search(before)
    if _TO_AREA.match(after) and linked:
        return "linked"
    return "linked" if _KIND_OF_FORCE.match(after) else "none"


def _is_governed(before: str) -> bool:
    match = _GRADED_BEFORE.search(before)
    return match is not None and len(match["between"].split()) <= _MOST_BETWEEN


def is_hypothetical(before: str) -> bool:
    """Whether the grade is hoped for, feared or explained, not given."""
    return _HYPOTHETICAL.search(before) is not None


def is_earlier(before: str, after: str) -> bool:
    """Whether an earlier inspection gave the grade ("up from adequate")."""
    return bool(_EARLIER_BEFORE.search(before) or _EARLIER_AFTER.match(after))


def is_denied(before: str) -> bool:
    """Whether the grade is said not to hold."""
    return _DENIED.search(before) is not None


def is_counted(before: str, after: str) -> bool:
    """Whether the words count areas or forces with the grade instead of giving it to one."""
    return bool(_COUNTED_BEFORE.search(before) or _COUNTED_AFTER.match(after))


def is_range(before: str, after: str) -> bool:
    """Whether the level is one end of several: "good or better", "below adequate"."""
    return bool(_RANGE.match(after) or _RANGE_BEFORE.search(before))


def leads_to_area(after: str) -> bool:
    """Whether what follows the level leads to an area: "at", "for", "in", a colon."""
    return bool(_TO_AREA.match(after) or _KIND_OF_FORCE.match(after))
