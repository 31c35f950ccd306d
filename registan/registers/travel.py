"""Travel: the importer of the foreign travels of US presidents and secretaries of state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from registan.errors import DataError
from registan.registers.counterpart import read_counterparts
from registan.registers.country import find_state
from registan.registers.locality import find_territory, name_localities, split_stops
from registan.registers.remark import read_tags
from registan.registers.row import VisitRow
from registan.registers.source import (
    Record,
    find_files,
    read_country_id,
    read_period,
    read_records,
    read_root,
)

_FIELDS = frozenset([
    "id", "role", "name", "start-date", "end-date", "country", "locale", "remarks", "created-by",
    "created-datetime", "last-modified-by", "last-modified-datetime",
])  # fmt: skip
_OFFICES = {
    "president": ("us-president", "President of the United States"),
    "secretary": ("us-secretary-of-state", "Secretary of State"),
}


def read_travels(folder: Path) -> list[VisitRow]:
    """Read every row of the travels register from its unpacked download.

    DataError names file, row and field of the first thing that is not as expected.
    """
    rows = [_read_row(record) for record in _records(folder)]
    check_unique([row.id for row in rows], "travels")
    return rows


def check_unique(ids: list[str], register: str) -> None:
    """Stop at an id that two rows of the register bear."""
    seen: set[str] = set()
    for row_id in ids:
        if row_id in seen:
            raise DataError(f"The id {row_id} stands twice.", where=register)
        seen.add(row_id)


def _records(folder: Path) -> Iterator[Record]:
    for path in find_files(folder, "*-travels/*.xml"):
        yield from read_records(read_root(path, "trips"), "trip", _FIELDS, path.name)


def _read_row(record: Record) -> VisitRow:
    fields = record.fields
    start, end = read_period(record)
    office, title = _read_office(record)
    country_id = read_country_id(record, "country")
    state = find_state(country_id, start, field="country", where=record.where)
    stops = split_stops(fields["locale"])
    tags = read_tags(fields["remarks"])
    return VisitRow(
        register="travels",
        id=fields["id"],
        office=office,
        office_title=title,
        person=_read_person(record),
        name=fields["name"],
        country_of_person="US",
        direction="abroad",
        start=start,
        end=end,
        country=state.code,
        country_id=country_id,
        country_name=fields["country"],
        territory=find_territory(
            country_id, state, stops, row=("travels", fields["id"]), where=record.where
        ),
        localities=name_localities(stops),
        locale=fields["locale"] or None,
        tags=tags,
        counterparts=read_counterparts(fields["remarks"]),
        private="private" in tags,
        transit="transit" in tags,
        remarks=fields["remarks"] or None,
    )


def _read_office(record: Record) -> tuple[str, str]:
    role = record.fields["role"]
    if role not in _OFFICES or role != record.element.get("role"):
        raise DataError(
            f"The field <role> is {role!r}, expected president or secretary.", where=record.where
        )
    return _OFFICES[role]


def _read_person(record: Record) -> str:
    person = record.element.get("who", "")
    if not person:
        raise DataError("The row names no person in `who`.", where=record.where)
    return person
