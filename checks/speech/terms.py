"""Words of a sentence that may be a speaker: bodies, people by their office or name, pronouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from checks.forces import Gazetteer, fold
from checks.tables import read_table, words_of

Party = tuple[str, str]
"""A claimant and the id of who exactly; ("", "") where only the document can tell."""

# "Inspector" alone is the inspectorate's; with a name behind it a rank.
_NAME_FOLLOWS: Final = re.compile(r"\s+[A-Z][\w’'-]+")
_INSPECTORS_WORD: Final = frozenset({"inspector", "insp", "detective"})
_WORD: Final = re.compile(r"[A-Z][\w’'-]*[\w]")
# "The child abuse unit", "victim support teams": nobody of the public is meant.
_COMPOUND: Final = re.compile(
    r"[ -](?:abuse|protection|safeguarding|exploitation|sexual|criminal|care|services|support"
    r"|liaison|contact|welfare|death|cruelty|satisfaction|engagement)\b",
    re.IGNORECASE,
)
NAME_NEAR: Final = 40
"""Characters behind a rank or office within which its bearer's surname ends up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that may be a speaker.

    `kind` is that of `speakers.csv`, or "name"; `party` is a claimant, or how a pronoun is to be
    read, or "" for papers and figures that speak for whoever made them.
    """

    start: int
    end: int
    kind: str
    party: str
    name: str


@cache
def _table() -> tuple[AhoCorasick, list[tuple[str, str, str]]]:
    entries = [
        (words, (row["kind"], row["party"], row["name"]))
        for row in read_table("speech/speakers.csv")
        for words in words_of(row["words"])
    ]
    automaton = AhoCorasick([w for w, _ in entries], matchkind=MatchKind.Standard)
    return automaton, [about for _, about in entries]


def table_terms(text: str, gazetteer: Gazetteer) -> list[Term]:
    """Bodies, offices and pronouns of the text, forces by name among them, in order."""
    automaton, about = _table()
    forces = [
        Term(start=m.start, end=m.end, kind="body", party="force", name=m.force)
        for m in gazetteer.mentions(text)
    ]
    found = list(forces)
    free = 0
    for start, end, index in _whole_words(automaton, text):
        if start >= free and not any(f.start < end and start < f.end for f in forces):
            kind, party, name = about[index]
            if name == "public" and _COMPOUND.match(text, end):
                continue
            found.append(
                _ranked(text, Term(start=start, end=end, kind=kind, party=party, name=name))
            )
            free = end
    return sorted(found, key=lambda t: t.start)


def _whole_words(automaton: AhoCorasick, text: str) -> list[tuple[int, int, int]]:
    """Start, end and entry of each match of whole words, the longest of a start first."""
    # Leftmost-longest search would lose "inspectorate" behind the prefix "his majesty's inspector".
    matches = automaton.find_matches_as_indexes(fold(text), overlapping=True)
    whole = (
        (start, end, index)
        for index, start, end in matches
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
    )
    return sorted(whole, key=lambda match: (match[0], -match[1]))


def _ranked(text: str, term: Term) -> Term:
    word = text[term.start : term.end]
    if word.casefold() != "inspector" or _NAME_FOLLOWS.match(text, term.end):
        return term
    return Term(start=term.start, end=term.end, kind="person", party="inspectorate", name="hmicfrs")


def with_names(text: str, found: list[Term], cast: Mapping[str, Party]) -> list[Term]:
    """Everything in the text that may be a speaker, in order: what tables know, and the cast.

    `cast` holds the people whom the document introduces, by surname: a name stands for the body
    that its bearer belongs to, and so does the rank before it.
    """
    if not cast:
        return found
    named: list[Term] = []
    for match in _WORD.finditer(text):
        party = cast.get(surname(match.group()))
        if party and not any(t.start < match.end() and match.start() < t.end for t in found):
            named.append(_person(match.start(), match.end(), party))
    return sorted([*(_as_named(text, t, named) for t in found), *named], key=lambda t: t.start)


def surname(word: str) -> str:
    """A name as the cast knows it: without case and possessive."""
    return re.sub(r"['’]s?$", "", word).casefold()


def _person(start: int, end: int, party: Party) -> Term:
    return Term(start=start, end=end, kind="name", party=party[0], name=party[1])


def _as_named(text: str, term: Term, named: list[Term]) -> Term:
    if term.kind != "person":
        return term
    behind = (n for n in named if 0 < n.start - term.end <= NAME_NEAR)
    bearer = next((n for n in behind if _is_name(text[term.end : n.end])), None)
    if bearer is None or bearer.party == term.party:
        return term
    return Term(start=term.start, end=term.end, kind="person", party=bearer.party, name=bearer.name)


def _is_name(words: str) -> bool:
    parts = words.split()
    return bool(parts) and all(part[:1].isupper() for part in parts)
