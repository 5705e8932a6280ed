"""The people whom a document introduces, and for whom each of them speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from checks.speech.terms import Party, Term, surname

_NAME: Final = r"\b[A-Z][\w’'-]{0,30}(?:\s[A-Z][\w’'-]{1,30}){1,2}"
_NAMED: Final = re.compile(rf"\s+(?:(?:Sir|Dame|Dr|Mr|Mrs|Ms)\s+)?({_NAME})")
# "Forename Surname, head of care at the trust, said": the words between the commas say who.
_APPOSED: Final = re.compile(rf"({_NAME}),\s+(?:who is\s+|the\s+|a\s+|an\s+)?([^,;.“”]{{3,90}})")
_OFFICE: Final = re.compile(
    r"\b(?:head|chief|chair|chairman|chairwoman|director|manager|leader|founder|owner|officer"
    r"|chief executive|secretary|president|spokesman|spokeswoman|spokesperson|professor|lecturer"
    r"|co-?ordinator|organiser|trustee|editor|boss|deputy|governor|vicar|bishop|rector|principal"
    r"|mother|father|daughter|son|brother|sister|widow|landlady|landlord|analyst|author|lead"
    r"|campaigner|lawyer|adviser|advisor|member|convener)\b",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\b(?:of|at|for|from|with|in)\s+(?:the\s+)?$")
_BELONGS: Final = re.compile(r",?\s+(?:of|from|at|with)\b|,\s")
NEAR: Final = 40
"""Characters behind a name within which its force is looked for."""
UNNAMED: Final = frozenset({"pronoun", "self", "paper"})
_NO_SURNAME: Final = re.compile(
    r"\b(?:Units?|Teams?|Council|Street|Road|House|Court|Inspection|Report|Police|Services?|Office"
    r"|Centre|Trust|Board|County|North|South|East|West|Protection|Review|Programme|Plan|Act|Justice"
    r"|Now|News|Gazette|Herald|Echo|Courier|Observer|Today|Live|Partnership|Constabulary|Operation"
    r"|Crime|Hub|Panel|Committee|Department|Agency|Authority|City|Town|District|Region|Group|School"
    r"|Hospital|University|College|Station|Children|Families|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)$"
)
_FULL_NAME: Final = re.compile(_NAME)
# "Surname has worked there for years", "Mrs Surname": a name that needs no more introduction.
_ALONE: Final = re.compile(
    r"(?:^\W*|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Councillor|Cllr)\s+|[,”]\s+)([A-Z][\w’'-]{1,30})"
    r"(?=\s+(?:is|was|has|had|will|would|does|did|says|said|\w{2,}ed)\b)"
)
_OUTSIDER: Final = Term(start=0, end=0, kind="person", party="other", name="")
PEOPLE: Final = frozenset({"person", "spokesman"})


def cast_of(texts: Iterable[tuple[str, list[Term]]]) -> dict[str, Party]:
    """Surname (folded) to party, by the first introduction of each name.

    Each text comes with the terms that `table_terms` finds in it.
    """
    cast: dict[str, Party] = {}
    strangers: dict[str, Party] = {}
    for text, found in texts:
        for name, party in _introduced(text, found):
            cast.setdefault(surname(name.split()[-1]), party)
        for match in _ALONE.finditer(text):
            known = strangers.get(surname(match.group(1)))
            if known:
                cast.setdefault(surname(match.group(1)), known)
        for name, party in _strangers(text, found):
            strangers.setdefault(surname(name.split()[-1]), party)
    return cast


def _strangers(text: str, found: list[Term]) -> list[tuple[str, Party]]:
    """Names without an office: outsiders if the page goes on to use the surname alone."""
    names = (m for m in _FULL_NAME.finditer(text) if not _is_term(text, *m.span(), found))
    return [(m.group(), _of_office(text, _OUTSIDER, m.end(), found)) for m in names]


def _introduced(text: str, found: list[Term]) -> list[tuple[str, Party]]:
    out: list[tuple[str, Party]] = []
    for term in found:
        match = _NAMED.match(text, term.end) if term.kind in PEOPLE else None
        if match and not _is_term(text, match.start(1), match.end(1), found):
            out.append((match.group(1), _of_office(text, term, match.end(1), found)))
    for match in _APPOSED.finditer(text):
        party = _apposed(text, match, found)
        if party and not _is_term(text, match.start(1), match.end(1), found):
            out.append((match.group(1), party))
    return out


def _is_term(text: str, start: int, end: int, found: list[Term]) -> bool:
    """Whether the capitals are those of a body, office or place and not of a person's name."""
    return _NO_SURNAME.search(text[start:end]) is not None or any(
        t.start < end and start < t.end for t in found
    )


def _of_office(text: str, office: Term, end: int, found: list[Term]) -> Party:
    """The party of "Inspector Forename Surname, of Wexmoor Police": the rank's, or the force's."""
    near = (t for t in found if t.name and 0 <= t.start - end < NEAR)
    force = next((t for t in near if t.party == "force"), None)
    if (office.party == "force" or office is _OUTSIDER) and force and _BELONGS.match(text, end):
        return "force", force.name
    return office.party, office.name


def _apposed(text: str, match: re.Match[str], found: list[Term]) -> Party | None:
    start, end = match.span(2)
    inside = [t for t in found if start <= t.start and t.end <= end and t.kind not in UNNAMED]
    office = next((t for t in inside if t.kind == "person"), None)
    of = next((t for t in inside if _OF.search(text[start : t.start])), None)
    if office and (of is None or office.party != "force" or not of.name):
        return office.party, office.name
    if of:
        return of.party, of.name
    if not (_OFFICE.search(text[start:end]) or text.startswith("who ", start)):
        return None
    return (inside[0].party, inside[0].name) if inside else ("other", "")
