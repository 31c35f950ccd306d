"""The record in the terminal: every line readable, at any width."""

import io

from rich.console import Console

from registan.model import ActorMention
from registan.record.store import Record
from registan.web import phrase
from registan.web.label import labels_of
from registan.web.ledger import events_table
from tests.record.sample import call, entry


def printed(tmp_path, width: int) -> list[str]:
    record = Record(tmp_path / "r.duckdb")
    record.add([entry(1, call(1, when=None))])
    found = record.events()
    out = io.StringIO()
    Console(file=out, width=width).print(events_table(found, len(found)))
    return [line.strip() for line in out.getvalue().splitlines()]


def test_an_event_has_two_lines_where_one_is_too_narrow(tmp_path):
    first, second = printed(tmp_path, 80)
    assert first == "told 2025-05-04  call · Rosa Rose → Lars Lind"
    assert second.startswith("happened · one side only · 1 × · ")


def test_an_event_has_one_line_where_there_is_room(tmp_path):
    assert len(printed(tmp_path, 120)) == 1


def test_a_capital_that_stands_for_its_government_is_named_in_the_reader_s_language():
    peking = ActorMention(name="Pékin", mention="Pékin", id="CN", type="government", country="CN")
    kremlin = ActorMention(name="Kreml", mention="Kreml", id="RU", type="government", country="RU")
    assert phrase.names([peking, kremlin], labels_of("en")) == "Beijing, Kreml"
    assert phrase.names([peking], labels_of("ru")) == "Пекин"
