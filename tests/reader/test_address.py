import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from registan.errors import InputError, RegistanError, SourceError
from registan.reader import address
from registan.reader.address import fetch

TEXT = b"Der Minister reiste am 3. Mai 2021 nach Riga."


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/text":
            self.answer(200, "text/plain", TEXT)
        elif self.path == "/pdf":
            self.answer(200, "application/pdf", b"%PDF")
        elif self.path == "/again":
            self.send_response(302)
            self.send_header("Location", "/text")
            self.end_headers()
        elif self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        else:
            self.answer(404, "text/html", b"<html>no</html>")

    def answer(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine's loopback address; nothing leaves the machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_page_is_fetched_through_a_redirect(site: str) -> None:
    fetched = fetch(f"{site}/again", limit=1000, allow_private=True)
    assert (fetched.body, fetched.media_type) == (TEXT, "text/plain")
    assert fetched.url == f"{site}/text"


def test_no_more_than_the_limit_is_read(site: str) -> None:
    assert len(fetch(f"{site}/text", limit=5, allow_private=True).body) == 6


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/none", SourceError, "answered 404"),
        ("/pdf", InputError, "application/pdf"),
        ("/loop", SourceError, "redirects more than"),
        ("/file", InputError, "no web address"),
    ],
)
def test_what_is_no_article(site: str, path: str, kind: type[RegistanError], words: str) -> None:
    with pytest.raises(kind, match=words):
        fetch(f"{site}{path}", limit=1000, allow_private=True)


def test_private_address_is_refused(site: str) -> None:
    with pytest.raises(InputError, match="private"):
        fetch(f"{site}/text", limit=1000)


def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    monkeypatch.setattr(address, "_check_url", lambda url, allow: checked.append(url))
    fetch(f"{site}/again", limit=1000, allow_private=True)
    assert checked == [f"{site}/again", f"{site}/text"]


def test_a_name_that_changes_its_answer_gains_nothing(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "_resolve", lambda host, port: {"93.184.216.34"})
    with pytest.raises(InputError, match="private"):
        fetch(f"{site}/text", limit=1000)


def test_nobody_answers() -> None:
    with pytest.raises(SourceError, match="did not answer"):
        fetch("http://127.0.0.1:9/", limit=1000, allow_private=True)
