"""The records that travel between the rooms, and the digests that identify them.

Snapshot -> Document -> Claim -> Match -> Check -> Decision. A finding is a claim whose claimant is
the inspectorate; a flag is a check or notice that asks for a person. All records are frozen; days
are `date`, instants are aware UTC `datetime`, money and counts are exact `Decimal` as stated.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, get_args

DocumentKind = Literal["statement", "report", "article"]
BlockKind = Literal["title", "heading", "paragraph", "item", "cell", "caption", "image"]
ClaimKind = Literal["monetary", "count", "rate", "percent", "grade", "qualitative"]
Claimant = Literal["force", "inspectorate", "other"]
Attribution = Literal["direct", "reported", "attributed_to_inspectorate"]
Scope = Literal["site", "district", "force", "region", "national"]
Comparator = Literal["=", "~", ">", ">=", "<", "<=", "range"]
Basis = Literal[
    "calendar_year",
    "financial_year",
    "rolling_year",
    "rolling_years",
    "cumulative",
    "operation",
    "point",
    "audit_window",
    "annual_rate",
    "comparison",
    "unspecified",
]
FindingType = Literal[
    "graded_judgment",
    "cause_of_concern",
    "area_for_improvement",
    "recommendation",
    "innovative_practice",
    "promising_practice",
    "narrative",
]
Stance = Literal["praise", "criticism", "acceptance", "neutral"]
Level = Literal["outstanding", "good", "adequate", "requires_improvement", "inadequate"]
Verdict = Literal[
    "consistent",
    "contradicted",
    "overstated",
    "understated",
    "grade_contradiction",
    "tension",
    "period_mismatch",
    "scope_mismatch",
    "unit_mismatch",
    "unrelated",
    "no_evidence",
]
NoticeKind = Literal[
    "arithmetic",
    "headline",
    "drift",
    "edited",
    "quote_not_found",
    "measure_questioned",
    "ambiguous_number",
    "grade_sources_disagree",
]
Outcome = Literal[
    "ok",
    "retry_then_ok",
    "not_modified",
    "changed",
    "flagged",
    "rejected_error",
    "gave_up",
    "blocked",
]

Act = Literal["ruling", "note", "undo", "reopen", "signature", "correction"]
Ruling = Literal["upheld", "context_needed", "no_issue", "cannot_tell", "awaiting_reply"]
NoIssue = Literal[
    "wrong_match", "wrong_parse", "rounding", "other_period", "fair_paraphrase", "known"
]
Corrected = Literal["value", "period", "speaker", "finding"]

FLAGS: Final[frozenset[str]] = frozenset(
    {"contradicted", "overstated", "understated", "grade_contradiction", "tension"}
)
"""Verdicts that ask for a person."""

INSPECTORATE: Final = "hmicfrs"
"""Body that grades forces; the id of an inspectorate claimant."""


PUBLISHED_YEARS: Final = range(1900, 2101)
"""Years in which a page can say that it was published; any other is a slip or a trap."""


def digest(*parts: str) -> str:
    """Hex id of 20 characters for the parts, in order; a part may hold any character."""
    hasher = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        hasher.update(len(data).to_bytes(8, "big") + data)
    return hasher.hexdigest()[:20]


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """A row of the registry of forces; cells as in `sources/forces.csv`, lists split."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    generic_references: tuple[str, ...] = ()
    domain: str = ""
    old_domains: tuple[str, ...] = ()
    region: str = ""
    rocu: str = ""
    hmicfrs_slug: str = ""
    news_url: str = ""
    news_platform: str = "unknown"
    kind: str = "territorial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Bytes as served: what was asked, what answered, and how the bytes were decoded.

    `charset` is the codec that decoded them and `charset_why` the rung of the ladder that chose
    it. The bytes themselves lie in the snapshot store under `sha256`.
    """

    url: str
    final_url: str
    fetched_at: datetime
    status: int
    media_type: str
    sha256: str
    size: int
    charset: str | None = None
    charset_why: str = ""
    etag: str | None = None
    last_modified: str | None = None

    @property
    def id(self) -> str:
        return digest("snapshot", self.url, self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of a document's text that the page sets apart: half-open character offsets.

    `section` is the path of headings above it, outermost first. `label` is what the page pairs
    the block with: the column or row heading of a table cell, the term of a definition.
    `page` is the 1-based page of a PDF.
    """

    start: int
    end: int
    kind: BlockKind
    section: tuple[str, ...] = ()
    label: str | None = None
    level: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page as text. Blocks cover `text` in order; between two blocks stands one newline."""

    url: str
    source: str
    kind: DocumentKind
    snapshot: str
    publisher: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    published_on: date | None = None
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return document_id(self.url)

    def words(self, block: Block) -> str:
        """The text of one block."""
        return self.text[block.start : block.end]


def document_id(url: str) -> str:
    """Id of the document at a canonical address, whatever its current content."""
    return digest("document", url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where words stand in a document's text: W3C position and quote selectors together."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.exact):
            raise ValueError(f"span {self.start}:{self.end} does not fit its words {self.exact!r}")


SPAN_CONTEXT: Final = 32


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]` with its quote-selector context."""
    return Span(
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - SPAN_CONTEXT) : start],
        suffix=text[end : end + SPAN_CONTEXT],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as stated; never widened for "about", never repaired.

    `low` and `high` are equal for a point; both None when the number cannot be read
    (`ambiguous`). `start` and `end` are offsets of the number expression in the text that was
    read. Units: GBP, EUR, USD, count, percent, pp (percentage points), ratio (0 to 1),
    multiple, kg, tonne, litre, mph, second, minute, hour, day, week, month, year.
    """

    text: str
    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str
    comparator: Comparator = "="
    noun: str = ""
    qualifier: str = ""
    direction: Literal["up", "down"] | None = None
    role: Literal["from", "to"] | None = None
    per: str | None = None
    vague: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of days, `start` to before `end`; None where the words leave it open.

    `inherited` says that the words stand elsewhere in the document, not beside the claim.
    """

    start: date | None
    end: date | None
    basis: Basis
    text: str
    inherited: bool = False

    @property
    def last_day(self) -> date | None:
        """Inclusive end, the form of every input and output."""
        return self.end - timedelta(days=1) if self.end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A graded judgment. `cycle` and `scheme` are names of `areas.csv`, "" if unknown."""

    level: Level
    area: str
    scheme: str = ""
    cycle: str = ""
    body: str = INSPECTORATE
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something somebody asserts, with the words that assert it.

    `subject` is a force id ("" when no registered force can be named), `topic` a matter of
    `checks/topics.csv`, `context` the whole sentence around the span. `ordinal` counts equal
    words within the document, from 0.
    """

    document: str
    document_url: str
    span: Span
    ordinal: int
    kind: ClaimKind
    claimant: Claimant
    claimant_id: str
    attribution: Attribution
    subject: str
    scope: Scope
    measure: str
    topic: str
    stance: Stance
    context: str
    quantity: Quantity | None = None
    grade: Grade | None = None
    period: Period | None = None
    finding_type: FindingType | None = None
    section: tuple[str, ...] = ()
    page: int | None = None
    published_on: date | None = None

    def __hash__(self) -> int:
        # What tells claims apart, not every field: a pair of claims is looked up in many a cache.
        return hash((self.document, self.span.exact, self.ordinal))

    @property
    def id(self) -> str:
        return _claim_id(self.document_url, self.span.exact, self.ordinal)


@lru_cache(maxsize=65_536)
def _claim_id(document_url: str, words: str, ordinal: int) -> str:
    return digest("claim", document_url, words, str(ordinal))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One voice in a match: its name, its score from 0 to 1 and what it saw."""

    name: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pair worth comparing; `score` orders the findings of one claim, best first."""

    claim: str
    finding: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The machine's reading of one claim, against one finding or none.

    `rule` names the step of `docs/verdicts.md` that decided; `why` is one sentence that holds
    both ranges, both periods and both measures where there are any.
    """

    claim: str
    finding: str | None
    verdict: Verdict
    rule: str
    why: str
    rules_version: str
    fingerprint: str
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()

    @property
    def case_key(self) -> str:
        """What a person's decision is attached to."""
        return case_key(self.claim, self.finding)

    @property
    def is_flag(self) -> bool:
        return self.verdict in FLAGS


def case_key(claim_id: str, finding_id: str | None) -> str:
    """The key of the case made of a claim and what it is held against."""
    return digest("case", claim_id, finding_id or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that a person was shown, by the id of their claim, and the page that held them.

    `snapshot` is the id of the bytes that the page was read from.
    """

    claim: str
    words: str
    url: str
    snapshot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The evidence before a person who decides; `fingerprint` is the check's, at that moment."""

    claim: Passage
    finding: Passage | None
    verdict: Verdict
    fingerprint: str
    rules_version: str
    edition: str

    @property
    def case(self) -> str:
        return case_key(self.claim.claim, self.finding.claim if self.finding else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of a person about one case. `by` is a name as given, `at` the caller's clock.

    `reason` belongs to the ruling no_issue. `about` is the number of the entry that an undo takes
    back or a signature is set to; the ruling of a signature is the second person's own.
    `correction` is what the thing named by `corrects` should be, as text.
    """

    what: Act
    shown: Shown
    by: str
    at: datetime
    ruling: Ruling | None = None
    reason: NoIssue | None = None
    note: str = ""
    about: int | None = None
    corrects: Corrected | None = None
    correction: str = ""

    @property
    def case(self) -> str:
        return self.shown.case


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision in the ledger: its number, from 1 without gaps, and its place in the chain.

    `hash` is a SHA-256 over the number, `previous` (the hash before, "" for the first) and the
    decision.
    """

    seq: int
    previous: str
    hash: str
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something odd in one document or claim that asks for a person."""

    kind: NoticeKind
    document: str
    claim: str | None
    detail: str
    why: str

    @property
    def id(self) -> str:
        return digest("notice", self.kind, self.document, self.claim or "", self.detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One input read or not read: a row of the ledger of fetches.

    `not_before` is the time before which the server asked not to be asked again. `source` is the
    watched source whose list named it, `status` that of the answer.
    """

    run: str
    input: str
    url: str
    outcome: Outcome
    reason: str
    attempts: int
    seconds: float
    at: datetime
    document: str | None = None
    snapshot: str | None = None
    not_before: datetime | None = None
    source: str | None = None
    status: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a flow: what came in, what was read, what was skipped and why."""

    id: str
    flow: str
    started_at: datetime
    finished_at: datetime | None = None
    inputs: int = 0
    read: int = 0
    skipped: int = 0
    claims: int = 0
    checks: int = 0
    flags: int = 0
    status: Literal["running", "done", "failed", "crashed"] = "running"
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A published read-only copy of the warehouse. `file` is relative to the editions folder."""

    version: str
    file: str
    sha256: str
    schema_version: int
    published_at: datetime
    counts: dict[str, int] = field(default_factory=dict)


def vocabulary(literal: object) -> frozenset[str]:
    """The words that a Literal type of this module allows."""
    return frozenset(get_args(literal))


def field_names(record: type) -> tuple[str, ...]:
    """Names of a record's fields, in order of declaration."""
    return tuple(item.name for item in fields(record))
