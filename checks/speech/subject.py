"""Whose words a verb of speech introduces: the subject that stands before it, or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from checks.speech.terms import Term

NEAR: Final = 40
"""Characters within which a speaker follows "said", "according to" or "a spokesman for"."""
BESIDE: Final = 3
"""Characters between an owner and what is his: "the council's spokesman"."""

_ADVERBIAL: Final = re.compile(
    r"\s*(?:in|following|after|before|responding|since|despite|during|at|by|on|under|commenting"
    r"|reacting|welcoming|speaking|earlier|last|this|when|as|with|for|of|asked|writing|giving"
    r"|addressing|answering|apologising|although|though|while|whilst|because|if|among|across"
    r"|within|between|from|to|over|having|elsewhere|meanwhile|yesterday|today|but|and|however"
    r"|separately|also|nationally|locally)\b",
    re.IGNORECASE,
)
# "It comes after the watchdog criticised ...": nobody is meant by "it".
_EXPLETIVE: Final = re.compile(
    r"\s*(?:it|this|that|(?:the|his|her|its|their) \w+) "
    r"(?:(?:comes|came|is coming) (?:[\w-]+ ){0,4}?(?:after|as|amid|when)|follows|followed)\b",
    re.IGNORECASE,
)
_POSSESSIVE: Final = re.compile(r"['’]s?\b|['’](?=\s)")
_IN_WRITING: Final = re.compile(
    r"\bin (?:a|an|its|their|the|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_PREPOSITION: Final = re.compile(r"\b(?:of|for|in|at|with|on)\b")
# "A woman who waited for police said": the words before the force are the speaker's.
_OUTSIDE: Final = re.compile(
    r"\b(?:who|which|that|whose|whom|with|by|to|about|against|than|near|outside)\b[^,]{0,60}$"
    r"|\b(?:victims?|critics?|friends?|opponents?|neighbours) of(?:\s+the)?\s*$",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    r"\b(?:which|that|whom|what|whose)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE
)
_WITHIN: Final = re.compile(
    r"\s+(?:in|from|contained in|published in|set out in)\s+(?:(?:the|its|their|a)\s+)?(?:\w+\s+)?$"
)
_ANOTHER: Final = re.compile(
    r"\b(?:separate|another|different|independent|internal)\s+$", re.IGNORECASE
)
_MADE_BY: Final = re.compile(
    r"[^,;]{0,40}?\b(?:by|from|of|for|to)\s+(?:the\s+|a\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
_LEADS: Final = re.compile(r"\b(?:head of|lead for|in charge of|leader of)\b", re.IGNORECASE)
_OWN_PAPER: Final = re.compile(r"\b(?:its|their)\s+(?:own\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_FOR: Final = re.compile(r"\s+(?:for|from|of|at|with|in)\s+(?:the\s+|a\s+)?", re.IGNORECASE)
_LEAD_IN: Final = re.compile(
    r"\s*(?:(?:but|and|however|meanwhile|today|yesterday|later|now|then|also|still|so|yet|instead"
    r"|earlier|afterwards|since|that|–|—)\b,?\s*)*",
    re.IGNORECASE,
)
# A speaker whom no table knows: a name, or "the X", "one X"; no verb among its words.
_STRANGER: Final = re.compile(
    r"(?:(?:the|a|an|one|another|its|their|his|her|some|many|several|local|both)\s+)?"
    r"[\w’'&.-]+(?:\s+[\w’'&.()-]+){0,9}"
    r"(?:,\s[^,“”]{2,120},|,\s[^,“”]{2,60},\s[^,“”]{2,60},)?\s*",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:mr|mrs|ms|miss|dr|prof|sir|dame|rev)\s", re.IGNORECASE)
_MANNER: Final = re.compile(r"\s*(?:has|have|had|also|then|later|who|which)?\s*$")


def subject_of(text: str, begin: int, verb: int, speakers: Sequence[Term]) -> Term | None:
    """The speaker among the words of a clause before its verb; None if no table knows him."""
    begin = _after_adverbials(text, begin, verb)
    window = [t for t in speakers if begin <= t.start and t.end <= verb]
    if not window:
        return None
    lead = text[begin : window[0].start]
    if _OUTSIDE.search(lead) and not _is_relative_subject(text, lead, window[0], verb):
        return None
    office = next((t for t in window if t.kind == "spokesman"), None)
    if office and not _IN_WRITING.search(text[begin : office.start]):
        return _whose(text, office, window)
    return _head(text, begin, [t for t in window if t is not office])


def _head(text: str, begin: int, window: Sequence[Term]) -> Term | None:
    """The term that speaks, of those in a clause; None where the only office was a paper."""
    if not window:
        return None
    free = _heads(text, window)
    paper = _written(text, free)
    if paper:
        return _author(text, paper, window)
    choice = [t for t in free if t.kind != "paper"] or free or window
    # "In its evidence the force said": the last one speaks.
    first = choice[-1 if _ADVERBIAL.match(text, begin) else 0]
    if first.kind == "paper":
        return _author(text, first, window)
    if first.party == "force" and not first.name:
        return _member(text, begin, first, window)
    return first if free else _holder(window[0])


def is_adverbial(clause: str) -> bool:
    """Whether a clause only says when, where or in answer to what."""
    return _ADVERBIAL.match(clause) is not None


def _is_relative_subject(text: str, lead: str, term: Term, verb: int) -> bool:
    """ "The figure that the council gave us", "which the force says": it speaks in the clause."""
    return bool(_RELATIVE.search(lead) and len(text[term.end : verb].split()) <= 1)


def _after_adverbials(text: str, begin: int, verb: int) -> int:
    expletive = _EXPLETIVE.match(text, begin, verb)
    begin = expletive.end() if expletive else begin
    for _ in range(4):
        comma = text.find(",", begin, verb)
        if comma < 0 or not _ADVERBIAL.match(text, begin) or not text[comma + 1 : verb].strip():
            return begin
        begin = comma + 1
    return begin


def _written(text: str, free: Sequence[Term]) -> Term | None:
    """The paper or figures that a body has made: "council figures", "a survey by the council"."""
    for paper in (t for t in free if t.kind == "paper"):
        behind = (t for t in free if paper.end <= t.start <= paper.end + NEAR)
        if any(0 < paper.start - t.end <= 1 for t in free) or any(
            _MADE_BY.match(text[paper.end : t.start]) for t in behind
        ):
            return paper
    return None


def _member(text: str, begin: int, police: Term, window: Sequence[Term]) -> Term:
    """ "Staff at the refuge" are the refuge's, "the head of the unit" speaks for the force."""
    link = _FOR.match(text, police.end)
    others = (t for t in window if link and t.party == "other" and t.kind in {"body", "person"})
    elsewhere = next((t for t in others if link and 0 <= t.start - link.end() <= NEAR), None)
    if elsewhere:
        return elsewhere
    is_head = police.kind == "crowd" and _LEADS.search(text[begin : police.start])
    return replace(police, kind="person") if is_head else police


def _heads(text: str, window: Sequence[Term]) -> list[Term]:
    """The terms that do not merely own or qualify: "the force's head of child protection" none."""
    owner = next((t for t in window if _POSSESSIVE.match(text, t.end)), None)
    free = [t for t in window if not _POSSESSIVE.match(text, t.end)]
    if owner is None or not free or free[0].start < owner.start:
        return free
    return [] if _PREPOSITION.search(text[owner.end : free[0].start]) else free


def _holder(owner: Term) -> Term:
    """ "The council's legal chief said": he speaks for the council."""
    return replace(owner, kind="person" if owner.kind == "person" else "body")


def _author(text: str, paper: Term, window: Sequence[Term]) -> Term:
    """Whose figures, survey or report it is: of the body beside it or named as its maker."""
    others = [t for t in window if t is not paper and t.kind not in {"paper", "self"}]
    wider = next((t for t in window if t.start > paper.end and t.kind == "paper"), None)
    if wider and wider.party and _WITHIN.fullmatch(text[paper.end : wider.start]):
        return wider
    if _ANOTHER.search(text[: paper.start]):
        paper = replace(paper, party="other", name="report")
    before = next((t for t in others if t.end <= paper.start), None)
    behind = next((t for t in others if paper.end <= t.start <= paper.end + NEAR), None)
    if behind and not _MADE_BY.match(text[paper.end : behind.start]):
        behind = None
    author = behind or before
    if author is None and _OWN_PAPER.search(text[: paper.start]):
        return replace(paper, kind="owned", party="body")
    if author is None:
        return paper
    kind = "owned" if author.kind == "pronoun" else paper.kind
    return replace(paper, kind=kind, party=author.party, name=author.name)


def _whose(text: str, spokesman: Term, window: Sequence[Term]) -> Term:
    """A spokesman speaks for whoever stands beside him ("a council spokesman"); else "" for now."""
    link = _FOR.match(text, spokesman.end)
    others = [t for t in window if t is not spokesman and t.kind not in {"pronoun", "self"}]
    behind = next((t for t in others if link and 0 <= t.start - link.end() <= NEAR), None)
    before = next((t for t in others if 0 <= spokesman.start - t.end <= BESIDE), None)
    principal = behind or before
    if principal:
        return replace(spokesman, party=principal.party, name=principal.name)
    return replace(spokesman, party="other" if link else "", name="")


def behind_verb(text: str, end: int, speakers: Sequence[Term]) -> Term | None:
    """`...,” said a spokesman for the trust`: the speaker after the verb."""
    near = [
        t for t in speakers if end <= t.start <= end + 2 * NEAR and "“" not in text[end : t.start]
    ]
    if not near or _OWNED.match(text, end + 1):
        return stranger(text, end, len(text))
    office = next((t for t in near if t.kind == "spokesman"), None)
    if office:
        return _whose(text, office, near)
    free = [t for t in near if not _POSSESSIVE.match(text, t.end)]
    if free and free[0].kind == "paper":
        return _author(text, free[0], near)
    return free[0] if free else _holder(near[0])


def stranger(text: str, begin: int, verb: int) -> Term | None:
    """A speaker outside the tables: any name or noun phrase that fills the clause so far."""
    begin = _after_adverbials(text, begin, verb)
    start = _LEAD_IN.match(text, begin, verb)
    begin = start.end() if start else begin
    match = _STRANGER.match(text, begin, verb)
    if match is None or not text[begin:verb].strip():
        return None
    words = match.group().split(",")[0].strip()
    if _OWNED.match(words):
        return Term(start=begin, end=begin + len(words), kind="pronoun", party="body", name="")
    proper = any(w[:1].isupper() for w in words.split()[1:]) or bool(_TITLE.match(words))
    kind = "name" if proper else "stranger"
    return Term(start=begin, end=begin + len(words), kind=kind, party="other", name=_slug(words))


def _slug(words: str) -> str:
    plain = re.sub(
        r"^(?:the|a|an|one|another|some|many|several)\s+", "", words, flags=re.IGNORECASE
    )
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold().replace("’", "").replace("'", "")).strip(
        "-"
    )[:40]
