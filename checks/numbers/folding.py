"""Text as a scraper left it, folded to the characters that the grammar knows, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# What a British page holds beside ASCII; each is one character before and after.
_PUNCTUATION: Final = str.maketrans("‘’‛′“”„″–—―‒·", "''''\"\"\"\"––––.")
# Most sentences beyond ASCII are so by a pound sign alone.
_FOREIGN: Final = re.compile(r"[^\x00-\x7f£€éèóáñ]")
_STRANGE: Final = re.compile(r"[^\x00-\x7f£€‘’“”–—éèóáñ]")
_MORE: Final = {"‐": "-", "‑": "-", "−": "-", "٪": "%", "٫": ".", "٬": ",", "﹣": "-", "⁄": "/"}
# How the character before is to be drawn; a keycap is a digit on a key.
_DRAWN: Final = re.compile("[\ufe00-\ufe0f\u20e3\U000e0100-\U000e01ef]")
VULGAR: Final = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒"

# A no-break or thin space inside a number stands for the comma.
_SPACED_THOUSANDS: Final = re.compile(
    "(?<![0-9.,])[1-9][0-9]{0,2}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])"
)
_THIN: Final = str.maketrans("\u00a0\u2009\u202f", ",,,")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `source` holds the original offset of each of its characters, None if equal."""

    text: str
    source: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original text that `text[start:end]` was made of."""
        if self.source is None:
            return start, end
        return self.source[start], self.source[end - 1] + 1


def fold(text: str) -> Folded:
    """NFKC character by character, plain quotes, dashes and decimal digits, no invisible marks.

    Superscripts, circled digits and the like are footnote marks, not digits: they become spaces.
    """
    if text.isascii() or not _FOREIGN.search(text):
        return Folded(text)
    if not _STRANGE.search(text):
        return Folded(text.translate(_PUNCTUATION))
    joined = _SPACED_THOUSANDS.sub(lambda match: match[0].translate(_THIN), text)
    pieces: list[str] = []
    source: list[int] = []
    for offset, character in enumerate(joined):
        piece = _folded_character(character)
        pieces.append(piece)
        source.extend([offset] * len(piece))
    return Folded("".join(pieces), tuple(source))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character.isascii() or character in VULGAR:
        return character
    category = unicodedata.category(character)
    if category == "Cf" or _DRAWN.match(character):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"No", "Zs"}:
        return " "
    plain = _MORE.get(character, character).translate(_PUNCTUATION)
    return unicodedata.normalize("NFKC", plain)
