"""Addresses are fetched when a reader gives one; here from a server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dashlib.articles import read

PAGE = (
    b"<html><head><title>Ministers meet</title></head><body><article><p>"
    + b"The foreign ministers met in Oslo on Monday and talked for three hours about the border. " * 4
    + b"</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Serves one page, one text, and nothing else."""

    def do_GET(self):
        body, kind = {"/page": (PAGE, "text/html"), "/text": (b"They signed nothing.", "text/plain")}.get(
            self.path, (b"", "")
        )
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):  # noqa: A002 - the base's signature
        """Say nothing."""


@pytest.fixture(autouse=True)
def own_network(monkeypatch):
    """Allow addresses of this machine."""
    monkeypatch.setenv("DASHLIB_PRIVATE_ADDRESSES", "1")


@pytest.fixture(scope="module")
def site():
    """Give the address of a server on this machine."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_and_read(site):
    """The page behind an address is an article with that address."""
    (article,), problems = read([f"{site}/page"])
    assert not problems
    assert article.title == "Ministers meet"
    assert article.url == article.path == f"{site}/page"


def test_the_kind_of_content_is_the_servers(site):
    """A text is read as a text."""
    (article,), _ = read([f"{site}/text"])
    assert (article.text, article.media_type) == ("They signed nothing.", "text/plain")


def test_a_missing_page_is_a_problem(site):
    """The server's answer is named."""
    articles, (found,) = read([f"{site}/nothing"])
    assert not articles
    assert "404" in found.reason


def test_no_answer_is_a_problem():
    """A closed port gives a sentence, not a trace."""
    articles, (found,) = read(["http://127.0.0.1:9/x"])
    assert not articles
    assert "no answer" in found.reason


def test_the_own_network_is_left_alone_by_default(site, monkeypatch):
    """Nobody reads a machine's inner pages through dashlib unless the setting allows it."""
    monkeypatch.delenv("DASHLIB_PRIVATE_ADDRESSES")
    articles, (found,) = read([f"{site}/page"])
    assert not articles
    assert "DASHLIB_PRIVATE_ADDRESSES" in found.reason
