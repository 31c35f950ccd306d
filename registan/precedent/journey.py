"""Journey: which rows are of the first journey abroad that a holder of an office made in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from registan.precedent.period import shift
from registan.precedent.row import Row
from registan.world import days, load_thumbs


def mark_openings(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give the rows, in order of their first day, with those of first journeys marked `opening`.

    Where the first journey was a holiday, the first official one is another that may be meant.
    """
    last: dict[tuple[str, str, bool], Row] = {}  # The latest row yet of each first journey.
    marked = []
    for row in rows:
        if row.direction == "abroad" and not row.elect:
            opens = False
            for official in (False,) if row.private else (False, True):
                before = last.setdefault((row.office, row.person, official), row)
                if row is before or _goes_on(before, row):
                    last[row.office, row.person, official], opens = row, True
            row = replace(row, opening=opens)
        marked.append(row)
    return tuple(marked)


def _goes_on(before: Row, row: Row) -> bool:
    """Tell whether a journey goes on from one row to another."""
    if row.trip is not None and row.trip == before.trip:
        return True
    by_ship = int(row.start[:4]) < load_thumbs()["age-of-ships"].number
    return by_ship and row.start <= shift(before.end, days("at-sea"))
