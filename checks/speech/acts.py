"""Acts of speech in a sentence: who says, finds or states, and where in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from checks.forces import Gazetteer, fold
from checks.tables import read_table, words_of

WINDOW: Final = 160
"""Characters before a verb in which its subject is looked for."""
NEAR: Final = 40
"""Characters within which a speaker follows "said", "according to" or "a spokesman for"."""

_BOUNDARY: Final = re.compile(r"[;:“”\"]|\bthat\b|,\s+(?:but|and|while|although|though)\b|\bbut\b")
_ADVERBIAL: Final = re.compile(
    r"\s*(?:in|following|after|before|responding|since|despite|during|at|by|on|under|commenting"
    r"|reacting|welcoming|speaking|earlier|last|this|when|as|with|for|of)\b",
    re.IGNORECASE,
)
# What may follow a verb whose words stand before it: "..., she said on Friday."
_TAIL: Final = re.compile(
    r"\s*(?:(?:on|in|at|last|yesterday|today|earlier|this|to|when|after|reporters|also)\b"
    r"[^,;“\"0-9]{0,40})?[.!?…]?[\"”']?\s*$"
)
# "The force responded to 40 calls" is no speech; "responded that ...", "told us" is.
_SAYS_IT: Final = re.compile(
    r"\s*(?:that|how|us|inspectors|reporters|councillors|the|a|mps)\b|[:,]?\s*[“\"]|[:.]|\s+[A-Z]"
)
_ACCORDING: Final = re.compile(r"\baccording to\b", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['’]s?\b|['’](?=\s)")
_PASSIVE_BEFORE: Final = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got)\s+(?:also\s+|again\s+|previously\s+|now\s+)?$",
    re.IGNORECASE,
)
# "He welcomed the report and said ...": the second verb has the subject of the first.
_COORDINATED: Final = re.compile(r"\band\s+(?:have\s+|has\s+|also\s+|then\s+)*$", re.IGNORECASE)
# "Police told to do better": a headline's passive.
_ORDERED: Final = re.compile(r"\s+to\b", re.IGNORECASE)
_FOR: Final = re.compile(r"\s+(?:for|from|of|at)\s+(?:the\s+|a\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that may be a speaker. `party` is a claimant, or how a pronoun is to be read."""

    start: int
    end: int
    kind: str
    party: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Somebody speaks. `start` is where the speaker's words begin, `verb_end` where the verb ends.

    `post` is true when what is said stands before ("..., the report says").
    """

    start: int
    verb_start: int
    verb_end: int
    term: Term
    post: bool


@cache
def _speaker_table() -> tuple[AhoCorasick, list[tuple[str, str, str]]]:
    entries = [
        (words, (row["kind"], row["party"], row["name"]))
        for row in read_table("speech/speakers.csv")
        for words in words_of(row["words"])
    ]
    automaton = AhoCorasick([w for w, _ in entries], matchkind=MatchKind.LeftmostLongest)
    return automaton, [about for _, about in entries]


@cache
def verbs(kind: str) -> re.Pattern[str]:
    """The verbs of one kind of `speech.csv`, whole words."""
    words = [
        w
        for row in read_table("speech/speech.csv")
        if row["kind"] == kind
        for w in words_of(row["words"])
    ]
    longest_first = sorted(set(words), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def terms(text: str, gazetteer: Gazetteer) -> list[Term]:
    """Words of the text that may be speakers, forces by name among them, in order."""
    automaton, about = _speaker_table()
    forces = [
        Term(start=m.start, end=m.end, kind="body", party="force", name=m.force)
        for m in gazetteer.mentions(text)
    ]
    found = list(forces)
    for index, start, end in automaton.find_matches_as_indexes(fold(text)):
        whole = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        if whole and not any(f.start < end and start < f.end for f in forces):
            kind, party, name = about[index]
            found.append(Term(start=start, end=end, kind=kind, party=party, name=name))
    return sorted(found, key=lambda t: t.start)


def find_acts(text: str, gazetteer: Gazetteer) -> list[Act]:
    """The acts of speech of a sentence, in order of their verbs."""
    said = {m.start(): m.end() for m in verbs("said").finditer(text)}
    said |= {
        m.start(): m.end() for m in verbs("weak").finditer(text) if _SAYS_IT.match(text, m.end())
    }
    by_inspectors = {m.start(): m.end() for m in verbs("found").finditer(text)}
    according = list(_ACCORDING.finditer(text))
    if not (said or by_inspectors or according):
        return []
    speakers = terms(text, gazetteer)
    acts = [a for m in according if (a := _according(text, m, speakers))]
    previous = 0
    for start in sorted({*said, *by_inspectors}):
        end = said.get(start, by_inspectors.get(start, start))
        act = _act(text, start, end, speakers, previous)
        if act and (start in said or _finds(act.term)):
            acts.append(act)
            previous = end
    return sorted(acts, key=lambda a: a.verb_start)


def _finds(term: Term) -> bool:
    return term.party in {"inspectorate", "body"}


def _act(text: str, start: int, end: int, speakers: list[Term], previous: int) -> Act | None:
    if _PASSIVE_BEFORE.search(text[max(0, start - 24) : start]) or _ORDERED.match(text, end):
        return None
    if previous and _COORDINATED.search(text[max(0, start - 24) : start]):
        return None
    begin = _subject_from(text, start, previous)
    parenthetical = text[end : end + 1] == ","
    if parenthetical or _TAIL.match(text, end):
        begin = max(begin, text.rfind(",", begin, start) + 1)
    term = _subject(text, begin, start, speakers)
    if term:
        before = text[:begin].rstrip() or text[: term.start].rstrip()
        lead = text[begin : term.start].strip()
        set_off = before.endswith((",", "”", '"', "’", "'")) or lead.endswith((",", "”", '"'))
        post = set_off and term.start > 0 and bool(parenthetical or _TAIL.match(text, end))
        return Act(start=term.start, verb_start=start, verb_end=end, term=term, post=post)
    return _inverted(text, start, end, speakers)


def _inverted(text: str, start: int, end: int, speakers: list[Term]) -> Act | None:
    """`...,” said a spokesman`: the verb stands before its subject."""
    if not text[:start].rstrip().endswith(("”", '"', ",", "’", "'")):
        return None
    after = next((t for t in speakers if end <= t.start <= end + NEAR), None)
    if after is None or "“" in text[after.end :]:
        return None
    return Act(start=start, verb_start=start, verb_end=end, term=after, post=True)


def _subject_from(text: str, verb: int, previous: int) -> int:
    begin = max(previous, verb - WINDOW, 0)
    for boundary in _BOUNDARY.finditer(text, begin, verb):
        begin = boundary.end()
    return begin


def _subject(text: str, begin: int, verb: int, speakers: list[Term]) -> Term | None:
    window = [t for t in speakers if begin <= t.start and t.end <= verb]
    # "Inspectors' findings say" speaks for inspectors; "the force's plan says" for nobody.
    possessive = [t for t in window if _POSSESSIVE.match(text, t.end)]
    free = [t for t in window if t not in possessive] or [
        t for t in possessive if t.party == "inspectorate"
    ]
    if not free:
        return None
    speaks_for = next((t for t in free if t.kind == "spokesman"), None)
    if speaks_for:
        return _whose(text, speaks_for, window)
    adverbial = _ADVERBIAL.match(text, begin)
    if adverbial:
        comma = text.find(",", begin, verb)
        rest = [t for t in free if t.start > comma >= 0]
        return rest[0] if rest else free[-1]
    return free[0]


def _whose(text: str, spokesman: Term, window: list[Term]) -> Term:
    """A spokesman speaks for whoever stands beside him ("a council spokesman"); else the force."""
    link = _FOR.match(text, spokesman.end)
    others = [t for t in window if t is not spokesman]
    behind = next((t for t in others if link and 0 <= t.start - link.end() <= NEAR), None)
    before = next((t for t in others if 0 <= spokesman.start - t.end <= 1), None)
    principal = behind or before or spokesman
    return replace(spokesman, party=principal.party, name=principal.name)


def _according(text: str, match: re.Match[str], speakers: list[Term]) -> Act | None:
    term = next((t for t in speakers if match.end() <= t.start <= match.end() + 40), None)
    if term is None:
        return None
    post = match.start() > 0 and bool(_TAIL.match(text, term.end))
    return Act(
        start=match.start(), verb_start=match.start(), verb_end=term.end, term=term, post=post
    )


def is_passive_judgment(text: str) -> bool:
    """Whether the text says that somebody "was graded", "has been rated": by inspectors."""
    return any(
        _PASSIVE_BEFORE.search(text[max(0, m.start() - 24) : m.start()])
        for m in verbs("passive").finditer(text)
    )
