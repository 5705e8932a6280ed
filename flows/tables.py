"""Tables of a run: what it did, the claims it knows, and the flags with both passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checks.judging.explaining import plain
from flows.report import (
    figure_words,
    place_words,
    speaker_words,
    tally_words,
    verdict_text,
)
from flows.summary import Move, RunSummary
from flows.terminal import shown
from warehouse.publish import EditionReader
from warehouse.records import Check, Claim, Document, Entry
from warehouse.standing import Standing

QUOTE_LENGTH = 90


def run_report(summary: RunSummary) -> RenderableType:
    """Counts in, read, skipped and why; what was judged; what is published now."""
    run, counts = summary.run, summary.edition.counts
    read = f"{run.inputs:,} in, {run.read:,} read, {run.skipped:,} skipped"
    lines = [shown(f"{read} ({tally_words(summary.outcomes)})")] if run.inputs else []
    lines.append(shown(f"{run.checks:,} checks made ({tally_words(summary.verdicts)})"))
    if run.status == "failed":
        lines.append(shown(f"The run failed: {run.detail}.", "red"))
    skipped = (
        *((one, "red") for one in summary.failed),
        *((one, "yellow") for one in summary.doubted),
    )
    lines += [shown(f"  {fetch.outcome}: {fetch.reason}", style) for fetch, style in skipped]
    kept = ", ".join(f"{counts[name]:,} {name}" for name in ("documents", "claims", "checks"))
    lines.append(shown(f"Edition {summary.edition.version}: {kept}, {counts['notices']:,} notices"))
    return Group(*lines)


def moves_table(moved: list[Move], claims: Mapping[str, Claim]) -> RenderableType:
    """Which verdicts moved in a recheck."""
    if not moved:
        return shown("No verdict moved.")
    table = Table("claim", "before", "now", box=None, padding=(0, 2, 0, 0))
    for move in moved:
        table.add_row(
            shown(cut(claims[move.claim].span.exact)),
            shown(move.before or "not checked"),
            shown(move.after or "not checked"),
        )
    return table


def returned_table(returned: Sequence[tuple[Check, Standing]]) -> RenderableType:
    """The cases whose ruling stands no more, with what was ruled and what is shown now."""
    words = (
        "Rulings that stand no more, because something else is shown now: return to these cases."
    )
    table = Table("case", "shown then", "now", "ruling", box=None, padding=(0, 2, 0, 0))
    for check, standing in returned:
        if standing.ruling:
            then = standing.ruling.decision.shown.verdict
            cells = (check.case_key, plain(then), plain(check.verdict))
            table.add_row(*map(shown, cells), shown(ruling_words(standing.ruling)))
    return Group(shown(words), table)


def entry_block(entry: Entry, before: Standing) -> RenderableType:
    """An entry of the ledger: who ruled what, on which evidence, and what was ruled before."""
    seen = entry.decision.shown
    rules = f"rules {seen.rules_version}, edition {seen.edition}"
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("case", shown(entry.decision.case))
    grid.add_row("claim", shown(f"“{cut(seen.claim.words)}”"))
    if seen.finding:
        grid.add_row("finding", shown(f"“{cut(seen.finding.words)}”"))
    grid.add_row("machine", shown(f"{plain(seen.verdict)} ({rules})"))
    if before.ruling:
        grid.add_row("before", shown(f"{before.state}: {ruling_words(before.ruling)}"))
    grid.add_row("hash", shown(entry.hash))
    heading = shown(f"Entry {entry.seq}: {ruling_words(entry)}", "bold")
    return Group(heading, Padding(grid, (0, 0, 0, 2)))


def ruling_words(entry: Entry) -> str:
    """Ruling, reason, person, time, note."""
    decision = entry.decision
    what = plain(decision.ruling or decision.what)
    reason = f" ({plain(decision.reason)})" if decision.reason else ""
    note = f": “{cut(decision.note)}”" if decision.note else ""
    return f"{what}{reason} by {decision.by}, {decision.at:%Y-%m-%d %H:%M} UTC{note}"


def claims_table(edition: EditionReader) -> RenderableType:
    """Every claim that is judged, with its figure and its verdicts."""
    verdicts: dict[str, list[str]] = {}
    for check in edition.checks():
        verdicts.setdefault(check.claim, []).append(check.verdict)
    table = Table("who", "words", "figure", "verdict", box=None, padding=(0, 2, 0, 0))
    for claim in edition.claims(verdicts):
        seen = sorted(set(verdicts[claim.id]))
        table.add_row(
            shown(claim.claimant_id or claim.claimant),
            shown(cut(claim.span.exact)),
            shown(figure_words(claim)),
            shown(", ".join(plain(name) for name in seen)),
        )
    return table


def flag_blocks(edition: EditionReader) -> Iterator[RenderableType]:
    """Each flag: the claim's words, the finding's words, where both stand, and why."""
    flags = [check for check in edition.checks() if check.is_flag]
    named = {id_ for check in flags for id_ in (check.claim, check.finding) if id_}
    claims = {claim.id: claim for claim in edition.claims(named)}
    documents = {document.id: document for document in edition.documents()}
    for check in flags:
        yield _flag_block(check, claims, documents)
    for notice in edition.notices():
        title = documents[notice.document].title
        words = shown(f"{title}: {notice.detail} {notice.why}")
        yield Group(Text("\n"), shown(notice.kind, "yellow"), Padding(words, (0, 0, 0, 2)))


def _flag_block(
    check: Check, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, id_ in (("claim", check.claim), ("finding", check.finding)):
        if id_:
            claim = claims[id_]
            grid.add_row(label, shown(f"“{claim.span.exact}”"))
            place = place_words(claim, documents[claim.document])
            grid.add_row("", shown(f"{speaker_words(claim)}; {place}", "dim"))
    grid.add_row("why", shown(check.why))
    return Group(Text("\n") + verdict_text(check), Padding(grid, (0, 0, 0, 2)))


def cut(words: str) -> str:
    """Words for a cell of a table."""
    flat = " ".join(words.split())
    return flat if len(flat) <= QUOTE_LENGTH else f"{flat[: QUOTE_LENGTH - 1].rstrip()}…"
