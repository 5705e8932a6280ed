"""A loopback server whose every path is a way to answer; it keeps what it was asked."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML = b"<h1>A title</h1><p>The force seized \xc2\xa32m in cash.</p>"


@dataclass(slots=True)
class Web:
    """The server's origin, its robots.txt answer, and the requests it had, in order."""

    origin: str = ""
    elsewhere: str = ""
    robots: tuple[int, bytes] = (404, b"")
    asked: list[tuple[str, Mapping[str, str], float]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    web: Web

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.web.asked.append((self.path, dict(self.headers), time.monotonic()))
        self.web.counts[path] += 1
        with suppress(OSError):
            if path == "/robots.txt":
                self.reply(*self.web.robots)
            else:
                getattr(self, "answer_" + path.strip("/").replace("-", "_"))()

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self) -> None:
        self.reply(200, HTML, Content_Type="text/html; charset=iso-8859-1", ETag='"v1"')

    def answer_listing(self) -> None:
        links = b"<a href=/news/big-raid-nets-cash/>Big raid nets cash</a> <a href=/about/>Us</a>"
        self.reply(200, b"<html><body><main><h1>News</h1>" + links + b"</main></body></html>")

    def answer_gzip(self) -> None:
        self.reply(200, gzip.compress(HTML), Content_Encoding="gzip")

    def answer_cut_gzip(self) -> None:
        self.reply(200, gzip.compress(HTML * 50)[:-12], Content_Encoding="gzip")

    def answer_gzip_bomb(self) -> None:
        self.reply(200, gzip.compress(b" " * 10_000_000), Content_Encoding="gzip")

    def answer_brotli(self) -> None:
        self.reply(200, b"\x0b\x02", Content_Encoding="br")

    def answer_large(self) -> None:
        self.reply(200, b"x" * 300_000)

    def answer_announced_large(self) -> None:
        self.reply(200, b"x", Content_Length="99000000000")

    def answer_cut(self) -> None:
        self.reply(200, HTML, Content_Length=str(len(HTML) + 50))

    def answer_empty(self) -> None:
        self.reply(200, b"")

    def answer_trickle(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(300):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def answer_header_trickle(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(300):
            self.wfile.write(b"X-%d: y\r\n" % number)
            time.sleep(0.05)

    def answer_redirect_bomb(self) -> None:
        body = gzip.compress(b" " * 50_000_000)
        self.reply(302, body, Content_Encoding="gzip", Location="/page")

    def answer_moved(self) -> None:
        self.reply(301, b"", Location="/page#part", Set_Cookie="a=b; Path=/")

    def answer_loop(self) -> None:
        self.reply(302, b"", Location=f"/loop?{self.web.counts['/loop']}")

    def answer_nowhere(self) -> None:
        self.reply(302, b"")

    def answer_inside(self) -> None:
        self.reply(302, b"", Location=f"{self.web.elsewhere}/page")

    def answer_file(self) -> None:
        self.reply(302, b"", Location="file:///etc/hostname")

    def answer_forbidden(self) -> None:
        self.reply(403, HTML)

    def answer_missing(self) -> None:
        self.reply(404, HTML)

    def answer_soft_missing(self) -> None:
        self.reply(200, b"<html><h1>Page not found</h1><p>Popular: 9 raids.</p></html>")

    def answer_partial(self) -> None:
        self.reply(206, HTML)

    def answer_broken(self) -> None:
        self.reply(500, HTML)

    def answer_busy(self) -> None:
        if self.web.counts["/busy"] == 1:
            self.reply(429, b"", Retry_After="3")
        elif self.web.counts["/busy"] == 2:
            self.reply(503, b"")
        else:
            self.reply(200, HTML)

    def answer_later(self) -> None:
        self.reply(503, b"", Retry_After="120")

    def answer_cached(self) -> None:
        same = self.headers.get("If-None-Match") == '"v1"'
        self.reply(304 if same else 200, b"" if same else HTML, ETag='"v1"')

    def answer_unasked_304(self) -> None:
        self.reply(304, b"")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def serving() -> Iterator[Web]:
    web = Web()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"web": web}))
    server.daemon_threads = True
    web.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
