"""New reports are held beside those that they may be one event with, and beside no others."""

import pytest

from registan.record import fetch, migration, opening
from registan.record.store import Record
from tests.record.sample import call, entry


def test_only_what_may_be_of_the_same_days_is_read(place, monkeypatch: pytest.MonkeyPatch):
    record = Record(place)
    record.add([entry(1), entry(2, call(2, when="2025-05-20"), published="2025-05-21")])
    seen: set[str] = set()
    read = fetch.fetch_reports

    def spy(session, keys=None):
        found = read(session, keys)
        seen.update(one.report.id for one in found)
        return found

    monkeypatch.setattr(fetch, "fetch_reports", spy)
    record.add([entry(3, call(3, when="2025-05-20"), published="2025-05-21")])
    assert seen == {"r2"}
    assert sorted(len(one.event.reports) for one in record.events()) == [1, 2]


def test_a_report_brings_all_of_the_event_that_it_is_tied_to(place):
    record = Record(place)
    record.add([entry(1), entry(2)])
    late = call(3, when=None)
    record.add([entry(3, late, published="2025-05-05")])
    assert [len(one.event.reports) for one in record.events()] == [3]


def test_what_was_added_before_blocks_had_days_is_found_still(place):
    record = Record(place)
    record.add([entry(1)])
    with record.writing() as session:
        session.run([f"ALTER TABLE block DROP COLUMN {name}" for name in ("first_day", "last_day")])
        session.run(["UPDATE meta SET value = '1' WHERE name = 'registan'"])
    newer = Record(place)
    newer.add([entry(2)])
    assert [len(one.event.reports) for one in newer.events()] == [2]
    with newer.reading() as session:
        assert opening.version_of(session, newer.place) == opening.VERSION
    assert set(range(1, opening.VERSION)) == set(migration.STEPS)
