"""Lists of documents: what they name, and where they go on."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sources.discovery.listing import Listing
from sources.discovery.reading import read_listing
from sources.registry import load_forces
from sources.sites.article import SOURCE
from sources.source import Source, sources_for
from warehouse.errors import ParseError, UnreadableError
from warehouse.records import Snapshot

HERE = "https://paper.example/news/"


def listed(body: str | bytes, url: str = HERE, source: Source = SOURCE) -> Listing:
    content = body.encode() if isinstance(body, str) else body
    snapshot = Snapshot(
        url=url,
        final_url=url,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
        status=200,
        media_type="",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        charset="utf-8",
        charset_why="declared",
    )
    return read_listing(source, snapshot, content)


def named(source: str) -> Source:
    return next(one for one in sources_for(load_forces()) if one.name == source)


def test_rss_gives_addresses_and_days_in_order_each_once() -> None:
    found = listed(
        "<rss><channel><link>https://paper.example/</link>"
        "<item><link>/news/two-held-a</link><pubDate>Mon, 03 Nov 2025 23:30:00 +0000</pubDate>"
        "</item><item><link>/news/one-held-b</link></item>"
        "<item><link>/news/two-held-a</link></item></channel></rss>"
    )
    assert found.form == "feed"
    assert [(entry.url, entry.day) for entry in found.entries] == [
        ("https://paper.example/news/two-held-a", date(2025, 11, 3)),
        ("https://paper.example/news/one-held-b", None),
    ]


def test_atom_gives_the_page_of_an_entry_not_its_comments() -> None:
    found = listed(
        '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="?page=2"/>'
        '<entry><link rel="replies" href="/comments/9"/><link href="/news/raid-at-dawn"/>'
        "<updated>2025-11-04T01:00:00+02:00</updated></entry></feed>"
    )
    assert [(one.url, one.day) for one in found.entries] == [
        ("https://paper.example/news/raid-at-dawn", date(2025, 11, 4))
    ]
    assert found.more == ("https://paper.example/news/?page=2",)


def test_a_guid_stands_in_for_a_missing_link_unless_it_is_no_address() -> None:
    item = "<item><guid{}>https://paper.example/news/a-raid</guid></item>"
    both = "".join(item.format(kind) for kind in ("", " isPermaLink='false'"))
    found = listed(f"<rss><channel>{both}</channel></rss>")
    assert [entry.url for entry in found.entries] == ["https://paper.example/news/a-raid"]


def test_a_sitemap_gives_only_what_has_the_form_of_a_document() -> None:
    force = named("police_uk:kent")
    found = listed(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>https://www.kent.police.uk/contact/af/contact-us/</loc></url>"
        "<url><loc>https://www.kent.police.uk/news/kent/latest/cash-seized-in-raid/</loc>"
        "<lastmod>2025-10-01</lastmod></url></urlset>",
        "https://www.kent.police.uk/sitemap.xml",
        force,
    )
    assert [(one.url, one.day) for one in found.entries] == [
        ("https://www.kent.police.uk/news/kent/latest/cash-seized-in-raid/", date(2025, 10, 1))
    ]


def test_an_index_of_sitemaps_leads_to_those_of_its_own_site() -> None:
    found = listed(
        "<sitemapindex><sitemap><loc>https://paper.example/map-1.xml</loc></sitemap>"
        "<sitemap><loc>https://elsewhere.example/map.xml</loc></sitemap></sitemapindex>"
    )
    assert found.more == ("https://paper.example/map-1.xml",)


def test_a_packed_sitemap_is_read_and_one_that_grows_without_end_is_refused() -> None:
    packed = gzip.compress(b"<urlset><url><loc>/news/a-b</loc></url></urlset>")
    assert [one.url for one in listed(packed).entries] == ["https://paper.example/news/a-b"]
    with pytest.raises(UnreadableError, match="more when unpacked"):
        listed(gzip.compress(b" " * 30_000_000))


def test_entities_are_neither_expanded_nor_loaded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel>'
        "<item><link>/news/&b;&c;x-y</link></item></channel></rss>"
    )
    assert all("aaaa" not in entry.url for entry in listed(bomb).entries)


def test_a_feed_names_no_other_site() -> None:
    item = "<item><link>https://elsewhere.example/news/a-b</link></item>"
    assert listed(f"<rss><channel>{item}</channel></rss>").entries == ()


def test_a_search_answer_goes_on_where_it_stopped() -> None:
    rows = [{"link": "/government/a-b", "public_timestamp": "2025-09-11T09:30:00Z"}]
    url = "https://www.gov.uk/api/search.json?q=police&start=100"
    body = json.dumps({"results": rows, "total": 102, "start": 100})
    found = listed(body, url, replace(SOURCE, places=("gov.uk",)))
    assert found.entries[0].day == date(2025, 9, 11)
    assert found.more == ("https://www.gov.uk/api/search.json?q=police&start=101",)


PAGED = """<html><head><link rel=alternate type=application/rss+xml href=/news/rss/></head><body>
<main><a href=/news/a-raid-in-the-town>A raid in the town</a>{}</main></body></html>"""


@pytest.mark.parametrize(
    ("link", "leads_on"),
    [
        ("<a rel=next href='?page=2'>&raquo;</a>", True),
        ("<a href='?page=2'>2</a>", True),
        ("<a href='/news/page/2/'>Older posts</a>", True),
        ("<a href='/news/?page=2' aria-label='Page 2'>second</a>", True),
        ("<a href='/news/GetPaginatedResults/?q=&page=2'>Load more</a>", True),
        ("<a href='/sport/?page=2'>2</a>", False),
        ("<a href='/news/page-2-of-a-story'>Next</a>", False),
        ("<a href='https://elsewhere.example/news/?page=2'>Next</a>", False),
        ("<a href='?page=2' style='display:none'>Next</a>", False),
        ("<a href='?sort=old'>Next</a>", False),
    ],
)
def test_a_page_leads_on_by_words_or_numbers_within_its_own_list(
    link: str, *, leads_on: bool
) -> None:
    found = listed(PAGED.format(link))
    assert bool(found.more) is leads_on
    assert found.feeds == ("https://paper.example/news/rss/",)


def test_a_list_that_names_nothing_says_what_was_expected() -> None:
    with pytest.raises(ParseError, match="expected a list with links to documents"):
        listed("<html><body><main><h1>News</h1><a href=/about>About</a></main></body></html>")
    with pytest.raises(ParseError, match="root is opml"):
        listed("<?xml version='1.0'?><opml/>")


def test_the_addresses_of_one_report_become_one() -> None:
    report = "justiceinspectorates.gov.uk/hmicfrs/publications/a-report/"
    places = (f"https://www.{report}", f"http://{report}")
    items = "".join(f"<item><link>{place}</link></item>" for place in places)
    found = listed(f"<rss>{items}</rss>", "https://www.justiceinspectorates.gov.uk/feed/",
                   named("hmicfrs"))  # fmt: skip
    assert len(found.entries) == 1
