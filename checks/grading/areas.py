"""The areas of policing that inspectors grade, found by the wordings of `checks/grading/areas.csv`.

Wordings are compared by stems without small words, so that "how it investigates crime" and "the
investigation of crime" are "investigating crime".
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from rapidfuzz import fuzz, process

from checks.grading.cycles import CYCLES, is_open
from checks.measuring.wordings import Word, Wordings, words_in
from checks.tables import read_table, words_of
from warehouse.records import Level

Scheme = Literal["", "five_tier", "four_tier", "none"]

_SMALL: Final = frozenset(
    "a an the of to and or in at for on with its it it's their they our we how is are be that those"
    " these this all who from way well very most both".split()
)
_IRREGULAR: Final = {
    "response": "respond",
    "responses": "respond",
    "organized": "organis",
    "organizing": "organis",
    "behavior": "behaviour",
    "persons": "peopl",
}
_ENDINGS: Final = ("ements", "ement", "ments", "ment", "ions", "ion", "ing", "ed", "es", "s", "e")
_SHORTEST: Final = 4
_PRESENT: Final = frozenset({"peel_2021_22", "peel_2023_25"})
_BREAK: Final = re.compile(r"[.;:!?]")
_ALIKE: Final = 88
"""Likeness in per cent from which other words count as a wording with a slip or a small change."""


class FoundArea(NamedTuple):
    """An area named at `start` to `end` of a text; `stems` of its wording, the longer the surer."""

    area: str
    start: int
    end: int
    stems: int


class _Meaning(NamedTuple):
    """What a wording stands for in one cycle."""

    area: str
    cycle: str
    scale: str


def area_of(words: str, cycle: str = "") -> str:
    """The area that a heading, cell or title names, by its longest wording; "" if none."""
    found = areas_in(words, cycle)
    if not found:
        return alike(words, cycle)
    return max(found, key=lambda place: (place.stems, -place.start)).area


def areas_in(text: str, cycle: str = "", on: date | None = None) -> list[FoundArea]:
    """Areas named in the text, in order; where wordings overlap the longest stands.

    A wording of several areas means that of the cycle, else the newest there was on the day.
    """
    kept: list[FoundArea] = []
    taken = bytearray(len(text))
    found = [_resolved(p, cycle, on) for p in _places(text) if not _is_now_two(text, p, cycle)]
    for place in sorted(found, key=lambda p: (-p.stems, p.start)):
        if not any(taken[place.start : place.end]):
            taken[place.start : place.end] = b"\x01" * (place.end - place.start)
            kept.append(place)
    return sorted(kept, key=lambda place: place.start)


def alike(words: str, cycle: str = "") -> str:
    """The area whose wording the words are but for a slip or a small change; "" if none."""
    stems = [stem(word.text) for word in words_in(words) if word.text not in _SMALL]
    if len(stems) < 2:  # noqa: PLR2004 - one word alone is alike to too much
        return ""
    best = process.extractOne(
        " ".join(stems), _long_wordings(), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE
    )
    return _meaning(best[0], cycle).area if best else ""


def scheme_of(area: str, cycle: str, level: Level) -> str:
    """Scale that the grade belongs to: five_tier or four_tier, "" where nothing tells."""
    if level == "adequate":
        return "five_tier"
    scales = {
        row["scale"]
        for row in read_table("grading/areas.csv")
        if row["area"] == area and cycle in {"", row["cycle"]}
    } - {"none"}
    return scales.pop() if len(scales) == 1 else ""


def stem(word: str) -> str:
    """A word without its ending: "investigates", "investigating", "investigations" are one."""
    known = _IRREGULAR.get(word)
    if known:
        return known
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _meanings() -> dict[str, tuple[_Meaning, ...]]:
    """Wordings as stems, and what each stands for, newest cycle first, graded before not."""
    meanings: dict[str, list[_Meaning]] = defaultdict(list)
    for row in read_table("grading/areas.csv"):
        for wording in words_of(row["wordings"]):
            key = " ".join(_stems(words_in(wording)))
            meanings[key].append(_Meaning(row["area"], row["cycle"], row["scale"]))
    return {key: tuple(sorted(rows, key=_rank)) for key, rows in meanings.items()}


def _rank(meaning: _Meaning) -> tuple[bool, int]:
    return meaning.scale == "none", CYCLES.index(meaning.cycle)


def _meaning(key: str, cycle: str, on: date | None = None) -> _Meaning:
    rows = _meanings()[key]
    newest = next((row for row in rows if is_open(row.cycle, on)), rows[0])
    return next((row for row in rows if row.cycle == cycle), newest)


@cache
def _vocabulary() -> Wordings:
    return Wordings(_meanings())


@cache
def _long_wordings() -> tuple[str, ...]:
    return tuple(sorted(key for key in _meanings() if " " in key))


def _stems(words: tuple[Word, ...]) -> list[str]:
    return [stem(word.text) for word in words if word.text not in _SMALL]


@lru_cache(maxsize=512)
def _places(text: str) -> tuple[FoundArea, ...]:
    """Wordings found; `area` still holds the wording's stems."""
    words = [word for word in words_in(text) if word.text not in _SMALL]
    places: list[FoundArea] = []
    for found in _vocabulary().find([stem(word.text) for word in words]):
        start, end = words[found.first].start, words[found.last].end
        if not _BREAK.search(text, start, end):
            places.append(FoundArea(found.wording, start, end, found.last - found.first + 1))
    return tuple(places)


def _is_now_two(text: str, place: FoundArea, cycle: str) -> bool:
    """Whether a wording of an old cycle names together what is graded apart today."""
    rows = _meanings()[place.area]
    if any(row.cycle in {cycle, *_PRESENT} for row in rows):
        return False
    within = _places(text[place.start : place.end])
    parts = (_meanings()[part.area][0] for part in within if part.area != place.area)
    return len({row.area for row in parts if row.cycle in _PRESENT and row.scale != "none"}) > 1


def _resolved(place: FoundArea, cycle: str, on: date | None) -> FoundArea:
    return place._replace(area=_meaning(place.area, cycle, on).area)
