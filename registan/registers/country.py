"""Country: from a register's country id and a date to the state that it was then."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

from registan.errors import DataError
from registan.registers.rule import load_rules


class State(NamedTuple):
    """A state at a date: its code, and the country that its unnamed places lie in today.

    `strict` states ended: each of their localities has to be in the gazetteer.
    """

    code: str
    territory: str
    strict: bool


def canonical_id(country_id: str) -> str:
    """Give the id that several ids of one state are read as."""
    alias: str = load_rules("countries")["aliases"].get(country_id, country_id)
    return alias


def find_state(country_id: str, day: date, *, field: str, where: str) -> State:
    """Give the state that the register's id meant on that day; DataError for an unknown id."""
    known = canonical_id(country_id)
    rules = load_rules("countries")
    code = rules["single"].get(known)
    if code is not None:
        return State(code, code, strict=False)
    for entry in rules["split"].get(known, []):
        if "until" not in entry or day <= entry["until"]:
            return _state_of(entry)
    raise _unknown(country_id, day, field, where)


def _state_of(entry: dict[str, Any]) -> State:
    return State(entry["code"], entry.get("territory", entry["code"]), strict="territory" in entry)


def _unknown(country_id: str, day: date, field: str, where: str) -> DataError:
    near = get_close_matches(country_id, known_ids(), n=1)
    hint = f"Did you mean {near[0]}?" if near else ""
    return DataError(
        f"The field <{field}> has the country id {country_id!r}, which is unknown on {day}.",
        where=where,
        hint=hint or "Add it to registers/rules/countries.yml.",
    )


@cache
def known_ids() -> tuple[str, ...]:
    """List every country id that countries.yml knows, sorted."""
    rules = load_rules("countries")
    return tuple(sorted({*rules["aliases"], *rules["split"], *rules["single"]}))


@cache
def known_codes() -> frozenset[str]:
    """List every code of a state or territory that the rules use, and the United States."""
    countries, places = load_rules("countries"), load_rules("localities")["places"]
    codes = {"US", *countries["single"].values()}
    codes |= {entry["code"] for entries in countries["split"].values() for entry in entries}
    return frozenset(codes | {code for gazetteer in places.values() for code in gazetteer})
