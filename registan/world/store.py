"""Read the compiled files of the world, each when it is first needed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from registan.errors import SetupError
from registan.world.noun import City, Country, Metonym, Office, Organisation, Person, Region, Term

DATA = Path(__file__).parent / "data"
LANGUAGES = ("de", "en", "fr", "ru")
Forms = dict[str, list[list[str]]]
T = TypeVar("T")


class Groups(msgspec.Struct, frozen=True):
    """Regions, organisations, metonyms and offices as compiled."""

    regions: list[Region]
    organisations: list[Organisation]
    metonyms: list[Metonym]
    offices: list[Office]


class Index(msgspec.Struct, frozen=True):
    """People by surname: `exact` spelling, shared `sound`.

    Who is `notable`; surnames too `weak` to stand alone; states whose names are `transliterated`,
    from a script with `unwritten_vowels`, or whose people go by their given names (`given_first`).
    """

    exact: dict[str, tuple[int, ...]]
    sound: dict[str, tuple[int, ...]]
    notable: frozenset[int]
    weak: frozenset[str]
    given: frozenset[str]
    transliterated: frozenset[str]
    unwritten_vowels: frozenset[str]
    given_first: frozenset[str]
    never: frozenset[str]


class People(msgspec.Struct, frozen=True):
    """Persons, their terms and the index over them."""

    persons: list[Person]
    terms: list[Term]
    index: Index


def read(name: str, shape: type[T]) -> T:
    """Read one compiled file into its type; a missing or broken one is an installation fault."""
    path = DATA / f"{name}.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.DecodeError) as error:
        raise SetupError(
            f"The world data file {path.name} cannot be read: {error}.",
            hint="Install the package again.",
            where=f"world/data/{path.name}",
        ) from error


@lru_cache(maxsize=1)
def read_countries() -> dict[str, Country]:
    """Countries by code, former states among them."""
    return {country.code: country for country in read("countries", list[Country])}


@lru_cache(maxsize=1)
def read_cities() -> dict[str, City]:
    """Cities by id."""
    return {city.id: city for city in read("cities", list[City])}


@lru_cache(maxsize=1)
def read_city_names() -> dict[tuple[str, str], dict[str, str]]:
    """The usual name in each language of a city, by its country and each of its English names."""
    told = yaml.safe_load((DATA / "cities.yml").read_text(encoding="utf-8"))["names"]
    return {
        (country, name): {lang: said[0] for lang, said in names.items()}
        for country, cities in told.items()
        for city, names in cities.items()
        for name in (city, *names.get("en", ()))
    }


@lru_cache(maxsize=1)
def read_women() -> frozenset[str]:
    """Women among those who share their surname with others, by id."""
    return frozenset(yaml.safe_load((DATA / "women.yml").read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def read_given_names() -> frozenset[str]:
    """Given names that only women bear."""
    told = yaml.safe_load((DATA / "given_names.yml").read_text(encoding="utf-8"))
    return frozenset(told["women"])


@lru_cache(maxsize=1)
def read_groups() -> Groups:
    """Regions, organisations, metonyms and offices."""
    return read("groups", Groups)


@lru_cache(maxsize=1)
def read_people() -> People:
    """Persons, terms and the surname index."""
    return read("people", People)


@lru_cache(maxsize=1)
def map_persons() -> dict[str, Person]:
    """Persons by id."""
    return {person.id: person for person in read_people().persons}


@lru_cache(maxsize=len(LANGUAGES))
def read_forms(lang: str) -> Forms:
    """Every form of every name in one language."""
    return read(f"forms.{lang}", Forms)


@lru_cache(maxsize=1)
def map_terms() -> dict[str, list[Term]]:
    """Terms by person."""
    terms: dict[str, list[Term]] = {}
    for term in read_people().terms:
        terms.setdefault(term.person, []).append(term)
    return terms
