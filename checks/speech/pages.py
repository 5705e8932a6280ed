"""Whose page a document is, and whom its headings announce."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast
from urllib.parse import urlsplit

from checks.forces import Gazetteer
from checks.sentences import Sentence
from checks.speech.quotes import one_kind
from checks.speech.terms import Term, table_terms
from checks.speech.voices import Voice
from warehouse.records import INSPECTORATE, Claimant, Document

PageKind = Literal["report", "own", "paper"]

_OWN_HOST: Final = re.compile(
    r"(?:^|[.-])(?:pcc|pfcc|opcc)[.-]|commissioner|(?<!police)\.gov\.uk$|\.nhs\.uk$|\.ac\.uk$"
)
# Publishers of news call themselves by such words too; a body's own page never does.
_NEWS: Final = re.compile(
    r"\b(?:news|gazette|echo|herald|times|mail|post|courier|observer|chronicle|express|star|argus"
    r"|journal|telegraph|mercury|standard|advertiser|live|tv|radio|bbc|itv|press|independent"
    r"|guardian|shuttle|now|today|online|reporter|citizen|examiner|record|sentinel|tribune)\b",
    re.IGNORECASE,
)
_SPEAKING: Final = frozenset({"person", "body", "paper", "spokesman"})
# "What inspectors found", "The force's response": a heading that says whose words follow.
_ANNOUNCES: Final = re.compile(
    r"\W*(?:what|how)\b.*\b(?:say|says|said|find|finds|found|tell|told|think|thinks|respond|responds"
    r"|responded|saw|concluded|report|reports)\b"
    r"|.*\b(?:report|inspection|findings)\b.*\b(?:numbers|figures|a glance|brief|points)\W*$"
    r"|[^.!?]*\b(?:findings|response|view|views|verdict|reaction|statement|comments?|position"
    r"|conclusions?|figures|says|said)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """The kind of page, and the voice of what nobody on it is said to say.

    "own" is the page of a force or of another body (commissioner, council, charity): it speaks
    for itself, and what it says that inspectors found is its own claim about them.
    """

    kind: PageKind
    voice: Voice


def host_of(document: Document, gazetteer: Gazetteer, subject: str) -> Host:
    """Whose page the document is; `subject` is the force that it is about, "" if none."""
    if document.kind == "report":
        return Host(kind="report", voice=_direct("inspectorate", INSPECTORATE))
    force = gazetteer.of_publisher(document.publisher) or gazetteer.named(document.publisher)
    body = None if force else _body(document, gazetteer)
    if body:
        return Host(kind="own", voice=_direct(cast("Claimant", body.party), body.name))
    if document.kind == "statement" and (force or subject):
        return Host(kind="own", voice=_direct("force", force or subject))
    return Host(kind="paper", voice=_direct("other", "publisher"))


def _direct(claimant: Claimant, claimant_id: str) -> Voice:
    return Voice(claimant=claimant, claimant_id=claimant_id, attribution="direct")


def _body(document: Document, gazetteer: Gazetteer) -> Term | None:
    """The body other than a force that publishes the page, by its name or by the page's host."""
    if _NEWS.search(document.publisher):
        return None
    found = [t for t in table_terms(document.publisher, gazetteer) if t.party == "other"]
    if found:
        return found[0]
    host = urlsplit(document.url).hostname or ""
    if not _OWN_HOST.search(host) or host.endswith("police.uk"):
        return None
    is_pcc = re.search("pcc|commissioner", host) is not None
    return Term(start=0, end=0, kind="body", party="other", name="pcc" if is_pcc else host)


def announced(sentence: Sentence, gazetteer: Gazetteer) -> Term | None:
    """The one party that a block's label or innermost heading says the block speaks for."""
    heading = sentence.block.label or (sentence.block.section or ("",))[-1]
    if not heading or not _ANNOUNCES.match(one_kind(heading)):
        return None
    return sole(
        [
            t
            for t in table_terms(heading, gazetteer)
            if t.party and (t.kind in _SPEAKING or (t.kind == "crowd" and t.party == "other"))
        ]
    )


def sole(found: Sequence[Term]) -> Term | None:
    """The term that stands for all of them; None when they belong to several parties."""
    return found[0] if len({t.party for t in found}) == 1 else None
