"""History: a task's journeys as arrays, so that a window's features are a few sums."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from registan.forecast.journey import list_journeys
from registan.forecast.noun import Task
from registan.forecast.state import state_spans

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
YEAR = 365.25


class History(NamedTuple):
    """One entry for each state that counts a journey as its own past; oldest first.

    `codes` numbers the states. `own` is false where the state only inherits the journey.
    """

    codes: dict[str, int]
    country: Integers
    day: Integers
    person: NDArray[np.str_]
    trip: Integers
    own: NDArray[np.bool_]
    summit: NDArray[np.bool_]
    state_visit: NDArray[np.bool_]


@lru_cache(maxsize=1)
def number_states() -> dict[str, int]:
    """Number all states that ever were in the panel."""
    return {code: number for number, code in enumerate(sorted(state_spans()))}


@lru_cache(maxsize=4)
def build_history(task: Task) -> History:
    """Build the arrays of a task; journeys to places that are no states are left out."""
    codes = number_states()
    entries = [
        (
            codes[code],
            journey.start.toordinal(),
            journey.person,
            journey.trip,
            code == journey.country,
            journey.summit,
            journey.state_visit,
        )
        for journey in list_journeys(task)
        for code in dict.fromkeys((journey.country, *journey.heirs))
        if code in codes
    ]
    columns = list(zip(*entries, strict=True))
    return History(
        codes=codes,
        country=np.array(columns[0], dtype=np.int64),
        day=np.array(columns[1], dtype=np.int64),
        person=np.array(columns[2], dtype=np.str_),
        trip=np.array(columns[3], dtype=np.int64),
        own=np.array(columns[4], dtype=np.bool_),
        summit=np.array(columns[5], dtype=np.bool_),
        state_visit=np.array(columns[6], dtype=np.bool_),
    )


def select(history: History, chosen: NDArray[np.bool_]) -> History:
    """Keep the entries that are chosen."""
    kept = {name: getattr(history, name)[chosen] for name in History._fields[1:]}
    return history._replace(**kept)


def known_by(history: History, day: date) -> History:
    """Keep what began on or before a day."""
    return select(history, history.day <= day.toordinal())


def count(history: History) -> Floats:
    """Count the entries of every state."""
    return np.bincount(history.country, minlength=len(history.codes)).astype(np.float64)


def decay(history: History, day: date, years: float) -> Floats:
    """Sum every state's entries, each worth 1 today and 1/e after so many years."""
    age = (day.toordinal() - history.day) / YEAR
    weights = np.exp(-age / years)
    summed = np.bincount(history.country, weights=weights, minlength=len(history.codes))
    return summed.astype(np.float64)


def years_since(history: History, day: date, limit: float) -> Floats:
    """Give the years since every state's latest entry, at most `limit`."""
    latest = np.full(len(history.codes), -np.inf)
    np.maximum.at(latest, history.country, history.day.astype(np.float64))
    return np.minimum((day.toordinal() - latest) / YEAR, limit)


def happened(task: Task, after: date, until: date) -> NDArray[np.bool_]:
    """Say for every state whether a journey to it began after one day and by another."""
    history = build_history(task)
    inside = (history.day > after.toordinal()) & (history.day <= until.toordinal()) & history.own
    return count(select(history, inside)) > 0
