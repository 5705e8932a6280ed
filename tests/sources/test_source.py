from __future__ import annotations

import pkgutil
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sources import sites
from sources.decode import decode
from sources.pages import read_page
from sources.sites import hmicfrs, newsquest, police_uk
from sources.source import source_for, sources_for
from tests.sources.reading import FORCES, REPORT, STORY, lines, read
from warehouse.errors import UnreadableError

PAGE = "<html><body><h1>A title</h1><p>The force seized £2m in cash.</p></body></html>"


@pytest.mark.parametrize(
    ("url", "name", "kind"),
    [
        ("https://hmicfrs.justiceinspectorates.gov.uk/peel-reports/x/", "hmicfrs", "report"),
        ("https://www.justiceinspectorates.gov.uk/hmicfrs/x/", "hmicfrs", "report"),
        ("http://www.justiceinspectorates.gov.uk//hmic//x/", "hmicfrs", "report"),
        ("https://www.justiceinspectorates.gov.uk/hmiprisons/x/", "article", "article"),
        ("https://hmicfrs.justiceinspectorates.gov.uk.evil.example/x", "article", "article"),
        ("https://www.marlshire.police.uk/news/x", "police_uk:marlshire", "statement"),
        ("https://traffic.cumbria.police.uk/news/x", "police_uk:cumbria", "statement"),
        ("https://www.marlshire-police.example/x", "police_uk:marlshire", "statement"),
        ("https://www.unheard-of.police.uk/x", "police_uk", "statement"),
        ("https://notpolice.uk/x", "article", "article"),
        ("https://www.paper.example/news/24318013.some-slug/", "newsquest", "article"),
        ("https://www.paper.example/news/some-slug-4711", "article", "article"),
        ("https://www.marl-pcc.gov.uk/response/", "article", "article"),
        ("page.html", "article", "article"),
    ],
)
def test_the_address_decides_the_source(url: str, name: str, kind: str) -> None:
    source = source_for(url, None, FORCES)
    assert (source.name, source.kind) == (name, kind)


def test_a_given_kind_overrides_that_of_the_source() -> None:
    assert source_for(STORY, "report", FORCES).kind == "report"
    assert read(PAGE, STORY, kind="statement").kind == "statement"


def test_every_module_of_the_folder_is_a_source_and_every_force_domain_too() -> None:
    names = {source.name.split(":")[0] for source in sources_for(FORCES)}
    assert names == {module.name for module in pkgutil.iter_modules(sites.__path__)}
    assert sum(source.name.startswith("police_uk:") for source in sources_for(FORCES)) > 43


def test_a_document_is_known_by_its_address_without_query_and_fragment() -> None:
    assert read(PAGE, STORY + "?utm=1#top").url == STORY


def test_all_addresses_of_a_report_have_one_canonical_form() -> None:
    for url in (
        "http://www.justiceinspectorates.gov.uk/hmic/peel-reports/x",
        "https://www.justiceinspectorates.gov.uk//hmicfrs//peel-reports/x/?a=b",
        "https://hmicfrs.justiceinspectorates.gov.uk/peel-reports//x/",
    ):
        assert hmicfrs.canonical(url) == "https://" + hmicfrs.HOST + "/peel-reports/x/"


@pytest.mark.parametrize(
    ("markup", "url", "given", "publisher"),
    [
        (PAGE, "https://www.marlshire.police.uk/n/x", "Somebody", "Marlshire Police"),
        (PAGE, REPORT, None, "HMICFRS"),
        (PAGE, STORY, "The Marl Post", "The Marl Post"),
        (PAGE, STORY, None, "marlpost.example"),
        ("<meta property=og:site_name content='Marl Post'>" + PAGE, STORY, None, "Marl Post"),
    ],
)
def test_the_publisher_is_the_registrys_then_the_pages_then_the_callers(
    markup: str, url: str, given: str | None, publisher: str
) -> None:
    assert read(markup, url, publisher=given).publisher == publisher


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("file:///saved/page.html", "hmicfrs"),
        ("http://127.0.0.1:8000/page.html", "hmicfrs"),
        ("https://somewhere.example/page.html", "article"),
    ],
)
def test_only_a_page_from_a_file_or_loopback_says_itself_where_it_belongs(
    url: str, name: str
) -> None:
    page = f'<html><head><link rel="canonical" href="{REPORT}"></head><body>{PAGE}'
    assert read(page, url).source == name


@pytest.mark.parametrize(
    ("body", "media_type", "seen"),
    [
        (b"", "text/html", "no bytes"),
        (b" \n\t ", "text/html", "blanks only"),
        (b"\x89PNG\r\n\x1a\n....", "text/html", "PNG"),
        (b"abc\0def" * 9, "text/plain", "binary data"),
        (b"%PDF-1.7 ...", "text/html", "PDF"),
        (b"PK\x03\x04....", "", "zip"),
        (b'{"a": 1}', "application/json", "application/json"),
        (b"<?xml version='1.0'?><rss/>", "application/rss+xml", "rss"),
        (b"a,b\n1,2\n", "text/csv", "text/csv"),
        (b"Not available at present.", "application/pdf", "application/pdf"),
        (b"x" * 25_000_001, "text/plain", "25000001 bytes"),
    ],
)
def test_bytes_that_are_no_page_are_unreadable(body: bytes, media_type: str, seen: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(body, STORY, media_type)
    assert seen in caught.value.seen
    assert caught.value.expected


def test_html_with_another_label_is_read_as_html_and_said_so() -> None:
    document = read(PAGE, STORY, "text/plain")
    assert lines(document) == ["The force seized £2m in cash."]
    assert lines(read(PAGE, STORY, "image/png")) == lines(document)
    assert "labelled text/plain" in " ".join(document.warnings)
    with pytest.raises(UnreadableError, match=r"application/pdf, seen HTML that is an error page"):
        read("<html><title>Error</title><h1>Error</h1><p>Try later.</p>", STORY, "application/pdf")


def test_damage_by_encoding_is_a_warning_of_the_document() -> None:
    assert "twice-encoded" in " ".join(read(PAGE.replace("£", "\u00c2£")).warnings)
    assert "£2m" in read(decode(PAGE.encode()).text.encode("cp1252")).text
    mixed = PAGE.encode("cp1252") + " “and £3m”".encode()
    assert "C1" in " ".join(read(mixed).warnings)


def test_a_json_escape_smuggles_in_no_half_character() -> None:
    node = '{"@type":"NewsArticle","publisher":"The \\ud800 Post","headline":"x"}'
    page = f'<script type="application/ld+json">{node}</script>{PAGE}'
    read(page).publisher.encode()


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Force hails year\n\nIt seized £1m.\n", "Force hails year", ["It seized £1m."]),
        ("It seized £1m.\nIt made 20 arrests.", "", ["It seized £1m.", "It made 20 arrests."]),
        ("# Big year\n\n## Cash\n- £1m seized\n", "Big year", ["Cash", "£1m seized"]),
        ("One short line", "", ["One short line"]),
    ],
)
def test_plain_text_is_read_by_lines(text: str, title: str, expected: list[str]) -> None:
    document = read(text, "statement.txt", "text/plain", published=date(2024, 1, 2))
    assert (document.title, lines(document)) == (title, expected)


LISTING = """<html><body><header><a href="/news/">News</a><a href="/">Our page</a></header><main>
<a href="/news/marlshire/news/2024/may/big-raid/"><img src=a alt=x></a>
<h3><a href="/news/marlshire/news/2024/may/big-raid/">Big raid nets cash</a></h3>
<h3><a href="/news/marlshire/news/2024/may/small-raid/?page=1#x">Small raid nets less</a></h3>
<h3><a href="https://elsewhere.example/news/marlshire/other-raid/">Raid next door</a></h3>
<a href="/crime/24318013.a-story/">A story</a> <a href="javascript:void(0)">Not a link</a>
<a href="/peel-reports/marlshire-2023-25/">Report</a> <a href="/publications/">All</a>
</main></body></html>"""


def test_a_listing_names_each_document_once_by_the_link_with_words() -> None:
    site = "https://www.marlshire.police.uk"
    assert police_uk.links(LISTING, f"{site}/news/marlshire/news/") == [
        f"{site}/news/marlshire/news/2024/may/big-raid/",
        f"{site}/news/marlshire/news/2024/may/small-raid/",
    ]
    assert newsquest.links(LISTING, "https://paper.example/news/") == [
        "https://paper.example/crime/24318013.a-story/"
    ]
    assert hmicfrs.links(LISTING, f"http://{hmicfrs.HOST}/publications/") == [REPORT]


def test_the_example_of_the_page_on_adding_a_source_is_a_source() -> None:
    page = Path(__file__).parents[2] / "docs" / "add-a-source.md"
    code = page.read_text("utf-8").partition("```python\n")[2].partition("   ```")[0]
    module: dict[str, Any] = {"__name__": "example"}
    exec(textwrap.dedent(code), module)  # noqa: S102
    source = module["SOURCE"]
    assert source.holds(source.index)
    document = source.parse(read_page(source.index, PAGE), source)
    assert (document.source, lines(document)) == ("iopc", ["The force seized £2m in cash."])
