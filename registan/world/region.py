"""Regions, groupings and organisations: who belongs to them, and when."""

from __future__ import annotations

from functools import lru_cache

from registan.errors import InputError
from registan.world.noun import Organisation, Region
from registan.world.store import read_groups

SCHEMES = ("un-m49-region", "un-m49-subregion", "world-bank", "state-bureau", "common", "continent")


@lru_cache(maxsize=1)
def map_regions() -> dict[str, Region]:
    """Regions and groupings by id."""
    return {region.id: region for region in read_groups().regions}


@lru_cache(maxsize=1)
def map_organisations() -> dict[str, Organisation]:
    """Organisations by id."""
    return {organisation.id: organisation for organisation in read_groups().organisations}


@lru_cache(maxsize=1)
def list_schemes() -> dict[str, tuple[str, ...]]:
    """Scheme to ids of its regions."""
    return {
        scheme: tuple(r.id for r in read_groups().regions if r.scheme == scheme)
        for scheme in SCHEMES
    }


@lru_cache(maxsize=2048)
def list_members(key: str, day: str | None = None) -> frozenset[str]:
    """Codes of the members of a region, grouping or organisation on a day.

    Without a day, the latest.
    """
    group = map_regions().get(key) or map_organisations().get(key)
    if group is None:
        raise InputError(f"No region, grouping or organisation is called {key!r}.")
    codes: set[str] = set()
    for item in group.members:
        codes = (
            codes - list_item(item[1:], None)
            if item.startswith("-")
            else codes | list_item(item, day)
        )
    return frozenset(codes)


def list_item(item: str, day: str | None) -> set[str]:
    """One member entry: a code with its period, or another region in whole."""
    code, _, period = item.partition(":")
    if code.islower() or code.startswith("m49-"):
        return set(list_members(code, day))
    start, _, end = period.partition("/")
    if day is None:
        return {code} if not end else set()
    return {code} if start <= day <= (end or "9999") else set()
