"""Place: the states that a question's "where" means, on its day."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from registan.errors import InputError
from registan.forecast.state import HOME, state_spans, states_at
from registan.model import Record
from registan.world import City, Country, Mention, Organisation, Region, World, load

_BETWEEN = re.compile(r"\s*(?:,|;|/|\bor\b|\bund\b|\boder\b|\bou\b|\bили\b)\s*")
_NAMES_A_PLACE = ("country", "region", "grouping", "organisation", "city", "metonym")


class Where(Record, frozen=True, kw_only=True):
    """Where something may happen: a name to print and the states, as they were on the day."""

    name: str
    countries: tuple[str, ...]
    region: str | None = None


def find_where(words: str, day: date, lang: str = "en") -> Where:
    """Find the states that words mean on a day; InputError says what is wrong and what is possible.

    Several names joined by commas or "or" mean any of them.
    """
    whole = _find_one(words.strip(), lang)
    if whole is not None:
        return _resolve(whole, words, day, lang)
    parts = [part for part in _BETWEEN.split(words.strip()) if part]
    found = [_find_one(part, lang) for part in parts]
    if not parts or None in found:
        lost = next((part for part, one in zip(parts, found, strict=True) if one is None), words)
        raise InputError(
            f"No country or region is called {lost.strip()!r}.",
            where="--where",
            hint=_suggest(lost, lang),
        )
    places = [_resolve(one, part, day, lang) for part, one in zip(parts, found, strict=True) if one]
    countries = tuple(dict.fromkeys(code for place in places for code in place.countries))
    return Where(name=" or ".join(place.name for place in places), countries=countries)


def _find_one(words: str, lang: str) -> Country | Region | Organisation | City | None:
    """Give the one place that all the words name, in any inflection or as a code."""
    world = load()
    if words.upper() == words and words in world.countries:
        return world.countries[words]
    mentions = [m for m in world.find(words, lang) if m.type in _NAMES_A_PLACE]
    if len(mentions) != 1 or len(mentions[0].text) < len(words) - 6:
        return None
    return _noun(world, mentions[0])


def _noun(world: World, mention: Mention) -> Country | Region | Organisation | City | None:
    key = mention.ids[0]
    if mention.type == "metonym":
        return world.countries.get(world.metonyms[key].country)
    return world.get_place(mention) or world.organisations.get(key)


def _resolve(
    place: Country | Region | Organisation | City, words: str, day: date, lang: str
) -> Where:
    if isinstance(place, Country):
        return _country(place, day, lang)
    if isinstance(place, City):
        name = load().country_name(place.country, lang)
        raise InputError(
            f"{words} is a city; forecasts are made for countries and regions.",
            where="--where",
            hint=f"Ask about {name}.",
        )
    countries = _members(place.id, day)
    if not countries:
        raise InputError(
            f"No state of {place.name} can be asked about on {day}.",
            where="--where",
            hint="Name a country or region of that time.",
        )
    name = next(iter(place.names.get(lang) or (place.name,)))
    return Where(name=name, countries=countries, region=place.id)


def _country(country: Country, day: date, lang: str) -> Where:
    name = load().country_name(country.code, lang)
    if country.code == HOME:
        raise InputError(
            "A journey of a US official to the United States is no visit abroad.",
            where="--where",
            hint="Name another country, or ask with --who for a foreign leader.",
        )
    if country.code not in state_spans():
        raise InputError(
            f"{name} is no state of its own.", where="--where", hint="Name a state or a region."
        )
    if country.code not in states_at(day):
        raise InputError(
            f"{name} was no state of its own on {day}.",
            where="--where",
            hint=_instead(country, day, lang),
        )
    return Where(name=name, countries=(country.code,))


def _instead(country: Country, day: date, lang: str) -> str:
    """Say which states to ask about in place of one that there is not on the day."""
    world = load()
    there = states_at(day)
    land = world.country_at(country.code, day)
    options = [land] if land else list(country.successors)
    names = [world.country_name(code, lang) for code in options if code in there]
    return f"Ask about {_listed(names)}." if names else "Ask about a state of that time."


def _listed(names: list[str]) -> str:
    shown = names[:6] + (["another of its successors"] if len(names) > 6 else [])
    return " or ".join(", ".join(shown).rsplit(", ", 1))


def _members(key: str, day: date) -> tuple[str, ...]:
    """Give the states of a region or grouping on a day.

    A former state counts where all that came of it belongs to the region.
    """
    world = load()
    there = states_at(day)
    codes = world.members(key, day)
    former = {
        code
        for code in there
        if (state := world.countries[code]).successors and codes.issuperset(state.successors)
    }
    return tuple(sorted((codes & set(there)) | former))


def _suggest(words: str, lang: str) -> str:
    """Offer the names that are spelled most like the words."""
    world = load()
    nouns = [(country.names, country.name) for country in world.countries.values()]
    nouns += [(region.names, region.name) for region in world.regions.values()]
    names = [next(iter(spelled.get(lang) or (name,))) for spelled, name in nouns]
    close = get_close_matches(words.strip(), names, n=3, cutoff=0.6)
    if close:
        return f"Did you mean {_listed(close)}?"
    return "Name a country (Kazakhstan) or a region (Central Asia)."
