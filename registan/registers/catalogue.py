"""Catalogue: what `registan register list|show|import` answer; records only, nothing printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from registan.errors import InputError
from registan.model import Coverage
from registan.registers.coverage import RegisterInfo, load_registers, make_coverage
from registan.registers.importer import mark_rows
from registan.registers.own import OwnRegister, own_coverage
from registan.registers.row import TermRow, VisitRow
from registan.registers.table import (
    load_terms,
    load_visits,
    make_terms,
    make_visits,
    write_table,
)
from registan.registers.term import read_officers, read_presidents
from registan.registers.travel import read_travels
from registan.registers.visit import read_visits


class RegisterSummary(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `register list`: what the register is and how far it reaches.

    `rows` counts the rows of the shipped table, `first` and `last` are its first and last day.
    """

    name: str
    title: str
    publisher: str
    url: str
    licence: str
    snapshot: date
    rows: int
    first: date | None
    last: date | None
    coverage: tuple[Coverage, ...]


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """What an import made: rows read and written, the file, and what differs from the snapshot."""

    name: str
    rows: int
    shipped_rows: int
    path: Path
    notes: tuple[str, ...]


def list_registers(own: Sequence[OwnRegister] = ()) -> list[RegisterSummary]:
    """Give every shipped register, then one's own, with licence, snapshot, rows and coverage."""
    shipped = [_summarise(name, info) for name, info in load_registers().items()]
    return shipped + [summarise_own(one) for one in own]


def _summarise(name: str, info: RegisterInfo) -> RegisterSummary:
    rows = _rows_of(name, info)
    first, last = _extent(rows)
    return RegisterSummary(
        name=name,
        title=info.title,
        publisher=info.publisher,
        url=info.url,
        licence=info.licence,
        snapshot=info.snapshot,
        rows=len(rows),
        first=first,
        last=last,
        coverage=tuple(make_coverage(name, entry) for entry in info.coverage),
    )


def summarise_own(own: OwnRegister) -> RegisterSummary:
    """Give a register of one's own as a line of the list."""
    about, rows = own.description, own.table.to_pylist()
    first, last = _extent(rows)
    return RegisterSummary(
        name=about.name,
        title=about.title,
        publisher=about.publisher,
        url=about.url,
        licence=about.licence,
        snapshot=about.snapshot,
        rows=len(rows),
        first=first,
        last=last,
        coverage=tuple(own_coverage(about)),
    )


def _extent(rows: list[dict[str, Any]]) -> tuple[date | None, date | None]:
    starts = [row["start"] for row in rows if row["start"]]
    ends = [row["end"] for row in rows if row["end"]]
    return min(starts, default=None), max(ends, default=None)


def _rows_of(name: str, info: RegisterInfo) -> list[dict[str, Any]]:
    table: pa.Table = load_visits() if info.table == "visits" else load_terms()
    rows: list[dict[str, Any]] = table.to_pylist()
    return [row for row in rows if row["register"] == name]


def show_register(
    name: str,
    *,
    person: str | None = None,
    country: str | None = None,
    office: str | None = None,
    since: date | None = None,
    until: date | None = None,
    own: Sequence[OwnRegister] = (),
) -> list[dict[str, Any]]:
    """Give the rows of a register, shipped or one's `own`, as plain dicts, filtered; oldest first.

    `person` is an id or a part of a name; `country` the code of a state then or of a country
    today; `since` and `until` are days that a row has to touch.
    """
    mine = {one.description.name: one.table for one in own}
    rows = mine[name].to_pylist() if name in mine else _rows_of(name, _find(name, mine))
    tests: list[Callable[[dict[str, Any]], bool]] = [
        lambda row: person is None or _is_person(row, person),
        lambda row: country is None or country.upper() in _countries(row),
        lambda row: office is None or row["office"] == office,
        lambda row: since is None or (row["end"] or date.max) >= since,
        lambda row: until is None or (row["start"] or date.max) <= until,
    ]
    found = [row for row in rows if all(test(row) for test in tests)]
    return sorted(found, key=lambda row: (row["start"] or date.max, row["id"]))


def _is_person(row: dict[str, Any], person: str) -> bool:
    return row["person"] == person or person.casefold() in row["name"].casefold()


def _countries(row: dict[str, Any]) -> set[str]:
    own = row.get("country_of_person") if row.get("direction") == "to_us" else None
    return {code for code in (row["country"], own, *row.get("territory", ())) if code}


def _find(name: str, own: Iterable[str] = ()) -> RegisterInfo:
    registers = load_registers()
    if name in registers:
        return registers[name]
    known = [*registers, *own]
    near = get_close_matches(name, known, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
    raise InputError(f"There is no register {name!r}.", hint=hint)


def import_register(name: str, path: Path, out: Path, *, keep_prose: bool = True) -> ImportResult:
    """Import one's own unpacked download of a register from `path` into the folder `out`.

    Writes <name>.parquet there, with the register's remarks unless `keep_prose` is false; a
    mistake in the download leaves `out` as it was. Corrections are not added.
    """
    info = _find(name)
    if name == "corrections":
        raise InputError("The corrections are no download; they come with Registan.")
    if not path.is_dir():
        raise InputError("This is no folder.", where=str(path), hint="Unpack the download first.")
    count, table = _read(name, path, keep_prose)
    target = out / f"{name}.parquet"
    write_table(table, target)
    return ImportResult(
        name=name,
        rows=count,
        shipped_rows=info.table_rows,
        path=target,
        notes=_compare(count, info),
    )


def _read(name: str, path: Path, keep_prose: bool) -> tuple[int, pa.Table]:
    if name in _TERMS:
        terms = _TERMS[name](path)
        return len(terms), make_terms(terms)
    visits = mark_rows(_VISITS[name](path))
    return len(visits), make_visits(visits, keep_prose=keep_prose)


_TERMS: dict[str, Callable[[Path], list[TermRow]]] = {
    "presidents": read_presidents,
    "pocom": read_officers,
}
_VISITS: dict[str, Callable[[Path], list[VisitRow]]] = {
    "travels": read_travels,
    "visits": read_visits,
}


def _compare(count: int, info: RegisterInfo) -> tuple[str, ...]:
    if count == info.table_rows:
        return ()
    return (
        f"{count} rows, the snapshot of {info.snapshot} has {info.table_rows}: "
        "the coverage of the download is for you to state.",
    )
