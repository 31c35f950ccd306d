"""Term: the importers of holders of offices, US presidents and principal officers and envoys."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

import msgspec

from registan.errors import DataError
from registan.registers.country import find_state
from registan.registers.row import TermRow
from registan.registers.source import Record, clean, find_files, read_day, read_records, read_root

_PRESIDENT = frozenset([
    "id", "name", "birth-year", "death-year", "took-office-date", "left-office-date",
    "created-by", "created-date", "last-modified-by", "last-modified-date",
])  # fmt: skip
_PRINCIPAL = frozenset([
    "id", "person-id", "role-title-id", "appointed", "started", "ended", "note", "created-by",
    "created-date", "last-modified-by", "last-modified-date",
])  # fmt: skip
_ORGANISATION = _PRINCIPAL | {"arrived"}
_COUNTRY = _ORGANISATION | {"contemporary-territory-id"}
_PARTIAL = re.compile(r"(\d{4})(-\d{2})?(-\d{2})?")
# The register's role ids -> our office ids, where they are not simply us-<role id>.
_OFFICES = {
    "secretary": "us-secretary-of-state",
    "secretary-ad-interim": "us-secretary-of-state",
    "deputy-secretary": "us-deputy-secretary-of-state",
    "ambassador-e-p": "us-ambassador",
}
_ACTING = ("-ad-interim", "-pro-tem", "acting-")


class _Person(NamedTuple):
    id: str
    name: str
    birth: str | None


def read_presidents(folder: Path) -> list[TermRow]:
    """Read the terms of US presidents, which come with the travels register."""
    path = find_files(folder, "presidents/presidents.xml")[0]
    root = read_root(path, "presidents")
    records = read_records(root, "president", _PRESIDENT, path.name)
    return [_president(record) for record in records]


def _president(record: Record) -> TermRow:
    fields = record.fields
    number = record.element.get("n", "")
    if not number:
        raise DataError("The row has no number `n`.", where=record.where)
    left = fields["left-office-date"]
    start = read_day(fields["took-office-date"], "took-office-date", record.where)
    end = read_day(left, "left-office-date", record.where) if left else None
    return TermRow(
        register="presidents",
        id=number,
        person=fields["id"],
        name=fields["name"],
        office="us-president",
        office_title="President of the United States",
        start=start,
        end=end,
        start_edtf=start.isoformat(),
        end_edtf=end.isoformat() if end else None,
        note=() if end else ("in-office-at-snapshot",),
        birth_edtf=_birth(fields["birth-year"], "birth-year", record.where),
    )


def read_officers(folder: Path) -> list[TermRow]:
    """Read principal officers and chiefs of mission; nominees who never served are left out."""
    people, titles = _read_people(folder), _read_titles(folder)
    terms = [
        _officer(record, country_id, people, titles) for record, country_id in _officers(folder)
    ]
    return _mark_repeated_ids([_drop_contradiction(term) for term in terms])


def _drop_contradiction(term: TermRow) -> TermRow:
    """Leave the days of a term open whose end is published as before its start."""
    if term.start is None or term.end is None or term.start <= term.end:
        return term
    note = (*term.note, "dates-contradict")
    return msgspec.structs.replace(term, start=None, end=None, note=note)


def _mark_repeated_ids(terms: list[TermRow]) -> list[TermRow]:
    """Tag the terms whose id the register gives to several, as it does now and then."""
    counts = Counter(term.id for term in terms)
    return [
        msgspec.structs.replace(term, note=(*term.note, "id-repeated"))
        if counts[term.id] > 1
        else term
        for term in terms
    ]


def _officers(folder: Path) -> Iterator[tuple[Record, str | None]]:
    for path in find_files(folder, "positions-principals/*.xml"):
        yield from _rows_of(path, "principal-position", "principals", "principal", _PRINCIPAL)
    for path in find_files(folder, "missions-countries/*.xml"):
        yield from _rows_of(path, "country-mission", "chiefs", "chief", _COUNTRY)
    for path in find_files(folder, "missions-orgs/*.xml"):
        yield from _rows_of(path, "org-mission", "chiefs", "chief", _ORGANISATION)


def _rows_of(
    path: Path, root_tag: str, group: str, tag: str, fields: frozenset[str]
) -> Iterator[tuple[Record, str | None]]:
    rows = read_root(path, root_tag).find(group)
    if rows is None:
        raise DataError(f"The file has no <{group}>.", where=path.name)
    for record in read_records(rows, tag, fields, path.name):
        yield record, record.fields.get("contemporary-territory-id")


def _officer(
    record: Record,
    country_id: str | None,
    people: dict[str, _Person],
    titles: dict[str, str],
) -> TermRow:
    role, known = record.fields["role-title-id"], record.fields["person-id"]
    title, person = titles.get(role), people.get(known)
    if title is None:
        raise DataError(f"The field <role-title-id> is {role!r}, unknown.", where=record.where)
    if person is None:
        raise DataError(f"The field <person-id> is {known!r}, unknown.", where=record.where)
    begun, start, notes = _read_start(record)
    ended, end = _read_date(record, "ended")
    return TermRow(
        register="pocom",
        id=record.fields["id"],
        person=person.id,
        name=person.name,
        office=_OFFICES.get(role, role if role.startswith("us-") else f"us-{role}"),
        office_title=title,
        country=_country(record, country_id, start),
        start=start,
        end=end,
        start_edtf=begun,
        end_edtf=ended,
        acting=any(mark in role for mark in _ACTING),
        note=notes,
        birth_edtf=person.birth,
    )


def _read_start(record: Record) -> tuple[str | None, date | None, tuple[str, ...]]:
    """Give when the term began: the day of entry on duty, else that of appointment (tagged)."""
    begun, start = _read_date(record, "started")
    if begun is not None:
        return begun, start, ()
    begun, start = _read_date(record, "appointed")
    return begun, start, ("start-is-appointment",) if begun else ("start-unknown",)


def _read_date(record: Record, field: str) -> tuple[str | None, date | None]:
    element = record.element.find(field)
    text = clean(element.findtext("date") or "") if element is not None else ""
    if not text:
        return None, None
    found = _PARTIAL.fullmatch(text)
    if not found:
        raise DataError(f"The field <{field}> has the date {text!r}.", where=record.where)
    day = read_day(text, field, record.where) if found[3] else None
    return text, day


def _country(record: Record, country_id: str | None, start: date | None) -> str | None:
    if country_id is None:
        return None
    day = start or _any_day(record)
    if day is None:
        # Without any date, only a country that was ever one state can be told.
        return None
    where = record.where
    return find_state(country_id, day, field="contemporary-territory-id", where=where).code


def _any_day(record: Record) -> date | None:
    for field in ("appointed", "started", "ended"):
        text, day = _read_date(record, field)
        if text:
            return day or date(int(text[:4]), int(text[5:7] or 1), 1)
    return None


def _read_people(folder: Path) -> dict[str, _Person]:
    """Give the person by every id, present or former, that the register has for them."""
    people: dict[str, _Person] = {}
    for path in find_files(folder, "people*/**/*.xml"):
        root = read_root(path, "person")
        identifier, name = clean(root.findtext("id") or ""), root.find("persName")
        if not identifier or name is None:
            raise DataError("The person has no id or no name.", where=path.name)
        born = _birth(clean(root.findtext("birth") or ""), "birth", path.name)
        for known in (identifier, *(clean(old.text or "") for old in root.iter("old-id"))):
            people[known] = _Person(identifier, _display(name), born)
    return people


def _birth(text: str, field: str, where: str) -> str | None:
    """Give the year of birth, which is all that the registers tell; None where they do not."""
    if text and not re.fullmatch(r"\d{4}", text):
        raise DataError(f"The field <{field}> is {text!r}, expected a year.", where=where)
    return text or None


def _display(person: Element) -> str:
    parts = (person.findtext(tag) or "" for tag in ("forename", "surname", "genName"))
    return clean(" ".join(parts))


def _read_titles(folder: Path) -> dict[str, str]:
    titles: dict[str, str] = {}
    roles = [(path, "role") for path in find_files(folder, "roles-country-chiefs/*.xml")]
    roles += [(p, "principal-position") for p in find_files(folder, "positions-principals/*.xml")]
    roles += [(path, "org-mission") for path in find_files(folder, "missions-orgs/*.xml")]
    for path, tag in roles:
        root = read_root(path, tag)
        titles[clean(root.findtext("id") or "")] = clean(root.findtext("names/singular") or "")
    return titles
