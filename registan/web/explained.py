"""Explained: how a verdict came about, for the terminal: the claim, each query, its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from registan.model import Evidence
from registan.precedent import Explained, Explanation, plain
from registan.web.phrase import clean, period


def explained_table(explained: Iterable[Explained], lang: str) -> RenderableType:
    """Give each claim as data and in plain words, and per reading its SQL and its rows."""
    return Group(*(part for one in explained for part in _claim(one, lang)))


def _claim(one: Explained, lang: str) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(style="dim")
    yield Text(plain(one.claim, lang), "bold")
    yield _inset(msgspec.json.format(one.claim.to_json(), indent=2), "")
    if one.because:
        yield Text(f"Nothing was asked of the registers: {one.because}")
    for reading in one.readings:
        yield from _reading(reading)


def _reading(one: Explanation) -> Iterator[RenderableType]:
    yield Text()
    yield Text(f"{one.reading} ({len(one.rows)})", "bold")
    yield _inset(one.sql, "cyan")
    for row in one.rows:
        yield _inset(_row(row), "dim")


def _row(row: Evidence) -> str:
    where = ", ".join(part for part in (row.place, row.country) if part)
    parts = (f"{row.register}/{row.id}", period(row.start, row.end), row.name or row.who, where)
    return "  ".join(clean(part) for part in parts if part)


def _inset(text: str | bytes, style: str) -> RenderableType:
    words = text if isinstance(text, str) else text.decode()
    return Padding(Text(words, style), (0, 0, 0, 4), expand=False)
