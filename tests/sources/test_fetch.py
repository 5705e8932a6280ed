"""The client over real HTTP on loopback: what it asks, what it accepts, what it never does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from sources.client.pace import Pace
from sources.client.policy import check, is_public, origin_of
from sources.fetch import Client
from tests.sources.server import HTML, Web, serving
from warehouse.errors import RefusedError, UnreachableError, UnreadableError, UsageError

NOW = datetime(2025, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as main, serving() as private:
        main.elsewhere = private.origin
        yield main
        assert private.asked == [], "a request reached an origin that was not allowed"


@dataclass
class Clock:
    """Seconds that pass only by sleeping."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds


def client(web: Web, clock: Clock | None = None, **options: float) -> Client:
    ticking = clock or Clock()
    return Client(
        allow_origins=[web.origin],
        clock=ticking,
        sleep=ticking.sleep,
        now=lambda: NOW,
        seconds=options.get("seconds", 20.0),
        limit=int(options.get("limit", 200_000)),
    )


def test_a_page_comes_with_all_that_its_snapshot_records(web: Web) -> None:
    fetched = client(web).get(web.origin + "/page")
    snapshot = fetched.snapshot
    assert (fetched.body, fetched.attempts, fetched.warnings) == (HTML, 1, ())
    assert (snapshot.url, snapshot.final_url) == (web.origin + "/page",) * 2
    assert (snapshot.status, snapshot.media_type, snapshot.etag) == (200, "text/html", '"v1"')
    assert (snapshot.charset, snapshot.charset_why) == ("utf-8", "valid UTF-8")
    assert (snapshot.size, snapshot.fetched_at) == (len(HTML), NOW)


def test_every_request_says_who_we_are_and_asks_for_gzip_only(web: Web) -> None:
    client(web).get(web.origin + "/page")
    assert web.paths() == ["/robots.txt", "/page"]
    for _, headers, _ in web.asked:
        assert headers["User-Agent"].startswith("Tallycheck/")
        assert "contact: " in headers["User-Agent"]
        assert headers["Accept-Encoding"] == "gzip"


def test_gzip_is_decoded(web: Web) -> None:
    assert client(web).get(web.origin + "/gzip").body == HTML


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/cut-gzip", "stops before its end"),
        ("/gzip-bomb", "more"),
        ("/brotli", "'br'"),
        ("/large", "300000 announced"),
        ("/announced-large", "99000000000 announced"),
        ("/cut", "cut short"),
        ("/empty", "without a body"),
        ("/missing", "status 404"),
        ("/partial", "status 206"),
        ("/unasked-304", "status 304"),
        ("/nowhere", "status 302 alone"),
    ],
)
def test_what_is_no_whole_page_is_unreadable_and_asked_for_once(
    web: Web, path: str, seen: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        client(web).get(web.origin + path)
    assert seen in caught.value.seen
    assert web.counts[path] == 1


@pytest.mark.parametrize("path", ["/trickle", "/header-trickle"])
def test_a_trickle_ends_with_the_time_of_the_fetch(web: Web, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableError, match=r"within 0\.[0-9] s"):
        client(web, seconds=0.6).get(web.origin + path)
    assert time.monotonic() - began < 3


def test_a_redirect_is_followed_without_its_body_and_without_cookies(web: Web) -> None:
    began = time.monotonic()
    assert client(web).get(web.origin + "/redirect-bomb").body == HTML
    fetched = client(web).get(web.origin + "/moved")
    assert fetched.snapshot.final_url == web.origin + "/page"
    assert fetched.snapshot.url == web.origin + "/moved"
    assert not any("Cookie" in headers for _, headers, _ in web.asked)
    assert time.monotonic() - began < 5


def test_redirects_end_after_ten(web: Web) -> None:
    with pytest.raises(UnreadableError, match="at most 10 redirects"):
        client(web).get(web.origin + "/loop")
    assert web.counts["/loop"] == 11


@pytest.mark.parametrize(
    ("path", "expected"), [("/inside", "anyone on the internet"), ("/file", "http or https")]
)
def test_a_redirect_out_of_policy_is_refused(web: Web, path: str, expected: str) -> None:
    with pytest.raises(RefusedError, match=expected):
        client(web).get(web.origin + path)


def test_403_is_a_stop(web: Web) -> None:
    with pytest.raises(RefusedError, match="status 403"):
        client(web).get(web.origin + "/forbidden")
    assert web.counts["/forbidden"] == 1


def test_busy_servers_are_asked_again_and_no_sooner_than_they_say(web: Web) -> None:
    clock = Clock()
    fetched = client(web, clock).get(web.origin + "/busy")
    assert (fetched.body, fetched.attempts) == (HTML, 3)
    assert clock.slept[0] >= 3


def test_a_server_that_stays_broken_is_given_up_after_four_tries(web: Web) -> None:
    with pytest.raises(UnreachableError, match="status 500"):
        client(web).get(web.origin + "/broken")
    assert web.counts["/broken"] == 4


def test_a_long_wait_is_not_waited_out(web: Web) -> None:
    clock = Clock()
    with pytest.raises(UnreachableError, match="wait 120 s"):
        client(web, clock).get(web.origin + "/later")
    assert clock.slept == []


def test_an_unchanged_page_is_304_where_we_asked(web: Web) -> None:
    first = client(web).get(web.origin + "/cached")
    again = client(web).get(web.origin + "/cached", etag=first.snapshot.etag)
    assert (again.snapshot.status, again.body) == (304, b"")


def test_robots_rules_hold_and_are_read_once(web: Web) -> None:
    web.robots = (200, b"User-agent: *\nDisallow: /page\nAllow: /gzip\n")
    asking = client(web)
    for _ in range(2):
        with pytest.raises(RefusedError, match="disallows"):
            asking.get(web.origin + "/page")
    assert asking.get(web.origin + "/gzip").body == HTML
    assert web.paths() == ["/robots.txt", "/gzip"]


def test_rules_for_our_name_win_over_rules_for_all(web: Web) -> None:
    web.robots = (200, b"User-agent: *\nDisallow: /\n\nUser-agent: tallycheck\nDisallow: /gzip\n")
    assert client(web).get(web.origin + "/page").body == HTML


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_cannot_say_its_rules_is_left_alone(web: Web, status: int) -> None:
    web.robots = (status, b"")
    with pytest.raises(RefusedError, match=f"status {status}"):
        client(web).get(web.origin + "/page")
    assert web.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_allows_all(web: Web, status: int) -> None:
    web.robots = (status, b"User-agent: *\nDisallow: /\n")
    assert client(web).get(web.origin + "/page").body == HTML


def test_a_crawl_delay_is_kept_even_on_loopback(web: Web) -> None:
    web.robots = (200, b"User-agent: *\nCrawl-delay: 7\n")
    clock = Clock()
    asking = client(web, clock)
    asking.get(web.origin + "/page")
    asking.get(web.origin + "/gzip")
    assert clock.slept == [7.0]


def test_nobody_there_is_unreachable_after_four_tries() -> None:
    with serving() as gone:
        pass
    with pytest.raises(
        UnreachableError, match=r"/page: expected a server, seen .*refused"
    ) as caught:
        client(gone).get(gone.origin + "/page")
    assert caught.value.attempts == 4


def test_one_host_waits_and_another_does_not() -> None:
    clock = Clock()
    pace = Pace(5.0, clock, clock.sleep)
    for host in ("a.example", "b.example", "a.example"):
        with pace.turn(host):
            clock.seconds += 1.0
    assert clock.slept == [4.0]
    for _ in range(2):
        with pace.turn("loopback.example", near=True):
            pass
    assert clock.slept == [4.0]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "127.1", "0x7f.1", "0", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",  # noqa: S104
     "10.1.2.3", "169.254.169.254", "192.168.0.1", "100.64.0.1", "[fd00::1]", "[fe80::1]",
     "[2002:7f00:1::]", "[64:ff9b::7f00:1]", "224.0.0.1", "localhost"],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_allowed(host: str) -> None:
    with pytest.raises(RefusedError, match="expected an address that anyone"):
        check(f"http://{host}/", frozenset())


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "//a.example/", "a.example", "",
     "http://user@a.example/", "http://a.example:99999/", "http://[::1/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(RefusedError, match="expected"):
        check(url, frozenset(), lambda _host, _port: ["93.184.216.34"])


def test_one_private_address_among_many_refuses_the_name() -> None:
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        check("http://a.example/", frozenset(), lambda _h, _p: ["93.184.216.34", "10.0.0.1"])
    assert is_public("93.184.216.34")


def test_the_connection_goes_to_the_address_that_was_checked(web: Web) -> None:
    port = int(web.origin.rpartition(":")[2])
    answers = iter([["127.0.0.1"], ["127.0.0.1"]])
    clock = Clock()
    asking = Client(
        allow_origins=[f"http://press.example:{port}"],
        clock=clock,
        sleep=clock.sleep,
        resolver=lambda _host, _port: next(answers),
    )
    assert asking.get(f"http://press.example:{port}/page").body == HTML
    assert web.asked[-1][1]["Host"] == f"press.example:{port}"


def test_a_name_that_does_not_resolve_is_unreachable() -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(UnreachableError, match="no such name"):
        check("http://nowhere.example/", frozenset(), unknown)


def test_the_environment_lends_neither_proxy_nor_password(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", web.elsewhere)
    monkeypatch.setenv("http_proxy", web.elsewhere)
    assert client(web).get(web.origin + "/page").body == HTML


def test_an_allowed_origin_is_exact_and_well_formed() -> None:
    assert origin_of("https://a.example/x") == "https://a.example:443"
    for broken in ("127.0.0.1:80", "http://", "", "http://a.example:port"):
        with pytest.raises(UsageError, match="scheme://host:port"):
            Client(allow_origins=[broken])
