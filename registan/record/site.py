"""Site: where a report places its event, and whether two reports can mean one place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from registan import world
from registan.model import PlaceMention
from registan.record.memo import once_a_report
from registan.record.noun import StoredReport


class Site(NamedTuple):
    """A place by its state and, where a city is named, its city."""

    country: str | None
    city: str | None
    name: str


@once_a_report
def list_sites(report: StoredReport) -> tuple[Site, ...]:
    """Give the places of a report."""
    return tuple(_make(place, report.origin.lang) for place in report.report.where)


def _make(place: PlaceMention, lang: str) -> Site:
    city = place.id or city_of(place.mention or place.name, lang)
    return Site(place.country, city, place.name.casefold())


@lru_cache(maxsize=16384)
def city_of(name: str, lang: str) -> str | None:
    """The city that a name means in a language, by id; None where it is none that is known."""
    for mention in world.load().find(name, lang):
        if mention.type == "city":
            return mention.ids[0]
    return None


def share_place(one: StoredReport, other: StoredReport) -> bool | None:
    """Say whether two reports place their events alike; None where one of them names no place."""
    return share_sites(one.report.kind, list_sites(one), list_sites(other))


def share_sites(kind: str, ones: Sequence[Site], others: Sequence[Site]) -> bool | None:
    """Say whether two events of a kind may be at one place by where each is said to be.

    For a visit the state decides: one outlet names the state, another the first of several cities.
    Elsewhere a place that no list has ("Parliament House") may lie in any other.
    """
    if not ones or not others:
        return None
    visit = kind == "visit"
    if any(_agree(a, b, by_city=not visit) for a in ones for b in others):
        return True
    open_ = not visit and any(not s.country and not s.city for s in (*ones, *others))
    return None if open_ else False


def _agree(one: Site, other: Site, by_city: bool) -> bool:
    if one.country and other.country:
        if one.country != other.country:
            return False
        alike = one.city == other.city or one.name == other.name  # a list may have it twice
        return not by_city or not one.city or not other.city or alike
    return one.name == other.name
