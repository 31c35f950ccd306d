"""Weekday: a date that a text gives with a weekday which it was not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from babel import Locale

from registan.model import Span

STEM = 4  # letters: enough to tell weekdays apart in every inflection


class WrongWeekday(NamedTuple):
    """A date with a weekday that it was not: its words, the day, the weekday said (0 is Monday)."""

    span: Span
    day: date
    said: int

    @property
    def because(self) -> str:
        """What the day was."""
        name = Locale.parse("en").days["format"]["wide"][self.day.weekday()]
        return f"{self.day.isoformat()} was a {name}"

    @property
    def nearest(self) -> date:
        """The nearest day that is the weekday said."""
        ahead = (self.said - self.day.weekday()) % 7
        return self.day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


@cache
def _pattern(lang: str) -> tuple[re.Pattern[str], tuple[str, ...], tuple[str, ...]]:
    """The pattern of "Tuesday, 11 March" in a language, and its stems of weekdays and months.

    The names are CLDR's.
    """
    locale = Locale.parse(lang)
    days = tuple(locale.days["format"]["wide"][i].casefold()[:STEM] for i in range(7))
    months = tuple(locale.months["format"]["wide"][i].casefold()[:STEM] for i in range(1, 13))
    day = rf"(?P<weekday>\b(?:{'|'.join(days)})\w*)"
    stems = "|".join(m[:3] for m in months) + ("|май" if lang == "ru" else "")
    month = rf"(?P<month>(?:{stems})\w*)"
    number = r"(?P<number>\d{1,2})(?:st|nd|rd|th|er|\.)?"
    between = r",?\s+(?:(?:dem|den|der|the|le)\s+)?"
    year = r"(?:,?\s+(?P<year>\d{4}))?"
    orders = rf"{number}\s+{month}"
    if lang == "en":  # one pattern cannot name a group twice
        orders = (
            r"(?:(?P<number>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+)?"
            rf"{month}(?:\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b)?"
        )
    return re.compile(f"{day}{between}{orders}{year}", re.IGNORECASE), days, months


def _number_of(name: str, months: tuple[str, ...]) -> int | None:
    """The month that a name begins like, the longest stem first ("juillet" is not "juin")."""
    for size in (STEM, 3):
        for number, stem in enumerate(months, 1):
            if name[:size] == stem[:size]:
                return number
    return None


def find_wrong_weekdays(text: str, lang: str, published: str | None) -> Iterator[WrongWeekday]:
    """Give each date whose weekday is wrong; the year is the publication's where none is given."""
    pattern, days, months = _pattern(lang)
    for found in pattern.finditer(text):
        number = found["number"] or found.groupdict().get("after")
        year = found["year"] or (published or "")[:4]
        month = _number_of(found["month"].casefold(), months)
        if not number or not year.isdigit() or month is None:
            continue
        said = next(i for i, d in enumerate(days) if found["weekday"].casefold().startswith(d))
        try:
            day = date(int(year), month, int(number))
        except ValueError:
            continue
        if day.weekday() != said:
            span = Span(start=found.start(), end=found.end(), text=found.group())
            yield WrongWeekday(span, day, said)
