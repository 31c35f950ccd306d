"""Meeting: the planned summits of a window as numbers for every state, as known at its start."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from registan.forecast.calendar import Summit, load_summits
from registan.forecast.geography import load_facts, measure_km
from registan.forecast.history import Floats, number_states
from registan.forecast.journey import list_journeys
from registan.forecast.noun import Task
from registan.forecast.window import Window

# No meeting but half a year in which a state hosts those of the European Union.
PRESIDENCY = "eu-presidency"
_SLACK = timedelta(days=3)
# The halving of a summit's pull on a neighbour, as two scales of distance.
_NEAR_KM = (700.0, 2000.0)


@lru_cache(maxsize=4)
def map_attendance(task: Task) -> dict[str, bool]:
    """Say of every summit, by id, whether a journey of the task went to its host then."""
    stays: dict[str, list[tuple[date, date]]] = {}
    for journey in list_journeys(task):
        stays.setdefault(journey.country, []).append((journey.start, journey.end))
    return {
        summit.id: _overlaps(summit, stays.get(summit.country, [])) for summit in load_summits()
    }


def _overlaps(summit: Summit, stays: list[tuple[date, date]]) -> bool:
    first, last = summit.start - _SLACK, summit.end + _SLACK
    return any(start <= last and end >= first for start, end in stays)


def count_series(task: Task, known: date) -> dict[str, tuple[int, int]]:
    """Count for every series how many past summits abroad were attended, and how many held.

    Only summits over by `known` count, the day to which the registers were published.
    """
    counts: dict[str, tuple[int, int]] = {}
    attended = map_attendance(task)
    for summit in load_summits():
        if summit.end <= known and summit.country in number_states() and not summit.cancelled:
            went, held = counts.get(summit.series, (0, 0))
            counts[summit.series] = (went + attended[summit.id], held + 1)
    return counts


def rate(counts: dict[str, tuple[int, int]], series: str) -> float:
    """Give the share of a series' summits that were attended, drawn towards one half."""
    went, held = counts.get(series, (0, 0))
    return (went + 1) / (held + 2)


def list_hosts(window: Window) -> list[Summit]:
    """Give the summits that states will host in a window, as known at its start."""
    return [
        summit
        for summit in load_summits()
        if summit.country in number_states()
        and summit.is_known(window.as_of)
        and window.as_of < summit.start <= window.until
    ]


def expect_attendance(task: Task, window: Window) -> Floats:
    """Give for every state the probability that a planned summit brings the traveller there."""
    missed = np.ones(len(number_states()))
    counts = count_series(task, window.known)
    for summit in list_hosts(window):
        if summit.series != PRESIDENCY:
            missed[number_states()[summit.country]] *= 1 - rate(counts, summit.series)
    return 1 - missed


def describe_meetings(task: Task, window: Window) -> dict[str, Floats]:
    """Give the features that planned summits make: for neighbours, and for presidencies."""
    pull = -np.log(1 - expect_attendance(task, window))
    presides = np.zeros(len(pull))
    for summit in list_hosts(window):
        if summit.series == PRESIDENCY:
            presides[number_states()[summit.country]] = 1.0
    near = {f"near_{km:.0f}": pull @ np.exp(-distances() / km) - pull for km in _NEAR_KM}
    return {"presides": presides, **near}


@lru_cache(maxsize=1)
def distances() -> Floats:
    """Give the kilometres between the capitals of all states; 20,000 where one is unknown."""
    facts = load_facts()
    places = [
        (facts[code].latitude, facts[code].longitude) if code in facts else None
        for code in number_states()
    ]
    table = [
        [measure_km(one, other) if one and other else 20_000.0 for other in places]
        for one in places
    ]
    result = np.array(table)
    np.fill_diagonal(result, 0.0)
    return result
