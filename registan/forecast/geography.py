"""Geography: where a state's capital lies, how many people it has and what it produces, by year.

Capitals are GeoNames' (CC BY 4.0); population and GDP are those of the Penn World Table 9.1
(University of Groningen, CC BY 4.0), which covers 182 economies and ends with 2017. Its figures
are later estimates, not those that were known in their own year: a forecaster who takes the year
before last still sees them revised. Former states have a capital and no figures.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby
from math import asin, cos, radians, sin, sqrt
from operator import itemgetter
from typing import Any

import msgspec
import pyarrow.parquet as parquet

from registan.model import Record

Years = dict[int, float]
EARTH_RADIUS_KM = 6371.0088
WASHINGTON = (38.8951, -77.0364)
_DATA = files("registan.forecast") / "data"


class StateFacts(Record, frozen=True, kw_only=True):
    """What public data say of one state; missing years are missing, never filled.

    `population` is in millions; `gdp` in millions of 2011 US dollars at purchasing power parity.
    """

    code: str
    capital: str
    latitude: float
    longitude: float
    distance_km: float
    population: Years = msgspec.field(default_factory=dict)
    gdp: Years = msgspec.field(default_factory=dict)


@cache
def load_facts() -> dict[str, StateFacts]:
    """Give the facts of every state with a known capital, former states too, by code."""
    economy = _read_economy()
    found = {}
    for row in csv.DictReader((_DATA / "capitals.csv").read_text("utf-8").splitlines()):
        place = (float(row["latitude"]), float(row["longitude"]))
        years = economy.get(row["code"], [])
        found[row["code"]] = StateFacts(
            code=row["code"],
            capital=row["capital"],
            latitude=place[0],
            longitude=place[1],
            distance_km=round(measure_km(WASHINGTON, place), 1),
            population={r["year"]: r["population"] for r in years if r["population"] is not None},
            gdp={r["year"]: r["gdp"] for r in years if r["gdp"] is not None},
        )
    return found


def measure_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the great circle between two points of latitude and longitude in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def _read_economy() -> dict[str, list[dict[str, Any]]]:
    with as_file(_DATA / "economy.parquet") as path:
        rows = parquet.read_table(path).to_pylist()
    return {code: list(years) for code, years in groupby(rows, key=itemgetter("code"))}
