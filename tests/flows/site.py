"""A press office on loopback: a list in pages, a feed, a sitemap, articles; it counts requests."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

A_PAGE = 20


@dataclass(slots=True)
class Site:
    """Articles by slug, and where each is listed: `paged`, `fed` (the feed), `mapped` (sitemap)."""

    origin: str = ""
    articles: dict[str, str] = field(default_factory=dict)
    paged: list[str] = field(default_factory=list)
    fed: list[str] = field(default_factory=list)
    mapped: list[str] = field(default_factory=list)
    banned: list[str] = field(default_factory=list)
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    delay: float = 0.0
    mode: str = "well"
    clock: str = ""

    @property
    def index(self) -> str:
        return f"{self.origin}/news/"

    def write(self, slug: str, sentence: str) -> None:
        self.articles[slug] = sentence

    def asked(self, status: int | None = None) -> int:
        """Requests so far, robots.txt aside, that were answered with the status."""
        return sum(
            count
            for (path, answer), count in self.counts.items()
            if path != "/robots.txt" and status in {None, answer}
        )

    def answer(self, path: str, query: str) -> tuple[int, str, str]:
        """Status, media type and body."""
        if path == "/robots.txt":
            lines = [f"Disallow: /news/{slug}/" for slug in self.banned]
            rules = "\n".join(
                [
                    "User-agent: *",
                    *lines,
                    f"Crawl-delay: {self.delay}",
                    f"Sitemap: {self.origin}/sitemap.xml",
                ]
            )
            return 200, "text/plain", rules
        if self.mode == "refuses":
            return 403, "text/html", "<h1>No</h1>"
        lists = {
            "/sitemap.xml": ("application/xml", self._sitemap),
            "/news/feed.xml": ("application/rss+xml", self._feed),
            "/news/": ("text/html", lambda: self._list(int(query.partition("page=")[2] or 1))),
        }
        if path in lists:
            media, write = lists[path]
            return 200, media, write()
        slug = path.removeprefix("/news/").strip("/")
        if slug not in self.articles:
            return 404, "text/html", "<h1>Not found</h1>"
        return 200, "text/html", self._article(slug)

    def _list(self, number: int) -> str:
        if self.mode == "another layout":
            return "<html><body><main><h1>News</h1><div id=app></div></main></body></html>"
        shown = self.paged[(number - 1) * A_PAGE : number * A_PAGE]
        links = "".join(f"<li><a href=/news/{s}/>{_title(s)}</a></li>" for s in shown)
        following = f"<a rel=next href=?page={number + 1}>Next</a>"
        more = following if self.paged[number * A_PAGE :] else ""
        feed = "<link rel=alternate type=application/rss+xml href=/news/feed.xml>"
        return (
            f"<!doctype html><html><head><title>News</title>{feed}</head><body><nav>"
            f"<a href=/about-us/>About us</a></nav><main><h1>News</h1><ul>{links}</ul>"
            f"{more}</main></body></html>"
        )

    def _feed(self) -> str:
        items = "".join(f"<item><link>{self.index}{slug}/</link></item>" for slug in self.fed)
        return f"<?xml version='1.0'?><rss version='2.0'><channel>{items}</channel></rss>"

    def _sitemap(self) -> str:
        pages = ["/about-us/", *(f"/news/{slug}/" for slug in self.mapped)]
        urls = "".join(f"<url><loc>{self.origin}{page}</loc></url>" for page in pages)
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f"<?xml version='1.0'?><urlset xmlns='{space}'>{urls}</urlset>"

    def _article(self, slug: str) -> str:
        others = f"<aside><h2>Related stories</h2><p>{escape(self.clock)}</p></aside>"
        return (
            f"<!doctype html><html lang=en><head><title>{_title(slug)}</title></head><body>"
            f"<main><article><h1>{_title(slug)}</h1><time datetime=2026-11-02>2 November 2026"
            f"</time><p>{escape(self.articles[slug])}</p><p>Neighbourhood teams spoke to people "
            f"in the town about what they had found, and thanked them for their patience.</p>"
            f"</article>{others}</main></body></html>"
        )


def _title(slug: str) -> str:
    return escape(slug.replace("-", " ").capitalize())


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        self.site.times.append(time.monotonic())
        if self.site.mode == "hangs" and path != "/robots.txt":
            self.site.counts[path, 0] += 1
            time.sleep(30)
            return
        status, media, text = self.site.answer(path, query)
        body = text.encode()
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if status == 200 and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        self.site.counts[self.path, status] += 1
        with suppress(OSError):
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("ETag", etag)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def serving_site() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"site": site}))
    server.daemon_threads = True
    site.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
