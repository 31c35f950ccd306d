"""Term: what the calendar of US presidential terms tells about a window, as known at its start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from registan.forecast.journey import Tenure, list_tenures

_LENGTH = 4


class Outlook(NamedTuple):
    """What is known at the start of a window about who will be president in it.

    `person` holds office at the start; `next_person` is the president-elect, where the election
    is over; `handover` the day of the next inauguration where it falls into the window.
    `years` are the shares of the window in each year of a term; `second` the share that falls into
    the term of somebody who has already served a whole one; `open` the share after a handover of
    which the winner is unknown at the start.
    """

    person: str
    since: date
    next_person: str | None
    handover: date | None
    years: tuple[float, float, float, float]
    second: float
    open: float


def look_ahead(as_of: date, until: date) -> Outlook:
    """Say what is known on a day about the presidency up to another day."""
    tenures = list_tenures()
    holder = [tenure for tenure in tenures if tenure.start <= as_of][-1]
    handover = _next_inauguration(as_of)
    inside = handover <= until
    winner = _winner(tenures, handover) if as_of >= election_day(handover.year - 1) else None
    return Outlook(
        person=holder.person,
        since=holder.start,
        next_person=winner if inside else None,
        handover=handover if inside else None,
        years=_shares(as_of, until),
        second=_second(holder, winner, as_of, until, handover),
        open=0.0 if winner or not inside else (until - handover).days / (until - as_of).days,
    )


def election_day(year: int) -> date:
    """Give the Tuesday after the first Monday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 1)


def inauguration(year: int) -> date:
    """Give the day on which a term begins, as the Twentieth Amendment has it since 1937."""
    return date(year, 1, 20) if year >= 1937 else date(year, 3, 4)


def _next_inauguration(day: date) -> date:
    year = day.year + (1 - day.year) % _LENGTH
    found = inauguration(year)
    return found if found > day else inauguration(year + _LENGTH)


def _winner(tenures: tuple[Tenure, ...], handover: date) -> str | None:
    """The winner of the election before: who holds office on the day of the inauguration."""
    held = [t for t in tenures if t.start <= handover and (t.end is None or t.end > handover)]
    return held[-1].person if held else None


def _shares(as_of: date, until: date) -> tuple[float, float, float, float]:
    days = [0, 0, 0, 0]
    length = (until - as_of).days
    for offset in range(1, length + 1):
        days[_year_of_term(as_of + timedelta(days=offset))] += 1
    first, second, third, fourth = (count / length for count in days)
    return first, second, third, fourth


def _year_of_term(day: date) -> int:
    year = day.year if day >= inauguration(day.year) else day.year - 1
    return (year - 1) % _LENGTH


def _second(holder: Tenure, winner: str | None, as_of: date, until: date, handover: date) -> float:
    """The share of the window in which a president serves who was elected before."""
    length = (until - as_of).days
    before = (min(handover, until) - as_of).days / length
    now = before if _served(holder.person, as_of) else 0.0
    then = (1 - before) if winner and _served(winner, handover) else 0.0
    return now + then


def _served(person: str, day: date) -> bool:
    """Say whether somebody had been president for four years, or in an earlier term, by a day."""
    terms = [tenure for tenure in list_tenures() if tenure.person == person and tenure.start <= day]
    return len(terms) > 1 or (bool(terms) and (day - terms[0].start).days >= 1440)
