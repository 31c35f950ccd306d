"""Feature: what is known of every state at the start of a window, as one table of numbers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from registan.errors import RegistanError
from registan.forecast.calendar import load_summits
from registan.forecast.geography import load_facts
from registan.forecast.history import (
    Floats,
    History,
    build_history,
    count,
    decay,
    known_by,
    number_states,
    select,
    years_since,
)
from registan.forecast.journey import list_tenures
from registan.forecast.meeting import describe_meetings
from registan.forecast.noun import Task
from registan.forecast.term import Outlook, look_ahead
from registan.forecast.window import Window
from registan.world import load

_PAST: dict[Task, str] = {
    "president-abroad": "president",
    "secretary-abroad": "secretary",
    "leader-to-us": "leader",
}
_DECAYS = (1.5, 4.0, 10.0, 25.0)
_BILATERAL = (2.0, 5.0, 20.0)
_LIMIT_YEARS = 40.0
# Groupings whose members and dates the world knows; those named after a series of summits count
# from its first one.
_GROUPS = ("nato", "eu", "g7", "g20", "asean", "warsaw-pact")


def build_features(task: Task, window: Window) -> dict[str, Floats]:
    """Give every feature as a column over all states, in a fixed order."""
    outlook = look_ahead(window.as_of, window.until)
    columns: dict[str, Floats] = {}
    for past, name in _PAST.items():
        history = known_by(build_history(past), window.known)
        columns |= _describe_past(name, history, past, window, outlook)
    columns |= _describe_term(outlook)
    columns["volume"] = _everywhere(_volume(task, window))
    columns |= _describe_regions(task, window)
    columns |= _describe_size(window.as_of)
    columns |= {f"in_{group}": _membership(group, window.as_of) for group in _GROUPS}
    return columns | describe_meetings(task, window)


def _describe_past(
    name: str, history: History, past: Task, window: Window, outlook: Outlook
) -> dict[str, Floats]:
    """One office's journeys: how often, how long ago, outside of summits, by the holder now."""
    day = window.as_of
    bilateral = select(history, ~history.summit)
    mine = _of_holder(history, past, window, outlook)
    columns = {f"{name}_decay_{years:g}": np.log1p(decay(history, day, years)) for years in _DECAYS}
    for years in _BILATERAL:
        columns[f"{name}_bilateral_{years:g}"] = np.log1p(decay(bilateral, day, years))
    total = count(history)
    return columns | {
        f"{name}_ever": _flag(total),
        f"{name}_total": np.log1p(total),
        f"{name}_since": np.log1p(years_since(history, day, _LIMIT_YEARS)),
        f"{name}_year_1": _flag(count(_between(history, day, 0, 1))),
        f"{name}_year_2": _flag(count(_between(history, day, 1, 2))),
        f"{name}_holder": np.log1p(count(mine)),
        f"{name}_holder_ever": _flag(count(mine)),
    }


def _of_holder(history: History, past: Task, window: Window, outlook: Outlook) -> History:
    """The journeys of who will hold the office, or leaders' to the president who will."""
    person = outlook.next_person or outlook.person
    if past == "president-abroad":
        return select(history, history.person == person)
    if past == "secretary-abroad":
        return select(history, history.person == secretary_at(window.as_of))
    since = outlook.handover if person != outlook.person else outlook.since
    return select(history, history.day >= (since or outlook.since).toordinal())


def _between(history: History, day: date, first: int, last: int) -> History:
    newest = (day - timedelta(days=365 * first)).toordinal()
    oldest = (day - timedelta(days=365 * last)).toordinal()
    return select(history, (history.day > oldest) & (history.day <= newest))


def _describe_term(outlook: Outlook) -> dict[str, Floats]:
    columns = {f"term_year_{n}": _everywhere(share) for n, share in enumerate(outlook.years, 1)}
    changes = outlook.next_person not in (None, outlook.person)
    return columns | {
        "second_term": _everywhere(outlook.second),
        "open_seat": _everywhere(outlook.open),
        "new_president": _everywhere(float(changes)),
    }


def _volume(task: Task, window: Window) -> float:
    history = known_by(build_history(task), window.known)
    return float(np.log1p(decay(history, window.as_of, 4.0).sum()))


def _describe_regions(task: Task, window: Window) -> dict[str, Floats]:
    """The bureau that a state belongs to, and how much its neighbours there were visited."""
    history = known_by(build_history(task), window.known)
    recent = decay(select(history, history.own), window.as_of, 4.0)
    member = region_table()
    total = recent @ member
    size = np.maximum(member.sum(axis=0), 1)
    columns = {name: member[:, n] for n, name in enumerate(region_names())}
    columns["region_recent"] = np.log1p((member * total).max(axis=1))
    columns["region_mean"] = np.log1p((member * (total / size)).max(axis=1))
    return columns


@lru_cache(maxsize=1)
def region_names() -> tuple[str, ...]:
    """Give the regions of the State Department's bureaus, whose members never change."""
    return tuple(load().schemes()["state-bureau"])


@lru_cache(maxsize=1)
def region_table() -> Floats:
    """Say of every state which region it lies in; a former state's is its first heir's."""
    world = load()
    table = np.zeros((len(number_states()), len(region_names())))
    for code, row in number_states().items():
        for column, region in enumerate(region_names()):
            members = world.members(region)
            heirs = world.countries[code].successors[:1]
            table[row, column] = code in members or bool(members.intersection(heirs))
    return table


def _describe_size(day: date) -> dict[str, Floats]:
    """Distance from Washington, and people and product as of two years before, in logs."""
    facts = load_facts()
    year = day.year - 2
    distance = [facts[c].distance_km if c in facts else 8000.0 for c in number_states()]
    people = [_latest(facts[c].population, year) if c in facts else None for c in number_states()]
    product = [_latest(facts[c].gdp, year) if c in facts else None for c in number_states()]
    return {
        "distance": np.log(np.array(distance) + 300),
        "population": _fill(people),
        "product": _fill(product),
        "size_unknown": np.array([float(value is None) for value in product]),
    }


def _latest(years: dict[int, float], until: int) -> float | None:
    known = [year for year in years if year <= until]
    return years[max(known)] if known else None


def _fill(values: list[float | None]) -> Floats:
    """Logs, with a low value where nothing is known: the unknown are small, poor or closed."""
    logs = np.array([np.nan if value is None else np.log(max(value, 1e-3)) for value in values])
    if np.isnan(logs).all():
        return np.zeros(len(logs))
    result: Floats = np.where(np.isnan(logs), np.nanquantile(logs, 0.25), logs)
    return result


def _membership(group: str, day: date) -> Floats:
    series = [summit.announced for summit in load_summits() if summit.series == group]
    if group.startswith("g") and (not series or day < min(series)):
        return np.zeros(len(number_states()))
    members = load().members(group, day)
    return np.array([float(code in members) for code in number_states()])


def _everywhere(value: float) -> Floats:
    return np.full(len(number_states()), value)


def _flag(values: Floats) -> Floats:
    return (values > 0).astype(np.float64)


def secretary_at(day: date) -> str:
    """Give who is secretary of state on a day, or was last."""
    held = [t for t in list_tenures("us-secretary-of-state") if t.start <= day]
    if not held:
        raise RegistanError(f"No secretary of state is known on {day}.")
    return held[-1].person
