"""Collection: the documents that files, folders, addresses, feeds and archives hold, one by one.

What cannot be made a document is given as missed, with the reason; nothing stops the rest.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from registan.errors import InputError, RegistanError
from registan.model import Document
from registan.reader.address import fetch, is_url
from registan.reader.article import Article, document_of, read_article
from registan.reader.feed import Item, is_feed, read_feed
from registan.reader.intake import MAX_PAGE, document_from_bytes, open_document
from registan.reader.warc import read_warc
from registan.reader.webpage import read_page

LINES: Final = (".jsonl", ".ndjson")
MAX_LINE: Final = 20_000_000  # Bytes of one line; a longer one is no article.


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A document with the id that it is known under and the input that it came from."""

    id: str
    source: str
    document: Document


class Missed(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is no document that can be read, and why."""

    source: str
    reason: str


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says of all documents: a language, a day, whether private hosts are meant."""

    lang: str | None = None
    published: str | None = None
    allow_private: bool = False
    patience: float = 60.0


Piece = Found | Missed


def find_documents(sources: Sequence[str], wish: Wish) -> Iterator[Piece]:
    """Give every document of the sources, in their order."""
    for source in sources:
        try:
            yield from _open(source, wish)
        except RegistanError as error:
            yield Missed(source=source, reason=str(error))
        except OSError as error:
            yield Missed(source=source, reason=f"It cannot be read: {error.strerror or error}.")


def _open(source: str, wish: Wish) -> Iterator[Piece]:
    if is_url(source):
        return _open_url(source, wish)
    if source == "-":
        return _open_stream(sys.stdin.buffer, wish)
    path = Path(source)
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if _is_input(p) and not _is_hidden(p, path))
        return find_documents([str(file) for file in files], wish)
    return _open_file(path, source, wish)


def _is_input(path: Path) -> bool:
    """A file, or a link that leads nowhere, which is said."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _open_file(path: Path, source: str, wish: Wish) -> Iterator[Piece]:
    head = _head(path)
    if path.suffix.lower() in LINES or _is_article(head):
        with path.open("rb") as lines:
            yield from _articles(lines, source, wish)
    elif ".warc" in path.suffixes or head.startswith(b"WARC/"):
        yield from _captures(path, source, wish)
    elif is_feed(head):
        yield from _items(_read_whole(path), source, wish, whole=True)
    else:
        yield _attempt(source, source, lambda: _document(source, wish))


def _head(path: Path) -> bytes:
    """Give a file's first bytes; none of what cannot be read, which is told when it is opened."""
    try:
        with path.open("rb") as stream:
            return stream.read(65_536)
    except OSError:
        return b""


def _read_whole(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(MAX_PAGE + 1)


def _is_article(head: bytes) -> bool:
    """Whether a file begins with an article's line."""
    try:
        read_article(head.lstrip().partition(b"\n")[0], "")
    except InputError:
        return False
    return True


def _document(source: str, wish: Wish) -> Document:
    return open_document(
        source, lang=wish.lang, published=wish.published, allow_private=wish.allow_private
    )


def _attempt(name: str, source: str, make: Callable[[], Document]) -> Piece:
    try:
        return Found(id=name, source=source, document=make())
    except RegistanError as error:
        return Missed(source=name, reason=str(error))


def _open_stream(stream: BinaryIO, wish: Wish) -> Iterator[Piece]:
    """Standard input is lines of articles, or one document."""
    first = stream.readline(MAX_LINE + 1)
    if _is_article(first):
        yield from _articles(_chain(first, stream), "standard input", wish)
        return
    raw = first + stream.read(MAX_PAGE + 1)
    yield _attempt("-", "-", lambda: _from_bytes(raw, "Standard input", None, wish))


def _chain(first: bytes, rest: BinaryIO) -> Iterator[bytes]:
    yield first
    yield from rest


def _from_bytes(raw: bytes, name: str, url: str | None, wish: Wish) -> Document:
    return document_from_bytes(raw, lang=wish.lang, published=wish.published, url=url, name=name)


def _articles(lines: Iterable[bytes], source: str, wish: Wish) -> Iterator[Piece]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article(line, f"{source}:{number}", source, wish)


def _article(line: bytes, where: str, source: str, wish: Wish) -> Piece:
    try:
        article = read_article(line, where)
        article = msgspec.structs.replace(
            article,
            lang=article.lang or wish.lang,
            published=article.published or wish.published,
        )
        document = document_of(article, f"Article {article.id}")
        return Found(id=str(article.id), source=source, document=document)
    except RegistanError as error:
        return Missed(source=where, reason=str(error).removeprefix(f"{where}: "))


def _captures(path: Path, source: str, wish: Wish) -> Iterator[Piece]:
    for capture in read_warc(path, MAX_PAGE):
        name = capture.url or source
        body, url = capture.body, capture.url or None
        yield _attempt(name, source, lambda b=body, u=url, n=name: _from_bytes(b, n, u, wish))  # type: ignore[misc]


def _open_url(url: str, wish: Wish) -> Iterator[Piece]:
    fetched = fetch(
        url,
        limit=MAX_PAGE,
        allow_private=wish.allow_private,
        feeds=True,
        patience=wish.patience,
    )
    if is_feed(fetched.body):
        yield from _items(fetched.body, fetched.url, wish, whole=fetched.whole)
    elif not fetched.whole and len(fetched.body) <= MAX_PAGE:
        yield Missed(source=url, reason=f"It had not ended after {wish.patience:.0f} seconds.")
    else:
        yield _attempt(url, url, lambda: _from_bytes(fetched.body, url, fetched.url, wish))


def _items(raw: bytes, source: str, wish: Wish, *, whole: bool) -> Iterator[Piece]:
    """Give a feed's articles; of one that is broken or never ends, those that came."""
    feed = read_feed(raw[:MAX_PAGE], source)
    for number, item in enumerate(feed.items, 1):
        name = item.link or item.id or f"{source}, item {number}"
        yield _attempt(name, source, lambda i=item, n=name: _item(i, n, wish))  # type: ignore[misc]
    if len(raw) > MAX_PAGE or not whole:
        yield Missed(source=source, reason="The feed does not end; the items that came were taken.")
    elif feed.trouble:
        yield Missed(source=source, reason=f"The feed is malformed: {feed.trouble}.")


def _item(item: Item, name: str, wish: Wish) -> Document:
    published = wish.published or item.published
    if item.body is not None:
        page = f"<html><body><article>{item.body}</article></body></html>"
        article = Article(
            id=item.id,
            text=read_page(page, name).text,
            title=item.title,
            lang=wish.lang,
            publisher=item.publisher,
            url=item.link,
            published=published,
        )
        return document_of(article, name)
    if item.link:
        return _document(item.link, msgspec.structs.replace(wish, published=published))
    raise InputError("The item has neither a text nor a link.")
