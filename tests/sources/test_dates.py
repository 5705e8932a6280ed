from __future__ import annotations

from datetime import date

import pytest

from sources.page.dates import Line, day_of, is_date_line, published_on
from tests.sources.reading import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10 November 2023", date(2023, 11, 10)),
        ("10th November 2023", date(2023, 11, 10)),
        ("1 January 9999", None),
        ("9999-12-31T23:59:59Z", None),
        ("Friday, May 9, 2025", date(2025, 5, 9)),
        ("Fri 10th Nov 2023", date(2023, 11, 10)),
        ("1st of Sept. 2023", date(2023, 9, 1)),
        ("09:30 10/06/2022", date(2022, 6, 10)),
        ("5/6/23", date(2023, 6, 5)),
        ("05.06.2023", date(2023, 6, 5)),
        ("2024-05-14", date(2024, 5, 14)),
        ("2024-05-14T11:45:00+01:00", date(2024, 5, 14)),
        ("2024-05-14T23:30:00Z", date(2024, 5, 15)),
        ("2024-01-14T23:30:00Z", date(2024, 1, 14)),
        ("2024-05-14T23:30:00.000+0000", date(2024, 5, 15)),
        ("2024-05-14 23:30", date(2024, 5, 14)),
        ("14th Jun 2022, 07:00 BST", date(2022, 6, 14)),
        ("10:00, 1 FEB 2024", date(2024, 2, 1)),
        ("31/02/2023", None),
        ("13/13/2023", None),
        ("2023", None),
        ("three days ago", None),
        ("call 101/999", None),
    ],
)
def test_british_dates_are_read_day_first_and_instants_in_london(
    text: str, day: date | None
) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Published: 09:10 18/10/2023", True),
        ("Updated 11:00, 1 FEB 2024", True),
        ("14th Jun 2022, 07:00 BST", True),
        ("At 31 March 2022 the force had 1,846 officers", False),
        ("In the year to 31 December 2021", False),
    ],
)
def test_a_line_is_a_date_line_only_where_it_says_nothing_else(line: str, *, alone: bool) -> None:
    assert is_date_line(line) is alone


def test_a_report_published_on_another_day_does_not_date_the_page() -> None:
    lines = [Line(text="HMICFRS published its report on Tuesday, May 14, 2024.")]
    assert published_on(lines, (), "")[0] is None


@pytest.mark.parametrize(
    ("head", "body", "day", "doubt"),
    [
        ("", "<p>Published on: 3 March 2024</p>", date(2024, 3, 3), ""),
        ("", "<dl><dt>Published</dt><dd>3 March 2024</dd></dl>", date(2024, 3, 3), ""),
        ("", "<div><b>Published</b></div><div>3 March 2024</div>", date(2024, 3, 3), ""),
        ("", "<p>By Staff Reporter | Published 3rd March 2024, 09:00</p>", date(2024, 3, 3), ""),
        ("", '<time datetime="2024-03-03T09:00">Sunday</time>', date(2024, 3, 3), ""),
        ("", "<p>3 March 2024</p>", date(2024, 3, 3), ""),
        ("", "<div><span>3 March 2024</span> | <span>Latest</span></div>", date(2024, 3, 3), ""),
        ('<meta name="DC.date.issued" content="2024-03-03">', "", date(2024, 3, 3), ""),
        (
            '<meta property="article:published_time" content="2024-03-03T10:00:00Z">',
            "<p>Published: 5 March 2024</p>",
            date(2024, 3, 5),
            "metadata say 2024-03-03",
        ),
        ("", "<p>Last updated 22/03/2018</p>", date(2018, 3, 22), "only one of an update"),
        ("", "", None, ""),
    ],
)
def test_the_day_of_publication(head: str, body: str, day: date | None, doubt: str) -> None:
    text = "<p>The force seized £2m in the year to 31 March 2023.</p>"
    page = f"<html><head>{head}</head><body><h1>A title</h1>{body}{text}</body></html>"
    document = read(page)
    assert document.published_on == day
    assert doubt in " ".join(document.warnings)
    assert bool(doubt) == bool(document.warnings)


def test_a_report_put_online_years_later_is_doubted() -> None:
    document = read("<h1>State of policing 2018</h1><p>Published on: 6 July 2023</p><p>It is.</p>")
    assert "the title names 2018" in " ".join(document.warnings)


def test_a_given_day_counts_only_where_the_page_has_none() -> None:
    dated, undated = "<h1>T</h1><p>3 March 2024</p><p>We are.</p>", "<h1>T</h1><p>We are.</p>"
    given = date(2024, 3, 4)
    assert read(undated, published=given).published_on == given
    kept = read(dated, published=given)
    assert kept.published_on == date(2024, 3, 3)
    assert "given 2024-03-04" in " ".join(kept.warnings)
