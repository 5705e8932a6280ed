"""PDF reports: read as their HTML, each block with its page; broken ones by name."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from sources.pdf.columns import in_order
from sources.pdf.hyphens import join, words_in
from sources.pdf.lines import lines_of, without_running_lines
from sources.pdf.pen import Run
from tests.chromium import printed
from tests.sources.reading import REPORT, STORY, lines, read, rows
from warehouse.errors import UnreadableError

WEB_PAGE = Path(__file__).parent / "reports" / "two_columns.html"
KEPT = Path(__file__).parents[1] / "examples" / "pdf" / "two_columns.pdf"
PDF = "application/pdf"


def test_a_report_of_two_columns_reads_as_its_web_page() -> None:
    paper, web = read(KEPT.read_bytes(), REPORT, PDF), read(WEB_PAGE.read_bytes(), REPORT)
    assert (paper.title, paper.published_on, paper.source) == (
        web.title,
        web.published_on,
        "hmicfrs",
    )
    texts = "\n".join(lines(paper)).split()
    assert texts == "\n".join(lines(web)).split()
    assert [row for row in rows(paper) if row[1]] == [row for row in rows(web) if row[1]]


def test_a_report_printed_here_and_now_reads_as_the_kept_one(tmp_path: Path) -> None:
    fresh = read(printed(WEB_PAGE, tmp_path), REPORT, PDF)
    assert " ".join(lines(fresh)) == " ".join(lines(read(WEB_PAGE.read_bytes(), REPORT)))
    assert {block.page for block in fresh.blocks} == {1, 2}


def test_every_block_has_its_page_and_running_lines_are_no_text() -> None:
    document = read(KEPT.read_bytes(), REPORT, PDF)
    pages = [block.page for block in document.blocks]
    assert pages == sorted(pages, key=lambda page: page or 0)
    assert {1, 2} == set(pages)
    assert document.text.count("Marlshire Police: PEEL assessment") == 1
    assert "Page 1" not in document.text


def test_what_a_server_calls_html_is_read_as_the_pdf_that_it_is() -> None:
    document = read(KEPT.read_bytes(), REPORT, "text/html")
    assert document.warnings[0] == "labelled text/html, read as the PDF that it is"
    assert read(b"\n\n" + KEPT.read_bytes(), STORY, "").kind == "article"


def broken() -> bytes:
    return KEPT.read_bytes()[:20_000]


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(KEPT))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def scanned() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    return written(writer)


def bomb() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    stream = DecodedStreamObject()
    stream.set_data(b"BT (x) Tj ET\n" * 8_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode(9))
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (locked, "locked with a password"),
        (scanned, "without any"),
        (bomb, "past every measure"),
        (lambda: b"%PDF-1.7\n", "broken PDF"),
        (lambda: b"%PDF-1.7\nnothing of a PDF follows\n%%EOF", "broken PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_has_a_named_error(body: object, seen: str) -> None:
    assert callable(body)
    with pytest.raises(UnreadableError, match=seen):
        read(body(), STORY, PDF)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the nat-", "ional standard", "the national standard"),
        ("in 2023-", "24 it had", "in 2023-24 it had"),
        ("a 10-", "year plan", "a 10-year plan"),
        ("staff well-", "being checks", "staff well-being checks"),
        ("Stoke-on-", "Trent", "Stoke-on-Trent"),
        ("a long-", "term plan", "a long-term plan"),
        ("the for\u00ad", "feiture of", "the forfeiture of"),
        ("cash –", "and cars", "cash – and cars"),
        ("it fell by -", "3 percent", "it fell by - 3 percent"),
        ("the burglary-", "reduction unit", "the burglary-reduction unit"),
        ("an end", "of it", "an end of it"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_from_a_plausible_word(
    before: str, after: str, joined: str
) -> None:
    known = words_in(["burglary is down", "the reduction of crime", before, after])
    assert join(before, after, known) == joined


def run(text: str, left: float, base: float, size: float = 10.0) -> Run:
    width = len(text) * size * 0.5
    return Run(text=text, left=left, right=left + width, base=base, size=size, is_bold=False)


def test_a_raised_note_mark_does_not_join_the_figure_before_it() -> None:
    (line,) = lines_of([run("1,482", 50, 700), run("2", 75.5, 704, 6), run("arrests", 85, 700)], 1)
    assert [segment.text for segment in line.segments] == ["1,482 arrests"]


def test_figures_in_close_columns_are_not_one_figure() -> None:
    (line,) = lines_of([run("310,000", 50, 700), run("455,000", 90, 700)], 1)
    assert [segment.text for segment in line.segments] == ["310,000", "455,000"]


def test_columns_are_read_one_after_the_other_and_what_spans_them_where_it_stands() -> None:
    page = [run("A head over both of the columns of this page, from edge to edge of it", 50, 760)]
    for number in range(5):
        page.append(run(f"left column, its line {number} is full", 50, 740 - 12 * number))
        page.append(run(f"right column, its line {number} is full", 260, 740 - 12 * number))
    columns = in_order(lines_of(page, 1))
    words = [[line.segments[0].text[:5] for line in column] for column in columns]
    assert words == [["A hea"], ["left "] * 5, ["right"] * 5]


def test_a_table_of_short_cells_is_not_two_columns() -> None:
    areas = ["Preventing crime", "Custody", "Leadership", "Victims"]
    page = [run(area, 50, 740 - 20 * n) for n, area in enumerate(areas)]
    page += [run("Good", 320, 740 - 20 * n) for n in range(4)]
    page.append(run("A line of prose over the whole width of the page, from edge to edge", 50, 640))
    (column,) = in_order(lines_of(page, 1))
    assert len(column) == 5
    assert [len(line.segments) for line in column] == [2, 2, 2, 2, 1]


def test_lines_that_recur_at_one_height_are_running_lines() -> None:
    pages = [
        lines_of([run("Report", 50, 800), run(text, 50, 700), run(f"Page {n} of 3", 300, 30)], n)
        for n, text in enumerate(["Cost 12", "Cost 70", "Cost 31"], 1)
    ]
    left = [[line.segments[0].text for line in page] for page in without_running_lines(pages)]
    assert left == [["Cost 12"], ["Cost 70"], ["Cost 31"]]
