"""Voices: who asserts a stretch of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from warehouse.records import Attribution, Claimant


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who asserts a stretch of text, and how the document comes to say so."""

    claimant: Claimant
    claimant_id: str
    attribution: Attribution
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a sentence in one voice; offsets in the sentence."""

    start: int
    end: int
    voice: Voice


def voice_at(stretches: Sequence[Stretch], offset: int) -> Voice:
    """The voice of the character at an offset of the sentence."""
    return next((s.voice for s in stretches if s.start <= offset < s.end), stretches[-1].voice)


def overlay(stretches: Sequence[Stretch], top: Stretch) -> list[Stretch]:
    """The stretches with another laid over them."""
    before = [
        Stretch(start=s.start, end=min(s.end, top.start), voice=s.voice)
        for s in stretches
        if s.start < top.start
    ]
    after = [
        Stretch(start=max(s.start, top.end), end=s.end, voice=s.voice)
        for s in stretches
        if s.end > top.end
    ]
    return [*before, top, *after]
