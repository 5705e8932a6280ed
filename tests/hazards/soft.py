"""Pages with status 200 that are not what was asked for, or do not show it."""

from __future__ import annotations

from typing import Final

from tests.hazards.server import Answer
from tests.hazards.table import (
    BLOCKED,
    CAREFUL,
    DECOY,
    DOUBTED,
    FACT,
    FLAGGED,
    OK,
    Hazard,
    html,
    sends,
)

MENU: Final = f"<ul><li><a href=/a>{DECOY}</a></li></ul>"
LEAD: Final = f"<p>{FACT}</p>"


def _body(markup: str, head: str = "<title>What the fleet cost</title>") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{markup}</body></html>"


def _beside(markup: str, head: str = "") -> Answer:
    """A good page with something beside its one paragraph."""
    title = "<title>What the fleet cost</title>"
    page = f"<main><h1>What the fleet cost</h1>{LEAD}{markup}</main>"
    return sends(_body(page, title + head))


NOT_THE_PAGE: Final = (
    ("not-found", html(f"Try one of these: {DECOY}", "Page not found")),
    ("not-found-404", html(f"Popular now: {DECOY}", "404")),
    ("not-found-sorry", html(f"We can’t find the page you’re looking for. {DECOY}", "Sorry")),
    ("not-found-in-words", html("This page no longer exists. " + DECOY, "Fenmarch Police")),
    ("not-found-oops", html(f"Something went wrong. {DECOY}", "Oops!")),
    ("not-found-error-title", html(f"Error 404. {DECOY}", "Error")),
    ("moved-away", html(f"The page you requested has been removed. {DECOY}", "Page removed")),
    ("maintenance", html(f"We will be back soon. {DECOY}", "Site under maintenance")),
    ("unavailable", html(f"Please try later. {DECOY}", "Service temporarily unavailable")),
    ("consent", html(f"We and our partners store cookies. {DECOY}", "We value your privacy")),
    ("consent-before", html(f"Accept all cookies to go on. {DECOY}", "Before you continue")),
    ("sign-in", html(f"Sign in to read this story. {DECOY}", "Sign in to continue")),
    ("subscribe", html("Subscribe to read this story in full.", "Subscribe to continue reading")),
    ("session-over", html("Your session has expired. Please sign in.", "Session expired")),
)
CHALLENGES: Final = (
    ("checking", html("Checking your browser before you go on.", "Just a moment...")),
    ("human", html("Complete the check below to go on.", "Verify you are human")),
    ("denied", html("You do not have permission. Reference 18.2f.", "Access denied")),
    ("unusual-traffic", html("We saw unusual traffic from your network.", "Are you a robot?")),
)
NOT_SHOWN: Final = (
    ("script-only", _body(f"<div id=app></div><script>let t = '{DECOY}'</script>"), "no text"),
    (
        "needs-script",
        _body(f"<noscript>Please enable JavaScript.</noscript><script>t='{DECOY}'</script>"),
        "the text comes later, in a browser",
    ),
    ("frames", _body("<frameset><frame src=/a></frameset>"), "the text is in another page"),
    ("title-only", _body("<main><h1>Fleet cost £99.9 million</h1></main>"), "no text below it"),
    (
        "picture-only",
        _body("<main><h1>Costs</h1><img src=a.png></main>"),
        "the figure is a picture",
    ),
)
HIDDEN: Final = {
    "by-style": f'<p style="display:none">{DECOY}</p>',
    "by-style-in-capitals": f'<p style="DISPLAY : None !important">{DECOY}</p>',
    "by-visibility": f'<p style="visibility: hidden">{DECOY}</p>',
    "by-opacity": f'<p style="opacity:0">{DECOY}</p>',
    "by-attribute": f"<p hidden>{DECOY}</p>",
    "by-aria": f'<p aria-hidden="true">{DECOY}</p>',
    "in-a-template": f"<template><p>{DECOY}</p></template>",
    "in-a-comment": f"<!-- <p>{DECOY}</p> -->",
    "in-noscript": f"<noscript><p>{DECOY}</p></noscript>",
    "in-a-script": f'<script type="text/plain"><p>{DECOY}</p></script>',
    "in-a-text-field": f"<textarea>{DECOY}</textarea>",
    "in-a-closed-dialog": f"<dialog><p>{DECOY}</p></dialog>",
    "in-a-frame": f'<iframe srcdoc="<p>{DECOY}</p>"></iframe>',
    "in-an-object": f"<object><p>{DECOY}</p></object>",
    "in-an-attribute": f'<p title="{DECOY}" data-text="{DECOY}">No more is known.</p>',
    "in-no-size": f'<p style="font-size:0">{DECOY}</p>',
    "off-the-screen": f'<p style="position:absolute;left:-9999px">{DECOY}</p>',
    "by-a-child-of-hidden": f'<div style="display:none"><section><p>{DECOY}</p></section></div>',
    "in-a-menu": f"<nav>{MENU}</nav>",
    "in-the-foot": f"<footer><p>{DECOY}</p></footer>",
}
BY_SHEET: Final = "<style>.gone { display: none }</style>"

HAZARDS: Final = (
    *(
        Hazard(
            name=f"soft-{name}",
            answer=sends(page),
            outcomes=FLAGGED,
            why="says 200, and that it is not the page",
        )
        for name, page in NOT_THE_PAGE
    ),
    *(
        Hazard(
            name=f"challenge-{name}",
            answer=sends(page),
            outcomes=FLAGGED | BLOCKED,
            why="a puzzle for browsers with status 200",
        )
        for name, page in CHALLENGES
    ),
    *(
        Hazard(name=f"unseen-{name}", answer=sends(page), outcomes=DOUBTED, why=why)
        for name, page, why in NOT_SHOWN
    ),
    *(
        Hazard(
            name=f"hidden-{name}",
            answer=_beside(markup),
            outcomes=OK,
            why="what no reader sees is no statement",
        )
        for name, markup in HIDDEN.items()
    ),
    Hazard(
        name="hidden-by-the-style-sheet",
        answer=_beside(f'<p class="gone">{DECOY}</p>', BY_SHEET),
        outcomes=CAREFUL,
        why="a class that the page itself hides",
    ),
    Hazard(
        name="cookie-banner-over-the-page",
        answer=sends(
            _body(f"<div><p>We use cookies. Accept?</p></div><main><h1>Fleet</h1>{LEAD}</main>")
        ),
        outcomes=OK,
        why="a banner is no wall",
    ),
)
