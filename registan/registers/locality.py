"""Locality: the places of a row, and the present-day countries in which they lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from registan.errors import DataError
from registan.registers.country import State, canonical_id
from registan.registers.rule import load_rules


def split_stops(locale: str) -> tuple[str, ...]:
    """Split a locale field at its commas, as published; a wider place is no stop of its own."""
    parts = [part.strip() for part in locale.split(",")]
    wider = set(load_rules("localities")["wider"])
    stops = tuple(part for part in parts if part and part not in wider)
    return tuple(dict.fromkeys(stops))


def name_localities(stops: Sequence[str]) -> tuple[str, ...]:
    """Give the names by which the stops are found: one spelling each, brackets opened."""
    spellings = load_rules("localities")["spellings"]
    names = [name.strip() for stop in stops for name in stop.rstrip(")").split("(")]
    return tuple(dict.fromkeys(spellings.get(name, name) for name in names))


def find_territory(
    country_id: str, state: State, stops: Sequence[str], *, row: tuple[str, str], where: str
) -> tuple[str, ...]:
    """Give the present-day countries of the stops, in their order, without repeats.

    `row` is (register, id). DataError where a former state's stop is not in the gazetteer.
    """
    found = [_country_of(country_id, state, place, where) for place in stops]
    facts = load_rules("localities")["rows"].get(row[0], {}).get(row[1], {})
    added: list[str] = facts.get("territory", [])
    return tuple(dict.fromkeys([*(found or [state.territory]), *added]))


def _country_of(country_id: str, state: State, place: str, where: str) -> str:
    known = _gazetteer(canonical_id(country_id)).get(place)
    if known is None and state.strict:
        raise DataError(
            f"The field <locale> has {place!r}, which is not known to lie in any country today.",
            where=where,
            hint=f"Add it under {canonical_id(country_id)} in registers/rules/localities.yml.",
        )
    return known or state.territory


@cache
def _gazetteer(country_id: str) -> dict[str, str]:
    places = load_rules("localities")["places"].get(country_id, {})
    return {place: code for code, names in places.items() for place in names}
