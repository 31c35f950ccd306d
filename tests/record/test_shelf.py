"""What is held beside a report, and what a record keeps at hand between batches, decide nothing."""

from collections.abc import Iterator
from itertools import product

from registan.model import PlaceMention
from registan.record.agreement import judge
from registan.record.block import share_key
from registan.record.entry import stored_reports
from registan.record.memory import Memory
from registan.record.noun import Correction, StoredReport
from registan.record.shelf import Frames, Shelf
from registan.record.store import Record
from tests.record.sample import LIND, POLISH, RIGA, ROSE, call, entry

OSLO = PlaceMention(name="Oslo", mention="Oslo", country="NO")
STANDINGS = ("happened", "planned", "cancelled", "denied", "not_happened")


def told() -> Iterator[StoredReport]:
    wheres, whens = ((), (RIGA,), (OSLO,)), (None, "2025-05-03", "2025-05", "2024-01-02")
    kinds, whoms = ("call", "visit"), ((LIND,), (), (ROSE,))
    for number, given in enumerate(product(kinds, STANDINGS, wheres, whens, whoms)):
        kind, standing, where, when, whom = given
        vouched = (POLISH,) if number % 2 else ()
        fields = {"kind": kind, "standing": standing, "where": where, "when": when, "whom": whom}
        one = entry(number, call(number, attribution=vouched, **fields))
        yield from stored_reports(one)


def test_whatever_is_not_beside_a_report_is_not_of_its_event():
    shelf, left_out = Shelf(Frames()), 0
    for report in told():
        near = {one.key for one in shelf.beside(report)}
        others = [one for one in shelf if share_key(one, report) and one.key not in near]
        left_out += len(others)
        assert [o.key for o in others if judge(o, report).verdict != "no"] == []
        shelf.put(report)
    assert left_out > 1000


def test_adding_in_one_go_in_batches_and_by_another_program_comes_to_the_same(tmp_path):
    entries = [
        entry(n, call(n, where=where, when=when))
        for n, (where, when) in enumerate(
            product(((), (RIGA,), (OSLO,)), (None, "2025-05-03", "2025-05-02"))
        )
    ]
    whole, batches = Record(tmp_path / "whole"), Record(tmp_path / "batches")
    whole.add(entries)
    for one in entries:
        batches.add([one])
        Record(tmp_path / "anew").add([one])
    assert len(whole.events()) > 1
    assert batches.events() == whole.events()
    assert Record(tmp_path / "anew").events() == whole.events()


def test_what_is_kept_at_hand_is_forgotten_where_somebody_decides():
    memory, report = Memory(), next(told())
    memory.shelf.put(report)
    memory.renew(())
    assert report.key in memory.shelf
    memory.renew([Correction(key="c", kind="not_person", by="desk", at="2025", actor="rose")])
    assert report.key not in memory.shelf
