"""Dates as precise as their words: reckoning from a document's date, and writing EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
SEASON_MONTHS = 3
NEAR_DAYS = 60  # A day and month this close ahead, named without a year, is the coming one.


class Anchor(msgspec.Struct, frozen=True):
    """The document's date, as far as it is known: year, then month, then day."""

    year: int
    month: int | None = None
    day: int | None = None


def read_anchor(published: str | None) -> Anchor | None:
    """Read an EDTF date as an anchor; None where there is no year to reckon from."""
    found = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?!\d)", published or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return Anchor(year or 0, month, day)


def write_date(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write EDTF; an unknown year is `XXXX`, and one before the year 0 has a minus."""
    written = "XXXX" if year is None else f"{abs(year):04}"
    parts = [f"-{written}" if year is not None and year < 0 else written]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


def is_real(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has that day (in some year, where none is given)."""
    return day <= monthrange(2024 if year is None else year, month)[1]


def choose_year(anchor: Anchor, month: int, day: int | None, direction: str) -> int:
    """The year of a month or day that is named without one, seen from the document's date.

    Not in the future, unless the words point forward (`next`) or the day lies closely ahead:
    an author who meant the same day of the year before would have said so.
    """
    if anchor.month is None:
        return anchor.year
    ahead = _is_ahead(anchor, month, day)
    if direction == "next":
        return anchor.year if ahead or _is_same(anchor, month, day) else anchor.year + 1
    if not ahead:
        return anchor.year
    if direction != "past" and day is not None and _distance(anchor, month, day) <= NEAR_DAYS:
        return anchor.year
    return anchor.year - 1


def _is_same(anchor: Anchor, month: int, day: int | None) -> bool:
    return anchor.month == month and (None in (day, anchor.day) or day == anchor.day)


def _is_ahead(anchor: Anchor, month: int, day: int | None) -> bool:
    if anchor.month is None or anchor.month != month:
        return month > (anchor.month or 12)
    return day is not None and anchor.day is not None and day > anchor.day


def _distance(anchor: Anchor, month: int, day: int) -> int:
    here = date(anchor.year, anchor.month or 1, anchor.day or 28)
    there = date(anchor.year, month, min(day, monthrange(anchor.year, month)[1]))
    return (there - here).days


def choose_season_year(anchor: Anchor, season: int, direction: str, over: bool = False) -> int:
    """The year of a season that is named without one: the last that has begun, or the next.

    `over`: the words say that it is past ("last spring"), so that the running one is not meant.
    """
    start = SEASON_STARTS[season]
    running = anchor.month is not None and 0 <= anchor.month - start < SEASON_MONTHS
    return anchor.year - 1 if over and running else choose_year(anchor, start, None, direction)


def shift(anchor: Anchor | None, unit: str, offset: int) -> str | None:
    """The day, week, month or year so many units from the document's date; None if unknown."""
    if anchor is None:
        return None
    if unit == "year":
        return write_date(anchor.year + offset)
    if unit == "day" and offset == 0:
        return write_date(anchor.year, anchor.month, anchor.day)
    if anchor.month is None:
        return None
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + offset
        return write_date(months // 12, months % 12 + 1)
    if anchor.day is None:
        return None
    return _shift_days(date(anchor.year, anchor.month, anchor.day), unit, offset)


def _shift_days(day: date, unit: str, offset: int) -> str:
    if unit == "day":
        return (day + timedelta(days=offset)).isoformat()
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def find_weekday(anchor: Anchor | None, weekday: int, direction: str) -> str | None:
    """The nearest such weekday: not in the future, after the document's date if `next`.

    If `coming` it may be that date itself: what "will be on Friday" may be today.
    """
    if anchor is None or anchor.month is None or anchor.day is None:
        return None
    day = date(anchor.year, anchor.month, anchor.day)
    if direction == "next":
        return (day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)).isoformat()
    if direction == "coming":
        return (day + timedelta(days=(weekday - day.weekday()) % 7)).isoformat()
    back = (day.weekday() - weekday) % 7
    if direction == "past" and back == 0:
        back = 7
    return (day - timedelta(days=back)).isoformat()


def bound(value: str | None, role: str) -> str | None:
    """Write a date's role into its EDTF: `1991/..` since or after, `../1991` until, by, before."""
    if value is None or role == "at":
        return value
    first, _, last = value.partition("/")
    return f"{first}/.." if role in ("since", "after") else f"../{last or first}"
