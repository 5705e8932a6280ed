"""What bytes are, by their first bytes before anybody's label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sources.decode import BOMS, is_pdf
from warehouse.errors import UnreadableError

MAX_BYTES: Final = 25_000_000
EXPECTED: Final = "an HTML page, a PDF or plain text"
SIGNATURES: Final = (
    (b"PK\x03\x04", "a zip archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or video)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
# A label that says nothing ("") or is known to be wrong as often as right decides nothing.
HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
OPEN_TYPES: Final = frozenset(
    {"", "text/plain", "application/octet-stream", "binary/octet-stream", "application/pdf",
     "text/markdown", "application/x-unknown", "unknown/unknown"}
)  # fmt: skip
OPENS_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
OTHER_MARKUP: Final = re.compile(
    rb"\s*(?:<\?xml|<rss|<feed|<svg|<urlset|\{\s*\"|\[\s*\{)", re.IGNORECASE
)
PDF: Final = "application/pdf"
FEW_CONTROLS: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """HTML, PDF or plain text, and a warning where the label said something else."""

    is_html: bool
    is_pdf: bool = False
    warnings: tuple[str, ...] = ()


def media_of(body: bytes, media_type: str, place: str, charset: str | None = None) -> Media:
    """HTML, PDF or text; `charset` decodes the bytes, if they are text.

    UnreadableError for empty, oversized, binary and unknown bytes.
    """
    _refuse_size(body, place)
    start = body[:4096]
    if is_pdf(body):
        return _pdf(media_type)
    for signature, what in SIGNATURES:
        if start.startswith(signature):
            raise UnreadableError(place, EXPECTED, what)
    is_wide = (charset or "").startswith(("utf-16", "utf-32"))
    is_wide = is_wide or any(body.startswith(mark) for mark, _ in BOMS)
    if not is_wide and (b"\0" in body or _controls(start) > FEW_CONTROLS):
        raise UnreadableError(place, EXPECTED, "binary data")
    return _by_label(start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"), media_type, place)


def _pdf(media_type: str) -> Media:
    label = _label(media_type)
    is_right = label in OPEN_TYPES - {"text/plain", "text/markdown"} or "pdf" in label
    warnings = () if is_right else (f"labelled {label}, read as the PDF that it is",)
    return Media(is_html=False, is_pdf=True, warnings=warnings)


def _label(media_type: str) -> str:
    return media_type.split(";", maxsplit=1)[0].strip().lower()


def _refuse_size(body: bytes, place: str) -> None:
    if not body.strip():
        raise UnreadableError(place, EXPECTED, "no bytes" if not body else "blanks only")
    if len(body) > MAX_BYTES:
        raise UnreadableError(place, f"at most {MAX_BYTES // 10**6} MB", f"{len(body)} bytes")


def _controls(start: bytes) -> float:
    controls = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in start)  # noqa: PLR2004
    return controls / len(start)


def _by_label(start: bytes, media_type: str, place: str) -> Media:
    label = _label(media_type)
    is_html = OPENS_HTML.match(start) is not None
    if label in HTML_TYPES:
        if not is_html and OTHER_MARKUP.match(start):
            raise UnreadableError(place, EXPECTED, f"{label} that begins {start[:40]!r}")
        return Media(is_html=True)
    is_other = label == PDF or OTHER_MARKUP.match(start) is not None
    if not is_html and (label not in OPEN_TYPES or is_other):
        raise UnreadableError(place, EXPECTED, f"{label or 'data'} that begins {start[:40]!r}")
    mislabelled = is_html and label not in {"", "application/octet-stream"}
    warning = f"labelled {label}, read as the HTML that it is"
    return Media(is_html=is_html, warnings=(warning,) if mislabelled else ())
