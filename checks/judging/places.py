"""Which part of a body's area the words are about: a town, a district, one of its sites."""

from __future__ import annotations

import re
from typing import Final

from checks.phrases import fold
from checks.topics import is_vocabulary
from warehouse.records import Claim

_NAME: Final = r"[A-Z][a-z]+(?: [A-Z][a-z]+)?"
_PLACE: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Aa]round|[Nn]ear|[Tt]hroughout|[Ww]ithin|[Oo]n|[Oo]utside"
    rf"|[Oo]ver|[Aa]long) (?:the )?({_NAME})"
)
_SITES: Final = (
    r"(?:custody (?:suite|centre|block)|suite|cells|front counter|hub|depot|office|police station"
    r"|station|(?:town|city|shopping) centre|district|division|borough|ward|estate|high street"
    r"|neighbourhood|area|command unit|hospital|airport)"
)
_NAMED_SITE: Final = re.compile(rf"\b({_NAME})(?:[’']s)? {_SITES}\b")
# "Hexley's burglary rate", "Hexley officers": a name before what belongs to a place.
_OWNER: Final = re.compile(rf"(?:^|[.;,] )({_NAME})[’']s (?!been|got|not)[a-z]")
_LOCALS: Final = re.compile(
    rf"\b({_NAME}) (?:officers|teams?|residents|patrols?|neighbourhoods?|staff|shopkeepers|shops"
    r"|businesses|detectives|streets|schools|villages|people|householders)\b"
)
# A part of the area without a name of its own: the city, the north, one of the suites.
_PART: Final = re.compile(
    r"\b(?:in|on|around|across|at|for|of) (?:the|our|its) (?:[a-z]+ )?"
    r"((?:city|town|village)(?: cent(?:re|er))?s?"
    r"|(?:north|south|east|west)(?:ern)?(?: of| end| half| part| area| district| division)?"
    r"|central (?:area|district|division)|borough|districts?|divisions?|wards?|estates|islands?"
    r"|docks?|campus|(?:night-time|shopping) (?:economy|area)|port|airport|coast|valley|seafront"
    r"|capital)\b(?! (?:courts?|council|authority|commander|of live|hall|attorney|judge))"
)
_ONE_OF: Final = re.compile(
    r"(?<!every )\b((?:one|just one|a single|(?:the|our) (?:main|largest|busiest)"
    r"|our (?:newest|biggest|smallest|oldest|central|city)) (?:of (?:our|its|the) (?:[a-z]+ )?)?"
    r"(?:custody suites?|suites?|(?:police )?stations?|districts?|sites?|towns?|front counters?"
    r"|boroughs?|divisions?))\b"
)
_DETERMINERS: Final = frozenset("the our its their this that one every each all any".split())
_NO_PLACE: Final = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday operation summer autumn winter spring "
    "christmas easter new boxing bonfire halloween good black england wales britain uk united "
    "british his her their our its all total force police court crown".split()
)
_NO_OWNER: Final = frozenset(
    "it that this there here what who he she let everyone nobody today yesterday tonight week "
    "month year clare sarah women men children people chief commissioner parliament "
    "government".split()
)


def places_of(claim: Claim) -> frozenset[str]:
    """Places that the words name, or that open their sentence; months and the force's own name
    are none, but half of a double name is ("Wyre" of "Lune and Wyre").
    """
    area = _area(claim.subject)
    own = _NO_PLACE if " and " in area else _NO_PLACE | set(area.split())
    opening = claim.context[: claim.context.find(",") + 1]
    texts = [_without(area, text) for text in (claim.span.exact, opening)]
    named = {name for text in texts for name in _named(text)}
    named = {name for name in named if not {name.split()[0], name.split()[0][:-1]} & own}
    return frozenset(named | {part for text in texts for part in _parts(text)})


def place_gap(claim: Claim, finding: Claim) -> str:
    """Places that only one side names, in words."""
    return ", ".join(sorted(places_of(claim) ^ places_of(finding)))


def _named(text: str) -> set[str]:
    """Names of places in lower case: after a preposition, or before what belongs to them."""
    owners = [*_OWNER.findall(text), *_LOCALS.findall(text)]
    words = [name.casefold().split() for name in owners]
    belonging = {
        " ".join(name) for name in words if not is_vocabulary(name[0]) and name[-1] not in _NO_OWNER
    }
    return {name.casefold() for name in _PLACE.findall(text)} | belonging


def _parts(text: str) -> set[str]:
    """Sites and parts of the area, by their own names where they have any."""
    folded = text.casefold()
    sites = {_proper(name) for name in _NAMED_SITE.findall(text)} - {""}
    return sites | {*_PART.findall(folded), *_ONE_OF.findall(folded)}


def _proper(name: str) -> str:
    """A site's own name: "teal" of "Our Teal"."""
    words = name.casefold().split()
    return " ".join(words[1:] if words[0] in _DETERMINERS else words)


def _area(subject: str) -> str:
    """A body's id as the name of its area."""
    return re.sub(r" (?:police(?: service)?|constabulary)$", "", fold(subject))


def _without(area: str, text: str) -> str:
    """The text without the name of the body's own area."""
    return re.sub(rf"\b{re.escape(area)}\b", " ", text, flags=re.IGNORECASE) if area else text
