"""Archive: the register tables behind one Ibis connection, and what is known of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.backends import BaseBackend
from ibis.expr.types import Table

from registan import registers
from registan.model.claim import Coverage
from registan.model.report import Confirmation, Event
from registan.precedent.journey import mark_openings
from registan.precedent.office import Office
from registan.precedent.row import Row, make_table, read_row
from registan.precedent.text import fold
from registan.precedent.witness import witness_rows

TABLE = "registan_visits"


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office; `end` is None while it lasts.

    `country` is the state whose office it is, where the office's id alone does not tell it.
    """

    id: str
    register: str
    person: str
    name: str
    office: str
    country: str | None
    start: str
    end: str | None
    acting: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom the rows show in an office, and for which state; by the name used most."""

    office: str
    person: str
    name: str
    country: str | None
    direction: str


@dataclass(frozen=True, eq=False)
class Archive:
    """What claims are judged against: terms, coverage and the table of visits behind a backend.

    `rows` holds the table's rows by their `key` where they were loaded; without, a query brings
    them. `births` are EDTF dates, mostly years; `offices` those that registers of one's own add.
    """

    backend: BaseBackend
    visits: Table
    terms: tuple[Term, ...]
    coverage: tuple[Coverage, ...]
    holders: tuple[Holder, ...]
    localities: frozenset[str]
    states: frozenset[str]
    names: dict[str, str]
    births: dict[str, str]
    rows: tuple[Row, ...] | None = None
    offices: tuple[Office, ...] = ()


def open_archive(
    visits: pa.Table,
    terms: pa.Table,
    coverage: Iterable[Coverage],
    url: str = "duckdb://",
    offices: Sequence[Office] = (),
) -> Archive:
    """Put the tables where `url` says (DuckDB in memory, or postgres://…) and index them."""
    records = [
        record
        for record in visits.to_pylist()
        if not record["duplicate_of"] and not record["after_office"]
    ]
    records.sort(key=lambda record: (record["start"], record["register"], str(record["id"])))
    rows = mark_openings([read_row(key, record) for key, record in enumerate(records)])
    backend = ibis.connect(url)
    backend.create_table(TABLE, ibis.memtable(make_table(rows)), overwrite=True)
    holders = tuple(_holders(rows))
    covered = tuple(coverage)
    held = tuple(_read_terms(terms, holders, covered))
    return Archive(
        backend=backend,
        visits=backend.table(TABLE),
        terms=held,
        coverage=covered,
        holders=holders,
        localities=frozenset(fold(name) for row in rows for name in row.localities),
        states=frozenset(code for row in rows for code in (row.country, row.visitor_country or "")),
        names=_names(holders, held),
        births=_births(terms),
        rows=rows,
        offices=tuple(offices),
    )


def attach_archive(
    backend: BaseBackend, table: str, terms: pa.Table, coverage: Iterable[Coverage]
) -> Archive:
    """Judge over a table that is there already, with the columns of `row.make_table`.

    Nothing is loaded but lists of who held which office and of the places: for tables of millions.
    """
    visits = backend.table(table)
    holders = tuple(_query_holders(backend, visits))
    covered = tuple(coverage)
    held = tuple(_read_terms(terms, holders, covered))
    return Archive(
        backend=backend,
        visits=visits,
        terms=held,
        coverage=covered,
        holders=holders,
        localities=frozenset(_distinct(backend, visits.localities.unnest())),
        states=frozenset(_distinct(backend, visits.country))
        | frozenset(_distinct(backend, visits.visitor_country)),
        names=_names(holders, held),
        births=_births(terms),
    )


def _distinct(backend: BaseBackend, column: ibis.Value) -> list[str]:
    values = backend.to_pyarrow(column.name("value").as_table().distinct())
    return [value for value in values["value"].to_pylist() if value is not None]


def _query_holders(backend: BaseBackend, visits: Table) -> list[Holder]:
    keys = ["office", "person", "visitor_country", "direction"]
    named = visits.group_by([*keys, "name"]).agg(times=lambda rows: rows.count())
    found = backend.to_pyarrow(named.order_by([*keys, "times", "name"])).to_pylist()
    by_key = {tuple(record[key] for key in keys): record["name"] for record in found}
    return [
        Holder(office, person, name, country, direction)
        for (office, person, country, direction), name in by_key.items()
    ]


def _holders(rows: tuple[Row, ...]) -> list[Holder]:
    counts: dict[tuple[str, str, str | None, str], dict[str, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    for row in rows:
        counts[row.office, row.person, row.visitor_country, row.direction][row.name] += 1
    return [
        Holder(office, person, max(seen, key=lambda name: seen[name]), country, direction)
        for (office, person, country, direction), seen in counts.items()
    ]


def _read_terms(
    terms: pa.Table, holders: Iterable[Holder], coverage: Iterable[Coverage]
) -> list[Term]:
    """Give the terms of the offices whose travel is followed; thousands of envoys are not."""
    followed = {holder.office for holder in holders}
    followed |= {entry.office for entry in coverage if entry.kind == "visit"}
    held = [
        Term(
            id=str(record["id"]),
            register=record["register"],
            person=record["person"],
            name=record["name"],
            office=record["office"],
            country=record["country"],
            start=record["start"].isoformat(),
            end=record["end"].isoformat() if record["end"] else None,
            acting=bool(record["acting"]),
        )
        for record in terms.to_pylist()
        if record["start"] and record["office"] in followed
    ]
    return sorted(held, key=lambda term: (term.start, term.id))


def _names(holders: tuple[Holder, ...], terms: tuple[Term, ...]) -> dict[str, str]:
    names = {term.person: term.name for term in terms}
    return names | {holder.person: holder.name for holder in holders}


def _births(terms: pa.Table) -> dict[str, str]:
    told = terms.select(["person", "birth_edtf"]).to_pylist()
    return {term["person"]: term["birth_edtf"] for term in told if term["birth_edtf"]}


@lru_cache(maxsize=1)
def shipped_archive() -> Archive:
    """Open the registers that the package ships, once per process, in embedded DuckDB."""
    return open_archive(registers.load_visits(), registers.load_terms(), registers.load_coverage())


def open_with_own(home: Path) -> Archive:
    """Open the shipped registers together with those that the user keeps under `home`.

    Opened once for each state of that folder.
    """
    files = sorted(home.glob("*.parquet"))
    if not files:
        return shipped_archive()
    return _open_with_own(home, tuple((path.name, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=2)
def _open_with_own(home: Path, stamp: tuple[tuple[str, int], ...]) -> Archive:
    own = registers.load_own(home)
    tables, coverage = registers.combine_registers(own)
    return open_archive(tables.visits, tables.terms, coverage, offices=_own_offices(own))


def open_with_events(
    home: Path, events: Iterable[Event], confirmations: Sequence[Confirmation]
) -> Archive | None:
    """Open all registers together with a record's visits that are so confirmed.

    None where the record has no such visit beyond the registers.
    """
    own = registers.load_own(home)
    tables, coverage = registers.combine_registers(own)
    told = witness_rows(events, tables.visits, coverage, confirmations)
    if not told.num_rows:
        return None
    visits = pa.concat_tables([tables.visits, told])
    return open_archive(visits, tables.terms, coverage, offices=_own_offices(own))


def _own_offices(own: Iterable[registers.OwnRegister]) -> list[Office]:
    return [
        _office(office, item.description.country_of_person, item.description.direction)
        for item in own
        for office in item.description.offices
    ]


def _office(own: registers.OwnOffice, country: str, direction: str) -> Office:
    return Office(
        id=own.id,
        words=own.words,
        direction=direction,  # type: ignore[arg-type]
        register=(own.id,),
        country=country or None,
        says={"en": own.words[0], **own.says},
    )
