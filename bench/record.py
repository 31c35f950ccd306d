"""Measure the record: adding against reading, memory as it grows, and answers at full size.

Run: `python bench/record.py [--articles 40] [--read 40] [--before 100000] [--reports 1000000]`; 0
leaves a part out. Articles have 200 to 600 words (`bench/article.py`); of each size `--read` are
read, and the others are those retold with other days and numbers, at the same cost of reading.
Synthetic reports are written straight into the tables of a DuckDB file.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from article import DAYS, FIRST, articles, retold

STEP = 20  # documents between which `registan add` asks whether it is time to write
REPORTS_EACH = 4  # reports of one event
PEOPLE = 5_000


def measure_adding(count: int, read: int, before: int) -> None:
    """Print what adding costs beside reading, in CPU seconds, and the peak of memory."""
    from registan.collector import Pace
    from registan.record.store import Record

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.duckdb"
        if before:
            run = [sys.executable, __file__, "--fill", str(before), "--place", str(place)]
            subprocess.run(run, check=True)
        record, adding, halfway = Record(place), 0.0, 0.0
        entries, reading = read_entries(min(read or count, count))
        each, told = reading / len(entries), sum(len(one.extract.reports) for one in entries)
        chance = random.Random(count)
        days = [FIRST + timedelta(days=n * DAYS // count) for n in range(count)]
        pace, batch = Pace(), list[Any]()
        for n in range(count):
            one = entries[n % len(entries)]
            batch.append(one if len(entries) == count else retold(one, days[n], chance))
            asked = n % STEP == STEP - 1 and pace.is_due(each * len(batch), len(batch))
            if not asked and n < count - 1:
                continue
            began = time.process_time()
            record.add(batch)
            pace.wrote(time.process_time() - began)
            adding += time.process_time() - began
            batch = []
            if n < count // 2:
                halfway = adding
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} articles onto {before} reports: reading {each * count:.1f} CPU s"
        f" ({len(entries)} read, {told / len(entries):.0f} reports each), adding {adding:.1f} more"
        f" (its first half {halfway:.1f}), {1 + adding / (each * count):.2f} times reading;"
        f" peak {peak:.0f} MB",
        flush=True,
    )


def read_entries(count: int) -> tuple[list[Any], float]:
    """Read so many articles and judge their claims; give the CPU seconds without the first one."""
    from registan import world
    from registan.checker import judge_claims
    from registan.reader.reading import read_document
    from registan.record.entry import Entry

    entries, spent = [], []
    for document in articles(count):
        began = time.process_time()
        extract = read_document(document, world.load())
        verdicts = judge_claims(extract)
        spent.append(time.process_time() - began)
        made = {"source": "bench", "made_by": "bench", "verdicts": verdicts}
        entries.append(Entry(extract=extract, id=document.id, **made))
    first = spent.pop(0)  # loads the models
    return entries, sum(spent) * count / len(spent) if spent else first


def fill(place: Path, reports: int) -> None:
    """Write a record of so many reports, every few of them one event, into its tables."""
    import duckdb

    from registan.model import ActorMention, Event, Report, Span
    from registan.record.noun import MergedEvent
    from registan.record.store import Record

    Record(place).known([])  # makes the tables
    events = reports // REPORTS_EACH
    actors = [
        ActorMention(
            name=f"@{role}", mention=f"@{role}", id=f"@{role}", type="person", country="KZ"
        )
        for role in ("who", "whom")
    ]
    told = Report(
        id="@report",
        kind="call",
        trigger="called",
        who=(actors[0],),
        whom=(actors[1],),
        when="@day",
        standing="happened",
        span=Span(start=0, end=7, text="@report"),
        rule="bench",
    )
    event = Event(
        id="@event",
        kind="call",
        who=(actors[0],),
        whom=(actors[1],),
        when="@day",
        standing="happened",
        confirmation="third_party",
        because="reports by others",
        reports=tuple(f"@report-{n}" for n in range(REPORTS_EACH)),
    )
    merged = MergedEvent(event=event, links=()).to_json()
    base = f"""
      SELECT i, 'e' || lpad(hex(hash(i)), 16, '0') AS e,
        (DATE '1995-01-01' + (i % 11000)::INTEGER)::VARCHAR AS d,
        'p' || (i % {PEOPLE}) AS a, 'p' || ((i * 7 + 1) % {PEOPLE}) AS b
      FROM range({events}) t(i)"""

    def filled(text: str, report: str = "'r'") -> str:
        quoted = "'" + text.replace("'", "''") + "'"
        for sign, value in (
            ("@report", report),
            ("@event", "e"),
            ("@day", "d"),
            ("@whom", "b"),
            ("@who", "a"),
        ):
            quoted = f"replace({quoted}, '{sign}', {value})"
        return quoted

    each = f"(SELECT *, 'r' || e || '-' || n AS r FROM base, range({REPORTS_EACH}) s(n))"
    statements = (
        f"CREATE TEMP TABLE base AS {base}",
        "INSERT INTO event BY NAME SELECT e AS id, 'call' AS kind, 'happened' AS standing,"
        " 'third_party' AS confirmation, d AS \"when\", d AS first_day, d AS last_day, d AS told,"
        f" {REPORTS_EACH} AS reports, {filled(merged, chr(39) + 'r' + chr(39) + ' || e')} AS data"
        " FROM base",
        f"INSERT INTO event_report SELECT e, r, '' FROM {each}",
        "INSERT INTO event_actor SELECT e, 'who', a, a, a, 'KZ' FROM base",
        "INSERT INTO event_actor SELECT e, 'whom', b, b, b, 'US' FROM base",
        "INSERT INTO event_place SELECT e, 'Astana', 'astana', 'KZ' FROM base",
        "INSERT INTO report BY NAME SELECT r AS key, 'd' || (i // 4) AS document, n AS number,"
        " 'call' AS kind, 'happened' AS standing, d AS \"when\", 'bench' AS rule,"
        f" {filled(told.to_json(), 'r')} AS data FROM {each}",
        "INSERT INTO block SELECT 'call|' || c || '|' || substr(d, 1, 7), r, d, d"
        f" FROM {each}, (VALUES ('KZ'), ('US')) s(c)",
        "INSERT INTO document BY NAME SELECT 'd' || i AS key, 'd' || i AS id, 'en' AS lang,"
        " 'Paper' AS publisher, '2025-01-01' AS published, 'Title' AS title,"
        " '' AS text, '[]' AS actors FROM range((SELECT max(i) // 4 + 1 FROM base)) t(i)",
    )
    with duckdb.connect(str(place)) as connection:
        for statement in statements:
            connection.execute(statement)


def measure_answers(reports: int) -> None:
    """Print how long events, timeline and show take on a record of so many reports."""
    from registan.record.query import Filter
    from registan.record.store import Record

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.duckdb"
        began = time.monotonic()
        fill(place, reports)
        size = place.stat().st_size / 1e6
        print(f"{reports} reports, {size:.0f} MB, written in {time.monotonic() - began:.0f} s")
        record = Record.existing(place)
        one = record.events(limit=1)[0].event.id
        asked = Filter(who="p17", since="2010", until="2019")
        questions: dict[str, Callable[[], Any]] = {
            "events": lambda: record.events(newest=True, limit=50),
            "events of one party": lambda: record.events(asked, newest=True, limit=50),
            "events at a place": lambda: record.events(Filter(where="Astana"), limit=50),
            "count": lambda: record.count(Filter(who="Kazakhstan")),
            "timeline of one party": lambda: record.events(asked),
            "show": lambda: record.account(one),
        }
        for name, question in questions.items():
            began = time.monotonic()
            question()
            print(f"{name:<24}{time.monotonic() - began:7.3f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--read", type=int, default=40, help="articles to read; 0 reads all")
    parser.add_argument("--before", type=int, default=100_000, help="reports in the record before")
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--alone", action="store_true", help="one size only, in this process")
    parser.add_argument("--fill", type=int, help="only write so many reports to --place")
    parser.add_argument("--place", type=Path)
    given = parser.parse_args()
    if given.fill:
        fill(given.place, given.fill)
        return
    if given.alone:
        measure_adding(given.articles, given.read, given.before)
        return
    sizes = [(given.articles * times, 0) for times in (1, 2, 4)]
    for size, before in [*sizes, (given.articles, given.before)] if given.articles else []:
        # Peak memory is a process's own: each size gets one.
        run = [sys.executable, __file__, "--alone", "--articles", str(size)]
        run += ["--read", str(given.read), "--before", str(before)]
        subprocess.run(run, check=True)
    if given.reports:
        measure_answers(given.reports)


if __name__ == "__main__":
    main()
