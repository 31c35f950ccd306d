"""Article: one line of JSON Lines as a document, with the id that its sender gave it."""

from __future__ import annotations

import msgspec

from registan.errors import InputError
from registan.model import Document
from registan.reader.intake import document_from_text

SHAPE = '{"id", "lang"?, "publisher", "url", "published", "title", "text"}'


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article as newsrooms exchange it; only `id` and `text` must be there."""

    id: str | int
    text: str
    title: str | None = None
    lang: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


def read_article(line: bytes, where: str) -> Article:
    """Read one line; InputError says what is wrong with it."""
    try:
        return msgspec.json.decode(line, type=Article)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(
            f"This is no article: {error}.", where=where, hint=f"A line is {SHAPE}."
        ) from error


def document_of(article: Article, where: str) -> Document:
    """Make a document of an article; its headline is read with its text, as on a page."""
    title = (article.title or "").strip()
    headed = not title or article.text.lstrip().startswith(title)
    return document_from_text(
        article.text if headed else f"{title}\n\n{article.text}",
        lang=article.lang or None,
        published=_day(article.published),
        title=title or None,
        publisher=article.publisher or None,
        url=article.url or None,
        name=where,
    )


def _day(published: str | None) -> str | None:
    """Give a moment's day: feeds write `2025-09-05T10:00:00Z`, a document has `2025-09-05`."""
    return published.strip().partition("T")[0].partition(" ")[0] or None if published else None
