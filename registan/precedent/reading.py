"""Reading: an accepted sense of a claim's words, as a filter over the rows in scope."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import msgspec
import yaml
from ibis.expr.types import BooleanValue, Table

from registan import world
from registan.errors import DataError
from registan.model.base import Record
from registan.precedent.archive import Archive
from registan.precedent.query import Candidate, Scope, run_scope
from registan.precedent.row import Row
from registan.precedent.visit_type import has_type, type_filter

Mark = Literal["stopover", "private", "gathering", "elsewhere", "elect", "correction", "disputed"]
Extent = Literal["state", "ground", "both", "either"]


class Sense(Record, frozen=True, kw_only=True):
    """One reading as data: which rows count.

    `without` drops rows with any of the marks. `extent` says what makes a row lie in a country:
    its `state` as the register files it, its `ground` on today's map, `both`, or `either` of them.
    `reasonable` lists the forms for which the words can mean this ("all" for every form); a
    reading that is not reasonable is told but never makes a verdict `depends`. `acting` counts
    those who held the office for the time being among its holders, `men` the men where a word for
    women is used. `kind` puts a narrower kind of visit for the one that the claim names.
    """

    id: str
    says: dict[str, str]
    without: tuple[Mark, ...] = ()
    extent: Extent | None = None
    also: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    direction: Literal["abroad", "to_us"] | None = None
    elect: bool = False
    acting: bool = False
    men: bool = False
    reasonable: tuple[str, ...] = ()
    place: Literal["country", "region", "locality"] | None = None
    at: tuple[str, ...] = ()
    kind: dict[str, str] = msgspec.field(default_factory=dict)


@lru_cache(maxsize=1)
def load_senses() -> dict[str, Sense]:
    """Load the readings; DataError names a mistake in the file."""
    text = resources.files("registan.precedent").joinpath("data/readings.yml").read_text("utf-8")
    data: dict[str, dict[str, Any]] = yaml.safe_load(text)
    try:
        return {key: Sense.from_data({"id": key, **entry}) for key, entry in data.items()}
    except Exception as error:
        raise DataError(f"A reading is not as it must be: {error}", where="readings.yml") from error


def lies_in(candidate: Candidate, extent: Extent) -> bool:
    """Tell whether the row lies in the place under `extent`."""
    if candidate.named:
        return True
    if extent == "state":
        return candidate.in_state
    if extent == "ground":
        return candidate.on_ground
    if extent == "both":
        return candidate.in_state and candidate.on_ground
    return candidate.in_state or candidate.on_ground


def counts(candidate: Candidate, without: tuple[str, ...], extent: Extent) -> bool:
    """Tell whether a row counts under a reading."""
    row = candidate.row
    return lies_in(candidate, extent) and not any(getattr(row, mark) for mark in without)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows of a scope count: `extent`, marks that drop a row, a kind of visit, women's."""

    extent: Extent
    without: tuple[str, ...] = ()
    visit_type: str | None = None
    elect: bool = False
    women: bool = False


@lru_cache(maxsize=20_000)
def narrow(archive: Archive, scope: Scope, kept: Filter) -> tuple[Candidate, ...]:
    """Give the rows of a scope that count, in order of their first day."""
    without = kept.without if kept.elect else (*kept.without, "elect")
    return tuple(
        candidate
        for candidate in run_scope(archive, scope)
        if counts(candidate, without, kept.extent)
        and (not kept.visit_type or has_type(candidate.row, kept.visit_type))
        and (not kept.women or candidate.row.person in world.load().women)
    )


@lru_cache(maxsize=20_000)
def narrow_rows(archive: Archive, scope: Scope, kept: Filter) -> tuple[Row, ...]:
    """Give the same rows without where they lie."""
    return tuple(candidate.row for candidate in narrow(archive, scope, kept))


def reading_filter(marked: Table, kept: Filter) -> BooleanValue:
    """Give the same filter as an Ibis expression over a scope's marked rows."""
    places = {
        "state": marked.in_state,
        "ground": marked.on_ground,
        "both": marked.in_state & marked.on_ground,
        "either": marked.in_state | marked.on_ground,
    }
    counted: BooleanValue = places[kept.extent] | marked.named
    for mark in kept.without if kept.elect else (*kept.without, "elect"):
        counted = counted & ~marked[mark]
    if kept.women:
        counted = counted & marked.person.isin(sorted(world.load().women))
    return counted & type_filter(marked, kept.visit_type) if kept.visit_type else counted
