"""The two texts of a pair as claims, by the extraction that reads whole documents.

A pair comes without its documents: no publisher's registry, no page around it. Names of forces are
opaque keys, so each pair has a gazetteer of its own, of the names that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from checks.claims import extract
from checks.forces import Gazetteer
from checks.judging.readings import rank_of
from checks.judging.two_ends import two_ends
from checks.pairing.grading import loose_grade
from checks.periods import find_periods
from checks.stances import stance_of
from checks.topics import topic_of
from warehouse.records import Block, Claim, Document, Force, Period, Span

NATION: Final = "england and wales"
"""Subject of what is said of the whole country."""

_BODY: Final = re.compile(
    r"\b((?:[A-Z][a-z]+(?: and | of |[ -])){0,3}[A-Z][a-z]+) (?:Police(?! Service| Federation)"
    r"|Constabulary|Police Service)\b"
)
_KIND_OF_BODY: Final = re.compile(r" (?:Police(?: Service)?|Constabulary)$")
_UNIT: Final = re.compile(r"\b(?:Unit|ROCU|Region|Regional|Collaboration)\b")
_LEADING: Final = frozenset(
    {"the", "in", "at", "by", "for", "across", "as", "and", "while", "when"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairText:
    """One side of a pair as it is handed over; what is not known is empty or None.

    `period` is what the giver says of a finding's time, beside the words.
    """

    text: str
    force: str = ""
    published_on: date | None = None
    period: Period | None = None
    kind: Literal["", "number", "grade", "narrative"] = ""


@dataclass(frozen=True, slots=True)
class PairSide:
    """A side as claims: its figures and grades, each a claim, and the text as a whole."""

    marked: tuple[Claim, ...]
    whole: Claim


def read_claim(given: PairText, gazetteer: Gazetteer, *, of_grade: bool) -> PairSide:
    """What a force says; `of_grade` when it is to be held against a grade."""
    return _side(given, "statement", gazetteer, of_grade=of_grade)


def read_finding(given: PairText, gazetteer: Gazetteer) -> PairSide:
    """What inspectors found."""
    return _side(given, "report", gazetteer, of_grade=given.kind == "grade")


def gazetteer_of(*given: PairText) -> Gazetteer:
    """The bodies that a pair names, in its fields and in its words."""
    names = {one.force for one in given if one.force and key_of(one.force) != NATION}
    named = {name for one in given for name in _bodies(one.text)}
    known = {key_of(name) for name in names}
    extra = {name for name in named if key_of(name) not in known}
    return Gazetteer(_force(name) for name in sorted(names | extra))


def key_of(name: str) -> str:
    """The id that a name is compared by."""
    return " ".join(name.split()).casefold()


def _bodies(text: str) -> Iterator[str]:
    for match in _BODY.finditer(text):
        words = match.group().split()
        while words and words[0].casefold() in _LEADING:
            words = words[1:]
        yield " ".join(words)


def _force(name: str) -> Force:
    place = _KIND_OF_BODY.sub("", name)
    is_unit = _UNIT.search(name) is not None
    short = {name.replace("Regional ", ""), name.replace(" Organised Crime Unit", " Unit")}
    return Force(
        id=key_of(name),
        name=name,
        aliases=(name, *sorted(short - {name})) if is_unit else (name,),
        weak_aliases=() if is_unit or place == name else (place,),
        kind="rocu" if is_unit else "territorial",
    )


def _side(
    given: PairText, kind: Literal["statement", "report"], gazetteer: Gazetteer, *, of_grade: bool
) -> PairSide:
    document = _document(given, kind)
    claims = [_placed(claim, given, gazetteer) for claim in extract(document, gazetteer)] if given.text else []
    marked = [_settled(claim, given) for claim in claims if claim.quantity or claim.grade]
    marked = _bare_settled(marked)
    whole = _whole(document, given, claims, gazetteer)
    if of_grade and not any(claim.grade for claim in marked):
        grade = loose_grade(given.text, is_graded=given.kind == "grade")
        marked += [replace(whole, kind="grade", grade=grade, measure="grade")] if grade else []
    return PairSide(tuple(marked), whole)


def _settled(claim: Claim, given: PairText) -> Claim:
    """A grade with the time that its words name: "in the report of 2022 we were good"."""
    if claim.grade is None or claim.period:
        return claim
    named = [f.period for f in find_periods(claim.context, given.published_on) if f.period.start]
    return replace(claim, period=named[0]) if named else claim


def _bare_settled(marked: list[Claim]) -> list[Claim]:
    """A bare second number counts what the number before it counts: "60 cases ... and 95"."""
    out: list[Claim] = []
    for claim in marked:
        ends = two_ends(claim.context)
        before = next((one for one in out if one.quantity), None)
        bare = claim.quantity and ends and not ends.is_named and claim.quantity in ends[:2]
        if bare and before and before.quantity and claim.quantity:
            quantity = replace(claim.quantity, noun=before.quantity.noun)
            out.append(replace(claim, quantity=quantity, measure=before.measure))
        else:
            out.append(claim)
    return out


def _document(given: PairText, kind: Literal["statement", "report"]) -> Document:
    block = Block(start=0, end=len(given.text), kind="paragraph")
    return Document(
        url=f"pair:{kind}",
        source="pair",
        kind=kind,
        snapshot="",
        publisher=given.force if kind == "statement" else "",
        title=given.force,
        text=given.text,
        blocks=(block,),
        published_on=given.published_on,
    )


def _whole(document: Document, given: PairText, claims: list[Claim], gazetteer: Gazetteer) -> Claim:
    """The text as one statement in words."""
    text = given.text
    force = key_of(given.force)
    is_report = document.kind == "report"
    bare = Claim(
        document=document.id,
        document_url=document.url,
        span=Span(start=0, end=len(text), exact=text),
        ordinal=len(claims) + 1,
        kind="qualitative",
        claimant="inspectorate" if is_report else "force",
        claimant_id="hmicfrs" if is_report else force,
        attribution="direct",
        subject=force,
        scope="region" if gazetteer.is_unit(force) else "force",
        measure="",
        topic=topic_of(text),
        stance=stance_of(text),
        context=text,
        period=given.period,
        finding_type="narrative" if is_report else None,
        published_on=given.published_on,
    )
    first = claims[0] if claims else None
    if first:
        bare = replace(bare, subject=first.subject, scope=first.scope)
        bare = replace(bare, period=first.period or bare.period)
    return _placed(bare, given, gazetteer)


def _placed(claim: Claim, given: PairText, gazetteer: Gazetteer) -> Claim:
    """The claim with the nation as the body of what is national.

    "The best in the region" is still said of one force.
    """
    ranks = rank_of(claim.context) is not None and not gazetteer.is_unit(claim.subject)
    scope = "force" if ranks and claim.scope in {"region", "national"} else claim.scope
    if scope == "national" or (key_of(given.force) == NATION and claim.subject in {"", NATION}):
        return replace(claim, subject=NATION, scope="national")
    return replace(claim, scope=scope)
