"""Calendar: the summits that were planned, where, and since when that was publicly known.

Every row of `data/summits.csv` names the pages it was read from. A summit that was moved or called
off stays, with the day on which that became known; the new place is a row of its own. Series are
kept whole, whoever came: a row says where leaders were to meet, never who went.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from registan.errors import DataError
from registan.model import Record

Rule = Literal["documented", "previous_end", "rotation", "anniversary", "days_60", "eve"]


class Summit(Record, frozen=True, kw_only=True):
    """One planned meeting of heads of government in one country.

    `announced` is the day by which host and year were known: as a page says (`documented`; where
    the page gives only a year or month, its last day), the end of the meeting before in the same
    series, where the next host is named (`previous_end`), a year before it began, where an agreed
    order (`rotation`) or a round number of years (`anniversary`) decides, sixty days before it
    began (`days_60`), or the day before (`eve`). `cancelled` is the day it was called off, moved or
    turned into a video call. Where no page gives the days of the meeting, `start` and `end` are
    those of the stay of the president or secretary of state in the register that `source` names,
    or the first and last day of the month. Rows of the series `eu-presidency` are no meetings: they
    say which state presides over the Council of the European Union, and so is host in that half.
    """

    id: str
    series: str
    name: str
    start: date
    end: date
    city: str = ""
    country: str
    announced: date
    announced_rule: Rule
    cancelled: date | None = None
    source: str
    announced_source: str = ""

    def is_known(self, day: date) -> bool:
        """Say whether on that day the summit was announced and not called off."""
        return self.announced <= day and (self.cancelled is None or day < self.cancelled)


@cache
def load_summits() -> tuple[Summit, ...]:
    """Give every summit of the shipped calendar, oldest first; DataError names a bad row."""
    text = (files("registan.forecast") / "data" / "summits.csv").read_text("utf-8")
    return tuple(read_summits(text.splitlines()))


def read_summits(lines: Iterable[str]) -> list[Summit]:
    """Read summits from lines of CSV with a header; DataError names the line that does not fit."""
    found = []
    for number, row in enumerate(csv.DictReader(lines), start=2):
        try:
            found.append(msgspec.convert({k: v for k, v in row.items() if v}, Summit))
        except msgspec.ValidationError as error:
            where = f"summits.csv:{number}"
            raise DataError(f"This is no summit: {error}.", where=where) from error
    return found
