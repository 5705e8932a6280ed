"""Who is to be alerted is told of each thing once, with both wordings and the rule."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from flows.alerting import FEED, alert, recipients
from flows.inputs import Input
from flows.settings import Settings
from flows.work import Work
from tests.flows.conftest import Story
from tests.flows.site import serving_site
from tests.flows.test_refresh import CASH, filled, night, settings_for
from warehouse.errors import UsageError, WarehouseError


class Inbox(ThreadingHTTPServer):
    """A webhook: keeps the messages, or answers with an error."""

    messages: list[dict[str, Any]]
    status = 200


class Handler(BaseHTTPRequestHandler):
    server: Inbox

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.status == 200:
            self.server.messages.append(json.loads(body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def receiving() -> Iterator[Inbox]:
    inbox = Inbox(("127.0.0.1", 0), Handler)
    inbox.messages = []
    thread = threading.Thread(target=inbox.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield inbox
    finally:
        inbox.shutdown()
        thread.join()
        inbox.server_close()


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with receiving() as found:
        yield found


def sending(settings: Settings, inbox: Inbox) -> Settings:
    address = f"json://127.0.0.1:{inbox.server_address[1]}/alerts"
    return Settings(**{**settings.model_dump(), "alerts": address})


def test_a_new_flag_is_told_once_with_both_passages_and_the_rule(
    story: Story, settings: Settings, inputs: list[Input], inbox: Inbox
) -> None:
    told = sending(settings, inbox)
    summary = story(Work("ingest", told, inputs))
    flags = alert(told.home, "run", recipients(told))
    assert len(flags) == summary.run.flags
    (message,) = inbox.messages
    assert "overstated" in message["message"]
    assert "£3.4m" in message["message"]
    assert "Rule 9-more-or-less" in message["message"]
    assert "The machine flags; a person decides." in message["message"]
    story(Work("ingest", told, inputs))
    assert alert(told.home, "again", recipients(told)) == []
    assert len(inbox.messages) == 1


def test_one_silently_changed_figure_is_one_alert_with_both_wordings(
    tmp_path: Path, inbox: Inbox
) -> None:
    with serving_site() as site:
        filled(site, 6)
        settings = sending(settings_for(tmp_path / "home", site), inbox)
        night(settings)
        alert(settings.home, "first", recipients(settings))
        inbox.messages.clear()
        site.write("story-of-the-day-002", CASH.format(99_000))
        night(settings)
        (told,) = alert(settings.home, "second", recipients(settings))
        night(settings)
        assert alert(settings.home, "third", recipients(settings)) == []
    (message,) = inbox.messages
    assert told.kind == "notice"
    assert CASH.format(10_002) in message["message"]
    assert CASH.format(99_000) in message["message"]


def test_a_source_that_fails_for_nights_is_told_once_until_it_was_good_again(
    tmp_path: Path, inbox: Inbox
) -> None:
    with serving_site() as site:
        filled(site, 3)
        settings = sending(settings_for(tmp_path / "home", site), inbox)
        found = []
        for mode in ("well", "refuses", "refuses", "well", "refuses"):
            site.mode = mode
            night(settings)
            found.append([one.kind for one in alert(settings.home, "run", recipients(settings))])
    assert found == [[], ["source"], [], [], ["source"]]


def test_a_message_that_fails_is_tried_again_after_the_next_run(
    story: Story, settings: Settings, inputs: list[Input], inbox: Inbox
) -> None:
    told = sending(settings, inbox)
    story(Work("ingest", told, inputs))
    inbox.status = 500
    with pytest.raises(WarehouseError, match="seen a failure"):
        alert(told.home, "run", recipients(told))
    inbox.status = 200
    assert alert(told.home, "next", recipients(told))
    assert len(inbox.messages) == 1


def test_the_feed_holds_every_alert_as_text_and_links_to_the_words(
    story: Story, settings: Settings, inputs: list[Input]
) -> None:
    story(Work("ingest", settings, inputs))
    told = alert(settings.home, "run", recipients(settings))
    root = ET.fromstring((settings.home / FEED).read_bytes())  # noqa: S314 - our own feed
    space = {"a": "http://www.w3.org/2005/Atom"}
    entries = root.findall("a:entry", space)
    assert len(entries) == len(told) > 0
    assert len({entry.findtext("a:id", "", space) for entry in entries}) == len(told)
    assert all("Rule" in entry.findtext("a:summary", "", space) for entry in entries)


def test_an_address_that_apprise_does_not_know_is_refused_without_being_shown(
    settings: Settings,
) -> None:
    wrong = Settings(**{**settings.model_dump(), "alerts": "nowhere://user:secret@host"})
    with pytest.raises(UsageError, match="seen another as number 1") as refused:
        recipients(wrong)
    assert "secret" not in str(refused.value)
