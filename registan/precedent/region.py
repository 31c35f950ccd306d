"""Region: the extents of a named region, and the partitions of the world, as the world has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from registan import world


@dataclass(frozen=True)
class Extent:
    """One extent of a region: its identifier, the scheme it belongs to, its countries."""

    id: str
    scheme: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One region of a partition of the world."""

    id: str
    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Scheme:
    """A partition of the world into regions."""

    id: str
    parts: tuple[Part, ...]


@lru_cache(maxsize=2_000)
def extents(name: str) -> tuple[Extent, ...]:
    """Give the extents that a region's name has, common usage first; empty where it is unknown."""
    return tuple(
        Extent(found.id, found.scheme, found.codes) for found in world.load().regions_named(name)
    )


@lru_cache(maxsize=1)
def schemes() -> tuple[Scheme, ...]:
    """Give the partitions of the world that "world region" can mean."""
    return tuple(
        Scheme(key, tuple(Part(part.id, part.name, part.codes) for part in parts))
        for key, parts in world.load().schemes().items()
    )


@lru_cache(maxsize=500)
def around(code: str) -> tuple[str, ...]:
    """Give the countries of the UN sub-region that a country lies in."""
    for scheme in schemes():
        if scheme.id != "un-m49-subregion":
            continue
        for part in scheme.parts:
            if code in part.codes:
                return part.codes
    return ()
