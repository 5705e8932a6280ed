"""Which period a claim belongs to: beside it, at the head of its sentence, or carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from checks.drafting.changing import of_change
from checks.drafting.clauses import Range
from checks.drafting.references import Timeline, is_span, is_today
from checks.periods import FoundPeriod, find_periods
from checks.sentences import Sentence
from checks.speech.voices import Voice
from warehouse.records import Period, Quantity

# Words by which a sentence goes on counting where the one before stopped.
_CARRIES_ON: Final = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,3}?(?:also|further|additionally)\s+(?!sa(?:id|ys?)\b|told\b|found\b)"
    r"|\b(?:their|these|those|its) (?:cases|investigations|arrests|operations|results|seizures)\b"
    r"|^\W*(?:in addition|in total|altogether|in all|of these|of those)\b"
    r"|\bthe (?:longest|shortest|oldest|average|highest|lowest)\b",
    re.IGNORECASE,
)
# "... in 2021, and we have put £3m into phones": the tense says that the time is another.
_OTHER_TIME: Final = re.compile(
    r"\b(?:have|has|is|are|will|can|now|today|currently|nowadays)\b|’(?:ve|re|s) (?:now|put|got)",
    re.IGNORECASE,
)
# Cases that inspectors picked, and estimates made of them, are of no year named beside them.
_SAMPLE: Final = re.compile(
    r"\b(?:that )?(?:we|inspectors|(?:my|our|the) (?:team|inspectors|auditors)"
    r"|they) (?:have |had )?"
    r"(?:reviewed|examined|looked at|audited|assessed|sampled|checked|read|dip[- ]sampled)\b"
    r"|\b(?:in|of) (?:our|the|a|this) (?:audit|review )?sample\b|\bestimat(?:e|es|ed)\b",
    re.IGNORECASE,
)
_AUDIT: Final = re.compile(
    r"\b(?:we|inspectors|(?:our|my|the) (?:team|auditors|inspectors)) (?:have |had |also )*"
    r"(?:audited|reviewed|examined|looked at|sampled|checked|dip[- ]sampled|tested)\b"
    r"|\b(?:audit|sample|review) (?:covered|covers|was of|looked at)\b",
    re.IGNORECASE,
)
_AUDITED: Final = re.compile(
    r"\b(?:records?|recorded|recording|cases?|files?|assessments?|reports?|investigations?"
    r"|incidents?|searches|crimes?)\b",
    re.IGNORECASE,
)
_COVERS: Final = re.compile(
    r"\b(?:figures|data|numbers|statistics|results|totals)\b[^.;]{0,60}?"
    r"\b(?:are for|cover|covers|relate to|refer to|are from|run from|is for)\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[.!?][\"'”’)]*$")
_LEADS_IN: Final = re.compile(
    r"\b(?:the following|here (?:are|is)|below|highlights|achievements|among (?:them"
    r"|the results))\b",
    re.IGNORECASE,
)
_OTHER_HEADING: Final = re.compile(
    r"\b(?:inspection|report|peel|plan|strategy|budget|response|letter|act|since|progress)\b",
    re.IGNORECASE,
)
# A clause with a subject of its own keeps its period to itself.
_OWN_SUBJECT: Final = re.compile(
    r"\W*(?:(?:and|but|while|plus|as well as)\s+)?(?:that\s+)?"
    r"(?:the|an?|our|its|their|his|her|my|we|they|it|he|she|there|officers|police|inspectors"
    r"|detectives|courts?|judges|magistrates|staff)\b",
    re.IGNORECASE,
)
_OF_ONE: Final = frozenset({"before", "ago"})
"""Wordings that date one number only, never those of other clauses."""
_MONTH: Final = timedelta(31)
_ITEMS: Final = frozenset({"item", "cell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Where a number stands in its sentence, and where all numbers of the sentence stand."""

    quantity: Quantity
    beside: Sequence[Range]

    @property
    def at(self) -> Range:
        return self.quantity.start, self.quantity.end

    @property
    def is_change(self) -> bool:
        return self.quantity.direction is not None or self.quantity.unit == "multiple"


@dataclass(slots=True)
class PeriodReader:
    """Follows a document in reading order and remembers what dates the figures to come."""

    title: str = ""
    published_on: date | None = None
    timeline: Timeline = field(default_factory=Timeline)
    block: int = -1
    section: tuple[str, ...] = ()
    kind: str = ""
    speaker: str = ""
    lead: Period | None = None
    """Stated by the words before a list, or by a table's caption, for all that stands in it."""
    heading: Period | None = None
    audit: Period | None = None
    default: Period | None = None

    def enter(self, sentence: Sentence) -> None:
        """Note the block that the next sentence stands in."""
        if sentence.block_index == self.block:
            return
        self.block, self.kind = sentence.block_index, sentence.block.kind
        self.timeline.enter_block()
        if self.kind not in _ITEMS:
            self.lead = None
        if sentence.block.section != self.section:
            self.section, self.audit = sentence.block.section, None
            self.heading = self._of_headings()
        if self.kind == "caption":
            self.lead = _last(find_periods(sentence.text, self.published_on))

    def read(self, text: str) -> list[FoundPeriod]:
        """The periods that a sentence names, those that lean on earlier ones with their days."""
        return self.timeline.settled(text, find_periods(text, self.published_on))

    def remember(self, text: str, found: Sequence[FoundPeriod], speaker: str) -> None:
        """Note the periods of a sentence that has been read, and who said it."""
        self.timeline.note(text, found)
        stated = _last(found)
        if stated is None:
            return
        self.speaker = speaker
        if self.kind not in _ITEMS and (not _ENDS.search(text) or _LEADS_IN.search(text)):
            self.lead = stated
        if _AUDIT.search(text):
            self.audit = replace(stated, basis="audit_window")
        if _COVERS.search(text):
            self.default = stated

    def period_of(
        self, text: str, found: Sequence[FoundPeriod], clause: Range, number: Number, voice: Voice
    ) -> Period | None:
        """The period of a number of a sentence, claimed by a clause of it."""
        chosen = _chosen(text, found, clause, number)
        if chosen is not None:
            return of_change(chosen, number.quantity)
        if found and any(not is_today(f) for f in found):
            return None
        carried = self._carried(text, text[slice(*clause)], voice)
        return replace(carried, inherited=True) if carried else None

    def _carried(self, text: str, words: str, voice: Voice) -> Period | None:
        if self.lead is not None:
            return self.lead
        if self.audit is not None and _AUDITED.search(words):
            return self.audit
        is_now = _OTHER_TIME.search(words) is not None
        goes_on = not is_now and not _SAMPLE.search(text)
        beside, before = self.timeline.in_block, self.timeline.stated
        if beside and self.speaker == voice.claimant_id and goes_on:
            return None if _is_aside(beside) else beside[-1]
        if before and goes_on and _CARRIES_ON.search(text) and not _is_short(before[-1]):
            return before[-1]
        return None if is_now else self.heading or self.default

    def _of_headings(self) -> Period | None:
        for words in reversed(self.section):
            if words != self.title and not _OTHER_HEADING.search(words):
                stated = _last(find_periods(words, self.published_on))
                if stated is not None:
                    return stated
        return None


def _is_short(period: Period) -> bool:
    return bool(period.start and period.end and period.end - period.start <= _MONTH)


def _is_aside(stated: Sequence[Period]) -> bool:
    """Whether the last of several periods is but a month beside a longer one."""
    return _is_short(stated[-1]) and any(not _is_short(p) for p in stated)


def _last(found: Sequence[FoundPeriod]) -> Period | None:
    spans = [f.period for f in found if is_span(f.period) and not is_today(f)]
    return spans[-1] if spans else None


def _chosen(
    text: str, found: Sequence[FoundPeriod], clause: Range, number: Number
) -> FoundPeriod | None:
    own = [f for f in found if clause[0] <= f.start < clause[1] and _belongs(f, clause, number)]
    if own:
        return min(own, key=lambda f: (_compares(f) != number.is_change, _gap(f, number.at)))
    others = [f for f in found if f.kind not in _OF_ONE and (number.is_change or not _compares(f))]
    heads = [f for f in others if f.end <= min(start for start, _ in number.beside)]
    if heads:
        return heads[0]
    if _OTHER_TIME.search(text[slice(*clause)]):
        return None
    after = next((f for f in others if f.start >= clause[1]), None)
    if after is None:
        return next((f for f in reversed(others) if f.end <= clause[0]), None)
    return None if _OWN_SUBJECT.match(text, clause[1]) else after


def _belongs(found: FoundPeriod, clause: Range, number: Number) -> bool:
    """Not between two numbers of one clause and nearer to the other one."""
    beside = [at for at in number.beside if clause[0] <= at[0] < clause[1]]
    if found.end <= min(start for start, _ in beside):
        return True
    nearest = min(beside, key=lambda at: _gap(found, at))
    shares = number.quantity.role == "from" and beside.index(number.at) + 1 < len(beside)
    return nearest == number.at or (shares and nearest == beside[beside.index(number.at) + 1])


def _compares(found: FoundPeriod) -> bool:
    return found.period.basis == "comparison"


def _gap(found: FoundPeriod, number: Range) -> int:
    return max(found.start - number[1], number[0] - found.end, 0)
