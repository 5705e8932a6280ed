"""The feed of alerts: Atom by RFC 4287."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from xml.etree import ElementTree as ET

from warehouse.watching import Alert

_SPACE: Final = "http://www.w3.org/2005/Atom"
# What XML 1.0 cannot hold at all, however it is written.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(alerts: Sequence[Alert]) -> bytes:
    """The alerts, newest first, as a feed; words of strangers are text in it, never markup."""
    updated = max((one.raised_at for one in alerts), default=datetime(2000, 1, 1, tzinfo=UTC))
    feed = ET.Element("feed", xmlns=_SPACE)
    _add(feed, "id", "urn:tallycheck:alerts")
    _add(feed, "title", "Tallycheck: what asks for a person")
    _add(feed, "updated", updated.isoformat())
    author = ET.SubElement(feed, "author")
    _add(author, "name", "Tallycheck")
    for one in reversed(alerts):
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", f"urn:tallycheck:alert:{one.key}")
        _add(entry, "title", one.title)
        _add(entry, "updated", one.raised_at.isoformat())
        if one.url.startswith(("http://", "https://")):
            ET.SubElement(entry, "link", rel="via", href=_NO_XML.sub("", one.url))
        _add(entry, "summary", one.detail)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name, type="text").text = _NO_XML.sub("\ufffd", text)
    if name not in {"title", "summary"}:
        del parent[-1].attrib["type"]
