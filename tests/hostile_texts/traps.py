"""Texts made to cost time: what a pattern would try again and again, and pages full of numbers."""

from __future__ import annotations

from typing import Final

from tests.hostile_texts.table import HostileText, made

REPEATED: Final = {
    "digit": ("9", 100_000),
    "digit-and-comma": ("1,", 50_000),
    "digit-and-point": ("1.", 50_000),
    "digit-and-hyphen": ("1-", 30_000),
    "digit-and-blank": ("1 ", 5_000),
    "digit-and-slash": ("1/", 30_000),
    "sign": ("£", 50_000),
    "sign-and-blank": ("£ ", 50_000),
    "amount": ("£1m, ", 10_000),
    "range": ("£1 to ", 5_000),
    "between": ("between 1 and ", 5_000),
    "comparison": ("more than ", 10_000),
    "number-word": ("one hundred and ", 5_000),
    "scale": ("million ", 10_000),
    "share": ("per cent ", 10_000),
    "fraction": ("one in ", 10_000),
    "and": ("and 5 ", 5_000),
    "financial-year": ("in 2023/24 ", 5_000),
    "day": ("1 May 2024, ", 5_000),
    "month": ("May ", 20_000),
    "of-the": ("of the ", 20_000),
    "bracket": ("(", 50_000),
    "brackets": ("()", 30_000),
    "quotation-mark": ('"', 30_000),
    "quotation-opened": ("“", 30_000),
    "quotation": ("“a” said ", 5_000),
    "said": ("said ", 20_000),
    "inspectors": ("inspectors said the force said ", 3_000),
    "force": ("Fenmarch Police ", 5_000),
    "grade": ("good at requires improvement at ", 3_000),
    "full-stop": (". ", 50_000),
    "abbreviation": ("Mr. ", 20_000),
    "dash": ("-", 100_000),
    "letter": ("a", 200_000),
    "mark": ("a\u0301", 50_000),
    "mark-upon-mark": ("\u0301", 50_000),
    "ligature-of-a-phrase": ("ﷺ", 20_000),
    "no-break-space": ("\u00a0x", 50_000),
    "colon": ("a: ", 20_000),
    "semicolon": ("5 men; ", 5_000),
}
SENTENCES: Final = 10_000
MANY: Final = "</p><p>".join(made(f"{number:,}") for number in range(1001, 1001 + SENTENCES))

TEXTS: Final = (
    *(
        HostileText(name=f"repeated-{name}", markup=f"{words * times}!")
        for name, (words, times) in REPEATED.items()
    ),
)
MANY_NUMBERS: Final = HostileText(
    name="ten-thousand-numbers",
    markup=MANY,
    values=tuple(str(number) for number in range(1001, 1001 + SENTENCES)),
)
