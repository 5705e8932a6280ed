from __future__ import annotations

import time

import pytest

from tests.sources.reading import REPORT, lines, read, rows
from warehouse.errors import ParseError

KEPT = "<p>The force seized £2m in cash.</p>"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>£9m</p>",
        '<p style="color:red; DISPLAY : none">£9m</p>',
        '<p style="visibility:hidden">£9m</p>',
        '<div aria-hidden="true"><p>£9m</p></div>',
        '<p style="opacity: 0.0">£9m</p>',
        '<p style="font-size:0px">£9m</p>',
        '<p style="color:#FFF;background-color:#fff">£9m</p>',
        '<p style="color: transparent !important">£9m</p>',
        '<p style="position:absolute;left:-9999px">£9m</p>',
        '<p style="text-indent:-999em">£9m</p>',
        '<p style="height:0;overflow:hidden">£9m</p>',
        "<style>.x1, p.y{display:none}</style><p class='b x1'>£9m</p><p class=y>£9m</p>",
        "<style>/* {.z */ @media print {.a{top:0}} #q{visibility:hidden}</style><p id=q>£9m</p>",
        "<script>var a='£9m'</script>",
        "<style>p:after{content:'£9m'}</style>",
        "<noscript>£9m</noscript>",
        "<template><p>£9m</p></template>",
        "<!-- £9m -->",
        "<dialog>£9m</dialog>",
        "<select><option>£9m</option></select>",
        "<nav>£9m</nav>",
        "<div role=navigation>£9m</div>",
        "<footer>It was £9m.</footer>",
        "<form><p>Give £9m today.</p></form>",
        "<aside><p>He said £9m was lost.</p></aside>",
        "<figure><img src=a.jpg><figcaption>Part of a £9m haul.</figcaption></figure>",
        "<p>Read more: £9m raid shocks town</p>",
        "<p><a href=/x>£9m raid shocks town</a></p>",
        "<ul><li><a href=/x>£9m raid</a></li><li><a href=/y>Another</a></li></ul>",
        "<div><h3>Most read</h3><p>A £9m raid shocks the whole town.</p></div>",
        "<article><h3><a href=/x>Raid</a></h3><p>A £9m raid shocks the town.</p></article>",
        "<section><h2>Comments (3)</h2><p>I heard that it was £9m or more.</p></section>",
        "<p>We use cookies worth £9m to make this site work.</p>",
        "<p>© Marlshire Police £9m</p>",
    ],
)
def test_what_is_hidden_or_belongs_to_the_site_is_no_text(hidden: str) -> None:
    page = f"<body><main><h1>A title</h1>{KEPT}{hidden}<p>It made 40 arrests.</p></main></body>"
    assert lines(read(page)) == ["The force seized £2m in cash.", "It made 40 arrests."]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>took <b>£6</b>.<i>4</i>m</p>", ["took £6.4m"]),
        ("<p>took\n  £6.4&nbsp;million\u2009in cash</p>", ["took £6.4 million in cash"]),
        ("<p>cash of £6\u200b.4m seiz\u00aded</p>", ["cash of £6.4m seized"]),
        ("<p>One line.<br>Another line.</p>", ["One line.", "Another line."]),
        ("<p>They took £5<br>million away.</p>", ["They took £5 million away."]),
        (
            "<div>One thing.<div>Two things.</div>Three.</div>",
            ["One thing.", "Two things.", "Three."],
        ),
        ("<ul><li>first one<ul><li>inner one</li></ul></li></ul>", ["first one", "inner one"]),
        ("<p><span>Vetting</span><span>Slow work</span></p>", ["Vetting Slow work"]),
    ],
)
def test_inline_tags_join_and_blocks_separate(markup: str, text: list[str]) -> None:
    assert lines(read(f"<main><h1>A title</h1>{markup}</main>")) == text


@pytest.mark.parametrize(
    "around",
    [
        "<body><main>{}</main></body>",
        "<body><article>{}</article></body>",
        "<body><div><div id=x>{}</div></div><div>Contact us</div></body>",
        "<body><table><tr><td><a href=/>Home</a></td><td>{}</td></tr></table></body>",
        "<body><div role=main>{}</div><div role=contentinfo>We are here, at number 9.</div></body>",
        "<body><form action=/><div>{}</div></form></body>",
        "<?xml version='1.0' encoding='utf-16'?><html><body>{}</body></html>",
    ],
)
def test_the_text_is_found_whatever_stands_around_it(around: str) -> None:
    assert lines(read(around.format(f"<h1>A title</h1>{KEPT}"))) == [
        "The force seized £2m in cash."
    ]


def test_the_site_name_is_not_taken_for_the_title() -> None:
    page = (
        "<head><meta property=og:title content='Force told to act'>"
        "<meta property=og:site_name content='The Post'></head>"
        f"<body><h1>The Post</h1><div><h2>Force told to act</h2>{KEPT}</div></body>"
    )
    assert read(page).title == "Force told to act"
    assert read(f"<title>Force acts | The Post</title><main>{KEPT}</main>").title == "Force acts"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            ("<tr><th>Good</th><th>Inadequate</th></tr>"
            "<tr><td>Custody<br>Vetting</td><td>Response</td></tr>"),
            [("", "Good"), ("", "Inadequate"), ("Good", "Custody"), ("Good", "Vetting"),
             ("Inadequate", "Response")],
        ),
        (
            "<tr><th>Good</th><td><ul><li>Custody</li><li>Vetting</li></ul></td></tr>",
            [("", "Good"), ("Good", "Custody"), ("Good", "Vetting")],
        ),
        (
            ("<tr><th></th><th>Good</th><th>Inadequate</th></tr>"
            "<tr><td>Custody</td><td></td><td>✓</td></tr>"),
            [("", "Good"), ("", "Inadequate"), ("Inadequate", "Custody")],
        ),
        (
            ("<tr><th>Area</th><th>Part</th><th>Grade</th></tr>"
            "<tr><th rowspan=2>Crime</th><td>Recording</td><td>Good</td></tr>"
            "<tr><td>Investigating</td><td><img alt=Inadequate></td></tr>"),
            [("", "Area"), ("", "Part"), ("", "Grade"), ("", "Crime"), ("Crime, Part", "Recording"),
             ("Crime, Recording", "Good"), ("Crime, Part", "Investigating"),
             ("Crime, Investigating", "Inadequate")],
        ),
        (
            ("<tr><th>Area</th><th>2021</th><th>2023</th></tr>"
            "<tr><td>Custody</td><td>Good</td><td>Adequate</td></tr>"),
            [("", "Area"), ("", "2021"), ("", "2023"), ("", "Custody"), ("Custody, 2021", "Good"),
             ("Custody, 2023", "Adequate")],
        ),
        (
            ("<tr><th>They found</th><th>We say</th></tr>"
            "<tr><td>Ninety phones were waiting in May.</td><td>Forty are.</td></tr>"),
            [("", "They found"), ("", "We say"),
             ("They found", "Ninety phones were waiting in May."), ("We say", "Forty are.")],
        ),
        (
            "<tr><td>Custody</td><td>Good</td></tr><tr><td>Vetting</td><td>Adequate</td></tr>",
            [("", "Custody"), ("Custody", "Good"), ("", "Vetting"), ("Vetting", "Adequate")],
        ),
    ],
)  # fmt: skip
def test_a_cell_is_labelled_by_its_headings(table: str, expected: list[tuple[str, str]]) -> None:
    document = read(f"<main><h1>A title</h1><table>{table}</table></main>")
    assert [(label, text) for _, label, text in rows(document)] == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<dl><dt>Custody</dt><dd>Good</dd></dl>",
        "<ul><li>Custody <strong>Good</strong></li></ul>",
        "<ul><li><a href=#c><span>Custody</span><span>Good</span></a></li></ul>",
        "<div><div>Custody</div><div>Graded: good</div></div>",
        "<p>Custody: <img src=g.png alt='graded good'></p>",
        (
            "<div role=table><div role=row><div role=rowheader>Custody</div>"
            "<div role=cell>Good</div></div></div>"
        ),
    ],
)
def test_a_grade_beside_a_name_is_labelled_by_it(markup: str) -> None:
    document = read(f"<main><h1>A title</h1>{markup}</main>", REPORT)
    label, grade = rows(document)[-1][1:]
    assert label == "Custody"
    assert "good" in grade.lower()


def test_running_text_with_a_bold_grade_is_not_torn_apart() -> None:
    for markup in (
        "rated <b>good</b> for custody",
        "<b>Good</b> at custody",
        "was rated <b>Good</b>",
    ):
        text = markup.replace("<b>", "").replace("</b>", "")
        assert lines(read(f"<main><h1>A title</h1><p>{markup}</p></main>")) == [text]


@pytest.mark.parametrize(
    ("styles", "attributes"),
    [
        (".tab{display:none} .tab.on{display:block}", 'class="tab on"'),
        ("@media print{.x{display:none}}", "class=x"),
        (".menu .x{display:none}", "class=x"),
        (".x{opacity:0;transition:opacity 1s}", "class=x"),
        (".x{display:none", "class=x"),
        (".xx{display:none}", "class=x"),
        ("", 'style="opacity:0.9;left:-4px;height:0;font-size:0.9em"'),
        ("", "style='color:#fff;background:#123'"),
    ],
)
def test_what_a_reader_can_come_to_see_is_text(styles: str, attributes: str) -> None:
    page = (
        f"<style>{styles}</style><main><h1>A title</h1>{KEPT}<p {attributes}>It is 4m.</p></main>"
    )
    assert lines(read(page)) == ["The force seized £2m in cash.", "It is 4m."]


FINDING = "<h4>Area for improvement</h4><p>Answer more calls.</p>"


@pytest.mark.parametrize(
    "panel",
    [
        f"<div>{FINDING}</div>",
        f"<section>{FINDING}</section>",
        f"<aside>{FINDING}</aside>",
        f"<div>{FINDING.replace('h4', 'h2')}</div>",
        "<div><div><h4>Area for improvement</h4></div><div><p>Answer more calls.</p></div></div>",
        "<details><summary>Area for improvement</summary><p>Answer more calls.</p></details>",
        "<div><p><b>Area for improvement</b></p><p>Answer more calls.</p></div>",
        "<p><b>Area for improvement:</b> Answer more calls.</p>",
    ],
)
def test_a_finding_ends_with_its_panel(panel: str) -> None:
    page = f"<main><h1>R</h1><h2>Response</h2>{panel}<p>Officers are quick.</p></main>"
    assert rows(read(page, REPORT)) == [
        ("Response > Area for improvement", "", "Answer more calls."),
        ("Response", "", "Officers are quick."),
    ]


def test_a_box_around_a_heading_and_its_badge_heads_what_follows_it() -> None:
    page = (
        "<main><h1>R</h1><div><h2>Custody</h2><p>Good</p></div><p>Custody is well run.</p></main>"
    )
    assert [section for section, _, _ in rows(read(page, REPORT))] == ["Custody", "Custody"]


def test_a_badge_in_a_heading_is_set_apart_from_the_area() -> None:
    page = "<main><h1>R</h1><h2>Custody<span>Good</span></h2><p>It is well run.</p></main>"
    assert rows(read(page, REPORT))[0] == ("Custody", "", "Good")


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<h1>Page not found</h1><p>Popular: the force paid £9m for cameras.</p>", "an error page"),
        ("<h1>Error</h1><p>Service unavailable</p>", "an error page"),
        ("<h1>News</h1><p>Sorry, we could not find that page.</p>", "an error page"),
        ("<h1>We value your privacy</h1><p>We store cookies with 800 partners.</p>", "a wall"),
        ("<div id=root></div><script>go()</script>", "0 characters"),
        (
            "<h1>News</h1><ul><li><a href=/a>A story</a></li><li><a href=/b>B</a></li></ul>",
            "0 char",
        ),
        ('<meta http-equiv=refresh content="0;url=/x"><h1>Moved</h1>', "elsewhere"),
        ("<h1>R</h1>" + "<div>" * 5000 + "deep", "more"),
        ("<h1>R</h1>" + "<p>x" * 200_000, "200006"),
    ],
)
def test_a_page_without_an_article_says_what_was_expected_and_seen(markup: str, seen: str) -> None:
    with pytest.raises(ParseError, match="expected") as caught:
        read(f"<html><body>{markup}</body></html>")
    assert seen in caught.value.seen


def test_a_title_that_opens_with_an_error_code_is_no_error_page() -> None:
    assert read("<h1>500 arrests in a year</h1><p>Officers made 500 arrests.</p>").title


@pytest.mark.parametrize(
    "markup",
    [
        ("<div>" * 200 + "Comments" + "</div>" * 200) * 200,
        ("<ul><li>" * 90 + "<a href=#>x y</a>" + "</ul>" * 90) * 300,
        "<h2>Related</h2>" * 20_000,
        "<table>" + "<tr><td>a</td><td>12</td></tr>" * 15_000 + "</table>",
        "<table><tr>" + "<td colspan=1000 rowspan=1000>x</td>" * 5_000 + "</tr></table>",
        "<p>" + "a: " * 300_000 + "</p>",
        "<p>" + "line<br>" * 50_000 + "</p>",
    ],
    ids=["boxes", "lists", "headings", "rows", "spans", "text", "breaks"],
)
def test_the_work_on_a_hostile_page_is_bounded(markup: str) -> None:
    began = time.process_time()
    assert read(f"<main><h1>A title</h1>{KEPT}{markup}</main>").blocks
    assert time.process_time() - began < 15


def test_an_emoji_cut_in_half_by_json_ld_is_left_out_of_the_text() -> None:
    body = "The force made 40 arrests in the town last month, it said. " * 20
    story = f'{{"@type": "NewsArticle", "articleBody": "{body} \\ud83d done \\ud83d\\ude00"}}'
    markup = f'<script type="application/ld+json">{story}</script><h1>Raids</h1>{KEPT * 3}'
    text = read(markup).text
    assert text.endswith("done \U0001f600")
    assert text.encode("utf-8")
