"""The record's visits as rows beside the registers', where no register reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec
import pyarrow as pa
import yaml

from registan import world
from registan.model import ActorMention, PlaceMention
from registan.model.claim import Coverage, Verdict
from registan.model.period import days_of
from registan.model.report import Confirmation, Event
from registan.precedent.text import fold

REGISTER = "record"
HOST = "US"
Known = dict[tuple[str, str], str]  # (state, folded name) to the register's person


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which confirmations count, and which only under the reading that believes one side."""

    counted: tuple[Confirmation, ...]
    one_sided: tuple[Confirmation, ...]


class Witness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`record.yml`: weights, offices by direction, and the words for it by language."""

    weighs: Weights
    offices: dict[str, dict[str, str]]
    says: dict[str, str]
    confirmations: dict[Confirmation, dict[str, str]]
    believing: dict[str, str]


@lru_cache(maxsize=1)
def load_witness() -> Witness:
    """Read the file once."""
    text = resources.files("registan.precedent").joinpath("data/record.yml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), Witness)


def witness_rows(
    events: Iterable[Event],
    visits: pa.Table,
    coverage: Sequence[Coverage],
    confirmations: Sequence[Confirmation],
) -> pa.Table:
    """Give the visits among the events as a table with the registers' columns.

    Left out are visits on days that a register covers, without a day or a place, and those of
    people whose office no register follows. An event's confirmation is the row's only tag.
    """
    known = _known_people(visits)
    found = [
        row
        for event in events
        if (event.kind, event.standing) == ("visit", "happened")
        and event.confirmation in confirmations
        for row in _rows_of(event, known, coverage)
    ]
    trips = (trip for trip in visits["trip"].to_pylist() if trip is not None)
    first = max(trips, default=0) + 1
    numbered = [row | {"trip": first + i} for i, row in enumerate(found)]
    return pa.Table.from_pylist(numbered, schema=visits.schema)


def _known_people(visits: pa.Table) -> Known:
    columns = visits.select(["country_of_person", "name", "person"]).to_pylist()
    return {(r["country_of_person"] or "", fold(r["name"])): r["person"] for r in columns}


def _rows_of(event: Event, known: Known, coverage: Sequence[Coverage]) -> Iterable[dict[str, Any]]:
    first, last = days_of(event.when)
    for person in event.who if first and last else ():
        for place in event.where:
            row = _row(event, person, place, str(first), str(last), known)
            if row and not _is_covered(row, coverage):
                yield row


def _row(
    event: Event, person: ActorMention, place: PlaceMention, first: str, last: str, known: Known
) -> dict[str, Any] | None:
    direction = _direction(person.country, place.country)
    office = _office(person, direction, first) if direction else None
    if office is None or person.id is None:
        return None
    return {
        "register": REGISTER,
        "id": event.id,
        "office": office,
        "office_title": person.office or office,
        "person": known.get((person.country or "", fold(person.name)), person.id),
        "name": person.name,
        "country_of_person": person.country,
        "direction": direction,
        "start": date.fromisoformat(first),
        "end": date.fromisoformat(last),
        "country": place.country,
        "country_id": (place.country or "").lower(),
        "country_name": _country_name(place.country or ""),
        "territory": [place.country],
        "localities": [] if place.name == place.country else [place.name],
        "locale": place.name,
        "tags": [event.confirmation],
        "counterparts": [actor.name for actor in event.whom],
        **dict.fromkeys(("before_office", "after_office", "private", "transit"), False),
        "correction": False,
    }


def _country_name(code: str) -> str:
    country = world.load().countries.get(code)
    return country.name if country else code


def _direction(own: str | None, visited: str | None) -> str | None:
    if not own or not visited or own == visited:
        return None
    if own == HOST:
        return "abroad"
    return "to_us" if visited == HOST else None


def _office(person: ActorMention, direction: str, day: str) -> str | None:
    """The register's office of a visitor: of those the person held on the day, the first listed."""
    held = {t.office for t in world.load().terms(person.id or "") if _lasts(t, day)}
    offices = load_witness().offices[direction]
    return next((office for meant, office in offices.items() if meant in held), None)


def _lasts(term: Any, day: str) -> bool:
    last = term.end or term.known_until or "9999"
    return (term.start or "") <= day and last >= day[: len(last)]


def _is_covered(row: dict[str, Any], coverage: Sequence[Coverage]) -> bool:
    """Whether a register vouches for the day: what it does not list then did not happen."""
    day = row["start"].isoformat()
    return any(
        entry.kind == "visit"
        and entry.office == row["office"]
        and entry.direction == row["direction"]
        and entry.from_ <= day <= (entry.to or "")
        for entry in coverage
    )


def name_witnesses(verdict: Verdict) -> Verdict:
    """Say in the answer which of the record's events a verdict rests on, and who vouches."""
    rows = [row for row in verdict.evidence if row.register == REGISTER and row.side != "context"]
    if not rows:
        return verdict
    words = load_witness()
    answer = {
        lang: f"{said.removesuffix('.')}; {words.says[lang].format(events=_named(rows, lang))}."
        for lang, said in verdict.answer.items()
    }
    return msgspec.structs.replace(verdict, answer=answer)


def _named(rows: Iterable[Any], lang: str) -> str:
    labels = load_witness().confirmations
    named = {
        f"{row.name}, {row.start} ({row.id[:12]}, {', '.join(labels[t][lang] for t in row.tags)})"
        for row in rows
    }
    return "; ".join(sorted(named))
