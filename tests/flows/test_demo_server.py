"""The sample sites of the demo: they serve what they list, and name nobody who could be harmed."""

from __future__ import annotations

import csv
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from flows.demo.server import Samples, samples_folder, serve_samples

REGISTRY = Path(__file__).parents[2] / "sources" / "forces.csv"


@pytest.fixture(scope="module")
def samples() -> Iterator[Samples]:
    with serve_samples() as running:
        yield running


def _ask(url: str, method: str = "GET", **headers: str) -> tuple[int, Message, str]:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, method=method, headers=names)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode("utf-8")


def test_every_listed_page_is_served_with_its_type_tag_and_date(samples: Samples) -> None:
    for url in samples.addresses:
        status, headers, body = _ask(url)
        assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
        assert headers["ETag"]
        assert headers["Last-Modified"].endswith("GMT")
        assert body.startswith("<!DOCTYPE html>")


def test_each_page_names_the_address_and_publisher_that_the_list_gives_it(samples: Samples) -> None:
    for sample in samples.inputs:
        body = _ask(sample.url)[2]
        assert f'<link rel="canonical" href="{sample.page}">' in body
        assert f'<meta property="og:site_name" content="{sample.publisher}">' in body


def test_the_three_sites_are_three_origins_with_robots_of_their_own(samples: Samples) -> None:
    assert len(samples.origins) == 3
    for origin in samples.origins:
        status, headers, body = _ask(f"{origin}/robots.txt")
        assert (status, headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
        assert "Disallow: /" in body


def test_listing_pages_link_to_every_sample(samples: Samples) -> None:
    listings = ("/reports/", "/news/brackenshire/news/", "/news/")
    pages = {_ask(origin + path) for origin in samples.origins for path in listings}
    links = {
        link
        for status, _, body in pages
        if status == 200
        for link in re.findall('href="(/.+?)"', body)
    }
    assert {"/" + url.split("/", 3)[3] for url in samples.addresses} <= links


def test_head_answers_like_get_without_a_body(samples: Samples) -> None:
    url = samples.addresses[0]
    status, headers, body = _ask(url, method="HEAD")
    assert (status, body) == (200, "")
    assert headers["Content-Length"] == _ask(url)[1]["Content-Length"]


def test_an_unchanged_page_is_not_sent_again(samples: Samples) -> None:
    url = samples.addresses[0]
    tag = _ask(url)[1]["ETag"]
    assert _ask(url, If_None_Match=tag)[0] == 304
    assert _ask(url, If_None_Match='"another"')[0] == 200


@pytest.mark.parametrize(
    "path", ["/no-such-page/", "/../server.py", "/%2e%2e/sites.csv", "//", "/?x"]
)
def test_anything_else_is_not_found(samples: Samples, path: str) -> None:
    origin = min(samples.origins)
    assert _ask(origin + path)[0] == 404


def test_two_demos_can_run_at_once(samples: Samples) -> None:
    with serve_samples() as other:
        assert not samples.origins & other.origins
        assert _ask(other.addresses[0])[2] == _ask(samples.addresses[0])[2]


def test_the_sites_are_gone_when_the_block_ends() -> None:
    with serve_samples() as running:
        url = running.addresses[0]
    with pytest.raises(urllib.error.URLError):
        _ask(url)


def test_the_sample_forces_have_the_registrys_columns_and_none_of_its_forces() -> None:
    with REGISTRY.open(encoding="utf-8") as real, serve_samples() as running:
        registry = list(csv.DictReader(real))
        invented = list(csv.DictReader(running.forces.read_text(encoding="utf-8").splitlines()))
    assert invented
    assert list(invented[0]) == list(registry[0])
    assert not {row["id"] for row in invented} & {row["id"] for row in registry}


def test_no_sample_speaks_of_a_real_force() -> None:
    with REGISTRY.open(encoding="utf-8") as real:
        names = {alias for row in csv.DictReader(real) for alias in row["aliases"].split("|")}
    for site in ("inspectorate", "press_office", "newspaper"):
        for page in (samples_folder() / site).iterdir():
            text = page.read_text(encoding="utf-8")
            assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_every_page_says_that_it_is_a_sample(samples: Samples) -> None:
    for url in samples.addresses:
        assert "Sample page that comes with Tallycheck" in _ask(url)[2]


def test_the_newspapers_structured_data_is_valid_and_agrees_with_its_page(samples: Samples) -> None:
    articles = [sample for sample in samples.inputs if sample.kind == "article"]
    assert len(articles) == 2
    for sample in articles:
        body = _ask(sample.url)[2]
        (data,) = re.findall('<script type="application/ld\\+json">(.+?)</script>', body)
        article = json.loads(data)
        assert f"<h1>{article['headline']}</h1>" in body
        assert f'<time datetime="{article["datePublished"]}">' in body
