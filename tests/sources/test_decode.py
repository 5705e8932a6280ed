from __future__ import annotations

import subprocess
import sys

import pytest

from sources.decode import charset_of, decode, whole_characters
from warehouse.errors import UnreadableError

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


@pytest.mark.parametrize("body", [b"a\x9d\xff", b"\xff\xfe\x00\xd8", b"\xef\xbb\xbf\xa3"])
def test_what_no_rung_decodes_is_unreadable(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="expected"):
        decode(body)
    assert charset_of(body) == (None, "")


def test_no_lone_surrogate_survives() -> None:
    with pytest.raises(UnreadableError):
        decode(b"\xed\xa0\x80\x81")
    assert whole_characters("a\ud800b") == "a\ufffdb"


def test_the_text_is_the_same_with_and_without_a_guesser_installed() -> None:
    program = (
        "import sys; sys.modules['chardet'] = None\n"
        "from sources.decode import decode; print(ascii(decode(b'cost \\xa36.4m').text))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert run.stdout.strip() == ascii(decode(b"cost \xa36.4m").text).encode()
