"""The client's parts: where redirects may lead, lookups, names of failures, robots' rules."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from sources.client.failures import NotConnectedError, TooSlowError, UntrustedError
from sources.client.hosts import follow, registrable
from sources.client.names import within
from sources.client.policy import check
from sources.client.robots import AGENT, deciding_line
from sources.fetch import Client, Trail, agent_name
from sources.source import publisher_at
from tests.sources.reading import FORCES
from tests.sources.server import HTML, Web, serving
from warehouse.errors import LaterError, RefusedError, UnreachableError, UnreadableError

PUBLIC = ["93.184.216.34"]


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as main:
        yield main


def client(web: Web, **options: float) -> Client:
    return Client(
        allow_origins=[web.origin],
        sleep=lambda _seconds: None,
        jitter=lambda: 0.5,
        seconds=options.get("seconds", 20.0),
    )


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("www.marlpost.co.uk", "marlpost.co.uk"),
        ("news.cumbria.police.uk", "cumbria.police.uk"),
        ("hmicfrs.justiceinspectorates.gov.uk", "justiceinspectorates.gov.uk"),
        ("co.uk", "co.uk"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("", ""),
    ],
)
def test_a_host_belongs_to_whoever_registered_its_domain(host: str, own: str) -> None:
    assert registrable(host) == own


def _publisher_at(url: str) -> str:
    return publisher_at(url, FORCES)


@pytest.mark.parametrize(
    ("asked", "place", "doubt"),
    [
        ("http://marlpost.co.uk/a", "https://www.marlpost.co.uk/a", ""),
        ("https://www.cumbria.police.uk/a", "https://www.news.cumbria.police.uk/a", ""),
        (
            "https://marlpost.co.uk/a",
            "https://www.kent.police.uk/a",
            "redirected to another publisher: https://www.kent.police.uk/a",
        ),
    ],
)
def test_a_redirect_may_lead_to_the_same_publisher_or_doubtfully_to_a_known_one(
    asked: str, place: str, doubt: str
) -> None:
    assert follow(asked, place, _publisher_at) == doubt


@pytest.mark.parametrize(
    "place",
    [
        "https://elsewhere.co.uk/a",
        "https://marlpost.co.uk.evil.example/",
        "https://evil.example/marlpost.co.uk",
        "http://93.184.216.34/",
    ],
)
def test_a_redirect_to_a_stranger_is_refused(place: str) -> None:
    with pytest.raises(RefusedError, match=r"within marlpost\.co\.uk or to a registered publisher"):
        follow("https://www.marlpost.co.uk/a", place, _publisher_at)


@pytest.mark.parametrize("url", ["http://[::1/", "http://a.example:99999/", "http://", "x"])
def test_what_is_no_address_is_refused_and_breaks_nothing(url: str) -> None:
    with pytest.raises(RefusedError, match="expected"):
        Client().get(url)


def test_no_stranger_is_asked_for_after_a_redirect(web: Web) -> None:
    port = web.origin.rpartition(":")[2]
    looked_up: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    asking = Client(
        allow_origins=[f"http://press.example:{port}"], resolver=resolver, sleep=lambda _: None
    )
    web.elsewhere = "http://stranger.example"
    with pytest.raises(RefusedError, match=r"one to http://stranger\.example/page"):
        asking.get(f"http://press.example:{port}/inside")
    assert set(looked_up) == {"press.example"}


def test_an_origin_that_is_allowed_may_be_redirected_to_without_doubt(web: Web) -> None:
    with serving() as peer:
        web.elsewhere = peer.origin
        asking = Client(allow_origins=[web.origin, peer.origin])
        fetched = asking.get(web.origin + "/inside")
        assert (fetched.warnings, fetched.snapshot.final_url) == ((), peer.origin + "/page")
        assert not any({"Cookie", "Authorization"} & set(asked) for _, asked, _ in peer.asked)


def test_a_name_that_means_another_address_the_second_time_is_checked_again(web: Web) -> None:
    port = web.origin.rpartition(":")[2]
    answers = iter([PUBLIC, ["127.0.0.1"]])
    asking = Client(resolver=lambda _host, _port: next(answers), sleep=lambda _: None, seconds=0.3)
    with pytest.raises((RefusedError, UnreachableError)):
        asking.get(f"http://press.example:{port}/page")
    assert web.asked == []


def test_a_lookup_that_hangs_is_given_up() -> None:
    hold = threading.Event()

    def hanging(_host: str, _port: int) -> list[str]:
        hold.wait(10)
        return PUBLIC

    began = time.monotonic()
    with pytest.raises(UnreachableError, match=r"no answer to the lookup within 0\.2 s"):
        check("http://slow.example/", frozenset(), within(0.2, hanging))
    hold.set()
    assert time.monotonic() - began < 2


def test_a_name_in_other_letters_is_asked_for_as_dns_writes_it() -> None:
    target = check("http://pölice.example/a", frozenset(), lambda _host, _port: PUBLIC)
    assert (target.host, target.host_header) == ("xn--plice-jua.example",) * 2


def test_who_gives_no_proof_of_identity_is_not_believed(web: Web) -> None:
    origin = web.origin.replace("http:", "https:")
    with pytest.raises(UntrustedError, match="proves whose it is") as caught:
        Client(allow_origins=[origin], sleep=lambda _: None).get(origin + "/page")
    assert caught.value.attempts == 1


def test_a_server_that_says_nothing_of_its_rules_is_left_alone() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        origin = f"http://127.0.0.1:{silent.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(RefusedError, match=r"robots\.txt.*no answer"):
            Client(allow_origins=[origin], seconds=0.8).get(origin + "/page")
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"HELLO\r\n\r\n", UnreadableError),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 70_000 + b"\r\n\r\nbody", UnreadableError),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\nbody", UnreadableError),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nbody",
            UnreadableError,
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n", UnreadableError),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nbody", UnreadableError),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nbody", UnreadableError),
        (b"HTTP/1.1 302 X\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n", RefusedError),
        (b"HTTP/1.1 302 X\r\nLocation: javascript:a()\r\nContent-Length: 0\r\n\r\n", RefusedError),
        (b"", UnreachableError),
    ],
)
def test_what_is_no_answer_by_the_rules_is_named_as_what_it_is(
    answer: bytes, error: type[Exception]
) -> None:
    with raw_server(answer) as origin, pytest.raises(error) as caught:
        Client(allow_origins=[origin], sleep=lambda _: None).get(origin + "/page")
    assert type(caught.value) is error


def test_a_reason_is_one_line_without_a_servers_control_characters() -> None:
    answer = "HTTP/1.1 20 \x1b[31mno\u202e\r\n\r\n".encode()
    with raw_server(answer) as origin, pytest.raises(UnreadableError) as caught:
        Client(allow_origins=[origin]).get(origin + "/page")
    assert str(caught.value).isprintable()
    assert "HTTP/1.1 20" in str(caught.value)


class raw_server:  # noqa: N801 - used like a function
    """A server that sends the same bytes to every request but the one for robots.txt."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.listener = socket.create_server(("127.0.0.1", 0))

    def __enter__(self) -> str:
        threading.Thread(target=self._serve, daemon=True).start()
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self.listener.close()

    def _serve(self) -> None:
        while True:
            try:
                asking, _ = self.listener.accept()
            except OSError:
                return
            with asking:
                request = asking.recv(65_536)
                no_rules = b"HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n"
                asking.sendall(no_rules if b" /robots.txt " in request else self.answer)


@pytest.mark.parametrize(
    ("name", "value"), [("cf-mitigated", "challenge"), ("x-amzn-waf-action", "Captcha")]
)
def test_a_gatekeepers_puzzle_is_a_stop_whatever_its_status(name: str, value: str) -> None:
    answer = f"HTTP/1.1 503 X\r\n{name}: {value}\r\nContent-Length: 0\r\n\r\n".encode()
    with raw_server(answer) as origin, pytest.raises(RefusedError, match="a challenge") as caught:
        Client(allow_origins=[origin], sleep=lambda _: None).get(origin + "/page")
    assert caught.value.attempts == 1


@pytest.mark.parametrize(("chance", "expected"), [(0.0, [0.25, 0.5, 1.0]), (1.0, [0.75, 1.5, 3.0])])
def test_waits_between_tries_are_spread_by_chance(
    web: Web, chance: float, expected: list[float]
) -> None:
    slept: list[float] = []
    asking = Client(allow_origins=[web.origin], sleep=slept.append, jitter=lambda: chance)
    with pytest.raises(UnreachableError):
        asking.get(web.origin + "/broken")
    assert slept == expected


def test_a_long_wait_comes_with_its_end(web: Web) -> None:
    asking = client(web)
    with pytest.raises(LaterError, match="wait 120 s, until") as caught:
        asking.get(web.origin + "/later")
    assert 110 < (caught.value.not_before - asking.now()).total_seconds() <= 120


def test_the_trail_tells_every_hop_with_the_rule_that_allowed_it(web: Web) -> None:
    web.robots = (200, b"User-agent: *\nDisallow: /p\nAllow: /page\n")
    trail = Trail()
    client(web).get(web.origin + "/moved", trail=trail)
    assert [(hop.url, hop.status, hop.rule) for hop in trail.hops] == [
        (web.origin + "/moved", 301, "no line of robots.txt speaks of it"),
        (web.origin + "/page", 200, "Allow: /page"),
    ]


ROBOTS = """\
User-agent: other
User-agent: Tallycheck
Disallow: /a # a comment
Allow: /a/b$
Disallow: /*.pdf

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/x", ""),
        ("/a/c", "Disallow: /a"),
        ("/a/b", "Allow: /a/b$"),
        ("/report.pdf", "Disallow: /*.pdf"),
    ],
)
def test_the_longest_rule_of_our_own_group_decides(path: str, line: str) -> None:
    assert deciding_line(ROBOTS, f"https://a.example{path}", AGENT) == line


def test_rules_for_all_hold_where_there_are_none_for_us() -> None:
    text = "\ufeffuser-agent: *\nDisallow:\nCrawl-delay: 3\ndisallow: /private"
    assert deciding_line(text[1:], "https://a.example/private/x", AGENT) == "Disallow: /private"
    assert not deciding_line(text[1:], "https://a.example/open", AGENT)


def test_a_large_robots_file_is_read_as_far_as_the_standard_asks(web: Web) -> None:
    filling = b"# nothing\n" * 60_000
    web.robots = (200, b"User-agent: *\nDisallow: /gzip\n" + filling + b"Disallow: /page\n")
    asking = client(web)
    assert asking.get(web.origin + "/page").body == HTML
    with pytest.raises(RefusedError, match="Disallow: /gzip"):
        asking.get(web.origin + "/gzip")


@pytest.mark.parametrize("status", [206, 304, 300])
def test_an_odd_answer_about_robots_is_no_permission(web: Web, status: int) -> None:
    web.robots = (status, b"")
    with pytest.raises(RefusedError, match=f"status {status}"):
        client(web).get(web.origin + "/page")


def test_nobody_listening_is_told_from_a_site_without_rules() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        origin = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(NotConnectedError, match=rf"{origin}/page: expected a server"):
        Client(allow_origins=[origin], sleep=lambda _: None).get(origin + "/page")


def test_a_host_where_nobody_was_is_not_tried_for_every_page_of_a_list() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        origin = f"http://127.0.0.1:{free.getsockname()[1]}"
    slept: list[float] = []
    asking = Client(allow_origins=[origin], sleep=slept.append)
    for page in ("/a", "/b"):
        with pytest.raises(NotConnectedError, match=rf"{origin}{page}"):
            asking.get(origin + page)
    assert len(slept) == 3


def test_a_flood_of_interim_answers_ends_with_the_time_of_the_fetch() -> None:
    flood = b"HTTP/1.1 100 Continue\r\n\r\n" * 2_000_000
    with raw_server(flood) as origin, pytest.raises((TooSlowError, UnreachableError)):
        Client(allow_origins=[origin], sleep=lambda _: None, seconds=0.8).get(origin + "/page")


def test_the_contact_stands_in_every_request(web: Web) -> None:
    Client(allow_origins=[web.origin], contact="desk@marlpost.example").get(web.origin + "/page")
    assert all("contact: desk@marlpost.example" in asked["User-Agent"] for _, asked, _ in web.asked)
    assert "postmaster@" in agent_name()


def test_passwords_of_the_environment_stay_there(
    web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login reader password secret\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    client(web).get(web.origin + "/page")
    assert not any("Authorization" in asked for _, asked, _ in web.asked)
