"""Resolution: what came of a question, as the registers or a record tell it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from registan.forecast.journey import Journey, data_end, list_journeys
from registan.forecast.noun import Target
from registan.forecast.report import find_visits
from registan.model import Record

if TYPE_CHECKING:
    from registan.record.noun import MergedEvent


class Resolution(Record, frozen=True, kw_only=True):
    """Whether it happened: null while nothing can tell; by whom that is told, and when it was."""

    happened: bool | None
    by: Literal["register", "record", "nobody"]
    day: date | None = None
    because: str


def resolve(target: Target, events: Sequence[MergedEvent] = ()) -> Resolution:
    """Resolve a question.

    A journey in a register or an event in a record settles it with yes; only a register that covers
    the whole window settles it with no, for a record's silence proves nothing.
    """
    journey = next((j for j in list_journeys(target.task) if _answers(j, target)), None)
    if journey:
        because = f"The register has a visit from {journey.start} to {journey.end}."
        return Resolution(happened=True, by="register", day=journey.start, because=because)
    covered = data_end(target.task)
    if target.until <= covered:
        because = f"The register covers the window to {covered} and has no visit."
        return Resolution(happened=False, by="register", because=because)
    for event in find_visits(target, events):
        because = f"The record has it as happened, {event.event.confirmation.replace('_', ' ')}."
        return Resolution(happened=True, by="record", because=because)
    because = f"The register ends on {covered}, before {target.until}."
    return Resolution(happened=None, by="nobody", because=because)


def _answers(journey: Journey, target: Target) -> bool:
    return target.as_of < journey.start <= target.until and journey.country in target.countries
