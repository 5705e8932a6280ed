from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from sources.decode import charset_of, decode, whole_characters
from warehouse.errors import UnreadableError

ROOT = Path(__file__).parents[2]
META = '<meta charset="windows-1250">'


@pytest.mark.parametrize(
    ("body", "declared", "codec", "text"),
    [
        (b"\xef\xbb\xbf\xc2\xa36.4m", "iso-8859-1", "utf-8-sig", "£6.4m"),
        ("£6.4m".encode("utf-16"), None, "utf-16", "£6.4m"),
        ("£6.4m".encode("utf-32"), None, "utf-32", "£6.4m"),
        ("£6.4m".encode(), None, "utf-8", "£6.4m"),
        ("£6.4m".encode(), "iso-8859-1", "utf-8", "£6.4m"),
        (b"Overtime cost \xa36.4m.", None, "cp1252", "Overtime cost £6.4m."),
        (b"\x93\xa35\x94", "ISO-8859-1", "cp1252", "“£5”"),
        (b"\x93\xa35\x94", "us-ascii", "cp1252", "“£5”"),
        (b"\xa35", "utf-8", "cp1252", "£5"),
        ("Łódź".encode("cp1250"), "windows-1250", "cp1250", "Łódź"),
        ((META + "Łódź").encode("cp1250"), None, "cp1250", META + "Łódź"),
        ((META + "£5").encode(), None, "utf-8", META + "£5"),
        (b"\xa35", "no-such-charset", "cp1252", "£5"),
        (b"\xa35", "zip", "cp1252", "£5"),
        (b"\xa35", "unicode_escape", "cp1252", "£5"),
        (b"\xa35", "utf-7", "cp1252", "£5"),
    ],
)
def test_the_first_rung_that_fits_decodes(
    body: bytes, declared: str | None, codec: str, text: str
) -> None:
    decoded = decode(body, declared)
    assert (decoded.codec, decoded.text, decoded.warnings) == (codec, text, ())
    assert decode(body, decoded.codec).text == text


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("a \ufffd b", "U+FFFD"),
        ("cost \u00c2£5", "twice-encoded"),
        ("â€œquoted", "twice-encoded"),
        ("a\u0093b", "C1"),
    ],
)
def test_damage_done_before_us_is_reported(text: str, warning: str) -> None:
    assert warning in " ".join(decode(text.encode()).warnings)


@pytest.mark.parametrize("body", [b"\xff\xfe\x00\xd8", b"\xef\xbb\xbf\xa3"])
def test_what_its_byte_order_mark_does_not_fit_is_unreadable(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="expected"):
        decode(body)
    assert charset_of(body) == (None, "")


def test_a_page_in_two_encodings_is_read_to_its_end_and_flagged() -> None:
    both = "cost £6m".encode("cp1252") + " “and £7m”".encode()
    decoded = decode(both)
    assert decoded.text.startswith("cost £6m â€œand Â£7mâ€")
    assert decoded.codec == "cp1252"
    assert "as browsers fill it, not UTF-8 from offset 5" in decoded.why
    assert {"C1", "twice-encoded"} <= {word for text in decoded.warnings for word in _words(text)}
    assert decode(both, decoded.codec) == decoded


def _words(text: str) -> list[str]:
    return text.replace("(", " ").replace(")", " ").split()


def test_a_pound_sign_in_three_bytes_is_damage_and_quotes_after_an_accent_are_none() -> None:
    assert decode(b"cost \xe0\x82\xa36m").warnings
    assert not decode("“the ‘café’” cost £6m, café’\xa0said".encode("cp1252")).warnings


def test_utf16_that_is_declared_and_unmarked_is_no_utf8_with_nulls() -> None:
    wide = "<p>It cost £6m</p>".encode("utf-16-le")
    assert decode(wide, "utf-16le").text == "<p>It cost £6m</p>"
    assert decode(b"plain", "utf-16le").text == "plain"


def test_decoding_takes_time_in_proportion_to_the_bytes() -> None:
    began = time.process_time()
    assert len(decode(b"\x81\xa3" * 1_000_000).text) == 2_000_000
    assert time.process_time() - began < 2


def test_no_lone_surrogate_survives() -> None:
    assert decode(b"\xed\xa0\x80\x81").warnings
    assert whole_characters("a\ud800b") == "a\ufffdb"


BOTH = "import sys; sys.modules['chardet'] = {stub}; sys.modules['charset_normalizer'] = {stub}\n"
READ = (
    "from tests.sources.reading import read\n"
    "page = '<html><body><h1>Cash</h1><p>It cost \\u00a36.4m.</p></body></html>'\n"
    "print([ascii(read(page.encode(codec)).text) for codec in ('cp1252', 'utf-8')])"
)


@pytest.mark.parametrize("stub", ["None", "type('Wrong', (), {'detect': lambda b: 'cp932'})"])
def test_a_page_reads_the_same_whatever_guesser_is_installed(stub: str) -> None:
    program = BOTH.format(stub=stub) + READ
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=ROOT
    )
    assert run.stdout.count("\\xa36.4m") == 2
