"""Other kinds of files than pages, under right and wrong labels; PDF files made by hand."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Final

from tests.hazards.server import HTML
from tests.hazards.table import (
    CAREFUL,
    DECOY,
    DOUBTED,
    FACT,
    OK,
    REJECTED,
    Hazard,
    html,
    sends,
)

PDF: Final = "application/pdf"
CATALOGUE: Final = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT: Final = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
BLANKS: Final = 64 << 20


def _stream(data: bytes, *entries: bytes) -> bytes:
    head = b" ".join([b"<< /Length %d" % len(data), *entries, b">>"])
    return head + b"\nstream\n" + data + b"\nendstream"


def _shown(*lines: str) -> bytes:
    """Page content that sets the lines one below the other."""
    parts = [b"BT /F1 12 Tf 72 760 Td 16 TL"]
    for line in lines:
        text = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(")
        parts.append(b"(" + text.replace(b")", rb"\)") + b") Tj T*")
    return b"\n".join([*parts, b"ET"])


def _page(content: int = 4) -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>" % content
    )


OBJECTS: Final = {
    1: CATALOGUE,
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: _page(),
    4: _stream(_shown("What the fleet cost", "", FACT)),
    5: FONT,
}


def _file(objects: Mapping[int, bytes] = OBJECTS, trailer: bytes = b"") -> bytes:
    """A PDF file of these objects, with its table of where each begins."""
    data, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(data)
    size = max(objects) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        state = b"n" if number in places else b"f"
        data += b"%010d 00000 %s \n" % (places.get(number, 0), state)
    head = b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (size, trailer)
    return data + head + b"startxref\n%d\n%%%%EOF\n" % table


def _with(**changed: bytes) -> bytes:
    """The good file with objects replaced, named o1 to o9."""
    return _file({**OBJECTS, **{int(name[1:]): body for name, body in changed.items()}})


GOOD: Final = _file()
PACKED: Final = zlib.compress(_shown("What the fleet cost", "", FACT))
BOMB: Final = zlib.compress(bytes(BLANKS), 9)
LOCKED: Final = _file(
    {
        **OBJECTS,
        6: b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"5a" * 32
        + b"> /U <"
        + b"a5" * 32
        + b"> >>",
    },
    b"/Encrypt 6 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
)
NESTED: Final = b"[" * 50_000 + b"]" * 50_000
MANY_KIDS: Final = b" ".join([b"3 0 R"] * 200_000)
NO_TABLE: Final = GOOD.replace(b"startxref", b"startxxxx")

PDFS: Final = (
    ("plain", GOOD, OK, "a report as most forces publish it"),
    ("packed", _with(o4=_stream(PACKED, b"/Filter /FlateDecode")), OK, "the usual form"),
    ("cut", GOOD[: len(GOOD) // 2], DOUBTED, "the half of a file"),
    ("cut-at-the-table", GOOD[: GOOD.index(b"xref\n0")], CAREFUL, "all pages, and no table"),
    ("garbage", b"%PDF-1.7\n" + bytes(range(256)) * 40, REJECTED, "a first line and noise"),
    ("first-line-alone", b"%PDF-1.7\n", REJECTED, "nothing after its name"),
    ("without-table", NO_TABLE, CAREFUL, "to be pieced together, or left"),
    ("table-leads-astray", GOOD.replace(b"startxref\n", b"startxref\n9"), CAREFUL, "the same"),
    ("locked", LOCKED, REJECTED, "nobody has the password"),
    ("bomb", _with(o4=_stream(BOMB, b"/Filter /FlateDecode")), DOUBTED, "64 MiB out of 64 kB"),
    (
        "bomb-in-bomb",
        _with(o4=_stream(zlib.compress(BOMB), b"/Filter [/FlateDecode /FlateDecode]")),
        DOUBTED,
        "the same, in less",
    ),
    ("pages-in-a-ring", _with(o2=b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), DOUBTED, "a ring"),
    (
        "tables-in-a-ring",
        GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % GOOD.index(b"xref\n0")),
        CAREFUL,
        "each table names itself as the one before",
    ),
    (
        "page-shown-for-ever",
        _with(o2=b"<< /Type /Pages /Kids [" + MANY_KIDS + b"] /Count 200000 >>"),
        DOUBTED,
        "200,000 times one page",
    ),
    (
        "pages-announced",
        _with(o2=b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>"),
        CAREFUL,
        "a count is a claim",
    ),
    ("nested-arrays", _with(o6=NESTED), CAREFUL, "recursion"),
    ("nested-in-the-page", _with(o3=_page().replace(b"[0 0", NESTED + b" [0 0")), CAREFUL, "more"),
    ("without-text", _with(o4=_stream(b"0 0 m 9 9 l S")), DOUBTED, "a scan: a picture of words"),
    ("without-pages", _with(o2=b"<< /Type /Pages /Kids [] /Count 0 >>"), DOUBTED, "an empty file"),
    (
        "form-in-itself",
        _with(
            o3=_page().replace(b"/Font <<", b"/XObject << /X 6 0 R >> /Font <<"),
            o4=_stream(b"/X Do"),
            o6=_stream(
                b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
                b" /Resources << /XObject << /X 6 0 R >> >>"
            ),
        ),
        DOUBTED,
        "a drawing that holds itself",
    ),
    (
        "length-too-large",
        _with(o4=_stream(_shown(FACT)).replace(b"/Length ", b"/Length 9999999")),
        CAREFUL,
        "a length is a claim",
    ),
    (
        "script-and-file",
        _file({**OBJECTS, 1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript"
               b" /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [] >> >> >>"}),
        CAREFUL,
        "nothing in it is run",
    ),
)  # fmt: skip

ERROR_PAGE: Final = html("The service is unavailable.", "Error")
LABELS: Final = (
    ("pdf-said-html", GOOD, HTML, OK, "the first bytes say what it is"),
    ("pdf-said-nothing", GOOD, None, OK, "the same"),
    ("pdf-said-octets", GOOD, "application/octet-stream", OK, "the same"),
    ("pdf-behind-blanks", b"\n" * 500 + GOOD, PDF, CAREFUL, "within the first kilobyte"),
    ("page-said-pdf", html().encode(), PDF, CAREFUL, "the page itself, under a wrong label"),
    ("error-page-said-pdf", ERROR_PAGE.encode(), PDF, REJECTED, "no report, and no evidence"),
    ("words-said-pdf", b"Not available at present.", PDF, DOUBTED, "a line of text for a report"),
    ("page-said-text", html().encode(), "text/plain", CAREFUL, "shown as source by browsers"),
    ("text-said-html", FACT.encode(), HTML, CAREFUL, "no markup in it"),
)
BINARY: Final = (
    ("archive", b"PK\x03\x04" + bytes(range(200)), "a zip archive, or a letter by Word"),
    ("old-letter", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a letter by old Word"),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "a picture"),
    ("photograph", b"\xff\xd8\xff\xe0" + bytes(range(200)), "a photograph"),
    ("rich-text", b"{\\rtf1 " + DECOY.encode("cp1252") + b"}", "text between commands"),
    ("database", b"SQLite format 3\0" + bytes(500), "a database"),
    ("program", b"\x7fELF" + bytes(500), "a program"),
    ("noise", bytes(range(256)) * 30 + DECOY.encode(), "noise with a claim in it"),
    ("nul-bytes-only", bytes(5000), "nothing at all, at length"),
)

HAZARDS: Final = (
    *(
        Hazard(name=f"pdf-{name}", answer=sends(body, media=PDF), outcomes=outcomes, why=why)
        for name, body, outcomes, why in PDFS
    ),
    *(
        Hazard(name=name, answer=sends(body, media=media), outcomes=outcomes, why=why)
        for name, body, media, outcomes, why in LABELS
    ),
    *(
        Hazard(name=f"file-{name}", answer=sends(body), outcomes=REJECTED, why=why)
        for name, body, why in BINARY
    ),
)
