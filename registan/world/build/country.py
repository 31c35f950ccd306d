"""Compile the countries: ISO codes, M49 regions, names in the languages served, former states."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

LANGUAGES = ("de", "en", "fr", "ru")
DATA = Path(__file__).parent.parent / "data"
CONTINENTS = ("2", "9", "19", "142", "150")


@lru_cache(maxsize=32)
def read_yaml(name: str) -> Any:
    """Read one of the hand-written files."""
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def read_codes(source: Path) -> list[dict[str, str]]:
    """Read the rows of country-codes.csv."""
    with (source / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["ISO3166-1-Alpha-2"]]


def compile_countries(source: Path) -> list[dict[str, Any]]:
    """Give today's states and territories, then the former states."""
    history = read_yaml("history.yml")
    aliases = read_yaml("aliases.yml")
    rows = [compile_country(row, aliases, history["independence"]) for row in read_codes(source)]
    if not any(row["code"] == "XK" for row in rows):
        rows.append(kosovo(aliases, history["independence"]))
    return rows + [former_state(code, entry) for code, entry in history["former"].items()]


def compile_country(
    row: dict[str, str], aliases: dict[str, Any], independence: dict[str, Any]
) -> dict[str, Any]:
    """Make one country of its row, the CLDR names and our aliases."""
    code = row["ISO3166-1-Alpha-2"]
    start, predecessor = independence.get(code, (None, None))
    names = {lang: country_names(code, lang, row, aliases) for lang in LANGUAGES}
    return {
        "code": code,
        "name": names["en"][0],
        "names": names,
        "m49": row["M49"] or None,
        "region": f"m49-{row['Region Code']}" if row["Region Code"] else None,
        "subregion": sub_region(row),
        "from_": start,
        "predecessor": predecessor,
        "capital": row["Capital"] or None,
        "wikidata": row["wikidata_id"].rsplit("/", 1)[-1] or None,
    }


def sub_region(row: dict[str, str]) -> str | None:
    """The finest M49 level that the UN calls a sub-region."""
    code = row["Sub-region Code"]
    return f"m49-{code}" if code else None


def country_names(code: str, lang: str, row: dict[str, str], aliases: dict[str, Any]) -> list[str]:
    """All names of a country in a language, the CLDR one first."""
    cldr = Locale(lang).territories.get(code)
    names = [cldr] if cldr else []
    names += aliases.get(code, {}).get(lang, [])
    official = {
        "en": "UNTERM English Short",
        "fr": "UNTERM French Short",
        "ru": "UNTERM Russian Short",
    }
    if lang in official and row.get(official[lang]):
        names.append(re.sub(r"\s*\(.*\)$", "", row[official[lang]]).strip())
    return list(dict.fromkeys(clean(name) for name in names if name))


def clean(name: str) -> str:
    """Take CLDR's bracketed remarks and typographic apostrophes out of a name."""
    return re.sub(r"\s*\(.*\)$", "", name).replace("’", "'").strip()


def kosovo(aliases: dict[str, Any], independence: dict[str, Any]) -> dict[str, Any]:
    """Kosovo has a user-assigned code and no row in the source."""
    names = {lang: aliases["XK"][lang] for lang in LANGUAGES}
    start, predecessor = independence["XK"]
    return {
        "code": "XK", "name": "Kosovo", "names": names, "m49": None, "region": "m49-150",
        "subregion": "m49-39", "from_": start, "predecessor": predecessor,
        "capital": "Pristina", "wikidata": "Q1246",
    }  # fmt: skip


def former_state(code: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Make a former state of its entry in history.yml."""
    return {
        "code": code, "name": entry["name"], "names": entry["names"], "m49": None, "region": None,
        "subregion": entry["subregion"], "from_": str(entry["from"]), "to": str(entry["to"]),
        "successors": entry["successors"], "capital": entry["capital"],
        "wikidata": entry["wikidata"],
    }  # fmt: skip


def compile_regions(source: Path) -> list[dict[str, Any]]:
    """The hand-written regions and groupings, then UN M49 regions of every level."""
    members: dict[str, list[str]] = {}
    level: dict[str, str] = {}
    for row in read_codes(source):
        for column, scheme in M49_LEVELS.items():
            if code := row[column]:
                members.setdefault(code, []).append(row["ISO3166-1-Alpha-2"])
                level.setdefault(code, scheme)
    titles = {
        row[c]: row[c.replace(" Code", " Name")] for row in read_codes(source) for c in M49_LEVELS
    }
    # CLDR names the same UN areas by three digits; 419 is Latin America and the Caribbean.
    rows = [
        {
            "id": f"m49-{code}", "name": titles[code], "type": "region", "scheme": level[code],
            "names": _area_names(code),
            "members": codes,
        }
        for code, codes in members.items()
    ]  # fmt: skip
    return [hand_region(key, entry) for key, entry in read_yaml("regions.yml").items()] + rows


M49_LEVELS = {
    "Region Code": "un-m49-region",
    "Sub-region Code": "un-m49-subregion",
    "Intermediate Region Code": "un-m49-intermediate",
}


def hand_region(key: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Make a region or grouping of its entry in regions.yml."""
    names = entry["names"]
    return {
        "id": key, "name": (names.get("en") or [key])[0], "type": entry["type"], "names": names,
        "scheme": entry.get("scheme"), "members": str(entry["members"]).split(),
    }  # fmt: skip


def _area_names(code: str) -> dict[str, list[str]]:
    named = {lang: Locale(lang).territories.get(code.zfill(3)) for lang in LANGUAGES}
    return {lang: [name] for lang, name in named.items() if name}
