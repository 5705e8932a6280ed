"""Asking a small document who says certain of its words."""

from __future__ import annotations

from checks.sentences import sentences
from checks.speakers import voices
from checks.speech.voices import voice_at
from tests.checks.pages import GAZETTEER
from warehouse.records import Document

Said = tuple[str, str]
"""Claimant and attribution."""


def speaker(document: Document, words: str) -> Said:
    """Claimant and attribution of the part of a sentence that begins with the words."""
    parts = sentences(document)
    spoken = voices(document, parts, GAZETTEER, "wexmoor")
    for sentence, stretches in zip(parts, spoken, strict=True):
        at = sentence.text.find(words)
        if at >= 0:
            voice = voice_at(stretches, at)
            return voice.claimant, voice.attribution
    raise AssertionError(f"{words!r} is not on the page")
