"""What is known where a sentence stands, and whom the words for a speaker mean there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from checks.forces import Gazetteer
from checks.speech.acts import Act
from checks.speech.citing import citing
from checks.speech.memory import Memory, antecedent
from checks.speech.pages import Host
from checks.speech.terms import Party, Term
from checks.speech.voices import Voice
from warehouse.records import Claimant

_NO_SPOKESMAN: Final = frozenset({"court", "judge", "public", "figures"})


@dataclass(slots=True)
class Scene:
    """Whose page it is, which force it is about ("" if none), and who was heard so far."""

    gazetteer: Gazetteer
    subject: str
    host: Host
    memory: Memory = field(default_factory=Memory)


def party_of(scene: Scene, term: Term) -> Party:
    """The claimant that a term names, and the id of who exactly."""
    if term.party == "force":
        voice = scene.host.voice
        own = voice.claimant_id if voice.claimant == "force" else ""
        return "force", term.name or own or scene.memory.force or scene.subject
    return term.party or "other", term.name or "source"


def speaker_of(scene: Scene, act: Act, found: Sequence[Term]) -> Party:
    term, fallback = act.term, (scene.host.voice.claimant, scene.host.voice.claimant_id)
    if term.kind in {"pronoun", "owned"}:
        near = antecedent(found, term)
        if near and (act.post or act.mid):
            return party_of(scene, near)
        return scene.memory.meant_by(term.party) or fallback
    if term.kind == "spokesman" and not term.party:
        return _spokesman(scene)
    return party_of(scene, term)


def _spokesman(scene: Scene) -> Party:
    """Whom a spokesman without a principal speaks for: the body that was just talked about."""
    recent = scene.memory.recent()
    if recent and recent[0] == "other" and recent[1] not in _NO_SPOKESMAN:
        return recent
    if scene.host.kind == "own":
        return scene.host.voice.claimant, scene.host.voice.claimant_id
    return "force", scene.memory.force or scene.subject


def voice_of(scene: Scene, act: Act, party: Party, *, quoted: bool) -> Voice:
    base = scene.host.voice
    if scene.host.kind == "report" and act.term.kind == "crowd" and party[0] == "force":
        return base  # what staff told inspectors is the inspectors' evidence
    claimant = cast("Claimant", party[0])
    if scene.host.kind == "own" and claimant == "inspectorate" != base.claimant:
        return citing(base)
    own = scene.host.kind != "paper" and party == (base.claimant, base.claimant_id)
    return Voice(
        claimant=claimant,
        claimant_id=party[1],
        attribution="direct" if own or quoted else "reported",
        quoted=quoted,
    )
