"""Sentences that hand on what inspectors found without a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from checks.speech.terms import Term
from checks.speech.verbs import is_passive_judgment, verbs
from checks.speech.voices import Stretch, Voice
from warehouse.records import INSPECTORATE

_INSPECTORS: Final = (
    r"(?:hm )?(?:inspectors?|inspectorate|inspection|hmicfrs|watchdog|ofsted|report)"
)
# "Of 40 cases examined by inspectors, ...", "Among the inspectors' findings: ...".
_CITED: Final = re.compile(
    r"\b(?:examined|reviewed|looked at|sampled|checked|seen|audited|found|identified"
    r"|assessed|inspected"
    r"|visited|counted|tested|listed|raised|cited|highlighted|noted|recorded|uncovered|flagged|criticised"
    r"|singled out|praised|described|detailed|set out|published|contained|revealed|graded|rated) "
    rf"(?:by|in) (?:the |its |their )?(?:\w+ )?{_INSPECTORS}\b"
    rf"|\b(?:hm )?(?:inspectors|inspectorate|watchdog|hmicfrs|report)['’]s? (?:\w+ )?"
    r"(?:findings?|figures?|concerns?|criticisms?|verdict|estimates?|sample|review|audit|visit|worries"
    r"|conclusions?|team|view|other|main|key)\b"
    r"|\b(?:in|during) (?:the|its|their) (?:latest |new |last )?(?:inspection|report)\b"
    r"|\b(?:at|by) the time of the inspection\b|\bwhen inspectors (?:visited|came|called"
    r"|arrived|looked)\b"
    r"|\bamong the (?:findings|failings|concerns|criticisms|problems|strengths)\b"
    r"|\b(?:findings|criticisms|concerns|failings) (?:include|included|were|are)\b"
    r"|\b(?:criticism|praise|concerns?|credit|warnings?|scorn|fire"
    r"|questions) (?:also )?(?:came )?from (?:the )?"
    r"(?:inspectors|watchdog|inspectorate)\b",
    re.IGNORECASE,
)
# What inspectors and reports do that tells nothing of what they found.
_COMING: Final = re.compile(
    r"[^,.;]{0,24}?\b(?:will|would|due|plans?|return(?:s|ed)?|visit(?:s|ed)?|publish(?:es|ed)?|comes?|came"
    r"|follow(?:s|ed)?|expected|carried|took place|spent|costs?|covers?|arrived?|can be"
    r"|has been read"
    r"|began|begins|works?|monitor)\b",
    re.IGNORECASE,
)
_LEADING: Final = 40
"""Characters at the start of a sentence in which its subject stands."""


def is_of_inspectors(text: str, found: Sequence[Term]) -> bool:
    """Whether inspectors are what a sentence is about, and more than their coming and going."""
    first = next((t for t in found if t.kind != "pronoun"), None)
    return (
        first is not None
        and first.party == "inspectorate"
        and first.start < _LEADING
        and not _COMING.match(text, first.end)
    )


def cites_inspectors(text: str) -> bool:
    """Whether a paper's sentence gives a judgment or a figure as the inspectors'."""
    return is_passive_judgment(text) or _CITED.search(text) is not None


def attributed(text: str, stretch: Stretch) -> Stretch:
    """The stretch, marked where a force speaks of what the inspectors said of it."""
    voice = stretch.voice
    words = text[stretch.start : stretch.end]
    if voice.claimant == "inspectorate" or not verbs("attributed").search(words):
        return stretch
    if voice.claimant == "other" and voice.claimant_id == "publisher":
        return stretch
    return Stretch(start=stretch.start, end=stretch.end, voice=citing(voice))


def citing(voice: Voice) -> Voice:
    """The voice of somebody who tells what inspectors said."""
    return Voice(
        claimant=voice.claimant,
        claimant_id=voice.claimant_id,
        attribution="attributed_to_inspectorate",
        quoted=voice.quoted,
    )


def reported_finding() -> Voice:
    return Voice(claimant="inspectorate", claimant_id=INSPECTORATE, attribution="reported")
