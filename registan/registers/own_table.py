"""Own table: the CSV of a register of one's own, read strictly into rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from registan import world
from registan.errors import DataError, InputError
from registan.registers.country import known_codes
from registan.registers.description import Description
from registan.registers.person import make_slug
from registan.registers.row import TermRow, VisitRow
from registan.registers.source import read_day

_VISIT = {"id", "name", "start", "country"}
_VISIT_MORE = {
    "person", "office", "office_title", "country_of_person", "end", "territory", "localities",
    "tags", "counterparts", "source",
}  # fmt: skip
_TERM = {"id", "name", "start"}
_TERM_MORE = {"person", "office", "office_title", "country", "end", "acting", "source", "birth"}


class _Row(NamedTuple):
    where: str
    fields: dict[str, str]


def read_own_visits(path: Path, description: Description) -> list[VisitRow]:
    """Read journeys; DataError names file, line and field of the first mistake."""
    return [_visit(row, description) for row in _read_rows(path, _VISIT, _VISIT_MORE)]


def read_own_terms(path: Path, description: Description) -> list[TermRow]:
    """Read terms of office; DataError names file, line and field of the first mistake."""
    return [_term(row, description) for row in _read_rows(path, _TERM, _TERM_MORE)]


def _read_rows(path: Path, needed: set[str], more: set[str]) -> Iterator[_Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _check_columns(reader.fieldnames or [], needed, more, path.name)
            for fields in reader:
                where = f"{path.name}: line {reader.line_num}"
                yield _Row(where, _check_row(fields, needed, where))
    except OSError as error:
        raise InputError(
            f"The table cannot be read: {error.strerror}.",
            where=str(path),
            hint="Name a .csv file with a .toml of the same name beside it.",
        ) from error
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
    if len(set(columns)) < len(columns):
        raise DataError("A column stands twice.", where=where)
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
        country_name=_country_name(visited),
        territory=_territory(row) or (visited,),
        localities=_list(row, "localities"),
        locale=row.fields.get("localities") or None,
        tags=tags,
        counterparts=_list(row, "counterparts"),
        before_office="elect" in tags,
        private="private" in tags,
        transit="transit" in tags,
        source=row.fields.get("source") or None,
    )


def _term(row: _Row, description: Description) -> TermRow:
    start = read_day(row.fields["start"], "start", row.where)
    end = _end(row, start)
    own = description.country_of_person or None
    return TermRow(
        register=description.name,
        id=row.fields["id"],
        person=row.fields.get("person") or make_slug(row.fields["name"]),
        name=row.fields["name"],
        office=_office(row, description),
        office_title=row.fields.get("office_title") or description.office_title,
        country=_code(row, "country") if row.fields.get("country") else own,
        start=start,
        end=end,
        start_edtf=start.isoformat(),
        end_edtf=end.isoformat() if end else None,
        acting=_truth(row, "acting"),
        source=row.fields.get("source") or None,
        birth_edtf=_birth(row),
    )


def _birth(row: _Row) -> str | None:
    """The day, month or year of birth, as precise as it is known."""
    text = row.fields.get("birth", "")
    if text and not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        raise DataError(
            f"The field <birth> is {text!r}, expected a day, a month or a year such as 1961-08.",
            where=row.where,
        )
    return text or None


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
    return _known(row.fields[field], row.where, field)


def _known(text: str, where: str, field: str) -> str:
    code = text.upper()
    if code not in known_codes():
        raise DataError(
            f"The field <{field}> is {text!r}, expected a code such as UZ.", where=where
        )
    return code


def _territory(row: _Row) -> tuple[str, ...]:
    return tuple(_known(code, row.where, "territory") for code in _list(row, "territory"))


@cache
def _country_name(code: str) -> str:
    return world.load().country_name(code, "en") or code


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
