"""Own: a register of one's own, a CSV table with a small TOML description beside it.

Each is kept as one Parquet file that carries its description, so that a register is there as a
whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from registan.errors import DataError, InputError
from registan.model import Coverage
from registan.registers.coverage import CoverageEntry, load_coverage, make_coverage
from registan.registers.description import Description, parse_description, read_description
from registan.registers.importer import Tables
from registan.registers.own_table import read_own_terms, read_own_visits
from registan.registers.table import (
    TERMS,
    VISITS,
    load_terms,
    load_visits,
    make_terms,
    make_visits,
    write_table,
)
from registan.registers.travel import check_unique
from registan.registers.trip import mark_duplicates, number_trips

_KEY = b"registan.description"


class OwnRegister(NamedTuple):
    """A register of one's own that was read: its description and its rows as a table."""

    description: Description
    table: pa.Table


def add_register(table: Path, home: Path) -> OwnRegister:
    """Read `table` (CSV, with a .toml of the same name beside it) and keep it under `home`.

    Errors name file, row and field; a register with a mistake leaves `home` as it was. Adding a
    register of the same name again replaces it.
    """
    text, own = _read(table)
    kept = own.table.replace_schema_metadata({_KEY: text.encode()})
    try:
        write_table(kept, _path(own.description.name, home))
    except OSError as error:
        raise InputError(
            f"The register cannot be kept: {error.strerror}.",
            where=str(home),
            hint="Set REGISTAN_HOME to a folder that you may write to.",
        ) from error
    return own


def _read(table: Path) -> tuple[str, OwnRegister]:
    text, description = read_description(table.with_suffix(".toml"))
    if description.table == "terms":
        terms = read_own_terms(table, description)
        check_unique([term.id for term in terms], table.name)
        return text, OwnRegister(description, make_terms(terms))
    visits = read_own_visits(table, description)
    check_unique([visit.id for visit in visits], table.name)
    return text, OwnRegister(description, make_visits(number_trips(mark_duplicates(visits))))


def remove_register(name: str, home: Path) -> None:
    """Forget a register of one's own; InputError where there is none of that name."""
    path = _path(name, home)
    if not path.is_file():
        known = ", ".join(own.description.name for own in load_own(home))
        hint = f"There are {known}." if known else "You have added none."
        raise InputError(f"There is no register of your own named {name!r}.", hint=hint)
    path.unlink()


def _path(name: str, home: Path) -> Path:
    return home / f"{name}.parquet"


def load_own(home: Path) -> list[OwnRegister]:
    """Give the registers kept under `home`, by name; none where the folder is not there."""
    return [_load(path) for path in sorted(home.glob("*.parquet"))]


def _load(path: Path) -> OwnRegister:
    try:
        table = parquet.read_table(path)
        text = (table.schema.metadata or {})[_KEY].decode()
    except (OSError, KeyError, pa.ArrowException) as error:
        raise _outdated(path) from error
    description = parse_description(text, path.name)
    bare = table.replace_schema_metadata(None)
    if not bare.schema.equals(VISITS if description.table == "visits" else TERMS):
        raise _outdated(path)
    return OwnRegister(description, bare)


def _outdated(path: Path) -> DataError:
    return DataError(
        "This register was not kept by this edition of Registan.",
        where=str(path),
        hint="Delete the file and add the register again.",
    )


def combine_registers(own: Sequence[OwnRegister]) -> tuple[Tables, list[Coverage]]:
    """Give the shipped tables and coverage with one's own registers added."""
    visits = _append(load_visits(), [item.table for item in own if _is_visits(item)])
    terms = _append(load_terms(), [item.table for item in own if not _is_visits(item)])
    entries = [entry for item in own for entry in own_coverage(item.description)]
    return Tables(visits, terms), [*load_coverage(), *entries]


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


def own_coverage(description: Description) -> list[Coverage]:
    """Give the description's coverage; a direction and a state not said are the register's own."""
    return [
        make_coverage(description.name, _filled(entry, description))
        for entry in description.coverage
    ]


def _filled(entry: CoverageEntry, description: Description) -> CoverageEntry:
    direction = None if entry.kind == "term" else entry.direction or description.direction
    country = entry.country or description.country_of_person or None
    return msgspec.structs.replace(entry, direction=direction, country=country)
