"""The sample sites, served on loopback: an inspectorate, a press office and a newspaper.

`samples/sites.csv` has a row for each page. Every site has an origin and a port of its own, so the
real client meets them as three hosts, each with its own robots.txt.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Thread
from typing import Final, cast, get_args

from warehouse.records import DocumentKind

LAST_MODIFIED: Final = "Thu, 23 Jan 2025 08:30:00 GMT"
MEDIA_TYPES: Final = {".html": "text/html; charset=utf-8", ".txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoInput:
    """A sample document: `url` is where it is served now, `page` the address it gives itself.

    Unlike the port in `url`, `page` is the same in every run, so it is what the document is known
    by and what chooses its parser.
    """

    url: str
    page: str
    kind: DocumentKind
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """The running sample sites; `forces` is a CSV of the invented forces that they speak of."""

    inputs: tuple[DemoInput, ...]
    origins: frozenset[str]
    forces: Path

    @property
    def addresses(self) -> list[str]:
        """Where the documents are served, in the order of `inputs`."""
        return [sample.url for sample in self.inputs]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    body: bytes
    media_type: str

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


class _Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, pages: dict[str, _Page]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = pages

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        page = self._head()
        if page is not None:
            self.wfile.write(page.body)

    def do_HEAD(self) -> None:
        self._head()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it overrides
        """Say nothing: the client's ledger of fetches tells the story."""

    def _head(self) -> _Page | None:
        """Send status and headers; give the page whose body should follow, if any."""
        page = cast("_Site", self.server).pages.get(self.path.partition("?")[0])
        if page is None:
            self.send_error(404)
            return None
        fresh = self.headers.get("If-None-Match") == page.etag
        self.send_response(304 if fresh else 200)
        self.send_header("ETag", page.etag)
        self.send_header("Last-Modified", LAST_MODIFIED)
        self.send_header("Content-Type", page.media_type)
        if not fresh:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        return None if fresh else page


def samples_folder() -> Traversable:
    """The bundled pages, wherever the package is installed."""
    return resources.files("flows.demo") / "samples"


def _rows(folder: Traversable) -> list[dict[str, str]]:
    text = (folder / "sites.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _page(folder: Traversable, row: dict[str, str]) -> _Page:
    name = row["file"]
    body = (folder / row["site"] / name).read_bytes()
    return _Page(body=body, media_type=MEDIA_TYPES[name[name.rindex(".") :]])


def _kind(row: dict[str, str]) -> DocumentKind:
    kind = row["kind"]
    if kind not in get_args(DocumentKind):
        raise ValueError(f"sites.csv, {row['path']}: expected a kind of document, seen {kind!r}")
    return cast("DocumentKind", kind)


def _input(origin: str, row: dict[str, str]) -> DemoInput:
    return DemoInput(
        url=origin + row["path"],
        page=row["page"],
        kind=_kind(row),
        publisher=row["publisher"],
    )


@contextmanager
def _serving(site: _Site) -> Iterator[str]:
    """Run one site in a thread; its origin."""
    thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    with site:
        thread.start()
        try:
            yield site.origin
        finally:
            site.shutdown()
            thread.join()


@contextmanager
def serve_samples() -> Iterator[Samples]:
    """Serve every sample site on a free port of 127.0.0.1 until the block ends."""
    folder = samples_folder()
    rows = _rows(folder)
    origins: dict[str, str] = {}
    with ExitStack() as stack:
        forces = stack.enter_context(resources.as_file(folder / "forces.csv"))
        for name in dict.fromkeys(row["site"] for row in rows):
            pages = {row["path"]: _page(folder, row) for row in rows if row["site"] == name}
            origins[name] = stack.enter_context(_serving(_Site(pages)))
        inputs = tuple(_input(origins[row["site"]], row) for row in rows if row["kind"])
        yield Samples(inputs=inputs, origins=frozenset(origins.values()), forces=forces)
