"""Killed at any moment, a record is whole: every document with all of it, or not there."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

from registan.record.change import Change
from registan.record.memory import Memory
from registan.record.schema import TABLES
from registan.record.store import Record, change_of
from tests.record.sample import entry

KILLS = 100


def write_and_be_killed(record: Record, change: Change, wait: float) -> None:
    """Write a prepared change in a process of its own and kill it on the way."""
    child = os.fork()
    if child == 0:
        with record.writing() as session:
            session.write(change)
        os._exit(0)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def time_a_write(record: Record, change: Change) -> float:
    """How many seconds a process takes to write a change when nobody kills it."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        with record.writing() as session:
            session.write(change)
        os._exit(0)
    os.waitpid(child, 0)
    return time.monotonic() - began


def assert_whole(record: Record) -> int:
    with record.reading() as session:
        held = {
            name: session.backend.to_pyarrow(session.backend.table(name)).to_pylist()
            for name in TABLES
        }
    documents = {row["key"] for row in held["document"]}
    assert {row["document"] for row in held["report"]} == documents
    reports = {row["key"] for row in held["report"]}
    assert {row["report"] for row in held["event_report"]} == reports
    assert {row["report"] for row in held["block"]} == reports
    events = [row["id"] for row in held["event"]]
    assert len(events) == len(set(events))
    assert {row["event"] for row in held["event_report"]} == set(events)
    return len(documents)


def test_a_hundred_kills_leave_the_record_whole(tmp_path: Path) -> None:
    record = Record(tmp_path / "record.duckdb")
    chance = random.Random(7)
    record.add([entry(0)])
    with record.writing() as session:
        change = change_of(session, [entry(1)], Memory())
    longest = 2 * time_a_write(record, change)
    found = tries = 2
    for _ in range(KILLS):
        with record.writing() as session:
            change = change_of(session, [entry(found)], Memory())
        write_and_be_killed(record, change, chance.uniform(0.0, longest))
        after = assert_whole(record)
        assert after in (found, found + 1)
        tries += after == found
        found = after
    assert found > 10, "hardly anything was written before it was killed"
    assert tries > 10, "hardly anything was killed before it was written"
