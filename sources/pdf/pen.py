"""A pen that moves over a PDF's page and puts down runs of text, by ISO 32000-1, 9.4."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from pypdf.generic._font import Font

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MOST_RUNS: Final = 200_000
INVISIBLE: Final = 3
"""Text rendering mode of the words that lie, unseen, over a scanned page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words shown by one operation, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The graphics state, as far as it moves text."""

    ctm: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    between: float = 0.0
    between_words: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: float = 0.0


@dataclass(slots=True)
class Pen:
    """Where an interpreter stands in a content stream."""

    state: State = State()
    saved: list[State] = field(default_factory=list)
    line: Matrix = IDENTITY
    text: Matrix = IDENTITY
    runs: list[Run] = field(default_factory=list)

    def move(self, across: float, up: float) -> None:
        self.line = self.text = times((1.0, 0.0, 0.0, 1.0, across, up), self.line)

    def show(self, shown: bytes) -> None:
        """Put a run down and move behind it."""
        font = self.state.font
        if font is None or len(self.runs) >= MOST_RUNS:
            return
        text, width = words_of(font, shown)
        spaces = text.count(" ") * self.state.between_words
        across = width * self.state.size / 1000 + len(text) * self.state.between + spaces
        start = times(self.text, self.state.ctm)
        self.text = times((1.0, 0.0, 0.0, 1.0, across * self.state.scale, 0.0), self.text)
        end = times(self.text, self.state.ctm)
        size = self.state.size * math.hypot(start[2], start[3])
        is_level = abs(start[1]) <= abs(start[0]) / 10 and start[0] > 0
        if text.strip() and size > 0 and is_level and self.state.mode != INVISIBLE:
            base = start[5] + self.state.rise * start[3]
            run = Run(
                text=text,
                left=start[4],
                right=end[4],
                base=base,
                size=size,
                is_bold="bold" in font.name.lower(),
            )
            self.runs.append(run)

    def skip(self, thousandths: float) -> None:
        across = -thousandths / 1000 * self.state.size * self.state.scale
        self.text = times((1.0, 0.0, 0.0, 1.0, across, 0.0), self.text)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The transformation that applies one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def words_of(font: Font, shown: bytes) -> tuple[str, float]:
    """The characters that codes stand for, and their width in thousandths of the size."""
    if isinstance(font.encoding, str):
        codes = shown.decode(font.encoding, "surrogatepass" if len(shown) % 2 == 0 else "replace")
        named = codes
    else:
        codes = "".join(map(chr, shown))
        named = "".join(font.encoding.get(byte, chr(byte)) for byte in shown)
    text = "".join(str(font.character_map.get(code, code)) for code in named)
    width = sum(
        font.space_width if code == font.space_char else font.get_text_width(code) for code in codes
    )
    return text, width
