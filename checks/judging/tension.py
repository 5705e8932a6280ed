"""Steps 3 and 3b: words against words. A boast beside criticism, or two that agree.

`Weight` says how plainly the pair speaks: a pair of weight under `WORTH_TELLING` fits the
definition but would only bury a reader, and stays out of what is reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checks.judging.comparability import matters, speaks_back, topics_of
from checks.judging.ranks import rank_of
from checks.judging.stems import content_words, names_in, overlap
from checks.judging.timespans import Side, is_fresh
from checks.stances import CRITICAL_FINDINGS, is_open_boast
from checks.topics import ancestors, is_broad, topics_in
from warehouse.records import Claim

WORTH_TELLING: Final = 0.6
PLAIN: Final = 0.85
"""A second tension of one claim must be this plain."""

_NARROW: Final = 0.6
_BACKWARD: Final = 0.65
_ASPECT: Final = 0.55
_BROAD: Final = 0.5
_GRADE: Final = 0.8
_FAINT: Final = 0.3
_WORDS: Final = 0.25
_MOST_WORDS: Final = 0.6
_SEVERAL: Final = 3
_NEARBY: Final = 0.05
_ADVISING: Final = frozenset({"should", "recommend", "must", "need", "needs", "ought"})


@dataclass(frozen=True, slots=True)
class Weight:
    """How plainly two statements speak to each other, 0 to 1, and about what."""

    value: float
    about: str


def boast_beside_criticism(claim: Claim, finding: Claim) -> Weight | None:
    """Step 3, tension: the claim boasts, an inspector criticises, and no numbers can decide."""
    # A paper's own words are nobody's boast.
    speaks = claim.claimant != "inspectorate" and claim.claimant_id != "publisher"
    boasts = claim.stance == "praise" and speaks
    blames = finding.stance == "criticism" and finding.claimant == "inspectorate"
    if not (boasts and blames and _same_subject(claim, finding) and is_current(claim, finding)):
        return None
    if both_measured(claim, finding):
        return None
    return _against_grade(claim, finding) if finding.grade else _against_words(claim, finding)


def words_agree(claim: Claim, finding: Claim) -> Weight | None:
    """Step 3b, consistent: both praise, or the claim repeats or accepts the criticism."""
    if not _same_subject(claim, finding) or both_measured(claim, finding):
        return None
    if not is_current(claim, finding):
        return None
    if claim.stance == finding.stance == "praise":
        return _both_praise(claim, finding)
    if finding.stance == "criticism" and claim.stance in {"criticism", "acceptance"}:
        return _repeated(claim, finding)
    return None


def both_measured(claim: Claim, finding: Claim) -> bool:
    """Whether both sides have a number, a grade or a rank: then words do not decide."""
    if claim.quantity is not None and finding.quantity is not None:
        return True
    if claim.grade is not None and finding.grade is not None:
        return True
    return _is_rank(claim) and _is_rank(finding)


def is_current(claim: Claim, finding: Claim) -> bool:
    """Whether the finding speaks of the time of the claim.

    It ended no more than 24 months before; one that came out later must cover the claim's day.
    """
    if claim.document == finding.document:
        return True
    if claim.published_on is None or finding.published_on is None:
        return False
    if finding.published_on > claim.published_on:
        return _covers(finding, claim)
    return is_fresh(
        Side(finding.period, finding.published_on), Side(claim.period, claim.published_on)
    )


def _covers(finding: Claim, claim: Claim) -> bool:
    spoken, period = claim.published_on, finding.period
    if period is None or period.start is None or period.end is None or spoken is None:
        return False
    if claim.period and claim.period.start and claim.period.end:
        return period.start <= claim.period.start and claim.period.end <= period.end
    return period.start <= spoken < period.end


def _same_subject(claim: Claim, finding: Claim) -> bool:
    return claim.subject == finding.subject != ""


def _is_rank(claim: Claim) -> bool:
    return claim.quantity is None and rank_of(claim.span.exact) is not None


def _against_grade(claim: Claim, finding: Claim) -> Weight:
    """A grade stands against general pride in its matter, not against a figure or a detail."""
    areas = matters(topics_of(finding))
    about = matters(topics_of(claim))
    of_report = not about and "inspection" in topics_of(claim)
    general = claim.quantity is None and claim.grade is None and is_open_boast(claim.context)
    fits = of_report or bool(about & areas)
    return Weight(_GRADE if general and fits else _FAINT, _named(areas))


def _against_words(claim: Claim, finding: Claim) -> Weight:
    if claim.grade is not None:
        return Weight(_FAINT, _named(topics_of(finding)))
    return _shared(claim, finding)


def _both_praise(claim: Claim, finding: Claim) -> Weight:
    if claim.quantity or finding.quantity or claim.grade or finding.grade:
        return Weight(_FAINT, _named(topics_of(finding)))
    return _shared(claim, finding)


def _repeated(claim: Claim, finding: Claim) -> Weight:
    if claim.quantity or claim.grade:
        return Weight(_FAINT, _named(topics_of(finding)))
    if claim.stance == "acceptance" and not matters(topics_in(claim.span.exact)):
        # Accepting the report as a whole: held against what the report asks for.
        return Weight(_NARROW if _advises(finding) else _BROAD, "the inspection as a whole")
    return _shared(claim, finding)


def _shared(claim: Claim, finding: Claim) -> Weight:
    """The weight of what two statements share: a narrow topic, a broad one, or an aspect."""
    one, other = topics_of(claim), topics_of(finding)
    shared = matters(one) & matters(other)
    if speaks_back(finding, claim):
        return Weight(_BACKWARD, _named(one))
    if not _same_chief_topic(claim, finding) and not _much_alike(claim, finding):
        return Weight(_FAINT, _named(shared or other))
    if shared:
        return _of_matter(shared, len(shared) / len(matters(one)), claim, finding)
    if _much_alike(claim, finding) and claim.quantity is None:
        return Weight(_NARROW, _named(matters(one) or matters(other)))
    aspects = (one & other) - matters(one) - {"inspection"}
    if aspects and _no_other_matter(claim, finding):
        return Weight(_lifted(_ASPECT, claim, finding), _named(aspects))
    return Weight(_FAINT, _named(other))


def _of_matter(shared: frozenset[str], focus: float, claim: Claim, finding: Claim) -> Weight:
    """The weight of shared matters; `focus` is their part of all that the claim speaks of."""
    narrow = any(not is_broad(topic) for topic in shared)
    if not narrow and claim.quantity is not None:
        return Weight(_FAINT, _named(shared))
    value = _NARROW if narrow and focus > 1 / 2 else _BROAD
    return Weight(_lifted(value, claim, finding), _named(shared))


def _same_chief_topic(claim: Claim, finding: Claim) -> bool:
    """Whether what each side is chiefly about is one topic, or a broader one of the other.

    For a claim in words it is enough that the finding's own words name what the claim is about.
    """
    one, other = claim.topic, finding.topic
    if one == other or one in ancestors(other) or other in ancestors(one):
        return True
    return claim.quantity is None and one in topics_in(finding.span.exact)


def _no_other_matter(claim: Claim, finding: Claim) -> bool:
    """Whether the claim names no matter of its own, so that its aspect may be the finding's."""
    return not matters(topics_in(claim.span.exact)) or not matters(topics_in(finding.span.exact))


def _lifted(value: float, claim: Claim, finding: Claim) -> float:
    """Words in common, and a place in the same text or under a concern, make a pair plainer."""
    words = overlap(content_words(claim.span.exact), content_words(finding.span.exact))
    same_place = claim.document == finding.document
    # What inspectors saw weighs more against a boast than what they advise.
    marked = finding.finding_type in CRITICAL_FINDINGS and not _advises(finding)
    return min(1.0, value + _WORDS * words + _NEARBY * same_place + _NEARBY * marked)


def _much_alike(claim: Claim, finding: Claim) -> bool:
    """Whether two statements of one matter say most of the same words, whatever their topics."""
    words, other = content_words(claim.span.exact), content_words(finding.span.exact)
    return overlap(words, other) >= _MOST_WORDS and len(words & other) >= _SEVERAL


def _advises(finding: Claim) -> bool:
    return bool(names_in(finding.span.exact, _ADVISING))


def _named(found: frozenset[str]) -> str:
    return ", ".join(sorted(name.replace("_", " ") for name in found)) or "the same matter"
