"""Whose performance the texts of a pair are about: names are opaque keys, equal or not.

Each pair has a gazetteer of its own, of the names that it holds: most are in no registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from checks.forces import Gazetteer
from checks.judging.ranks import rank_of
from warehouse.records import Claim, Force, Scope

NATION: Final = "england and wales"
"""Subject of what is said of the whole country."""

_BODY: Final = re.compile(
    r"\b((?:[A-Z][a-z]+(?: and | of |[ -])){0,3}[A-Z][a-z]+) (?:Police(?! Service| Federation)"
    r"|Constabulary|Police Service)\b"
)
_KIND_OF_BODY: Final = re.compile(r" (?:Police(?: Service)?|Constabulary)$")
_UNIT: Final = re.compile(r"\b(?:Unit|ROCU|Region|Regional|Collaboration)\b")
_TOGETHER: Final = re.compile(
    r"\b(?:together|between (?:us|them)|jointly|joint|combined|alongside|collaborat\w+|partnership"
    r"|working with|and our (?:neighbours|colleagues)|two-force|three-force|tri-force|shared)\b"
)
_SEVERAL: Final = re.compile(
    r"\b(?:eight|nine|ten|both|several|other|all|(?:our|the) region[’']s) (?:[a-z]+ ){0,2}forces\b"
    r"|\b(?:whole|entire|wider) region\b|\bregion-?wide\b|\bforces (?:in|across|of) the\b"
    r"|\bregional (?:total|figure|average|rate)\b|\bacross (?:the|our|its) region\b"
    r"|\bin the region (?:made|seized|arrested|closed|recorded)\b"
)
_COUNTRY: Final = re.compile(
    r"\b(?:all (?:43|police|english|territorial) forces|43 (?:police )?forces|across (?:policing"
    r"|all forces|the uk|britain|the nation)|forces (?:nationally|nationwide|across the country)"
    r"|uk-wide|in (?:britain|the uk|england) (?:as a whole|last year|in)|every force in the country"
    r"|the average force|forces on average)\b"
)
_LEADING: Final = frozenset("the in at by for across as and while when".split())


def gazetteer_of(forces: Iterable[str], texts: Iterable[str]) -> Gazetteer:
    """The bodies that a pair names, in its fields and in its words."""
    names = {name for name in forces if name and key_of(name) != NATION}
    known = {key_of(name) for name in names}
    extra = {name for text in texts for name in _bodies(text) if key_of(name) not in known}
    unit = next((key_of(name) for name in sorted(names) if _UNIT.search(name)), "")
    return Gazetteer(_force(name, unit) for name in sorted(names | extra))


def key_of(name: str) -> str:
    """The id that a name is compared by."""
    return " ".join(name.split()).casefold()


def placed(claim: Claim, force: str, gazetteer: Gazetteer) -> Claim:
    """The claim at the width that its words give it, the nation the body of what is national.

    `force` is what the giver says of the whole text, as a name.
    """
    scope = _scope(claim, key_of(force), gazetteer)
    if scope == "national" or (key_of(force) == NATION and claim.subject in {"", NATION}):
        return replace(claim, subject=NATION, scope="national")
    return replace(claim, scope=scope)


def _scope(claim: Claim, own: str, gazetteer: Gazetteer) -> Scope:
    if rank_of(claim.context) and not gazetteer.is_unit(claim.subject):
        # "The best in the region" is still said of one force.
        return "force" if claim.scope in {"region", "national"} else claim.scope
    if claim.scope != "force":
        return claim.scope
    folded = claim.context.casefold()
    if _COUNTRY.search(folded):
        return "national"
    return "region" if _SEVERAL.search(folded) or _is_joint(claim, own, gazetteer) else "force"


def _is_joint(claim: Claim, own: str, gazetteer: Gazetteer) -> bool:
    """Whether the words say that another force did it too."""
    named = {mention.force for mention in gazetteer.mentions(claim.context)}
    return bool(named - {own}) and _TOGETHER.search(claim.context.casefold()) is not None


def _bodies(text: str) -> Iterator[str]:
    for match in _BODY.finditer(text):
        words = match.group().split()
        while words and words[0].casefold() in _LEADING:
            words = words[1:]
        yield " ".join(words)


def _force(name: str, unit: str) -> Force:
    """A body by its name; "the regional unit" is the unit of the pair, if it has one."""
    place = _KIND_OF_BODY.sub("", name)
    is_unit = _UNIT.search(name) is not None
    short = {name.replace("Regional ", ""), name.replace(" Organised Crime Unit", " Unit")}
    return Force(
        id=key_of(name),
        name=name,
        aliases=(name, *sorted(short - {name})) if is_unit else (name,),
        weak_aliases=() if is_unit or place == name else (place,),
        rocu="" if is_unit else unit,
        kind="rocu" if is_unit else "territorial",
    )
