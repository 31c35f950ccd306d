"""Period: the first and the last day that an EDTF date allows."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from registan.errors import InputError

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"

# EDTF season codes -> first and last month; a northern winter is the one that a year begins in
# or ends in, since "the winter of 2023" is said of both.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}


class Period(NamedTuple):
    """Inclusive first and last day, as ISO dates."""

    first: str
    last: str

    def holds(self, day: str) -> bool:
        """Tell whether `day` lies in the period."""
        return self.first <= day <= self.last

    def overlaps(self, first: str, last: str) -> bool:
        """Tell whether the days from `first` to `last` touch the period."""
        return first <= self.last and last >= self.first


def period_of(edtf: str) -> Period:
    """Give the days that `edtf` allows; InputError where it is no date that we read."""
    text = edtf.strip().rstrip("?~%")
    if "/" in text:
        left, _, right = text.partition("/")
        first = FIRST_DAY if left in ("", "..") else period_of(left).first
        last = LAST_DAY if right in ("", "..") else period_of(right).last
        return Period(first, last)
    return _single(text)


def days_of(edtf: str | None) -> tuple[str, str] | tuple[None, None]:
    """Give the first and last day of an EDTF date, or nothing where it is no date that we read."""
    try:
        period = period_of(edtf) if edtf else None
    except InputError:
        return None, None
    return (period.first, period.last) if period else (None, None)


def _single(text: str) -> Period:
    decade = re.fullmatch(r"(\d{3})X", text)
    if decade:
        return Period(f"{decade[1]}0-01-01", f"{decade[1]}9-12-31")
    century = re.fullmatch(r"(\d{2})XX", text)
    if century:
        return Period(f"{century[1]}00-01-01", f"{century[1]}99-12-31")
    parts = text.split("-")
    try:
        return _calendar([int(part) for part in parts], parts)
    except (ValueError, IndexError) as error:
        raise InputError(
            f"“{text}” is no date.", hint="Write it as 2023, 2023-02, 2023-02-28 or 1991/.."
        ) from error


def _calendar(numbers: list[int], parts: list[str]) -> Period:
    year = numbers[0]
    if len(parts) == 1:
        return Period(f"{year:04}-01-01", f"{year:04}-12-31")
    if parts[1] in _SEASONS:
        return _season(year, *_SEASONS[parts[1]])
    month = numbers[1]
    if len(parts) == 2:
        last = calendar.monthrange(year, month)[1]
        return Period(f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}")
    day = date(year, month, numbers[2]).isoformat()
    return Period(day, day)


def _season(year: int, first: int, last: int) -> Period:
    # A season begins and ends in common speech some weeks off its months.
    start_year = year - 1 if first > last else year
    end_year = year + 1 if first > last else year
    start = date(start_year, first, 1) - timedelta(days=10)
    end = date(end_year, last, 28) + timedelta(days=25)
    return Period(start.isoformat(), end.isoformat())


def shift(day: str, days: int) -> str:
    """Give the day that lies `days` after `day`."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
