"""The verb `extract`: quantities of sentences for other programs, no document and no home needed.

Lines of `{"id", "text"}` in, lines of `{"id", "quantities"}` out, in the same order.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from checks.newsquant import NewsNumber, read_news_numbers
from checks.quantities import NumberRead, read_numbers
from flows.json_lines import Fields, MalformedError, read_records, sort_of, write_records
from warehouse.formats import Row

Style = Literal["span", "newsquant"]

_WANTED: Final = '{"id": text or whole number, "text": text}'


def extract_file(name: str, style: Style, out: Path | None) -> None:
    """Read the sentences of a file ("-": standard input), write the quantities of each.

    UsageError names each malformed line; then nothing is written.
    """
    texts = read_records(name, text_of, _WANTED)
    write_records(
        ({"id": key, "quantities": quantity_rows(text, style)} for key, text in texts), out
    )


def text_of(fields: Fields) -> str:
    """The sentence that a line holds."""
    if "text" not in fields:
        raise MalformedError(_WANTED, "no 'text'")
    text = fields["text"]
    if not isinstance(text, str):
        raise MalformedError("a text that is text", sort_of(text))
    return text


def quantity_rows(text: str, style: Style = "span") -> list[Row]:
    """The numbers of a text as rows; values stay `Decimal`.

    "span" holds every number, also what is no claim (`claim` false, `why_not`), with optional
    fields left out where they say nothing; "newsquant" what that benchmark annotates.
    """
    if style == "newsquant":
        return [_news_row(number) for number in read_news_numbers(text)]
    return [_span_row(number) for number in read_numbers(text)]


def _span_row(number: NumberRead) -> Row:
    quantity = number.quantity
    row: Row = {
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "value_low": quantity.low,
        "value_high": quantity.high,
        "unit": quantity.unit if number.claim else "none",
        "comparator": quantity.comparator,
        "noun": quantity.noun,
        "claim": number.claim,
    }
    optional = {
        "direction": quantity.direction,
        "role": quantity.role,
        "per": quantity.per,
        "vague": quantity.vague,
        "ambiguous": quantity.ambiguous,
        "why_not": number.why_not,
    }
    return row | {name: value for name, value in optional.items() if value}


def _news_row(number: NewsNumber) -> Row:
    return {
        "text": number.text,
        "start": number.start,
        "end": number.end,
        "value_low": number.low,
        "value_high": number.high,
        "unit": number.unit,
        "change": number.change,
    }
