"""Place: the states, the ground and the localities that a claim's place means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from registan.model.claim import ClaimPlace
from registan.precedent import region
from registan.precedent.archive import Archive
from registan.precedent.text import fold

_EVERYWHERE = {"world", "abroad", "anywhere", "foreign countries", "overseas", ""}
_CAPITAL = {"white house", "washington", "washington dc", "oval office"}
_RECEPTION = _CAPITAL | {"united states"}


@dataclass(frozen=True)
class Place:
    """Where a claim's visits lie; no states and no ground means anywhere.

    `kind` is world, country, region, locality or parts; `parts` are the regions that all have to
    be visited; `among` the countries that one is compared with; `schemes` are other extents of a
    region of that name, by scheme. `spelled` is false for a locality that no row names, `wide`
    true for one that a row with a town in it need not name.
    """

    kind: str
    states: tuple[str, ...] | None = None
    ground: tuple[str, ...] | None = None
    localities: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    schemes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    region_id: str | None = None
    among: tuple[str, ...] = ()
    spelled: bool = True
    wide: bool = False


@dataclass(frozen=True)
class NoPlace:
    """Why a place is not understood."""

    reason: str


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, Any]:
    text = resources.files("registan.precedent").joinpath("data/places.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def own_soil(home: str) -> frozenset[str]:
    """Give a state's code and those of its territories, to which travel is not abroad."""
    return frozenset((home, *_gazetteer()["own_soil"].get(home, ())))


def not_states() -> frozenset[str]:
    """Give the codes that registers list as countries and that are no recognised states."""
    return frozenset(_gazetteer()["not_states"])


def is_state(code: str) -> bool:
    """Tell whether a code is a state's, not a territory's."""
    return code not in not_states()


def resolve_place(
    archive: Archive, place: ClaimPlace, direction: str, day: str | None = None
) -> Place | NoPlace:
    """Find what `place` means to the registers; groupings as they were on a day."""
    if direction == "to_us":
        return _reception(place)
    if place.locale:
        return _locality(archive, place)
    if place.region:
        return _region(archive, place, day)
    if place.countries:
        return Place(kind="country", states=place.countries, ground=place.countries)
    return Place(kind="world")


def is_at_capital(place: ClaimPlace, direction: str) -> bool:
    """Tell whether a claim about visits to the United States names the host's own seat."""
    return direction == "to_us" and fold(place.locale or "") in _CAPITAL


def _reception(place: ClaimPlace) -> Place | NoPlace:
    if place.locale and fold(place.locale) not in _RECEPTION:
        return NoPlace("locality")
    return Place(kind="world")


def _locality(archive: Archive, place: ClaimPlace) -> Place | NoPlace:
    names = spellings(archive, place.locale or "")
    if not names and not place.countries:
        return NoPlace("locality")
    # A locality that no row names: rows of its country tell where else people went.
    return Place(
        kind="locality",
        states=place.countries or None,
        ground=place.countries or None,
        localities=names or (fold(place.locale or ""),),
        spelled=bool(names),
        wide=fold(place.locale or "") in {fold(name) for name in _gazetteer()["wide"]},
    )


def spellings(archive: Archive, locale: str) -> tuple[str, ...]:
    """Give every spelling of a locality that the registers use, folded."""
    wanted = fold(locale)
    groups = [[fold(name) for name in group] for group in _gazetteer()["spellings"]]
    names = {wanted}.union(*(group for group in groups if wanted in group))
    return tuple(sorted(names & archive.localities))


def _region(archive: Archive, place: ClaimPlace, day: str | None) -> Place | NoPlace:
    name = fold(place.region or "")
    if name in _EVERYWHERE:
        return Place(kind="world")
    own = _own_region(archive, name)
    if own is not None:
        return own
    found = region.extents(place.region or "", day)
    if not found:
        if place.countries:
            return Place(kind="country", states=place.countries, ground=place.countries)
        return NoPlace("region")
    plain, *others = found
    return Place(
        kind="region",
        states=(),
        ground=plain.codes,
        schemes=tuple(
            (other.scheme, other.codes) for other in others if other.codes != plain.codes
        ),
        region_id=plain.id,
    )


def _own_region(archive: Archive, name: str) -> Place | None:
    for entry in _gazetteer()["regions"]:
        if name not in [fold(word) for word in entry["names"]]:
            continue
        if "parts" in entry:
            parts = [(part, _part(part)) for part in entry["parts"]]
            return Place(kind="parts", parts=tuple(parts))
        codes = tuple(entry.get("ground", ()))
        places = tuple(fold(word) for word in entry.get("localities", ()))
        return Place(
            kind="locality" if places else "region", states=(), ground=codes, localities=places
        )
    return None


def _part(name: str) -> tuple[str, ...]:
    found = region.extents(name)
    return found[0].codes if found else (name,)
