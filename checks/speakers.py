"""Who asserts what: every stretch of a document gets a voice.

A report speaks for the inspectorate, a statement for the force or office that publishes it, an
article for whoever it quotes. Within these, acts of speech, quotations, headings and pronouns
change the voice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, cast

from checks.forces import Gazetteer
from checks.sentences import Sentence
from checks.speech.acts import Act, find_acts
from checks.speech.citing import (
    attributed,
    cites_inspectors,
    citing,
    is_of_inspectors,
    reported_finding,
)
from checks.speech.heard import RUN_ON, Heard, looking_ahead, named_later, outside_quotes
from checks.speech.memory import Memory, antecedent
from checks.speech.names import cast_of
from checks.speech.pages import Host, announced, host_of
from checks.speech.quotes import CLOSE, end_of_first, one_kind, opens, still_open
from checks.speech.terms import Party, Term, terms
from checks.speech.turns import breaks, clause_start, end_of_quote, has_quote
from checks.speech.voices import Stretch, Voice, overlay
from warehouse.records import Claimant, Document

_CONTINUES: Final = re.compile(
    r"^\W*(?:it|there|officers|staff|but|and|also|another|a further|of (?:these|those|them)|nor)\b"
    r"|\bthe (?:force|constabulary)\b",
    re.IGNORECASE,
)
_OWN_WORDS: Final = re.compile(r"\b(?:I|my|me)\b")
_NO_SPOKESMAN: Final = frozenset({"court", "judge", "public", "figures"})
SUBJECT: Final = 48
"""Characters at the start of a sentence that name what it is about."""


@dataclass(slots=True)
class _Reader:
    """Walks a document once, in reading order."""

    gazetteer: Gazetteer
    subject: str
    host: Host
    cast: Mapping[str, Party]
    memory: Memory = field(default_factory=Memory)

    def hear(self, sentence: Sentence) -> Heard:
        text = one_kind(sentence.text)
        acts = find_acts(text, self.gazetteer, self.cast, strict=self.host.kind == "report")
        found = outside_quotes(text, terms(text, self.gazetteer, self.cast))
        return Heard(sentence=sentence, text=text, terms=found, acts=acts)

    def block(self, group: Sequence[Heard], after: Sequence[Heard]) -> list[list[Stretch]]:
        """Stretches of each sentence of one block; `after` is what follows the block."""
        self._turn_page(group[0])
        out: list[list[Stretch]] = []
        for heard, later in zip(group, named_later(group, after), strict=True):
            self._see(heard)
            out.append(self._sentence(heard, later, first=not out))
            self.memory.open_quote = still_open(heard.text, open_before=self.memory.open_quote)
        ends_in_colon = group[-1].text.rstrip().endswith(":")
        self.memory.announces = ends_in_colon
        if ends_in_colon and self.memory.previous != self.host.voice:
            self.memory.listing = self.memory.previous
        return out

    def _turn_page(self, first: Heard) -> None:
        # A quotation that runs on is opened anew at each paragraph; a new one closes what was left.
        memory = self.memory
        if memory.open_quote and not opens(first.text):
            memory.open_quote = False
        is_item = first.sentence.block.kind == "item"
        goes_on = memory.announces or is_item or _OWN_WORDS.search(first.text)
        if not goes_on or opens(first.text) or first.sentence.block.kind == "heading":
            memory.listing = None

    def _see(self, heard: Heard) -> None:
        forces = [m.force for m in self.gazetteer.mentions(heard.text)]
        # "A superintendent said": of the force named last, not of the unit beside it.
        own = [force for force in forces if not self.gazetteer.is_unit(force)]
        self.memory.force = (own or forces or [self.memory.force])[-1]
        found = heard.terms
        if not found or (self.memory.open_quote and CLOSE not in heard.text):
            return
        person = next((t for t in found if _is_person(t)), None)
        if heard.acts:
            self.memory.person = self._known(person) or self.memory.person
            return
        if found[0].kind in {"pronoun", "self"}:
            return
        topic = next((t for t in found if t.kind == "body" and t.start < SUBJECT), None)
        self.memory.see(self._known(person), self._known(topic))

    def _known(self, term: Term | None) -> Party | None:
        return self._party_of(term) if term else None

    def _party_of(self, term: Term) -> Party:
        """The claimant that a term names, and the id of who exactly."""
        if term.party == "force":
            voice = self.host.voice
            own = voice.claimant_id if voice.claimant == "force" else ""
            return "force", term.name or own or self.memory.force or self.subject
        return term.party or "other", term.name or "source"

    def _party(self, act: Act, found: Sequence[Term]) -> Party:
        term, fallback = act.term, (self.host.voice.claimant, self.host.voice.claimant_id)
        if term.kind in {"pronoun", "owned"}:
            near = antecedent(found, term)
            if near and (act.post or act.mid):
                return self._party_of(near)
            return self.memory.meant_by(term.party) or fallback
        if term.kind == "spokesman" and term.party == "force" and not term.name:
            return self._spokesman()
        return self._party_of(term)

    def _spokesman(self) -> Party:
        """Whom a spokesman without a principal speaks for: the body that was just talked about."""
        recent = self.memory.recent()
        if recent and recent[0] == "other" and recent[1] not in _NO_SPOKESMAN:
            return recent
        if self.host.kind == "own":
            return self.host.voice.claimant, self.host.voice.claimant_id
        return "force", self.memory.force or self.subject

    def _voice(self, act: Act, party: Party, *, quoted: bool) -> Voice:
        base = self.host.voice
        if self.host.kind == "report" and act.term.kind == "crowd" and party[0] == "force":
            return base  # what staff told inspectors is the inspectors' evidence
        claimant = cast("Claimant", party[0])
        if self.host.kind == "own" and claimant == "inspectorate" != base.claimant:
            return citing(base)
        own = self.host.kind != "paper" and party == (base.claimant, base.claimant_id)
        return Voice(
            claimant=claimant,
            claimant_id=party[1],
            attribution="direct" if own or quoted else "reported",
            quoted=quoted,
        )

    def _sentence(self, heard: Heard, later: Heard | None, *, first: bool) -> list[Stretch]:
        text = heard.text
        stretches = self._ground(heard, later, first=first)
        in_quote = stretches[0].voice.quoted
        governing: Act | None = None
        for act in sorted(heard.acts, key=lambda a: not (a.post or a.mid)):
            party = self._party(act, heard.terms)
            if act.verb == "found" and act.term.kind == "pronoun" and party[0] != "inspectorate":
                continue
            inside = in_quote and not (act.post or act.mid) and act.start < end_of_first(text)
            if inside or (governing and not breaks(text, governing.verb_end, act.start)):
                end = governing.start if governing and governing.post else len(text)
                stretches = self._nest(stretches, act, party, end)
                continue
            voice = self._voice(act, party, quoted=has_quote(text, act))
            stretches = overlay(stretches, self._extent(text, act, governing, voice))
            self.memory.note(act.term.kind, party)
            governing = act
        stretches = [attributed(text, s) for s in stretches]
        self._remember(stretches)
        return stretches

    def _remember(self, stretches: Sequence[Stretch]) -> None:
        self.memory.previous = stretches[-1].voice
        quoted = [s.voice for s in stretches if s.voice.quoted]
        self.memory.quoted = quoted[-1] if quoted else self.memory.quoted

    def _extent(self, text: str, act: Act, governing: Act | None, voice: Voice) -> Stretch:
        begin = 0 if act.post and not governing else clause_start(text, act.start)
        end = act.verb_end
        if not act.post:
            end = end_of_quote(text, end) if self.host.kind == "report" else len(text)
        return Stretch(start=begin, end=end, voice=voice)

    def _nest(self, stretches: list[Stretch], act: Act, party: Party, end: int) -> list[Stretch]:
        """What a speaker says that somebody else said is the inner source's."""
        outer = stretches[-1].voice
        if act.term.kind in {"pronoun", "crowd", "stranger", "self"} or end <= act.start:
            return stretches
        if party[0] == "inspectorate":
            if outer.claimant == "inspectorate" or outer.claimant_id == "publisher":
                return stretches
            inner = citing(outer)
        elif party[0] == outer.claimant or act.verb not in {"said", "weak"}:
            return stretches
        else:
            inner = self._voice(act, party, quoted=False)
        return overlay(stretches, Stretch(start=act.start, end=end, voice=inner))

    def _ground(self, heard: Heard, later: Heard | None, *, first: bool) -> list[Stretch]:
        """The voices of a sentence before its own acts of speech are heard."""
        text, memory = heard.text, self.memory
        whole = len(text)
        if not (memory.open_quote or _opens_speech(text)):
            return [Stretch(start=0, end=whole, voice=self._unquoted(heard, first=first))]
        voice = self._quoted(later)
        return [Stretch(start=0, end=whole, voice=voice)]

    def _quoted(self, later: Heard | None) -> Voice:
        memory = self.memory
        if memory.open_quote and memory.quoted:
            return memory.quoted
        if later and not memory.announces:
            act = next(a for a in later.acts if a.post or a.mid)
            return self._voice(act, self._party(act, later.terms), quoted=True)
        party = memory.introduced or memory.last
        if party is None or (self.host.kind == "own" and party[0] == "inspectorate"):
            return memory.quoted or self.host.voice
        return Voice(
            claimant=cast("Claimant", party[0]),
            claimant_id=party[1],
            attribution="direct",
            quoted=True,
        )

    def _unquoted(self, heard: Heard, *, first: bool) -> Voice:
        if self.memory.listing:
            return replace(self.memory.listing, quoted=False)
        term = announced(heard.sentence, self.gazetteer)
        if term and (self.host.kind != "paper" or term.party == "inspectorate"):
            act = Act(start=0, verb_start=0, verb_end=0, term=term)
            return self._voice(act, self._party(act, ()), quoted=False)
        if self.host.kind != "paper":
            return self.host.voice
        if cites_inspectors(heard.text) or (
            not heard.acts and is_of_inspectors(heard.text, heard.terms)
        ):
            return reported_finding()
        return self._carried(heard, first=first)

    def _carried(self, heard: Heard, *, first: bool) -> Voice:
        """An article's sentence that names no speaker: the last one may go on."""
        previous, base = self.memory.previous, self.host.voice
        if previous is None or previous.claimant != "inspectorate":
            return base
        named = {m.force for m in self.gazetteer.mentions(heard.text)}
        about_others = any(t.party == "other" and t.start < SUBJECT for t in heard.terms)
        if named - {self.subject, previous.claimant_id} or about_others:
            return base
        if not first and not previous.quoted:
            return previous
        # A new paragraph is the paper's own, unless it goes on about what inspectors found of
        # "the force"; nobody else gets words in his mouth.
        goes_on = heard.ahead == "inspectorate" or _CONTINUES.search(heard.text)
        return previous if goes_on and not previous.quoted else base


def voices(
    document: Document, parts: Sequence[Sentence], gazetteer: Gazetteer, subject: str
) -> list[list[Stretch]]:
    """For each sentence its stretches, in order and without gaps.

    `subject` is the force that the document is about ("" if none).
    """
    reader = _Reader(
        gazetteer=gazetteer,
        subject=subject,
        host=host_of(document, gazetteer, subject),
        cast=cast_of((part.text for part in parts), gazetteer),
    )
    reader.memory.force = subject
    heard = looking_ahead([reader.hear(part) for part in parts])
    out: list[list[Stretch]] = []
    for _, group in groupby(heard, key=lambda h: h.sentence.block_index):
        members = list(group)
        at = len(out) + len(members)
        out.extend(reader.block(members, heard[at : at + RUN_ON]))
    return out


def _is_person(term: Term) -> bool:
    return term.kind in {"person", "name"} or (term.kind == "crowd" and term.party == "other")


def _opens_speech(text: str) -> bool:
    """Whether the text opens with what somebody says, not with a word or two set off."""
    if not opens(text):
        return False
    end = end_of_first(text)
    return end == len(text) or text[end - 2 : end - 1] in ".,!?…"
