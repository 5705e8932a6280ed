"""Names of forces in running text, and what "the force" means where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from warehouse.records import Force

MentionKind = Literal["alias", "weak", "generic"]

# A force's name at the head of somebody else's: its commissioner, federation, museum.
_ANOTHER_BODY: Final = re.compile(
    r"(?:’s|'s)?(?:,)?\s+(?:and\s+(?:fire|crime)|federation|museum|authority|crime\s+commissioner)\b"
    r"|(?:’s|'s)?\s+(?:PCC|PFCC)\b",
    re.IGNORECASE,
)
_GENERIC: Final = re.compile(
    r"\b(?:the|this|our|his|her|its|their)\s+(force|constabulary|service|unit|agency)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = 2000
_REMEMBERED: Final = 512
# "The unit" may be any team, unless a unit has been named; these words mean the regional one.
_REGIONAL_UNIT: Final = re.compile(
    r"\b(?:regional (?:organised crime |crime |special operations )?unit|ROCU)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A force named in a text; `force` is its id."""

    start: int
    end: int
    force: str
    kind: MentionKind


class Gazetteer:
    """The registry of forces, ready to be found in text. Building it takes milliseconds."""

    def __init__(self, forces: Iterable[Force]) -> None:
        self.forces: dict[str, Force] = {force.id: force for force in forces}
        strong = {
            fold(alias): force.id
            for force in self.forces.values()
            for alias in (force.name, *force.aliases)
        }
        self._strong = list(strong.items())
        self._weak = [(a, f.id) for f in self.forces.values() for a in f.weak_aliases if a]
        self._find_strong = _automaton([alias for alias, _ in self._strong])
        self._find_weak = _automaton([alias for alias, _ in self._weak])
        self._recall = lru_cache(maxsize=_REMEMBERED)(self._mentions)

    def __contains__(self, force_id: str) -> bool:
        return force_id in self.forces

    def mentions(self, text: str) -> list[Mention]:
        """Forces named outright in the text, longest name first where names overlap.

        Weak aliases ("the Met") count only in their exact case.
        """
        # Every rule asks anew about the sentence and its headings; a whole document is asked once.
        return list(self._recall(text) if len(text) <= _SENTENCE else self._mentions(text))

    def _mentions(self, text: str) -> list[Mention]:
        found = self._hits(text, fold(text), self._find_strong, self._strong, "alias")
        taken = [(m.start, m.end) for m in found]
        for mention in self._hits(text, text, self._find_weak, self._weak, "weak"):
            if not any(mention.start < end and start < mention.end for start, end in taken):
                found.append(mention)
        return sorted(found, key=lambda m: m.start)

    def _hits(
        self,
        text: str,
        haystack: str,
        automaton: AhoCorasick | None,
        names: Sequence[tuple[str, str]],
        kind: MentionKind,
    ) -> list[Mention]:
        if automaton is None:
            return []
        return [
            Mention(start=start, end=end, force=names[index][1], kind=kind)
            for index, start, end in automaton.find_matches_as_indexes(haystack)
            if _stands_alone(text, start, end) and not _ANOTHER_BODY.match(text, end)
        ]

    def short_mentions(self, text: str, forces: Iterable[str]) -> list[Mention]:
        """Places that stand for their force ("in Wexmoor 40 lines were shut").

        Only for `forces`, those that the document names in full: a place is a place first.
        """
        found = [
            Mention(start=match.start(), end=match.end(), force=force, kind="weak")
            for force in forces
            if (place := _place(self.forces[force].name)) and place in text
            for match in re.finditer(rf"\b{re.escape(place)}\b(?!\s+[A-Z])", text)
        ]
        if not found:
            return []
        full = self.mentions(text)
        free = [m for m in found if not any(m.start < f.end and f.start < m.end for f in full)]
        return sorted(free, key=lambda mention: mention.start)

    def named(self, words: str) -> str:
        """Id of the one force that the words name, "" when none or several do."""
        ids = {mention.force for mention in self.mentions(words)}
        return ids.pop() if len(ids) == 1 else ""

    def of_publisher(self, publisher: str) -> str:
        """Id of the force that publishes under this name, "" for any other publisher."""
        wanted = fold(publisher).strip()
        for force in self.forces.values():
            if wanted in {fold(name) for name in (force.name, *force.aliases)}:
                return force.id
        return ""

    def resolve_generic(self, words: str, last: str, last_unit: str) -> str | None:
        """What a generic reference ("the constabulary", "the unit") means; None without one.

        `last` is the force named last, `last_unit` the regional unit named last. "" means a
        regional unit that the registry does not know: then the claim is about no known body.
        """
        if _REGIONAL_UNIT.search(words):
            return last_unit or (self.forces[last].rocu if last in self.forces else "")
        match = _GENERIC.search(words)
        if match is None:
            return None
        return (last_unit or None) if match.group(1).casefold() == "unit" else (last or None)

    def is_unit(self, force_id: str) -> bool:
        """Whether the body serves several forces: a regional unit."""
        force = self.forces.get(force_id)
        return force is not None and force.kind == "rocu"


@lru_cache(maxsize=256)
def _place(name: str) -> str:
    """The area in a force's name, "" where the name says nothing else."""
    area = re.sub(r"\s+(?:Police(?: Service)?|Constabulary)$", "", name)
    return area if area != name and " of " not in area else ""


def fold(text: str) -> str:
    """Lower case, character for character, so that offsets hold; NBSP and ’ made plain."""
    plain = text.replace("\u00a0", " ").replace("’", "'")
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _automaton(names: Sequence[str]) -> AhoCorasick | None:
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest) if names else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in "-_") and not (after.isalnum() or after == "_")
