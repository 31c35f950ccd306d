from datetime import date, timedelta

import pytest

from registan import world
from registan.errors import DataError
from registan.forecast.calendar import load_summits, read_summits
from registan.registers import load_visits

LEAD = {"days_60": 60, "eve": 1}


def test_rows_are_whole_and_in_order():
    summits = load_summits()
    assert len({s.id for s in summits}) == len(summits)
    assert [s.start for s in summits] == sorted(s.start for s in summits)
    for summit in summits:
        assert summit.start <= summit.end, summit.id
        assert summit.announced < summit.start, summit.id
        assert summit.cancelled is None or summit.announced <= summit.cancelled <= summit.start
        assert summit.country in world.load().countries, summit.id


def test_every_row_names_its_source():
    visits = {row["id"] for row in load_visits().to_pylist() if row["register"] == "travels"}
    for summit in load_summits():
        for source in summit.source.split():
            kind, _, rest = source.partition(":")
            assert kind in ("http", "https", "register"), summit.id
            if kind == "register":
                assert rest.removeprefix("travels/") in visits, summit.id
        assert bool(summit.announced_source) == (summit.announced_rule == "documented"), summit.id


def test_rules_give_the_dates_they_promise():
    summits = load_summits()
    for summit in summits:
        if summit.announced_rule in LEAD:
            lead = LEAD[summit.announced_rule]
            assert summit.start - summit.announced == timedelta(days=lead), summit.id
        if summit.announced_rule in ("rotation", "anniversary"):
            assert summit.announced == summit.start.replace(year=summit.start.year - 1), summit.id
        if summit.announced_rule == "previous_end":
            before = [s for s in summits if s.series == summit.series and s.end < summit.start]
            held = [s.end for s in before if s.cancelled is None]
            assert summit.announced == max(held), summit.id


def test_a_moved_summit_is_seen_where_it_was_planned_then():
    spring = [s for s in load_summits() if s.series == "g7" and s.start.year == 2014]
    before = {s.country for s in spring if s.is_known(date(2014, 3, 23))}
    after = {s.country for s in spring if s.is_known(date(2014, 3, 24))}
    assert before == {"RU"}
    assert after == {"BE"}


def test_a_bad_line_is_named():
    lines = [
        "id,series,name,start,end,city,country,announced,announced_rule,cancelled,source",
        "x,g7,X,2020-13-01,2020-01-02,X,FR,2019-01-01,days_60,,https://example.org",
    ]
    with pytest.raises(DataError, match=r"summits\.csv:2"):
        read_summits(lines)
