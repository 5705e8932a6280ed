"""What `sources test` prints."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.table import Table

from flows.probing import Probe, probe
from flows.settings import load_settings
from flows.terminal import emit, shown
from warehouse.formats import json_text


def show_probe(what: str, *, as_json: bool) -> bool:
    """Print what came of the page that a name or an address stands for; True for evidence."""
    seen = probe(what, load_settings())
    if as_json:
        sys.stdout.write(json_text(probe_row(seen)) + "\n")
    else:
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for name, words in _lines(seen):
            table.add_row(name, shown(words))
        emit(table)
    return seen.outcome in {"ok", "retry_then_ok"}


def probe_row(seen: Probe) -> dict[str, Any]:
    """The probe as an object of JSON."""
    snapshot = seen.fetched.snapshot if seen.fetched else None
    return {
        "source": seen.source,
        "url": seen.url,
        "outcome": seen.outcome,
        "reason": seen.reason or None,
        "agent": seen.agent,
        "attempts": seen.attempts,
        "seconds": seen.seconds,
        "hops": [asdict(hop) for hop in seen.hops],
        "final_url": snapshot.final_url if snapshot else None,
        "media_type": snapshot.media_type if snapshot else None,
        "codec": snapshot.charset if snapshot else None,
        "codec_why": snapshot.charset_why if snapshot else None,
        "bytes": snapshot.size if snapshot else None,
        "expected": seen.expected,
        "saw": seen.saw,
        "warnings": list(seen.warnings),
    }


def _lines(seen: Probe) -> Iterator[tuple[str, str]]:
    yield "source", seen.source
    yield "asked", f"{seen.url} as {seen.agent}"
    for hop in seen.hops:
        yield "robots", hop.rule
        yield "hop", f"{hop.status} from {hop.address}: {hop.url}"
    if seen.fetched:
        snapshot = seen.fetched.snapshot
        yield "served", f"{snapshot.size:,} bytes labelled {snapshot.media_type or 'nothing'}"
        yield "codec", f"{snapshot.charset or 'none'} ({snapshot.charset_why or 'no text'})"
    yield "expected", seen.expected
    for name, words in seen.saw.items():
        for line in words.split("\n"):
            yield f"saw {name}", line
    for warning in seen.warnings:
        yield "warning", warning
    tries = "1 try" if seen.attempts == 1 else f"{seen.attempts} tries"
    reason = f": {seen.reason}" if seen.reason else ""
    yield "outcome", f"{seen.outcome} after {tries} and {seen.seconds:.1f} s{reason}"
