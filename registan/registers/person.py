"""Person: one identifier for a visitor whom the register spells in several ways."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from registan.registers.country import canonical_id
from registan.registers.rule import load_rules

# Words after a family name that are no part of it.
_ORDINAL = re.compile(r"[ivx]+|jr|sr|2nd|3rd")
_FOLD = str.maketrans({"ø": "o", "Ø": "O", "ð": "d", "ł": "l", "ß": "ss"})


def identify_person(country_id: str, name: str, day: date) -> str:
    """Give the identifier of the visitor so named, from that country, on that day."""
    country = canonical_id(country_id)
    known = _split_name(country, name, day) or _spellings(country).get(name, name)
    other: str | None = load_rules("persons")["across"].get(country, {}).get(known)
    return other or f"{country}-{make_slug(known)}"


def _split_name(country: str, name: str, day: date) -> str | None:
    for entry in load_rules("persons")["split"].get(country, {}).get(name, []):
        if "until" not in entry or day <= entry["until"]:
            found: str = entry["name"]
            return found
    return None


@cache
def _spellings(country: str) -> dict[str, str]:
    same = load_rules("persons")["same"].get(country, {})
    return {spelling: name for name, spellings in same.items() for spelling in spellings}


def make_slug(name: str) -> str:
    """Give a name as last-word-first, plain lower-case letters: 'Ida B. Wells' is wells-ida-b.

    Ordinals stay last: 'Rainier III' is rainier-iii.
    """
    plain = unicodedata.normalize("NFD", name.translate(_FOLD))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’‘ʻ.]", "", plain.lower())).split()
    ordinals = words[-1:] if len(words) > 1 and _ORDINAL.fullmatch(words[-1]) else []
    words = words[: len(words) - len(ordinals)]
    return "-".join([*words[-1:], *words[:-1], *ordinals])


def find_misnamed(row_id: str, name: str) -> tuple[str, str] | None:
    """Give (name, office) of who came in truth where the row's published name is known as wrong."""
    entry = load_rules("persons")["misnamed"].get(row_id)
    if entry is None or entry["published"] != name:
        return None
    return entry["name"], entry["office"]
