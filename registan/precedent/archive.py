"""Archive: the register tables behind one Ibis connection, loaded once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

import ibis
import pyarrow as pa
from ibis.backends import BaseBackend
from ibis.expr.types import Table

from registan import registers
from registan.model.claim import Coverage
from registan.precedent.row import Row, folded_localities, read_row

TABLE = "registan_visits"


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office; `end` is None while it lasts."""

    id: str
    register: str
    person: str
    name: str
    office: str
    start: str
    end: str | None
    acting: bool


@dataclass(frozen=True, eq=False)
class Archive:
    """What claims are judged against: rows, terms, coverage and the table behind a backend.

    `visits` is the Ibis table: the columns that `query` filters on, and `key`, which counts `rows`.
    """

    backend: BaseBackend
    rows: tuple[Row, ...]
    terms: tuple[Term, ...]
    coverage: tuple[Coverage, ...]
    localities: frozenset[str]
    states: frozenset[str]
    names: dict[str, str]
    visits: Table


def open_archive(
    visits: pa.Table, terms: pa.Table, coverage: list[Coverage], url: str = "duckdb://"
) -> Archive:
    """Put the tables where `url` says (DuckDB in memory, or postgres://…) and index them."""
    records = [
        record
        for record in visits.to_pylist()
        if not record["duplicate_of"] and not record["after_office"]
    ]
    records.sort(key=lambda record: (record["start"], record["register"], str(record["id"])))
    rows = tuple(read_row(key, record) for key, record in enumerate(records))
    places = [folded_localities(record) for record in records]
    backend = ibis.connect(url)
    backend.create_table(TABLE, _query_table(rows, places), overwrite=True)
    held = tuple(_read_terms(terms, {row.office for row in rows}))
    return Archive(
        backend=backend,
        rows=rows,
        terms=held,
        coverage=tuple(coverage),
        localities=frozenset(place for folded in places for place in folded),
        states=frozenset(code for row in rows for code in (row.country, row.visitor_country or "")),
        names=_names(rows, held),
        visits=backend.table(TABLE),
    )


def _query_table(rows: tuple[Row, ...], places: list[list[str]]) -> Table:
    columns = {
        "key": pa.array([row.key for row in rows], pa.int32()),
        "direction": [row.direction for row in rows],
        "office": [row.office for row in rows],
        "person": [row.person for row in rows],
        "visitor_country": pa.array([row.visitor_country for row in rows], pa.string()),
        "start": [row.start for row in rows],
        "end": [row.end for row in rows],
        "country": [row.country for row in rows],
        "territory": pa.array([row.territory for row in rows], pa.list_(pa.string())),
        "localities": pa.array(places, pa.list_(pa.string())),
        "tags": pa.array([sorted(row.tags) for row in rows], pa.list_(pa.string())),
        "elect": [row.elect for row in rows],
        "stopover": [row.stopover for row in rows],
        "private": [row.private for row in rows],
        "gathering": [row.gathering for row in rows],
        "bilateral": [row.bilateral for row in rows],
        "correction": [row.correction for row in rows],
        "disputed": [row.disputed for row in rows],
    }
    return ibis.memtable(pa.table(columns))


def _read_terms(terms: pa.Table, followed: set[str]) -> list[Term]:
    held = [
        Term(
            id=str(record["id"]),
            register=record["register"],
            person=record["person"],
            name=record["name"],
            office=record["office"],
            start=record["start"].isoformat(),
            end=record["end"].isoformat() if record["end"] else None,
            acting=bool(record["acting"]),
        )
        for record in terms.to_pylist()
        if record["start"] and record["office"] in followed
    ]
    return sorted(held, key=lambda term: (term.start, term.id))


def _names(rows: tuple[Row, ...], terms: tuple[Term, ...]) -> dict[str, str]:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        counts[row.person][row.name] += 1
    names = {term.person: term.name for term in terms}
    return names | {
        person: max(seen, key=lambda name: seen[name]) for person, seen in counts.items()
    }


@lru_cache(maxsize=1)
def shipped_archive() -> Archive:
    """Open the registers that the package ships, once per process, in embedded DuckDB."""
    return open_archive(
        registers.load_visits(), registers.load_terms(), list(registers.load_coverage())
    )
