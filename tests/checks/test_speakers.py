"""Who says it. Every sentence and force here is invented."""

from __future__ import annotations

import pytest

from checks.sentences import sentences
from checks.speakers import voices
from checks.speech.voices import voice_at
from tests.checks.pages import GAZETTEER, page
from warehouse.records import Document


def speaker(document: Document, words: str) -> tuple[str, str]:
    """Claimant and attribution of the sentence part that begins with the words."""
    parts = sentences(document)
    spoken = voices(document, parts, GAZETTEER, "wexmoor")
    for sentence, stretches in zip(parts, spoken, strict=True):
        at = sentence.text.find(words)
        if at >= 0:
            voice = voice_at(stretches, at)
            return voice.claimant, voice.attribution
    raise AssertionError(f"{words!r} is not on the page")


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        ("The watchdog found that calls went unanswered.", "calls", ("inspectorate", "reported")),
        ("Calls went unanswered, the report says.", "Calls", ("inspectorate", "reported")),
        ("According to HMICFRS, calls went unanswered.", "calls", ("inspectorate", "reported")),
        ("Calls went unanswered, according to inspectors.", "Calls", ("inspectorate", "reported")),
        ("Wexmoor Police said 40 phones were found.", "40", ("force", "reported")),
        ("In response to the report, the force said 40 phones came.", "40", ("force", "reported")),
        ("“We found 40 phones,” a spokeswoman said.", "We", ("force", "direct")),
        ("“We found 40 phones,” said a police spokesman.", "We", ("force", "direct")),
        ("A spokesman for the council said 40 bins burned.", "40", ("other", "reported")),
        ("The Police and Crime Commissioner said 40 posts stay.", "40", ("other", "reported")),
        (
            "Wexmoor Police was rated inadequate for custody.",
            "Wexmoor",
            ("inspectorate", "reported"),
        ),
        ("A force spokesman said: “We have 40 cars.”", "We", ("force", "direct")),
        (
            "A spokesman for the commissioner’s office said 40 posts stay.",
            "40",
            ("other", "reported"),
        ),
        ("A council spokeswoman said 40 bins burned.", "40", ("other", "reported")),
        (
            "Wexmoor Police must do more, a watchdog says, rating its custody poor.",
            "Wexmoor",
            ("inspectorate", "reported"),
        ),
        ("A court heard that 40 phones were found.", "40", ("other", "reported")),
        ("Officers found 40 phones in a loft.", "40", ("other", "direct")),
        (
            "The force said the report found its teams had 40 officers.",
            "its teams",
            ("force", "attributed_to_inspectorate"),
        ),
        (
            "Wexmoor Police said arrests rose, but inspectors found that charges fell.",
            "charges",
            ("inspectorate", "reported"),
        ),
        (
            "Wexmoor Police said arrests rose, but inspectors found that charges fell.",
            "arrests",
            ("force", "reported"),
        ),
        (
            "The chief constable welcomed the report and said 40 officers had joined.",
            "40",
            ("force", "reported"),
        ),
    ],
)
def test_a_paper_says_who_says_it(paragraph: str, words: str, expected: tuple[str, str]) -> None:
    assert speaker(page(paragraph), words) == expected


def test_pronouns_mean_the_last_speaker() -> None:
    document = page(
        "Inspectors praised the control room. It also mentions nobody.",
        "A spokesman for the force said burglary fell. He said robbery fell too.",
        "They added that 40 officers had joined.",
    )
    assert speaker(document, "robbery fell") == ("force", "reported")
    assert speaker(document, "40 officers") == ("force", "reported")


def test_a_quotation_runs_on_over_paragraphs() -> None:
    document = page(
        "The chief constable said: “Burglary is down.",
        "“Robbery is down by a tenth.",
        "“Inspectors found our teams do well.”",
        "Shoplifting is up by a fifth.",
    )
    assert speaker(document, "Robbery") == ("force", "direct")
    assert speaker(document, "our teams") == ("force", "attributed_to_inspectorate")
    assert speaker(document, "Shoplifting") == ("other", "direct")


def test_a_new_paragraph_without_a_speaker_is_the_papers_own() -> None:
    document = page(
        "Inspectors found that calls went unanswered. Too many callers gave up.",
        "Fewer than one in ten crimes led to a charge.",
    )
    assert speaker(document, "Too many") == ("inspectorate", "reported")
    assert speaker(document, "Fewer") == ("other", "direct")


def test_he_is_the_spokesman_of_the_force_not_the_inspectors_before_him() -> None:
    document = page(
        "According to inspectors, calls went unanswered.",
        "A force spokesman said: “Phones wait. Officers are relentless.”",
        "He added that 96 of 100 were visited.",
    )
    assert speaker(document, "Officers are") == ("force", "direct")
    assert speaker(document, "96") == ("force", "reported")


def test_a_quotation_goes_on_after_its_speaker_is_named() -> None:
    document = page("“Waits are short,” a spokesman said. “Every plan is checked.”")
    assert speaker(document, "Every plan") == ("force", "direct")


def test_a_new_paragraph_about_another_force_is_nobodys_finding() -> None:
    document = page(
        "Inspectors found that Wexmoor Police answered 70 per cent of calls.",
        "Haddon Constabulary answered 89 per cent.",
    )
    assert speaker(document, "Haddon") == ("other", "direct")


def test_a_report_speaks_for_inspectors_until_it_quotes_the_force() -> None:
    words = (
        "The force told us that all four hubs had a plan, but people we spoke to called them thin."
    )
    document = page(words, "Officers told us they lacked training.", kind="report")
    assert speaker(document, "all four") == ("force", "reported")
    assert speaker(document, "people we") == ("inspectorate", "direct")
    assert speaker(document, "they lacked") == ("inspectorate", "direct")


def test_what_a_report_concedes_to_the_force_ends_at_the_comma() -> None:
    words = "Although the force said it had cleared its queue, 40 devices were waiting."
    document = page(words, "The force responded to 81 percent of calls.", kind="report")
    assert speaker(document, "it had") == ("force", "reported")
    assert speaker(document, "40 devices") == ("inspectorate", "direct")
    assert speaker(document, "81") == ("inspectorate", "direct")


def test_a_statement_speaks_for_its_force_whoever_it_cites() -> None:
    document = page(
        "We made 40 arrests.",
        "Inspectors said our teams were short of people.",
        "The Police and Crime Commissioner said: “I have paid for 20 officers.”",
        "We were graded good for custody.",
        kind="statement",
        publisher="Wexmoor Police",
    )
    assert speaker(document, "We made") == ("force", "direct")
    assert speaker(document, "our teams") == ("force", "attributed_to_inspectorate")
    assert speaker(document, "I have paid") == ("other", "direct")
    assert speaker(document, "We were graded") == ("force", "attributed_to_inspectorate")
