"""Who asserts what: every stretch of a document gets a voice.

A report speaks for the inspectorate, a statement for the force or office that publishes it, an
article for whoever it quotes. Within these, acts of speech, quotations, headings and pronouns
change the voice.

    hear (terms, acts) -> ground_voice -> speaker_of, voice_of each act -> overlay -> remember
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from checks.forces import Gazetteer
from checks.sentences import Sentence
from checks.speech.acts import Act
from checks.speech.citing import attributed, citing
from checks.speech.ground import ground_voice
from checks.speech.heard import RUN_ON, SUBJECT, Heard, looking_ahead, named_later, outside_quotes
from checks.speech.names import cast_of
from checks.speech.pages import host_of
from checks.speech.quotes import CLOSE, end_of_first, one_kind, opens, still_open
from checks.speech.saying import find_acts
from checks.speech.scene import Scene, party_of, speaker_of, voice_of
from checks.speech.terms import Party, Term, table_terms, with_names
from checks.speech.turns import breaks, clause_start, end_of_quote, has_quote
from checks.speech.voices import Stretch, Voice, overlay
from warehouse.records import Document

_OWN_WORDS: Final = re.compile(r"\b(?:I|my|me)\b")
_NEVER_INNER: Final = frozenset({"pronoun", "crowd", "stranger", "self"})


def voices(
    document: Document, parts: Sequence[Sentence], gazetteer: Gazetteer, subject: str
) -> list[list[Stretch]]:
    """For each sentence its stretches, in order and without gaps.

    `subject` is the force that the document is about ("" if none).
    """
    scene = Scene(gazetteer=gazetteer, subject=subject, host=host_of(document, gazetteer, subject))
    scene.memory.force = subject
    texts = [one_kind(part.text) for part in parts]
    read = [(text, table_terms(text, gazetteer)) for text in texts]
    cast = cast_of(read)
    strict = scene.host.kind == "report"
    heard = looking_ahead(
        [
            _hear(part, text, with_names(text, found, cast), strict=strict)
            for part, (text, found) in zip(parts, read, strict=True)
        ]
    )
    out: list[list[Stretch]] = []
    for _, group in groupby(heard, key=lambda h: h.sentence.block_index):
        members = list(group)
        at = len(out) + len(members)
        out.extend(_read_block(scene, members, heard[at : at + RUN_ON]))
    return out


def _hear(sentence: Sentence, text: str, speakers: list[Term], *, strict: bool) -> Heard:
    acts = find_acts(text, speakers, strict=strict)
    return Heard(sentence=sentence, text=text, terms=outside_quotes(text, speakers), acts=acts)


def _read_block(
    scene: Scene, group: Sequence[Heard], after: Sequence[Heard]
) -> list[list[Stretch]]:
    """Stretches of each sentence of one block; `after` is what follows the block."""
    memory = scene.memory
    _turn_page(scene, group[0])
    out: list[list[Stretch]] = []
    for heard, later in zip(group, named_later(group, after), strict=True):
        _take_in(scene, heard)
        out.append(_read_sentence(scene, heard, later, first=not out))
        memory.open_quote = still_open(heard.text, open_before=memory.open_quote)
    memory.announces = group[-1].text.rstrip().endswith(":")
    if memory.announces and memory.previous != scene.host.voice:
        memory.listing = memory.previous
    return out


def _turn_page(scene: Scene, first: Heard) -> None:
    # A quotation that runs on is opened anew at each paragraph; a new one closes what was left.
    memory = scene.memory
    if memory.open_quote and not opens(first.text):
        memory.open_quote = False
    is_item = first.sentence.block.kind == "item"
    goes_on = memory.announces or is_item or _OWN_WORDS.search(first.text)
    if not goes_on or opens(first.text) or first.sentence.block.kind == "heading":
        memory.listing = None


def _take_in(scene: Scene, heard: Heard) -> None:
    """Remember the forces, people and bodies that the sentence names."""
    memory, gazetteer = scene.memory, scene.gazetteer
    forces = [m.force for m in gazetteer.mentions(heard.text)]
    # "A superintendent said": of the force named last, not of the unit beside it.
    own = [force for force in forces if not gazetteer.is_unit(force)]
    memory.force = (own or forces or [memory.force])[-1]
    found = heard.terms
    if not found or (memory.open_quote and CLOSE not in heard.text):
        return
    pronoun = next((t.start for t in found if t.kind == "pronoun"), len(heard.text))
    person = _known(scene, next((t for t in found if _is_person(t) and t.start < pronoun), None))
    if heard.acts or found[0].kind == "self":
        memory.person = person or memory.person
    elif found[0].kind != "pronoun":
        topic = next((t for t in found if t.kind == "body" and t.start < SUBJECT), None)
        memory.see(person, _known(scene, topic))


def _known(scene: Scene, term: Term | None) -> Party | None:
    return party_of(scene, term) if term else None


def _is_person(term: Term) -> bool:
    return term.kind in {"person", "name"} or (term.kind == "crowd" and term.party == "other")


def _read_sentence(
    scene: Scene, heard: Heard, later: Heard | None, *, first: bool
) -> list[Stretch]:
    text = heard.text
    ground = ground_voice(scene, heard, later, first=first)
    stretches = [Stretch(start=0, end=len(text), voice=ground)]
    spoken, governing = [ground], None
    for act in sorted(heard.acts, key=lambda a: not (a.post or a.mid)):
        party = speaker_of(scene, act, heard.terms)
        if act.verb == "found" and act.term.kind == "pronoun" and party[0] != "inspectorate":
            continue
        inside = ground.quoted and not (act.post or act.mid) and act.start < end_of_first(text)
        if inside or (governing and not breaks(text, governing.verb_end, act.start)):
            end = governing.start if governing and governing.post else len(text)
            stretches = _nest(scene, stretches, act, party, end)
            continue
        voice = voice_of(scene, act, party, quoted=has_quote(text, act))
        stretches = overlay(stretches, _extent(scene, text, act, governing, voice))
        spoken.append(voice)
        scene.memory.note(act.term.kind, party)
        governing = act
    stretches = [attributed(text, s) for s in stretches]
    scene.memory.previous = stretches[-1].voice
    # Whoever is quoted goes on in his own name, whomever he cited in this sentence.
    scene.memory.quoted = next((v for v in reversed(spoken) if v.quoted), scene.memory.quoted)
    return stretches


def _extent(scene: Scene, text: str, act: Act, governing: Act | None, voice: Voice) -> Stretch:
    """How far the words reach that an act of speech introduces."""
    begin = 0 if act.post and not governing else clause_start(text, act.start)
    end = act.verb_end
    if not act.post:
        end = end_of_quote(text, end) if scene.host.kind == "report" else len(text)
    return Stretch(start=begin, end=end, voice=voice)


def _nest(
    scene: Scene, stretches: list[Stretch], act: Act, party: Party, end: int
) -> list[Stretch]:
    """What a speaker says that somebody else said is the inner source's."""
    outer = stretches[-1].voice
    if act.term.kind in _NEVER_INNER or end <= act.start:
        return stretches
    if party[0] == "inspectorate":
        if outer.claimant == "inspectorate" or outer.claimant_id == "publisher":
            return stretches
        inner = citing(outer)
    elif party[0] == outer.claimant or act.verb not in {"said", "weak"}:
        return stretches
    else:
        inner = voice_of(scene, act, party, quoted=False)
    return overlay(stretches, Stretch(start=act.start, end=end, voice=inner))
