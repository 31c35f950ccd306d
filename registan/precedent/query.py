"""Query: the one Ibis expression that a claim's scope, and each of its readings, compiles to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, Table

from registan.precedent.archive import Archive
from registan.precedent.row import ROW_COLUMNS, Row, row_of


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows a claim can be about, before any reading, date or person narrows them.

    `states` are codes of states as they existed, `ground` codes of today's territory; None for
    both means anywhere. `localities` are folded names. `visitors` are states that visitors
    came from; `also` are further states whose rows count up to a day.
    """

    direction: str
    offices: tuple[str, ...]
    states: tuple[str, ...] | None = None
    ground: tuple[str, ...] | None = None
    localities: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row in scope: in one of the states, on their ground of today, at a named locality."""

    row: Row
    in_state: bool
    on_ground: bool
    named: bool


def _overlaps(column: ibis.Value, values: tuple[str, ...] | None) -> BooleanValue:
    if not values:
        return ibis.literal(False)
    return column.intersect(ibis.array(list(values))).length() > 0


def _in_states(rows: Table, scope: Scope) -> BooleanValue:
    found = rows.country.isin(list(scope.states or ()))
    for code, until in scope.also:
        found = found | ((rows.country == code) & (rows.start <= until))
    return found


def scope_expression(table: Table, scope: Scope) -> Table:
    """Give the rows in scope with three marks: `in_state`, `on_ground`, `named`."""
    rows = table.filter(*_conditions(table, scope))
    return rows.mutate(**_marks(rows, scope))


def _marks(rows: Table, scope: Scope) -> dict[str, BooleanValue]:
    anywhere = scope.states is None and scope.ground is None
    return {
        "in_state": ibis.literal(True) if anywhere else _in_states(rows, scope),
        "on_ground": ibis.literal(True) if anywhere else _overlaps(rows.territory, scope.ground),
        "named": _overlaps(rows.localities, scope.localities),
    }


def _conditions(table: Table, scope: Scope) -> list[BooleanValue]:
    kept = [table.direction == scope.direction, table.office.isin(list(scope.offices))]
    if scope.visitors:
        kept.append(table.visitor_country.isin(list(scope.visitors)))
    if scope.localities:
        kept.append(_overlaps(table.localities, scope.localities))
    if scope.states is not None or scope.ground is not None:
        place = [_in_states(table, scope)] if scope.states else []
        place += [_overlaps(table.territory, scope.ground)] if scope.ground else []
        if place and not (scope.localities and not scope.states):
            kept.append(ibis.or_(*place))
    return kept


def _parts(archive: Archive, scope: Scope) -> list[Table]:
    """Give the rows in scope; of a large table in parts, each filtered by one column of places.

    An engine that keeps columns apart reads the others only where such a filter holds.
    """
    table = archive.visits
    if archive.rows is not None or not (scope.states and scope.ground) or scope.localities:
        return [table.filter(*_conditions(table, scope))]
    there, ground = replace(scope, ground=None), replace(scope, states=None)
    alone = [*_conditions(table, ground), ~_in_states(table, scope)]
    return [table.filter(*_conditions(table, there)), table.filter(*alone)]


@lru_cache(maxsize=20_000)
def run_scope(archive: Archive, scope: Scope) -> tuple[Candidate, ...]:
    """Run the scope's query; rows come in order of their first day."""
    wanted = ROW_COLUMNS if archive.rows is None else ("key",)
    parts = [part.select(*wanted, **_marks(part, scope)) for part in _parts(archive, scope)]
    found = archive.backend.to_pyarrow(parts[0] if len(parts) == 1 else ibis.union(*parts))
    records = sorted(found.to_pylist(), key=lambda record: int(record["key"]))
    return tuple(_candidate(archive, record) for record in records)


def _candidate(archive: Archive, record: dict[str, Any]) -> Candidate:
    return Candidate(
        row=row_of(record) if archive.rows is None else archive.rows[record["key"]],
        in_state=record["in_state"],
        on_ground=record["on_ground"],
        named=record["named"],
    )
