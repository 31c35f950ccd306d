"""When a text was published, where it does not say so: reasoned from its own dates.

The reasoning, in order; each step is explicit and stops where nothing follows:

1. **Latest day.** Authors leave out the year of days that lie close to publication. The text's
   days and months without a year, clauses about the future left out, are laid around the calendar;
   the widest gap between them is where they begin and end. The last one must be a day ("9.
   September"), not just a month: publication falls in its month. If no gap is clearly the widest,
   nothing follows.
2. **Year.** The smallest one in which that day is not before the latest month or day that the text
   dates in full. A month named *with* a year is not in the year of publication if it is the month
   of publication itself (one would write "this month" or leave out the year). A day named with its
   year, closely around the latest day, gives that year at once. A bare year only bounds from below;
   it decides where the text also speaks of "this year", which must then be a later one.
3. **Weekdays.** "Freitag, 5. September" falls only in certain years; a year that does not fit is
   passed over.

The outcome is a month, never a day: the text can have appeared some days after its latest date.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from registan.model import Span
from registan.reader.date_value import Anchor, is_real, read_anchor
from registan.reader.when import DateMention, find_dates

CLEAR_GAP: Final = 45  # Days by which the widest gap must exceed the second widest.
CLUSTER: Final = 62  # Days around the latest day in which a fully dated day gives its year.
WEEKDAY_YEARS: Final = 6  # A weekday decides among this many years, and no more.


class Inferred(msgspec.Struct, frozen=True):
    """An inferred date (EDTF, year and month), the words it rests on, and the reasoning."""

    published: str | None
    span: Span | None
    because: str


class _Day(msgspec.Struct, frozen=True):
    """A mention without a year, as a place in the round of the year."""

    month: int
    day: int | None
    mention: DateMention

    @property
    def ordinal(self) -> int:
        """Day of the year (of a leap year); a month counts as its first day."""
        return date(2024, self.month, self.day or 1).timetuple().tm_yday


def infer_published(text: str, lang: str, today: date | None = None) -> Inferred:
    """Infer the month of publication from the text's dates; None with the reason where it is open.

    `today` bounds the answer from above where it is given.
    """
    mentions = [one for one in find_dates(text, lang) if not one.forward]
    fixed = [one for one in mentions if one.explicit and _start(one)]
    latest = _latest_day(_floating(mentions))
    if latest is None:
        return _from_full_date(fixed, mentions)
    year, because = _find_year(latest, fixed, mentions)
    if year is None or (today and (year, latest.month) > (today.year, today.month)):
        return Inferred(None, None, because)
    return Inferred(f"{year:04}-{latest.month:02}", latest.mention.span, because)


def _start(mention: DateMention) -> Anchor | None:
    """The date that a mention shows to be past: its own, or the end of what it bounds."""
    if mention.role == "before":
        return None
    return read_anchor((mention.value or "").rpartition("/")[2])


def _floating(mentions: list[DateMention]) -> list[_Day]:
    days = []
    for one in mentions:
        parts = (one.value or "").rpartition("/")[2].split("-")
        if parts[0] == "XXXX" and len(parts) > 1 and int(parts[1]) <= 12:
            day = int(parts[2]) if len(parts) == 3 else None
            days.append(_Day(int(parts[1]), day, one))
    return days


def _latest_day(days: list[_Day]) -> _Day | None:
    """The last of the days in their most compact order around the year, if that order is clear."""
    order = sorted({day.ordinal: day for day in days}.values(), key=lambda day: day.ordinal)
    if not any(day.day for day in order):
        return None
    gaps = [
        (order[(i + 1) % len(order)].ordinal - day.ordinal - 1) % 366 + 1
        for i, day in enumerate(order)
    ]
    widest = max(range(len(order)), key=lambda i: gaps[i])
    others = [gap for i, gap in enumerate(gaps) if i != widest]
    clear = not others or gaps[widest] - max(others) >= CLEAR_GAP
    return _as_day(order, widest) if clear else None


def _as_day(order: list[_Day], widest: int) -> _Day | None:
    """The last mention with a day, unless a later month without a day follows it."""
    last = order[widest]
    same = [day for day in order if day.month == last.month and day.day]
    return max(same, key=lambda day: day.day or 0) if same else None


def _find_year(
    latest: _Day, fixed: list[DateMention], mentions: list[DateMention]
) -> tuple[int | None, str]:
    near = [one for one in fixed if _is_near(latest, one)]
    if near:
        year = max(int(one.value[:4]) for one in near if one.value)
        return year, f"The text dates “{near[-1].text}” in full, next to “{latest.mention.text}”."
    bounds = [(_earliest_year(latest, one, mentions), one) for one in fixed]
    certain = [(year, one) for year, one in bounds if year is not None]
    lower = max((int((one.value or "0")[:4]) for one in fixed), default=0)
    if not certain or max(year for year, _ in certain) < lower:
        return None, "The text names days without a year, and nothing shows which year is meant."
    year, bound = max(certain, key=lambda pair: pair[0])
    fitting = _fit_weekday(year, latest)
    if fitting is None:
        return None, f"“{latest.mention.text}” does not fall on that weekday in the years possible."
    return fitting, f"“{latest.mention.text}” must follow “{bound.text}”."


def _is_near(latest: _Day, one: DateMention) -> bool:
    anchor = _start(one)
    if anchor is None or anchor.day is None or anchor.month is None:
        return False
    there = date(2024, anchor.month, anchor.day).timetuple().tm_yday
    return abs(there - latest.ordinal) <= CLUSTER


def _earliest_year(latest: _Day, one: DateMention, mentions: list[DateMention]) -> int | None:
    """The first year in which the latest day can lie, given one date with a year."""
    anchor = _start(one)
    if anchor is None:
        return None
    if anchor.month is None:
        speaks_of_now = any(other.form.startswith("this-unit") for other in mentions)
        weekday = latest.mention.weekday is not None
        return anchor.year + 1 if speaks_of_now else anchor.year if weekday else None
    return anchor.year + (anchor.month >= latest.month)


def _fit_weekday(year: int, latest: _Day) -> int | None:
    weekday, day = latest.mention.weekday, latest.day
    if weekday is None or day is None:
        return year
    years = range(year, year + WEEKDAY_YEARS)
    fits = [
        y
        for y in years
        if is_real(y, latest.month, day) and date(y, latest.month, day).weekday() == weekday
    ]
    return fits[0] if fits else None


def _from_full_date(fixed: list[DateMention], mentions: list[DateMention]) -> Inferred:
    """The latest day dated in full, if the text also speaks of a yesterday or a weekday."""
    days = [one for one in fixed if (anchor := _start(one)) and anchor.day]
    deictic = [one for one in mentions if one.value is None and one.form != "today"]
    if not days or not deictic:
        return Inferred(None, None, "Nothing in the text shows when it was published.")
    last = max(days, key=lambda one: (one.value or "").rpartition("/")[2])
    if any((one.value or "")[:4] > (last.value or "")[:4] for one in fixed):
        return Inferred(None, None, "The text names a later year than its latest full date.")
    month = (last.value or "").rpartition("/")[2][:7]
    because = f"The text's latest date is “{last.text}”, and it speaks of “{deictic[0].text}”."
    return Inferred(month, last.span, because)
