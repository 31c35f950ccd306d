"""Visit: the importer of the visits of foreign leaders to the United States."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from registan.registers.counterpart import read_counterparts
from registan.registers.country import find_state
from registan.registers.person import find_misnamed, identify_person
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
from registan.registers.travel import check_unique
from registan.registers.visitor import Visitor, read_visitors

_FIELDS = frozenset([
    "id", "start-date", "end-date", "visitor", "from", "description", "created-by",
    "created-datetime", "last-modified-by", "last-modified-datetime",
])  # fmt: skip


def read_visits(folder: Path) -> list[VisitRow]:
    """Read every row of the visits register from its unpacked download.

    A row that names two visitors gives two rows of the same id.
    """
    records = list(_records(folder))
    check_unique([record.fields["id"] for record in records], "visits")
    return [row for record in records for row in _read_rows(record)]


def _records(folder: Path) -> Iterator[Record]:
    for path in find_files(folder, "data/*.xml"):
        yield from read_records(read_root(path, "visits"), "visit", _FIELDS, path.name)


def _read_rows(record: Record) -> Iterator[VisitRow]:
    country_id = read_country_id(record, "from")
    for visitor in read_visitors(record.fields["visitor"], country_id, record.where):
        yield _read_row(record, visitor, country_id)


def _read_row(record: Record, visitor: Visitor, country_id: str) -> VisitRow:
    fields = record.fields
    start, end = read_period(record)
    tags = _tag(visitor, fields["description"])
    name, office = visitor.name, visitor.office
    if (truth := find_misnamed(fields["id"], visitor.name)) is not None:
        (name, office), tags = truth, (*tags, "misnamed")
    return VisitRow(
        register="visits",
        id=fields["id"],
        office=office,
        office_title=visitor.title,
        person=identify_person(country_id, name, start),
        name=visitor.name,
        country_of_person=find_state(country_id, start, field="from", where=record.where).code,
        direction="to_us",
        start=start,
        end=end,
        country="US",
        country_id=country_id,
        country_name=fields["from"],
        territory=("US",),
        tags=tags,
        counterparts=read_counterparts(fields["description"]),
        before_office=visitor.elect,
        private="private" in tags,
        transit="transit" in tags,
        remarks=fields["description"] or None,
    )


def _tag(visitor: Visitor, description: str) -> tuple[str, ...]:
    tags = list(read_tags(description, to_us=True))
    tags += [tag for tag in ("elect", "acting") if getattr(visitor, tag) and tag not in tags]
    return tuple(tags)
