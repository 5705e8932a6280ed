"""Names of forces in text, and what generic references mean."""

from __future__ import annotations

import pytest

from checks.drafting.subjects import SubjectReader, main_subject, scope_of
from checks.sentences import sentences
from checks.speech.voices import Voice
from tests.checks.pages import GAZETTEER, page


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("Wexmoor Police made 40 arrests", ["wexmoor"]),
        ("WEXMOOR Police’s teams and Haddon Constabulary", ["wexmoor", "haddon"]),
        ("The Wexmoor Police and Crime Commissioner paid", []),
        ("Wexmoor Police Federation’s chair spoke", []),
        ("a walk through Wexmoor with police", []),
        ("WXP closed two lines", ["wexmoor"]),
        ("the wxp lab", []),
        ("The Fenland ROCU helped", ["fenrocu"]),
        ("SubWexmoor Police", []),
    ],
)
def test_a_force_is_named_by_its_whole_name(text: str, forces: list[str]) -> None:
    assert [m.force for m in GAZETTEER.mentions(text)] == forces


def test_mentions_carry_offsets_into_the_text_as_printed() -> None:
    text = "İn WEXMOOR Police’s view"
    mention = GAZETTEER.mentions(text)[0]
    assert text[mention.start : mention.end] == "WEXMOOR Police"


@pytest.mark.parametrize(
    ("title", "kind", "publisher", "expected"),
    [
        ("Haddon Constabulary told to improve", "article", "The Fen Post", "haddon"),
        ("A year in figures", "statement", "Wexmoor Police", "wexmoor"),
        ("Haddon Police and us", "statement", "Wexmoor Police", "wexmoor"),
        ("The Fenland regional response to organised crime", "report", "HMICFRS", "fenrocu"),
        ("Custody across the country", "report", "HMICFRS", "wexmoor"),
    ],
)
def test_a_document_has_a_main_subject(
    title: str, kind: str, publisher: str, expected: str
) -> None:
    document = page(
        "Wexmoor Police and Wexmoor Police and Haddon Constabulary.",
        kind=kind,  # type: ignore[arg-type]
        publisher=publisher,
        title=title,
    )
    assert main_subject(document, GAZETTEER) == expected


INSPECTORS = Voice(claimant="inspectorate", claimant_id="hmicfrs", attribution="direct")
FORCE = Voice(claimant="force", claimant_id="haddon", attribution="direct")


@pytest.mark.parametrize(
    ("words", "section", "voice", "expected"),
    [
        ("The force closed ten lines.", (), INSPECTORS, "wexmoor"),
        ("The force closed ten lines.", ("Haddon Constabulary",), INSPECTORS, "haddon"),
        ("The unit should record better.", (), INSPECTORS, "fenrocu"),
        ("The regional unit was graded good.", ("Haddon Constabulary",), INSPECTORS, "fenrocu"),
        ("The regional unit, where our officers work, shone.", (), FORCE, "fenrocu"),
        ("We closed ten lines.", (), FORCE, "haddon"),
        ("Haddon Constabulary closed ten lines.", (), INSPECTORS, "haddon"),
        ("It closed more than Haddon Constabulary.", (), INSPECTORS, "wexmoor"),
        ("Ten lines were closed.", (), INSPECTORS, "wexmoor"),
    ],
)
def test_a_clause_is_about_the_force_that_its_words_or_headings_name(
    words: str, section: tuple[str, ...], voice: Voice, expected: str
) -> None:
    document = page(
        "Wexmoor Police works with the Fenland ROCU.", ("paragraph", words, section), kind="report"
    )
    reader = SubjectReader(gazetteer=GAZETTEER, main="wexmoor")
    parts = sentences(document)
    for sentence in parts:
        reader.read(sentence)
    assert reader.subject(parts[-1], 0, len(words), voice) == expected


@pytest.mark.parametrize(
    ("words", "subject", "scope"),
    [
        ("closed 40 lines", "wexmoor", "force"),
        ("closed 140 lines together with four neighbouring forces", "wexmoor", "region"),
        ("closed 140 lines across the region", "wexmoor", "region"),
        ("the highest share in the region", "wexmoor", "force"),
        ("closed 40 lines", "fenrocu", "region"),
        ("nationally, 6 per cent were solved", "wexmoor", "national"),
        ("burglary in Holm district fell", "wexmoor", "district"),
        ("entered on the national database", "wexmoor", "force"),
    ],
)
def test_the_field_of_a_claim_is_told_by_its_words(words: str, subject: str, scope: str) -> None:
    assert scope_of(words, subject, GAZETTEER) == scope


def test_a_place_stands_for_its_force_only_where_the_force_is_named() -> None:
    text = "In Haddon 17 county lines were shut, but not in Haddon Market."
    assert [m.start for m in GAZETTEER.short_mentions(text, ["haddon"])] == [3]
    assert GAZETTEER.short_mentions(text, ["wexmoor"]) == []
