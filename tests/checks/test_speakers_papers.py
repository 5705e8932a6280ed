"""Who says it in a newspaper. Every force, body and figure is invented; nobody is named."""

from __future__ import annotations

import pytest

from tests.checks.pages import Part, page
from tests.checks.speaking import Said, speaker

PAPER: Said = ("other", "direct")
FOUND: Said = ("inspectorate", "reported")
INSPECTOR: Said = ("inspectorate", "direct")
FORCE: Said = ("force", "reported")
FORCE_QUOTED: Said = ("force", "direct")
OTHER: Said = ("other", "reported")
OTHER_QUOTED: Said = ("other", "direct")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # The paper's own voice.
        (["“We made 40 arrests,” a spokesman said. The force has 900 officers."], {"900": PAPER}),
        (
            ["“We made 40 arrests,” said the force.", "It costs £9m a year.", "It has 3 sites."],
            {"40": FORCE_QUOTED, "£9m": PAPER, "3 sites": PAPER},
        ),
        (
            ["Wexmoor Police said it had hired 12 people. Recorded crime rose by 4 per cent."],
            {"12": FORCE, "4 per": PAPER},
        ),
        (
            ["Police cut 31 posts, according to figures this paper obtained from payroll files."],
            {"31": OTHER},
        ),
        # Inspectors.
        (["Inspectors were critical of custody: 40 records were blank."], {"40": FOUND}),
        (["Inspectors, too, worried about custody, where 40 records were blank."], {"40": FOUND}),
        (["In a report in May inspectors counted 52."], {"52": FOUND}),
        (["Of 60 cases examined by inspectors, 40 were poor."], {"60": FOUND, "40": FOUND}),
        (["Of the 60 cases inspectors looked at, 40 were poor."], {"40": FOUND}),
        (["The watchdog was impressed by the 40 volunteers it met."], {"40": FOUND}),
        (["There was praise from inspectors for the 40 volunteers."], {"40": FOUND}),
        (["The force drew criticism from the watchdog, as 40 calls were lost."], {"40": FOUND}),
        (["Inspectors will return in May with a team of 40."], {"40": PAPER}),
        (["The report comes a year after 40 officers left."], {"40": PAPER}),
        (
            [
                "Inspectors found 40 open cases. One had waited 7 months, the report says.",
                "It also found 12 lost files.",
            ],
            {"40": FOUND, "7 months": FOUND, "12": FOUND},
        ),
        (["The force was told by HMICFRS that 40 cases were poor."], {"40": FOUND}),
        (["“40 cases were poor,” the lead inspector said."], {"40": INSPECTOR}),
        (["Ofsted and HMICFRS said that 40 children had waited."], {"40": FOUND}),
        (
            ["Inspectors found:", ("item", "40 children had waited"), ("item", "12 were missed")],
            {"40": FOUND, "12": FOUND},
        ),
        (
            [
                ("paragraph", "40 children had waited.", ("What did inspectors find?",)),
                ("paragraph", "12 more will be hired.", ("What does the force say?",)),
            ],
            {"40": FOUND, "12": PAPER},
        ),
        # The force.
        (["Burglary, the force says, fell by 12 per cent."], {"12": FORCE}),
        (["The constabulary shut 60 lines, it said on Monday."], {"60": FORCE}),
        (
            ["The MP said 40 stations had shut.", "The force disputed that, saying 12 had."],
            {"40": OTHER, "12": FORCE},
        ),
        (
            ["The force’s finance director forecasts a gap of £3m."],
            {"£3m": FORCE},
        ),
        (
            [
                (
                    "Chief Superintendent Forename Surname, who leads the unit that "
                    "inspectors criticised, said 40 cases were closed."
                )
            ],
            {"40": FORCE},
        ),
        (
            [
                "“A,” the lead inspector said.",
                "Chief Constable Forename Surname apologised.",
                "“We failed 40 families,” she said.",
            ],
            {"“We": FORCE_QUOTED},
        ),
        (
            [
                "“A,” the lead inspector said.",
                "The force has apologised.",
                "“We failed 40 families.”",
            ],
            {"“We": FORCE_QUOTED},
        ),
        (
            [
                "Superintendent Forename Surname welcomed the report.",
                "Ms Surname said 40 had joined.",
            ],
            {"40": FORCE},
        ),
        (
            [
                "Forename Surname, an inspector of constabulary, was worried.",
                "“40 calls were lost,” said Mr Surname.",
            ],
            {"“40": INSPECTOR},
        ),
        (
            ["Forename Surname, head of custody at Wexmoor Police, said 40 cells were shut."],
            {"40": FORCE},
        ),
        (
            ["A statement from the force read: “We have hired 40 people.”"],
            {"We have": FORCE_QUOTED},
        ),
        (["In a statement the force said 40 people had come."], {"40": FORCE}),
        (["Police told the paper that 40 people had come."], {"40": FORCE}),
        (
            ["Asked about the 40 cases, a police spokeswoman said 12 had been reopened."],
            {"12": FORCE},
        ),
        (
            ["The chief constable said:", "“Burglary fell by 12 per cent.", "“Robbery by 9.”"],
            {"Burglary": FORCE_QUOTED, "Robbery": FORCE_QUOTED},
        ),
        (
            ["“Burglary fell by 12 per cent.", "“Robbery fell by 9,” the chief constable said."],
            {"Burglary": FORCE_QUOTED, "Robbery": FORCE_QUOTED},
        ),
        (
            ["‘We closed 40 cases,’ a force spokesman said. ‘There are 12 left.’"],
            {"We closed": FORCE_QUOTED, "There are": FORCE_QUOTED},
        ),
        (
            ['"We closed 40 cases," said a force spokesman. "There are 12 left."'],
            {"We closed": FORCE_QUOTED, "There are": FORCE_QUOTED},
        ),
        (
            ["“We closed 40 cases”, the force said, “and 12 are left”."],
            {"We closed": FORCE_QUOTED, "and 12": FORCE_QUOTED},
        ),
        # Others.
        (["Acorn House said it had taken in 40 women."], {"40": OTHER}),
        (
            [
                "Acorn House has 20 beds.",
                "“We took in 40 women,” explained its manager, Forename Surname.",
            ],
            {"We took": OTHER_QUOTED},
        ),
        (
            ["The council said 40 bins burned. A spokesman added: “We lost £9,000.”"],
            {"We lost": OTHER_QUOTED},
        ),
        (["A spokesperson for Acorn House said 40 women had come."], {"40": OTHER}),
        (
            ["A mother who waited for police said 40 calls went unanswered."],
            {"40": OTHER},
        ),
        (
            ["Forename Surname, the MP for Wexmoor North, was angry. He said 40 shops had shut."],
            {"40": OTHER},
        ),
        (
            ["The court heard they had sold 40kg of cocaine. The judge said they had made £3m."],
            {"40kg": OTHER, "£3m": OTHER},
        ),
        (["Prosecutor Forename Surname said the leader had made £740,000."], {"£740,000": OTHER}),
        (["Home Office figures show that police made 40 seizures."], {"40": OTHER}),
        (["Figures from the Office for National Statistics show 40 robberies."], {"40": OTHER}),
        (["A study by the university found that 40 per cent had waited."], {"40": OTHER}),
        (["A council report says that 40 lamps were broken."], {"40": OTHER}),
        (
            [
                "Inspectors found 40 failings.",
                "A survey by the charity suggests 12 per cent felt safe.",
            ],
            {"12": OTHER},
        ),
        (
            ["Inspectors found 40 failings. The council runs 12 homes."],
            {"12": PAPER},
        ),
        (
            ["Inspectors heard from the charity that 40 women had waited."],
            {"40": OTHER},
        ),
        (
            ["The commissioner said the force had told her that 40 posts were empty."],
            {"40": FORCE},
        ),
        (
            ["The council told inspectors that 40 children had waited."],
            {"40": OTHER},
        ),
        (
            ["The charity said inspectors had found that 40 women waited."],
            {"40": ("other", "attributed_to_inspectorate")},
        ),
        (
            [
                (
                    "The police federation’s chairman, who has served 20 years, warned "
                    "that 40 would quit."
                )
            ],
            {"40": OTHER},
        ),
        (
            ["Residents said 40 cars had been hit. They claimed that police came 9 times."],
            {"40": OTHER, "police came": OTHER},
        ),
        (
            [
                (
                    "Dr Forename Surname, the victims’ commissioner, wrote to the force. "
                    "She says 40 wrote."
                )
            ],
            {"40 wrote": OTHER},
        ),
        (
            [
                "The force said 40 had gone.",
                "The union put it at 55, but the force insisted on 40.",
            ],
            {"55": OTHER},
        ),
        (["“A lottery” is how the charity describes it: 40 women waited."], {"40": OTHER}),
        # Words within quotations mean nobody outside them.
        (
            [
                "The charity was angry.",
                "“Inspectors and the chief constable met 40 women,” it said.",
            ],
            {"“Inspectors": OTHER_QUOTED},
        ),
        (
            [
                "Chief Constable Forename Surname said sorry.",
                "“The commissioner gave us 40 posts,” she added.",
            ],
            {"“The": FORCE_QUOTED},
        ),
        (
            [
                "“We were slow,” a force spokesman said. The statement continued: “40 are left.”",
            ],
            {"40": FORCE_QUOTED},
        ),
        (
            [
                "Inspectors found 40 open cases.",
                "But 12 of these were new.",
                "The report also says 9 were lost.",
            ],
            {"12": FOUND, "9": FOUND},
        ),
        (
            [
                "The watchdog counted 40 open cases.",
                "Callers waited 12 minutes on average.",
                "Inspectors went on to find 9 lost files.",
            ],
            {"12": FOUND, "9": FOUND},
        ),
        (
            [
                "The lead inspector, Forename Surname, said 40 cases were poor.",
                (
                    "Detective Chief Superintendent Othername Lastname, for the force, "
                    "said: “We have closed 12."
                ),
                "“A further 9 will follow.”",
                "Mr Lastname added that 3 had been moved.",
            ],
            {"We have": FORCE_QUOTED, "A further": FORCE_QUOTED, "3 had": FORCE},
        ),
        (
            [
                "“40 cases were poor,” the lead inspector said.",
                "In response, Wexmoor Police said it was sorry.",
                "“We have since closed 12,” it added. “And 9 more will go.”",
            ],
            {"“We": FORCE_QUOTED, "“And": FORCE_QUOTED},
        ),
        (
            [
                "“40 cases were poor,” the lead inspector said.",
                (
                    "Responding, the force’s head of public protection, Forename Surname, "
                    "told this paper: “We closed 12.”"
                ),
            ],
            {"We closed": FORCE_QUOTED},
        ),
        (
            [
                "“40 cases were poor,” the lead inspector said.",
                "The director of children’s services, Forename Surname, said: “We closed 12.”",
            ],
            {"We closed": OTHER_QUOTED},
        ),
        (
            [
                "“40 cases were poor,” the lead inspector said.",
                "Forename Surname, who runs a refuge, was not surprised.",
                "“We wait 12 weeks,” she said.",
            ],
            {"“We": OTHER_QUOTED},
        ),
        (
            [
                "“40 cases were poor,” the lead inspector said.",
                "A father of two, who asked not to be named, rang police 12 times.",
                "“I waited 9 hours,” he said.",
            ],
            {"“I": OTHER_QUOTED},
        ),
        (
            [
                "“40 cases were poor,” the lead inspector said.",
                "The force said in a statement that it was sorry.",
                "“We have closed 12 of them.”",
            ],
            {"“We": FORCE_QUOTED},
        ),
        (
            ["The inspection, carried out in May, found that 40 cases were poor."],
            {"40": FOUND},
        ),
        (["Just 40 of the cases were good, the inspectorate concluded."], {"40": FOUND}),
        (["Among the failings were 40 lost files."], {"40": FOUND}),
        (["HMICFRS rated the force ‘good’ and noted that 40 staff had come."], {"40": FOUND}),
        (
            [
                (
                    "The head teacher of a Wexmoor school, quoted in the report, said 12 "
                    "pupils were lost."
                )
            ],
            {"12": OTHER},
        ),
        (
            ["The report quotes a charity as saying that 40 women were sent away."],
            {"40": OTHER},
        ),
        (
            ["Parents told inspectors they had waited 9 weeks."],
            {"9 weeks": OTHER},
        ),
        (
            ["More than 40 calls were lost, inspectors found when they came in May 2024."],
            {"40": FOUND},
        ),
        (["Figures in the report show that 40 calls were lost."], {"40": FOUND}),
        (["A separate report found that 40 homes were damp."], {"40": OTHER}),
        (
            [("paragraph", "40 calls were lost", ("The report in numbers",))],
            {"40": FOUND},
        ),
        (["“40 calls were lost,” reads the force’s reply."], {"“40": FORCE_QUOTED}),
        (
            ["The queue, which the force says is now 40, was 90 in May."],
            {"is now": FORCE},
        ),
    ],
)
def test_a_paper_hands_the_word_to_one_after_another(
    parts: list[Part], expected: dict[str, Said]
) -> None:
    document = page(*parts, publisher="Wexmoor Gazette")
    assert {words: speaker(document, words) for words in expected} == expected
