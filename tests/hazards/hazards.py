"""All hazards, in the order of their themes."""

from __future__ import annotations

from typing import Final

from tests.hazards import (
    charsets,
    compression,
    files,
    framing,
    headers,
    markup,
    redirects,
    robots,
    soft,
    statuses,
    timing,
)
from tests.hazards.table import BLOCKED, BROKEN, Hazard, html, sends

TLS: Final = (
    Hazard(
        name="tls-to-a-plain-port",
        answer=sends(html()),
        scheme="https",
        outcomes=BLOCKED | BROKEN,
        why="the greeting is answered in the wrong language",
    ),
)

HAZARDS: Final = (
    *timing.HAZARDS,
    *framing.HAZARDS,
    *compression.HAZARDS,
    *statuses.HAZARDS,
    *redirects.HAZARDS,
    *headers.HAZARDS,
    *robots.HAZARDS,
    *charsets.HAZARDS,
    *soft.HAZARDS,
    *markup.HAZARDS,
    *files.HAZARDS,
    *TLS,
)
