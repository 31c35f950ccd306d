"""A web page's article: its text in paragraphs, and what the page says of it."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from registan.errors import InputError

HTML: Final = re.compile(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
# Only dates that the page marks up; never one guessed from its text or a copyright line.
STATED_DATES: Final = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
SENTENCE: Final = 8  # Words; a page without one line as long holds menus and no article.


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An article taken out of a page; paragraphs are separated by blank lines."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def is_html(raw: bytes) -> bool:
    """Whether bytes look like a web page."""
    return bool(HTML.search(raw[:4096]))


def read_page(html: bytes | str, name: str, url: str | None = None) -> Page:
    """Take the article out of a page; InputError where nothing but furniture is found."""
    import trafilatura  # Half of this module's loading time, and only pages need it.

    found: Any = trafilatura.bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=STATED_DATES,
    )
    body = (found.text or "").strip() if found is not None else ""
    if not any(len(line.split()) >= SENTENCE for line in body.splitlines()):
        raise InputError(
            f"No article was found on {name}: the page is empty, all menus, or needs a script.",
            hint="Save the article's text to a file and give that.",
        )
    text = "\n\n".join(line.strip() for line in body.splitlines() if line.strip())
    return Page(
        text=_with_title(text, found.title),
        title=found.title or None,
        author=found.author or None,
        publisher=found.sitename or None,
        published=found.date or None,
        url=url or found.url or None,
    )


def _with_title(text: str, title: str | None) -> str:
    """Put the headline first, as published, unless the body opens with it already."""
    if not title or text.startswith(title):
        return text
    return f"{title}\n\n{text}"
