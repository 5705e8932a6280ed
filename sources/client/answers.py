"""What an answer means: where it sends us, how long it asks us to wait, whether it is a page."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urldefrag, urljoin

from sources.client.transport import Response
from sources.decode import charset_of
from warehouse.errors import RefusedError, UnreadableError
from warehouse.records import Snapshot

OK: Final = 200
NOT_MODIFIED: Final = 304
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
REFUSALS: Final = frozenset({401, 402, 403, 407, 451})
TRY_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
# By these headers two large gatekeepers say that their answer is a puzzle, whatever its status.
CHALLENGES: Final = {"cf-mitigated": {"challenge"}, "x-amzn-waf-action": {"challenge", "captcha"}}


def next_place(place: str, answer: Response) -> str:
    """The absolute address that a redirect leads to."""
    location = answer.headers.get("location", "")
    if not location:
        raise UnreadableError(place, "a redirect that says where", f"status {answer.status} alone")
    with suppress(UnicodeError):
        # Servers send UTF-8 where the header's charset is latin-1.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urldefrag(urljoin(place, location)).url
    except ValueError as error:
        raise RefusedError(place, "a redirect to a web address", f"{location[:200]!r}") from error


def retry_after(answer: Response, now: datetime) -> float:
    """Seconds that Retry-After asks for, in either of its forms; 0 where there is none to read."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def refuse_challenge(url: str, answer: Response) -> None:
    """RefusedError for an answer that asks us to prove that we are a person."""
    for name, values in CHALLENGES.items():
        if answer.headers.get(name, "").strip().lower() in values:
            raise RefusedError(url, "a page", f"a challenge (status {answer.status}, {name})")


def refuse_status(url: str, answer: Response, *, asked: bool) -> None:
    """Nothing for a page, and for a 304 that was `asked` for; an error for all else."""
    if answer.status in REFUSALS:
        raise RefusedError(url, "status 200", f"status {answer.status}: the site refuses us")
    if answer.status != OK and not (asked and answer.status == NOT_MODIFIED):
        raise UnreadableError(url, "status 200", f"status {answer.status}")
    if answer.status == OK and not answer.body:
        raise UnreadableError(url, "a page", "status 200 without a body")


def snapshot_of(url: str, place: str, answer: Response, now: datetime) -> Snapshot:
    """The record of an answer to `url` that came from `place`."""
    label = Message()
    label["content-type"] = answer.headers.get("content-type", "")
    media_type = label.get_content_type() if label["content-type"] else ""
    charset, why = charset_of(answer.body, label.get_content_charset())
    return Snapshot(
        url=url,
        final_url=place,
        fetched_at=now,
        status=answer.status,
        media_type=media_type,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        size=len(answer.body),
        charset=charset,
        charset_why=why,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )
