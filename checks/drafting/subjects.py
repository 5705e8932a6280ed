"""Whose performance a claim is about, and how wide its field is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from checks.forces import Gazetteer, Mention, fold
from checks.sentences import Sentence
from checks.speech.voices import Voice
from warehouse.records import Document, Scope

_COMPARED: Final = re.compile(
    r"\b(?:than|compared (?:with|to)|against|unlike|alongside|similar to|together with)"
    r"\s+(?:the\s+|neighbouring\s+)*$",
    re.IGNORECASE,
)
# "In neighbouring Wexmoor it was a tenth": said in passing, the next paragraph is not about it.
_PASSING: Final = re.compile(
    r"\b(?:in|at|across|near|from)\s+(?:neighbouring\s+|nearby\s+)?$", re.IGNORECASE
)
_FIRST_PERSON: Final = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"\b(?:it|its|they|their|he|she)\b", re.IGNORECASE)
_IT: Final = re.compile(r"\W*(?:it|its)\b", re.IGNORECASE)
_REGION: Final = re.compile(
    r"\b(?:across the region|region[- ]wide|in our region|throughout the region"
    r"|(?:partner|neighbouring|two|three|four|five|six|seven|all the)\s+(?:\w+\s+)?forces"
    r"|forces (?:in|across) the region|joint(?:ly)?(?: operation)?s?\b"
    r"|across the (?:north|south|east|west|midlands)[\w -]{0,16})",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(
    r"\b(?:together with|jointly with|alongside|in partnership with)\b[^.;]{0,40}\bforces\b",
    re.IGNORECASE,
)
_NATIONAL: Final = re.compile(
    r"\b(?:nationally|nationwide|across (?:the country|england and wales|the uk|britain)"
    r"|in england and wales|national (?:average|figure|rate|total)|countrywide|uk-wide)\b",
    re.IGNORECASE,
)
_DISTRICT: Final = re.compile(
    r"\b(?:district|borough|division|local policing area|town centre|command unit)\b", re.IGNORECASE
)
_SITE: Final = re.compile(r"\b(?:custody suite|police station|site) (?:in|at)\b", re.IGNORECASE)


OPENING: Final = 24
"""Characters at the start of a clause that name what it is about."""
LEAD: Final = 400
"""Characters of a document's text that count as its lead."""


def main_subject(document: Document, gazetteer: Gazetteer) -> str:
    """Id of the force or unit that a document is about, "" when none can be told.

    A statement is about its publisher; a regional report about the region's unit; anything else
    about the force in its title, then in its lead, then the force named most.
    """
    publisher = gazetteer.of_publisher(document.publisher)
    if publisher and document.kind == "statement":
        return publisher
    in_title = gazetteer.mentions(document.title)
    if in_title:
        return in_title[0].force
    regional = _regional_unit(document.title, gazetteer) if document.kind == "report" else ""
    if regional:
        return regional
    mentions = gazetteer.mentions(document.text)
    # A paper's lead says whom the story is about, however often a neighbour is named later.
    lead = next((m.force for m in mentions if m.start < LEAD), "")
    counts = Counter(mention.force for mention in mentions)
    # Of two named as often the first: a Counter keeps the order of the text.
    return lead or max(counts, key=lambda force: counts[force], default=publisher)


def _regional_unit(title: str, gazetteer: Gazetteer) -> str:
    folded = fold(title)
    if "region" not in folded:
        return ""
    units = [f for f in gazetteer.forces.values() if f.kind == "rocu" and fold(f.region) in folded]
    return max(units, key=lambda f: len(f.region)).id if units else ""


@dataclass(slots=True)
class SubjectReader:
    """Follows a document in reading order and remembers the forces named last."""

    gazetteer: Gazetteer
    main: str
    last: str = ""
    steady: str = ""
    last_unit: str = ""
    named: tuple[str, ...] = ()
    block: int = -1
    block_force: str = ""
    antecedent: str = ""

    def __post_init__(self) -> None:
        self.last = self.steady = self.main
        if self.gazetteer.is_unit(self.main):
            self.last_unit = self.main

    def read(self, sentence: Sentence) -> None:
        """Take note of the forces that a sentence and the headings above it name."""
        if sentence.block_index != self.block:
            self.block, self.block_force = sentence.block_index, ""
            self.last = self.steady
            section = self.section_force(sentence.block.section)
            if section:
                self._note(section)
        for mention in self.gazetteer.mentions(sentence.text):
            if self.gazetteer.is_unit(mention.force):
                self._note(mention.force)
        for mention in self._acting(sentence.text):
            self.block_force = mention.force
            before = sentence.text[max(0, mention.start - 24) : mention.start]
            passing = mention.kind == "weak" and _PASSING.search(before)
            self._note(mention.force, steady=not passing)

    def settle(self, sentence: Sentence) -> None:
        """After a sentence has been read: whom "it" means in the next one of its block."""
        acting = self._acting(sentence.text)
        section = self.section_force(sentence.block.section)
        generic = self.gazetteer.resolve_generic(
            sentence.text, section or self.last, self.last_unit
        )
        self.antecedent = acting[0].force if acting else (generic or self.antecedent)

    def _acting(self, text: str) -> list[Mention]:
        """Forces that the text speaks of, less those that it only compares with."""
        mentions = self.gazetteer.mentions(text)
        mentions += self.gazetteer.short_mentions(text, self.named)
        return [
            mention
            for mention in sorted(mentions, key=lambda m: m.start)
            if not _COMPARED.search(text[max(0, mention.start - 40) : mention.start])
        ]

    def _note(self, force: str, *, steady: bool = True) -> None:
        if self.gazetteer.is_unit(force):
            self.last_unit = force
            return
        self.last = force
        if steady:
            self.steady = force

    def section_force(self, section: tuple[str, ...]) -> str:
        """The force that the innermost heading naming one names."""
        for heading in reversed(section):
            named = self.gazetteer.named(heading)
            if named:
                return named
        return ""

    def subject(self, sentence: Sentence, start: int, end: int, voice: Voice) -> str:
        """Id of the force that a clause (offsets in the sentence) is about, "" if unknown."""
        clause = sentence.text[start:end]
        mentions = self._acting(sentence.text)
        named_before = mentions[0].force if mentions and mentions[0].start < start else ""
        section = self.section_force(sentence.block.section)
        speaks = voice.claimant_id if voice.claimant == "force" else ""
        by_name = _nearest(mentions, start, end)
        first_person = speaks if _FIRST_PERSON.search(clause) else ""
        known = (section or self.last, self.last_unit)
        opening = self.gazetteer.resolve_generic(clause[:OPENING], *known)
        generic = self.gazetteer.resolve_generic(clause, *known) if opening is None else opening
        # "The regional unit, where many of our officers work, ...": its opening words decide.
        if not by_name and generic is not None and (opening is not None or not first_person):
            return generic
        if _IT.match(clause) and self.antecedent:
            return self.antecedent
        pronoun = self.block_force if _PRONOUN.search(clause) else ""
        in_order_of_trust = (by_name, first_person, named_before, speaks, pronoun, section)
        return next(filter(None, in_order_of_trust), self.main)


def _nearest(mentions: list[Mention], start: int, end: int) -> str:
    inside = [m for m in mentions if start <= m.start < end]
    return inside[0].force if inside else ""


def scope_of(clause: str, subject: str, gazetteer: Gazetteer) -> Scope:
    """How wide a claim's field is, by its words and the kind of body it is about."""
    if _NATIONAL.search(clause):
        return "national"
    if gazetteer.is_unit(subject) or _REGION.search(clause) or _JOINED.search(clause):
        return "region"
    if _SITE.search(clause):
        return "site"
    return "district" if _DISTRICT.search(clause) else "force"
