"""Findings to be searched by words, sorted by their names: few enough to be read in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from checks.ranking.finder import Finder
from checks.ranking.ranked import Ranked
from checks.ranking.statements import Statement

_Names = tuple[str | None, ...]
_SHELVED_BY: Final = (("force", "unit"), ("force",), ("measure",), ("unit",))
"""What a claim and the findings on one shelf share, the most telling first."""


class Shelves:
    """A list of findings, of which each shelf is read when a claim first needs it.

    The places that are given back are those of the whole list.
    """

    def __init__(self, findings: Sequence[Statement]) -> None:
        self._findings = findings
        self._finders: dict[tuple[_Names, _Names], Finder] = {}

    def best(self, claim: Statement, top: int) -> list[Ranked]:
        """The `top` best of all findings."""
        return self._whole.best(claim, top)

    def best_of_loose(self, claim: Statement, top: int) -> list[Ranked]:
        """The `top` best of those that no key can find."""
        found = self._of_loose.best(claim, top) if self._loose else []
        return [one._replace(place=self._loose[one.place]) for one in found]

    def best_of_kin(self, claim: Statement, top: int) -> list[Ranked]:
        """The `top` best of those that share a name with the claim, of all if none does."""
        for kind in _SHELVED_BY:
            names = _names(claim, kind)
            places = self._places[kind].get(names)
            if places and None not in names:
                found = self._finder(kind, names, places).best(claim, top)
                return [one._replace(place=places[one.place]) for one in found]
        return self.best(claim, top)

    def _finder(self, kind: _Names, names: _Names, places: Sequence[int]) -> Finder:
        if (kind, names) not in self._finders:
            self._finders[kind, names] = Finder([self._findings[place] for place in places])
        return self._finders[kind, names]

    @cached_property
    def _whole(self) -> Finder:
        return Finder(self._findings)

    @cached_property
    def _of_loose(self) -> Finder:
        return Finder([self._findings[place] for place in self._loose])

    @cached_property
    def _loose(self) -> list[int]:
        return [place for place, one in enumerate(self._findings) if not one.is_keyed]

    @cached_property
    def _places(self) -> dict[tuple[str, ...], dict[_Names, list[int]]]:
        shelves: dict[tuple[str, ...], dict[_Names, list[int]]] = {
            kind: defaultdict(list) for kind in _SHELVED_BY
        }
        for place, finding in enumerate(self._findings):
            for kind in _SHELVED_BY:
                shelves[kind][_names(finding, kind)].append(place)
        return shelves


def _names(statement: Statement, kind: tuple[str, ...]) -> _Names:
    return tuple(getattr(statement, name) for name in kind)
