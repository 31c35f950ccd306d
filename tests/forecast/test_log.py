from datetime import UTC, date, datetime

import msgspec
import pytest

from registan.errors import DataError, InputError
from registan.forecast.log import Entry, keep, log_path, make_entry, read_log
from registan.home import HOME_VARIABLE
from tests.forecast.sample import forecast_of, target_of

ASKED = datetime(2015, 1, 3, 12, tzinfo=UTC)


def test_what_is_kept_is_read_back(tmp_path):
    path = tmp_path / "new" / "log.jsonl"
    entry = keep(forecast_of(), path, ASKED)
    assert read_log(path) == [entry]
    assert entry.probability == 0.04
    assert entry.target == target_of()
    assert Entry.from_json(entry.to_json()) == entry


def test_the_same_answer_is_kept_once(tmp_path):
    path = tmp_path / "log.jsonl"
    first = keep(forecast_of(), path, ASKED)
    again = keep(forecast_of(), path, datetime(2015, 2, 1, tzinfo=UTC))
    assert again == first
    keep(forecast_of(probability=0.05), path, ASKED)
    assert len(read_log(path)) == 2


def test_a_line_cut_short_is_passed_over_and_closed(tmp_path):
    path = tmp_path / "log.jsonl"
    keep(forecast_of(), path, ASKED)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    assert len(read_log(path)) == 1
    keep(forecast_of(probability=0.5), path, ASKED)
    assert [e.probability for e in read_log(path)] == [0.04, 0.5]


def test_a_line_that_is_no_forecast_is_named(tmp_path):
    path = tmp_path / "log.jsonl"
    path.write_text('{"id": 3}\n')
    with pytest.raises(DataError, match=r"log\.jsonl:1"):
        read_log(path)


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="Cannot"):
        keep(forecast_of(), tmp_path / "file" / "log.jsonl", ASKED)


def test_the_log_lies_in_the_users_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert log_path().parent == tmp_path
    assert log_path(tmp_path / "x") == tmp_path / "x"


def test_forecasts_given_late_are_told_apart():
    assert make_entry(forecast_of(), ASKED).prompt
    late = msgspec.structs.replace(make_entry(forecast_of(), ASKED), asked=datetime(2026, 1, 1))
    assert not late.prompt
    assert late.target.as_of == date(2015, 1, 1)
