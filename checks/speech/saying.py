"""The acts of speech of a sentence: who says, finds or states, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from checks.speech.acts import Act, ends_sentence
from checks.speech.sourcing import sourced_acts
from checks.speech.subject import behind_verb, is_adverbial, stranger, subject_of
from checks.speech.terms import Term
from checks.speech.verbs import is_passive, verbs_in

WINDOW: Final = 200
"""Characters before a verb in which its subject is looked for."""

# "That" opens what is said only behind a verb of speech; elsewhere it opens a relative clause.
_BOUNDARY: Final = re.compile(
    r"[;:“”]|,\s+(?:but|and|while|although|though)\b|\bbut\b"
    r"|\b(?:say|says|said|added|claimed|claims|stated|found|finds|insisted|insists|admitted|reported|noted|warned"
    r"|concluded|believes?|confirmed|shows?|showed|suggests?|explained|argued|accepted|told\s\w+"
    r"|tells\s\w+|told\sthe\s\w+)\s+that\b"
)
# "The force responded to 40 calls" is no speech; "responded that ...", "told us" is.
_SAYS_IT: Final = re.compile(
    r"\s*(?:that|how|us|me|inspectors|reporters|councillors|the|a|an|mps|they|he|she|his"
    r"|her|their|there)\b|[:,]?\s*“|[:.]"
    r"|\s+[A-Z]"
)
_SAYS_THAT: Final = re.compile(r"\s*(?:to (?:us|inspectors)\s+)?(?:that|how|there)\b|[:,]?\s*“|:")
_NO_ASSERTION: Final = re.compile(
    r"\b(?:to|not|never|cannot|can’t|didn’t|doesn’t|did not|does not|will|would|should|must|could)"
    r"\s+(?:also\s+)?$"
)
_DETERMINER: Final = re.compile(
    r"\b(?:a|an|the|its|their|this|that|these|of|with|for|any|no)\s+$", re.IGNORECASE
)
_PARTICIPLE: Final = re.compile(r"\w+ing$")
# "He welcomed the report and said ...": the second verb has the subject of the first.
_COORDINATED: Final = re.compile(r"\band\s+(?:have\s+|has\s+|also\s+|then\s+)*$", re.IGNORECASE)
_AUXILIARY: Final = re.compile(r"\s+(?:(?:also|now|then|later|has|have|had|in turn)\s+)?")
# "Police told to do better": a headline's passive.
_ORDERED: Final = re.compile(r"\s+to\b", re.IGNORECASE)


# "Waits, the force told us, had come down": a comma closes the aside.
_ASIDE: Final = re.compile(r"(?:\s+(?:us|me|inspectors))?[,;]")
_LEADS: Final = re.compile(r"\b(?:lead|leads|head of|in charge)\b", re.IGNORECASE)
_MANAGES: Final = re.compile(
    r"\b(?:managers?|some|many|several|those|people|others)\b", re.IGNORECASE
)
_LEAD: Final = re.compile(r"\s*(?:the|a|an|his|her)?\s*(?:\w+\s)?", re.IGNORECASE)
MAIN: Final = 4
"""Words that a main clause has at least."""
_TOLD_US: Final = re.compile(r"(?:told|tells?) (?:us|me|inspectors|our)\b")
# `...,” said` and `..., said`; nothing else stands between what is said and the verb.
_BEFORE_INVERTED: Final = re.compile(r"(?:[”’']|,)\s*$")


def find_acts(text: str, speakers: Sequence[Term], *, strict: bool = False) -> list[Act]:
    """The acts of speech of a sentence, in order of their verbs.

    `strict` is for inspection reports, which tell what a force does in many of the same verbs:
    there a weak verb needs "that" or a quotation, and a stranger must be known by name.
    """
    acts = sourced_acts(text, speakers)
    taken = [(a.start, a.verb_end) for a in acts]
    previous = 0
    for start, (end, kinds) in sorted(_verbs_at(text, strict=strict).items()):
        if any(a <= start < b for a, b in taken):
            continue
        act = _act(text, (start, end), kinds, speakers, previous, strict=strict)
        if act:
            acts.append(act)
            previous = end
    return sorted(acts, key=lambda a: a.verb_start)


def _verbs_at(text: str, *, strict: bool) -> dict[int, tuple[int, frozenset[str]]]:
    found: dict[int, tuple[int, frozenset[str]]] = {}
    for listed, match in verbs_in(text, ("said", "weak", "that", "strong", "found", "data")):
        kind = listed
        if listed in {"weak", "that"}:
            kind = _how_said(text, match.end(), listed, strict=strict)
        end, kinds = found.get(match.start(), (match.end(), frozenset()))
        found[match.start()] = (max(end, match.end()), kinds | {kind})
    return found


def _how_said(text: str, end: int, kind: str, *, strict: bool) -> str:
    """ "weak" where words that somebody says follow, "loose" where it may be a deed, or ""."""
    # What "that" or a quotation follows is speech, whatever the verb.
    if _SAYS_THAT.match(text, end) or (not strict and ends_sentence(text, end)):
        return "weak"
    if _SAYS_IT.match(text, end):
        return "loose" if strict or kind == "that" else "weak"
    return ""


def _act(
    text: str,
    verb: tuple[int, int],
    kinds: frozenset[str],
    speakers: Sequence[Term],
    previous: int,
    *,
    strict: bool,
) -> Act | None:
    start, end = verb
    before = text[max(0, start - 24) : start]
    if is_passive(text, start) or _NO_ASSERTION.search(before) or _ORDERED.match(text, end):
        return None
    participle = _PARTICIPLE.match(text, start, end) is not None
    if _DETERMINER.search(before) or (previous and (participle or _COORDINATED.search(before))):
        return None
    begin = _subject_from(text, start, previous)
    parenthetical = _ASIDE.match(text, end) is not None
    at_end = ends_sentence(text, end)
    if parenthetical or at_end:
        begin = max(begin, text.rfind(",", begin, start) + 1)
    term = subject_of(text, begin, start, speakers)
    inverted = "strong" in kinds and _is_inverted(text, start, end)
    if term is None and inverted:
        return _inverted(text, verb, speakers)
    if term is None and "strong" in kinds:
        term = stranger(text, begin, start)
        if strict and term and term.kind == "stranger":
            term = _told_inspectors(text, start, term)
    if term is None or not _can(term, kinds, strict=strict):
        return None
    set_off = _is_set_off(text, begin, term)
    aside = parenthetical or _ends_a_clause(text, term)
    return Act(
        start=term.start,
        verb_start=start,
        verb_end=end,
        term=term,
        post=set_off and at_end,
        mid=set_off and aside and not at_end,
        verb=next(k for k in ("said", "weak", "loose", "found", "data") if k in kinds),
    )


def _is_inverted(text: str, start: int, end: int) -> bool:
    """Whether the subject stands behind: never behind "told", which wants a listener there."""
    told = text[start:end].casefold() in {"told", "tells"}
    return not told and _BEFORE_INVERTED.search(text[:start]) is not None


def _ends_a_clause(text: str, speaker: Term) -> bool:
    """ "Calls went unanswered, inspectors found when they came": a main clause stands before."""
    clause, comma, lead = text[: speaker.start].rpartition(",")
    is_main = len(clause.split()) >= MAIN and not is_adverbial(clause)
    return bool(comma and is_main and _LEAD.fullmatch(lead) and speaker.kind != "paper")


def _told_inspectors(text: str, verb: int, stranger: Term) -> Term | None:
    """Whoever a report's tables do not know: an outsider, unless his words make him police."""
    if not _TOLD_US.match(text, verb):
        return None
    words = text[stranger.start : stranger.end]
    if _LEADS.search(words):
        return replace(stranger, kind="person", party="force", name="")
    return None if _MANAGES.search(words) else stranger


def _is_set_off(text: str, begin: int, term: Term) -> bool:
    """Whether a comma or closing quotation mark parts the speaker from words before him."""
    before = text[:begin].rstrip() or text[: term.start].rstrip()
    lead = text[begin : term.start].strip()
    marks = (",", "”", "’", "'")
    return term.start > 0 and (before.endswith(marks) or lead.endswith(marks))


def _can(term: Term, kinds: frozenset[str], *, strict: bool) -> bool:
    """Whether this kind of speaker says things in verbs of these kinds."""
    if term.kind == "self":
        return False
    if term.kind in {"paper", "owned"} and term.party != "inspectorate":
        return bool(kinds & {"data", "said", "weak"}) and not (strict and not term.party)
    if kinds & {"said", "weak"}:
        return True
    if "loose" in kinds and term.party == "other" and term.kind in {"body", "person", "name"}:
        return True
    if "found" in kinds:
        return term.party in {"inspectorate", "body", "last"}
    return False


def _inverted(text: str, verb: tuple[int, int], speakers: Sequence[Term]) -> Act | None:
    """`...,” said a spokesman`: the verb stands before its subject."""
    start, end = verb
    after = behind_verb(text, end, speakers)
    if after is None or "“" in text[after.end : after.end + 1]:
        return None
    return Act(start=start, verb_start=start, verb_end=end, term=after, post=True)


def _subject_from(text: str, verb: int, previous: int) -> int:
    begin = max(previous, verb - WINDOW, 0)
    for boundary in _BOUNDARY.finditer(text, begin, verb):
        # "The force denies this, and says": a verb right behind the conjunction has no subject.
        joins = boundary.group()[-1].isalpha() and _AUXILIARY.fullmatch(text, boundary.end(), verb)
        begin = begin if joins else boundary.end()
    return begin
