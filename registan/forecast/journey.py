"""Journey: who went where and when, as the panel counts it, from the registers' tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from registan.errors import DataError
from registan.forecast.noun import Task
from registan.registers import load_coverage, load_terms, load_visits
from registan.world import load

Direction = Literal["abroad", "to_us"]


class Journey(NamedTuple):
    """One stay: `country` is the state of that day, `heirs` the states whose past it is too.

    For journeys to the United States both are the visitor's. `person` travelled; `host` is the
    US president of that day. `summit` marks stays tagged as summits or conferences.
    """

    country: str
    heirs: tuple[str, ...]
    start: date
    end: date
    person: str
    trip: int
    summit: bool
    state_visit: bool


class Tenure(NamedTuple):
    """One president's or secretary's time in office; `end` is None while it lasts."""

    person: str
    start: date
    end: date | None


_OFFICE: dict[Task, str] = {
    "president-abroad": "us-president",
    "secretary-abroad": "us-secretary-of-state",
}
# A stop to refuel is no visit, nor is a private trip an official one; speaking at the United
# Nations alone brings nobody to the White House.
_NO_VISIT = {"refuelling", "un-only"}


@lru_cache(maxsize=4)
def list_journeys(task: Task) -> tuple[Journey, ...]:
    """Give the journeys that a task is about, oldest first.

    Left out: trips before or after office (presidents-elect), duplicates, private trips, stops on
    the way.
    """
    rows = [row for row in load_visits().to_pylist() if _is_of(row, task) and is_visit(row)]
    return tuple(sorted((_journey(row, task) for row in rows), key=lambda j: (j.start, j.country)))


def is_visit(row: dict[str, Any]) -> bool:
    """Say whether a register's row is an official visit of somebody in office, told once."""
    marks = ("before_office", "after_office", "private", "transit", "duplicate_of")
    return not any(row[mark] for mark in marks) and not _NO_VISIT & set(row["tags"])


def _is_of(row: dict[str, Any], task: Task) -> bool:
    if task == "leader-to-us":
        return bool(row["direction"] == "to_us")
    return bool(row["direction"] == "abroad" and row["office"] == _OFFICE[task])


def _journey(row: dict[str, Any], task: Task) -> Journey:
    home = task == "leader-to-us"
    country: str = row["country_of_person"] if home else row["country"]
    tags = set(row["tags"])
    return Journey(
        country=country,
        heirs=_heirs(country, () if home else tuple(row["territory"])),
        start=row["start"],
        end=row["end"],
        person=row["person"],
        trip=row["trip"],
        summit=bool(tags & {"summit", "multilateral"}),
        state_visit=bool(tags & {"state", "official", "official-working"}),
    )


def _heirs(country: str, territory: tuple[str, ...]) -> tuple[str, ...]:
    """A former state's visit is its own past and that of the lands where it took place.

    Where the land is not told, only a sole or first-named successor inherits it.
    """
    state = load().countries.get(country)
    if state is None or not state.to:
        return ()
    return territory or state.successors[:1]


def data_end(task: Task) -> date:
    """Give the last day that the registers cover for a task."""
    office = _OFFICE.get(task, "president")
    direction = "to_us" if task == "leader-to-us" else "abroad"
    for entry in load_coverage():
        if (entry.office, entry.kind, entry.direction) == (office, "visit", direction):
            return date.fromisoformat(entry.to)
    raise DataError(f"No register covers the journeys of {office}.", where="registers.yml")


@lru_cache(maxsize=2)
def list_tenures(office: str = "us-president") -> tuple[Tenure, ...]:
    """Give the holders of an office in the order of their terms; acting ones left out."""
    return tuple(sorted(_tenures(office), key=lambda tenure: tenure.start))


def _tenures(office: str) -> Iterator[Tenure]:
    for row in load_terms().to_pylist():
        if row["office"] == office and row["start"] and not row["acting"]:
            yield Tenure(row["person"], row["start"], row["end"])
