"""Who asserts what: every stretch of a document gets a voice.

A report speaks for the inspectorate, a statement for the force that publishes it, an article for
whoever it quotes. Within these, acts of speech, quotations and pronouns change the voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, cast

from checks.forces import Gazetteer
from checks.sentences import Sentence
from checks.speech.acts import Act, find_acts, is_passive_judgment, verbs
from checks.speech.turns import breaks, clause_start, end_of_quote, has_quote, still_open
from checks.speech.voices import Stretch, Voice, overlay
from warehouse.records import INSPECTORATE, Claimant, Document

_CONTINUES: Final = re.compile(
    r"^\W*(?:it|there|officers|staff)\b|\bthe (?:force|constabulary)\b", re.IGNORECASE
)

Party = tuple[Claimant, str]


@dataclass(slots=True)
class _Memory:
    """Who spoke last: as a person ("he"), as a body ("it"), as anybody ("they")."""

    person: Party | None = None
    body: Party | None = None
    last: Party | None = None
    previous: Voice | None = None
    open_quote: bool = False
    force: str = ""

    def note(self, kind: str, party: Party) -> None:
        self.last = party
        if kind in {"person", "spokesman", "pronoun"}:
            self.person = party
        if kind in {"body", "crowd", "pronoun"}:
            self.body = party


@dataclass(slots=True)
class _Reader:
    """Walks a document once, in reading order."""

    document: Document
    gazetteer: Gazetteer
    subject: str
    memory: _Memory = field(default_factory=_Memory)

    def base(self) -> Voice:
        """The voice of a stretch that nobody is said to say."""
        if self.document.kind == "report":
            return Voice(claimant="inspectorate", claimant_id=INSPECTORATE, attribution="direct")
        publisher = self.gazetteer.of_publisher(self.document.publisher)
        if self.document.kind == "statement" and (publisher or self.subject):
            return Voice(
                claimant="force", claimant_id=publisher or self.subject, attribution="direct"
            )
        return Voice(claimant="other", claimant_id="publisher", attribution="direct")

    def block(self, group: Sequence[Sentence]) -> list[list[Stretch]]:
        """Stretches of each sentence of one block."""
        acts = [find_acts(s.text, self.gazetteer) for s in group]
        self._turn_page(group)
        out: list[list[Stretch]] = []
        for index, sentence in enumerate(group):
            self._see(sentence.text)
            later = next((a for found in acts[index:] for a in found if a.post), None)
            first = index == 0
            out.append(self._sentence(sentence, acts[index], later, first=first))
            self.memory.open_quote = still_open(sentence.text, open_before=self.memory.open_quote)
        return out

    def _turn_page(self, group: Sequence[Sentence]) -> None:
        # A quotation that runs on is opened anew at each paragraph; a new one closes what was left.
        if self.memory.open_quote and not group[0].text.lstrip().startswith(("“", '"')):
            self.memory.open_quote = False
        elif self.memory.open_quote:
            self.memory.open_quote = False
            self.memory.person = self.memory.person or self.memory.last

    def _see(self, text: str) -> None:
        forces = [m.force for m in self.gazetteer.mentions(text)]
        # "A superintendent said": of the force named last, not of the unit beside it.
        own = [force for force in forces if not self.gazetteer.is_unit(force)]
        self.memory.force = (own or forces or [self.memory.force])[-1]

    def _party(self, act: Act) -> Party:
        term = act.term
        if term.kind == "pronoun":
            known = {"last": self.memory.last, "person": self.memory.person}
            fallback = self.memory.last or (self.base().claimant, self.base().claimant_id)
            return known.get(term.party, self.memory.body) or fallback
        claimant = cast("Claimant", term.party)
        if claimant == "force":
            own = self.base().claimant_id if self.document.kind == "statement" else ""
            return claimant, term.name or own or self.memory.force or self.subject
        return claimant, term.name

    def _voice(self, act: Act, *, quoted: bool) -> Voice:
        claimant, claimant_id = self._party(act)
        kind = self.document.kind
        if kind == "report" and act.term.kind == "crowd":
            return self.base()  # what staff told inspectors is the inspectors' evidence
        if kind == "statement" and claimant == "inspectorate":
            return replace(self.base(), attribution="attributed_to_inspectorate")
        own = (kind == "statement" and claimant == "force") or (
            kind == "report" and claimant == "inspectorate"
        )
        return Voice(
            claimant=claimant,
            claimant_id=claimant_id,
            attribution="direct" if own or quoted else "reported",
            quoted=quoted,
        )

    def _sentence(
        self, sentence: Sentence, acts: list[Act], later: Act | None, *, first: bool
    ) -> list[Stretch]:
        text = sentence.text
        ground = self._ground(sentence, later, first=first)
        stretches = [Stretch(start=0, end=len(text), voice=ground)]
        governing: Act | None = None
        for act in sorted(acts, key=lambda a: not a.post):
            inside = ground.quoted and not act.post
            if inside or (governing and not breaks(text, governing.verb_end, act.start)):
                stretches = self._nest(stretches, act, text)
                continue
            begin = 0 if act.post and not governing else clause_start(text, act.start)
            end = act.verb_end if act.post else self._until(text, act)
            voice = self._voice(act, quoted=has_quote(text, act))
            stretches = overlay(stretches, Stretch(start=begin, end=end, voice=voice))
            self.memory.note(act.term.kind, self._party(act))
            governing = act
        stretches = [_attributed(text, s) for s in stretches]
        self.memory.previous = stretches[-1].voice
        return stretches

    def _until(self, text: str, act: Act) -> int:
        if self.document.kind != "report":
            return len(text)
        return end_of_quote(text, act.verb_end)

    def _nest(self, stretches: list[Stretch], act: Act, text: str) -> list[Stretch]:
        outer = stretches[-1].voice
        if act.term.party != "inspectorate" or outer.claimant != "force":
            return stretches
        inner = replace(outer, attribution="attributed_to_inspectorate")
        return overlay(stretches, Stretch(start=act.start, end=len(text), voice=inner))

    def _ground(self, sentence: Sentence, later: Act | None, *, first: bool) -> Voice:
        """The voice of a sentence before its own acts of speech are heard."""
        text, memory = sentence.text, self.memory
        if memory.open_quote or text.lstrip().startswith(("“", '"')):
            if later:
                return self._voice(later, quoted=True)
            return self._quoted()
        if self.document.kind != "article":
            return self.base()
        if is_passive_judgment(text):
            return Voice(claimant="inspectorate", claimant_id=INSPECTORATE, attribution="reported")
        return self._carried(text, first=first)

    def _quoted(self) -> Voice:
        party = self.memory.person or self.memory.last
        if party is None or (self.document.kind == "statement" and party[0] == "inspectorate"):
            return self.base()
        return Voice(claimant=party[0], claimant_id=party[1], attribution="direct", quoted=True)

    def _carried(self, text: str, *, first: bool) -> Voice:
        """An article's sentence that names no speaker: the last one may go on."""
        previous = self.memory.previous
        if previous is None or previous.claimant == "other":
            return self.base()
        named = {m.force for m in self.gazetteer.mentions(text)}
        if named - {self.subject, previous.claimant_id}:
            return self.base()
        if not first and not previous.quoted:
            return previous
        # A new paragraph is the paper's own, unless it goes on about what inspectors found of
        # "the force"; nobody else gets words in his mouth.
        goes_on = previous.claimant == "inspectorate" and _CONTINUES.search(text)
        return previous if goes_on and not previous.quoted else self.base()


def voices(
    document: Document, parts: Sequence[Sentence], gazetteer: Gazetteer, subject: str
) -> list[list[Stretch]]:
    """For each sentence its stretches, in order and without gaps.

    `subject` is the force that the document is about ("" if none).
    """
    reader = _Reader(document=document, gazetteer=gazetteer, subject=subject)
    reader.memory.force = subject
    out: list[list[Stretch]] = []
    for _, group in groupby(parts, key=lambda s: s.block_index):
        out.extend(reader.block(list(group)))
    return out


def _attributed(text: str, stretch: Stretch) -> Stretch:
    voice = stretch.voice
    words = text[stretch.start : stretch.end]
    if voice.claimant != "force" or not verbs("attributed").search(words):
        return stretch
    said = replace(voice, attribution="attributed_to_inspectorate")
    return Stretch(start=stretch.start, end=stretch.end, voice=said)
