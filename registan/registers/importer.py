"""Importer: from unpacked downloads to the two shipped tables, in one go or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from registan.registers.correction import read_term_corrections, read_visit_corrections
from registan.registers.row import TermRow, VisitRow
from registan.registers.table import load_terms, make_terms, make_visits, write_table
from registan.registers.term import read_officers, read_presidents
from registan.registers.travel import read_travels
from registan.registers.trip import group_terms, mark_duplicates, mark_office, number_trips
from registan.registers.visit import read_visits


class Tables(NamedTuple):
    """The two tables of the registers."""

    visits: pa.Table
    terms: pa.Table


def import_all(folder: Path, *, keep_prose: bool = False) -> Tables:
    """Read the three registers below `folder` (travels, visits, pocom), with the corrections."""
    terms = read_all_terms(folder)
    travels = [*read_travels(folder / "travels"), *read_visit_corrections()]
    rows = finish_visits([*travels, *read_visits(folder / "visits")], terms)
    return Tables(make_visits(rows, keep_prose=keep_prose), make_terms(terms))


def read_all_terms(folder: Path) -> list[TermRow]:
    """Read presidents, officers and the corrections to both, in a fixed order."""
    rows = [*read_presidents(folder / "travels"), *read_officers(folder / "pocom")]
    rows += read_term_corrections()
    return sorted(rows, key=_term_order)


def _term_order(row: TermRow) -> tuple[str, str, str, str]:
    return (row.office, row.country or "", row.start_edtf or "", row.id)


def finish_visits(rows: Iterable[VisitRow], terms: Iterable[TermRow]) -> list[VisitRow]:
    """Add what only all rows together tell: terms of office, duplicates, journeys."""
    held = group_terms((term.office, term.person, term.start, term.end) for term in terms)
    return number_trips(mark_duplicates(mark_office(rows, held)))


def mark_rows(rows: Iterable[VisitRow]) -> list[VisitRow]:
    """Finish the rows of one's own download by the terms of office that ship with Registan."""
    held = group_terms(
        (term["office"], term["person"], term["start"], term["end"])
        for term in load_terms().to_pylist()
    )
    return number_trips(mark_duplicates(mark_office(rows, held)))


def write_all(tables: Tables, out: Path) -> None:
    """Write both tables into the folder."""
    write_table(tables.visits, out / "visits.parquet")
    write_table(tables.terms, out / "terms.parquet")
