"""GOV.UK through its content interface: what it gives, and what it refuses to guess."""

from __future__ import annotations

import json

import pytest

from sources.registry import load_forces
from sources.sites.govuk import SOURCE, page_of, served_at
from sources.source import publisher_at
from tests.sources.reading import read
from warehouse.errors import ParseError

URL = "https://www.gov.uk/government/statistics/crime-in-a-year"


def test_a_page_is_asked_for_at_the_interface_and_known_by_its_own_address() -> None:
    assert served_at(f"{URL}?x=1#part") == (
        "https://www.gov.uk/api/content/government/statistics/crime-in-a-year"
    )
    answer = {"title": "Crime", "details": {"body": "<p>In all 40 offences were recorded.</p>"}}
    assert read(json.dumps(answer).encode(), URL, "application/json").url == URL


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        ("[1]", "TypeError"),
        ("{", "JSONDecodeError"),
        ('{"title": "A page"}', "KeyError"),
        ('{"title": "A list", "document_type": "finder", "details": {}}', "a finder without"),
    ],
)
def test_an_answer_that_is_no_page_is_named(answer: str, seen: str) -> None:
    with pytest.raises(ParseError, match=seen):
        page_of(answer, URL)


def test_words_of_an_answer_are_no_markup_outside_its_body() -> None:
    answer = {
        "title": "<script>1</script>",
        "description": "</p><b>x",
        "web_url": 'https://x.example/"><i>',
        "details": {"body": "<p>Text.</p>"},
    }
    page = page_of(json.dumps(answer), URL)
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page


def test_other_hosts_under_gov_uk_are_not_its() -> None:
    forces = load_forces()
    assert SOURCE.holds(URL)
    assert publisher_at("https://www.cumbria-pcc.gov.uk/news/a", forces) != "govuk"
