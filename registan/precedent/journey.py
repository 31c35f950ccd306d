"""Journey: which rows are of the first journey abroad that a holder of an office made in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from registan.precedent.row import Row


def mark_openings(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give the rows, in order of their first day, with those of first journeys marked `opening`."""
    first: dict[tuple[str, str], Row] = {}
    marked = []
    for row in rows:
        if row.direction == "abroad" and not row.elect:
            begun = first.setdefault((row.office, row.person), row)
            if row is begun or (row.trip is not None and row.trip == begun.trip):
                row = replace(row, opening=True)
        marked.append(row)
    return tuple(marked)
