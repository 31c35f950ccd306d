"""Phrase: days and lists in the languages that answers are given in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from registan import world
from registan.precedent.row import Row
from registan.precedent.text import fold


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    text = resources.files("registan.precedent").joinpath("data/phrases.yml").read_text("utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def format_day(day: str, lang: str) -> str:
    """Give an ISO day in words."""
    year, month, number = day.split("-")
    name = _words()["months"][lang][int(month) - 1]
    return str(_words()["day"][lang].format(day=int(number), month=name, year=int(year)))


def list_words(words: list[str], lang: str) -> str:
    """Join words as a sentence lists them."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_words()['and'][lang]} {words[-1]}"


def person_name(row: Row, lang: str) -> str:
    """Give a visitor's name as a language writes it, else as the register does."""
    return said_name(row.person, row.name, lang)


def said_name(person_id: str | None, name: str, lang: str) -> str:
    """Give somebody's name as a language writes it, else the one given without what is in brackets.

    Without an identifier that the world has, it is who alone has exactly that name there.
    """
    people = world.load().persons
    person = people.get(person_id or "") or people.get(_by_name().get(name, ""))
    written = next(iter(person.names.get(lang, ())), None) if person else None
    return written or re.sub(r"\s\([^)]*\)", "", name)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    people = world.load().persons
    shared = Counter(person.name for person in people.values())
    return {person.name: key for key, person in people.items() if shared[person.name] == 1}


def place_name(row: Row, lang: str) -> str | None:
    """Give the localities of a row as a language calls them, as far as the world knows that."""
    towns = [world.load().city_name(name, row.country, lang) for name in row.localities]
    return ", ".join(towns) or None


def in_order(names: Iterable[str]) -> list[str]:
    """Sort names as a reader looks for them, whatever their accents."""
    return sorted(names, key=fold)


def country_name(row: Row, lang: str) -> str:
    """Give the state of a row in a language; in English as the register has it."""
    code = row.visitor_country if row.direction == "to_us" else row.country
    if lang == "en" or not code or code not in world.load().countries:
        return row.country_name
    return world.load().country_name(code, lang)
