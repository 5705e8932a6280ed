"""Pages that answer 200 and are not the page: each is told from an article by name."""

from __future__ import annotations

import pytest

from sources.page.states import is_cut
from tests.sources.reading import STORY, lines, read
from warehouse.errors import NotEvidenceError, ParseError, RefusedError

FACT = "<p>Marlshire Police seized £4m in cash last year.</p>"
STORY_TEXT = "<p>Marlshire Police seized £4m in cash last year, figures show.</p>" * 40

CONSENT = (
    "With your consent we and 842 partners keep personal data on your device. You may accept all "
    "or manage options. Vendors are listed."
)
NOW = "<meta http-equiv=refresh content='0; url=/new'>"
AGAIN = f"<meta http-equiv=refresh content='0; url={STORY}'>"
LATER = "<meta http-equiv=Refresh content='5;/new'>"


def page(body: str, title: str = "Marlshire Police", head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    )


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        (page(f"<h1>Page not found</h1>{FACT}"), "an error page"),
        (page(f"<h1>Marlshire Police</h1>{FACT}", "Page not found | Marlshire Police"), "an error"),
        (page(f"<h1>News</h1>{STORY_TEXT}", "404 - Not found"), "an error page"),
        (page(f"<h1>News</h1><p>The page you are looking for does not exist.</p>{FACT}"), "an err"),
        (page(f"<h1>News</h1><p>That story is no longer available. Popular:</p>{FACT}"), "an err"),
        (page(f"<h1>Hello</h1><p>We are unable to locate that page.</p>{FACT}"), "an error page"),
        (page(f"<h1>Back soon</h1><p>Planned work until 6pm.</p>{FACT}"), "an error page"),
        (page("<h1>Oops</h1><p>It went wrong 3 times.</p>"), "an error page"),
        (page(f"<h1>Before you continue</h1>{FACT}"), "a wall"),
        (page("<h1>Cookies on the Marl Post</h1><p>Some of our 842 partners set them.</p>"), "a w"),
        (
            page(f"<h1>Marl Post</h1><p>{CONSENT}</p>"),
            "a wall",
        ),
        (page("<p>We use cookies.</p><button>Accept all</button>"), "a wall"),
        (page("<h1>Sign in to continue</h1><p>Over 30,000 readers have.</p>"), "a wall"),
        (page("<h1>Raids</h1><p>Subscribe to read this story and 900 others.</p>"), "a wall"),
        (page("<div id=app></div><script src=/app.js></script>"), "only a script"),
        (page("<div id=app>Loading 1 of 3 ...</div><script>go()</script>"), "only a script"),
        (page("<h1>Moved</h1><p>One moment, please.</p>"), "only a script"),
        (page("<p>Redirecting to the new site in 5 seconds.</p>"), "only a script"),
        (page(f"<h1>Account</h1><p>Your session has expired.</p>{FACT}"), "a wall"),
        (page(f"<h1>Old</h1>{FACT}", head=AGAIN), "elsewhere"),
        (page("<div>You need to enable JavaScript to run this app.</div>"), "a wall"),
        (page("<noscript>Enable JavaScript.</noscript><script>go()</script>"), "only a script"),
        (page(f"<h1>Old</h1>{FACT}", head=NOW), "elsewhere"),
        (page(f"<h1>Old</h1>{FACT}", head=LATER), "elsewhere"),
        (f"<html><body><main><h1>Cash</h1>{FACT}<p>It paid £19", "stops before its end"),
        (f"<html><body><h1>Cash</h1>{FACT}<p>It paid £19</p><a hr", "stops before its end"),
        (f"<html><body><div><h1>Cash</h1>{FACT}", "stops before its end"),
    ],
)  # fmt: skip
def test_what_only_answers_in_a_pages_place_is_no_evidence(markup: str, what: str) -> None:
    with pytest.raises(NotEvidenceError, match=what):
        read(markup)


@pytest.mark.parametrize(
    "markup",
    [
        page("<h1>Just a moment...</h1><p>Waiting for www.marlpost.example to respond.</p>"),
        page("<p>Checking your browser before you enter. Ray 84.</p>", "Just a moment..."),
        page("<h1>Please verify you are a human</h1><p>Reference 18.2.</p>"),
        page("<h1>Access Denied</h1><p>You have no permission. Reference 18.7.</p>"),
        page("<h1>Pardon our interruption</h1><p>Something made us think of a bot.</p>"),
    ],
)
def test_a_challenge_is_a_refusal(markup: str) -> None:
    with pytest.raises(RefusedError, match="a challenge"):
        read(markup)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Sorry statement: force pays £4m", STORY_TEXT),
        ("404 arrests in a year of raids", FACT),
        ("Missing: a page from the custody book", FACT),
        ("Just a moments work: how a scam cost £4m", FACT),
        ("Cookies and custody: a day with the cells team", FACT),
        ("Access denied to 40 burglars", FACT),
        ("Your chance", "<p>It said the film of 3 raids could not be found.</p>" + STORY_TEXT),
        ("Cash", FACT + "<p>Data on 300 vehicles is no longer kept, and 4 files were removed.</p>"),
        ("Cash", f"<p>{CONSENT}</p>" + FACT * 12),
        ("Cash", f"<div role=dialog><p>We value your privacy. We use cookies.</p></div>{FACT}"),
    ],
)  # fmt: skip
def test_an_article_that_uses_the_same_words_is_still_an_article(title: str, body: str) -> None:
    document = read(page(f"<article><h1>{title}</h1>{body}</article>", f"{title} - Marl Post"))
    assert "£4m" in document.text


@pytest.mark.parametrize("content", ["300", f"30; url={STORY}", "900;url=/elsewhere", "no number"])
def test_a_page_that_only_loads_itself_again_is_read(content: str) -> None:
    head = f'<meta http-equiv="refresh" content="{content}">'
    assert lines(read(page(f"<h1>Cash</h1>{FACT}", head=head)))


@pytest.mark.parametrize(
    ("markup", "cut"),
    [
        ("<html><body><p>One.<p>Two.", False),
        ("<html><body><div><p>One.", True),
        ("<html><body><p>One</p></body>", False),
        ("<html><body><p>It cost £1", True),
        ("<div><p>A fragment that is no whole page", False),
        ("<!doctype html><title>T</title><p>One.</p>", False),
    ],
)
def test_only_what_a_whole_page_would_close_tells_a_cut(markup: str, cut: bool) -> None:
    assert is_cut(markup) is cut


def test_a_page_with_nothing_at_all_is_an_error_not_a_state() -> None:
    with pytest.raises(ParseError) as caught:
        read(page("<h1>News</h1>"))
    assert not isinstance(caught.value, NotEvidenceError)


def test_an_error_message_in_plain_text_is_no_document() -> None:
    with pytest.raises(NotEvidenceError, match="404"):
        read("404 page not found", media_type="text/plain")
