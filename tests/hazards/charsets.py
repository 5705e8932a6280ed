"""Bytes whose characters are not what the label says: a pound sign is a figure's unit."""

from __future__ import annotations

import codecs
from typing import Final

from tests.hazards.table import (
    CAREFUL,
    DOUBTED,
    FACT,
    FLAGGED,
    OK,
    Hazard,
    html,
    sends,
)

PLAIN: Final = "text/html"
CURLY: Final = f"“We know what we paid,” a spokesman said. {FACT}"
LATIN: Final = "text/html; charset=iso-8859-1"
UTF8: Final = "text/html; charset=utf-8"


def _meta(charset: str, words: str = FACT) -> str:
    return html(words, head=f'<meta charset="{charset}">')


def _old_meta(charset: str) -> str:
    content = f"text/html; charset={charset}"
    return html(head=f'<meta http-equiv="Content-Type" content="{content}">')


def _broken(found: str, instead: str) -> str:
    return html(FACT.replace(found, instead))


RIGHT: Final = (
    ("windows-1252-unsaid", html().encode("cp1252"), PLAIN),
    ("windows-1252-with-quotes-unsaid", html(CURLY).encode("cp1252"), PLAIN),
    ("windows-1252-said-utf-8", html().encode("cp1252"), UTF8),
    ("windows-1252-said-latin-1", html(CURLY).encode("cp1252"), LATIN),
    ("windows-1252-said-ascii", html(CURLY).encode("cp1252"), "text/html; charset=us-ascii"),
    ("utf-8-unsaid", html(CURLY).encode(), PLAIN),
    ("utf-8-said-latin-1", html(CURLY).encode(), LATIN),
    ("utf-8-said-windows-1251", html(CURLY).encode(), "text/html; charset=windows-1251"),
    ("utf-8-with-mark-said-latin-1", codecs.BOM_UTF8 + html().encode(), LATIN),
    ("utf-8-meta-says-latin-1", _meta("iso-8859-1").encode(), UTF8),
    ("utf-8-meta-says-utf-16", _meta("utf-16").encode(), PLAIN),
    ("latin-1-header-says-utf-8-meta-says-so", _old_meta("iso-8859-1").encode("cp1252"), UTF8),
    ("windows-1252-meta-late", html(head="<!--" + "x" * 5000 + "-->").encode("cp1252"), PLAIN),
    ("utf-16-with-mark", html().encode("utf-16"), PLAIN),
    ("utf-16-with-mark-said-utf-8", html().encode("utf-16"), UTF8),
    ("utf-32-with-mark", html().encode("utf-32"), PLAIN),
    ("charset-unknown", html().encode(), "text/html; charset=x-press"),
    ("charset-a-codec-for-files", html().encode("cp1252"), "text/html; charset=zip"),
    ("charset-an-old-trick", html().encode("cp1252"), "text/html; charset=utf-7"),
    ("charset-in-quotes", html().encode(), "text/html; charset='utf-8'"),
    ("charset-said-twice", html().encode(), "text/html; charset=utf-16; charset=utf-8"),
    ("charset-of-forty-kilobytes", html().encode(), f"text/html; charset={'u' * 40_000}"),
    ("charset-with-nul", html().encode(), "text/html; charset=utf\0-8"),
    ("pound-as-entity", _broken("£", "&pound;").encode("ascii"), PLAIN),
    ("pound-as-number", _broken("£", "&#xA3;").encode("ascii"), PLAIN),
    ("pound-as-number-of-windows", _broken("£", "&#163;").encode("ascii"), PLAIN),
    ("pound-in-full-width", _broken("£", "￡").encode(), UTF8),
    ("mac-roman-said", html().encode("mac-roman"), "text/html; charset=macintosh"),
)
LOST: Final = (
    ("mojibake", _broken("£", "Â£").encode(), "twice encoded: is it pounds at all?"),
    ("mojibake-of-quotes", html("â€œ" + FACT).encode(), "what else was damaged nobody knows"),
    ("replacement-character", _broken("£", "\ufffd").encode(), "lost before we read it"),
    ("c1-control", _broken("£", "\u0092£").encode(), "another charset"),
    ("cut-within-a-character", html().encode() + b"\xe2\x82", "the last bytes are half a sign"),
)

HAZARDS: Final = (
    *(
        Hazard(name=f"charset-{name}", answer=sends(body, media=media), outcomes=OK,
               why="one way out of the ladder, the same whatever guessers are installed")
        for name, body, media in RIGHT
    ),
    *(
        Hazard(name=f"charset-{name}", answer=sends(body), outcomes=FLAGGED, why=why)
        for name, body, why in LOST[:4]
    ),
    *(
        Hazard(name=f"charset-{name}", answer=sends(body), outcomes=DOUBTED, why=why)
        for name, body, why in LOST[4:]
    ),
    Hazard(
        name="charset-two-on-one-page",
        answer=sends(html("“Well.” ").encode() + FACT.encode("cp1252")),
        outcomes=DOUBTED,
        why="one codec for both makes one of them wrong",
    ),
    Hazard(
        name="charset-utf-16-without-mark",
        answer=sends(html().encode("utf-16-le"), media="text/html; charset=utf-16le"),
        outcomes=CAREFUL,
        why="every second byte is NUL",
    ),
    Hazard(
        name="charset-half-a-pair",
        answer=sends(html().encode() + b"<p>\xed\xa0\xbd</p>"),
        outcomes=DOUBTED,
        why="half a surrogate pair: no UTF-8, and no store takes it",
    ),
    Hazard(
        name="charset-pound-overlong",
        answer=sends(html().encode().replace("£".encode(), b"\xe0\x82\xa3")),
        outcomes=CAREFUL,
        why="three bytes where two are right",
    ),
)  # fmt: skip
