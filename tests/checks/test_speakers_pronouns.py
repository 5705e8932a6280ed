"""Names, pronouns and signatures far from their introduction; words no table lists. Invented."""

from __future__ import annotations

import pytest

from tests.checks.pages import Part, page
from tests.checks.speaking import Said, speaker

FOUND: Said = ("inspectorate", "reported")
OURS: Said = ("inspectorate", "direct")
OTHER_QUOTED: Said = ("other", "direct")
FORCE: Said = ("force", "reported")
FORCE_QUOTED: Said = ("force", "direct")
OTHER: Said = ("other", "reported")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # A name without an office is an outsider once its surname stands alone.
        (
            [
                "Police say 40 lines were shut.",
                "One May morning Forename Lastname rang. She had, she reckons, waited 12 hours.",
                "Lastname has since moved away.",
            ],
            {"She had": OTHER},
        ),
        (
            [
                "Forename Othername, who runs a refuge, has worked beside the police.",
                "They sent us 40 women, she says; now it is 12.",
            ],
            {"They sent": OTHER},
        ),
        # "She" is no one whom her own sentence names behind her.
        (
            [
                "Asked by the councillor, a police spokeswoman said: “We made 40 arrests.”",
                "She added that 12 reports had come from the councillor.",
            ],
            {"12": FORCE},
        ),
        (["The force denies this, and says that £2m has been spent."], {"£2m": FORCE}),
        (["It comes after the watchdog criticised the 40 lost files."], {"40": FOUND}),
        (
            ["A report published last May by His Majesty’s Inspectorate of Constabulary found 40."],
            {"40": FOUND},
        ),
        (["It was reported by the force that 17 of 20 were done."], {"17": FORCE}),
        (
            [
                (
                    "That is no surprise to the council. Its leader, Forename Lastname, told us "
                    "that his staff awaited 340 replies. “I have nine people on it,” he said."
                )
            ],
            {"his staff": OTHER, "“I have": OTHER_QUOTED},
        ),
        (
            ["The MP fears a cut of 40.", "A spokeswoman for the chief constable said it was 12."],
            {"12": FORCE},
        ),
        (["Clues were missed in 40 files, say inspectors."], {"40": FOUND}),
        (
            ["In 17 files, inspectors found, nobody had looked. Children slept in 61 cells."],
            {"61": FOUND},
        ),
        # A quotation signed on a line of its own.
        (["“We have moved 65 officers.”", "– Chief Constable"], {"“We": FORCE_QUOTED}),
        # Whoever cites somebody in a quotation goes on in his own name.
        (
            [
                "The superintendent said: “Inspectors told us that 40 searches went unrecorded.",
                "“Since then we have trained 12 sergeants.”",
            ],
            {"“Since": FORCE_QUOTED},
        ),
    ],
)
def test_a_paper_is_followed_through_names_and_pronouns(
    parts: list[Part], expected: dict[str, Said]
) -> None:
    document = page(*parts, publisher="Wexmoor Gazette")
    assert {words: speaker(document, words) for words in expected} == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["The force informed us that it had made 40 arrests."], {"40": FORCE}),
        (["The force’s own review, done in May, concluded that 18 were at risk."], {"18": FORCE}),
        (["The force assessed the same cases itself and graded 34 as good."], {"34": FORCE}),
        (["Of 60 cases, 12 were self-assessed by the force as good."], {"12": FORCE}),
        (["Force data shows 40 lost calls. This had risen from 12."], {"12": FORCE}),
        (["The head of the child abuse unit told us that 15 posts were empty."], {"15": FORCE}),
        (["A doctor was concerned that 40 children came late."], {"40": OTHER}),
        (["The force provided evidence that the queue had fallen to 12."], {"12": FORCE}),
        (["The force graded 34 calls as urgent."], {"34": OURS}),
    ],
)
def test_a_report_hands_on_what_the_force_thinks_of_itself(
    parts: list[Part], expected: dict[str, Said]
) -> None:
    document = page(*parts, kind="report", publisher="HMICFRS")
    assert {words: speaker(document, words) for words in expected} == expected


def test_a_commissioner_hands_on_what_the_chief_constable_tells_her() -> None:
    document = page(
        "I asked the Chief Constable to explain. She tells me that 42 people were hired.",
        kind="statement",
        publisher="Wexmoor Police and Crime Commissioner",
        url="https://www.wexmoor-pcc.example/news/a",
    )
    assert speaker(document, "42") == FORCE
