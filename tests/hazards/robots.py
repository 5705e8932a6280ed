"""robots.txt in every state: what it closes stays closed, what cannot be read closes all."""

from __future__ import annotations

from typing import Final

from tests.hazards.server import Answer, Exchange
from tests.hazards.table import BLOCKED, GOOD, OK, Hazard, html, sends

CLOSED: Final = "User-agent: *\nDisallow: /\n"
NEVER_ASKED: Final = 0


def _rules(words: str | bytes, status: int = 200) -> Answer:
    return sends(words, status=status, media="text/plain")


def _goes_to(place: str) -> Answer:
    """`{trap}` and `{elsewhere}` stand for those origins."""

    def answer(exchange: Exchange) -> None:
        where = place.format(trap=exchange.trap, elsewhere=exchange.elsewhere)
        exchange.head(f"Location: {where}", "Content-Length: 0", status=302)

    return answer


def _resets(exchange: Exchange) -> None:
    exchange.reset()


def _delayed(exchange: Exchange) -> None:
    """Two pages, the second not sooner than two seconds after the first, as the rules say."""
    if exchange.path == "/next":
        GOOD(exchange)
        return
    exchange.keep_away(2.0)
    exchange.head("Location: /next", "Content-Length: 0", status=302)


CLOSES: Final = (
    ("closes-all", _rules(CLOSED), "the plainest rule"),
    ("closes-us", _rules("User-agent: tallycheck\nDisallow: /\n"), "by name, in small letters"),
    ("closes-the-path", _rules("User-agent: *\nAllow: /\nDisallow: /pa\n"), "the longer wins"),
    ("closes-by-wildcard", _rules("User-agent: *\nDisallow: /*ge$\n"), "a pattern, not a prefix"),
    ("closes-in-percent", _rules("User-agent: *\nDisallow: /%70age\n"), "the same path, encoded"),
    ("behind-a-mark", _rules(b"\xef\xbb\xbf" + CLOSED.encode()), "a byte order mark: no line"),
    ("lines-end-in-cr", _rules(CLOSED.replace("\n", "\r")), "one long line to some"),
    (
        "after-400-kilobytes",
        _rules("# a comment\n" * 33_000 + CLOSED),
        "at least 500 kB are to be read",
    ),
    (
        "among-noise",
        _rules(b"\xff\xfe\x00\n<html>\n" + CLOSED.encode() + b"\0\0\n"),
        "the lines that can be read count",
    ),
    ("labelled-html", sends(CLOSED), "the label does not matter"),
    ("in-capitals", _rules("USER-AGENT: *\nDISALLOW: /\n"), "names have no case"),
    ("for-two-names", _rules("User-agent: other\nUser-agent: *\nDisallow: /\n"), "one group"),
    ("500", _rules("", 500), "a site that cannot say its rules"),
    ("503", _rules("", 503), "the same"),
    ("reset", _resets, "the same"),
    ("too-many-requests", _rules("", 429), "the same, politely"),
)
OPENS: Final = (
    ("404", _rules(CLOSED, 404), "no rules: everything is open"),
    ("403", _rules(CLOSED, 403), "a 4xx is no rules, says RFC 9309"),
    ("410", _rules(CLOSED, 410), "the same"),
    ("empty", _rules(""), "nothing is closed"),
    ("a-page", sends(html("Welcome.")), "a site that answers every address"),
    ("others-closed", _rules("User-agent: other\nDisallow: /\n"), "not us"),
    ("longer-rule-opens", _rules("User-agent: *\nDisallow: /\nAllow: /page\n"), "longest match"),
    ("closes-nothing", _rules("User-agent: *\nDisallow:\n"), "an empty rule"),
    ("two-megabytes", _rules("# a comment\n" * 170_000), "the rest is not read"),
    ("a-million-stars", _rules(f"User-agent: *\nDisallow: /{'*a' * 20_000}b\n"), "backtracking"),
    ("delay-nonsense", _rules("User-agent: *\nCrawl-delay: -nan\n"), "no number to sleep by"),
    ("moved", _goes_to("{elsewhere}/robots.txt"), "up to five redirects count as the file"),
)

HAZARDS: Final = (
    *(
        Hazard(
            name=f"robots-{name}",
            answer=GOOD,
            robots=robots,
            outcomes=BLOCKED,
            why=why,
            most=NEVER_ASKED,
        )
        for name, robots, why in CLOSES
    ),
    *(
        Hazard(name=f"robots-{name}", answer=GOOD, robots=robots, outcomes=OK, why=why)
        for name, robots, why in OPENS
    ),
    Hazard(
        name="robots-delay-of-a-day",
        answer=GOOD,
        robots=_rules("User-agent: *\nCrawl-delay: 86400\n"),
        outcomes=OK,
        why="one page, then a day off: any other page of the host would wait",
        is_slow=True,
    ),
    Hazard(
        name="robots-in-a-ring",
        answer=GOOD,
        robots=_goes_to("/robots.txt"),
        outcomes=OK | BLOCKED,
        why="unavailable or unreachable: both can be held",
    ),
    Hazard(
        name="robots-in-the-trap",
        answer=GOOD,
        robots=_goes_to("{trap}/robots.txt"),
        outcomes=OK | BLOCKED,
        why="the rules' redirects are under policy too",
    ),
    Hazard(
        name="robots-ask-for-a-pause",
        answer=_delayed,
        robots=_rules("User-agent: *\nCrawl-delay: 2\n"),
        outcomes=OK,
        why="the site's own pace counts, on every hop",
    ),
)
