"""Measure judging: one claim, a batch of 10,000, and a record of ten million events in DuckDB.

Run: `python bench/claims.py [EVENTS]`. Over the large record each claim's expression runs against
hand-written SQL that fetches the same rows, in turn, in the same run; ratios are printed. Numbers
depend on the machine: compare ratios.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import ibis
import pyarrow as pa

from registan import registers
from registan.model.claim import Claim
from registan.precedent import judge
from registan.precedent.archive import Archive, attach_archive, shipped_archive
from registan.precedent.case import Case
from registan.precedent.explanation import compile_case
from registan.precedent.interpret import prepare
from registan.precedent.query import run_scope
from registan.precedent.reading import narrow, narrow_rows
from registan.precedent.row import ROW_COLUMNS, make_table

BATCH = 10_000
EVENTS = 10_000_000
CITIES = 3_000
DAY = "2024-06-01"
ROUNDS = 5
FORMS = ("first", "never", "ever", "last", "only", "since", "event", "count", "superlative")
ALL_FORMS = (*FORMS, "every_except", "highest_rank")
MORE = {"count": {"n": 3}, "since": {"since": "2000"}, "every_except": {"since": "1977"}}

# Events of the shipped offices beside a thousand more, countries and days drawn evenly. A column
# of the rows' table that is not made here is empty.
MADE = {
    "key": "i",
    "register": "'made'",
    "id": "i::varchar",
    "direction": "'abroad'",
    "office": """case when i % 2000 = 0 then 'us-president'
        when i % 2000 = 1 then 'us-secretary-of-state' else 'office-' || (i % 1000) end""",
    "person": "'person-' || (i % 1000) || '-' || (hash(i) % 20)",
    "name": "'P' || (i % 1000) || ' ' || (hash(i) % 20)",
    "visitor_country": "'US'",
    "start": "(date '1925-01-01' + (i * 36500 // {events})::integer)::varchar",
    "end": '"start"',
    "country": "codes[1 + (hash(i + 1) % len(codes))::integer]",
    "country_name": "country",
    "territory": "[country]",
    "localities": "['city ' || (hash(i + 2) % {cities})]",
    "places": "localities",
    "bilateral": "true",
    "trip": "i",
}
EMPTY = {
    pa.string(): "''",
    pa.bool_(): "false",
    pa.int64(): "null::bigint",
    pa.list_(pa.string()): "[]::varchar[]",
}


def fill(events: int) -> str:
    """Give the statement that makes the table of events, with the columns that rows have."""
    columns = ", ".join(
        f'{MADE.get(field.name, EMPTY[field.type])} as "{field.name}"'
        for field in make_table([]).schema
    ).format(events=events, cities=min(CITIES, events // 100))
    return (
        f"create table events as select {columns} "
        f"from range({events}) as t(i), (select $codes as codes)"
    )


def claim(form: str, place: dict[str, Any], office: str = "US president", **more: Any) -> Claim:
    data = {"form": form, "subject": {"office": office}, "place": place, **more}
    return Claim.from_data(data)


def batch() -> list[tuple[Claim, str]]:
    """Ten thousand different claims about the shipped registers' persons, places and days."""
    rows = [row for row in shipped_archive().rows or () if row.direction == "abroad"]
    offices = {
        "us-president": "US president",
        "us-secretary-of-state": "US secretary of state",
    }
    made = []
    for number, (row, form) in enumerate(itertools.product(rows, FORMS)):
        if number % 3 == 0:
            subject = {"person_id": row.person, "office": offices[row.office]}
            place = {"countries": [row.country]}
            data = {"form": form, "subject": subject, "place": place, "n": 1 + number % 5}
            made.append((Claim.from_data(data), row.start))
    return made[:BATCH]


def forget() -> None:
    """Forget the rows that were asked for before."""
    for remembered in (run_scope, narrow, narrow_rows):
        remembered.cache_clear()


def time_one() -> list[float]:
    """Give the seconds of claims about places that nothing before them asked about."""
    judge(claim("first", {"countries": ["FR"]}), as_of=DAY)
    spent = []
    for code in ("ET", "VN", "KZ", "PE", "KE", "MN"):
        for form in ("first", "never", "last", "count"):
            forget()
            started = time.perf_counter()
            judge(claim(form, {"countries": [code]}, n=3), as_of=DAY)
            spent.append(time.perf_counter() - started)
    return spent


def time_batch() -> float:
    claims = batch()
    started = time.process_time()
    for one, day in claims:
        judge(one, as_of=day)
    return (time.process_time() - started) * BATCH / len(claims)


def make_record(events: int) -> Archive:
    backend = ibis.duckdb.connect()
    codes = sorted({row.country for row in shipped_archive().rows or ()})
    backend.con.execute(fill(events), {"codes": codes})
    terms: pa.Table = registers.load_terms()
    return attach_archive(backend, "events", terms, registers.load_coverage())


def by_hand(office: str, where: str) -> str:
    columns = ", ".join(f'"{name}"' for name in ROW_COLUMNS)
    return (
        f"select {columns} from events where direction = 'abroad' and office = '{office}' "
        f"and not elect and start <= '2024-07-16' and ({where}) order by key"
    )


def cases() -> list[tuple[str, Claim, str]]:
    """Every form about one region, and other places, each beside SQL for the same rows."""
    asia = "list_has_any(territory, ['KZ', 'KG', 'TJ', 'TM', 'UZ'])"
    each = [
        (
            form,
            claim(form, {"region": "central-asia"}, **MORE.get(form, {})),
            by_hand("us-president", asia),
        )
        for form in ALL_FORMS
    ]
    return [
        *each,
        ("country", claim("never", {"countries": ["KZ"]}),
         by_hand("us-president", "country = 'KZ'")),
        ("city", claim("last", {"locale": "City 17"}),
         by_hand("us-president", "list_contains(localities, 'city 17')")),
        ("anywhere", claim("count", {"region": "world"}, "US secretary of state", n=9),
         by_hand("us-secretary-of-state", "true")),
    ]  # fmt: skip


def fastest(run: Callable[[], Any], other: Callable[[], Any]) -> tuple[float, float]:
    """Give the medians of two runs that take turns."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for times, one in zip(spent, (run, other), strict=True):
            started = time.perf_counter()
            one()
            times.append(time.perf_counter() - started)
    return statistics.median(spent[0]), statistics.median(spent[1])


def measure_record(archive: Archive) -> None:
    for name, one, sql in cases():
        case = prepare(archive, one, DAY)
        assert isinstance(case, Case), name

        def ours(case: Case = case) -> pa.Table:
            return archive.backend.to_pyarrow(compile_case(case).select(*ROW_COLUMNS))

        def hand(sql: str = sql) -> pa.Table:
            return archive.backend.con.execute(sql).to_arrow_table()

        assert ours()["key"].to_pylist() == hand()["key"].to_pylist(), name
        mine, theirs = fastest(ours, hand)
        forget()
        started = time.perf_counter()
        judge(one, as_of=DAY, archive=archive)
        whole = time.perf_counter() - started
        print(
            f"{name:12} {hand().num_rows:5} rows: ours {mine:6.3f} s, by hand {theirs:6.3f} s: "
            f"{mine / theirs:4.2f} times; with verdict and readings {whole:6.3f} s"
        )


def main() -> None:
    """Print the times of one claim, of a batch, and over a record of events."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    spent = time_one()
    median, worst = statistics.median(spent) * 1000, max(spent) * 1000
    print(f"one claim   median {median:6.1f} ms, worst {worst:6.1f} ms")
    print(f"{BATCH} claims {time_batch():6.1f} s of processor time")
    started = time.perf_counter()
    archive = make_record(events)
    print(f"{events} events made and listed in {time.perf_counter() - started:.1f} s")
    measure_record(archive)


if __name__ == "__main__":
    main()
