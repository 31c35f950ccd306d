"""Query: which events a reader asks for, by party, place, time and who vouches for them."""

from __future__ import annotations

from typing import Final, get_args

import ibis
from ibis.expr.types import BooleanValue, Table

from registan.errors import InputError
from registan.model import Record
from registan.model.period import period_of
from registan.model.report import Confirmation, Kind, Standing
from registan.record.agreement import SYMMETRIC
from registan.record.engine import Session
from registan.record.fetch import column_of, rows_of, table_of
from registan.record.noun import MergedEvent
from registan.record.sought import Sought, seek_party, seek_place
from registan.record.vouching import HOSTED

ANY: Final = ("who", "whom")


class Filter(Record, frozen=True, kw_only=True):
    """What is asked for; everything given must hold.

    `who` and `whom` are names as anybody writes them, in any script; `between` wants both as
    parties, in whatever role. `since` and `until` are EDTF: an event counts if its own days touch
    theirs, or, where it has none, the day on which it was first reported.
    """

    who: str | None = None
    whom: str | None = None
    where: str | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    confirmations: tuple[str, ...] = ()
    between: bool = False


def check_filter(asked: Filter) -> Filter:
    """Give what is asked for; InputError where a word of it means nothing here."""
    for noun, given, known in (
        ("kind", asked.kinds, get_args(Kind)),
        ("standing", asked.standings, get_args(Standing)),
        ("confirmation", asked.confirmations, get_args(Confirmation)),
    ):
        for word in given:
            if word not in known:
                raise InputError(f"There is no {noun} {word}.", hint=f"Use {', '.join(known)}.")
    for day in filter(None, (asked.since, asked.until)):
        period_of(day)
    return asked


def find_events(
    session: Session, asked: Filter, *, newest: bool = False, limit: int | None = None
) -> list[MergedEvent]:
    """Give the events asked for, oldest first; undated ones by their first report."""
    found = _order(events_of(session, asked), newest).select("data")
    rows = rows_of(session, found.limit(limit) if limit else found)
    return [MergedEvent.from_json(row["data"]) for row in rows]


def find_ids(session: Session, asked: Filter) -> list[str]:
    """Give the ids of the events asked for, oldest first."""
    return column_of(session, _order(events_of(session, asked), newest=False), "id")


def count_events(session: Session, asked: Filter) -> int:
    """Count the events asked for."""
    return int(session.backend.to_pyarrow(events_of(session, asked).count()).as_py())


def events_of(session: Session, asked: Filter) -> Table:
    """Give the rows of the event table that are asked for."""
    events = table_of(session, "event")
    for name, role in ((asked.who, "who"), (asked.whom, "whom")):
        if name:
            events = _with_party(session, events, name, ANY if asked.between else (role,))
    if asked.where:
        events = _at_place(session, events, asked.where)
    conditions = [*_in_time(events, asked), *_of_sort(events, asked)]
    return events.filter(*conditions) if conditions else events


def _with_party(session: Session, events: Table, name: str, roles: tuple[str, ...]) -> Table:
    """Keep the events with a party in a role; two equal sides are parties in either role.

    The state that a visit leads to is its other side.
    """
    actors, sought = table_of(session, "event_actor"), seek_party(name)
    matching = actors.filter(_is_party(actors, sought))
    in_role = matching.filter(matching.role.isin(list(roles))).select("event")
    anywhere = matching.select("event")
    equal = events.kind.isin(sorted(SYMMETRIC)) & events.id.isin(anywhere.event)
    found = equal | events.id.isin(in_role.event)
    if "whom" in roles and sought.countries:
        places = table_of(session, "event_place")
        hosting = places.filter(places.country.isin(list(sought.countries))).select("event")
        found |= events.kind.isin(sorted(HOSTED)) & events.id.isin(hosting.event)
    return events.filter(found)


def _is_party(actors: Table, sought: Sought) -> BooleanValue:
    found = [actors.folded.contains(word) for word in sought.words]
    found += [actors.id.isin(list(sought.ids))] if sought.ids else []
    found += [actors.country.isin(list(sought.countries))] if sought.countries else []
    return ibis.or_(*found)


def _at_place(session: Session, events: Table, name: str) -> Table:
    places = table_of(session, "event_place")
    sought = seek_place(name)
    found = [places.folded.contains(word) for word in sought.words]
    found += [places.country.isin(list(sought.countries))] if sought.countries else []
    matching = places.filter(ibis.or_(*found))
    return events.filter(events.id.isin(matching.event))


def _in_time(events: Table, asked: Filter) -> list[BooleanValue]:
    conditions = []
    if asked.since:
        first = period_of(asked.since).first
        conditions.append(ibis.coalesce(events.last_day, events.told, "") >= first)
    if asked.until:
        last = period_of(asked.until).last
        conditions.append(ibis.coalesce(events.first_day, events.told, "9999") <= last)
    return conditions


def _of_sort(events: Table, asked: Filter) -> list[BooleanValue]:
    wanted = (
        (events.kind, asked.kinds),
        (events.standing, asked.standings),
        (events.confirmation, asked.confirmations),
    )
    return [column.isin(list(values)) for column, values in wanted if values]


def _order(events: Table, newest: bool) -> Table:
    day = ibis.coalesce(events.first_day, events.told, "9999" if not newest else "")
    return events.order_by(day.desc() if newest else day, events.id)


def find_event(session: Session, key: str) -> MergedEvent:
    """Give the event of an id, of any report's key, or of the beginning of either.

    An id that an event once had is the key of a report, so it leads to the event that holds the
    report now. InputError where there is none or more than one.
    """
    links = table_of(session, "event_report")
    near = links.filter(links.event.startswith(key) | links.report.startswith(key))
    ids = sorted({row["event"] for row in rows_of(session, near.select("event").distinct())})
    exact = [one for one in ids if one == key]
    if len(exact or ids) != 1:
        raise InputError(
            f"{len(ids)} events begin with {key}." if ids else f"There is no event {key}.",
            hint="Give more of its id." if ids else "`registan events` lists them.",
        )
    events = table_of(session, "event")
    (row,) = rows_of(session, events.filter(events.id == (exact or ids)[0]).select("data"))
    return MergedEvent.from_json(row["data"])
