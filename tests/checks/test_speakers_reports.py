"""Who says it in an inspection report: the inspectors, and whom they quote. All of it invented."""

from __future__ import annotations

import pytest

from tests.checks.pages import Part, page
from tests.checks.speaking import Said, speaker

OURS: Said = ("inspectorate", "direct")
FORCE: Said = ("force", "reported")
OTHER: Said = ("other", "reported")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            ["Arrests rose. The force puts this down to a new squad. We saw 12 idle cars."],
            {"Arrests": OURS, "a new squad": FORCE, "12 idle": OURS},
        ),
        (
            ["By the force’s own account, 40 men were wanted.", "We counted 61."],
            {"40": FORCE, "61": OURS},
        ),
        (
            ["On the council’s own figures, 40 children waited. They waited for 12 weeks."],
            {"40": OTHER, "12": OURS},
        ),
        (
            ["The force’s own survey, it told us, put the share at 81 percent. We doubt it."],
            {"81": FORCE, "We doubt": OURS},
        ),
        (
            ["The force disputes that figure. It says that 40 phones were waiting."],
            {"40": FORCE},
        ),
        (
            ["A hostel that works with the force told us that 40 women had been helped."],
            {"40": OTHER},
        ),
        (
            ["The local authority told inspectors that it had received 40 referrals."],
            {"40": OTHER},
        ),
        (
            ["The council’s director of children’s services told us that 40 posts were empty."],
            {"40": OTHER},
        ),
        (
            ["The force’s head of child protection said that 40 posts were empty."],
            {"40": FORCE},
        ),
        (["A detective chief inspector told us that he had 12 staff."], {"12": FORCE}),
        (["The chief constable assured us that 12 more would come."], {"12": FORCE}),
        (
            ["Supervisors told us that 12 of their posts were empty."],
            {"12": OURS},
        ),
        (
            ["Young people told us that they had waited for 6 hours in custody."],
            {"6 hours": OTHER},
        ),
        (
            ["The Crown Prosecution Service reported that it had sent back 40 files."],
            {"40": OTHER},
        ),
        (
            ["According to the safeguarding partnership, 40 meetings went ahead without police."],
            {"40": OTHER},
        ),
        (["We were told by the force that 40 cases were open."], {"40": FORCE}),
        (["Figures supplied by the force show that 40 cases were open."], {"40": FORCE}),
        (["Data given to us by the council shows that 40 cases were open."], {"40": OTHER}),
        (
            ["Of 40 cases that we examined, 12 were inadequate. The force accepted 40 bags."],
            {"12": OURS, "40 bags": OURS},
        ),
        (
            [
                "The force has one hub. It identified 40 children at risk in the year.",
                "It recorded 12 others late.",
            ],
            {"40": OURS, "12": OURS},
        ),
        (
            ["The force said it had 40 vans, but only 12 were on the road when we visited."],
            {"40": FORCE, "12": OURS},
        ),
        (
            ["The force told us it had 40 vans. However, 12 of these were being mended."],
            {"40": FORCE, "12": OURS},
        ),
        (
            ["While the force claims that 40 children were seen, the records show 31."],
            {"40": FORCE, "31": OURS},
        ),
        (
            ["The council told inspectors that police had missed 12 of its meetings."],
            {"12": OTHER},
        ),
        (
            ["The charity told us the force had said it would hire 12 workers."],
            {"12": FORCE},
        ),
        (
            ["Senior leaders told us that calls were now answered in 9 seconds.", "40 were lost."],
            {"9 seconds": FORCE, "40": OURS},
        ),
        (
            ["Senior leaders said calls were faster. They attributed this to 12 new staff."],
            {"12": FORCE},
        ),
        (
            ["A spokesperson for Ofsted told us that 12 homes were inspected."],
            {"12": OURS},
        ),
        (
            ["The chief constable has told me that she accepts this. She said 12 would go."],
            {"she accepts": FORCE, "12": FORCE},
        ),
        (
            ["The force told us that it had:", ("item", "trained 40 officers; and")],
            {"trained 40": FORCE},
        ),
        (
            ["We found:", ("item", "40 children were held overnight; and"), "The force has 12."],
            {"40": OURS, "12": OURS},
        ),
        (
            [
                ("paragraph", "It has trained 40 officers.", ("What the force told us",)),
                ("paragraph", "We met 12 of them.", ("What we found",)),
            ],
            {"40": FORCE, "12": OURS},
        ),
        (
            ["The deputy commissioner said that she had funded 12 posts."],
            {"12": OTHER},
        ),
        (
            ["The force estimates that 40 gangs are active. The regional unit counts 31."],
            {"40": FORCE},
        ),
        (
            ["The force reported 40 incidents to the regulator. It told 12 families."],
            {"40": OURS},
        ),
        (
            ["In a letter to us, the council said that 12 places had been lost."],
            {"12": OTHER},
        ),
        (
            ["The force, which has 40 custody cells, told us 12 were shut."],
            {"12": FORCE},
        ),
        (
            ["Health visitors at the hospital trust said that they had made 12 referrals."],
            {"12": OTHER},
        ),
        (
            ["Waits, the force told us, had come down by 12 minutes since May."],
            {"12": FORCE},
        ),
        (
            ["Waits had come down by 12 minutes, the chief officer team told us."],
            {"12": FORCE},
        ),
        (["The local authority’s data shows that 40 children waited."], {"40": OTHER}),
        (["Council records show that 40 children waited."], {"40": OTHER}),
        (["Children’s services reported a rise of 12 percent."], {"12": OTHER}),
        (["The force reports a fall of 12 percent."], {"12": FORCE}),
        (["The force’s estimate of 40 is too low; we counted 61."], {"40": FORCE, "61": OURS}),
        (["In the council’s view, 40 of these came too late."], {"40": OTHER}),
        (["The force’s response was that 40 had been moved."], {"40": FORCE}),
        (["Staff at the women’s refuge told us that 40 calls went unanswered."], {"40": OTHER}),
        (["Leaders in the council told us that 40 posts were empty."], {"40": OTHER}),
        (["A headteacher told us that she had made 12 referrals."], {"12": OTHER}),
        (["Partners told us that 12 meetings had no officer."], {"12": OTHER}),
        (["The force disagrees. Its own records show that 90 were seen."], {"90": FORCE}),
        (
            ["Minutes of the safeguarding board record that police missed 12 meetings."],
            {"12": OTHER},
        ),
        (["A paper by the council puts the shortfall at £3m."], {"£3m": OTHER}),
        (["The force was confident that 40 would be ready in time."], {"40": FORCE}),
        (
            ["The force gave us a figure of 40. We could trace 31."],
            {"40": FORCE, "31": OURS},
        ),
        (
            ["The figure that the council gave us was 40. We could trace 31."],
            {"40": OTHER, "31": OURS},
        ),
        (
            ["“I waited for 9 hours,” said one victim. We saw 12 such cases."],
            {"“I": ("other", "direct"), "12": OURS},
        ),
        (
            ["“I waited for 9 hours.” – Parent of a missing child"],
            {"“I": ("other", "direct")},
        ),
        (
            ["One charity described waits of 12 weeks. The force holds 40 cases."],
            {"12": OTHER, "40": OURS},
        ),
        (
            ["The NHS trust said it had 12 nurses in custody, three fewer than the force told us."],
            {"12": OTHER},
        ),
        (["When asked, the force said 40 had been lost."], {"40": FORCE}),
        (["The force believes that 40 gangs work there."], {"40": FORCE}),
        (["The force considers that 40 gangs work there."], {"40": FORCE}),
        (["The probation service gave inspectors a list of 40 names."], {"40": OTHER}),
        (
            ["The force records 40 crimes a day. The council pays for 12 wardens."],
            {"40": OURS, "12": OURS},
        ),
        (
            ["We heard that 40 officers had left. Our inspection found 31."],
            {"40": OURS, "31": OURS},
        ),
        (
            ["The report by the coroner says 12 warnings were missed. Our review found 14."],
            {"12": OTHER, "14": OURS},
        ),
        (
            ["The force says that it has cut its queue from 400 to 90 and that 12 will go in May."],
            {"400": FORCE, "90": FORCE, "12": FORCE},
        ),
        (
            ["The force told us it had 40 staff, and we found 12 at work."],
            {"40": FORCE, "12": OURS},
        ),
        (
            ["Neither the council nor the force could say how many. The council thinks it is 40."],
            {"40": OTHER},
        ),
        (
            ["The hospital’s lead nurse for safeguarding said that 40 checks were late."],
            {"40": OTHER},
        ),
        (["The head of the custody unit told us that 40 cells were shut."], {"40": FORCE}),
        (["The federation representative told us that 40 had resigned."], {"40": OTHER}),
        (["The council, meanwhile, told us that it had 12 empty posts."], {"12": OTHER}),
        (
            ["In contrast, prosecutors told us that 40 percent of files were late."],
            {"40": OTHER},
        ),
        (
            ["Inspectors were told by the school that 40 pupils were at risk."],
            {"40": OTHER},
        ),
        (["A figure of 40 given by the council did not match ours."], {"40": OTHER}),
        (["The force claims to have visited 40 homes."], {"40": FORCE}),
        (
            [("item", "They waited 9 weeks.", ("What children and families told us",))],
            {"9 weeks": OTHER},
        ),
        (["The queue, which the force says is now 40, was long."], {"is now": FORCE}),
    ],
)
def test_a_report_keeps_apart_what_inspectors_saw_and_what_they_were_told(
    parts: list[Part], expected: dict[str, Said]
) -> None:
    document = page(*parts, kind="report", publisher="HMICFRS")
    assert {words: speaker(document, words) for words in expected} == expected
