"""The voice of a sentence before its own acts of speech are heard."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, cast

from checks.speech.acts import Act
from checks.speech.citing import cites_inspectors, is_of_inspectors, reported_finding
from checks.speech.heard import SUBJECT, Heard
from checks.speech.pages import announced
from checks.speech.quotes import end_of_first, opens
from checks.speech.scene import Scene, speaker_of, voice_of
from checks.speech.voices import Voice
from warehouse.records import Claimant

_CONTINUES: Final = re.compile(
    r"^\W*(?:it|there|officers|staff|but|and|also|another|a further|of (?:these|those|them)|nor)\b"
    r"|\bthe (?:force|constabulary)\b",
    re.IGNORECASE,
)
# "This had risen from 700": the figure of the sentence before, and whoever gave it.
_MOVED: Final = re.compile(
    r"\W*(?:this|that|it|the (?:figure|number|rate|total|queue|backlog))\s+(?:figure\s+)?"
    r"(?:has|had)\s+(?:since\s+)?(?:risen|fallen|increased|decreased|grown|dropped|gone)"
    r"\s+(?:up\s+|down\s+)?from\b",
    re.IGNORECASE,
)


def ground_voice(scene: Scene, heard: Heard, later: Heard | None, *, first: bool) -> Voice:
    """Who speaks unless the sentence itself says so; `later` names the speaker of a quotation.

    `first` says that the sentence opens its block.
    """
    if scene.memory.open_quote or _opens_speech(heard.text):
        return _quoted(scene, later)
    return _unquoted(scene, heard, first=first)


def _quoted(scene: Scene, later: Heard | None) -> Voice:
    memory = scene.memory
    if memory.open_quote and memory.quoted:
        return memory.quoted
    if later and not memory.announces:
        act = next(a for a in later.acts if a.post or a.mid)
        return voice_of(scene, act, speaker_of(scene, act, later.terms), quoted=True)
    party = memory.introduced or memory.last
    if party is None or (scene.host.kind == "own" and party[0] == "inspectorate"):
        return memory.quoted or scene.host.voice
    return Voice(
        claimant=cast("Claimant", party[0]),
        claimant_id=party[1],
        attribution="direct",
        quoted=True,
    )


def _unquoted(scene: Scene, heard: Heard, *, first: bool) -> Voice:
    if scene.memory.listing:
        return replace(scene.memory.listing, quoted=False)
    term = announced(heard.sentence, scene.gazetteer)
    if term and (scene.host.kind != "paper" or term.party == "inspectorate"):
        act = Act(start=0, verb_start=0, verb_end=0, term=term)
        return voice_of(scene, act, speaker_of(scene, act, ()), quoted=False)
    previous = scene.memory.previous
    if scene.host.kind == "report" and not first and previous and _MOVED.match(heard.text):
        return replace(previous, quoted=False)
    if scene.host.kind != "paper":
        return scene.host.voice
    if cites_inspectors(heard.text) or (
        not heard.acts and is_of_inspectors(heard.text, heard.terms)
    ):
        return reported_finding()
    return _carried(scene, heard, first=first)


def _carried(scene: Scene, heard: Heard, *, first: bool) -> Voice:
    """An article's sentence that names no speaker: the last one may go on."""
    previous, base = scene.memory.previous, scene.host.voice
    if previous is None or previous.claimant != "inspectorate":
        return base
    named = {m.force for m in scene.gazetteer.mentions(heard.text)}
    about_others = any(
        t.party == "other" and t.kind != "crowd" and t.start < SUBJECT for t in heard.terms
    )
    if named - {scene.subject, previous.claimant_id} or about_others:
        return base
    if not first and not previous.quoted:
        return previous
    # A new paragraph is the paper's own, unless it goes on about what inspectors found of
    # "the force"; nobody else gets words in his mouth.
    goes_on = heard.ahead == "inspectorate" or _CONTINUES.search(heard.text)
    return previous if goes_on and not previous.quoted else base


def _opens_speech(text: str) -> bool:
    """Whether the text opens with what somebody says, not with a word or two set off."""
    if not opens(text):
        return False
    end = end_of_first(text)
    return end == len(text) or text[end - 2 : end - 1] in ".,!?…"
