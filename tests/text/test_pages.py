"""HTML pages: the article in them, or one clear error."""

import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from attribution.errors import MissingExtra, NoArticle, UnreadableInput
from attribution.text import find_paragraphs, read_article, read_bytes

PARAGRAPHS = [
    "The mayor of Orle resigned on Monday, a spokesman said, after a month of protests over the price of water.",
    "“I have done what I could,” she told the council, whose members had called for her to go.",
    "Her deputy, Jan Kolb, takes over on Friday. He denied that he had known of the contract with the water firm.",
]
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>Mayor of Orle resigns - Orle Press</title>"
    '<meta property="og:title" content="Mayor of Orle resigns"></head><body>'
    "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article><h1>Mayor of Orle resigns</h1>"
    + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    + "</article><footer>Copyright Orle Press</footer></body></html>"
)


@pytest.fixture(autouse=True)
def _trafilatura():
    pytest.importorskip("trafilatura", exc_type=ImportError)


def check(document):
    assert document.headline == "Mayor of Orle resigns"
    assert [span.of(document.text) for span in find_paragraphs(document)] == [document.headline, *PARAGRAPHS]


def test_page_is_its_article():
    check(read_bytes(PAGE.encode(), "orle"))


def test_fragment_with_the_suffix_of_a_page(tmp_path):
    path = tmp_path / "orle.htm"
    path.write_text(
        "<div><h1>Mayor of Orle resigns</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS) + "</div>"
    )
    document = read_article(path)
    assert all(words in document.text for words in PARAGRAPHS)


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<!DOCTYPE html>"])
def test_page_without_an_article(page):
    with pytest.raises(NoArticle, match="no article in the page"):
        read_bytes(page.encode(), "orle")


def test_without_trafilatura_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"who-said-what\[html\]"):
        read_bytes(PAGE.encode(), "orle")


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path == "/orle?from=feed"
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(PAGE.encode() if found else b"not here")

    def log_message(self, *args):
        pass


@pytest.fixture
def address():
    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_page_is_fetched(address):
    document = read_article(f"{address}/orle?from=feed")
    check(document)
    assert (document.id, document.path) == ("orle", f"{address}/orle?from=feed")


def test_page_that_is_not_there(address):
    with pytest.raises(UnreadableInput, match="Not Found"):
        read_article(f"{address}/other")
