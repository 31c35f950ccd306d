"""Correction: rows that a register is known to lack, each with its source."""

from __future__ import annotations

from datetime import date
from typing import Any

from registan.errors import DataError
from registan.registers.country import find_state
from registan.registers.locality import find_territory, name_localities, split_stops
from registan.registers.row import TermRow, VisitRow
from registan.registers.rule import load_rules

_TITLES = {
    "us-president": "President of the United States",
    "us-secretary-of-state": "Secretary of State",
}
_VISIT = {
    "id", "office", "person", "name", "start", "end", "country", "locale", "tags", "counterparts",
    "source",
}  # fmt: skip
_TERM = {"id", "office", "person", "name", "start", "end", "acting", "source"}


def read_visit_corrections() -> list[VisitRow]:
    """Give the trips that corrections.yml adds."""
    return [_visit(entry) for entry in load_rules("corrections")["visits"]]


def read_term_corrections() -> list[TermRow]:
    """Give the terms of office that corrections.yml adds."""
    return [_term(entry) for entry in load_rules("corrections")["terms"]]


def _visit(entry: dict[str, Any]) -> VisitRow:
    where = _check(entry, _VISIT)
    state = find_state(entry["country"], entry["start"], field="country", where=where)
    stops = split_stops(entry["locale"])
    row = ("corrections", entry["id"])
    return VisitRow(
        register="corrections",
        id=entry["id"],
        office=entry["office"],
        office_title=_TITLES[entry["office"]],
        person=entry["person"],
        name=entry["name"],
        country_of_person="US",
        direction="abroad",
        start=entry["start"],
        end=entry["end"],
        country=state.code,
        country_id=entry["country"],
        country_name=entry["country"].replace("-", " ").title(),
        territory=find_territory(entry["country"], state, stops, row=row, where=where),
        localities=name_localities(stops),
        locale=entry["locale"],
        tags=tuple(entry["tags"]),
        counterparts=tuple(entry["counterparts"]),
        private="private" in entry["tags"],
        transit="transit" in entry["tags"],
        correction=True,
        source=entry["source"],
    )


def _term(entry: dict[str, Any]) -> TermRow:
    _check(entry, _TERM)
    return TermRow(
        register="corrections",
        id=entry["id"],
        person=entry["person"],
        name=entry["name"],
        office=entry["office"],
        office_title=_TITLES[entry["office"]],
        start=entry["start"],
        end=entry["end"],
        start_edtf=entry["start"].isoformat(),
        end_edtf=entry["end"].isoformat(),
        acting=entry["acting"],
        correction=True,
        source=entry["source"],
    )


def _check(entry: dict[str, Any], fields: set[str]) -> str:
    where = f"registers/rules/corrections.yml: {entry.get('id', 'a row without id')}"
    wrong = set(entry) ^ fields
    if wrong:
        raise DataError(f"The fields {sorted(wrong)} are unknown or missing.", where=where)
    if not isinstance(entry["start"], date) or not entry["start"] <= entry["end"]:
        raise DataError("The fields start and end are no period.", where=where)
    return where
