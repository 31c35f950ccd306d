"""Region: the extents of a named region, and the partitions of the world, as the world has them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from registan import world
from registan.precedent.text import fold

# Where one name has extents in several schemes, the plain words mean the first of these.
_ORDER = ("common", "continent", "un-m49-subregion", "un-m49-region", "world-bank", "state-bureau")


@dataclass(frozen=True)
class Extent:
    """One extent of a region: its identifier, the scheme it belongs to, its countries."""

    id: str
    scheme: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One region of a partition of the world, with its names by language."""

    id: str
    name: str
    codes: tuple[str, ...]
    names: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Scheme:
    """A partition of the world into regions."""

    id: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, list[str]] = {}
    groups: dict[str, world.Region | world.Organisation] = {**world.load().regions}
    groups.update(world.load().organisations)
    for key, group in groups.items():
        names = {fold(name) for names in group.names.values() for name in names}
        for name in names | {fold(group.name), fold(key)}:
            index.setdefault(name, []).append(key)
    return {name: tuple(sorted(keys, key=_rank)) for name, keys in index.items()}


def _scheme(key: str) -> str:
    region = world.load().regions.get(key)
    return (region.scheme if region else None) or "common"


def _rank(key: str) -> tuple[int, str]:
    scheme = _scheme(key)
    return (_ORDER.index(scheme) if scheme in _ORDER else len(_ORDER), key)


@lru_cache(maxsize=5_000)
def extents(name: str, day: str | None = None) -> tuple[Extent, ...]:
    """Give the extents that a region's name has on a day, common usage first; empty if unknown."""
    plain = fold(name).removeprefix("the ")
    keys = _index().get(fold(name)) or _index().get(plain) or ()
    found = [Extent(key, _scheme(key), _members(key, day)) for key in keys]
    return tuple(extent for extent in found if extent.codes)


def _members(key: str, day: str | None = None) -> tuple[str, ...]:
    return tuple(sorted(world.load().members(key, day)))


@lru_cache(maxsize=1)
def schemes() -> tuple[Scheme, ...]:
    """Give the partitions of the world that "world region" can mean."""
    held = world.load().schemes()
    return tuple(Scheme(key, tuple(_part(part) for part in parts)) for key, parts in held.items())


def _part(key: str) -> Part:
    region = world.load().regions[key]
    names = {lang: said[0] for lang, said in region.names.items() if said}
    return Part(key, region.name, _members(key), names)


@lru_cache(maxsize=500)
def around(code: str) -> tuple[str, ...]:
    """Give the countries of the UN sub-region that a country lies in; empty where it has none."""
    key = world.load().region_of(code, "un-m49-subregion")
    return _members(key) if key else ()
