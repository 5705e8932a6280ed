"""Graded judgments in prose, in grids and in addresses. Sentences and pages are our own."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from checks.grades import (
    LEVELS,
    area_of,
    criticises,
    find_grades,
    grid_grades,
    report_cycle,
    settled_area,
)
from checks.grading.areas import areas_in, scheme_of
from checks.grading.cycles import CYCLES
from checks.tables import read_table, words_of
from warehouse.records import Block, BlockKind, Document, Level, vocabulary

REFERENCE = Path(__file__).parents[2] / "../shared/reference/areas.csv"
SHORT = {
    "outstanding": "O",
    "good": "G",
    "adequate": "A",
    "requires_improvement": "RI",
    "inadequate": "I",
}


def read(text: str, cycle: str = "") -> list[str]:
    """Mentions in short: "!" where denied, the level, the area or what stands for it."""
    return [
        f"{'!' * m.negated}{SHORT[m.level]} "
        + (m.area or ("everywhere" if m.everywhere else m.area_words or "-"))
        for m in find_grades(text, cycle=cycle)
    ]


GRADES = [
    ("Fellside Police is good at preventing and deterring crime.", ["G preventing_crime"]),
    ("Fellside Police requires improvement at managing offenders.", ["RI managing_offenders"]),
    ("Inspectors rated us ‘outstanding’ in preventing crime and supporting the workforce.",
     ["O preventing_crime", "O workforce"]),
    ("Fellside Police has been told it is ‘inadequate’ when it comes to investigating crime.",
     ["I investigating_crime"]),
    ("Its performance in responding to the public was described as inadequate.",
     ["I responding_to_public"]),
    ('The force got an "inadequate" grade for its handling of vulnerable people.',
     ["I protecting_vulnerable"]),
    (("It scored ‘good’ for its use of police powers and public treatment, and ‘adequate’ for "
     "leadership."), ["G police_powers", "A leadership"]),
    ("Inspectors said it was inadequate at managing offenders, a drop from good two years ago.",
     ["I managing_offenders"]),
    ("“We have been graded as 'good' for tackling serious organised crime,” the chief said.",
     ["G serious_organised_crime"]),
    (("It was judged ‘adequate’ in the areas of recording data about crime, managing offenders "
     "and leadership."),
     ["A recording_data_about_crime", "A managing_offenders", "A leadership"]),
    ("Fellside was given a ‘requires improvement’ judgment for the way it investigates crime.",
     ["RI investigating_crime"]),
    ('A "requires improvement" rating was handed to it for responding to the public.',
     ["RI responding_to_public"]),
    ("The force’s vetting was found to be inadequate.", ["I counter_corruption"]),
    ("Its work to protect vulnerable people requires improvement.", ["RI protecting_vulnerable"]),
    ("The force is good at recording data about crime but adequate at managing suspects.",
     ["G recording_data_about_crime", "A managing_offenders"]),
    ("The overall judgment for the unit was ‘good’.", ["G -"]),
    ("The force requires improvement.", ["RI -"]),
    ("graded good", ["G -"]),
    ("All nine areas were graded good.", ["G everywhere"]),
    ("We were rated good across the board.", ["G everywhere"]),
    (("We welcome the ‘good’ grade for responding to the public, and accept the ‘inadequate’ for "
     "investigating crime."), ["G responding_to_public", "I investigating_crime"]),
    ("The force was rated ‘inadequate’ for its approach to fraud.", ["I its approach to fraud"]),
    ("It has moved up from requires improvement to adequate for preventing crime.",
     ["A preventing_crime"]),
    ("Its grade for protecting vulnerable people went up from adequate to good.",
     ["G protecting_vulnerable"]),
    ("The force isn't good at investigating crime.", ["!G investigating_crime"]),
    ("It was not graded inadequate for its leadership.", ["!I leadership"]),
    ("Good at preventing crime", ["G preventing_crime"]),
    ("Investigating crime and managing offenders were both rated adequate.",
     ["A investigating_crime", "A managing_offenders"]),
    ("Two areas were graded inadequate: investigating crime and responding to the public.",
     ["I investigating_crime", "I responding_to_public"]),
    ("Preventing crime was rated outstanding, while its response to the public was adequate.",
     ["O preventing_crime", "A responding_to_public"]),
    ("The grades were: preventing crime – good; investigating crime – adequate.",
     ["G preventing_crime", "A investigating_crime"]),
    ("We are an outstanding force for the way we treat the public.", ["O police_powers"]),
    ("The constabulary received an ‘outstanding’ rating for crime prevention.",
     ["O preventing_crime"]),
    ("The watchdog branded its child protection inadequate.", ["I child_protection"]),
    ("The regional unit came out as adequate.", ["A -"]),
    ("Fellside emerged as outstanding for leadership.", ["O leadership"]),
    ("Preventing crime came out at requires improvement.", ["RI preventing_crime"]),
    ("It emerged with a rating of good for investigating crime.", ["G investigating_crime"]),
    ("The watchdog pronounced it adequate at responding to the public.",
     ["A responding_to_public"]),
    ("The force was adjudged inadequate for child protection.", ["I child_protection"]),
    ("It improved in one year. It is now graded good for leadership.", ["G leadership"]),
    ("Only its handling of offenders was considered good.", ["G managing_offenders"]),
    ("Its investigations into child abuse were graded inadequate.",
     ["I child_protection_investigation"]),
]  # fmt: skip
NO_GRADES = [
    "It was inadequate for leadership in 2019, but has changed since.",
    "A good part of the money goes back to villages.",
    "Officers did good work in the community.",
    "There are adequate resources to investigate crime.",
    "We're good at football and adequate at darts.",
    "Recording requires improvement.",
    "This process requires improvement.",
    "Their feedback on how we rank threats was good.",
    "It is good for communities that crime is down.",
    "He was in good health and had a good record.",
    "We have a good record of investigating crime.",
    "Three outstanding warrants were executed.",
    "There are 40 outstanding suspects.",
    "No area was judged to require improvement or to be inadequate.",
    "None of our areas was rated inadequate.",
    "Not one of the ten areas was judged inadequate.",
    "Three of the nine areas were rated good or outstanding.",
    "Of nine areas it was rated outstanding in one, good in five and adequate in three.",
    "If the force is graded inadequate it will be watched.",
    "Our ambition is to be graded outstanding at preventing crime.",
    "It should become outstanding at preventing crime within two years.",
    "A grade of good means that a force performs well.",
    "Police forces graded inadequate are watched more closely.",
    "The force was previously graded inadequate for crime recording.",
    "It was rated good at the last inspection.",
    "The custody suite has adequate lighting and good heating.",
    "He called the visit good for morale.",
    "Our officers are good at what they do.",
    "She has been an outstanding chief for the force.",
    "Tests judged the water good enough.",
    "A review rated the training good value.",
    "The news came out as good weather arrived.",
    "A good result emerged as teams met.",
    "Good",
    "Requires improvement",
]


@pytest.mark.parametrize(("text", "mentions"), GRADES)
def test_a_judgment_is_read_with_its_areas(text: str, mentions: list[str]) -> None:
    assert read(text) == mentions


@pytest.mark.parametrize("text", NO_GRADES)
def test_ordinary_words_hopes_counts_and_old_grades_are_no_judgment(text: str) -> None:
    assert read(text) == []


def test_there_are_enough_examples() -> None:
    assert len(GRADES) + len(NO_GRADES) >= 50


@pytest.mark.parametrize("text", [text for text, _ in GRADES])
def test_mentions_stand_in_order_and_apart_and_hold_words_of_the_text(text: str) -> None:
    end = 0
    for mention in find_grades(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


def test_a_sentence_before_moves_the_offsets_only() -> None:
    text = "Fellside Police is good at preventing crime."
    (alone,) = find_grades(text)
    (moved,) = find_grades(f"Crime fell.\n{text}")
    assert moved.start - alone.start == len("Crime fell.\n")
    assert text[alone.start : alone.end] == "good at preventing crime"


def test_the_cycle_decides_what_a_shared_wording_names() -> None:
    text = "The force was rated good for crime recording."
    assert read(text, "cdi_2016_20") == ["G crime_data_integrity"]
    assert read(text, "peel_2021_22") == ["G recording_data_about_crime"]


def test_an_old_area_of_two_parts_is_one_in_its_own_cycle() -> None:
    text = "It was rated good at investigating crime and managing offenders."
    assert read(text, "peel_2015_17") == ["G investigating_crime"]
    assert read(text, "peel_2023_25") == ["G investigating_crime", "G managing_offenders"]


def test_adequate_exists_in_five_tiers_only() -> None:
    (mention,) = find_grades("The force is adequate at investigating crime.")
    assert mention.scheme == "five_tier"
    assert scheme_of("investigating_crime", "peel_2018_19", "good") == "four_tier"
    assert scheme_of("investigating_crime", "", "good") == ""


def test_a_grade_of_the_whole_takes_its_area_from_the_title() -> None:
    title = "Inspection of the response to serious and organised crime"
    (whole,) = find_grades("The overall grade is requires improvement.")
    assert settled_area(whole, title) == "serious_organised_crime"
    (other,) = find_grades("It was rated ‘inadequate’ for its approach to fraud.")
    assert settled_area(other, title) == ""
    (all_areas,) = find_grades("It was rated good in every area.")
    assert settled_area(all_areas, title) == ""


def test_only_the_two_lowest_levels_criticise() -> None:
    assert set(LEVELS) == vocabulary(Level)
    assert [criticises(level) for level in LEVELS] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("How well does the force investigate crime?", "investigating_crime"),
        ("Building, supporting and protecting the workforce", "workforce"),
        ("The protection of vulnerable people", "protecting_vulnerable"),
        ("Preventing and detering crime", "preventing_crime"),
        ("Regional response to serious and organised crime", "serious_organised_crime"),
        ("Overall summary", ""),
        ("Fellside Police", ""),
        ("", ""),
    ],
)
def test_a_heading_names_an_area(words: str, area: str) -> None:
    assert area_of(words) == area


def test_of_overlapping_wordings_the_longest_stands() -> None:
    found = areas_in("tackling serious and organised crime, and leadership")
    assert [place.area for place in found] == ["serious_organised_crime", "leadership"]


@pytest.mark.parametrize(
    ("title", "url", "published", "cycle"),
    [
        ("PEEL 2023–25: An inspection of Fellside Police", "", None, "peel_2023_25"),
        ("PEEL 2021/22: Fellside Police", "", None, "peel_2021_22"),
        ("Fellside", "https://a.gov.uk/peel-reports/fellside-2021-22/", None, "peel_2021_22"),
        ("Fellside", "https://a.gov.uk/peel-assessments/peel-2018/fellside/", None,
         "peel_2018_19"),
        ("PEEL: Police effectiveness 2016", "", None, "peel_2015_17"),
        ("PEEL: Fellside Police", "", date(2022, 10, 1), "peel_2021_22"),
        ("PEEL: Fellside Police", "", None, ""),
        ("PEEL 2031/32: Fellside Police", "", None, ""),
        ("The Wessex regional response to serious and organised crime", "", None, "soc_regional"),
        ("Fellside: crime data integrity inspection", "", date(2019, 1, 1), "cdi_2016_20"),
        ("Crime data integrity in Fellside", "", date(2014, 9, 1), "cdi_2014"),
        ("National child protection inspection", "", date(2019, 1, 1), "ncpi_2014_23"),
        ("Child protection in Fellside", "", date(2025, 1, 1), "ncpi_2024"),
        ("Report on a visit to police custody suites", "", None, "custody"),
        ("Vetting, misconduct and counter-corruption", "", None, "vetting_and_corruption"),
        ("Annual report of the charity", "https://a.org/2021-22/", date(2022, 1, 1), ""),
    ],
)  # fmt: skip
def test_title_and_address_tell_the_cycle_of_a_report(
    title: str, url: str, published: date | None, cycle: str
) -> None:
    assert report_cycle(title, url, published) == cycle


def page(title: str, *pieces: tuple[BlockKind, str, str | None, tuple[str, ...]]) -> Document:
    """A report of (kind, words, label, section)."""
    blocks, start = [Block(start=0, end=len(title), kind="title", level=1)], len(title) + 1
    for kind, words, label, section in pieces:
        end = start + len(words)
        blocks.append(Block(start=start, end=end, kind=kind, label=label, section=section))
        start = end + 1
    return Document(
        url="https://a.example/report",
        source="hmicfrs",
        kind="report",
        snapshot="0",
        publisher="HMICFRS",
        title=title,
        text="\n".join([title, *(words for _, words, _, _ in pieces)]),
        blocks=tuple(blocks),
    )


def shown(document: Document, cycle: str = "") -> list[tuple[str, str, str]]:
    return [(SHORT[g.level], g.area, g.subject_words) for g in grid_grades(document, cycle)]


def test_a_grid_of_columns_gives_each_area_its_column() -> None:
    document = page(
        "PEEL: Fellside Police",
        ("cell", "Managing offenders and suspects", "Good", ("Our judgments",)),
        ("cell", "Investigating crime", "Requires improvement", ("Our judgments",)),
        ("cell", "Good", None, ()),
    )
    assert shown(document)[:2] == [
        ("G", "managing_offenders", ""),
        ("RI", "investigating_crime", ""),
    ]


def test_a_row_or_term_names_the_area_or_the_force() -> None:
    document = page(
        "The Wessex regional response to serious and organised crime",
        ("cell", "Inadequate", "Fellside Police", ("Introduction",)),
        ("cell", "Adequate", "Leadership", ("Introduction",)),
    )
    assert shown(document) == [
        ("I", "serious_organised_crime", "Fellside Police"),
        ("A", "leadership", ""),
    ]


def test_a_badge_or_picture_belongs_to_the_heading_above_it() -> None:
    document = page(
        "The Wessex regional response to serious and organised crime",
        ("paragraph", "Requires improvement", None, ("Fellside Police",)),
        ("image", "graded good", None, ("Custody", "Vetting and counter-corruption")),
        ("paragraph", "It is good to see progress.", None, ("Fellside Police",)),
    )
    assert shown(document) == [
        ("RI", "serious_organised_crime", "Fellside Police"),
        ("G", "counter_corruption", ""),
    ]


def test_a_force_under_the_heading_of_an_area_has_that_area() -> None:
    document = page(
        "Forces compared", ("paragraph", "Good", None, ("Investigating crime", "Fellside Police"))
    )
    assert shown(document) == [("G", "investigating_crime", "Fellside Police")]


def test_a_list_may_write_the_pair_out_or_stand_under_its_grade() -> None:
    document = page(
        "PEEL: Fellside Police",
        ("item", "Preventing crime: good", None, ("Our judgments",)),
        ("item", "Outstanding – responding to the public", None, ("Our judgments",)),
        ("item", "Protecting vulnerable people", None, ("Our judgments", "Inadequate")),
    )
    assert shown(document) == [
        ("G", "preventing_crime", ""),
        ("O", "responding_to_public", ""),
        ("I", "protecting_vulnerable", ""),
    ]


def test_prose_titles_and_earlier_grades_are_no_grid() -> None:
    document = page(
        "Good",
        ("paragraph", "The force is good at preventing crime.", None, ("Preventing crime",)),
        ("cell", "Good", "Investigating crime", ("Previous grades",)),
    )
    assert shown(document) == []


def test_every_row_of_the_areas_has_a_known_cycle_and_a_wording_of_one_meaning() -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in read_table("grading/areas.csv"):
        assert row["cycle"] in CYCLES
        for wording in words_of(row["wordings"]):
            assert seen.setdefault((row["cycle"], wording), row["area"]) == row["area"]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the shared reference tables are not here")
def test_areas_keep_every_fact_of_the_reference() -> None:
    ours = {(row["area"], row["cycle"]): row for row in read_table("grading/areas.csv")}
    with REFERENCE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            mine = ours[row["area"], row["cycle"]]
            assert mine["scale"] == row["scale"]
            assert set(words_of(row["wordings"])) <= set(words_of(mine["wordings"]))


@pytest.mark.parametrize(
    ("on", "area"),
    [
        (date(2019, 5, 1), "crime_data_integrity"),
        (date(2022, 5, 1), "recording_data_about_crime"),
        (None, "recording_data_about_crime"),
    ],
)
def test_a_wording_of_two_cycles_means_the_one_there_was(on: date | None, area: str) -> None:
    (grade,) = find_grades("The force is good at recording crime.", on=on)
    assert grade.area == area
