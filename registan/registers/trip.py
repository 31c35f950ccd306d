"""Trip: rows of one person that make up one journey, and rows that say the same stay twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from registan.registers.row import VisitRow

Terms = dict[tuple[str, str], list[tuple[date, date]]]

_TOUCH = timedelta(days=1)


def number_trips(rows: Iterable[VisitRow]) -> list[VisitRow]:
    """Number the journeys: rows of one person and direction that touch or overlap are one.

    Touching: a row starts at most one day after the last day of those before it. The rows come
    back in the order of their journeys' table: direction, person, start, end, id.
    """
    ordered = sorted(rows, key=_order)
    numbered: list[VisitRow] = []
    trip, reach = 0, date.min
    for number, row in enumerate(ordered):
        last = ordered[number - 1] if number else None
        if last is None or _whose(last) != _whose(row) or row.start > reach + _TOUCH:
            trip, reach = trip + 1, row.end
        reach = max(reach, row.end)
        numbered.append(msgspec.structs.replace(row, trip=trip))
    return numbered


def _whose(row: VisitRow) -> tuple[str, str]:
    return (row.direction, row.person)


def _order(row: VisitRow) -> tuple[str, str, date, date, int, str]:
    return (row.direction, row.person, row.start, row.end, len(row.id), row.id)


def mark_duplicates(rows: Sequence[VisitRow]) -> list[VisitRow]:
    """Point each row that repeats an earlier one (`duplicate_of`) to that one's id.

    The same person, dates, country and localities are the same stay where the remarks agree, or
    where it lasted several days; on one single day someone can come twice, and has.
    """
    first: dict[tuple[object, ...], VisitRow] = {}
    marked = []
    for row in rows:
        key = (row.register, row.person, row.start, row.end, row.country_id, row.localities)
        same = first.setdefault(key, row)
        repeats = same is not row and (row.end > row.start or row.remarks == same.remarks)
        marked.append(msgspec.structs.replace(row, duplicate_of=same.id) if repeats else row)
    return marked


def mark_office(rows: Iterable[VisitRow], terms: Terms) -> list[VisitRow]:
    """Tell for each traveller's row whether it lies before or after their terms of that office."""
    return [_mark_one(row, terms.get((row.office, row.person), [])) for row in rows]


def _mark_one(row: VisitRow, terms: list[tuple[date, date]]) -> VisitRow:
    elect = "elect" in row.tags
    if not terms or any(start <= row.end and row.start <= end for start, end in terms):
        return msgspec.structs.replace(row, before_office=elect)
    before = elect or row.end < min(start for start, _ in terms)
    return msgspec.structs.replace(row, before_office=before, after_office=not before)


def group_terms(rows: Iterable[tuple[str, str, date | None, date | None]]) -> Terms:
    """Group (office, person, start, end) by office and person; an open end reaches for ever."""
    grouped: Terms = defaultdict(list)
    for office, person, start, end in rows:
        if start is not None:
            grouped[(office, person)].append((start, end or date.max))
    return grouped
