"""Acts of speech without a verb: "according to", "by the force's own account", a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from checks.speech.acts import Act, ends_sentence
from checks.speech.subject import NEAR, behind_verb
from checks.speech.terms import Term

_SOURCED: Final = re.compile(
    r"\b(?:according to|(?:was|were|been|being|am|are|is)\s+(?:also\s+)?(?:told|informed"
    r"|advised) by"
    r"|\b(?:it|as) (?:(?:was|is|has been|had been) )?(?:also )?(?:reported|stated|said|confirmed"
    r"|explained|claimed|estimated|acknowledged|noted|suggested|reckoned) by"
    r"|(?:heard|learned|learnt) from|in the (?:words|view|opinion) of"
    r"|(?:figures?|estimates?|totals?|data|statistics|numbers?|information|evidence|records)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:supplied|provided|released|published|produced|given|compiled|collected|obtained|shared)"
    r"\s+(?:to (?:us|inspectors)\s+)?(?:by|from)"
    r"|(?:figures|data|statistics)\s+from)\b",
    re.IGNORECASE,
)
# "By the force's own account", "on the council's own figures".
_IN_VIEW: Final = re.compile(
    r"['’]s?\s+(?:view|opinion|words|estimation|submission|account|evidence)\b"
)
_OWN: Final = re.compile(r"\b(?:by|on|in|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OWN_WORDS: Final = re.compile(
    r"['’]s?\s+own\s+(?:\w+\s+)?(?:account|figures?|estimates?|reckoning|count|admission|data|records"
    r"|numbers|words|analysis|assessment|returns?|statistics|measure)\b"
)
# "The force's estimate is that ...": words that are their owner's, whatever stands before them.
_VIEW: Final = re.compile(
    r"['’]s?\s+(?:own\s+|latest\s+|current\s+)?(?:estimate|figure|count|view|position|explanation"
    r"|answer|calculation|forecast|projection|response|reply|case|argument)\s+"
    r"(?:(?:is|was|puts?|has been)\b|of (?=[0-9£]))"
)
# A signature stands behind the quotation or alone in the next block.
_SIGNATURE: Final = re.compile(r"(?:(?<=[”])|^)\s*[–—-]\s*(?=[^“”.!?]{3,80}$)")
# "The force assessed the cases itself and graded 12 as good."
_SELF_JUDGED: Final = re.compile(
    r"\bself-assess(?:ed|es|ment)\b"
    r"|\b(?:assessed|graded|rated|judged|scored|audited)\b[^.;,]{0,60}\b(?:itself|themselves)\b"
    r"|\b(?:its|their) own (?:assessment|audits?|grading|scoring|self-assessment)\b",
    re.IGNORECASE,
)


def sourced_acts(text: str, speakers: Sequence[Term]) -> list[Act]:
    """Whoever the words are said to come from, of each such turn of phrase."""
    acts = [a for m in _SOURCED.finditer(text) if (a := _sourced(text, m, speakers))]
    acts += [a for t in speakers if (a := _own_account(text, t))]
    return acts + _self_judged(text, speakers) + _signed(text, speakers)


def _sourced(text: str, match: re.Match[str], speakers: Sequence[Term]) -> Act | None:
    term = next((t for t in speakers if match.end() <= t.start <= match.end() + NEAR), None)
    if term is None or term.kind == "self":
        return None
    term = behind_verb(text, match.end(), [t for t in speakers if t.start >= term.start]) or term
    post = match.start() > 0 and ends_sentence(text, term.end)
    mid = not post and text[: match.start()].rstrip().endswith(",")
    return Act(
        start=match.start(),
        verb_start=match.start(),
        verb_end=term.end,
        term=term,
        post=post,
        mid=mid,
    )


def _own_account(text: str, term: Term) -> Act | None:
    lead = _OWN.search(text[max(0, term.start - 12) : term.start])
    by_words = lead and (_OWN_WORDS.match(text, term.end) or _IN_VIEW.match(text, term.end))
    words = by_words or _VIEW.match(text, term.end)
    if words is None or term.kind in {"self", "paper"}:
        return None
    start = term.start - (len(lead.group()) if lead else 0)
    post = start > 0 and ends_sentence(text, words.end())
    return Act(start=start, verb_start=start, verb_end=words.end(), term=term, post=post)


def _self_judged(text: str, speakers: Sequence[Term]) -> list[Act]:
    """A force that marks its own work asserts the marks, whatever the verb."""
    force = next((t for t in speakers if t.kind == "body" and t.party == "force"), None)
    words = _SELF_JUDGED.search(text) if force else None
    if words is None or force is None:
        return []
    start, end = min(force.start, words.start()), max(force.end, words.end())
    return [Act(start=start, verb_start=start, verb_end=end, term=force)]


def _signed(text: str, speakers: Sequence[Term]) -> list[Act]:
    """`“...” – Head teacher`: the words behind a quotation name its speaker."""
    mark = _SIGNATURE.search(text)
    term = next((t for t in speakers if mark and t.start >= mark.end()), None)
    if mark is None or term is None or term.kind in {"self", "pronoun"}:
        return []
    end = len(text)
    return [Act(start=mark.start(), verb_start=mark.start(), verb_end=end, term=term, post=True)]
