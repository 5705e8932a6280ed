"""What people read: a checked statement, a run's summary, and tables of claims and flags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checks.judging.explaining import number, period_words, plain, reading_words
from checks.judging.readings import readings
from flows.checking import Statement
from flows.terminal import shown
from warehouse.export import deep_link
from warehouse.records import Check, Claim, Document, Notice

STYLES = {
    "consistent": "green",
    "contradicted": "bold red",
    "overstated": "bold red",
    "understated": "bold red",
    "grade_contradiction": "bold red",
    "tension": "yellow",
}
SPEAKERS = {"force": "the force", "inspectorate": "the inspectors", "other": "somebody else"}
MANNERS = {
    "direct": "in direct speech or its own text",
    "reported": "as reported",
    "attributed_to_inspectorate": "and puts it in the inspectors' mouths",
}
"""How a claim reaches the page, by its attribution."""


def statement_report(statement: Statement) -> Iterator[RenderableType]:
    """The whole answer of `check`, part by part."""
    yield _heading(statement)
    told = [claim for claim in statement.claims if is_told(claim, statement)]
    judged = [claim for claim in statement.claims if claim not in told]
    for ordinal, claim in enumerate(judged, start=1):
        yield _claim_block(Text(f"\nClaim {ordinal}", "bold"), claim, statement)
    for ordinal, claim in enumerate(told, start=1):
        yield _claim_block(Text(f"\nFinding {ordinal} in this document", "bold"), claim, statement)
    yield _totals(statement, judged, told)


def is_told(claim: Claim, statement: Statement) -> bool:
    """Whether the claim is what inspectors found, and nothing else is known to set it against."""
    verdicts = {check.verdict for check in statement.checks.get(claim.id, ())}
    return claim.claimant == "inspectorate" and verdicts <= {"no_evidence"}


def _heading(statement: Statement) -> RenderableType:
    document = statement.document
    day = document.published_on.isoformat() if document.published_on else "no date"
    lines = [
        shown(document.title or document.url, "bold"),
        shown(f"{document.publisher or 'unknown publisher'}, {day}, read as {document.kind}"),
    ]
    if document.published_on is None:
        words = "Without a date relative periods stay unresolved; give one with --published."
        lines.append(Text(words, "yellow"))
    lines += [shown(f"Note: {warning}", "yellow") for warning in document.warnings]
    return Group(*lines)


def _claim_block(heading: Text, claim: Claim, statement: Statement) -> RenderableType:
    table = _pairs()
    table.add_row("says", shown(speaker_words(claim)))
    table.add_row("words", shown(f"“{claim.span.exact}”"))
    table.add_row("figure", shown(figure_words(claim)))
    if is_told(claim, statement):
        table.add_row("place", shown(_place(claim, statement)))
        return Group(heading, Padding(table, (0, 0, 0, 2)))
    for check in statement.checks.get(claim.id, ()):
        table.add_row("verdict", verdict_text(check))
        if check.finding:
            finding = statement.known_claims[check.finding]
            table.add_row("finding", shown(f"“{finding.span.exact}”"))
            table.add_row("", shown(_place(finding, statement), "dim"))
        table.add_row("why", shown(check.why))
    for notice in statement.notices:
        if notice.claim == claim.id:
            table.add_row("notice", notice_text(notice))
    return Group(heading, Padding(table, (0, 0, 0, 2)))


def _place(claim: Claim, statement: Statement) -> str:
    words = place_words(claim, statement.known_documents[claim.document])
    if claim.document == statement.document.id:
        return f"in this document: {words}"
    return f"{words} ({deep_link(claim)})" if claim.page else words


def _pairs() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _totals(statement: Statement, judged: Sequence[Claim], told: Sequence[Claim]) -> RenderableType:
    verdicts = [check.verdict for claim in judged for check in statement.checks.get(claim.id, ())]
    counted = f"Claims: {len(judged)} ({tally_words(Counter(verdicts))})"
    lines = [shown(f"{counted}. Findings told in the document: {len(told)}.")]
    lines += [notice_text(notice) for notice in statement.notices if notice.claim is None]
    if statement.edition is None:
        lines.append(shown("No edition is published: held against what was given only."))
    lines.append(shown(next_step(statement)))
    return Group(Text(), *lines)


def next_step(statement: Statement) -> str:
    """What the reader may do now."""
    if statement.flags:
        return "Next: read both passages of each flag in full; the machine flags, people decide."
    if statement.edition is None:
        return "Next: give a report with --against, or `tallycheck ingest` some."
    return "Next: nothing asks for a person here; keep it with --save."


def speaker_words(claim: Claim) -> str:
    """Who says it, of whom, and how it reached the page."""
    who = SPEAKERS[claim.claimant]
    named = f" ({claim.claimant_id})" if claim.claimant_id else ""
    manner = MANNERS[claim.attribution]
    about = f"; about {claim.subject}" if claim.subject != claim.claimant_id else ""
    return f"{who}{named}, {manner}{about if claim.subject else ''}"


def figure_words(claim: Claim) -> str:
    """The figure as the machine reads it: interval, unit, measure, period with its basis."""
    measure = "" if claim.grade else plain(claim.measure)
    parts = [_interval(claim), measure, period_words(claim)]
    if claim.period and claim.period.text:
        parts.append(f"{plain(claim.period.basis)}: “{claim.period.text}”")
    return "; ".join(part for part in parts if part)


def _interval(claim: Claim) -> str:
    if claim.grade:
        denied = "not " if claim.grade.negated else ""
        area = plain(claim.grade.area) or "no named area"
        return f"grade {denied}{plain(claim.grade.level)} for {area}"
    if claim.quantity is None:
        return "in words only"
    if claim.quantity.ambiguous or claim.quantity.low is None:
        return f"ambiguous: “{claim.quantity.text}”"
    found = readings(claim)
    counted = claim.quantity.noun if claim.quantity.unit == "count" else claim.quantity.unit
    stated = f"{claim.quantity.comparator} {number(claim.quantity.low)} {counted}".rstrip()
    return f"{stated}, read as {reading_words(found[0])}" if found else stated


def verdict_text(check: Check) -> Text:
    """The verdict in its colour, with the step that decided."""
    text = shown(check.verdict, STYLES.get(check.verdict, ""))
    return text.append(f"  (rule {check.rule})", style="dim")


def notice_text(notice: Notice) -> Text:
    return shown(f"{notice.kind}: {notice.detail} {notice.why}", "yellow")


def place_words(claim: Claim, document: Document) -> str:
    """Where the words stand: title, headings, page."""
    parts = [document.title or document.url.rsplit("/", 1)[-1] or document.url, *claim.section]
    if claim.page:
        parts.append(f"page {claim.page}")
    return " › ".join(parts)


def tally_words(counts: Mapping[str, int]) -> str:
    """Counts in words, most first; `none` without any."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {name}" for name, count in ranked) or "none"
