"""Whole: who was in every part of a place, over the time in office or on one journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from registan.precedent.archive import Archive
from registan.precedent.query import Scope
from registan.precedent.reading import Filter, narrow_rows
from registan.precedent.row import Row


@dataclass(frozen=True, slots=True)
class Whole:
    """The parts of a place that all have to be visited, each as codes of countries.

    They are visited on one `journey`, or over the time in office from the day `since` on.
    """

    parts: tuple[tuple[str, ...], ...]
    journey: bool = False
    since: str = ""


@lru_cache(maxsize=20_000)
def completions(
    archive: Archive, scope: Scope, kept: Filter, whole: Whole
) -> tuple[tuple[Row, ...], ...]:
    """Give, of each person or journey, the first row in each part, in order of time.

    Those who missed a part have none. The last row of each is the day on which all was visited.
    """
    groups: dict[tuple[str, str, int | None], list[Row]] = {}
    for row in narrow_rows(archive, scope, kept):
        if row.end >= whole.since and (row.trip is not None or not whole.journey):
            key = (row.office, row.person, row.trip if whole.journey else None)
            groups.setdefault(key, []).append(row)
    found = [_first_in_each(rows, whole.parts) for rows in groups.values()]
    return tuple(sorted((rows for rows in found if rows), key=lambda rows: rows[-1].key))


def _first_in_each(rows: Iterable[Row], parts: Iterable[tuple[str, ...]]) -> tuple[Row, ...]:
    """Give the first row in each part; none where a part is missing."""
    found: set[Row] = set()
    for codes in parts:
        here = (row for row in rows if not set(codes).isdisjoint((row.country, *row.territory)))
        first = next(here, None)
        if first is None:
            return ()
        found.add(first)
    return tuple(sorted(found, key=lambda row: row.key))
