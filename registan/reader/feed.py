"""Feed: the items of an RSS or Atom feed, as far as it goes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from registan.errors import InputError

LEAST_TEXT: Final = 400  # Characters; a shorter body is a teaser, and the article is at its link.
MOST_ITEMS: Final = 2_000
_SIGN: Final = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE[^>]*>\s*)*"
    rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]",
    re.DOTALL,
)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a feed; `body` is its article as HTML where the feed carries it whole."""

    id: str
    title: str
    link: str | None
    published: str | None
    body: str | None
    publisher: str | None


class Feed(msgspec.Struct, frozen=True):
    """A feed's items; `trouble` says where it broke off or what it leaves out."""

    items: tuple[Item, ...]
    trouble: str | None = None


def is_feed(raw: bytes) -> bool:
    """Whether bytes begin as a feed does."""
    return bool(_SIGN.match(raw[:4096].removeprefix(b"\xef\xbb\xbf")))


def read_feed(raw: bytes, name: str) -> Feed:
    """Read a feed; of a broken one the items before the break; InputError where there is none."""
    import feedparser  # Only feeds need it.

    found = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=True)
    items = tuple(map(_item_of(found.feed.get("title")), found.entries[:MOST_ITEMS]))
    reason = _reason(found.get("bozo_exception")) if found.get("bozo") else None
    if not items and reason:
        raise InputError(
            f"{name} is no feed that can be read: {reason}.",
            hint="Check its address in a browser.",
        )
    if len(found.entries) > MOST_ITEMS:
        reason = f"it has {len(found.entries)} items; the first {MOST_ITEMS} were taken"
    return Feed(items, reason)


def _reason(error: Exception | None) -> str | None:
    """Give why a feed is malformed; a wrongly declared encoding was coped with and is no reason."""
    if error is None or "encoding" in type(error).__name__.lower():
        return None
    return str(error).strip().rstrip(".") or type(error).__name__


def _item_of(publisher: str | None) -> Any:
    def read(entry: Any) -> Item:
        body = max(_bodies(entry), key=len, default="")
        link = entry.get("link")
        return Item(
            id=entry.get("id") or link or entry.get("title") or "",
            title=html.unescape(entry.get("title") or "").strip(),
            link=link,
            published=_day(entry),
            body=body if len(body) >= LEAST_TEXT or not link else None,
            publisher=publisher,
        )

    return read


def _bodies(entry: Any) -> Iterable[str]:
    yield from (part.get("value") or "" for part in entry.get("content", ()))
    yield entry.get("summary") or ""


def _day(entry: Any) -> str | None:
    """Give the day on which an item was published, in the feed's own (UTC) terms."""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}" if moment else None
