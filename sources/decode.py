"""Bytes to text by a fixed ladder, never by statistics.

Byte order mark; strict UTF-8; the declared charset, strictly; windows-1252; and that again with its
five gaps filled as browsers fill them, which is always flagged. Guessers read a short
`£6.4m` in windows-1252 as Japanese, and what they answer depends on what else is installed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from warehouse.errors import UnreadableError

BOMS: Final = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CP1252: Final = "cp1252"
# Browsers read the five bytes to which windows-1252 gives no character as control characters.
BROWSERS_CP1252: Final = "".join(
    byte.decode("latin-1" if byte in {b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"} else CP1252)
    for byte in (bytes([number]) for number in range(256))
)
READ_AS_CP1252: Final = frozenset({"ascii", "iso8859-1", "cp1252"})
# Only codecs that map bytes to characters: Python's registry also holds "zip" and "idna".
MAY_BE_DECLARED: Final = READ_AS_CP1252 | frozenset(
    ("utf-8 utf-16 utf-16-le utf-16-be mac-roman koi8-r koi8-u big5 gbk gb2312 gb18030 "
     "shift_jis cp932 euc_jp iso2022_jp euc_kr cp949 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 "
     "cp1257 cp1258 " + " ".join(f"iso8859-{part}" for part in range(2, 17))).split()
)  # fmt: skip
META_CHARSET: Final = re.compile(
    rb"<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
META_WITHIN: Final = 4096
PDF_WITHIN: Final = 1024
# What three bytes of UTF-8 become in windows-1252; quotation marks after é are no such thing.
SECOND: Final = "\u00a1-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
THREE: Final = f"[\u00e0-\u00ef][{SECOND}][\u00a1-\u00bf]"
MOJIBAKE: Final = re.compile(
    "\u00c2[\u00a3\u00a0\u00a9\u00ae]|\u00e2\u20ac|\u00c3[\u00a0-\u00bf]|" + THREE
)
C1_CONTROL: Final = re.compile("[\u0080-\u009f]")
SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, the codec that read it, the rung that chose the codec, and what looks wrong."""

    text: str
    codec: str
    why: str
    warnings: tuple[str, ...] = ()


def decode(body: bytes, declared: str | None = None, place: str = "page") -> Decoded:
    """Text of a body whose header declared a charset (or None); UnreadableError when what its
    byte order mark says does not fit.

    `Decoded.codec`, given back as `declared`, decodes the same bytes to the same text.
    """
    for mark, codec in BOMS:
        if body.startswith(mark):
            return _by_mark(body, codec, place)
    for codec, why in _rungs(body, declared):
        text = _strictly(body, codec)
        if text is not None:
            return Decoded(text=text, codec=codec, why=why, warnings=_suspicious(text))
    text, _ = codecs.charmap_decode(body, "strict", BROWSERS_CP1252)
    why = f"windows-1252 as browsers fill it, {_first_bad(body)}"
    return Decoded(text=text, codec=CP1252, why=why, warnings=_suspicious(text))


def is_pdf(body: bytes) -> bool:
    """Whether the bytes are a PDF: its mark may stand behind junk, but not inside markup."""
    before, mark, _ = body[:PDF_WITHIN].partition(b"%PDF-")
    return bool(mark) and b"<" not in before


def charset_of(body: bytes, declared: str | None = None) -> tuple[str | None, str]:
    """Codec and rung for a snapshot's record; (None, "") when the body is no text."""
    if is_pdf(body):
        return None, ""
    try:
        decoded = decode(body, declared)
    except UnreadableError:
        return None, ""
    return decoded.codec, decoded.why


def whole_characters(text: str) -> str:
    """The text with U+FFFD for each half of a character, which no store and no file accepts."""
    return SURROGATE.sub("\ufffd", text)


def _by_mark(body: bytes, codec: str, place: str) -> Decoded:
    text = _strictly(body, codec)
    if text is None:
        raise UnreadableError(place, f"{codec}, as its byte order mark says", "other bytes")
    return Decoded(text=text, codec=codec, why="byte order mark", warnings=_suspicious(text))


def _rungs(body: bytes, declared: str | None) -> list[tuple[str, str]]:
    rungs = [("utf-8", "valid UTF-8")]
    if codec := _known(declared):
        # Plain letters in UTF-16 are valid UTF-8 as well, with a null between each two.
        first = 0 if codec.startswith("utf-16") and b"\0" in body[:META_WITHIN] else 1
        rungs.insert(first, (codec, "declared in the header"))
    found = META_CHARSET.search(body[:META_WITHIN])
    # A page that could be read far enough to find its meta element is no UTF-16.
    if found and (codec := _known(found[1].decode("ascii"))) and not codec.startswith("utf-16"):
        rungs.append((codec, "declared in the page"))
    return [*rungs, (CP1252, "windows-1252, the last resort")]


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return None
    if name not in MAY_BE_DECLARED:
        return None
    # What browsers do: pages labelled latin-1 or ascii hold windows-1252 quotation marks.
    return CP1252 if name in READ_AS_CP1252 else name


def _strictly(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        return None


def _first_bad(body: bytes) -> str:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 from offset {error.start} on"
    return "UTF-8"


def _suspicious(text: str) -> tuple[str, ...]:
    found = []
    if "\ufffd" in text:
        found.append(f"{text.count(chr(0xFFFD))} characters were lost before we read it (U+FFFD)")
    if C1_CONTROL.search(text):
        found.append("control characters (C1) where letters are expected: wrong charset?")
    if seen := MOJIBAKE.search(text):
        found.append(f"twice-encoded text such as {seen[0]!r}: figures may be damaged")
    return tuple(found)
