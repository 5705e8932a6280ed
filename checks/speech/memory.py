"""Who spoke last in a document, and who was last talked about: what pronouns stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from checks.speech.terms import Party, Term
from checks.speech.voices import Voice

PEOPLE: Final = frozenset({"person", "name", "spokesman"})
BODIES: Final = frozenset({"body", "paper", "crowd"})
SHORT: Final = 2
"""Sentences for which a body that was talked about is what "it" means."""


@dataclass(slots=True)
class Memory:
    """Who spoke last: as a person ("he"), as a body ("it"), as anybody ("they").

    `previous` is the voice of the last sentence, `quoted` that of the last quotation, `listing`
    that of a line which ends in a colon, `force` the id of the force named last.
    """

    person: Party | None = None
    body: Party | None = None
    last: Party | None = None
    spokesman: Party | None = None
    topic: Party | None = None
    introduced: Party | None = None
    topic_age: int = SHORT
    previous: Voice | None = None
    quoted: Voice | None = None
    listing: Voice | None = None
    announces: bool = False
    open_quote: bool = False
    force: str = ""

    def note(self, kind: str, party: Party) -> None:
        """Remember who spoke, and by which kind of word he was named."""
        self.last = party
        if kind in PEOPLE | {"pronoun", "stranger"}:
            self.person = party
        if kind == "spokesman":
            self.spokesman = party
        if kind in BODIES | {"pronoun", "stranger", "spokesman"} or party[0] == "other":
            self.body = party
        self.topic = party if kind in BODIES | {"stranger", "pronoun"} else None
        self.topic_age, self.introduced = 0, None

    def see(self, person: Party | None, topic: Party | None) -> None:
        """Remember whom a sentence without speech is about."""
        self.person = person or self.person
        self.introduced = person or topic
        self.topic_age += 1
        if topic:
            self.topic, self.topic_age = topic, 0

    def meant_by(self, pronoun: str) -> Party | None:
        """The party that "he" (person), "it" (body) or "they" (last) stands for."""
        if pronoun == "person":
            return self.person or self.last
        if pronoun == "body":
            return self.recent() or self.body or self.last
        return self.recent() or self.last

    def recent(self) -> Party | None:
        """The body that this sentence or the one before it was about."""
        return self.topic if self.topic_age < SHORT else None


def antecedent(found: Sequence[Term], pronoun: Term) -> Term | None:
    """What a pronoun stands for within its own sentence: a body for "it", a person for "she"."""
    wanted = PEOPLE if pronoun.party == "person" else BODIES
    before = [t for t in found if t.end <= pronoun.start and t.kind in wanted and t.party]
    return before[0] if before else None
