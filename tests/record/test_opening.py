"""What is no record of this version, or no record at all, gets one sentence and stays as it is."""

import os
import subprocess
import sys
import threading

import duckdb
import pytest

from registan.errors import InputError, RegistanError, SourceError
from registan.record import fetch, migration, opening
from registan.record.store import Record
from tests.record.sample import entry


def set_version(record: Record, version: int) -> None:
    with record.writing() as session:
        session.run([f"UPDATE meta SET value = '{version}' WHERE name = 'registan'"])


def test_a_record_of_an_older_version_is_migrated(place, monkeypatch):
    record = Record(place)
    record.add([entry(1)])
    set_version(record, 0)
    with pytest.raises(InputError, match="has version 0"):
        Record(place).events()
    added = 'ALTER TABLE document ADD COLUMN "seen_by" text'
    monkeypatch.setitem(migration.STEPS, 0, lambda session: [added])
    newer = Record(place)
    newer.known([])
    with newer.reading() as session:
        assert opening.version_of(session, newer.place) == opening.VERSION
        assert "seen_by" in session.backend.table("document").columns
    assert len(newer.events()) == 1


def test_a_record_of_version_two_gets_the_keys_of_today(place):
    record = Record(place)
    record.add([entry(1)])

    def blocks(held: Record) -> list[tuple[str, ...]]:
        with held.reading() as session:
            rows = fetch.rows_of(session, fetch.table_of(session, "block"))
        return sorted((row["key"], row["report"], row["first_day"] or "") for row in rows)

    before = blocks(record)
    with record.writing() as session:
        session.run(["UPDATE block SET \"key\" = 'old'"])
    set_version(record, 2)
    Record(place).known([])
    assert before
    assert blocks(Record(place)) == before


def test_a_migration_that_fails_changes_nothing(place, monkeypatch):
    record = Record(place)
    record.add([entry(1)])
    set_version(record, 0)
    steps = [
        'ALTER TABLE document ADD COLUMN "seen_by" text',
        "ALTER TABLE nothing ADD COLUMN x text",
    ]
    monkeypatch.setitem(migration.STEPS, 0, lambda session: steps)
    with pytest.raises(RegistanError):
        Record(place).known([])
    with record._engine.open(write=False) as session:
        assert opening.version_of(session, place) == 0
        assert "seen_by" not in session.backend.table("document").columns


def test_a_record_of_a_newer_version_is_refused(place):
    record = Record(place)
    record.add([entry(1)])
    set_version(record, 99)
    for use in (lambda: Record(place).events(), lambda: Record(place).add([entry(2)])):
        with pytest.raises(SourceError, match="has version 99"):
            use()


def test_a_file_that_is_no_record_stays_as_it_is(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a database.\n" * 400, encoding="utf-8")
    before = path.read_bytes()
    for use in (lambda: Record(path).add([entry(1)]), lambda: Record.existing(path).events()):
        with pytest.raises(InputError, match="no record"):
            use()
    assert path.read_bytes() == before


def test_another_database_stays_as_it_is(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("CREATE TABLE shopping (item text)")
    with pytest.raises(InputError, match="no record"):
        Record(path).add([entry(1)])


def test_two_writers_take_turns(tmp_path):
    path = tmp_path / "record.duckdb"
    numbers = [range(1, 9), range(5, 13)]

    def write(mine: range) -> None:
        for number in mine:
            Record(path).add([entry(number)])

    writers = [threading.Thread(target=write, args=(mine,)) for mine in numbers]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    (event,) = Record(path).events()
    assert len(event.event.reports) == 12


HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); input()"


def test_a_locked_record_is_named_so_after_a_while(tmp_path):
    path = tmp_path / "record.duckdb"
    Record(path).add([entry(1)])
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout
        assert holder.stdout.readline().strip() == "held"
        told: list[str] = []
        with pytest.raises(SourceError, match="Another program is writing"):
            Record(path, patience=0.2, on_wait=told.append).add([entry(2)])
        assert [t.removeprefix(str(path)) for t in told] == [
            " is locked by another program; waiting for it for up to 0 seconds."
        ]
    finally:
        holder.communicate("\n")
    Record(path).add([entry(2)])
    assert Record(path).count() == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="sets a limit on a process of its own")
def test_a_full_disk_leaves_the_record_whole(tmp_path):
    """A limit on the size of files stands for a full disk."""
    path = tmp_path / "record.duckdb"
    Record(path).add([entry(1)])
    script = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "size = int(sys.argv[2])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        "from registan.record.store import Record\n"
        "from tests.record.sample import entry\n"
        "try:\n"
        "    long = [entry(n, text=f'{n} ' * 90000) for n in range(2, 30)]\n"
        "    Record(sys.argv[1]).add(long)\n"
        "except Exception as error:\n"
        "    print(error)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(path), str(path.stat().st_size + 4096)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "disk is full" in said.stdout, said.stdout + said.stderr
    assert len(Record(path).events()) == 1
