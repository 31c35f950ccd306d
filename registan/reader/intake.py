"""A document in: from a file, standard input, a web address or a string."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from registan.errors import InputError
from registan.model import Document
from registan.reader.address import fetch, is_url
from registan.reader.boilerplate import find_imprint
from registan.reader.date_value import read_anchor
from registan.reader.dateline import find_dateline
from registan.reader.decoding import decode, normalise
from registan.reader.headline import find_headline
from registan.reader.language import choose_language
from registan.reader.published import infer_published
from registan.reader.webpage import Page, is_html, read_page

MAX_PAGE: Final = 10_000_000  # Bytes of a web page with all its scripts.
MAX_TEXT: Final = 2_000_000  # Bytes of plain text.
MAX_CHARACTERS: Final = 1_000_000
MAX_WORDS: Final = 200_000
SPLIT_HINT: Final = "Give one article at a time."


def open_document(
    source: str,
    *,
    lang: str | None = None,
    published: str | None = None,
    allow_private: bool = False,
    guess_encoding: bool = True,
    stdin: BinaryIO | None = None,
) -> Document:
    """Read the document at a path, a web address, or `-` (standard input).

    InputError says in one sentence what is wrong with what was given; SourceError that an address
    did not answer. `guess_encoding` allows 8-bit encodings besides UTF-8.
    """
    if is_url(source):
        return _open_url(source, lang, published, allow_private, guess_encoding)
    name = "Standard input" if source == "-" else source
    raw = (stdin or sys.stdin.buffer).read(MAX_PAGE + 1) if source == "-" else _read_file(source)
    page = _read_bytes(raw, name, None, guess_encoding)
    return _make_document(page, name, lang, published)


def document_from_text(
    text: str,
    *,
    lang: str | None = None,
    published: str | None = None,
    title: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    name: str = "The text",
) -> Document:
    """Make a document of a string: normalised once, so that every span refers to `.text`.

    What is not given is read from the text itself: headline, author, dateline, first publication,
    and the date, which is marked as inferred where the text does not state it.
    """
    page = Page(
        text=text, title=title, author=author, publisher=publisher, published=published, url=url
    )
    return _make_document(page, name, lang, published)


def document_from_bytes(
    raw: bytes,
    *,
    lang: str | None = None,
    published: str | None = None,
    url: str | None = None,
    name: str = "The text",
    guess_encoding: bool = True,
) -> Document:
    """Make a document of a file's bytes: plain text or a web page, decoded as a file's would be."""
    return _make_document(_read_bytes(raw, name, url, guess_encoding), name, lang, published)


def _open_url(
    url: str, lang: str | None, published: str | None, allow_private: bool, guess: bool
) -> Document:
    fetched = fetch(url, limit=MAX_PAGE, allow_private=allow_private)
    page = _read_bytes(fetched.body, url, fetched.url, guess)
    return _make_document(page, url, lang, published)


def _read_file(source: str) -> bytes:
    """Read a file's bytes; nothing is read of one that is too large."""
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError(f"{source} is a directory.", hint="Give a file.")
        if path.stat().st_size > MAX_PAGE:
            raise _too_long(source, f"{path.stat().st_size / 1e6:.0f} MB")
        with path.open("rb") as file:
            return file.read(MAX_PAGE + 1)
    except FileNotFoundError as error:
        raise InputError(f"There is no file {source!r}.", hint=_suggest(path)) from error
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
        raise InputError(f"{source!r} cannot be read: {reason}.") from error


def _suggest(path: Path) -> str:
    if path.parent.is_dir():
        return "Check the name."
    return f"There is no folder {str(path.parent)!r} either."


def _read_bytes(raw: bytes, name: str, url: str | None, guess: bool) -> Page:
    if len(raw) > MAX_PAGE:
        raise _too_long(name, f"over {MAX_PAGE / 1e6:.0f} MB")
    if is_html(raw):
        return read_page(raw, name, url)
    if len(raw) > MAX_TEXT:
        raise _too_long(name, f"{len(raw) / 1e6:.1f} MB")
    return Page(text=decode(raw, name, guess), url=url)


def _too_long(name: str, size: str) -> InputError:
    limit = f"{MAX_TEXT / 1e6:.0f} MB or {MAX_WORDS:,} words"
    return InputError(
        f"{name} is too long ({size}): an article has up to {limit}.", hint=SPLIT_HINT
    )


def _exists(published: str) -> bool:
    """Whether the calendar has a date that is written as a day; others are let pass."""
    if not re.match(r"\d{4}-\d\d-\d\d", published):
        return True
    try:
        date.fromisoformat(published[:10])
    except ValueError:
        return False
    return True


def _make_document(page: Page, name: str, lang: str | None, published: str | None) -> Document:
    text = normalise(page.text)
    _check_text(text, name)
    if published is not None and (read_anchor(published) is None or not _exists(published)):
        raise InputError(
            f"The date {published!r} is not understood.", hint="Write it as 2025-09-05 or 2025-09."
        )
    chosen = choose_language(text, lang, name)
    document = Document(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        text=text,
        lang=chosen,
        title=page.title or find_headline(text, chosen),
        author=page.author,
        publisher=page.publisher,
        published=published or page.published,
        url=page.url,
    )
    return _add_date(_add_imprint(document))


def _check_text(text: str, name: str) -> None:
    if not any(character.isalnum() for character in text):
        raise InputError(f"{name} holds no words.", hint="Give a file that holds an article.")
    if len(text) > MAX_CHARACTERS or len(text.split()) > MAX_WORDS:
        raise _too_long(name, f"{len(text.split()):,} words")


def _add_imprint(document: Document) -> Document:
    """Fill in what the text says of itself: author, publisher, first publication, date."""
    imprint = find_imprint(document)
    dateline = find_dateline(document.text, document.lang)
    stated = [imprint.published, dateline.published if dateline else None]
    return msgspec.structs.replace(
        document,
        author=document.author or imprint.author,
        publisher=document.publisher or (dateline.publisher if dateline else None),
        first_published=imprint.first_published,
        published=document.published or next((one for one in stated if read_anchor(one)), None),
    )


def _add_date(document: Document) -> Document:
    if document.published is not None:
        return document
    inferred = infer_published(document.text, document.lang)
    return msgspec.structs.replace(
        document,
        published=inferred.published,
        published_inferred=inferred.published is not None,
        published_because=inferred.span,
    )
