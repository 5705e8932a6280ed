"""Addresses that lead elsewhere: round in circles, into the machine, to other hosts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from tests.hazards.server import Answer, Exchange
from tests.hazards.table import (
    BLOCKED,
    BROKEN,
    CAREFUL,
    DECOY,
    DOUBTED,
    FLAGGED,
    GOOD,
    OK,
    REJECTED,
    Hazard,
    html,
    in_turn,
    sends,
)

MAX_REQUESTS: Final = 12
STUB: Final = html("One moment, please.", "The page has moved")


def _to(place: str | Callable[[Exchange], str], *lines: str, status: int = 302) -> Answer:
    def answer(exchange: Exchange) -> None:
        where = place if isinstance(place, str) else place(exchange)
        exchange.head(f"Location: {where}", *lines, "Content-Length: 0", status=status)

    return answer


def _port(exchange: Exchange) -> int | None:
    return urlsplit(exchange.trap).port


def _trap_as(form: str) -> Answer:
    """A redirect to the trap, its host or the whole written in an unusual way."""
    return _to(lambda exchange: form.format(port=_port(exchange)))


def _by_path(**answers: Answer) -> Answer:
    """An answer a path; a redirect to /next for the page itself."""

    def answer(exchange: Exchange) -> None:
        answers.get(exchange.path.strip("/"), _to("/next"))(exchange)

    return answer


def _then_good(place: str) -> Answer:
    """A redirect from the page itself; the page from everywhere else."""

    def answer(exchange: Exchange) -> None:
        (_to(place) if exchange.path == "/page" else GOOD)(exchange)

    return answer


def _refreshes(words: str) -> Answer:
    """A page that sends its reader on by a meta element; `{trap}` stands for the trap."""

    def answer(exchange: Exchange) -> None:
        place = words.format(trap=exchange.trap)
        exchange.send(
            html("One moment, please.", "Moved", f'<meta http-equiv=refresh content="0;{place}">')
        )

    return answer


def _scripted(exchange: Exchange) -> None:
    go = f"<script>location.href = '{exchange.trap}/secret'</script>"
    exchange.send(html("One moment, please.", "Moved", go))


def _hidden_next(exchange: Exchange) -> None:
    exchange.send("User-agent: *\nDisallow: /next\n", media="text/plain")


SPELLINGS: Final = {
    "an-address": "http://127.0.0.1:{port}/secret",
    "an-integer": "http://2130706433:{port}/secret",
    "a-short-address": "http://127.1:{port}/secret",
    "a-hex-address": "http://0x7f.1:{port}/secret",
    "an-octal-address": "http://0177.0.0.1:{port}/secret",
    "all-zeros": "http://0.0.0.0:{port}/secret",
    "another-loopback": "http://127.9.8.7:{port}/secret",
    "a-mapped-address": "http://[::ffff:127.0.0.1]:{port}/secret",
    "a-mapped-hex-address": "http://[::ffff:7f00:1]:{port}/secret",
    "a-name": "http://localhost:{port}/secret",
    "a-name-with-a-dot": "http://localhost.:{port}/secret",
    "a-name-in-full-width": "http://ⓛocalhost:{port}/secret",
    "without-a-scheme": "//127.0.0.1:{port}/secret",
    "backslashes": "\\\\127.0.0.1:{port}\\secret",
    "mixed-slashes": "/\\127.0.0.1:{port}/secret",
    "one-slash": "http:/127.0.0.1:{port}/secret",
    "three-slashes": "http:///127.0.0.1:{port}/secret",
    "a-user": "http://press@127.0.0.1:{port}/secret",
    "a-user-that-looks-like-a-host": "http://127.0.0.1:80@127.0.0.1:{port}/secret",
    "a-tab-in-the-scheme": "ht\ttp://127.0.0.1:{port}/secret",
    "capitals": "HTTP://LOCALHOST:{port}/secret",
    "upgraded-to-tls": "https://127.0.0.1:{port}/secret",
}
SCHEMES: Final = {
    "file": "file:///etc/hostname",
    "file-with-host": "file://127.0.0.1/etc/hostname",
    "ftp": "ftp://127.0.0.1/a",
    "gopher": "gopher://127.0.0.1:1/_a",
    "data": "data:text/html,<h1>Fleet</h1><p>£99.9 million</p>",
    "script": "javascript:alert(1)",
    "nothing-known": "press:release",
}

CASES: Final = (
    ("two-pages-in-a-ring", _by_path(next=_to("/page")), REJECTED, "for ever"),
    ("to-itself", _to("/page"), REJECTED, "for ever"),
    (
        "no-two-hops-alike",
        _to(lambda exchange: f"/hop{len(exchange.site.paths)}"),
        REJECTED,
        "requests stops after 31 of them",
    ),
    ("no-location", sends(html(DECOY), status=302), REJECTED, "passes for a page"),
    ("location-empty", _to(""), REJECTED, "to the same page, for ever"),
    ("location-of-64-kilobytes", _to("/" + "a" * 65_000), BLOCKED | BROKEN, "a line too long"),
    (
        "location-with-a-control",
        _to("/next\x0bX-Injected: 1"),
        BLOCKED | BROKEN | OK,
        "a header within an address",
    ),
    ("location-in-utf-8", _then_good("/n\u00e9xt"), OK, "bytes beyond ASCII in a header"),
    ("location-with-blanks", _then_good("/what it cost"), OK, "no address, by the book"),
    ("300-with-choices", sends(html(DECOY), status=300), REJECTED, "not one page but a list"),
    ("moved-for-good", _by_path(next=GOOD), OK, "no hazard at all: what must still work"),
    ("to-a-broken-address", _to("http://[::1"), BLOCKED | REJECTED, "urlsplit raises"),
    ("to-a-port-too-high", _to("http://127.0.0.1:99999/"), BLOCKED | REJECTED, "no such port"),
    (
        "to-another-origin-that-may-be-read",
        _to(lambda exchange: f"{exchange.elsewhere}/page", "Set-Cookie: who=we; Path=/"),
        OK | FLAGGED | BLOCKED,
        "cookies do not know ports",
    ),
    (
        "to-another-origin-with-a-password",
        _to(lambda exchange: exchange.elsewhere.replace("//", "//press:secret@") + "/page"),
        BLOCKED,
        "the password would be sent",
    ),
    (
        "cookie-on-the-way",
        _by_path(page=_to("/next", "Set-Cookie: who=we; Path=/"), next=GOOD),
        OK,
        "each request is one of its own",
    ),
    ("meta-refresh", _refreshes("url=/next"), DOUBTED | OK, "the stub is taken for the article"),
    ("meta-refresh-to-trap", _refreshes("url={trap}/a"), DOUBTED | BLOCKED, "a hop out of sight"),
    (
        "meta-refresh-of-a-live-page",
        sends(html(head='<meta http-equiv=refresh content="0">')),
        CAREFUL,
        "the same page, for ever",
    ),
    (
        "location-on-a-page",
        sends(html(), "Location: http://127.0.0.1:1/"),
        OK,
        "without status 3xx the header means nothing",
    ),
)

STUBS: Final = (
    ("header", sends(STUB, "Refresh: 0; url=/next"), "a hop, old style"),
    ("script", _scripted, "only a browser follows"),
)

HAZARDS: Final = (
    *(
        Hazard(
            name=f"redirect-by-{name}",
            answer=answer,
            outcomes=CAREFUL,
            why=why,
            has_figure=False,
            most=MAX_REQUESTS,
        )
        for name, answer, why in STUBS
    ),
    *(
        Hazard(
            name=f"redirect-{name}", answer=answer, outcomes=outcomes, why=why, most=MAX_REQUESTS
        )
        for name, answer, outcomes, why in CASES
    ),
    *(
        Hazard(
            name=f"redirect-to-trap-by-{name}",
            answer=_trap_as(form),
            outcomes=BLOCKED | REJECTED,
            why="a page leads into the machine that reads it",
            most=MAX_REQUESTS,
        )
        for name, form in SPELLINGS.items()
    ),
    *(
        Hazard(
            name=f"redirect-to-scheme-{name}",
            answer=_to(place),
            outcomes=BLOCKED | REJECTED,
            why="only http and https are the web",
            most=1,
        )
        for name, place in SCHEMES.items()
    ),
    Hazard(
        name="redirect-into-what-robots-close",
        answer=_by_path(next=sends(html(DECOY))),
        robots=_hidden_next,
        outcomes=BLOCKED,
        why="the rules hold for every hop",
        most=1,
    ),
    Hazard(
        name="redirect-only-the-first-time",
        answer=in_turn(_to("/page"), GOOD),
        outcomes=CAREFUL | BROKEN,
        why="a site that wants a cookie first: a ring for those who bring none",
        most=MAX_REQUESTS,
    ),
)
