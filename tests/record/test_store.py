"""The store on DuckDB and PostgreSQL: nothing twice, nothing lost, nothing overwritten."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registan.checker import read_text
from registan.model import ActorMention
from registan.record import fetch
from registan.record.query import Filter
from registan.record.schema import TABLES
from registan.record.store import Record
from tests.record.sample import LIND, RIGA, ROSE, call, entry


def counts(record: Record) -> dict[str, int]:
    with record.reading() as session:
        return {
            name: session.backend.to_pyarrow(session.backend.table(name).count()).as_py()
            for name in TABLES
        }


def test_reports_of_several_documents_become_one_event(place: str) -> None:
    record = Record(place)
    assert len(record.add([entry(1), entry(2)])) == 2
    record.add([entry(3)])
    (merged,) = record.events()
    assert len(merged.event.reports) == 3
    account = record.account(merged.event.id[:6])
    assert {one.origin.id for one in account.reports} == {"a1", "a2", "a3"}
    assert {one.report.id for one in account.reports} == {"r1", "r2", "r3"}


def test_the_same_document_twice_adds_nothing(place: str) -> None:
    record = Record(place)
    record.add([entry(1), entry(2)])
    before = counts(record)
    assert record.add([entry(2), entry(1)]) == []
    assert counts(record) == before


def test_an_event_keeps_the_ids_that_it_once_had(place: str) -> None:
    record = Record(place)
    record.add([entry(1, published="2025-05-05")])
    first = record.events()[0].event.id
    record.add([entry(2, published="2025-05-03")])
    (merged,) = record.events()
    assert record.account(first).merged == merged


def test_what_is_asked_for_is_found_by_party_place_time_and_kind(place: str) -> None:
    visit = call(5, kind="visit", whom=(), where=(RIGA,), when="2025-07", standing="planned")
    record = Record(place)
    record.add([entry(1), entry(5, visit)])
    assert record.count() == 2

    def kinds(**asked: object) -> list[str]:
        return [one.event.kind for one in record.events(Filter(**asked))]

    assert kinds() == ["call", "visit"]
    assert kinds(who="Rosa Rose") == ["call", "visit"]
    assert kinds(who="Lars Lind") == ["call"]
    assert kinds(whom="Sweden") == ["call"]
    assert kinds(where="Latvia") == ["visit"]
    assert kinds(since="2025-06") == ["visit"]
    assert kinds(until="2025-05-03") == ["call"]
    assert kinds(standings=("planned",)) == ["visit"]
    assert [one.event.kind for one in record.events(newest=True, limit=1)] == ["visit"]


def test_a_city_is_found_by_its_name_in_any_language(place: str) -> None:
    russian = read_text(
        "Лавров посетил Ташкент 3 июля 2025 года.", lang="ru", published="2025-07-04"
    )
    record = Record(place)
    record.add([entry(1, *russian.reports)])
    for name in ("Tashkent", "Taschkent", "Ташкент", "Uzbekistan"):
        assert len(record.events(Filter(where=name))) == 1, name


def test_a_split_and_a_merge_are_rows_that_can_be_taken_back(place: str) -> None:
    record = Record(place)
    record.add([entry(1), entry(2), entry(3)])
    (merged,) = record.events()
    apart = merged.event.reports[2]
    decided = record.split(merged.event.id, [apart], by="editor", note="another call")
    assert sorted(len(one.event.reports) for one in record.events()) == [1, 2]
    again = record.merge([one.event.id for one in record.events()], by="editor")
    record.undo(decided.key, by="desk")
    assert [len(one.event.reports) for one in record.events()] == [3]
    record.undo(again.key, by="desk")
    assert record.events()[0].event.reports == merged.event.reports
    assert [one.kind for one in record.corrections()] == ["split", "merge", "undo", "undo"]
    assert record.account(merged.event.id).corrections[0].by == "editor"


def test_a_person_denied_is_no_party_any_more_and_the_report_stays_as_it_was(place: str) -> None:
    record = Record(place)
    record.add([entry(1)])
    event = record.events()[0].event
    record.deny_person(event.id, "lind", by="editor")
    assert all(actor.id != "lind" for one in record.events() for actor in one.event.whom)
    with record.reading() as session:
        (kept,) = fetch.fetch_reports(session)
    assert kept.report.whom == (LIND,)


def test_what_a_reader_gave_comes_back_unchanged(place: str) -> None:
    odd = ActorMention(name='A "quoted"; name\n\x01 é Ж', mention="…", type="person", country=None)
    report = call(1, whom=(odd,), about="tariffs")
    Record(place).add([entry(1, report, text="Body – “words”\tand more")])
    with Record(place).reading() as session:
        (stored,) = fetch.fetch_reports(session)
        (document,) = fetch.fetch_documents(session)
    assert stored.report == report
    assert document.text == "Body – “words”\tand more"
    assert document.origin.cast[0].id == ROSE.id


@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(order=st.permutations([1, 2, 3, 4]), cut=st.integers(1, 3))
def test_the_order_of_adding_does_not_matter(tmp_path, order: list[int], cut: int) -> None:
    other = call(4, when="2025-06-10")
    made = {n: entry(n, other if n == 4 else call(n)) for n in order}
    record = Record(tmp_path / f"{''.join(map(str, order))}{cut}.duckdb")
    record.add([made[n] for n in order[:cut]])
    record.add([made[n] for n in order[cut:]])
    straight = Record(tmp_path / f"straight{''.join(map(str, order))}{cut}.duckdb")
    straight.add([made[n] for n in sorted(order)])
    assert record.events() == straight.events()
