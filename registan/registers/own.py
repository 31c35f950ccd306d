"""Own: a register of one's own, a CSV table with a small TOML description beside it."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from registan.errors import DataError, InputError
from registan.model import Coverage
from registan.registers.country import known_codes
from registan.registers.coverage import (
    CoverageEntry,
    load_coverage,
    load_registers,
    make_coverage,
)
from registan.registers.importer import Tables
from registan.registers.person import make_slug
from registan.registers.row import TermRow, VisitRow
from registan.registers.source import read_day
from registan.registers.table import load_terms, load_visits, make_terms, make_visits, write_table
from registan.registers.travel import check_unique
from registan.registers.trip import mark_duplicates, number_trips

_NAME = re.compile(r"[a-z][a-z0-9-]{1,39}")
_VISIT = {"id", "name", "start", "country"}
_VISIT_MORE = {
    "person", "office", "office_title", "country_of_person", "end", "territory", "localities",
    "tags", "counterparts",
}  # fmt: skip
_TERM = {"id", "name", "start"}
_TERM_MORE = {"person", "office", "office_title", "country", "end", "acting"}


class Description(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the TOML says: who publishes the register, under which licence, what it covers.

    `office`, `office_title`, `direction` and `country_of_person` hold for rows that do not say.
    """

    name: str
    title: str
    publisher: str
    licence: str
    snapshot: date
    table: str
    url: str = ""
    office: str = ""
    office_title: str = ""
    direction: str = "abroad"
    country_of_person: str = ""
    coverage: tuple[CoverageEntry, ...] = ()


class OwnRegister(NamedTuple):
    """A register of one's own that was read: its description and its rows as a table."""

    description: Description
    table: pa.Table


def add_register(table: Path, home: Path) -> OwnRegister:
    """Read `table` (CSV, with a .toml of the same name beside it) and keep it under `home`.

    Errors name file, row and field; a register with a mistake leaves `home` as it was. Adding a
    register of the same name again replaces it.
    """
    own = read_register(table)
    write_table(own.table, home / f"{own.description.name}.parquet")
    text = table.with_suffix(".toml").read_text(encoding="utf-8")
    (home / f"{own.description.name}.toml").write_text(text, encoding="utf-8")
    return own


def read_register(table: Path) -> OwnRegister:
    """Read a register of one's own without keeping it."""
    description = _read_description(table.with_suffix(".toml"))
    if description.table == "terms":
        terms = [_term(row, description) for row in _read_rows(table, _TERM, _TERM_MORE)]
        check_unique([term.id for term in terms], table.name)
        return OwnRegister(description, make_terms(terms))
    visits = [_visit(row, description) for row in _read_rows(table, _VISIT, _VISIT_MORE)]
    check_unique([visit.id for visit in visits], table.name)
    return OwnRegister(description, make_visits(number_trips(mark_duplicates(visits))))


def _read_description(path: Path) -> Description:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        description = msgspec.convert(data, Description)
    except FileNotFoundError as error:
        raise InputError(
            "The register has no description.",
            where=str(path),
            hint="Write a .toml beside the .csv: name, title, publisher, licence, snapshot, table.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"The description cannot be read: {error}.", where=path.name) from error
    _check_description(description, path.name)
    return description


def _check_description(description: Description, where: str) -> None:
    if not _NAME.fullmatch(description.name) or description.name in load_registers():
        raise DataError(
            f"The field <name> is {description.name!r}; expected small letters, digits and "
            "hyphens, and no name of a shipped register.",
            where=where,
        )
    if description.table not in ("visits", "terms"):
        raise DataError("The field <table> has to be visits or terms.", where=where)
    if description.direction not in ("abroad", "to_us"):
        raise DataError("The field <direction> has to be abroad or to_us.", where=where)


class _Row(NamedTuple):
    where: str
    fields: dict[str, str]


def _read_rows(path: Path, needed: set[str], more: set[str]) -> Iterator[_Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_columns(reader.fieldnames or [], needed, more, path.name)
            for fields in reader:
                where = f"{path.name}: line {reader.line_num}"
                yield _Row(where, _check_row(fields, needed, where))
    except FileNotFoundError as error:
        raise InputError("The file is missing.", where=str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"The file is no CSV in UTF-8: {error}.", where=path.name) from error


def _check_columns(columns: Sequence[str], needed: set[str], more: set[str], where: str) -> None:
    for column in columns:
        if column not in needed | more:
            raise DataError(
                f"The column <{column}> is unknown.",
                where=where,
                hint=f"Known are {', '.join(sorted(needed | more))}.",
            )
    for column in sorted(needed - set(columns)):
        raise DataError(f"The column <{column}> is missing.", where=where)


def _check_row(fields: dict[Any, Any], needed: set[str], where: str) -> dict[str, str]:
    if None in fields or None in fields.values():
        raise DataError("The row has more or fewer values than the header.", where=where)
    for column in sorted(needed):
        if not fields[column].strip():
            raise DataError(f"The field <{column}> is empty.", where=where)
    return {column: value.strip() for column, value in fields.items()}


def _visit(row: _Row, description: Description) -> VisitRow:
    start = read_day(row.fields["start"], "start", row.where)
    country = _code(row, "country")
    tags = _list(row, "tags")
    visited = country if description.direction == "abroad" else "US"
    return VisitRow(
        register=description.name,
        id=row.fields["id"],
        office=_office(row, description),
        office_title=row.fields.get("office_title") or description.office_title,
        person=row.fields.get("person") or make_slug(row.fields["name"]),
        name=row.fields["name"],
        country_of_person=_home(row, description),
        direction=description.direction,
        start=start,
        end=_end(row, start) or start,
        country=visited,
        country_id=country,
        country_name=country,
        territory=_list(row, "territory") or (visited,),
        localities=_list(row, "localities"),
        locale=row.fields.get("localities") or None,
        tags=tags,
        counterparts=_list(row, "counterparts"),
        before_office="elect" in tags,
        private="private" in tags,
        transit="transit" in tags,
    )


def _term(row: _Row, description: Description) -> TermRow:
    start = read_day(row.fields["start"], "start", row.where)
    end = _end(row, start)
    return TermRow(
        register=description.name,
        id=row.fields["id"],
        person=row.fields.get("person") or make_slug(row.fields["name"]),
        name=row.fields["name"],
        office=_office(row, description),
        office_title=row.fields.get("office_title") or description.office_title,
        country=_code(row, "country") if row.fields.get("country") else None,
        start=start,
        end=end,
        start_edtf=start.isoformat(),
        end_edtf=end.isoformat() if end else None,
        acting=_truth(row, "acting"),
    )


def _office(row: _Row, description: Description) -> str:
    office = row.fields.get("office") or description.office
    if not office:
        raise DataError(
            "The field <office> is empty, and the description names no office.", where=row.where
        )
    return office


def _home(row: _Row, description: Description) -> str:
    if row.fields.get("country_of_person"):
        return _code(row, "country_of_person")
    home = description.country_of_person
    if home not in known_codes():
        raise DataError(
            "The field <country_of_person> is no code of a country.",
            where=row.where,
            hint="Give it in the row or in the description, as ISO 3166-1 alpha-2.",
        )
    return home


def _code(row: _Row, field: str) -> str:
    code = row.fields[field].upper()
    if code not in known_codes():
        raise DataError(
            f"The field <{field}> is {row.fields[field]!r}, expected a code such as UZ.",
            where=row.where,
        )
    return code


def _end(row: _Row, start: date) -> date | None:
    text = row.fields.get("end", "")
    if not text:
        return None
    end = read_day(text, "end", row.where)
    if end < start:
        raise DataError(f"The field <end> {end} is before <start> {start}.", where=row.where)
    return end


def _list(row: _Row, field: str) -> tuple[str, ...]:
    parts = (part.strip() for part in row.fields.get(field, "").split(";"))
    return tuple(part for part in parts if part)


def _truth(row: _Row, field: str) -> bool:
    text = row.fields.get(field, "").lower()
    if text not in ("", "true", "false"):
        raise DataError(f"The field <{field}> has to be true or false.", where=row.where)
    return text == "true"


def load_own(home: Path) -> list[OwnRegister]:
    """Give the registers kept under `home`, by name; none where the folder is not there."""
    return [
        OwnRegister(_read_description(path), parquet.read_table(path.with_suffix(".parquet")))
        for path in sorted(home.glob("*.toml"))
    ]


def combine_registers(home: Path) -> tuple[Tables, list[Coverage]]:
    """Give the shipped tables and coverage with one's own registers added."""
    own = load_own(home)
    visits = _append(load_visits(), [item.table for item in own if _is_visits(item)])
    terms = _append(load_terms(), [item.table for item in own if not _is_visits(item)])
    return Tables(visits, terms), [*load_coverage(), *_coverage(own)]


def _is_visits(own: OwnRegister) -> bool:
    return own.description.table == "visits"


def _append(shipped: pa.Table, tables: list[pa.Table]) -> pa.Table:
    return pa.concat_tables([shipped, *_renumber(shipped, tables)])


def _renumber(shipped: pa.Table, tables: list[pa.Table]) -> Iterator[pa.Table]:
    """Number the journeys of each table after those of the tables before it."""
    if "trip" not in shipped.schema.names:
        yield from tables
        return
    last = _last_trip(shipped)
    for table in tables:
        trips = pa.array([trip + last for trip in table["trip"].to_pylist()], pa.int32())
        position = table.schema.get_field_index("trip")
        yield table.set_column(position, table.schema.field("trip"), trips)
        last += _last_trip(table)


def _last_trip(table: pa.Table) -> int:
    return max(table["trip"].to_pylist(), default=0)


def _coverage(own: list[OwnRegister]) -> list[Coverage]:
    return [
        make_coverage(item.description.name, entry)
        for item in own
        for entry in item.description.coverage
    ]
