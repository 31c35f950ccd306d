"""What is broken in a batch is left out with one sentence, and the rest goes on."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from registan.collector import READING_SHARE, WAITING_DOCUMENTS, Pace, collect
from registan.errors import SourceError
from registan.reader import collection
from registan.reader.collection import Wish
from registan.record.entry import Entry
from registan.record.store import Record

ITEM = (
    "<item><title>Visit</title><guid>g{0}</guid><pubDate>Mon, 02 Jun 2025 10:00:00 GMT</pubDate>"
    "<description>President Alexander Stubb visited Tallinn on {0} June 2025. {1}"
    "</description></item>"
)
FILLER = "The leaders spoke about trade, energy and the security of the Baltic Sea region. " * 6
VISIT = "President Alexander Stubb visited Tallinn on 2 June 2025."
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Example News</title>'


def item(day: int) -> str:
    return ITEM.format(day, FILLER)


def article(number: int, lang: str, text: str) -> str:
    row = {"id": f"a{number}", "publisher": "Example News", "url": f"https://example.org/{number}"}
    row |= {"published": "2025-06-03", "title": "Visit", "text": text}
    return json.dumps(row | ({"lang": lang} if lang else {}), ensure_ascii=False)


def capture(day: int) -> bytes:
    """One page as an archive's record."""
    text = f"{VISIT.replace('2 June', f'{day} June')} {FILLER}"
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://example.org/{day}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{day}>\r\n"
        "WARC-Date: 2025-06-05T10:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


class Endless(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        try:
            self.wfile.write((HEAD + item(2)).encode())
            while True:
                self.wfile.write(item(3).encode())
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def endless() -> Iterator[str]:
    """A feed on this machine's loopback address that never ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endless)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    server.server_close()
    thread.join()


def lines(path: Path, *rows: str) -> str:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


def test_a_malformed_feed_gives_the_items_before_the_break(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(HEAD + item(2) + "<item><title>Broken</ti", encoding="utf-8")
    after = lines(tmp_path / "after.jsonl", article(1, "en", VISIT))
    summary = collect([str(feed), after], Record(tmp_path / "r.duckdb"))
    assert summary.new >= 2
    (left,) = [one for one in summary.left_out if one.source == str(feed)]
    assert "malformed" in left.reason


def test_an_item_without_a_link_is_named_by_its_place(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text('<rss version="2.0"><channel><item><title></title></item></channel></rss>')
    summary = collect([str(feed)], Record(tmp_path / "r.duckdb"))
    assert [left.source for left in summary.left_out] == [f"{feed}, item 1"]


def test_a_link_in_a_folder_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    summary = collect([str(folder)], Record(tmp_path / "r.duckdb"))
    assert [left.source for left in summary.left_out] == [str(folder / "gone.txt")]


def test_a_feed_without_items_is_named(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(HEAD.replace("<channel>", "<chan"), encoding="utf-8")
    after = lines(tmp_path / "after.jsonl", article(1, "en", VISIT))
    summary = collect([str(feed), after], Record(tmp_path / "r.duckdb"))
    assert summary.new == 1
    (left,) = summary.left_out
    assert "no feed that can be read" in left.reason


def test_a_feed_that_never_ends_is_bounded(
    tmp_path: Path, endless: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "MAX_PAGE", 20_000)
    after = lines(tmp_path / "after.jsonl", article(1, "en", VISIT))
    wish = Wish(allow_private=True, patience=5.0)
    summary = collect([endless, after], Record(tmp_path / "r.duckdb"), wish=wish)
    assert summary.new >= 3
    (left,) = [one for one in summary.left_out if "does not end" in one.reason]
    assert left.source == endless


def test_an_archive_cut_in_half_gives_the_pages_before(tmp_path: Path) -> None:
    whole = b"".join(capture(day) for day in (2, 3, 4))
    half = tmp_path / "half.warc"
    half.write_bytes(whole[: len(whole) // 2])
    after = lines(tmp_path / "after.jsonl", article(1, "en", VISIT))
    summary = collect([str(half), after], Record(tmp_path / "r.duckdb"))
    assert summary.new == 2
    (left,) = summary.left_out
    assert (left.source, "breaks off after" in left.reason) == (str(half), True)


def test_an_unserved_language_is_left_out_by_name(tmp_path: Path) -> None:
    spanish = (
        "El presidente Alexander Stubb visitó Tallin el 2 de junio de 2025 y habló con los "
        "dirigentes sobre comercio, energía y la seguridad de la región del mar Báltico."
    )
    rows = (article(1, "en", VISIT), article(2, "", spanish), article(3, "es", spanish))
    more = article(4, "de", "Präsident Stubb besuchte am 2. Juni 2025 Tallinn.")
    batch = lines(tmp_path / "batch.jsonl", *rows, "{broken", more)
    summary = collect([batch], Record(tmp_path / "r.duckdb"))
    assert summary.new == 2
    assert [one.source for one in summary.left_out] == [f"{batch}:{n}" for n in (2, 3, 4)]


def test_adding_tells_its_progress_and_resumes_where_it_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [article(n, "en", VISIT.replace("2 June", f"{n} June")) for n in range(1, 7)]
    batch = lines(tmp_path / "batch.jsonl", *texts)
    monkeypatch.setattr("registan.collector.BATCH_DOCUMENTS", 2)
    record, seen = Record(tmp_path / "r.duckdb"), []

    def stop(name: str) -> None:
        seen.append(name)
        if len(seen) == 4:
            raise KeyboardInterrupt

    stopped = collect([batch], record, watch=stop)
    assert (stopped.interrupted, stopped.new) == (True, 3)
    assert seen == ["a1", "a2", "a3", "a4"]
    summary = collect([batch], record)
    assert (summary.known, summary.new, summary.left_out) == (3, 3, ())
    assert not summary.interrupted


class Full(Record):
    """A record whose disk is full from the `full`th writing on, for so many writings."""

    def __init__(self, place: Path, full: int, times: int) -> None:
        super().__init__(place)
        self._writings, self._full = 0, range(full, full + times)

    def add(self, entries: Sequence[Entry]) -> list[str]:
        self._writings += 1
        if self._writings in self._full:
            raise SourceError("The disk is full.", where=self.place)
        return super().add(entries)


def batch_of_six(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    texts = [article(n, "en", VISIT.replace("2 June", f"{n} June")) for n in range(1, 7)]
    monkeypatch.setattr("registan.collector.BATCH_DOCUMENTS", 2)
    return lines(folder / "batch.jsonl", *texts)


def test_what_cannot_be_written_now_waits_for_the_next_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = batch_of_six(tmp_path, monkeypatch)
    summary = collect([batch], Full(tmp_path / "r.duckdb", full=1, times=2))
    assert (summary.new, summary.left_out, summary.stopped) == (6, (), None)
    assert collect([batch], Record(tmp_path / "r.duckdb")).known == 6


@pytest.mark.parametrize(("waiting", "unwritten"), [(100, 4), (2, 2)])
def test_a_record_that_stays_full_ends_with_its_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waiting: int, unwritten: int
) -> None:
    batch = batch_of_six(tmp_path, monkeypatch)
    monkeypatch.setattr("registan.collector.WAITING_DOCUMENTS", waiting)
    summary = collect([batch], Full(tmp_path / "r.duckdb", full=2, times=9))
    assert summary.stopped
    assert "The disk is full." in summary.stopped
    assert (summary.new, len(summary.left_out)) == (2, unwritten)
    assert "could not be written" in summary.left_out[0].reason
    again = collect([batch], Record(tmp_path / "r.duckdb"))
    assert (again.known, again.new, again.stopped) == (2, 4, None)


def test_the_longer_a_writing_takes_the_more_is_read_before_the_next() -> None:
    pace = Pace()
    assert pace.is_due(0.1, 1)
    pace.wrote(2.0)
    assert not pace.is_due(READING_SHARE * 2.0 - 1, 20)
    assert pace.is_due(READING_SHARE * 2.0, 20)
    assert pace.is_due(0.1, WAITING_DOCUMENTS)
