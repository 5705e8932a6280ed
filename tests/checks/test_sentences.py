"""Sentence ends in British press text; all examples are our own."""

from __future__ import annotations

import pytest

from checks.sentences import sentences
from warehouse.records import Block, Document


def document(*paragraphs: str, kind: str = "paragraph") -> Document:
    blocks, at = [], 0
    for words in paragraphs:
        blocks.append(Block(start=at, end=at + len(words), kind=kind))  # type: ignore[arg-type]
        at += len(words) + 1
    return Document(
        url="https://example.test/a",
        source="text",
        kind="article",
        snapshot="",
        publisher="",
        title="",
        text="\n".join(paragraphs),
        blocks=tuple(blocks),
    )


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One arrest. Two charges.", ["One arrest.", "Two charges."]),
        ("It cost £3.3m. It was worth it.", ["It cost £3.3m.", "It was worth it."]),
        ("Cash of £6.4m was taken.", ["Cash of £6.4m was taken."]),
        ("Det. Supt. Holt spoke. He left.", ["Det. Supt. Holt spoke.", "He left."]),
        ("Mr. A. Holt spoke.", ["Mr. A. Holt spoke."]),
        ("“We are proud.” He left.", ["“We are proud.”", "He left."]),
        ("“Is it enough?” No.", ["“Is it enough?”", "No."]),
        ("Was it No. 12 or not?", ["Was it No. 12 or not?"]),
        ("They said no. Nothing came.", ["They said no.", "Nothing came."]),
        ("It rose. £4m followed.", ["It rose.", "£4m followed."]),
        ("It rose. 40 people came.", ["It rose.", "40 people came."]),
        ("approx. 40 people came", ["approx. 40 people came"]),
    ],
)
def test_paragraphs_split_where_sentences_end(paragraph: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(document(paragraph))] == expected


def test_a_title_is_one_sentence_whatever_it_holds() -> None:
    found = sentences(document("Police hit back. Crime falls", kind="title"))
    assert [s.text for s in found] == ["Police hit back. Crime falls"]


def test_offsets_point_into_the_document() -> None:
    page = document("First one. Second one.", "Third one.")
    for sentence in sentences(page):
        assert page.text[sentence.start : sentence.end] == sentence.text
    assert [s.block_index for s in sentences(page)] == [0, 0, 1]


def test_a_number_without_end_is_cut_off_and_never_cut_in_two() -> None:
    (only,) = sentences(document("9" * 200_000))
    assert 250 < len(only.text) <= 1200
