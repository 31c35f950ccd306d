"""Sought: whom or what a name means to somebody who looks through the record."""

from __future__ import annotations

from typing import Final, NamedTuple

from registan import world
from registan.record.fold import fold
from registan.world.noun import City, Country, Region
from registan.world.sound import is_cyrillic

LATIN: Final = ("en", "de", "fr")


class Sought(NamedTuple):
    """A person's ids, the states meant, and the folded words that a name must hold."""

    ids: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def seek_party(name: str) -> Sought:
    """Give whom a name means: a state with everybody who acts for it, a person, else the words."""
    known = world.load()
    place = _find_place(name)
    if isinstance(place, Country):
        return Sought(countries=(place.code,))
    for lang in _languages(name):
        found = known.who(name, lang)
        if found:
            return Sought(ids=(found[0].id,), words=(fold(found[0].name),))
    return Sought(words=(fold(name),))


def seek_place(name: str) -> Sought:
    """Give the place that a name means: a state, the states of a region, a city, else the words."""
    place = _find_place(name)
    if isinstance(place, Country):
        return Sought(countries=(place.code,))
    if isinstance(place, Region):
        return Sought(countries=tuple(sorted(world.load().members(place.id))), words=(fold(name),))
    if isinstance(place, City):
        return Sought(words=tuple({fold(place.name), fold(name)}))
    return Sought(words=(fold(name),))


def _find_place(name: str) -> Country | City | Region | None:
    known = world.load()
    places = (known.place(name, lang) for lang in _languages(name))
    return next((place for place in places if place), None)


def _languages(name: str) -> tuple[str, ...]:
    return ("ru",) if is_cyrillic(name) else LATIN
