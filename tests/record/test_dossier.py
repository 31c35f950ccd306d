"""The dossier: what it gathers, who was alone, and what stands in dispute."""

from pathlib import Path

from registan.model import ActorMention, Source
from registan.record.dossier import Dossier
from registan.record.query import Filter
from registan.record.store import Record
from registan.web.dossier import by_confirmation, dossier_page, dossier_table
from registan.web.output import console_of, drawn
from tests.record.sample import LIND, POLISH, ROSE, call, entry

SWEDISH = Source(name="Lind's office", type="participant", country="SE", id="lind")
OTHER = ActorMention(name="Olga Other", mention="Other", id="other", type="person", country="NO")


def dossier(tmp_path: Path, **fields) -> Dossier:
    record = Record(tmp_path / "r.duckdb")
    record.add(
        [
            entry(1, call(1)),
            entry(2, call(2, standing="denied", attribution=(SWEDISH,))),
            entry(3, call(3, whom=(OTHER,), when="2025-05-08")),
        ]
    )
    return record.dossier(Filter(**fields))


def test_it_gathers_what_is_between_two_parties_in_whatever_role(tmp_path):
    found = dossier(tmp_path, who="Lars Lind", whom="Rosa Rose", between=True)
    assert [a.merged.event.confirmation for a in found.events] == ["contradicted"]
    assert [one.publisher for one in found.sources] == ["Paper 1", "Paper 2"]
    assert found.contradictions == found.events


def test_it_says_what_an_outlet_alone_tells(tmp_path):
    found = dossier(tmp_path, who="Rosa Rose")
    alone = {one.publisher: one.alone for one in found.sources}
    assert alone == {"Paper 1": 0, "Paper 2": 0, "Paper 3": 1}
    groups = dict(by_confirmation(found.events))
    assert list(groups) == ["one_side", "contradicted"]


def test_the_page_and_the_table_show_both_sides_words(tmp_path):
    found = dossier(tmp_path, who="Rosa Rose")
    page = dossier_page(found, "de")
    for words in ("Widersprüche", "Zeitleiste", "Quellen", "version 1", "version 2", "Paper 3"):
        assert words in page
    shown = drawn([dossier_table(found, "en")], console_of(None, True))
    assert "Contradictions" in shown
    assert ROSE.name in shown
    assert LIND.name.split()[0] in shown


def test_nothing_found_is_said(tmp_path):
    found = dossier(tmp_path, who="Nobody Known")
    assert "no such event" in dossier_page(found)
    assert "no such event" in drawn([dossier_table(found)], console_of(None, True))


def test_a_party_of_nobody_stays_out(tmp_path):
    found = dossier(tmp_path, who="Rosa Rose", whom="Lars Lind", between=True)
    assert all(OTHER not in a.merged.event.whom for a in found.events)
    assert POLISH in found.events[0].reports[0].report.attribution


def test_a_day_that_no_report_gives_is_told_by_the_first_publication(tmp_path):
    record = Record(tmp_path / "r.duckdb")
    record.add([entry(1, call(1, when=None, whom=(OTHER,))), entry(2, call(2, when="2025-24"))])
    page = dossier_page(record.dossier(Filter()), "fr")
    assert "Tous les événements" in page
    assert "signalé 2025-05-04" in page
    assert "hiver 2025" in page
