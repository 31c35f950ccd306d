"""One suite over both engines: DuckDB and PostgreSQL give the same verdicts, rows and queries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from registan import registers
from registan.model.claim import Claim
from registan.precedent import explain, judge
from registan.precedent.archive import (
    TABLE,
    Archive,
    attach_archive,
    open_archive,
    shipped_archive,
)

TODAY = date(2025, 6, 1)
ARCHIVES: dict[str, Archive] = {}
PRESIDENT = {"office": "US president"}
CLAIMS: list[dict[str, Any]] = [
    {"form": "first", "subject": {**PRESIDENT, "person": "Obama"}, "place": {"countries": ["ET"]}},
    {"form": "first", "subject": {**PRESIDENT, "person": "Bill Clinton"},
     "place": {"countries": ["VN"]}},
    {"form": "never", "subject": PRESIDENT, "place": {"region": "central-asia"}},
    {"form": "last", "subject": PRESIDENT, "place": {"locale": "Wien", "countries": ["AT"]}},
    {"form": "only", "subject": PRESIDENT, "place": {"region": "Melanesia"}},
    {"form": "every_except", "subject": {"office": "US secretary of state"},
     "place": {"countries": ["EG"]}, "since": "1989", "exceptions": ["Rex Tillerson"]},
    {"form": "count", "subject": {"office": "president", "country": "FR"}, "direction": "to_us",
     "visit_type": "state visit", "n": 3},
    {"form": "superlative", "subject": {"office": "US secretary of state", "person": "Kerry"},
     "place": {"region": "Africa"}, "unit": "visits"},
    {"form": "highest_rank", "subject": {"office": "US vice president", "person": "Al Gore"},
     "place": {"countries": ["PL"]}},
    {"form": "since", "subject": {"office": "US secretary of state", "person": "Hillary Clinton"},
     "place": {"countries": ["MM"]}, "since": "1955"},
]  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _close() -> Iterator[None]:
    yield
    for held in ARCHIVES.values():
        held.backend.disconnect()
    ARCHIVES.clear()


@pytest.fixture(params=["duckdb", "duckdb-attached", "postgresql", "postgresql-attached"])
def archive(request: pytest.FixtureRequest) -> Archive:
    """The shipped rows: loaded, or left in the database and brought by each query."""
    engine, _, attached = request.param.partition("-")
    if engine not in ARCHIVES:
        url = "duckdb://" if engine == "duckdb" else request.getfixturevalue("postgres_url")
        visits, terms = registers.load_visits(), registers.load_terms()
        ARCHIVES[engine] = open_archive(visits, terms, registers.load_coverage(), url)
    held = ARCHIVES[engine]
    if not attached:
        return held
    return attach_archive(held.backend, TABLE, registers.load_terms(), held.coverage)


@pytest.mark.parametrize("data", CLAIMS, ids=[data["form"] for data in CLAIMS])
def test_verdicts_are_the_same_everywhere(archive: Archive, data: dict[str, Any]) -> None:
    claim = Claim.from_data(data)
    here = judge(claim, as_of="2016-06-01", today=TODAY, archive=archive)
    shipped = judge(claim, as_of="2016-06-01", today=TODAY)
    assert here == shipped
    one = explain(claim, as_of="2016-06-01", archive=archive)
    two = explain(claim, as_of="2016-06-01", archive=shipped_archive())
    assert [(r.reading, r.rows) for r in one.readings] == [
        (r.reading, r.rows) for r in two.readings
    ]
