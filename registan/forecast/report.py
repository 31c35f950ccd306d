"""Report: what a record tells about a question: visits planned or in doubt, invitations, contacts.

Reports stand beside the probability and do not change it: how much more often visits follow upon
such reports has not been measured, since no archive reaches over the years of the back-test.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from registan.errors import InputError
from registan.forecast.noun import Adjustment, Target, Task
from registan.forecast.state import HOME
from registan.model import ActorMention, Event
from registan.model.period import period_of
from registan.record.noun import MergedEvent
from registan.world import load

Sort = Literal["planned", "possible", "off", "invitation", "contact"]
LOOKBACK_DAYS = 730
SHOWN = 8
_SAID: dict[Sort, tuple[str, str]] = {
    "planned": ("visit planned", "visits planned"),
    "possible": ("visit called possible", "visits called possible"),
    "off": ("visit denied or called off", "visits denied or called off"),
    "invitation": ("invitation", "invitations"),
    "contact": ("meeting, call or message", "meetings, calls or messages"),
}
_OFFICES: dict[Task, str] = {
    "president-abroad": "us-president",
    "secretary-abroad": "us-secretary-of-state",
}
_LEADERS = ("head-of-state", "head-of-government", "monarch", "pope", "president", "prime-minister")
_UNCHANGED = (
    "Reports do not change the probability: how much more often visits follow upon them "
    "has not been measured."
)


def weigh_reports(target: Target, probability: float, events: Iterable[MergedEvent]) -> Adjustment:
    """Give what a record tells, counted by sort and listed, beside an unchanged probability.

    Nothing counts that was first told after the question's day.
    """
    sorted_events = [
        (sort, event, standing)
        for event in events
        if (standing := _standing_at(event, target.as_of)) is not None
        and (sort := _sort(event.event, standing, target)) is not None
    ]
    counts = [sum(1 for found, *_ in sorted_events if found == sort) for sort in _SAID]
    told = [
        f"{count} {_SAID[sort][count != 1]}"
        for sort, count in zip(_SAID, counts, strict=True)
        if count
    ]
    first = f"In the record: {', '.join(told)}." if told else "The record has nothing on this."
    lines = [_line(sort, event.event) for sort, event, _ in reversed(sorted_events)]
    return Adjustment(
        probability=probability,
        reasons=(first, _UNCHANGED),
        reports=tuple(lines[:SHOWN]),
    )


def find_visits(target: Target, events: Sequence[MergedEvent]) -> list[MergedEvent]:
    """Give the events that answer a question with yes: happened, vouched for, in the window."""
    return [
        event
        for event in events
        if event.event.standing == "happened"
        and event.event.confirmation in ("both_sides", "one_side", "third_party")
        and _is_visit(event.event, target)
        and _lies_within(event.event.when, target)
    ]


def _lies_within(when: str | None, target: Target) -> bool:
    if not when:
        return False
    try:
        period = period_of(when)
    except InputError:
        return False
    first, last = date.fromisoformat(period.first), date.fromisoformat(period.last)
    return target.as_of < first and last <= target.until


def _standing_at(event: MergedEvent, day: date) -> str | None:
    """Give the standing that an event had on a day; None where it was not yet told, or long ago."""
    moves = [move for move in event.history if move.day and move.day[:10] <= day.isoformat()]
    if not moves:
        return None
    oldest = (day - timedelta(days=LOOKBACK_DAYS)).isoformat()
    return moves[-1].standing if (moves[-1].day or "") >= oldest else None


def _sort(event: Event, standing: str, target: Target) -> Sort | None:
    if event.kind == "visit" and _is_visit(event, target):
        if standing in ("denied", "cancelled", "not_happened"):
            return "off"
        if standing in ("planned", "possible"):
            return "planned" if standing == "planned" else "possible"
        return None
    if standing != "happened":
        return None
    if event.kind == "invitation" and _is_invitation(event, target):
        return "invitation"
    if event.kind in ("meeting", "call", "message") and _is_contact(event, target):
        return "contact"
    return None


def _is_visit(event: Event, target: Target) -> bool:
    if event.kind != "visit" or not any(_is_traveller(actor, target) for actor in event.who):
        return False
    hosts = (HOME,) if target.task == "leader-to-us" else target.countries
    places = [*(place.country for place in event.where), *(actor.country for actor in event.whom)]
    return any(code in hosts for code in places)


def _is_invitation(event: Event, target: Target) -> bool:
    hosts = (HOME,) if target.task == "leader-to-us" else target.countries
    guests = any(_is_traveller(actor, target) for actor in event.whom)
    return guests and any(actor.country in hosts for actor in event.who)


def _is_contact(event: Event, target: Target) -> bool:
    parties = (*event.who, *event.whom)
    ours = any(_is_traveller(actor, target) for actor in parties)
    others = (HOME,) if target.task == "leader-to-us" else target.countries
    return ours and any(actor.country in others for actor in parties)


def _is_traveller(actor: ActorMention, target: Target) -> bool:
    if target.task == "leader-to-us":
        return actor.country in target.countries and actor.office in _LEADERS
    office = _OFFICES[target.task]
    holder = load().holder(office, HOME, target.as_of)
    return actor.office == office or bool(holder and actor.id == holder.id)


def _line(sort: Sort, event: Event) -> str:
    who = ", ".join(actor.name for actor in (*event.who, *event.whom))
    where = ", ".join(place.name for place in event.where)
    told = " · ".join(part for part in (who, where, event.confirmation.replace("_", " ")) if part)
    return f"{event.when or 'undated'}: {_SAID[sort][0]}: {told}"
