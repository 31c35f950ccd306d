"""Explain: a claim as data, the query that it compiles to under each reading, and its rows."""

from __future__ import annotations

from datetime import date

import ibis
from ibis.expr.types import Table

from registan.model.base import Record
from registan.model.claim import Claim, Evidence
from registan.precedent.archive import Archive, shipped_archive
from registan.precedent.case import Case
from registan.precedent.interpret import apply_sense, prepare
from registan.precedent.period import period_of
from registan.precedent.query import scope_expression
from registan.precedent.reading import load_senses, reading_filter
from registan.precedent.row import ROW_COLUMNS, row_of


class Explanation(Record, frozen=True, kw_only=True):
    """One reading of a claim: its name, its SQL, and the rows that the query gives."""

    reading: str
    sql: str
    rows: tuple[Evidence, ...]


class Explained(Record, frozen=True, kw_only=True):
    """A claim as data and one explanation per reading; `because` where nothing was queried."""

    claim: Claim
    readings: tuple[Explanation, ...] = ()
    because: str | None = None


def explain(claim: Claim, *, as_of: str | date, archive: Archive | None = None) -> Explained:
    """Show what `judge` asks of the registers for `claim` as of a day."""
    held = archive or shipped_archive()
    day = as_of.isoformat() if isinstance(as_of, date) else period_of(as_of).last
    case = prepare(held, claim, day)
    if not isinstance(case, Case):
        return Explained(claim=claim, because=case.why)
    others = {sense.id: apply_sense(case, sense) for sense in load_senses().values()}
    cases = {"plain": case} | {name: other for name, other in others.items() if other}
    return Explained(
        claim=claim, readings=tuple(_explain(name, one) for name, one in cases.items())
    )


def _explain(name: str, case: Case) -> Explanation:
    expression = compile_case(case)
    records = case.archive.backend.to_pyarrow(expression.select(*ROW_COLUMNS)).to_pylist()
    return Explanation(
        reading=name,
        sql=str(ibis.to_sql(expression, dialect=case.archive.backend.name)),
        rows=tuple(row_of(record).evidence("context") for record in records),
    )


def compile_case(case: Case) -> Table:
    """Give the one Ibis expression of a case: its scope, its reading, its day, in order."""
    marked = scope_expression(case.archive.visits, case.scope)
    rows = marked.filter(reading_filter(marked, case.kept))
    return rows.filter(rows.start <= case.horizon).order_by("key")


__all__ = ["Explained", "Explanation", "compile_case", "explain"]
